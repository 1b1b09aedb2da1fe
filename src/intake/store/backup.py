"""Backups: a copy of the database in a new file, opened and checked before it counts."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import VaultDamagedError
from intake.store.chain import read_head
from intake.store.check import Finding, check_database
from intake.store.connection import Database
from intake.store.mirror import Mirror, MirrorState


def copy_verified(
    source: Database,
    path: Path,
    mirror_path: Path,
    *,
    db_key: bytearray,
    chain_key: bytearray,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> None:
    """Copy a database into a new file with a mirror of its own, then open and check the copy.

    Raises:
        DestinationExistsError: One of the files exists; nothing was written over.
        VaultDamagedError: The copy fails a check; it was removed.
        UnavailableError: Disk full or read-only; nothing is left.
        CancelledError: Stopped; nothing is left.
    """
    made: list[Path] = []
    try:
        target = Database.create(path, db_key)
        made.append(path)
        try:
            source.backup_into(target)
        finally:
            target.close()
        copy = Database.open(path, db_key)
        try:
            found = check_database(copy, chain_key, progress, cancel)
            head = read_head(copy)
        finally:
            copy.close()
        _insist(found)
        state = MirrorState(head.counter, head.generation, head.digest(chain_key))
        Mirror.create(mirror_path, chain_key, head.vault_id, state).close()
    except BaseException:
        for file in made:
            with suppress(OSError):
                file.unlink()
        raise


def _insist(found: tuple[Finding, ...]) -> None:
    if found:
        raise VaultDamagedError(part=found[0].part)
