"""Groups rows into classes of people who look alike; a class under k leaves no row at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DEFAULT_K = 5
LEAST_K = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One record with generalised values.

    Attributes:
        handle: Names the row to the caller.
        unit: One for all records of people who count as one: those of one case, and of cases that
            what is recorded makes one person or family.
        values: Generalised values by field name.
    """

    handle: str
    unit: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Partition:
    """Rows that may leave and rows that may not.

    Attributes:
        kept: Rows whose class holds at least k unrelated people, in the order given.
        suppressed: All other rows.
        class_sizes: People per kept class, by the class's values in the order of the fields.
        global_risk: Mean over the kept rows of one in the size of their class; 0 without rows.
    """

    kept: tuple[Row, ...]
    suppressed: tuple[Row, ...]
    class_sizes: Mapping[tuple[str, ...], int]
    global_risk: float


def partition(rows: Sequence[Row], quasi: Sequence[str], k: int = DEFAULT_K) -> Partition:
    """Keep the rows whose values are shared by at least ``k`` unrelated people.

    Args:
        rows: The records; a field that is absent from ``values`` counts as one value of its own.
        quasi: Names of the fields that form the classes.
        k: At least 2.

    Raises:
        ValueError: ``k`` is below 2: that would protect nobody.
    """
    if k < 2:  # noqa: PLR2004 (a class of one is a person)
        raise ValueError("k is at least 2")
    units: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in rows:
        units[_key(row, quasi)].add(row.unit)
    sizes = {key: len(people) for key, people in units.items() if len(people) >= k}
    kept = tuple(row for row in rows if _key(row, quasi) in sizes)
    suppressed = tuple(row for row in rows if _key(row, quasi) not in sizes)
    risk = sum(1 / sizes[_key(row, quasi)] for row in kept) / len(kept) if kept else 0.0
    return Partition(kept, suppressed, sizes, risk)


def diversity(
    kept: Sequence[Row], quasi: Sequence[str], answers: Mapping[str, Mapping[str, str]]
) -> int | None:
    """Return the least number of different answers to a sensitive question in a class.

    A question that forms the classes itself has one answer in each, for everybody who knows the
    class knows it. What somebody could learn who does not know it is told by the classes that the
    other fields form, so these are taken for it.

    Args:
        kept: The rows that leave.
        quasi: Names of the fields that form the classes.
        answers: By handle of a row, the answers that leave with it by name of the question; where
            there is no answer, there is nothing to learn.

    Returns:
        ``None`` where no sensitive answer leaves.
    """
    found: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for row in kept:
        for question, answer in answers.get(row.handle, {}).items():
            found[question, key_without(row, quasi, question)].add(answer)
    return min(map(len, found.values()), default=None)


def key_without(row: Row, quasi: Sequence[str], question: str) -> tuple[str, ...]:
    """Return what the class of a row looks like to somebody who does not know one answer."""
    return _key(row, [name for name in quasi if name != question])


def _key(row: Row, quasi: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.values.get(name, "") for name in quasi)
