"""Receives parcels: merges a case without loss, keeps two versions apart, heeds recalls."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial, reduce
from operator import or_
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.consent import Withdrawal, is_day
from intake.domain.ids import CaseId, new_case_code, new_id
from intake.domain.parcel import ReceivedCase
from intake.errors import (
    BundleDamagedError,
    NotAcceptedError,
    RefusedError,
    UnknownSignerError,
    UsageError,
)
from intake.export.keys import parse_public_key, signer_words
from intake.export.parcel import Parcel, Recall, read_parcel
from intake.services import cases, team, versions
from intake.services.believing import DAMAGED, Believed, believed, require_readable
from intake.services.days import today
from intake.services.documents import as_document
from intake.services.erased import are_recalls_forgotten, is_erased, is_forgotten
from intake.services.left_bundles import LeftBundle
from intake.services.session import VaultSession
from intake.store.migrations import NEWEST
from intake.store.parcel_rows import tells_the_same, under_other_names
from intake.store.parcels import month_of

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
    bundles: tuple[LeftBundle, ...] = ()


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
        RefusedError: The vault was rescued, and has lost whether it was.
        UsageError: There is no such file, or no case that the recall means.
    """
    with team.keyring(session) as own:
        opened = read_parcel(path, own.identity, partial(_sender, session), newest=NEWEST)
    sender = _sender(session, opened.signer)
    note_id = _note_id(opened.signer, opened.content.parcel_id)
    if isinstance(opened.content, Recall):
        return _recalled(session, opened.content, note_id, sender)
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
    came = believed(session, parcel)
    names = frozenset({came.case_id, *came.names})
    if is_erased(session, note_id, names):
        raise NotAcceptedError(
            what=f"This case from {sender} was erased here and is not taken in again."
        )
    noted = store.parcels.received_in(note_id)
    if noted is not None or _is_same(session, came):
        known = came.case_id if noted is None else noted.case_id
        note = ReceivedCase(note_id, known, "", sender) if noted is None else None
        changes = _noted(session, came, known, note)
        return Received(Outcome.SAME, store.cases.get(known).code, sender, changes)
    rival = _rival_of(session, came)
    if rival is None:
        _require_known_erased(session)
    else:
        names = versions.believable(session, rival, names)
    code = came.code if store.cases.find(came.code) is None else _free_code(session)
    fresh = iter(new_id, None) if store.parcels.is_taken(came.rows) else None
    with store.write() as tx:
        added = store.parcels.add_rows(tx, under_other_names(came.rows, code, fresh))
        store.releases.adopt(tx, added, came.releases)
        store.parcels.note_received(tx, ReceivedCase(note_id, added, month_of(tx), sender, rival))
        versions.note_known_as(session, tx, added, names)
        tx.audit(Action.CASE_RECEIVED, added)
        require_readable(session, added)
    outcome = Outcome.NEW if rival is None else Outcome.CONFLICT
    return Received(outcome, store.cases.get(added).code, sender, tx.changes)


def _require_known_erased(session: VaultSession) -> None:
    """Refuse a case that is new here while nobody has said that none such was erased."""
    if is_forgotten(session) and session.rollback is not None:
        raise RefusedError(
            reason="this vault was rescued without the list of the cases that were erased in it, "
            "and this may be one of them; find out, then say that everything is caught up"
        )


def _is_same(session: VaultSession, came: Believed) -> bool:
    store = session.store
    if not store.cases.has(came.case_id):
        return False
    return tells_the_same(store.parcels.rows_of(came.case_id), came.rows)


def _rival_of(session: VaultSession, came: Believed) -> CaseId | None:
    """Return the version of a case that is here: under its own id, or known by another."""
    if session.store.cases.has(came.case_id):
        return came.case_id
    here = versions.known_by(session, {came.case_id, *came.names})
    return here[0] if here else None


def _noted(
    session: VaultSession, came: Believed, known: CaseId, note: ReceivedCase | None
) -> Changes:
    """Note that a case which is here came in one more parcel, and where it has left since.

    A recall may name any of its parcels.
    """
    store = session.store
    with store.write() as tx:
        if note is not None:
            store.parcels.note_received(tx, replace(note, month=month_of(tx)))
        if came.case_id in {known, *versions.known_as(session, known)}:
            store.releases.adopt(tx, known, came.releases)
            names = versions.believable(session, known, came.names)
            versions.note_known_as(session, tx, known, names)
    return tx.changes


def _free_code(session: VaultSession) -> str:
    taken = session.store.cases.codes()
    while (code := new_case_code()) in taken:
        pass
    return code


def _recalled(session: VaultSession, recall: Recall, note_id: str, sender: str) -> Received:
    """Record a withdrawal that another vault has passed on, of the version that it sent itself.

    The version may have come by way of others, who have taken the sender's parcel and sealed it on.
    """
    store = session.store
    came = store.parcels.received_in(note_id)
    direct = [] if came is None else [came.case_id]
    meant = tuple(dict.fromkeys([*direct, *versions.known_by(session, {note_id})]))
    if not meant and are_recalls_forgotten(session):
        raise UsageError(
            what=f"Which case this recall from {sender} means was lost when this vault was "
            "rescued. Ask the sender which case it is, and record the withdrawal by hand."
        )
    if not meant:
        raise UsageError(
            what=f"No case of this parcel from {sender} is here. Receive the parcel, or ask for "
            "it; if the case was sealed for somebody else since, the recall has to reach them."
        )
    day = recall.day if is_day(recall.day) else today()  # it holds, whatever day was written
    withdrawal = Withdrawal(day=day, erase=recall.erase)
    receipts = [cases.withdraw(session, each, withdrawal) for each in meant]
    bundles = tuple(dict.fromkeys(left for each in receipts for left in each.recalled))
    changes = reduce(or_, (each.changes for each in receipts))
    return Received(Outcome.RECALLED, store.cases.get(meant[0]).code, sender, changes, bundles)


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

    What was taken back in one version is taken back in all, and who has left in a bundle stays
    known to have left, whichever version stays.

    Raises:
        UsageError: There is no such conflict.
    """
    found = session.store.parcels.received_in(parcel_id)
    if found is None or found.rival is None:
        raise UsageError(what="Nothing is to be decided about this parcel. List the parcels.")
    ours, theirs = found.rival, found.case_id
    kept, gone = (theirs, ours) if version is Version.THEIRS else (ours, theirs)
    store = session.store
    code = store.cases.get(ours).code
    with store.write(Action.VERSION_CHOSEN, kept) as tx:
        versions.share(session, tx, versions.family(session, kept))
        if version is Version.BOTH:
            store.parcels.settle(tx, found)
        else:
            versions.pass_on(session, tx, gone, kept)
            cases.erase_rows(session, tx, gone)
        if version is Version.THEIRS:
            store.cases.set_code(tx, kept, code)
    return tx.changes
