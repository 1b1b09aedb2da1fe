"""What anonymity costs and what risk it leaves, in the figures of the literature; changes nothing.

Sources: normalised certainty penalty, Xu et al. 2006; precision, Sweeney 2002; discernibility,
Bayardo and Agrawal 2005; t-closeness, Li et al. 2007, with equal distances between answers (the
variational distance).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from intake.disclosure.columns import FieldColumn
from intake.disclosure.hierarchies import WITHHELD, Level, QuasiField
from intake.disclosure.k_anonymity import Row, key_without
from intake.disclosure.schemes import Scheme

# OCHA's Centre for Humanitarian Data shares openly only what is below this mean chance.
RISK_LINE = 0.03


class Losses:
    """Tells how many of the answers that occur a coarse one stands for.

    Args:
        columns: Each field with all answers that occur, by name.
        quasi: The fields; one to which there is one answer cannot lose anything.
    """

    def __init__(self, columns: Mapping[str, FieldColumn], quasi: Sequence[QuasiField]) -> None:
        self._columns = columns
        self._quasi = {each.name: each for each in quasi if each.name in columns}
        self._varied = {name for name in self._quasi if len(columns[name].answers) > 1}
        self._alike: dict[tuple[str, Level], Mapping[str, int]] = {}

    def of(self, scheme: Scheme, values: Mapping[str, str]) -> float:
        """Return the normalised certainty penalty of a row, 0 to 1: the mean over the fields.

        Args:
            scheme: At which the row stands.
            values: Its generalised values; one that is absent is withheld.
        """
        told = ((name, value) for name, value in values.items() if name in self._varied)
        kept = sum(1 - self._of_field(name, scheme, value) for name, value in told)
        return (len(self._varied) - kept) / max(1, len(self._quasi))

    def _of_field(self, name: str, scheme: Scheme, value: str) -> float:
        level = scheme.level(self._quasi[name])
        if WITHHELD in {level.value, value}:
            return 1.0
        key = name, level
        if key not in self._alike:
            self._alike[key] = Counter(self._columns[name].texts(level))
        return (self._alike[key][value] - 1) / (len(self._columns[name].answers) - 1)


def imprecision(scheme: Scheme, values: Mapping[str, str], quasi: Sequence[QuasiField]) -> float:
    """Return how far up their ladders the values of a row stand, 0 to 1: the mean over the fields.

    One less the precision of the literature. It follows from the row alone. A certainty penalty
    needs to know which answers there are, also of those whom their class withholds: it would tell
    whoever sees it whether somebody gave another one.

    Args:
        scheme: At which the row stands.
        values: Its generalised values; one that is absent is withheld.
        quasi: The fields.
    """
    kept = 0.0
    for each in quasi:
        value = values.get(each.name, WITHHELD)
        if value != WITHHELD:
            kept += 1 - each.ladder.index(scheme.level(each)) / (len(each.ladder) - 1)
    return 1 - kept / len(quasi) if quasi else 0.0


def mean_loss(losses: Iterable[tuple[float, int]], suppressed: int = 0) -> float:
    """Return the mean penalty over rows; one that stays out has lost everything.

    Args:
        losses: (penalty, rows that have it).
        suppressed: How many rows stay out.
    """
    found = list(losses)
    rows = sum(number for _, number in found) + suppressed
    return (sum(loss * number for loss, number in found) + suppressed) / rows if rows else 0.0


def discernibility(sizes: Iterable[int], suppressed: int = 0) -> int:
    """Return the penalty for what looks alike: each row counts how many it cannot be told from.

    Args:
        sizes: Rows of each class.
        suppressed: Rows that stay out; each cannot be told from any of all rows.
    """
    found = list(sizes)
    return sum(size * size for size in found) + suppressed * (sum(found) + suppressed)


def closeness(
    kept: Sequence[Row], quasi: Sequence[str], answers: Mapping[str, Mapping[str, str]]
) -> float | None:
    """Return how far the answers to a sensitive question in a class are from those of all rows.

    A question that forms classes itself is held against the classes that the others form, as for
    :func:`intake.disclosure.k_anonymity.diversity`.

    Args:
        kept: The rows that leave.
        quasi: Names of the fields that form the classes.
        answers: By handle of a row, the answers that leave with it by name of the question.

    Returns:
        The largest distance of any class and question (t), 0 to 1; ``None`` where no sensitive
        answer leaves.
    """
    everywhere: dict[str, Counter[str]] = defaultdict(Counter)
    inside: dict[tuple[str, tuple[str, ...]], Counter[str]] = defaultdict(Counter)
    for row in kept:
        for question, answer in answers.get(row.handle, {}).items():
            everywhere[question][answer] += 1
            inside[question, key_without(row, quasi, question)][answer] += 1
    return max(
        (_distance(found, everywhere[question]) for (question, _), found in inside.items()),
        default=None,
    )


def _distance(found: Counter[str], everywhere: Counter[str]) -> float:
    some, every = found.total(), everywhere.total()
    return sum(abs(found[each] / some - n / every) for each, n in everywhere.items()) / 2
