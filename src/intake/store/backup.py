"""Verified copies: a backup under the same keys, or a vault that moves to new ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import VaultDamagedError
from intake.store.chain import read_head
from intake.store.check import check_database, relink, walk_chain
from intake.store.connection import Database, remove_database
from intake.store.mirror import Mirror, MirrorState
from intake.store.walk import Finding
from intake.store.writer import Writer


@dataclass(frozen=True, slots=True)
class CopyFiles:
    """Files and keys of a copy; neither file may exist.

    Attributes:
        db_key: 32 bytes; wiped by the caller.
        chain_key: 32 bytes; wiped by the caller.
        note: Why the copy counts as put back to an earlier state once somebody works in it, as
            ``Store.rollback`` gives it; ``None`` for a copy that takes the place of the vault.
    """

    path: Path
    mirror_path: Path
    db_key: bytearray
    chain_key: bytearray
    note: str | None = None


def copy_verified(
    source: Database,
    chain_key: bytearray,
    files: CopyFiles,
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
    target = Database.create(files.path, files.db_key)
    try:
        try:
            source.backup_into(target)
        finally:
            target.close()
        _finish(chain_key, files, progress, cancel)
    except BaseException:
        remove_database(files.path)
        raise


def _finish(
    chain_key: bytearray,
    files: CopyFiles,
    progress: ProgressCallback,
    cancel: CancelToken | None,
) -> None:
    copy = Database.open(files.path, files.db_key)
    try:
        _insist(check_database(copy, chain_key, progress, cancel))
        if files.chain_key != chain_key:
            relink(copy, files.chain_key)
            _insist(walk_chain(copy, files.chain_key))
        _guard(copy, files)
    finally:
        copy.close()


def _guard(copy: Database, files: CopyFiles) -> None:
    """Give the copy a mirror of its own, and note in both what kind of copy it is."""
    head = read_head(copy)
    state = MirrorState(head.counter, head.generation, head.digest(files.chain_key))
    mirror = Mirror.create(files.mirror_path, files.chain_key, head.vault_id, state)
    writer = Writer(copy, mirror, files.chain_key, head)
    try:
        if files.note is not None and head.rollback is None:
            with writer.write() as tx:
                tx.alter_head(rollback=files.note)
    except BaseException:
        files.mirror_path.unlink()
        raise
    finally:
        writer.close()


def _insist(found: tuple[Finding, ...]) -> None:
    if found:
        raise VaultDamagedError(part=found[0].part)
