"""Tables of a verified bundle, read again: held against what was verified, row by row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from intake.domain.progress import CancelToken
from intake.errors import BundleDamagedError
from intake.export.reading import FieldShape, TableShape, read_tables, shapes_of
from intake.export.union import Union
from intake.export.verify import BundleReport, verify
from tests.unit.export.forging import archive_of, members_of
from tests.unit.export.uniting import TRUST, bundle


def count(path: Path, report: BundleReport) -> dict[str, int]:
    """Read every table to its end and return how many rows each has."""
    tables = read_tables(path, report.manifest, shapes_of(report.package), (), CancelToken())
    return {shape.name: sum(1 for _ in rows) for shape, rows in tables}


def test_every_row_of_long_tables_is_read(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1, 150)
    found = count(path, verify(path, (), TRUST))
    assert found == dict.fromkeys(
        ("interviews", "events", "displacements", "needs", "statements"), 150
    )


def test_what_nobody_reads_is_checked_all_the_same(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1)
    report = verify(path, (), TRUST)
    members = members_of(path.read_bytes())
    members["data/needs.csv"] = members["data/needs.csv"].replace(b"housing", b"xousing")
    path.write_bytes(archive_of(members))
    tables = read_tables(path, report.manifest, shapes_of(report.package), (), CancelToken())
    with pytest.raises(BundleDamagedError, match="needs"):
        for _ in tables:
            pass


Members = dict[str, bytes]


def _without_signature(members: Members) -> None:
    del members["manifest.sig"]


def _longer(members: Members) -> None:
    members["data/needs.csv"] += b"\r\n"


def _another(members: Members) -> None:
    members["manifest.json"] = members["manifest.json"].replace(b"analysts", b"analysis")


def _more(members: Members) -> None:
    members["data/zebras.csv"] = b"id\r\n"


def _less(members: Members) -> None:
    members.popitem()


@pytest.mark.parametrize("change", [_without_signature, _longer, _another, _more, _less])
def test_another_file_in_its_place_is_noticed(
    tmp_path: Path, change: Callable[[Members], None]
) -> None:
    path = bundle(tmp_path, 1)
    report = verify(path, (), TRUST)
    members = members_of(path.read_bytes())
    change(members)
    path.write_bytes(archive_of(members))
    with pytest.raises(BundleDamagedError):
        count(path, report)


def field(name: str, key: str) -> FieldShape:
    return FieldShape(name, key, False, False, "plain", "", ())  # noqa: FBT003 (a column)


def test_a_column_never_takes_the_name_of_another() -> None:
    union = Union()
    union.add((TableShape("t", "data/t.csv", (field("x", "a.x"), field("b__x", "c.y"))),))
    union.add((TableShape("t", "data/t.csv", (field("X", "b.x"),)),))
    assert [column.name for column in union.tables["t"]] == ["x", "b__x", "b__x_"]
