"""Backups: written whole, opened and verified, three generations kept; and restored."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import (
    DestinationExistsError,
    IntakeError,
    NoFolderError,
    SeveralBackupsError,
    UsageError,
    VaultMissingError,
)
from intake.services import local_backups, vaults
from intake.services.leftovers import remove_folder
from intake.services.session import VaultSession
from intake.vault import folder
from intake.vault.disk import disk_errors, sync_folder
from intake.vault.folder import DATABASE_LOG_NAME, DATABASE_NAME, HEADER_NAMES, MIRROR_NAME
from intake.vault.secret import Secret

_MOST_NAMED = 10
GENERATIONS = 3
RESTORED = "restored from a backup"
_UNFINISHED = ".unfinished"
_SIGN = "unfinished"  # in the folder until it is whole: so we know it for ours
_STAMP = re.compile(r"([0-9]{8}-[0-9]{6})(?:-([0-9]{1,3}))?")


@dataclass(frozen=True, slots=True)
class BackupReceipt:
    """A backup that was written, opened and verified.

    Attributes:
        size: Bytes of all its files.
    """

    path: Path
    cases: int
    size: int


def backup(
    session: VaultSession,
    destination: Path,
    passphrase: Secret,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> BackupReceipt:
    """Write a backup into a folder and verify it; the oldest beyond three goes afterwards.

    A backup is a vault folder of its own that opens with the same passphrase and recovery key.
    Opened in its place it says that it is an earlier state, and writes no bundle: withdrawals since
    then are not in it.

    Args:
        session: The open vault.
        destination: Folder for backups; made when it is missing, but no folder above it.
        passphrase: Of this vault: what proves that the backup opens. Wiped by the caller.
        progress: Progress of the check.
        cancel: Asked during the check.

    Raises:
        WrongPassphraseError: Nothing was written.
        UsageError: The folder lies inside the vault.
        DestinationExistsError: There is a file instead of the folder.
        UnavailableError: Read-only or full disk; nothing is left.
        CancelledError: Stopped; nothing is left.
    """
    if destination.resolve().is_relative_to(session.path.resolve()):
        raise UsageError(what="Keep backups outside of the vault's own folder, best on a stick.")
    opened = folder.open_headers(session.path, passphrase=passphrase)
    prefix = local_backups.prefix_of(opened.vault_id)
    with opened.keys, disk_errors():
        _make_folder(destination)
        with session.store.write() as tx:
            local_backups.expect(session.store, tx, destination)
        path = _free_name(destination, prefix)
        with all_or_nothing(path) as unfinished:
            folder.copy_headers(session.path, unfinished, opened.keys)
            with vaults.raw(opened.keys.database) as db_key:
                session.store.backup_to(
                    unfinished / DATABASE_NAME,
                    db_key=db_key,
                    mirror_path=unfinished / MIRROR_NAME,
                    note=vaults.COPY,
                    progress=progress,
                    cancel=cancel,
                )
            with folder.open_headers(unfinished, passphrase=passphrase).keys:
                pass
    with disk_errors():
        pruned = _prune(destination, prefix)
    with session.store.write(Action.BACKED_UP) as tx:
        local_backups.remember(session.store, tx, path, pruned)
    with disk_errors():
        size = sum(file.stat().st_size for file in path.iterdir())
    return BackupReceipt(path, session.store.cases.count(), size)


def beside(vault: Path, vault_id: bytes | None = None) -> tuple[Path, ...]:
    """Return the backups of a vault that lie beside it or in a folder beside it; needs no secret.

    Args:
        vault: Folder of the vault.
        vault_id: As its header gave it; backups of any vault when that is gone.
    """
    places = [vault.absolute().parent]
    with suppress(OSError):
        places += [each for each in places[0].iterdir() if each.is_dir() and not each.is_symlink()]
    found = []
    for place in places:
        with suppress(OSError):
            found += [each for each in place.iterdir() if _is_backup(each, vault_id)]
    return tuple(sorted(found))


def _is_backup(path: Path, vault_id: bytes | None) -> bool:
    any_vault = path.name[: len(local_backups.prefix_of(bytes(4)))]
    prefix = any_vault if vault_id is None else local_backups.prefix_of(vault_id)
    return path.name.startswith(f"{local_backups.PREFIX}-") and _age(path, prefix) is not None


def _make_folder(destination: Path) -> None:
    try:
        is_new = not destination.exists()
        destination.mkdir(mode=0o700, exist_ok=True)
        if is_new:
            sync_folder(destination.parent)
    except FileNotFoundError:
        raise NoFolderError(path=str(destination.parent)) from None
    except FileExistsError:
        raise DestinationExistsError(path=str(destination)) from None


def restore(backup_path: Path, vault_path: Path, passphrase: Secret) -> None:
    """Make a new vault out of a backup; never over an existing one.

    The new vault says that it was put back: it writes no bundle until somebody has stated that
    withdrawals and releases since the backup are recorded.

    Raises:
        DestinationExistsError: There is something at ``vault_path``.
        UsageError: There is no folder above it.
        DamagedError: The backup is not whole; nothing is left of the new vault.
        WrongPassphraseError: The passphrase does not open the backup; nothing is left.
        UnavailableError: Read-only or full disk; nothing is left.
    """
    require_one(backup_path)
    folder.describe(backup_path)
    if os.path.lexists(vault_path):
        raise DestinationExistsError(path=str(vault_path))
    if not vault_path.parent.is_dir():
        raise NoFolderError(path=str(vault_path.parent))
    with disk_errors(), all_or_nothing(vault_path) as unfinished:
        for name in (*HEADER_NAMES, DATABASE_NAME, MIRROR_NAME):
            _copy(backup_path / name, unfinished / name)
        # A copy of a vault's folder that was made by hand may have a log with the newest writes.
        if (backup_path / DATABASE_LOG_NAME).is_file():
            _copy(backup_path / DATABASE_LOG_NAME, unfinished / DATABASE_LOG_NAME)
        session = vaults.unlock(unfinished, passphrase)
        try:
            with session.store.write() as tx:  # it opens with the same keys, and holds the same
                local_backups.remember(session.store, tx, backup_path)
            session.store.mark_rolled_back(RESTORED)
        finally:
            session.close()


def require_one(path: Path) -> None:
    """Refuse the folder in which backups stand: which one is meant is for a person to say.

    Raises:
        UsageError: There are backups in it.
    """
    with disk_errors():
        if not path.is_dir() or any((path / name).exists() for name in HEADER_NAMES):
            return
        names = sorted(
            each.name
            for each in path.iterdir()
            if all((each / name).is_file() for name in HEADER_NAMES)
        )
    if names:
        shown = ", ".join(names[-_MOST_NAMED:])
        raise SeveralBackupsError(path=str(path), names=shown)


def _copy(source: Path, target: Path) -> None:
    if source.is_symlink() or not source.is_file():  # a pipe or a device would never end
        raise VaultMissingError(path=str(source.parent))
    shutil.copyfile(source, target)
    with target.open("r+b") as file:
        os.fsync(file.fileno())


@contextmanager
def all_or_nothing(path: Path) -> Iterator[Path]:
    """Yield a new private folder that takes the name ``path`` at the end, or vanishes."""
    unfinished = path.with_name(path.name + _UNFINISHED)
    _clear(unfinished)
    unfinished.mkdir(mode=0o700)
    sign = unfinished / _SIGN
    try:
        sign.touch(mode=0o600)
        yield unfinished
        sign.unlink()
        sync_folder(unfinished)
        try:
            unfinished.rename(path)
        except FileExistsError:  # made meanwhile, on a system that says so
            raise DestinationExistsError(path=str(path)) from None
        sync_folder(path.parent)
    except BaseException:
        with suppress(IntakeError, OSError):
            remove_folder(unfinished)
        raise


def _clear(unfinished: Path) -> None:
    """Remove what a crash left under this name, and nothing that is somebody's own."""
    if not os.path.lexists(unfinished):
        return
    is_folder = unfinished.is_dir() and not unfinished.is_symlink()
    if not is_folder or not ((unfinished / _SIGN).is_file() or not any(unfinished.iterdir())):
        raise DestinationExistsError(path=str(unfinished))
    remove_folder(unfinished)


def _free_name(destination: Path, prefix: str) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for number in range(1, 1000):
        path = destination / (f"{prefix}{stamp}" + (f"-{number}" if number > 1 else ""))
        if not path.exists():
            return path
    raise DestinationExistsError(path=str(destination))


def _prune(destination: Path, prefix: str) -> tuple[Path, ...]:
    """Remove the oldest backups of this vault; return them."""
    ages = {path: _age(path, prefix) for path in destination.iterdir()}
    found = sorted((age, path) for path, age in ages.items() if age is not None)
    oldest = tuple(path for _, path in found[:-GENERATIONS])
    for path in oldest:
        remove_folder(path)
    return oldest


def _age(path: Path, prefix: str) -> tuple[str, int] | None:
    """Return when a backup of this vault was made; ``None`` for anything else in the folder."""
    named = _STAMP.fullmatch(path.name.removeprefix(prefix))
    if not path.name.startswith(prefix) or named is None:
        return None
    if path.is_symlink() or not all((path / name).is_file() for name in HEADER_NAMES):
        return None
    return named[1], int(named[2] or 1)
