"""What is looked for in the rows of a parcel, by the names of columns, is in every table of a case.

The lists of names are written by hand; the schema and a case with everything in it say whether one
is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.parcel import CaseRows
from intake.store import parcel_rows, salvage
from intake.store.migrations import NEWEST
from intake.store.parcel_rows import CARRIED, columns_of
from intake.store.store import Store
from tests.unit.store.making import Vault
from tests.unit.store.record import record

PAGE = (Path(__file__).parents[3] / "docs" / "bundle-format.md").read_text("utf-8")
TIME = re.compile(r"\d{4}-\d\d-\d\dT.*")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Yield a vault with something of everything."""
    vault = Vault(tmp_path_factory.mktemp("full") / "vault")
    record(vault.folder, NEWEST)
    store = vault.open()
    yield store
    store.close()


@pytest.fixture(scope="module")
def rows(full: Store) -> CaseRows:
    """Return the rows of the case in which everything is recorded."""
    cases = (full.parcels.rows_of(case_id) for case_id in full.cases.ids())
    return max(cases, key=lambda rows: sum(map(len, rows.values())))


def unlisted_references(full: Store) -> set[str]:
    """Return the columns that name another row by the schema, and by no list."""
    found = {
        str(row[3])
        for table in CARRIED
        for row in full._db.rows(f"PRAGMA foreign_key_list({table.name})")
    }
    return found - {"case_id", *parcel_rows._REFERRING}


def unlisted_times(rows: CaseRows) -> set[str]:
    """Return the columns that hold times, and are in no list."""
    found = {
        column
        for held in rows.values()
        for row in held
        for column, value in row.items()
        if isinstance(value, str) and TIME.fullmatch(value)
    }
    return found - parcel_rows._TIMES


def test_every_case_has_something_in_every_table(rows: CaseRows) -> None:
    assert [name for name, held in rows.items() if not held] == []


def test_no_row_can_reach_into_another_case(full: Store) -> None:
    assert unlisted_references(full) == set()


def test_every_id_has_to_be_one() -> None:
    columns = {column for table in CARRIED for column in columns_of(table)}
    named = {each for each in columns if each == "id" or each.endswith("_id")}
    assert named | {"owner"} == {*parcel_rows._ID_COLUMNS}


def test_every_time_has_to_be_one(rows: CaseRows) -> None:
    assert unlisted_times(rows) == set()


def test_a_reference_or_a_time_that_somebody_forgot_to_list_is_noticed(
    full: Store, rows: CaseRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel_rows, "_REFERRING", ("interview_id", "event_id", "person_id"))
    monkeypatch.setattr(parcel_rows, "_TIMES", parcel_rows._TIMES - {"made"})
    assert unlisted_references(full) == {"statement_id"}
    assert unlisted_times(rows) == {"made"}


def test_the_page_about_parcels_names_every_table() -> None:
    told = PAGE.partition("`tables` holds, for each of")[2].partition(", a list of rows")[0]
    assert set(re.findall(r"`(\w+)`", told)) == {table.name for table in CARRIED}


def test_a_rescue_knows_which_tables_lie_in_the_order_of_their_keys(full: Store) -> None:
    found = full._db.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%WITHOUT ROWID%'"
        " AND name NOT LIKE 'search%'"
    )
    assert {str(name) for (name,) in found} == salvage._WITHOUT_ROWID
