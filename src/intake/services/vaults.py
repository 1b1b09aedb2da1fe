"""Vaults: create, unlock, check and change secrets; backups stand in ``backups``."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.progress import CancelToken
from intake.errors import (
    DestinationExistsError,
    HostileHeaderError,
    NoFolderError,
    UnavailableError,
    UsageError,
)
from intake.services import team
from intake.services.checking import CheckLine, CheckReport, check
from intake.services.leftovers import before_update, finish_rekey, forget_updates, standing
from intake.services.released import count_all_as_left
from intake.services.session import VaultSession
from intake.services.state_code import state_code
from intake.store.store import Store
from intake.vault import destruction, folder, kdf
from intake.vault.disk import discard, disk_errors, sync_folder
from intake.vault.folder import (
    DATABASE_LOG_NAME,
    DATABASE_NAME,
    HEADER_NAMES,
    MIRROR_NAME,
    Opened,
    VaultInfo,
    VaultLock,
)
from intake.vault.kdf import KdfCosts
from intake.vault.passphrase import generate, require_strength
from intake.vault.recovery import RecoveryKey, parse
from intake.vault.secret import Secret

__all__ = ["CheckLine", "CheckReport", "check"]  # beside what is written here

COPY = "a backup, opened where it lies"  # what a copy that stays behind says of itself
_LABEL = "vault"
_KIB = 1024


def new_recovery_key() -> RecoveryKey:
    """Return a fresh recovery key; the person types it back before ``create`` is called."""
    return RecoveryKey.new()


def generate_passphrase() -> Secret:
    """Return six random words."""
    return generate()


def chosen_costs(memory_mib: int | None, passes: int | None) -> KdfCosts:
    """Return costs that a person chose instead of the calibrated ones.

    Raises:
        UsageError: They are outside the limits.
    """
    start = KdfCosts.starting()
    costs = KdfCosts(
        memory_kib=start.memory_kib if memory_mib is None else memory_mib * _KIB,
        time_cost=start.time_cost if passes is None else passes,
        lanes=start.lanes,
    )
    try:
        costs.require_allowed()
    except HostileHeaderError as error:
        raise UsageError(
            what="Choose 64 to 2048 MiB of memory and 3 to 16 passes for the key derivation."
        ) from error
    return costs


def require_usable(path: Path, passphrase: Secret) -> None:
    """Check early that a vault can be created here with this passphrase.

    Raises:
        WeakPassphraseError: Below the strength floor.
        DestinationExistsError: There is something at ``path``.
        UsageError: There is no folder above it.
    """
    with disk_errors():
        if os.path.lexists(path) and (not path.is_dir() or any(path.iterdir())):
            raise DestinationExistsError(path=str(path))
        if not path.absolute().parent.is_dir():
            raise NoFolderError(path=str(path.parent))
    require_strength(passphrase)


def create(
    path: Path,
    *,
    name: str,
    passphrase: Secret,
    recovery: RecoveryKey,
    costs: KdfCosts | None = None,
    offers_destroying: bool = False,
) -> VaultSession:
    """Create a vault and leave it open.

    Args:
        path: Folder that must not exist, or be empty.
        name: The vault's own name, kept inside.
        passphrase: Wiped by the caller.
        recovery: The key that was shown and typed back.
        costs: Costs of the key derivation; calibrated to this machine when ``None``.
        offers_destroying: The locked page offers to destroy access to it.

    Raises:
        WeakPassphraseError: Below the strength floor.
        DestinationExistsError: The folder exists and is not empty.
        UnavailableError: Read-only or full disk, too little memory.
    """
    require_usable(path, passphrase)
    was_there = path.exists()
    opened = folder.create_headers(path, passphrase, recovery, costs or kdf.calibrate())
    try:
        with opened.keys:
            if offers_destroying:
                destruction.offer(path, offered=True)
            return _filled(path, name, opened)
    except BaseException:
        _remove_new(path, with_folder=not was_there)
        raise


def _filled(path: Path, name: str, opened: Opened) -> VaultSession:
    """Return the session of a new vault that has only its header so far."""
    with ExitStack() as undo:
        lock = VaultLock.acquire(path)
        undo.callback(lock.release)
        store = _create_store(path, opened)
        undo.callback(store.close)
        session = VaultSession(path, store, lock, name=name)
        with store.write() as tx:
            store.settings.set(tx, _LABEL, {"name": name, "colour": session.colour})
        # Made now, so that the first export finds the vault as it was worked out.
        team.make_keyring(session)
        undo.pop_all()
        return session


def _create_store(path: Path, opened: Opened) -> Store:
    with raw(opened.keys.database) as db_key, raw(opened.keys.chain) as chain_key:
        return Store.create(
            path / DATABASE_NAME,
            db_key=db_key,
            chain_key=chain_key,
            mirror_path=path / MIRROR_NAME,
            vault_id=opened.vault_id,
            header_generation=opened.generation,
        )


def _remove_new(path: Path, *, with_folder: bool) -> None:
    """Remove what a failed creation left in a folder that was empty before."""
    rest = (DATABASE_NAME, DATABASE_LOG_NAME, MIRROR_NAME, destruction.OFFER_NAME)
    for name in (*HEADER_NAMES, *rest):
        discard(path / name)
    if with_folder:
        with contextlib.suppress(OSError):
            path.rmdir()


@contextmanager
def raw(secret: Secret) -> Iterator[bytearray]:
    """Yield the bytes of a secret as the store takes them, and wipe them afterwards."""
    content = bytearray(secret.view())
    try:
        yield content
    finally:
        memoryview(content)[:] = bytes(len(content))  # in place, whatever a bytearray may do


def unlock(path: Path, passphrase: Secret, cancel: CancelToken | None = None) -> VaultSession:
    """Open a vault with its passphrase.

    Args:
        path: Folder of the vault.
        passphrase: Wiped by the caller.
        cancel: Asked after the key derivation, which itself cannot be interrupted.

    Raises:
        DamagedError: Missing, empty, cut short, foreign, damaged or hostile; nothing is changed.
        WrongPassphraseError: The passphrase opens no slot.
        UnavailableError: In use, too little memory, read-only or full disk.
        CancelledError: Stopped.
    """
    return _unlock(path, cancel, passphrase=passphrase)


def unlock_with_recovery(path: Path, typed: Secret) -> VaultSession:
    """Open a vault with its recovery key as it was typed.

    Raises:
        WrongRecoveryKeyError: It is mistyped or opens no slot.
        IntakeError: As ``unlock``.
    """
    with parse(typed) as recovery:
        return _unlock(path, None, recovery=recovery)


def _unlock(
    path: Path,
    cancel: CancelToken | None,
    passphrase: Secret | None = None,
    recovery: RecoveryKey | None = None,
) -> VaultSession:
    finish_rekey(path)
    info(path)  # tells a missing or foreign vault from one that is in use
    with ExitStack() as undo:
        lock = VaultLock.acquire(path)
        undo.callback(lock.release)
        opened = folder.open_headers(path, passphrase=passphrase, recovery=recovery)
        with opened.keys:
            if cancel is not None:
                cancel.check()
            store = open_store(path, opened)
        undo.callback(store.close)
        session = VaultSession(path, store, lock, healed=opened.healed)
        session.opened_state = state_code(store)
        label = store.settings.get(_LABEL)
        if isinstance(label, dict):
            session.name = str(label.get("name", ""))
            session.colour = str(label.get("colour", session.colour))
        undo.pop_all()
        return session


def open_store(path: Path, opened: Opened) -> Store:
    """Open the store of a vault whose header is open.

    Raises:
        IntakeError: As ``unlock``, but for wrong secrets.
    """
    with raw(opened.keys.database) as db_key, raw(opened.keys.chain) as chain_key:
        return Store.open(
            path / DATABASE_NAME,
            db_key=db_key,
            chain_key=chain_key,
            mirror_path=path / MIRROR_NAME,
            vault_id=opened.vault_id,
            header_generation=opened.generation,
            before_migration=partial(_back_up_first, path, opened),
        )


def _back_up_first(path: Path, opened: Opened, store: Store) -> None:
    """Keep a copy of the vault as it is beside its own files, before a new program changes it."""
    copy = before_update(path, opened.generation)
    forget_updates(path)
    with disk_errors():
        try:
            copy.mkdir(mode=0o700)
        except FileExistsError:  # with files in it that are not ours
            raise DestinationExistsError(path=str(copy)) from None
        sync_folder(path)
        folder.copy_headers(path, copy, opened.keys)
        with raw(opened.keys.database) as db_key:
            mirror = copy / MIRROR_NAME
            store.backup_to(copy / DATABASE_NAME, db_key=db_key, mirror_path=mirror, note=COPY)


def info(path: Path) -> VaultInfo:
    """Return what can be told without a passphrase, format and costs; changes nothing on the disk.

    Raises:
        DamagedError: As ``unlock``.
    """
    return folder.describe(standing(path))


def change_passphrase(
    session: VaultSession, old: Secret, new: Secret, costs: KdfCosts | None = None
) -> None:
    """Wrap the vault's key under a new passphrase; the recovery key stays valid.

    Args:
        session: The open vault.
        old: The passphrase so far.
        new: The new passphrase; both are wiped by the caller.
        costs: Costs of the key derivation; calibrated to this machine when ``None``.

    Raises:
        WeakPassphraseError: The new one is below the strength floor.
        WrongPassphraseError: The old one is wrong; nothing was changed.
    """
    require_strength(new)
    with _new_generation(session) as confirm:
        confirm.append(folder.change_passphrase(session.path, old, new, costs))
    _note(session, Action.PASSPHRASE_CHANGED)


def reset_passphrase(
    session: VaultSession, recovery: Secret, new: Secret, costs: KdfCosts | None = None
) -> None:
    """Set a new passphrase with the recovery key, for a forgotten one; see ``change_passphrase``.

    Raises:
        WeakPassphraseError: The new one is below the strength floor.
        WrongRecoveryKeyError: It is mistyped or opens no slot.
    """
    require_strength(new)
    with parse(recovery) as key, _new_generation(session) as confirm:
        confirm.append(folder.change_passphrase(session.path, key, new, costs))
    _note(session, Action.PASSPHRASE_CHANGED)


def replace_recovery_key(session: VaultSession, passphrase: Secret, new: RecoveryKey) -> None:
    """Replace the recovery key; the old paper is worthless afterwards.

    Raises:
        WrongPassphraseError: Nothing was changed.
    """
    with _new_generation(session) as confirm:
        confirm.append(folder.replace_recovery(session.path, passphrase, new))
    _note(session, Action.RECOVERY_REPLACED)


def state_caught_up(session: VaultSession, *, no_bundle_since: bool) -> None:
    """Take a person's word that withdrawals since a put-back are recorded, and what of bundles.

    Who left in a bundle that this vault does not know of would leave again beside other people, and
    whoever laid the two on one another could tell them apart.

    Args:
        session: The open vault.
        no_bundle_since: Nothing was exported since the state that was put back. Where something
            was, or nobody knows, every case here counts as left in a bundle from now on.

    Raises:
        VaultDamagedError: Some rows are older than others; only a backup helps.
    """
    if not no_bundle_since:
        session.store.soundness.require_for_settling()
        with session.store.write() as tx:
            count_all_as_left(session.store, tx)
    session.store.settle_rollback()


@contextmanager
def _new_generation(session: VaultSession) -> Iterator[list[int]]:
    """Announce a change of the header to the store, and confirm what came of it."""
    confirmed: list[int] = []
    session.store.announce_generation(session.store.generation + 1)
    yield confirmed
    # The header stands. A disk that is full now must not tell a person that nothing was changed:
    # what was announced is legal, and the next opening confirms it.
    with contextlib.suppress(UnavailableError):
        session.store.confirm_generation(confirmed[0])


def _note(session: VaultSession, action: Action) -> None:
    with contextlib.suppress(UnavailableError), session.store.write(action):
        pass
