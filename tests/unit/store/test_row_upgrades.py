"""Rows that lie outside of a vault say in this program what a migration makes of them in one.

A parcel and a damaged vault are no database that a migration could change. For each version there
ever was, and for one to come, both ways are held against each other.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.errors import NewerFormatError
from intake.store import cases, parcel_rows, rescue, tables
from intake.store.connection import Scalar
from intake.store.migrations import NEWEST
from intake.store.salvage import Reader, Salvage
from intake.store.store import Store
from intake.store.tables import (
    CASES,
    LOOKS,
    OWN_KEYS,
    PARCELS,
    PERSONS,
    REVISIONS,
    TRUSTED_KEYS,
    Table,
)
from tests.unit.store.growing import BEFORE, NEXT, grow
from tests.unit.store.making import DB_KEY, Vault
from tests.unit.store.record import RECORDED, record

VERSIONS = range(1, NEWEST + 1)
Rows = dict[str, list[dict[str, Scalar]]]


def recorded(tmp_path: Path, version: int) -> Vault:
    return Vault(Path(shutil.copytree(RECORDED / f"version-{version}", tmp_path / "recorded")))


def in_order(rows: Rows) -> Rows:
    return {name: sorted(held, key=repr) for name, held in rows.items()}


def read_outside(vault: Vault) -> Rows:
    """Return every guarded row as a rescue reads it where it lies."""
    source = Salvage(vault.database, bytearray(DB_KEY))
    reader = Reader(source)
    try:
        found = {
            table.name: reader.from_both_ends(table, "1") for table in reader.known(tables.TABLES)
        }
    finally:
        source.close()
    assert all(is_all for _, is_all in found.values())
    return in_order({table.name: found.get(table.name, ([], True))[0] for table in tables.TABLES})


def migrated(vault: Vault) -> Rows:
    """Return every guarded row once a migration has brought the vault up to date."""
    store = vault.open()
    try:
        assert store.check() == ()
        return in_order({table.name: rows_in(store, table) for table in tables.TABLES})
    finally:
        store.close()


def rows_in(store: Store, table: Table) -> list[dict[str, Scalar]]:
    columns = table.columns
    found = store._db.rows(f"SELECT {', '.join(columns)} FROM {table.name}")
    return [dict(zip(columns, row, strict=True)) for row in found]


@pytest.mark.parametrize("version", VERSIONS)
def test_rows_outside_say_what_a_migration_makes_of_them(tmp_path: Path, version: int) -> None:
    vault = recorded(tmp_path, version)
    outside = read_outside(vault)
    assert outside["persons"]
    assert outside == migrated(vault)


def test_what_is_recorded_next_has_a_row_of_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What has no row cannot show that a migration and a ``Later`` say the same of it."""
    vault = Vault(tmp_path / "made")
    record(vault.folder, NEWEST)
    assert [name for name, held in read_outside(vault).items() if not held] == []
    grow(monkeypatch, PARCELS, TRUSTED_KEYS, OWN_KEYS)
    outside = read_outside(vault)
    assert {row["added"] for row in outside["parcels"]} == {BEFORE}
    assert outside == migrated(vault)


@pytest.mark.parametrize("version", VERSIONS)
def test_in_a_version_to_come_as_well(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(monkeypatch, CASES, PERSONS, REVISIONS, notes=True)
    vault = recorded(tmp_path, version)
    outside = read_outside(vault)
    assert {row["added"] for row in outside["persons"]} == {BEFORE}
    assert outside["notes"] == []
    assert outside == migrated(vault)


def test_a_migration_that_says_something_else_of_rows_from_before_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(monkeypatch, PERSONS, before="otherwise")
    vault = recorded(tmp_path, NEWEST)
    outside = read_outside(vault)
    inside = migrated(vault)
    assert outside != inside
    assert {name for name in inside if outside[name] != inside[name]} == {"persons"}


def test_a_vault_of_a_later_version_is_not_read_in_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = recorded(tmp_path, NEWEST)
    with monkeypatch.context() as later:
        grow(later, PERSONS)
        vault.open().close()
    with pytest.raises(NewerFormatError, match=f"format {NEXT}.*Update the program"):
        Salvage(vault.database, bytearray(DB_KEY))


def of_cases() -> set[str]:
    """Return the tables whose rows belong to cases; notes of parcels are the vault's own."""
    return {t.name for t in tables.TABLES if "case_id" in t.columns} - {PARCELS.name}


def test_every_table_of_cases_travels_is_rescued_and_goes_with_its_case() -> None:
    assert {table.name for table in tables.OF_A_CASE} == of_cases()
    assert {table.name for table in parcel_rows.CARRIED} == of_cases() | {CASES.name}
    assert {table.name for table in cases._ERASED} == of_cases() | {CASES.name, PARCELS.name}


def test_every_table_of_the_vault_is_rescued() -> None:
    of_the_vault = {table.name for table in tables.TABLES} - of_cases() - {CASES.name}
    partly = rescue._PARTLY_OF_CASES
    assert {table.name for table in rescue._OF_THE_VAULT} == of_the_vault | partly


@pytest.mark.parametrize(
    ("owner", "notices"),
    [
        ("case_id", test_every_table_of_cases_travels_is_rescued_and_goes_with_its_case),
        ("kept_by", test_every_table_of_the_vault_is_rescued),
    ],
)
def test_a_table_that_somebody_forgot_to_list_is_noticed(
    monkeypatch: pytest.MonkeyPatch, owner: str, notices: Callable[[], None]
) -> None:
    forgotten = Table("forgotten", ("id",), ("id", owner), since=NEXT)
    monkeypatch.setattr(tables, "TABLES", (*tables.TABLES, forgotten))
    with pytest.raises(AssertionError):
        notices()


def test_a_row_keeps_what_it_says_whatever_is_added() -> None:
    row: dict[str, Scalar] = {"id": "x", "round": 2}
    assert LOOKS.upgraded(row, 4) == row
