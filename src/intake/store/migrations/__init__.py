"""Schema versions as numbered steps, each run once inside the transaction that is open."""

from __future__ import annotations

from collections.abc import Callable

from intake.errors import NewerFormatError
from intake.store.connection import Database
from intake.store.migrations import (
    m0001_initial,
    m0002_releases,
    m0003_rulings,
    m0004_looks,
    m0005_parcels,
)
from intake.store.transaction import Transaction

# A step is SQL, and functions for what SQL cannot do: a table that got a column is sealed anew with
# ``Transaction.reseal``. It says itself as of which version it means a table: ``CASES.at(3)``.
Part = str | Callable[[Transaction], None]
STEPS: tuple[tuple[Part, ...], ...] = (
    m0001_initial.STATEMENTS,
    m0002_releases.STATEMENTS,
    m0003_rulings.STATEMENTS,
    m0004_looks.STATEMENTS,
    m0005_parcels.STATEMENTS,
)
NEWEST = len(STEPS)


def version_of(db: Database) -> int:
    """Return the schema version of an open database.

    Raises:
        NewerFormatError: A newer program wrote it.
    """
    found = db.number("PRAGMA user_version")
    if found > len(STEPS):
        raise NewerFormatError(found=found, known=len(STEPS))
    return found


def upgrade(tx: Transaction, to: int | None = None) -> None:
    """Bring the schema up to a version, the newest one if none is named."""
    for number in range(version_of(tx.db), len(STEPS) if to is None else to):
        for part in STEPS[number]:
            if callable(part):
                part(tx)
            else:
                tx.db.execute(part)
        tx.db.execute(f"PRAGMA user_version = {number + 1}")
