"""How many people look alike over all bundles together; compares what stands in the rows alone.

A cell that is withheld says as much as a column that is not there: nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from intake.export.reading import TableShape
from intake.export.terms import Gap
from intake.export.union import quasi_places

_DIGEST = 12  # bytes
_SHIFT = 32


@dataclass(frozen=True, slots=True)
class JointRisk:
    """The groups of rows that are equal in every column that could single somebody out.

    Attributes:
        rows: All rows.
        classes: Groups of rows alike.
        smallest: Rows of the smallest group; 0 without rows.
        k: The largest k that a bundle promises.
        rows_under_k: Rows in groups of fewer than k.
        classes_under_k_apart: Groups that have fewer than k rows in each bundle they are in. They
            hold together only if the bundles are of different people.
    """

    rows: int = 0
    classes: int = 0
    smallest: int = 0
    k: int = 0
    rows_under_k: int = 0
    classes_under_k_apart: int = 0

    @property
    def mean(self) -> float:
        """Mean chance to single out a row, 0..1."""
        return self.classes / self.rows if self.rows else 0.0


class RowsOfBundle:
    """What could single somebody out in each row of one bundle, table by table."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._states: list[hashlib.blake2b] = []

    def add(self, shape: TableShape, rows: Sequence[Sequence[str]], start: int) -> bool:
        """Add rows of a table from a place on; tell whether they are those of the table before."""
        if start == len(self._ids):
            self._ids += [row[0] for row in rows]
            self._states += [hashlib.blake2b(digest_size=_DIGEST) for _ in rows]
        elif [row[0] for row in rows] != self._ids[start : start + len(rows)]:
            return False
        quasi = quasi_places(shape)
        for state, row in zip(self._states[start:], rows, strict=False):
            state.update(_told(shape, row, quasi))
        return True

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._ids)

    def classes(self) -> Counter[bytes]:
        """Return how many rows are in each class."""
        return Counter(state.digest() for state in self._states)


def _told(shape: TableShape, row: Sequence[str], quasi: Sequence[int]) -> bytes:
    said = (
        f"{shape.fields[index].key}\x1f{shape.fields[index].is_reason}\x1f{row[index]}\x1e"
        for index in quasi
        if row[index] and row[index] != Gap.WITHHELD.value
    )
    return "".join(said).encode("utf-8")


class JointClasses:
    """Sums up the classes of bundle after bundle; holds a digest and two numbers for each."""

    def __init__(self) -> None:
        self._sizes: dict[bytes, int] = {}  # all rows, and the most in one bundle, in one number
        self._k = 0

    def add(self, classes: Counter[bytes], k: int) -> None:
        """Add the classes of one bundle, which promises k."""
        self._k = max(self._k, k)
        for digest, count in classes.items():
            known = self._sizes.get(digest, 0)
            most = max(known & ((1 << _SHIFT) - 1), count)
            self._sizes[digest] = ((known >> _SHIFT) + count << _SHIFT) | most

    def risk(self) -> JointRisk:
        """Return the figures over everything that was added."""
        mask = (1 << _SHIFT) - 1
        totals = [size >> _SHIFT for size in self._sizes.values()]
        return JointRisk(
            rows=sum(totals),
            classes=len(totals),
            smallest=min(totals, default=0),
            k=self._k,
            rows_under_k=sum(total for total in totals if total < self._k),
            classes_under_k_apart=sum(size & mask < self._k for size in self._sizes.values()),
        )
