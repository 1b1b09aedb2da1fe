"""Writes tables of texts as one workbook; no cell is ever a formula, and nothing touches a disk.

The libraries at hand put every sheet into a temporary file first, which is why this one exists.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import chain
from types import TracebackType
from typing import BinaryIO, Self
from xml.sax.saxutils import escape, quoteattr

LONGEST_CELL = 32_767  # characters that a spreadsheet program takes

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_DAY = (1980, 1, 1, 0, 0, 0)
_MODE = 0o100600 << 16
# What XML cannot hold.
_NO_TEXT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHEET_NAME = 31  # characters

Rows = Iterable[Sequence[str]]


class Workbook:
    """A workbook that is written sheet by sheet, as a context; its end holds the sheets together.

    Args:
        target: Where it is written; stays open.
        elsewhere: What stands in a cell whose text is too long for one.
    """

    def __init__(self, target: BinaryIO, elsewhere: str) -> None:
        self._archive = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
        self._elsewhere = elsewhere
        self._names: list[str] = []

    def add(self, name: str, header: Sequence[str], rows: Rows) -> None:
        """Add a sheet whose first row is the header."""
        self._names.append(name[:_SHEET_NAME])
        path = f"xl/worksheets/sheet{len(self._names)}.xml"
        with self._archive.open(_member(path), "w") as sheet:
            sheet.write(f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>\n'.encode())
            for row in chain([header], rows):
                cells = "".join(map(self._cell, row))
                sheet.write(f"<row>{cells}</row>\n".encode())
            sheet.write(b"</sheetData></worksheet>\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _value: object, _trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._end()
            return
        # Left open it would try once more when nobody looks.
        with suppress(OSError, ValueError):
            self._archive.close()

    def _end(self) -> None:
        numbers = range(1, len(self._names) + 1)
        overrides = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" '
            f'ContentType="{_OFFICE}.worksheet+xml"/>'
            for n in numbers
        )
        self._put(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_OFFICE}.sheet.main+xml"/>'
            f"{overrides}</Types>",
        )
        self._put("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        sheets = "".join(
            f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
            for n, name in zip(numbers, self._names, strict=True)
        )
        self._put(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
            f"<sheets>{sheets}</sheets></workbook>",
        )
        parts = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
        self._put("xl/_rels/workbook.xml.rels", _relations(parts))
        self._archive.close()

    def _cell(self, text: str) -> str:
        if not text:
            return "<c/>"
        shown = self._elsewhere if len(text) > LONGEST_CELL else _NO_TEXT.sub("\ufffd", text)
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(shown)}</t></is></c>'

    def _put(self, name: str, content: str) -> None:
        with self._archive.open(_member(name), "w") as part:
            part.write((_HEAD + content + "\n").encode())


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = _MODE
    member.create_system = 3
    return member


def _relations(parts: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(parts, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'
