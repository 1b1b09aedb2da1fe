"""Marks of a statement: all of them as one guarded value, tied to the digest of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from intake.domain.changes import Noun
from intake.domain.ids import CaseId, MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind, Paraphrase
from intake.store.codec import from_json, to_json
from intake.store.connection import Database, Row, Scalar
from intake.store.tables import MARKS, STATEMENTS
from intake.store.transaction import Part, Transaction

_SELECT = """
    SELECT marks.statement_id, marks.body, marks.digest IS statements.digest
    FROM marks LEFT JOIN statements ON statements.id = marks.statement_id
"""


class MarkRepository:
    """Marks by statement."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of(self, statement_id: StatementId) -> tuple[Mark, ...]:
        """Return the marks of a statement.

        A decision belongs to a text: where the statement is no longer the one that the marks were
        stored for, all of them are undecided.
        """
        found = self._db.one(f"{_SELECT} WHERE marks.statement_id = ?", (statement_id,))
        return () if found is None else _marks(found)

    def of_case(self, case_id: CaseId) -> dict[str, tuple[Mark, ...]]:
        """Return the marks of all statements of a case, by statement id, as ``of`` does."""
        rows = self._db.rows(f"{_SELECT} WHERE marks.case_id = ?", (case_id,))
        return {str(row[0]): _marks(row) for row in rows}

    def replace(self, tx: Transaction, statement_id: StatementId, marks: tuple[Mark, ...]) -> None:
        """Store exactly these marks for the draft of a statement as it stands.

        Nothing is written when they are stored already for the same text. Any other set of marks
        ends the review of the text: it was a review of those marks.

        Raises:
            KeyError: There is no such statement.
        """
        row = self._db.one(
            "SELECT case_id, digest, reviewed_digest FROM statements WHERE id = ?", (statement_id,)
        )
        if row is None:
            raise KeyError(statement_id)
        case_id, digest = str(row[0]), str(row[1])
        body = to_json([_fields(mark) for mark in marks])
        stored = self._db.one(
            "SELECT digest, body FROM marks WHERE statement_id = ?", (statement_id,)
        )
        # Marks are compared, not how they are written: older ones were stored with a label.
        known = () if stored is None else tuple(_mark(fields) for fields in from_json(stored[1]))
        if known == marks and (stored is None or stored[0] == digest):
            return
        tx.put(
            MARKS,
            {
                "statement_id": statement_id,
                "case_id": case_id,
                "digest": digest,
                "pending": sum(mark.decision is Decision.PENDING for mark in marks),
                "total": len(marks),
                "body": body,
            },
        )
        if row[2] is not None:
            tx.change(STATEMENTS, (statement_id,), {"reviewed_digest": None})
        tx.touch(Noun.MARK, statement_id)
        tx.touch_case(case_id, Part.REVIEW)


def _fields(mark: Mark) -> list[object]:
    told = mark.paraphrase
    return [
        mark.id,
        mark.start,
        mark.end,
        mark.kind.value,
        mark.decision.value,
        mark.person_id,
        "",  # here stood words to show instead; who it is says ``person_id``
        mark.source,
        mark.score,
        None if told is None else [told.text, [_fields(found) for found in told.marks]],
        mark.ruled,
    ]


def inside(row: Mapping[str, Scalar], length: int) -> dict[str, Scalar] | None:
    """Return a row of marks without those that reach beyond a text; ``None`` if none is left.

    Args:
        row: As it is stored.
        length: Of the text, in code points.
    """
    stored = from_json(row["body"])
    kept = [fields for fields in stored if 0 <= fields[1] < fields[2] <= length]
    if len(kept) == len(stored):
        return dict(row)
    pending = sum(_mark(fields).decision is Decision.PENDING for fields in kept)
    if not kept:
        return None
    return {**row, "body": to_json(kept), "total": len(kept), "pending": pending}


# What follows behind the fields that a mark was stored with is as in a new one.
_DEFAULTS = _fields(Mark(MarkId(""), 0, 1, MarkKind.OTHER))


def _marks(row: Row) -> tuple[Mark, ...]:
    _, body, is_of_this_text = row
    marks = tuple(_mark(fields) for fields in from_json(body))
    if is_of_this_text:
        return marks
    return tuple(replace(mark, decision=Decision.PENDING) for mark in marks)


def _mark(stored: list[Any]) -> Mark:
    fields = [*stored, *_DEFAULTS[len(stored) :]]
    mark_id, start, end, kind, decision, person_id, _, source, score, told, ruled = fields
    return Mark(
        id=MarkId(mark_id),
        start=start,
        end=end,
        kind=MarkKind(kind),
        decision=Decision(decision),
        person_id=None if person_id is None else PersonId(person_id),
        source=source,
        score=score,
        paraphrase=None if told is None else Paraphrase(told[0], tuple(map(_mark, told[1]))),
        ruled=bool(ruled),
    )
