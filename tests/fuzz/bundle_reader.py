"""Reads pages and tables of bundles, as whoever holds a trusted key may have made them."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from intake.domain.progress import CancelToken
from intake.export.bundle import make_files
from intake.export.pages import Passage, blocks_of
from intake.export.reading import TableShape, _rows, shapes_of
from tests.unit.export.making import varied


@cache
def _members() -> Mapping[str, bytes]:
    return {file.name: file.content for file in make_files(varied(), CancelToken())[0]}


@cache
def _shape() -> TableShape:
    shapes = shapes_of(json.loads(_members()["datapackage.json"]))
    return next(shape for shape in shapes if shape.name == "interviews")


def read_table(content: bytes, _place: Path) -> None:
    """Read a table; a file of another length or digest was refused before."""
    taken = list(_rows(_shape(), iter([content])))
    text = content.decode("utf-8")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert tuple(header) == _shape().header
    assert taken == rows


def tables(_place: Path) -> list[bytes]:
    """Make tables that have to be taken."""
    content = _members()["data/interviews.csv"]
    return [content, content[: content.index(b"\r\n") + 2], content[:-2]]


def tables_nearly(_place: Path) -> list[bytes]:
    """Make tables that have to be refused."""
    content = _members()["data/interviews.csv"]
    header, _, rows = content.partition(b"\r\n")
    return [
        *(b"", rows, header[1:] + b"\r\n" + rows, content + b"r1,\r\n"),
        *(content + b'"open', content + b"\xff" * header.count(b",") + b"\r\n"),
    ]


def read_page(content: bytes, _place: Path) -> None:
    """Take a page apart: whatever is told stands on it."""
    blocks = blocks_of("report.html", content)
    body = content.decode("utf-8").partition("<body>")[2]
    words = html.unescape(re.sub("<[^>]*>", "", body))
    for block in blocks:
        if isinstance(block, Passage):
            assert block.text in words
        else:
            cells = {*block.header, *(cell for row in block.rows for cell in row)}
            assert all(cell in words for cell in cells)  # each once: this counts as reading


def pages(_place: Path) -> list[bytes]:
    """Make pages that have to be taken."""
    return [_members()[name] for name in ("report.html", "codebook.html")]


def pages_nearly(_place: Path) -> list[bytes]:
    """Make pages that have to be refused."""
    page = _members()["report.html"]
    return [
        *(b"", page[:-2], page + b" ", page.replace(b"<p>", b"<p><b>", 1)),
        *(page.replace(b"<rect ", b'<rect fill="red" ', 1), page.replace(b"<p>", b"<p>&nbsp;", 1)),
    ]
