"""A database that is looked at where it lies: nothing is written, not even a file beside it.

It is read as if nobody could change it, so that it works on a drive without leave to write. What
stands in a log beside it is not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback
from intake.errors import VaultDamagedError
from intake.store.chain import read_head
from intake.store.check import check_structure, walk_chain
from intake.store.codec import from_time
from intake.store.connection import Database
from intake.store.freshness import judge
from intake.store.migrations import NEWEST, version_of
from intake.store.mirror import read_slots
from intake.store.walk import Finding, Flaw

_WHILE_READING = (
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
    ("query_only", "ON", 1),
)


class ReadingDatabase(Database):
    """A connection that can only read; the file may lie where nothing can be written."""

    access = "mode=ro&immutable=1"

    def require_access(self) -> None:
        """Ask for nothing: whether the file can be read was seen by reading its first page."""

    def _configure(self, key: bytearray, *, fresh: bool) -> None:  # noqa: ARG002 (never a new file)
        self._begin(key)
        self._set(_WHILE_READING)
        self._assert_in_force(tuple((name, expected) for name, _, expected in _WHILE_READING))


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen in a database that was only looked at.

    Attributes:
        findings: What is wrong; empty when all that was looked at is well.
        rollback: Which part is older than the rest, ``None`` when they belong together.
        note: What the database says of itself, as ``Store.rollback`` does.
        cases: How many cases there are; 0 when the database cannot be read.
        newest: When something was last done in it, ``None`` when nobody can tell.
        is_older_format: A newer program will bring it up to date when it is opened.
    """

    findings: tuple[Finding, ...]
    rollback: str | None = None
    note: str | None = None
    cases: int = 0
    newest: datetime | None = None
    is_older_format: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database and its mirror are, and what its header says of them."""

    database: Path
    mirror: Path
    vault_id: bytes
    generation: int


def look(
    place: Place,
    db_key: bytearray,
    chain_key: bytearray,
    progress: ProgressCallback,
    cancel: CancelToken | None,
) -> Looked:
    """Check pages, structure, chain and mirror of a database without changing anything.

    The search index is not checked: that needs leave to write, and it can be made anew.

    Args:
        place: The files.
        db_key: 32 bytes; wiped by the caller.
        chain_key: 32 bytes; wiped by the caller.
        progress: Progress of the walk over the chain.
        cancel: Asked during the walk.

    Raises:
        DamagedError: Missing, empty, cut short, foreign, or of a newer program.
        CancelledError: Stopped.
    """
    db = ReadingDatabase.open(place.database, db_key)
    try:
        bad = len(db.rows("PRAGMA cipher_integrity_check"))
        if bad:
            return Looked((Finding("database", Flaw.PAGES, bad),))
        version = version_of(db)
        if version == 0 or read_head(db).vault_id != place.vault_id:
            raise VaultDamagedError(part="vault id")
        findings = (*check_structure(db), *walk_chain(db, chain_key, progress, cancel))
        head = read_head(db)
        slots = read_slots(place.mirror, chain_key, place.vault_id)
        newest = db.value("SELECT max(at) FROM audit")
        return Looked(
            findings,
            rollback=judge(head, chain_key, slots, place.generation).rollback,
            note=head.rollback,
            cases=db.number("SELECT count(*) FROM cases"),
            newest=None if newest is None else from_time(newest),
            is_older_format=version < NEWEST,
        )
    finally:
        db.close()
