"""Moves a vault to new keys: whoever copied the old header can open nothing written afterwards."""

from __future__ import annotations

from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import UnavailableError
from intake.services import local_backups, vaults
from intake.services.leftovers import (
    finish_rekey,
    is_remnant,
    make_room,
    outdated,
    remove_folder,
    require_movable,
    require_only_ours,
    unfinished,
)
from intake.services.session import VaultSession
from intake.vault import destruction, folder, kdf
from intake.vault.disk import disk_errors, sync_folder
from intake.vault.folder import DATABASE_NAME, MIRROR_NAME, Opened
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret


def rekey(
    session: VaultSession,
    passphrase: Secret,
    recovery: RecoveryKey,
    costs: KdfCosts | None = None,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> None:
    """Copy a vault under new keys, put the copy in its place, destroy the old one.

    The session is closed by this. Backups stay under the old keys (``local_backups.look`` names
    those that this vault knows of), and flash memory may keep old blocks: destroy the backups that
    should not open any more.

    Args:
        session: The open vault.
        passphrase: Of this vault; it stays the same. Wiped by the caller.
        recovery: A new recovery key, shown and typed back: the old one opens nothing afterwards.
        costs: Costs of the key derivation; calibrated to this machine when ``None``.
        progress: Progress of the check of the copy.
        cancel: Asked during the check.

    Raises:
        WrongPassphraseError: Nothing was changed.
        UsageError: Something in the folder of the vault is not the vault's, or the vault was opened
            by a link; nothing was changed.
        DestinationExistsError: Something that is not ours has one of the names it needs.
        UnavailableError: Read-only or full disk; nothing was changed, or only the old files are
            still there, which the next opening removes.
        CancelledError: Stopped; nothing was changed.
    """
    path = session.path
    require_movable(path)
    require_only_ours(path)
    make_room(path, was_cut_off=session.store.is_change_announced)
    new = unfinished(path)
    with disk_errors():
        opened = folder.open_headers(path, passphrase=passphrase)
        with opened.keys:
            session.store.announce_generation(opened.generation + 1)
            chosen = costs or kdf.calibrate()
            made = folder.create_headers(new, passphrase, recovery, chosen, successor_of=opened)
        try:
            with made.keys:
                _copy(session, new, made, progress, cancel)
                # The copy is opened as it will be from now on, before the old vault goes.
                store = vaults.open_store(new, made)
                local_backups.note_rekeyed(store, made.keys.header_mac)
                store.close()
            destruction.offer(new, offered=destruction.is_offered(path))
            sync_folder(new)
        except BaseException:
            remove_folder(new)
            raise
        session.store.close()
        try:
            _change_places(path)
        finally:
            session.lock.release()


def has_moved(path: Path) -> bool:
    """Tell, after a change of keys that failed, whether the new vault takes the name all the same.

    Then the old one has lost its name already, and the next opening does the rest.
    """
    return is_remnant(outdated(path), path) or not path.is_dir()


def _change_places(path: Path) -> None:
    """Give the new vault the name of the old one, which is destroyed.

    Raises:
        OSError: The old one keeps its name, and nothing was changed; or the next opening does the
            rest, see ``has_moved``.
    """
    try:
        path.rename(outdated(path))
    except OSError:
        remove_folder(unfinished(path))
        raise
    sync_folder(path.parent)
    finish_rekey(path)
    if not path.is_dir() or outdated(path).exists():
        raise UnavailableError(reason=f"the old vault could not be destroyed at {path}")


def _copy(
    session: VaultSession,
    new: Path,
    made: Opened,
    progress: ProgressCallback,
    cancel: CancelToken | None,
) -> None:
    with vaults.raw(made.keys.database) as db_key, vaults.raw(made.keys.chain) as chain_key:
        session.store.backup_to(
            new / DATABASE_NAME,
            db_key=db_key,
            mirror_path=new / MIRROR_NAME,
            chain_key=chain_key,
            progress=progress,
            cancel=cancel,
        )
