"""A schema version to come: guarded tables with another column, and one table more; tests alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest

from intake.store import migrations
from intake.store.migrations import NEWEST, Part
from intake.store.tables import Later, Table
from intake.store.transaction import Transaction

NEXT = NEWEST + 1
BEFORE = "as before"
NOTES = Table("notes", ("id",), ("id", "case_id", "words"), since=NEXT)
_MAKE_NOTES = """
    CREATE TABLE notes (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL REFERENCES cases (id),
        words TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT
    """
# Lists of tables that a new one goes to the end of, and one that it goes to the beginning of.
_LAST, _FIRST = ("TABLES", "OF_A_CASE", "CARRIED"), ("_ERASED",)
_COUNTED = ("store.store", "store.reading", "services.parcels", "services.sealing")


def with_column(table: Table, before: str = BEFORE) -> Table:
    """Return a table that has got another column in the version to come."""
    return replace(table, columns=(*table.columns, "added"), later=(Later("added", NEXT, before),))


def grow(
    monkeypatch: pytest.MonkeyPatch,
    *chosen: Table,
    reseal: bool = True,
    notes: bool = False,
    before: str = BEFORE,
) -> tuple[Table, ...]:
    """Give the program another schema version, as whoever writes a migration has to.

    What makes a new row of a chosen table does not know its new column, and cannot be used.

    Args:
        monkeypatch: Takes it back.
        chosen: Tables that get a column.
        reseal: The migration guards the rows anew.
        notes: There is a new table as well, ``NOTES``, whose rows belong to cases.
        before: What the column is said to say of rows from before; the migration says ``BEFORE``.
    """
    grown = {table.name: with_column(table, before) for table in chosen}
    more = (NOTES,) if notes else ()
    for module, name, found in _tables():
        if isinstance(found, Table):
            new: object = grown.get(found.name, found)
        else:
            known = tuple(grown.get(each.name, each) for each in found)
            new = (*(more if name in _FIRST else ()), *known, *(more if name in _LAST else ()))
        if new != found:
            monkeypatch.setattr(module, name, new)

    def guard(tx: Transaction) -> None:
        for table in grown.values():
            tx.reseal(table.at(NEXT))

    columns = [
        f"ALTER TABLE {name} ADD COLUMN added TEXT NOT NULL DEFAULT '{BEFORE}'" for name in grown
    ]
    step: tuple[Part, ...] = (*columns, *([guard] if reseal else []), *([_MAKE_NOTES] * notes))
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    for name in _COUNTED:
        monkeypatch.setattr(f"intake.{name}.NEWEST", NEXT)
    return tuple(grown.values())


def _tables() -> Iterator[tuple[ModuleType, str, Table | tuple[Table, ...]]]:
    """Yield every table, and every list of tables, by the modules of the store that have it."""
    for name, module in list(sys.modules.items()):
        if not name.startswith("intake.store"):
            continue
        for attribute, found in list(vars(module).items()):
            is_list = isinstance(found, tuple) and found and isinstance(found[0], Table)
            if isinstance(found, Table) or is_list:
                yield module, attribute, found
