"""Reads the sheets of an XLSForm, CSV files or a workbook, within bounds; gives them no meaning."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from intake.errors import FormError

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"
SHEETS = (SURVEY, CHOICES, SETTINGS)

MOST_BYTES = 4 << 20
MOST_UNPACKED_BYTES = 16 << 20
MOST_PARTS = 200
MOST_ROWS = {SURVEY: 2000, CHOICES: 10_000, SETTINGS: 2}
MOST_COLUMNS = 64
LONGEST_CELL = 4000

# A name of a column is any but this one where an error concerns a whole row or sheet.
WHOLE_ROW = "-"

# Direction overrides can make a label read as something else than what is stored.
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet.

    Attributes:
        number: As a spreadsheet counts: the header is row 1.
        cells: Text by column, empty cells left out.
    """

    sheet: str
    number: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """Return the text of a cell; empty when there is none."""
        return self.cells.get(column, "")

    def error(self, column: str, reason: str) -> FormError:
        """Return an error at one cell of this row."""
        return FormError(sheet=self.sheet, row=self.number, column=column, reason=reason)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    Attributes:
        columns: Names in the header, in order.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def error(self, column: str, reason: str) -> FormError:
        """Return an error in the header of this sheet."""
        return FormError(sheet=self.name, row=1, column=column, reason=reason)


def read_sheets(path: Path) -> dict[str, Sheet]:
    """Return the sheets survey, choices and settings.

    Args:
        path: A folder with ``survey.csv``, ``choices.csv`` and ``settings.csv``, or an ``.xlsx``
            file.

    Raises:
        FormError: A sheet is missing, too large, or no text.
    """
    tables = _read_folder(path) if path.is_dir() else _read_workbook(path)
    return {name: _sheet(name, tables[name]) for name in SHEETS}


_Table = list[list[str]]


def _read_folder(folder: Path) -> dict[str, _Table]:
    return {name: _read_csv(name, folder / f"{name}.csv") for name in SHEETS}


def _read_csv(name: str, path: Path) -> _Table:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise _broken(name, 1, f"there is no file {name}.csv that can be read") from None
    if len(content) > MOST_BYTES:
        raise _broken(name, 1, "the file is too large for a form")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        raise _broken(name, row, "this is not UTF-8 text; save the file as UTF-8") from None
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    table: _Table = []
    try:
        for line in lines:
            table.append(line)
            _check_length(name, len(table))
    except csv.Error:
        raise _broken(name, len(table) + 1, "this row is not well-formed CSV") from None
    return table


def _read_workbook(path: Path) -> dict[str, _Table]:
    content = _workbook_bytes(path)
    # Heavy, and needed only when a form comes as a workbook.
    from pyxform.xls2json_backends import xlsx_to_dict  # noqa: PLC0415 - see above

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about drawings and validations that a form may carry
            book = xlsx_to_dict(io.BytesIO(content))
    except Exception as error:  # whatever a foreign parser makes of a hostile file
        raise _broken(SURVEY, 1, "the workbook cannot be read; save it as .xlsx again") from error
    foreign = sorted({"external_choices", "entities", "osm"} & set(book))
    if foreign:
        raise _broken(foreign[0], 1, "this program does not know this sheet")
    return {name: _table(book, name) for name in SHEETS}


def _workbook_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        raise _broken(SURVEY, 1, "the form cannot be opened") from None
    if len(content) > MOST_BYTES:
        raise _broken(SURVEY, 1, "the workbook is too large for a form")
    try:
        flaw = _flaw_of_parts(content)
    except Exception as error:  # zipfile raises a dozen kinds for a hostile file
        raise _broken(SURVEY, 1, "this is no .xlsx workbook") from error
    if flaw:
        raise _broken(SURVEY, 1, flaw)
    return content


def _flaw_of_parts(content: bytes) -> str:
    """Return what is wrong with the parts of a workbook; empty when nothing is."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MOST_UNPACKED_BYTES:
            return "the workbook is too large for a form"
        if any(b"<!DOCTYPE" in archive.read(part) for part in parts if _is_xml(part.filename)):
            return "the workbook holds declarations that no form needs"
    return ""


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _table(book: Mapping[str, list[dict[str, str | None]]], name: str) -> _Table:
    header = list(next(iter(book.get(f"{name}_header") or [{}])))
    rows = book.get(name) or []
    _check_length(name, len(rows) + 1)
    return [header, *([row.get(column) or "" for column in header] for row in rows)]


def _sheet(name: str, table: _Table) -> Sheet:
    if not table or not any(table[0]):
        raise _broken(name, 1, "the sheet is missing or has no header")
    columns = [_BLANKS.sub(" ", column.strip()) for column in table[0]]
    if len(columns) > MOST_COLUMNS:
        raise _broken(name, 1, f"the sheet has more than {MOST_COLUMNS} columns")
    named = [column for column in columns if column]
    twice = next((column for column in named if named.count(column) > 1), None)
    if twice is not None:
        raise FormError(sheet=name, row=1, column=twice, reason="the column stands there twice")
    rows = tuple(
        Row(name, number, _cells(name, number, columns, line))
        for number, line in enumerate(table[1:], start=2)
    )
    return Sheet(name, tuple(named), tuple(row for row in rows if row.cells))


def _cells(name: str, number: int, columns: list[str], line: list[str]) -> dict[str, str]:
    if any(cell.strip() for cell in line[len(columns) :]):
        raise _broken(name, number, "the row has more cells than the header")
    cells = {}
    for column, cell in zip(columns, line, strict=False):
        text = cell.strip()
        if not text or column.startswith("#"):
            continue
        if not column:
            raise _broken(name, number, "a cell stands under a column without a name")
        reason = _fault(text)
        if reason:
            raise FormError(sheet=name, row=number, column=column, reason=reason)
        cells[column] = text
    return cells


def _fault(text: str) -> str:
    if len(text) > LONGEST_CELL:
        return f"the text is longer than {LONGEST_CELL} characters"
    if _OVERRIDES.search(text):
        return "the text holds invisible marks that change its direction"
    if any(unicodedata.category(char) in {"Cc", "Cs"} and char not in "\t\r\n" for char in text):
        return "the text holds control characters"
    return ""


def _check_length(name: str, rows: int) -> None:
    if rows > MOST_ROWS[name] + 1:
        raise _broken(name, rows, f"a form has at most {MOST_ROWS[name]} rows here")


def _broken(sheet: str, row: int, reason: str) -> FormError:
    return FormError(sheet=sheet, row=row, column=WHOLE_ROW, reason=reason)
