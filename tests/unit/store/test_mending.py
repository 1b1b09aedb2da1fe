"""What is put right of a damaged case, and what is refused of somebody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.domain.ids import MarkId
from intake.domain.marks import Mark, MarkKind
from intake.errors import RollbackError, VaultDamagedError
from intake.store import mending
from intake.store.codec import to_json
from intake.store.connection import Scalar
from intake.store.marks import _fields, inside
from intake.store.migrations import NEWEST
from intake.store.parcel_rows import require_one_case
from intake.store.salvage import Values
from intake.store.soundness import DAMAGED, refusal
from intake.store.store import Store
from intake.store.tables import CASES, OF_A_CASE, TABLES, Table
from tests.unit.store.making import Vault, small_case
from tests.unit.store.record import record


def test_marks_beyond_a_text_go_and_nothing_is_left_of_a_row_that_has_no_others() -> None:
    row = {"body": to_json([_fields(Mark(MarkId("m"), 10, 12, MarkKind.OTHER))])}
    assert inside(row, 20) == row
    assert inside(row, 5) is None


def test_marks_within_a_text_stay_when_those_beyond_it_go() -> None:
    kept, gone = (
        Mark(MarkId(name), at, at + 2, MarkKind.OTHER) for name, at in (("k", 2), ("g", 10))
    )
    row: dict[str, Scalar] = {
        "body": to_json([_fields(kept), _fields(gone)]),
        "total": 2,
        "pending": 2,
    }
    assert inside(row, 5) == {"body": to_json([_fields(kept)]), "total": 1, "pending": 1}


def test_a_case_without_any_interview_gets_one() -> None:
    rows: mending.Rows = {table.name: [] for table in TABLES}
    mending._mend_interviews({"id": "c", "created": ""}, rows, "form")
    assert [each["form"] for each in rows["interviews"]] == ["form"]


def everything_of_a_case(store: Store) -> tuple[Values, mending.Rows]:
    """Return the row of a case in which everything is recorded, and all others by table."""

    def held(table: Table, condition: str, value: str) -> list[Values]:
        columns = ", ".join(table.columns)
        found = store._db.rows(
            f"SELECT {columns} FROM {table.name} WHERE {condition} = ?", (value,)
        )
        return [dict(zip(table.columns, row, strict=True)) for row in found]

    for case_id in store.cases.ids():
        rows = {table.name: held(table, "case_id", case_id) for table in OF_A_CASE}
        if all(rows.values()):
            (case,) = held(CASES, "id", case_id)
            return case, rows
    raise AssertionError("no case has everything")


def dangling(store: Store, rows: mending.Rows) -> list[tuple[str, str]]:
    """Return the tables, and the columns in them, that refer to a row which is not there."""
    return [
        (name, str(column))
        for name, held in rows.items()
        for _, _, referred, column, *_ in store._db.rows(f"PRAGMA foreign_key_list({name})")
        if referred in rows
        for row in held
        if row[str(column)] not in {each["id"] for each in rows[str(referred)]}
    ]


@pytest.mark.parametrize("lost", ["interviews", "persons", "events", "statements"])
def test_nothing_refers_to_a_row_that_is_lost(tmp_path: Path, lost: str) -> None:
    """A rescue stores the rows under the rules of the database: one such would end it."""
    record(tmp_path / "vault", NEWEST)
    store = Vault(tmp_path / "vault").open()
    try:
        case, rows = everything_of_a_case(store)
        rows[lost] = []
        assert dangling(store, rows), "there is something to mend"
        mending.mend(case, rows, frozenset({lost}), "form")
        assert dangling(store, rows) == []
    finally:
        store.close()


def test_a_case_that_counts_people_whom_it_does_not_have_is_none(store: Store) -> None:
    store.add_cases([small_case()])
    rows = dict(store.parcels.rows_of(store.cases.ids()[0]))
    assert require_one_case(rows) == store.cases.ids()[0]
    rows["cases"] = ({**rows["cases"][0], "people": 10**9},)
    with pytest.raises(ValueError, match="people"):
        require_one_case(rows)


def test_damage_is_called_damage() -> None:
    assert isinstance(refusal(DAMAGED), VaultDamagedError)
    assert isinstance(refusal("mirror"), RollbackError)
