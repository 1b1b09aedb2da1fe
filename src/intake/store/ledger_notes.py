"""Notes in the ledger: rows beside those of bundles, told apart by a colon in their keys.

A note can be replaced or removed where something is sealed or erased; a bundle never can. Each has
a salt of its own, so that what the chain keeps of a note that is gone says nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from typing import Any

from intake.store.codec import from_json, to_json, to_time
from intake.store.connection import Database
from intake.store.tables import BUNDLES
from intake.store.transaction import Transaction

_LEDGER = "ledger"  # no id of a case
Body = dict[str, Any]


def add_note(tx: Transaction, key: str, body: Body) -> None:
    """Add a note; of its time it has the month only, since a day goes with the case."""
    made = tx.at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    tx.insert(
        BUNDLES,
        {
            "bundle_id": key,
            "month": to_time(made)[:7],
            "made": to_time(made),
            "body": to_json({**body, "salt": secrets.token_hex(16)}),
        },
    )


def notes(db: Database, prefix: str) -> Iterator[tuple[str, Body]]:
    """Yield (rest of the key, body) of all notes whose keys begin with a prefix, sorted by key."""
    rows = db.rows(
        "SELECT bundle_id, body FROM bundles WHERE bundle_id LIKE ? ORDER BY bundle_id",
        (prefix + "%",),
    )
    for key, body in rows:
        yield str(key).removeprefix(prefix), from_json(body)


def replace_note(tx: Transaction, key: str, body: Body) -> None:
    """Replace a note, or remove it where nothing is left of it."""
    tx.run("INSERT INTO erasing VALUES (?)", (_LEDGER,))
    tx.delete(BUNDLES, (key,))
    tx.run("DELETE FROM erasing")
    if body:
        add_note(tx, key, body)


def rewrite_notes(
    tx: Transaction, db: Database, prefix: str, change: Callable[[Body], Body | None]
) -> None:
    """Replace the notes that a function changes, and remove those that it leaves empty.

    Args:
        tx: The open write.
        db: Where the notes are.
        prefix: How their keys begin.
        change: Returns the new body, an empty one to remove the note, or ``None`` to leave it.
    """
    for rest, body in list(notes(db, prefix)):
        changed = change({name: value for name, value in body.items() if name != "salt"})
        if changed is not None:
            replace_note(tx, prefix + rest, changed)
