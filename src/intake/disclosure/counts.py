"""Tables of counts whose small cells stay hidden, also from sums; counts people, not rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.disclosure.flows import Arc, Node, possible_range

THRESHOLD = 5


@dataclass(frozen=True, slots=True)
class CountTable:
    """People by category, with their sum.

    Attributes:
        rows: The categories, sorted.
        cells: Counts by (category, :data:`TOTAL`), ``None`` where hidden; the sum stands under
            (``TOTAL``, ``TOTAL``).
        suppressed: How many numbers are hidden, the sum included.
    """

    rows: tuple[str, ...]
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
    """Return a count as it may be said: below 5 ``fewer than 5``, else rounded down to fives.

    Exact numbers in two bundles would tell of the one person by whom they differ.
    """
    return f"fewer than {THRESHOLD}" if count < THRESHOLD else str(count - count % THRESHOLD)


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
    hidden = _Hiding(values, threshold).hide()
    cells = {arc.name: None if arc in hidden else value for arc, value in values.items()}
    return CountTable(tuple(sorted(counts)), cells, len(hidden))


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


class _Hiding:
    """Hides the small numbers of a table, then as many others as it takes to keep them hidden."""

    def __init__(self, values: Mapping[Arc, int], threshold: int) -> None:
        self._values = values
        self._threshold = threshold
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
            self._hidden.add(min(published, key=self._cost))

    def _is_nearly_all(self, arc: Arc) -> bool:
        """Tell whether too few people of the sum are elsewhere: that betrays the others."""
        return arc != _WHOLE and self._values[_WHOLE] - self._values[arc] < self._threshold

    def _is_known(self, arc: Arc) -> bool:
        """Tell whether a hidden number can be worked out but for too few values."""
        low, high = possible_range(self._values, self._hidden, arc)
        return high is not None and high - low + 1 < self._threshold

    def _cost(self, arc: Arc) -> tuple[bool, int, Arc]:
        """Return what it costs to hide a number: the smallest goes first, the sum last."""
        return arc == _WHOLE, self._values[arc], arc
