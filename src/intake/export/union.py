"""One schema for many bundles: a column for each question, whatever form it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.export.layout import REASON
from intake.export.reading import FieldShape, TableShape

_Key = tuple[str, bool]


@dataclass(slots=True)
class UnionColumn:
    """One column of the united tables.

    Attributes:
        name: Unique in its table.
        key: Section and name of the question, or the column's own name.
        disclosure: Every class under which a bundle gave it.
        labels: Label of each choice; the first bundle that names one decides.
        bundles: In how many it is.
    """

    name: str
    key: str
    is_reason: bool
    is_number: bool
    title: str
    disclosure: set[str] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    bundles: int = 0


class Union:
    """Collects the tables of bundles; what is the same in many is kept once."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[_Key, UnionColumn]] = {}
        self._seen: dict[tuple[TableShape, ...], tuple[TableShape, ...]] = {}

    @property
    def tables(self) -> dict[str, tuple[UnionColumn, ...]]:
        """Columns of each table, in the order in which they came."""
        return {name: tuple(columns.values()) for name, columns in self._tables.items()}

    def kept(self, shapes: tuple[TableShape, ...]) -> tuple[TableShape, ...]:
        """Return the tables of a bundle, or the same ones that are known already."""
        return self._seen.setdefault(shapes, shapes)

    def add(self, shapes: tuple[TableShape, ...]) -> None:
        """Take in the tables of one bundle."""
        for shape in shapes:
            columns = self._tables.setdefault(shape.name, {})
            for each in shape.fields:
                self._take(columns, each)

    def places(self, shape: TableShape) -> list[int]:
        """Return for each column of a table where it stands in the united one."""
        at = {key: index for index, key in enumerate(self._tables[shape.name])}
        return [at[each.key, each.is_reason] for each in shape.fields]

    def _take(self, columns: dict[_Key, UnionColumn], each: FieldShape) -> None:
        key = (each.key, each.is_reason)
        column = columns.get(key)
        if column is None:
            name = _free_name(columns, each)
            column = UnionColumn(name, each.key, each.is_reason, each.is_number, each.title)
            columns[key] = column
        column.disclosure.add(each.disclosure)
        column.bundles += 1
        for value, label in each.labels:
            column.labels.setdefault(value, label)


def _free_name(columns: dict[_Key, UnionColumn], each: FieldShape) -> str:
    """Return the name of the file, or a longer one where another question has it already."""
    value = columns.get((each.key, False))
    name = value.name + REASON if each.is_reason and value is not None else each.name
    taken = {column.name.lower() for column in columns.values()}
    if name.lower() in taken:
        name = each.key.replace(".", "__")
    while name.lower() in taken:
        name += "_"
    return name


def united(
    rows: Sequence[Sequence[str]], places: Sequence[int], width: int
) -> list[list[str | None]]:
    """Return rows of one bundle as columns of the united table; what is empty becomes ``None``."""
    columns: list[list[str | None]] = [[None] * len(rows)] * width
    for place, cells in zip(places, zip(*rows, strict=True), strict=True):
        columns[place] = [cell or None for cell in cells]
    return columns


def quasi_places(shape: TableShape) -> list[int]:
    """Return which columns of a table form the groups of people alike."""
    return [index for index, each in enumerate(shape.fields) if each.is_quasi]
