"""Tables of counts whose small cells stay hidden, also from sums; counts people, not rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import product

from intake.disclosure.flows import Arc, Node, possible_range

THRESHOLD = 5
# People in an account never consented themselves; how many there were leaves only in these bands.
_BAND_STARTS = (5, 10, 25, 50, 100)


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table of one or two dimensions with its totals.

    Attributes:
        rows: Row categories, sorted.
        columns: Column categories, sorted; empty when there is one dimension.
        cells: Counts by (row, column), ``None`` where hidden. Sums stand under :data:`TOTAL`; with
            one dimension the column is always ``TOTAL``.
        suppressed: How many numbers are hidden, sums included.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], int | None]
    suppressed: int


TOTAL = "total"
_START: Node = ("start", "")
_END: Node = ("end", "")
_WHOLE = Arc(_END, _START, (TOTAL, TOTAL))


def threshold_for(k: int) -> int:
    """Return the smallest number of people that a table may tell where k have to be alike."""
    return max(THRESHOLD, k)


def say(count: int) -> str:
    """Return a count as it may be said: below 5 it is ``fewer than 5``."""
    return f"fewer than {THRESHOLD}" if count < THRESHOLD else str(count)


def band(count: int) -> str:
    """Return the band of a count of people who never consented themselves."""
    if count < _BAND_STARTS[0]:
        return say(count)
    if count >= _BAND_STARTS[-1]:
        return f"{_BAND_STARTS[-1]}+"
    start = max(low for low in _BAND_STARTS if low <= count)
    end = min(high for high in _BAND_STARTS if high > count) - 1
    return f"{start}-{end}"


def count_list(pairs: Iterable[tuple[str, str]], threshold: int = THRESHOLD) -> CountTable:
    """Count people by one category and hide what is small or could be worked out.

    Args:
        pairs: (unit, category); a unit of unrelated people that comes twice counts where it came
            first, so that the numbers add up.
        threshold: Smaller numbers are hidden.
    """
    placed: dict[str, str] = {}
    for unit, category in pairs:
        placed.setdefault(unit, category)
    counts = Counter(placed.values())
    values = {Arc(_START, _END, (row, TOTAL)): count for row, count in counts.items()}
    values[_WHOLE] = len(placed)
    return _table(tuple(sorted(counts)), (), values, threshold)


def count_table(triples: Iterable[tuple[str, str, str]], threshold: int = THRESHOLD) -> CountTable:
    """Count people by two categories and hide what is small or could be worked out.

    Args:
        triples: (unit, row category, column category); a unit of unrelated people that comes twice
            counts where it came first, so that the table adds up.
        threshold: Smaller numbers are hidden.
    """
    placed: dict[str, tuple[str, str]] = {}
    for unit, row, column in triples:
        placed.setdefault(unit, (row, column))
    counts = Counter(placed.values())
    rows = tuple(sorted({row for row, _ in counts}))
    columns = tuple(sorted({column for _, column in counts}))
    values = {
        Arc(("row", row), ("column", column), (row, column)): counts[row, column]
        for row, column in product(rows, columns)
    }
    for row in rows:
        people = sum(counts[row, column] for column in columns)
        values[Arc(_START, ("row", row), (row, TOTAL))] = people
    for column in columns:
        people = sum(counts[row, column] for row in rows)
        values[Arc(("column", column), _END, (TOTAL, column))] = people
    values[_WHOLE] = len(placed)
    return _table(rows, columns, values, threshold)


def multiple_choice_counts(
    chosen: Mapping[str, Sequence[str]], threshold: int = THRESHOLD
) -> Mapping[str, int | None]:
    """Count people by each choice of a question that allows several.

    A choice of fewer people than the threshold, or of all but fewer, is hidden. Choices do not add
    up to the people, so a hidden one cannot be worked out from the others.

    Args:
        chosen: The choices of each unit of unrelated people.
        threshold: Smaller numbers are hidden.
    """
    counts = Counter(choice for choices in chosen.values() for choice in set(choices))
    people = len(chosen)
    return {
        choice: None if min(count, people - count) < threshold else count
        for choice, count in sorted(counts.items())
    }


def _table(
    rows: tuple[str, ...], columns: tuple[str, ...], values: Mapping[Arc, int], threshold: int
) -> CountTable:
    hidden = _Hiding(values, threshold).hide()
    cells = {arc.name: None if arc in hidden else value for arc, value in values.items()}
    return CountTable(rows, columns, cells, len(hidden))


class _Hiding:
    """Hides the small numbers of a table, then as many others as it takes to keep them hidden."""

    def __init__(self, values: Mapping[Arc, int], threshold: int) -> None:
        self._values = values
        self._threshold = threshold
        self._by_name = {arc.name: value for arc, value in values.items()}
        self._hidden: set[Arc] = set()

    def hide(self) -> set[Arc]:
        """Return the numbers to hide."""
        for arc, value in self._values.items():
            if value < self._threshold or self._is_nearly_all(arc):
                self._hidden.add(arc)
        while True:
            published = self._values.keys() - self._hidden
            weak = next((arc for arc in sorted(self._hidden) if self._is_known(arc)), None)
            if weak is None or not published:
                return self._hidden
            self._hidden.add(self._helper(weak, published))

    def _is_nearly_all(self, arc: Arc) -> bool:
        """Tell whether too few people of a sum are elsewhere: that betrays the others."""
        row, column = arc.name
        sums = {(row, TOTAL), (TOTAL, column)} - {arc.name}
        if arc == _WHOLE:
            return False
        return any(self._by_name[name] - self._values[arc] < self._threshold for name in sums)

    def _is_known(self, arc: Arc) -> bool:
        """Tell whether a hidden number can be worked out but for too few values."""
        low, high = possible_range(self._values, self._hidden, arc)
        return high is not None and high - low + 1 < self._threshold

    def _helper(self, weak: Arc, published: AbstractSet[Arc]) -> Arc:
        """Return the smallest published number beside a weak one; a sum only if it must be."""
        ends = {weak.tail, weak.head}

        def cost(arc: Arc) -> tuple[bool, bool, bool, int, Arc]:
            is_apart = not ends & {arc.tail, arc.head}
            return arc == _WHOLE, is_apart, TOTAL in arc.name, self._values[arc], arc

        return min(published, key=cost)
