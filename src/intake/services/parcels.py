"""Receives parcels: merges a case without loss, keeps two versions apart, heeds recalls."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import partial
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId, is_case_code, new_case_code, new_id
from intake.domain.parcel import ReceivedCase, Value
from intake.domain.statement import text_digest
from intake.errors import (
    BundleDamagedError,
    NewerFormatError,
    NotAcceptedError,
    UnknownSignerError,
    UsageError,
)
from intake.export.keys import parse_public_key, signer_words
from intake.export.parcel import LeftIn, Parcel, Recall, read_parcel
from intake.services import cases, team
from intake.services.consents import united
from intake.services.documents import as_document
from intake.services.interviews import form
from intake.services.session import VaultSession
from intake.store.codec import from_blob, from_time
from intake.store.migrations import NEWEST
from intake.store.parcels import (
    month_of,
    require_one_case,
    tells_the_same,
    under_new_ids,
)
from intake.store.releases import Release

# What is raised by rows that are no case.
DAMAGED = (
    *(ValueError, KeyError, TypeError, AttributeError, AssertionError, IndexError, OverflowError),
)
_NOTE_BYTES = 16


class Outcome(StrEnum):
    """What became of a parcel."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"
    RECALLED = "recalled"


class Version(StrEnum):
    """Which of two versions of a case a person decides for."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Received:
    """What a parcel brought.

    Attributes:
        code: Code of the case here.
        sender: Name of the trusted key that signed it.
        bundles: After a recall: bundles that hold the case and must be recalled in turn.
    """

    outcome: Outcome
    code: str
    sender: str
    changes: Changes
    bundles: tuple[cases.LeftBundle, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One place in which two versions of a case differ, as text for the person at this laptop."""

    place: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions of a case, and where they differ."""

    received: ReceivedCase
    ours: CaseFile
    theirs: CaseFile
    differences: tuple[Difference, ...]


def receive(session: VaultSession, path: Path) -> Received:
    """Take in a parcel or a recall that is encrypted to this vault.

    Raises:
        WrongKeyError: It is for somebody else.
        UnknownSignerError: Nobody whose key is trusted here has signed it.
        BundleDamagedError: Changed, cut off, hostile, or no parcel; nothing was stored.
        NewerFormatError: A newer program wrote it.
        NotAcceptedError: The case was erased here because its person wanted it.
        UsageError: There is no such file, or no case that the recall means.
    """
    with team.keyring(session) as own:
        opened = read_parcel(path, own.identity, partial(_sender, session))
    sender = _sender(session, opened.signer)
    note_id = _note_id(opened.signer, opened.content.parcel_id)
    if isinstance(opened.content, Recall):
        return _recalled(session, opened.content, note_id, sender)
    if opened.content.schema > NEWEST:
        raise NewerFormatError(found=opened.content.schema, known=NEWEST)
    try:
        return _taken_in(session, opened.content, note_id, sender)
    except DAMAGED:
        raise BundleDamagedError(part="case") from None


def _sender(session: VaultSession, signer: bytes) -> str:
    for pinned in session.store.keys.trusted():
        if signer in parse_public_key(pinned.public.encode()).signers.values():
            return pinned.name
    raise UnknownSignerError(words=" ".join(signer_words(signer)))


def _note_id(signer: bytes, parcel_id: str) -> str:
    """Return under which number a parcel is noted here: nobody can take that of somebody else's."""
    return hashlib.blake2b(signer + parcel_id.encode(), digest_size=_NOTE_BYTES).hexdigest()


def _taken_in(session: VaultSession, parcel: Parcel, note_id: str, sender: str) -> Received:
    store = session.store
    if note_id in _erased(session):
        raise NotAcceptedError(
            what=f"This case from {sender} was erased here and is not taken in again."
        )
    case_id = require_one_case(parcel.rows)
    code = str(parcel.rows["cases"][0]["code"])
    if not is_case_code(code):
        raise ValueError("code")
    if any(row["digest"] != _digest_of(row["text"]) for row in parcel.rows["statements"]):
        raise ValueError("digest")
    rows, rival = parcel.rows, None
    noted = store.parcels.received_in(note_id)
    is_same = store.cases.has(case_id) and tells_the_same(store.parcels.rows_of(case_id), rows)
    if noted is not None or is_same:
        known = case_id if noted is None else noted.case_id
        changes = Changes() if noted is not None else _noted(session, note_id, known, sender)
        return Received(Outcome.SAME, store.cases.get(known).code, sender, changes)
    if store.cases.has(case_id):
        rival = case_id
    if rival is not None or store.cases.find(code) is not None:
        rows = under_new_ids(rows, _free_code(session), iter(new_id, None))
    with store.write() as tx:
        added = store.parcels.add_rows(tx, rows)
        store.releases.adopt(tx, added, map(_release, parcel.releases))
        note = ReceivedCase(note_id, added, month_of(tx), sender, rival)
        store.parcels.note_received(tx, note)
        tx.audit(Action.CASE_RECEIVED, added)
        require_readable(session, added)
    outcome = Outcome.NEW if rival is None else Outcome.CONFLICT
    return Received(outcome, store.cases.get(added).code, sender, tx.changes)


def _noted(session: VaultSession, note_id: str, case_id: CaseId, sender: str) -> Changes:
    """Note that a case which is here came in one more parcel: a recall may name any of them."""
    with session.store.write() as tx:
        note = ReceivedCase(note_id, case_id, month_of(tx), sender)
        session.store.parcels.note_received(tx, note)
    return tx.changes


def _erased(session: VaultSession) -> frozenset[str]:
    stored = session.store.settings.get(cases.ERASED_PARCELS)
    return frozenset(stored) if isinstance(stored, list) else frozenset()


def _digest_of(text: Value) -> str:
    return text_digest(from_blob(text))


def _free_code(session: VaultSession) -> str:
    taken = session.store.cases.codes()
    while (code := new_case_code()) in taken:
        pass
    return code


def _release(left: LeftIn) -> Release:
    if ":" in left.bundle_id:  # notes of the ledger have one; a bundle has none
        raise ValueError("bundle")
    made = from_time(left.made)
    return Release(left.bundle_id, left.month, made.astimezone(UTC), dict(left.body), 0)


def require_readable(session: VaultSession, case_id: CaseId) -> None:
    """Read back everything of a case that came from outside.

    Raises:
        ValueError: Something in it is no part of a case; so do the errors of the repositories.
    """
    store = session.store
    file = store.cases.file(case_id)
    known = form()
    if not file.interviews or any(each.form != known.reference for each in file.interviews):
        raise UsageError(what="The case was recorded with a questionnaire that is not here.")
    for statement in file.statements:
        for mark in file.marks.get(statement.id, ()):
            if not 0 <= mark.start < mark.end <= len(statement.text):
                raise ValueError("mark")
        store.statements.revisions(statement.id)
        store.looks.of(statement.id)
    store.rulings.of_case(case_id)
    store.audit.of_case(case_id)
    as_document(file)


def _recalled(session: VaultSession, recall: Recall, note_id: str, sender: str) -> Received:
    """Record a withdrawal that another vault has passed on, of the version that it sent itself."""
    store = session.store
    came = store.parcels.received_in(note_id)
    if came is None:
        raise UsageError(
            what=f"No case of this parcel from {sender} is here: receive the parcel, or ask for it."
        )
    case_id = came.case_id
    withdrawal = Withdrawal(day=recall.day, erase=recall.erase)
    receipt = cases.withdraw(session, case_id, withdrawal)
    code = store.cases.get(case_id).code
    return Received(Outcome.RECALLED, code, sender, receipt.changes, receipt.bundles)


def waiting(session: VaultSession) -> int:
    """Return of how many received cases another version is here, until a person decides."""
    return len(session.store.parcels.undecided())


def conflicts(session: VaultSession) -> tuple[Conflict, ...]:
    """Return the cases of which two versions are here, each with where they differ."""
    return tuple(
        _conflict(each, *_versions(session, each)) for each in session.store.parcels.undecided()
    )


def _versions(session: VaultSession, received: ReceivedCase) -> tuple[CaseFile, CaseFile]:
    """Return the case as it was here, and as it came."""
    assert received.rival is not None
    file = session.store.cases.file
    return file(received.rival), file(received.case_id)


def _conflict(received: ReceivedCase, ours: CaseFile, theirs: CaseFile) -> Conflict:
    one, other = dict(_places(as_document(ours))), dict(_places(as_document(theirs)))
    places = sorted((one.keys() | other.keys()) - {"code"})
    found = (Difference(place, one.get(place, ""), other.get(place, "")) for place in places)
    # What is not there and what is empty say the same.
    return Conflict(received, ours, theirs, tuple(d for d in found if d.ours != d.theirs))


def _places(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every single value of a document with its place, ``persons.P1.answers.age``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _places(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
        for number, inner in enumerate(value, start=1):
            name = inner.get("code") or inner.get("field") or number
            yield from _places(inner, f"{place}.{name}")
    else:
        yield place, ", ".join(map(str, value)) if isinstance(value, list) else _told(value)


def _told(value: object) -> str:
    return "" if value is None else str(value)


def decide(session: VaultSession, parcel_id: str, version: Version) -> Changes:
    """Decide between two versions of a case; what is decided against is erased.

    Who has left in a bundle stays known to have left, whichever version stays.

    Raises:
        UsageError: There is no such conflict.
    """
    found = session.store.parcels.received_in(parcel_id)
    if found is None or found.rival is None:
        raise UsageError(what="Nothing is to be decided about this parcel. List the parcels.")
    versions = _versions(session, found)
    ours, theirs = (each.case for each in versions)
    _carry_withdrawal(session, versions)
    if version is Version.BOTH:
        return _keep_both(session, ours.id, theirs.id)
    kept, gone = (ours, theirs) if version is Version.OURS else (theirs, ours)
    store = session.store
    with store.write(Action.VERSION_CHOSEN, kept.id) as tx:
        store.releases.adopt(tx, kept.id, _left_without(session, gone.id, kept.id))
        store.releases.pass_on_traces(tx, gone.id, kept.id)
        store.parcels.inherit(tx, gone.id, kept.id)
        cases.erase_rows(session, tx, gone.id)
        if version is Version.THEIRS:
            store.cases.set_code(tx, kept.id, ours.code)
    return tx.changes


def _carry_withdrawal(session: VaultSession, versions: tuple[CaseFile, CaseFile]) -> None:
    """Let what was taken back in one version be taken back in both, before one of them goes."""
    taken = [each.consent.withdrawn if each.consent is not None else None for each in versions]
    both = united(*taken)
    if both is not None:
        for each in versions:
            cases.withdraw(session, each.case.id, both)


def _keep_both(session: VaultSession, one: CaseId, other: CaseId) -> Changes:
    """Keep two versions as two cases of one person: who left in one has left in both."""
    store = session.store
    with store.write(Action.VERSION_CHOSEN, one) as tx:
        releases = _left_without(session, one, other), _left_without(session, other, one)
        store.releases.adopt(tx, other, releases[0])
        store.releases.adopt(tx, one, releases[1])
        store.parcels.settle(tx, one)
    return tx.changes


def _left_without(session: VaultSession, one: CaseId, other: CaseId) -> list[Release]:
    """Return the bundles in which one case left and the other did not."""
    releases = session.store.releases
    left_in = set(releases.bundles_of(one)) - set(releases.bundles_of(other))
    return [each for each in releases.all() if each.bundle_id in left_in]


def today() -> str:
    """Return the day of a recall, ISO, of this place."""
    return datetime.now(UTC).astimezone().date().isoformat()
