"""Digests of rows: equal for equal rows only, hidden by a salt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.store.store import Store
from intake.store.tables import CASES, TABLES, Guard, canonical, guarded
from tests.unit.store.making import small_case

SCALARS = st.one_of(
    st.none(), st.integers(), st.binary(max_size=12), st.text(st.characters(), max_size=12)
)
ROWS = st.lists(SCALARS, max_size=4)


@given(ROWS, ROWS)
def test_different_rows_have_different_bytes(
    one: list[str | int | bytes | None], other: list[str | int | bytes | None]
) -> None:
    same = [(type(v), v) for v in one] == [(type(v), v) for v in other]
    assert (canonical(one) == canonical(other)) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["ab", "c"], ["a", "bc"]),
        (["1"], [1]),
        (["x"], [b"x"]),
        ([""], [None]),
        (["n"], [None]),
        (["t1:x"], ["t", "x"]),
    ],
)
def test_rows_that_look_alike_have_different_bytes(
    one: list[str | int | bytes | None], other: list[str | int | bytes | None]
) -> None:
    assert canonical(one) != canonical(other)


def test_a_salt_changes_the_digest_so_that_nobody_can_guess_the_row() -> None:
    row = tuple("x" for _ in CASES.columns)
    assert CASES.digest(row) != CASES.digest(row, b"salt") != CASES.digest(row, b"other")


def test_every_table_of_the_schema_is_guarded_or_known_not_to_need_it(store: Store) -> None:
    unguarded = {
        "vault",  # digested as the head
        "chain",  # guards itself
        "erasing",  # empty but for the moment of erasing
    }
    names = store._db.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
        " AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
    )
    assert {str(name) for (name,) in names} == unguarded | {table.name for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_a_guarded_table_is_under_guard(store: Store, table: object) -> None:
    assert table in TABLES
    known = next(t for t in TABLES if t is table)
    found = {str(row[1]) for row in store._db.rows(f"PRAGMA table_info({known.name})")}
    # A case's number only says where the search index finds it.
    extra = {"seal"} if known.guard is Guard.LIVE else set()
    assert found - extra - ({"number"} if known is CASES else set()) == set(known.columns)


def test_an_older_schema_has_only_the_tables_of_its_time() -> None:
    old = guarded(1, Guard.CHAINED)
    assert {t.name for t in guarded(2, Guard.CHAINED)} - {t.name for t in old} == {
        "bundles",
        "releases",
    }


def test_immutable_rows_can_be_neither_changed_nor_deleted(store: Store) -> None:
    store.add_cases([small_case("a text")])
    for table in ("revisions", "audit", "chain"):
        for statement in (f"UPDATE {table} SET number = 99", f"DELETE FROM {table}"):
            with pytest.raises(Exception, match="immutable"):
                store._db.execute(statement)
