"""Makes the rows of a case fit together of which some are lost; refuses nothing, errs to "no".

Where something belongs to a row that is lost, an empty row is put back in its place, so that what
can be read is kept and the case stays one that every vault takes in. It decides no consent.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from intake.domain.person import Role
from intake.domain.statement import text_digest
from intake.store.codec import from_blob
from intake.store.connection import Scalar
from intake.store.marks import inside
from intake.store.salvage import Values
from intake.store.tables import (
    ANSWERS,
    CONSENTS,
    EVENT_PERSONS,
    EVENTS,
    INTERVIEWS,
    LOOKS,
    MARKS,
    PERSONS,
    REVISIONS,
    STATEMENTS,
)
from intake.store.transaction import Transaction

Rows = dict[str, list[Values]]
# Without one of these nobody has reviewed what is left.
_REVIEWED = frozenset({STATEMENTS.name, MARKS.name, LOOKS.name})
_ID_BYTES = 16


def mend(case: Values, rows: Rows, lost: frozenset[str], form: str) -> None:
    """Make the rows of a case fit together where some are missing; refuse where in doubt.

    Args:
        case: The row of the case.
        rows: All others, by table; changed in place.
        lost: Tables of which something is missing.
        form: Reference of the questionnaire, for an interview that is put back empty.
    """
    if CONSENTS.name in lost:
        rows[CONSENTS.name] = []  # the newest one could be the withdrawal that is missing
    statements = rows[STATEMENTS.name]
    if STATEMENTS.name in lost:
        _mend_texts(statements, rows[REVISIONS.name])
    if lost & _REVIEWED:
        for statement in statements:
            statement["reviewed_digest"] = None
    _mend_interviews(case, rows, form)
    _mend_events(case, rows)
    _mend_persons(case, rows)
    _drop_strays(case, rows)


def _mend_texts(statements: list[Values], revisions: list[Values]) -> None:
    """Give a statement whose text is lost that of its newest revision that can be read."""
    for statement in statements:
        text = from_blob(statement["text"])
        if text_digest(text) == statement["digest"]:
            continue
        newest = max(
            (each for each in revisions if each["statement_id"] == statement["id"]),
            key=lambda each: int(str(each["number"])),
            default=None,
        )
        statement["text"] = b"" if newest is None else newest["text"]
        statement["digest"] = text_digest(from_blob(statement["text"]))
        statement["caret"] = 0


def _mend_interviews(case: Values, rows: Rows, form: str) -> None:
    """Put an empty interview where something belongs to one that is lost; a case has at least one.

    Nobody knows any more with which questionnaire it was held: it has the one of this program.
    """
    held = rows[INTERVIEWS.name]
    for values in held:
        values["form"] = values["form"] or form  # an older program has put it back without one
    there = {values["id"] for values in held}
    wanted = [each["interview_id"] for each in (*rows[STATEMENTS.name], *rows[EVENTS.name])]
    missing = [*_owners(rows, "interview"), *wanted]
    if not there and not missing:
        missing = [secrets.token_hex(_ID_BYTES)]
    for interview in dict.fromkeys(each for each in missing if each not in there):
        held.append(
            {
                "id": interview,
                "case_id": case["id"],
                "ordinal": _next(held),
                "form": form,
                "created": case["created"],
                "stopped": None,
            }
        )


def _mend_events(case: Values, rows: Rows) -> None:
    """Put an empty event where answers belong to one that is lost."""
    held = rows[EVENTS.name]
    for event in _without_row(rows, "event", held):
        interview = rows[INTERVIEWS.name][0]["id"]
        values = {"id": event, "case_id": case["id"], "interview_id": interview}
        held.append({**values, "ordinal": _next(held)})


def _mend_persons(case: Values, rows: Rows) -> None:
    """Put a person where answers belong to one who is lost: names must be known to be hidden.

    Who it was in the case is lost, unless nobody but the interviewee can be meant.
    """
    held = rows[PERSONS.name]
    lost = _without_row(rows, "person", held)
    has_interviewee = any(each["role"] == Role.INTERVIEWEE for each in held)
    is_interviewee = len(lost) == 1 and not has_interviewee
    taken = {each["ordinal"] for each in held}
    free = (number for number in range(1, len(taken) + len(lost) + 1) if number not in taken)
    for person, ordinal in zip(lost, free, strict=False):
        held.append(
            {
                "id": person,
                "case_id": case["id"],
                "ordinal": ordinal,
                "code": f"P{ordinal}",
                "role": (Role.INTERVIEWEE if is_interviewee else Role.OTHER).value,
                "never_name": case["never_name"],
            }
        )
    case["people"] = max((int(str(case["people"])), *(int(str(p["ordinal"])) for p in held)))


def _drop_strays(case: Values, rows: Rows) -> None:
    """Leave out what refers to something that is lost and says nothing without it."""
    interviews, persons, events, written = (
        {values["id"] for values in rows[table.name]}
        for table in (INTERVIEWS, PERSONS, EVENTS, STATEMENTS)
    )
    rows[EVENT_PERSONS.name] = [
        values
        for values in rows[EVENT_PERSONS.name]
        if values["person_id"] in persons and values["event_id"] in events
    ]
    owners = {case["id"], *interviews, *persons, *events}
    rows[ANSWERS.name] = [each for each in rows[ANSWERS.name] if each["owner"] in owners]
    for table in (REVISIONS, MARKS, LOOKS):
        rows[table.name] = [v for v in rows[table.name] if v["statement_id"] in written]
    lengths = {each["id"]: len(from_blob(each["text"])) for each in rows[STATEMENTS.name]}
    marks = (inside(each, lengths[each["statement_id"]]) for each in rows[MARKS.name])
    rows[MARKS.name] = [each for each in marks if each is not None]


def _owners(rows: Rows, kind: str) -> Iterable[Scalar]:
    return (each["owner"] for each in rows[ANSWERS.name] if each["owner_kind"] == kind)


def _without_row(rows: Rows, kind: str, held: list[Values]) -> list[Scalar]:
    """Return the owners of answers, of one kind, whose own row is lost."""
    there = {values["id"] for values in held}
    return [each for each in dict.fromkeys(_owners(rows, kind)) if each not in there]


def _next(held: list[Values]) -> int:
    return max((int(str(each["ordinal"])) for each in held), default=0) + 1


def without_lost(tx: Transaction, notes: list[Values]) -> list[Values]:
    """Leave out notes of parcels whose case is lost, and compare none with a case that is."""
    there = {case_id for (case_id,) in tx.db.rows("SELECT id FROM cases")}
    heirs: dict[Scalar, Scalar] = {}
    mended = []
    for note in notes:
        case_id, rival = note["case_id"], note["rival"]
        if case_id is not None and case_id not in there:
            continue
        if rival is not None and rival not in there:
            # Further versions of what is lost are still versions of the same: none may leave.
            heir = heirs.setdefault(rival, case_id)
            rival = None if heir == case_id else heir
        mended.append(note | {"rival": rival})
    return mended
