"""Finds street addresses by their cue words; knows no map."""

from __future__ import annotations

from collections.abc import Iterator

from intake.domain.marks import MarkKind
from intake.redaction.lists import words
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_MOST_NAMES = 4
_MOST_NUMBERS = 5
_LONGEST_NUMBER = 5
_WIDEST_GAP = 3


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the street addresses of a text."""
    reader = _Reader(source)
    for index in source.where(words("street_before").holds):
        yield from reader.after_cue(index)
    for index in source.where(words("street_behind").holds):
        yield from reader.before_cue(index)
    for index in source.where(words("house_units").holds):
        yield from reader.from_unit(index)


class _Reader:
    """Reads the words and numbers around a cue."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens

    def after_cue(self, index: int) -> Iterator[Suggestion]:
        """Read "ul. Leśna 5 m. 3"."""
        last = index
        while last - index < _MOST_NAMES and self._continues(last) and self._is_name(last + 1):
            last += 1
        if last > index:
            yield self._hit(index, self._numbers(last))

    def before_cue(self, index: int) -> Iterator[Suggestion]:
        """Read "27 Forest Street, apartment 11"."""
        first = index
        while (
            index - first < _MOST_NAMES and self._continues(first - 1) and self._is_name(first - 1)
        ):
            first -= 1
        if any(self._tokens[place].is_capital for place in range(first, index)):
            yield self._hit(first, self._numbers(index))

    def from_unit(self, index: int) -> Iterator[Suggestion]:
        """Read "house 5, flat 7" without a street; one number alone says nothing."""
        last = self._numbers(index)
        numbers = sum(self._tokens[place].key[0].isdigit() for place in range(index, last + 1))
        if numbers > 1:
            yield self._hit(index, last)

    def _continues(self, left: int) -> bool:
        if left < 0 or left + 1 >= len(self._tokens):
            return False
        gap = self._source.gap(self._tokens[left], self._tokens[left + 1])
        return len(gap) <= _WIDEST_GAP and "\n" not in gap and gap.strip(" \t\u00a0.-'’") == ""

    def _is_name(self, index: int) -> bool:
        token = self._tokens[index]
        return token.is_capital or self._is_number(index)

    def _is_number(self, index: int) -> bool:
        key = self._tokens[index].key
        return key[0].isdigit() and len(key) <= _LONGEST_NUMBER

    def _numbers(self, last: int) -> int:
        """Return the last token of the house and flat numbers that follow ``last``."""
        for _ in range(_MOST_NUMBERS):
            place = last + 1
            if self._reaches(last) and self._tokens[place].key in words("house_units"):
                place += 1
            if place >= len(self._tokens) or not self._reaches(place - 1):
                break
            if not self._is_number(place):
                break
            last = place
        return last

    def _reaches(self, left: int) -> bool:
        if left + 1 >= len(self._tokens):
            return False
        gap = self._source.gap(self._tokens[left], self._tokens[left + 1])
        return len(gap) <= _WIDEST_GAP and gap.strip(" \t\u00a0.,-–/№#") == ""

    def _hit(self, first: int, last: int) -> Suggestion:
        start, end = self._tokens[first].start, self._tokens[last].end
        return Suggestion(start, end, MarkKind.PLACE, "address", 0.8)
