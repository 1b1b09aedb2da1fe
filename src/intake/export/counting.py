"""How many people gave each answer, with small numbers hidden; counts people, never rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.disclosure.counts import THRESHOLD, TOTAL, count_list, multiple_choice_counts
from intake.export.snapshot import RedactedCase

_NO_ANSWER = ""


@dataclass(frozen=True, slots=True)
class FieldCounts:
    """How many people gave each answer to one field.

    Attributes:
        key: ``profile.sex``.
        people: (value, number of people), sorted by value; ``None`` where the number is hidden.
    """

    key: str
    people: tuple[tuple[str, int | None], ...]

    def __post_init__(self) -> None:
        if any(number is not None and number < THRESHOLD for _, number in self.people):
            raise ValueError("a small number must be hidden")


def count_answers(
    key: str, chosen: Mapping[str, Sequence[str]], threshold: int = THRESHOLD
) -> FieldCounts:
    """Count one field and hide what is small or could be worked out.

    A value whose number is hidden is not named either: as nobody names those that nobody gave, it
    would tell that somebody did.

    Args:
        key: The field.
        chosen: The values of each unit of unrelated people. Those without an answer stand in no
            row, but are counted: the sum of one field, laid on that of another, would tell of few.
        threshold: Smaller numbers are hidden.
    """
    if all(len(values) <= 1 for values in chosen.values()):
        pairs = ((unit, next(iter(values), _NO_ANSWER)) for unit, values in chosen.items())
        table = count_list(pairs, threshold)
        numbers = {row: table.cells[row, TOTAL] for row in table.rows if row != _NO_ANSWER}
    else:
        answered = {unit: values for unit, values in chosen.items() if values}
        numbers = dict(multiple_choice_counts(answered, threshold))
    return FieldCounts(key, tuple((row, n) for row, n in numbers.items() if n is not None))


def count_released(
    key: str, cases: Iterable[RedactedCase], threshold: int = THRESHOLD
) -> FieldCounts:
    """Count one field over what leaves."""
    chosen = {
        case.row_id: case.cells[key].values
        for case in cases
        if key in case.cells and case.cells[key].values
    }
    return count_answers(key, chosen, threshold)
