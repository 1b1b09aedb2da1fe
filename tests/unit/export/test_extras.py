"""The same tables for other programs: nothing more in them, nothing less, no formula."""

from __future__ import annotations

import csv
import importlib
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import openpyxl  # type: ignore[import-untyped] # comes with pyxform, without types
import pytest

from intake.errors import BundleDamagedError, NoAnalysisError
from intake.export import canonical, xlsx
from intake.export.extras import Extra, hashtag
from intake.export.layout import tables_of
from intake.export.reading import FieldShape
from intake.services import bundles
from intake.services.bundles import ANY_SIGNER, Means
from tests.unit.export.forging import Forger, members_of
from tests.unit.export.making import FIELDS
from tests.unit.export.test_collate import with_table
from tests.unit.export.uniting import bundle, counted

ANYBODY = Means(signer=ANY_SIGNER)


def opened(tmp_path: Path, *extras: Extra, make: Callable[[Path, int], Path] = bundle) -> Path:
    bundles.open_bundle(make(tmp_path, 1), tmp_path / "out", ANYBODY, extras)
    return tmp_path / "out"


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


def test_without_being_asked_there_are_none(tmp_path: Path) -> None:
    assert not (opened(tmp_path) / "extras").exists()


def test_a_workbook_has_every_cell_of_every_table_and_no_formula(tmp_path: Path) -> None:
    out = opened(tmp_path, Extra.XLSX)
    book = openpyxl.load_workbook(out / "extras" / "bundle.xlsx")
    for path in (out / "data").glob("*.csv"):
        sheet = book[path.stem]
        found = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
        assert found == rows_of(path)
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {
            "s",
            "n",
            "inlineStr",
        }
    book.close()


def test_a_formula_in_a_workbook_is_text(tmp_path: Path) -> None:
    made = io.BytesIO()
    with xlsx.Workbook(made, "elsewhere") as book:
        book.add("t", ("a",), iter([["=1+1"], ["x" * 40_000], ["a\x0b<&>"]]))
    sheet = openpyxl.load_workbook(made)["t"]
    assert [cell.value for cell in sheet["A"]] == ["a", "=1+1", "elsewhere", "a\ufffd<&>"]
    assert sheet["A2"].data_type in {"s", "inlineStr"}


def test_the_same_bundle_gives_the_same_workbook_without_any_time(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1)
    for name in ("a", "b"):
        bundles.open_bundle(path, tmp_path / name, ANYBODY, [Extra.XLSX])
    both = [(tmp_path / name / "extras" / "bundle.xlsx").read_bytes() for name in ("a", "b")]
    assert both[0] == both[1]
    with zipfile.ZipFile(io.BytesIO(both[0])) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_parquet_has_the_rows_with_numbers_as_numbers(tmp_path: Path) -> None:
    out = opened(tmp_path, Extra.PARQUET, make=counted)
    made = f"select * from '{out}/extras/parquet/counts.parquet'"
    rows = duckdb.execute(made).fetchall()
    assert rows == [("profile.sex", "female", 7, None), ("profile.sex", "male", None, "withheld")]


def test_hxl_has_a_second_row_of_hashtags(tmp_path: Path) -> None:
    out = opened(tmp_path, Extra.HXL)
    for path in (out / "data").glob("*.csv"):
        header, tags, *rows = rows_of(out / "extras" / "hxl" / path.name)
        assert [header, *rows] == rows_of(path)
        assert all(re.fullmatch(r"#[a-z]\w*(\+[a-z]\w*)*", tag, re.ASCII) for tag in tags)
    people = rows_of(out / "extras" / "hxl" / "interviews.csv")
    tags_of = dict(zip(people[0], people[1], strict=True))
    assert tags_of["sex"] == "#respondee+sex"
    assert tags_of["sex_reason"] == "#respondee+sex+reason"


def test_a_question_of_another_form_has_a_hashtag_all_the_same() -> None:
    field = FieldShape("x", "own.Пытанне 1", False, False, "plain", "", ())  # noqa: FBT003 (a column)
    assert re.fullmatch(r"#meta\+f_[a-z0-9_]+", hashtag(field))


def test_uwazi_gets_one_line_a_person_with_labels(tmp_path: Path) -> None:
    out = opened(tmp_path, Extra.UWAZI)
    header, *rows = rows_of(out / "extras" / "uwazi" / "interviews.csv")
    people = rows_of(out / "data" / "interviews.csv")[1:]
    assert header[0] == "title"
    assert [row[0] for row in rows] == [row[0] for row in people]
    first = dict(zip(header, rows[0], strict=True))
    assert first["About sex"] == "Female"
    assert first["About need"] == "Documents|Housing"
    assert len(set(header)) == len(header)
    fields = sum(len(table.columns) for table in tables_of(FIELDS, []))
    assert len(header) == 1 + fields


def test_two_questions_of_one_title_stay_two_columns(tmp_path: Path) -> None:
    forger = Forger(members_of(bundle(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    for resource in package["resources"]:
        for each in resource["schema"]["fields"]:
            each["title"] = "=Same"
    path = tmp_path / "same.zip"
    path.write_bytes(forger.replace("datapackage.json", canonical.encode(package)))
    bundles.open_bundle(path, tmp_path / "out", ANYBODY, [Extra.UWAZI])
    header = rows_of(tmp_path / "out" / "extras" / "uwazi" / "interviews.csv")[0]
    assert header[:3] == ["title", "'=Same", "'=Same *"]
    assert len(set(header)) == len(header)


def test_a_number_that_is_none_undoes_everything(tmp_path: Path) -> None:
    forger = Forger(members_of(counted(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    content = b"field,value,people,people_reason\r\nprofile.sex,female,many,\r\n"
    path = tmp_path / "lie.zip"
    path.write_bytes(with_table(forger, package, "data/counts.csv", content))
    with pytest.raises(BundleDamagedError, match="counts"):
        bundles.open_bundle(path, tmp_path / "out", ANYBODY, [Extra.PARQUET])
    assert not (tmp_path / "out").exists()


def test_a_bundle_of_counts_has_nobody_for_uwazi(tmp_path: Path) -> None:
    out = opened(tmp_path, Extra.UWAZI, make=counted)
    assert rows_of(out / "extras" / "uwazi" / "interviews.csv") == [[]]


def test_what_needs_a_package_says_so_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> object:
        raise ImportError(name)

    path = bundle(tmp_path, 1)
    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(NoAnalysisError):
        bundles.open_bundle(path, tmp_path / "out", ANYBODY, [Extra.XLSX, Extra.PARQUET])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "extra", [extra for extra in Extra if extra not in {Extra.ESF, Extra.UWAZI}]
)
def test_a_table_that_is_none_undoes_everything(tmp_path: Path, extra: Extra) -> None:
    forger = Forger(members_of(counted(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    content = b"field,value,people,people_reason\r\nprofile.sex,female\r\n"
    path = tmp_path / "lie.zip"
    path.write_bytes(with_table(forger, package, "data/counts.csv", content))
    with pytest.raises(BundleDamagedError, match="counts"):
        bundles.open_bundle(path, tmp_path / "out", ANYBODY, [extra])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("lie", ["in another order", "of fewer people"])
def test_for_uwazi_nobody_gets_the_answers_of_somebody_else(tmp_path: Path, lie: str) -> None:
    forger = Forger(members_of(bundle(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    header, *lines = forger.members["data/needs.csv"].splitlines(keepends=True)
    told = lines[::-1] if lie == "in another order" else lines[:-1]
    path = tmp_path / "lie.zip"
    path.write_bytes(with_table(forger, package, "data/needs.csv", b"".join([header, *told])))
    with pytest.raises(BundleDamagedError, match="needs"):
        bundles.open_bundle(path, tmp_path / "out", ANYBODY, [Extra.UWAZI])
    assert not (tmp_path / "out").exists()
