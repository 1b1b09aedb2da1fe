"""Backups: written whole, opened and verified, three generations kept; and restored."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import (
    DestinationExistsError,
    UsageError,
    VaultMissingError,
)
from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault import folder
from intake.vault.disk import disk_errors, sync_folder
from intake.vault.folder import DATABASE_NAME, HEADER_NAMES, MIRROR_NAME
from intake.vault.secret import Secret

GENERATIONS = 3
RESTORED = "restored from a backup"
_PREFIX = "intake-backup"
_UNFINISHED = ".unfinished"


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

    Args:
        session: The open vault.
        destination: Folder for backups; made when it is missing.
        passphrase: Of this vault: what proves that the backup opens. Wiped by the caller.
        progress: Progress of the check.
        cancel: Asked during the check.

    Raises:
        WrongPassphraseError: Nothing was written.
        UsageError: The folder lies inside the vault.
        UnavailableError: Read-only or full disk; nothing is left.
        CancelledError: Stopped; nothing is left.
    """
    if destination.resolve().is_relative_to(session.path.resolve()):
        raise UsageError(what="Keep backups outside of the vault's own folder, best on a stick.")
    opened = folder.open_headers(session.path, passphrase=passphrase)
    prefix = f"{_PREFIX}-{opened.vault_id.hex()[:8]}-"
    with opened.keys, disk_errors():
        destination.mkdir(parents=True, exist_ok=True)
        path = _free_name(destination, prefix)
        with _all_or_nothing(path) as unfinished:
            folder.copy_headers(session.path, unfinished, opened.keys)
            with vaults.raw(opened.keys.database) as db_key:
                session.store.backup_to(
                    unfinished / DATABASE_NAME,
                    db_key=db_key,
                    mirror_path=unfinished / MIRROR_NAME,
                    progress=progress,
                    cancel=cancel,
                )
            with folder.open_headers(unfinished, passphrase=passphrase).keys:
                pass
    with session.store.write(Action.BACKED_UP):
        pass
    _prune(destination, prefix)
    size = sum(file.stat().st_size for file in path.iterdir())
    return BackupReceipt(path, session.store.cases.count(), size)


def restore(backup_path: Path, vault_path: Path, passphrase: Secret) -> None:
    """Make a new vault out of a backup; never over an existing one.

    The new vault says that it was put back: it writes no bundle until somebody has stated that
    withdrawals and releases since the backup are recorded.

    Raises:
        DestinationExistsError: There is something at ``vault_path``.
        DamagedError: The backup is not whole; nothing is left of the new vault.
        WrongPassphraseError: The passphrase does not open the backup; nothing is left.
        UnavailableError: Read-only or full disk; nothing is left.
    """
    folder.describe(backup_path)
    if os.path.lexists(vault_path):
        raise DestinationExistsError(path=str(vault_path))
    with disk_errors(), _all_or_nothing(vault_path) as unfinished:
        for name in (*HEADER_NAMES, DATABASE_NAME, MIRROR_NAME):
            _copy(backup_path / name, unfinished / name, backup_path)
        session = vaults.unlock(unfinished, passphrase)
        try:
            session.store.mark_rolled_back(RESTORED)
        finally:
            session.close()


def _copy(source: Path, target: Path, backup_path: Path) -> None:
    if not source.exists():
        raise VaultMissingError(path=str(backup_path))
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _all_or_nothing(path: Path) -> Iterator[Path]:
    """Yield a new private folder that takes the name ``path`` at the end, or vanishes."""
    unfinished = path.with_name(path.name + _UNFINISHED)
    if unfinished.exists():
        shutil.rmtree(unfinished)
    unfinished.mkdir(mode=0o700)
    try:
        yield unfinished
        sync_folder(unfinished)
        unfinished.rename(path)
        sync_folder(path.parent)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def _free_name(destination: Path, prefix: str) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for number in range(1, 1000):
        path = destination / (f"{prefix}{stamp}" + (f"-{number}" if number > 1 else ""))
        if not path.exists():
            return path
    raise DestinationExistsError(path=str(destination))


def _prune(destination: Path, prefix: str) -> None:
    """Remove the oldest backups of this vault; names sort by time."""
    found = sorted((path for path in destination.iterdir() if _is_backup(path, prefix)), key=_age)
    for path in found[:-GENERATIONS]:
        shutil.rmtree(path)


def _is_backup(path: Path, prefix: str) -> bool:
    named = path.name.startswith(prefix) and not path.name.endswith(_UNFINISHED)
    return named and all((path / name).is_file() for name in HEADER_NAMES)


def _age(path: Path) -> tuple[str, int]:
    stamp = path.name.removeprefix(_PREFIX).split("-", 2)[-1]
    day, clock, *number = stamp.split("-")
    return f"{day}-{clock}", int(number[0]) if number else 1
