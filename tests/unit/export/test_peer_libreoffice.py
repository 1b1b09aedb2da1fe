"""LibreOffice evaluates nothing in our tables, and reads every cell as it was written."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from intake.export.counting import FieldCounts
from intake.export.layout import BundleFile
from intake.export.writers.tables import harmless, write_counts, write_statements
from intake.redaction.apply import redact
from tests.unit.export.containers import VECTORS
from tests.unit.export.making import case_file, masked, redacted

pytestmark = pytest.mark.peer  # apt-get install libreoffice-calc

FORMULAS: list[str] = json.loads((VECTORS / "formulas.json").read_text())
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
COMMA, SEMICOLON, TAB = 44, 59, 9


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a place for LibreOffice's own files, so that it leaves none at home."""
    if not shutil.which("soffice"):
        pytest.fail("LibreOffice is missing. Install it: apt-get install libreoffice-calc")
    return tmp_path_factory.mktemp("office")


def read_by_office(office: Path, content: bytes, separator: int) -> ET.Element:
    """Return a table as LibreOffice understands it, told to evaluate whatever it can."""
    folder = office / "in"
    folder.mkdir(exist_ok=True)
    source = folder / "table.csv"
    source.write_bytes(content)
    settings = f"{separator},34,76,1,,0,false,true,false,false,false,0,true"
    done = subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{office}/profile",
            f"--infilter=CSV:{settings}",
            "--convert-to",
            "fods",
            "--outdir",
            str(office),
            str(source),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    made = office / "table.fods"
    assert made.exists(), done.stderr
    root = ET.parse(made).getroot()
    made.unlink()
    return root


def formulas_in(root: ET.Element) -> list[str]:
    found = [cell.get(f"{TABLE}formula") for cell in root.iter(f"{TABLE}table-cell")]
    return [formula for formula in found if formula is not None]


def rows_in(root: ET.Element) -> Iterator[list[str]]:
    for row in root.iter(f"{TABLE}table-row"):
        cells = []
        for cell in row.iter(f"{TABLE}table-cell"):
            lines = ["".join(line.itertext()) for line in cell.iter(f"{TEXT}p")]
            cells += ["\n".join(lines)] * int(cell.get(f"{TABLE}number-columns-repeated") or 1)
        yield cells


def table_of(texts: Sequence[str]) -> BundleFile:
    return write_statements(
        [redacted(case_file(n), text=redact(text, [], str)) for n, text in enumerate(texts)]
    )


def test_the_office_would_evaluate_what_is_not_neutralised(office: Path) -> None:
    """Otherwise the tests below prove nothing."""
    root = read_by_office(office, b"a,b\r\n=1+1,x\r\n", COMMA)
    assert formulas_in(root) == ["of:=1+1"]
    assert formulas_in(read_by_office(office, b"a;b\r\n=1+1;x\r\n", SEMICOLON))


@pytest.mark.parametrize("separator", [COMMA, SEMICOLON, TAB])
def test_it_evaluates_nothing_in_statements(office: Path, separator: int) -> None:
    root = read_by_office(office, table_of(FORMULAS).content, separator)
    assert formulas_in(root) == []


@pytest.mark.parametrize("separator", [COMMA, SEMICOLON, TAB])
def test_it_evaluates_nothing_in_counts(office: Path, separator: int) -> None:
    counts = FieldCounts("profile.sex", tuple((formula, 5) for formula in FORMULAS))
    assert formulas_in(read_by_office(office, write_counts([counts]).content, separator)) == []


def test_it_reads_every_cell_as_it_was_written(office: Path) -> None:
    texts = [
        *("two\nlines", 'she said "no"', "comma, here", "\u0416\u0438\u0437\u043d\u044c"),
        *("=1+1", "ordinary"),
    ]
    root = read_by_office(office, table_of(texts).content, COMMA)
    header, *rows = rows_in(root)
    assert header[:4] == ["id", "question", "language", "text"]
    assert sorted(row[3] for row in rows if len(row) > 3) == sorted(map(harmless, texts))


def test_a_masked_statement_stands_in_one_cell(office: Path) -> None:
    content = write_statements([redacted(case_file(), text=masked())]).content
    rows = [row for row in rows_in(read_by_office(office, content, COMMA)) if len(row) > 3]
    assert rows[1][3] == "I was told to leave by [P1]."
