"""Seals cases: into parcels for others alone, and away from this vault for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.changes import Changes
from intake.domain.consent import RecipientGroup
from intake.domain.ids import CaseId, new_id
from intake.domain.parcel import SealedCase
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.domain.text import inert
from intake.errors import (
    CancelledError,
    DiskFullError,
    IntakeError,
    PartlySealedError,
    RefusedError,
    UsageError,
)
from intake.export.keys import Signer, parse_public_key
from intake.export.parcel import (
    LONGEST_OF_BODY,
    MOST_NAMES,
    MOST_RELEASES,
    LeftIn,
    Parcel,
    Recall,
    write_parcel,
)
from intake.export.recipients import PublicRecipient
from intake.services import cases, local_backups, rekeying, team, vaults, versions
from intake.services.leftovers import (
    forget_updates,
    require_movable,
    require_only_ours,
    require_room,
)
from intake.services.receivable import require_receivable
from intake.services.released import counts_as_left_in, traces_of
from intake.services.sealable import Obstacle, obstacles
from intake.services.session import VaultSession
from intake.services.what_is_left import WhatIsLeft, what_is_left
from intake.services.words_of_case import forget_words
from intake.store.codec import to_time
from intake.store.migrations import NEWEST
from intake.store.parcels import month_of
from intake.store.releases import Release
from intake.vault import folder
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey, parse
from intake.vault.secret import Secret

LONGEST_LABEL = 80
_NAME_DIGITS = 8
ENDING = ".parcel"


@dataclass(frozen=True, slots=True)
class Sealed:
    """What became of cases that were sealed.

    Attributes:
        files: The parcels, in the order of the cases.
        words: How many words of the vault's lists went with them: they named somebody.
    """

    files: tuple[Path, ...]
    words: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Ended:
    """What was done so that nothing under the old keys opens any more.

    Attributes:
        destroyed: Backups that held a sealed case.
        left: What the vault knows of afterwards, seen with its new keys.
    """

    destroyed: tuple[Path, ...]
    left: WhatIsLeft

    @property
    def kept(self) -> tuple[Path, ...]:
        """Backups that still hold a sealed case: the disk did not allow to destroy them."""
        return self.left.backups

    @property
    def out_of_reach(self) -> tuple[Path, ...]:
        """As ``local_backups.Found`` tells it."""
        return self.left.out_of_reach


def require_sealable(session: VaultSession, case_ids: Iterable[CaseId], *, drafts: bool) -> None:
    """Refuse to seal what cannot be sealed as it is; see ``sealable.why_not_sealable``.

    Args:
        session: The open vault.
        case_ids: What is to be sealed; cases that are here.
        drafts: Unfinished cases may be sealed as well; for travelling.

    Raises:
        RefusedError: A case is not finished, or two versions of it are here.
    """
    wanted = frozenset(case_ids)
    for case, obstacle in obstacles(session, drafts=drafts):
        if case.id in wanted and obstacle is not None:
            raise _refusal(obstacle, case.code)


def _refusal(obstacle: Obstacle, code: str) -> RefusedError:
    match obstacle:
        case Obstacle.TWO_VERSIONS:
            return RefusedError(reason=f"two versions of case {code} are here; decide first")
        case Obstacle.DRAFT:
            return RefusedError(reason=f"case {code} is a draft; finalise it first")
        case Obstacle.UNANSWERED:
            return RefusedError(
                reason=f"something typed into case {code} is no answer yet; open it and finish"
            )


def seal(  # noqa: PLR0913 (what is sealed, for whom and where to)
    session: VaultSession,
    case_ids: Sequence[CaseId],
    *,
    to: Sequence[str],
    into: Path,
    label: str = "",
    drafts: bool = False,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> Sealed:
    """Write a parcel for each case, prove it, and remove the case from this vault.

    Nobody here can open a parcel afterwards. Until ``finish`` has moved the vault to new keys, an
    expert with the passphrase may find remains of the cases on the disk.

    Args:
        session: The open vault.
        case_ids: What is sealed.
        to: Names of trusted keys; their owners alone can open the parcels.
        into: A folder that exists; the parcels get names that tell nothing.
        label: By what a person wants to know the case here, or empty; not used for several cases.
        drafts: As ``require_sealable``.
        progress: Told (done, total) cases.
        cancel: Asked between two cases: each is sealed whole or not at all.

    Raises:
        RefusedError: As ``require_sealable``, or no other vault could take a case in.
        UsageError: Nobody is named, a name is not trusted, or the label is too long.
        RollbackError: Not everything in the vault is as it was written.
        VaultDamagedError: As before, in a vault that is known to have been put back.
        UnavailableError: The disk is full or read-only; the case that was under way is still here.
        CancelledError: Stopped; no case is sealed.
        PartlySealedError: Stopped by a person or by the disk; the cases before it are sealed.
    """
    recipients = tuple(_recipient(session, name) for name in dict.fromkeys(to))
    _require_asked(recipients, label)
    wanted = tuple(dict.fromkeys(case_ids))
    _require_room(session, into)
    require_sealable(session, wanted, drafts=drafts)
    _require_sound(session, progress, cancel or CancelToken())
    for case_id in wanted:
        require_receivable(session, case_id)
    files, words, changes = list[Path](), 0, Changes()
    try:
        for done, case_id in enumerate(wanted):
            if cancel is not None:
                cancel.check()
            progress(done, len(wanted))
            left_in = counts_as_left_in(session, case_id)
            file, parcel_id = _written(session, case_id, recipients, into, left_in)
            note = inert(label) if len(wanted) == 1 else ""
            forgotten, changes = _remove(session, case_id, parcel_id, note, left_in)
            files.append(file)
            words += forgotten
    except IntakeError as error:
        if not files:
            raise
        raise _partly(files, error) from error
    session.store.checkpoint()
    forget_updates(session.path)
    progress(len(wanted), len(wanted))
    return Sealed(tuple(files), words, changes)


def _require_asked(recipients: Sequence[PublicRecipient], label: str) -> None:
    if not recipients:
        raise UsageError(what="Name at least one trusted key that can open the parcel.")
    if len(label) > LONGEST_LABEL:
        raise UsageError(what=f"A label has at most {LONGEST_LABEL} characters.")


def _partly(files: Iterable[Path], error: IntakeError) -> PartlySealedError:
    """Name the parcels that were written: no other copy of these cases exists."""
    named = ", ".join(map(str, files))
    if isinstance(error, CancelledError):
        return PartlySealedError(files=named, reason="it was stopped")
    if isinstance(error, DiskFullError):
        return PartlySealedError(files=named, reason="the disk is full")
    reason = str(error.parameters.get("reason", "the disk did not answer"))
    return PartlySealedError(files=named, reason=reason)


def _require_room(session: VaultSession, into: Path) -> None:
    """Refuse early what would stop the change of keys after the cases are gone."""
    require_movable(session.path)
    require_only_ours(session.path)
    require_room(session.path, was_cut_off=session.store.is_change_announced)
    if into.resolve().is_relative_to(session.path.resolve()):
        raise UsageError(what="Put parcels outside of the vault's own folder, best on a stick.")


def _require_sound(session: VaultSession, progress: ProgressCallback, cancel: CancelToken) -> None:
    """Refuse to hand over what is of several moments; a vault put back as a whole may be."""
    if session.store.rollback is None:
        session.store.soundness.require(progress, cancel)
    else:
        session.store.soundness.require_for_settling()


def _recipient(session: VaultSession, name: str) -> PublicRecipient:
    pinned = session.store.keys.get(name)
    if pinned is None:
        raise UsageError(what=f"No trusted key has the name {name}. Trust it first.")
    key = parse_public_key(pinned.public.encode())
    own = parse_public_key(team.own_key(session).text.encode())
    if key.recipient.public == own.recipient.public:
        raise UsageError(what="This vault's own key would keep the parcel open here.")
    return key.recipient


def _signer(session: VaultSession) -> Signer:
    with team.keyring(session) as own:
        return own.signer(RecipientGroup.TEAM)


def _written(
    session: VaultSession,
    case_id: CaseId,
    recipients: Sequence[PublicRecipient],
    into: Path,
    left_in: Sequence[Release],
) -> tuple[Path, str]:
    """Write the parcel of a case; it is on the disk and proven when this returns."""
    parcel_id = new_id()
    file = into / f"{parcel_id[:_NAME_DIGITS]}{ENDING}"
    store = session.store
    releases = tuple(
        LeftIn(each.bundle_id, each.month, to_time(each.made), _travelling(each.body))
        for each in left_in[:MOST_RELEASES]
    )
    with store.write() as tx:  # what is read and the month are of one moment
        month = month_of(tx)
    known_as = _known_as(session, case_id)
    rows = store.parcels.rows_of(case_id)
    parcel = Parcel(parcel_id, month, NEWEST, rows, releases, known_as)
    try:
        write_parcel(file, parcel, recipients, _signer(session))
    except ValueError:
        code = store.cases.get(case_id).code
        raise RefusedError(reason=f"case {code} is larger than a parcel holds, 64 MiB") from None
    return file, parcel_id


def _known_as(session: VaultSession, case_id: CaseId) -> tuple[str, ...]:
    """Return by what else a case is known: a recall of an earlier parcel follows it."""
    came = [each.parcel_id for each in session.store.parcels.received_as(case_id)]
    names = dict.fromkeys([*came, *sorted(versions.known_as(session, case_id))])
    return tuple(names)[:MOST_NAMES]  # what came here comes first, whatever others claim


def _travelling(body: dict[str, object]) -> dict[str, object]:
    """Return what the ledger says of a bundle, without what its row numbers are made of.

    What is longer than a reader takes, the names of very many schemes for one, stays here.
    """
    short = (each for each in body.items() if len(str(each)) <= LONGEST_OF_BODY)
    return {key: value for key, value in short if key != "seed"}


def _remove(
    session: VaultSession, case_id: CaseId, parcel_id: str, label: str, left_in: Sequence[Release]
) -> tuple[int, Changes]:
    """Remove a case with everything by which it could be known again; return forgotten words."""
    store = session.store
    mates = _mates(session, case_id)
    known: Mapping[CaseId, frozenset[str]] = {}
    if store.releases.has_undivided(case_id):
        known = traces_of(session, store.releases.released_cases())
    with store.write(Action.CASE_SEALED) as tx:
        for mate in mates:  # nothing else will tell any more that these people have left
            store.releases.adopt(tx, mate, left_in)
        store.releases.forget_traces(tx, case_id, known)
        words = forget_words(session, tx, case_id)
        cases.erase_rows(session, tx, case_id)
        store.parcels.note_sealed(tx, SealedCase(parcel_id, month_of(tx), label))
        local_backups.note_sealed(store, tx)
    session.editing_since.clear()
    return words, tx.changes


def _mates(session: VaultSession, case_id: CaseId) -> tuple[CaseId, ...]:
    """Return the other cases here of the same people or their family."""
    units = session.people.units(session.store)
    return tuple(
        CaseId(each) for each, unit in units.items() if unit == units[case_id] and each != case_id
    )


def known_recovery(session: VaultSession, typed: Secret) -> RecoveryKey:
    """Return the recovery key that somebody typed, proven to be the one of this vault.

    Raises:
        WrongRecoveryKeyError: It is mistyped or another one.
    """
    recovery = parse(typed)
    try:
        with folder.open_headers(session.path, recovery=recovery).keys:
            pass
    except BaseException:
        recovery.wipe()
        raise
    return recovery


def finish(
    session: VaultSession,
    passphrase: Secret,
    recovery: RecoveryKey,
    costs: KdfCosts | None = None,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> Ended:
    """Move the vault to new keys, then destroy every backup within reach that holds a sealed case.

    The vault is opened once with its new keys: by them alone a backup is known for an older one.

    The session is closed by this. When it fails the cases are sealed all the same; what is left to
    do stays noted in the vault (``local_backups.awaits_rekey``).

    Args:
        session: The open vault.
        passphrase: Of this vault; it stays the same.
        recovery: ``known_recovery``, which stays valid, or a new one that was shown and typed back.
        costs: Costs of the key derivation; calibrated to this machine when ``None``.
        progress: Progress of the copy's check.
        cancel: Asked during the check.

    Raises:
        IntakeError: As ``rekeying.rekey``, or the vault does not open under its new keys.
    """
    rekeying.rekey(session, passphrase, recovery, costs, progress, cancel)
    opened = vaults.unlock(session.path, passphrase)
    try:
        return Ended(local_backups.destroy_outdated(opened), what_is_left(opened))
    finally:
        opened.close()


def write_recall(
    session: VaultSession, parcel_id: str, *, to: Sequence[str], out: Path, day: str, erase: bool
) -> Changes:
    """Write a signed recall of a sealed case whose person took consent back; never overwrites.

    Args:
        session: The open vault.
        parcel_id: The sealed case.
        to: Names of trusted keys: those that have the parcel.
        out: The new file.
        day: ISO day of the withdrawal.
        erase: The person wants the case erased.

    Raises:
        UsageError: No such case was sealed here, or a name is not trusted.
        UnavailableError: The disk is full or read-only.
    """
    found = {each.parcel_id: each for each in session.store.parcels.sealed()}.get(parcel_id)
    if found is None:
        raise UsageError(what="No case was sealed here under this number. List the parcels.")
    recipients = tuple(_recipient(session, name) for name in dict.fromkeys(to))
    if not recipients:
        raise UsageError(what="Name the trusted keys that have the parcel.")
    recall = Recall(parcel_id, found.month, day, erase)
    write_parcel(out, recall, recipients, _signer(session))
    with session.store.write(Action.CASE_RECALLED) as tx:
        pass
    return tx.changes
