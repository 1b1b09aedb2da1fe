"""Schema versions as numbered steps, each run once inside a transaction of its own."""

from __future__ import annotations

from intake.errors import NewerFormatError
from intake.store.connection import Database
from intake.store.migrations import m0001_initial, m0002_releases

STEPS: tuple[tuple[str, ...], ...] = (m0001_initial.STATEMENTS, m0002_releases.STATEMENTS)
NEWEST = len(STEPS)


def version_of(db: Database) -> int:
    """Return the schema version of an open database.

    Raises:
        NewerFormatError: A newer program wrote it.
    """
    found = db.number("PRAGMA user_version")
    if found > NEWEST:
        raise NewerFormatError(found=found, known=NEWEST)
    return found


def upgrade(db: Database, to: int = NEWEST) -> None:
    """Bring the schema up to a version, inside the transaction that is open."""
    for number in range(version_of(db), to):
        for statement in STEPS[number]:
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {number + 1}")
