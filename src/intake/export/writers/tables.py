"""CSV files: one row per interviewee, a value and a reason column per field; harmless in a sheet.

UTF-8 without a byte order mark, RFC 4180. A cell that a spreadsheet program would take for a
formula gets an apostrophe in front of what makes it one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from intake.domain.languages import known_language
from intake.domain.text import inert
from intake.export.counting import FieldCounts
from intake.export.layout import (
    COUNT_COLUMNS,
    DATA,
    STATEMENT_COLUMNS,
    BundleFile,
    Composer,
    Table,
)
from intake.export.snapshot import Cell, RedactedCase
from intake.export.terms import Gap

STATEMENTS = "statements"
COUNTS = "counts"
APOSTROPHE = "'"

_LINE_END = "\r\n"
_FORMULA_STARTS = frozenset("=+-@\u2212")
# Where a spreadsheet program may see the start of a cell: the very start, a line, and every mark
# that one of them takes for a separator in some country.
_STARTS = re.compile(r"\A|[\t\n;|]")
_QUOTES = "\"'"
_NEEDS_QUOTES = re.compile(r"[\",\r\n]|\A\s|\s\Z")
_LEADING = "\t\n"


def harmless(text: str) -> str:
    """Return ``text`` so that no program evaluates or obeys any part of it."""
    settled = inert(text)
    if settled.startswith(tuple(_LEADING)):
        settled = APOSTROPHE + settled
    parts = []
    done, seen = 0, -1
    for match in _STARTS.finditer(settled):
        if match.end() <= seen:
            continue  # inside blanks that were looked at
        seen = _past_blanks(settled, match.end())
        if unicodedata.normalize("NFKC", settled[seen : seen + 1])[:1] in _FORMULA_STARTS:
            parts += [settled[done:seen], APOSTROPHE]
            done = seen
    return "".join(parts) + settled[done:]


def _past_blanks(text: str, start: int) -> int:
    """Return the first place from ``start`` that shows something and is no quote."""
    for index in range(start, len(text)):
        if text[index] not in _QUOTES and unicodedata.category(text[index])[0] not in "CZ":
            return index
    return len(text)


def write_tables(tables: Sequence[Table], cases: Sequence[RedactedCase]) -> list[BundleFile]:
    """Return one file per table; rows stand in the order of their random ids."""
    ordered = sorted(cases, key=lambda case: case.row_id)
    return [_write_table(table, ordered) for table in tables]


def write_statements(cases: Iterable[RedactedCase]) -> BundleFile:
    """Return the file of statements; nothing in it leads to a row of another table."""
    statements = [statement for case in cases for statement in case.statements]
    composer = _started(STATEMENT_COLUMNS)
    for each in sorted(statements, key=lambda statement: statement.row_id):
        is_listed = each.language in {"", known_language(each.language)}
        cells = (
            (each.row_id, True),
            (each.question, True),
            (each.language, is_listed),
            (each.text.text, False),
        )
        _add_row(composer, [(_quoted(harmless(text)), ours) for text, ours in cells])
    return composer.finish(f"{DATA}{STATEMENTS}.csv")


def write_counts(counts: Sequence[FieldCounts]) -> BundleFile:
    """Return the file of counts: one row per field and value, small ones hidden."""
    composer = _started(COUNT_COLUMNS)
    for field in counts:
        for value, people in field.people:
            shown = ("", Gap.WITHHELD.value) if people is None else (str(people), "")
            cells = [_quoted(harmless(text)) for text in (field.key, value, *shown)]
            _add_row(composer, [(cell, True) for cell in cells])
    return composer.finish(f"{DATA}{COUNTS}.csv")


def _write_table(table: Table, cases: Sequence[RedactedCase]) -> BundleFile:
    composer = _started(table.header)
    for case in cases:
        cells = [(case.row_id, True)]
        for column in table.columns:
            cell = case.cells.get(column.rule.key, Cell(gap=Gap.WITHHELD))
            cells.append((_quoted(harmless(cell.text)), True))
            cells.append((cell.gap.value if cell.gap else "", True))
        _add_row(composer, cells)
    return composer.finish(table.path)


def _started(header: Sequence[str]) -> Composer:
    composer = Composer()
    _add_row(composer, [(_quoted(harmless(name)), True) for name in header])
    return composer


def _add_row(composer: Composer, cells: Sequence[tuple[str, bool]]) -> None:
    for index, (text, ours) in enumerate(cells):
        if index:
            composer.add(",", ours=True)
        composer.add(text, ours=ours)
    composer.add(_LINE_END, ours=True)


def _quoted(text: str) -> str:
    if not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'
