"""The tables of a bundle: which columns each has, and what becomes of a file's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.export.archive import BytesSource
from intake.export.fields import INTERVIEWS, TABLES, FieldPolicy, FieldRule
from intake.export.snapshot import RedactedCase

ID, INTERVIEW_ID = "id", "interview_id"
REASON = "_reason"
DATA = "data/"
STATEMENT_COLUMNS = ("id", "question", "language", "text")
COUNT_COLUMNS = ("field", "value", "people", "people_reason")


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a table; its reason column stands right behind it."""

    name: str
    rule: FieldRule

    @property
    def reason(self) -> str:
        """Name of the column that says why there is no value."""
        return self.name + REASON


@dataclass(frozen=True, slots=True)
class Table:
    """One table of rows, one row per interviewee.

    Attributes:
        key: Name of the first column.
    """

    name: str
    key: str
    columns: tuple[Column, ...]

    @property
    def path(self) -> str:
        """Path of the file in the bundle."""
        return f"{DATA}{self.name}.csv"

    @property
    def header(self) -> tuple[str, ...]:
        """All column names in order."""
        return (self.key, *(name for each in self.columns for name in (each.name, each.reason)))


@dataclass(frozen=True, slots=True)
class BundleFile:
    """A finished file of a bundle.

    Attributes:
        ours: Byte ranges (start, end) whose words come from the program or the form, not from a
            case: the leak gate passes over them.
    """

    name: str
    content: bytes
    ours: tuple[tuple[int, int], ...] = ()

    @property
    def size(self) -> int:
        """Length in bytes."""
        return len(self.content)

    def chunks(self) -> Iterator[bytes]:
        """Yield the content in pieces."""
        return BytesSource(self.name, self.content).chunks()


class Composer:
    """Puts a file together and remembers which of its bytes come from a case."""

    def __init__(self) -> None:
        self._content = bytearray()
        self._ours: list[tuple[int, int]] = []

    def add(self, text: str, *, ours: bool) -> None:
        """Append text; ``ours`` when no word of it comes from a case."""
        start = len(self._content)
        self._content += text.encode("utf-8", "replace")
        end = len(self._content)
        if not ours or start == end:
            return
        if self._ours and self._ours[-1][1] == start:
            start = self._ours.pop()[0]
        self._ours.append((start, end))

    def finish(self, name: str) -> BundleFile:
        """Return the file."""
        return BundleFile(name, bytes(self._content), tuple(self._ours))


def our_file(name: str, content: bytes) -> BundleFile:
    """Return a file in which nothing comes from a case."""
    return BundleFile(name, content, ((0, len(content)),) if content else ())


def tables_of(fields: FieldPolicy, cases: Sequence[RedactedCase]) -> tuple[Table, ...]:
    """Return the tables in order; a protected field has a column only where somebody named it."""
    tables = []
    for name in TABLES:
        rules = [
            rule
            for rule in fields.table(name)
            if not rule.is_protected or any(rule.key in case.cells for case in cases)
        ]
        key = ID if name == INTERVIEWS else INTERVIEW_ID
        tables.append(Table(name, key, _columns(rules)))
    return tuple(tables)


def _columns(rules: Sequence[FieldRule]) -> tuple[Column, ...]:
    """Give each field its name as column; a form of somebody else may use one of ours."""
    taken = {ID, INTERVIEW_ID}
    columns = []
    for rule in rules:
        name = rule.name
        while {name, name + REASON} & taken:
            name += "_"
        taken |= {name, name + REASON}
        columns.append(Column(name, rule))
    return tuple(columns)
