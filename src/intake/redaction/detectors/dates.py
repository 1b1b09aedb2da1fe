"""Finds dates that name a day, in figures and in words; leaves months and years alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.lists import named, numbered, words
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion


class FoundDate(NamedTuple):
    """A date at ``text[start:end]``.

    ``year`` and ``month`` are ``None`` when they are not said; ``day`` is the last day of a range.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int
    score: float


_DAY_FIRST = re2.compile(r"(\d{1,2})[ ]?[./\-][ ]?(\d{1,2})[ ]?[./\-][ ]?(\d{4}|\d{2})")
_YEAR_FIRST = re2.compile(r"(\d{4})[./\-](\d{1,2})[./\-](\d{1,2})")
_SHORT = re2.compile(r"(\d{1,2})[./](\d{2})")
_ENDINGS = named("date_words", "ending")
_JOINERS = named("date_words", "joiner")
_LEADERS = named("date_words", "leader")
_DAY_WORDS = named("date_words", "day")
_YEAR_WORDS = named("date_words", "year")
_ROMAN = named("date_words", "roman")
_COUNTED = named("date_words", "counted")
_GAP = frozenset(" \t\u00a0\u202f\n.,-–—'’/")
_WIDEST_GAP = 3
_MONTHS = 12
_LAST_DAY = 31


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the dates of a text that name a day."""
    for date in dates_in(source):
        yield Suggestion(date.start, date.end, MarkKind.DATE, "date", date.score)


def dates_in(source: SourceText) -> Iterator[FoundDate]:
    """Return the dates with their values; a stretch may be found in more than one way."""
    yield from _in_figures(source.text)
    reader = _Reader(source)
    for index in source.where(reader.may_date):
        yield from reader.around(index)


def _in_figures(text: str) -> Iterator[FoundDate]:
    for match in _DAY_FIRST.finditer(text):
        first, second, year = int(match[1]), int(match[2]), _full_year(match[3])
        day, month = (first, second) if second <= _MONTHS else (second, first)
        if _is_day(day, month) and stands_alone(text, *match.span()):
            yield FoundDate(match.start(), match.end(), year, month, day, 0.95)
    for match in _YEAR_FIRST.finditer(text):
        year, month, day = (int(group) for group in match.groups())
        if _is_day(day, month) and stands_alone(text, *match.span()):
            yield FoundDate(match.start(), match.end(), year, month, day, 0.95)
    for match in _SHORT.finditer(text):
        start, end = match.span()
        day, month = int(match[1]), int(match[2])
        if _is_day(day, month) and not _is_figure(text, start, end):
            yield FoundDate(start, end, None, month, day, 0.5)


def _is_figure(text: str, start: int, end: int) -> bool:
    """Tell an amount, a version or a part of a longer number from "12.05"."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return (
        not stands_alone(text, start, end)
        or before in {"$", "€", "£", ".", ",", ":", "/", "-"}
        or after.strip()[:1] in {"%", "$", "€", "£"}
        or (after[:1] in {".", ",", ":", "/", "-"} and after[1:].isdigit())
    )


class _Reader:
    """Reads dates in words around a month or an ordinal."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens
        self._months: dict[str, int | None] = {}

    def _is_roman(self, index: int) -> bool:
        """Tell the month in "7.II" from a letter at the start of a line."""
        token = self._tokens[index]
        before = self._source.text[max(0, token.start - 1) : token.start]
        return before in {".", " "} and self._source.text[token.start : token.end].isupper()

    def may_date(self, key: str) -> bool:
        """Tell whether a word may be part of a date: a month, or something with a figure first."""
        self._months[key] = _month(key)
        return key[0].isdecimal() or self._months[key] is not None

    def around(self, index: int) -> Iterator[FoundDate]:
        token = self._tokens[index]
        month = self._months[token.key]
        if month is None:
            yield from self._day_alone(index)
            return
        if token.key in _ROMAN and not self._is_roman(index):
            return
        day = self._day_before(index)
        if day is not None:
            first, number = day
            year, last = self._year_after(index)
            start = self._tokens[self._leader_before(first)].start
            yield FoundDate(start, self._tokens[last].end, year, month, number, 0.95)
        if token.is_capital or self._source.ignores_case:
            yield from self._month_first(index, month)

    def _near(self, left: int, right: int) -> bool:
        if left < 0 or right >= len(self._tokens):
            return False
        gap = self._source.gap(self._tokens[left], self._tokens[right])
        return len(gap) <= _WIDEST_GAP and all(char in _GAP for char in gap)

    def _is_between(self, index: int) -> bool:
        key = self._tokens[index].key
        return key == "of" or key in _ENDINGS

    def _is_joint(self, index: int) -> bool:
        key = self._tokens[index].key
        return key in _JOINERS or key in _ENDINGS

    def _day_before(self, index: int) -> tuple[int, int] | None:
        """Return (first token, day) of the day or range of days that ends before ``index``."""
        last = index - 1
        while self._near(last, last + 1) and self._is_between(last):
            last -= 1
        if not self._near(last, last + 1):
            return None
        number = _day(self._tokens[last].key)
        if number is None:
            return None
        first = self._tens_before(last, number)
        number += 0 if first == last else _spoken(self._tokens[first].key)
        return self._range_before(first), number

    def _tens_before(self, last: int, number: int) -> int:
        """Return the token of "twenty" in "twenty first", or ``last`` when there is none."""
        joined = not self._tokens[last].key[0].isdigit() and self._near(last - 1, last)
        is_tens = joined and number < 10 and self._tokens[last - 1].key in words("tens")  # noqa: PLR2004 (a digit)
        return last - 1 if is_tens else last

    def _range_before(self, first: int) -> int:
        other = first - 1
        while self._near(other, other + 1) and self._is_joint(other):
            other -= 1
        is_day = self._near(other, other + 1) and _day(self._tokens[other].key) is not None
        return other if is_day else first

    def _leader_before(self, first: int) -> int:
        """Return the weekday or article in front of a day, or ``first`` when there is none."""
        before = first - 1
        if not self._near(before, first):
            return first
        key = self._tokens[before].key
        return before if key == "the" or key in words("weekdays") else first

    def _year_after(self, index: int) -> tuple[int | None, int]:
        """Return (year, last token) of what follows a month."""
        after = index + 1
        if not self._near(index, after):
            return None, index
        key = self._tokens[after].key
        is_short = len(key) == 2 and self._source.gap(*self._tokens[index : after + 1]).strip(  # noqa: PLR2004 (a year in two digits)
            " "
        ) in {"'", "’", ""}
        if not key.isdecimal() or not (len(key) == 4 or is_short):  # noqa: PLR2004 (a year)
            return None, index
        last = after
        if self._near(after, after + 1) and self._closes_year(after + 1):
            last = after + 1
        return _full_year(key), last

    def _closes_year(self, index: int) -> bool:
        """Tell whether a word is "year" or the ending in "2021-го"."""
        key = self._tokens[index].key
        is_ending = key in _ENDINGS and self._source.text[self._tokens[index].start - 1] in "-–"
        return key in _YEAR_WORDS or is_ending

    def _month_first(self, index: int, month: int) -> Iterator[FoundDate]:
        after = index + 1
        if self._near(index, after) and self._tokens[after].key == "the":
            after += 1
        if not self._near(after - 1, after):
            return
        key = self._tokens[after].key
        number = _day(key) if key[0].isdecimal() else None
        if number is None or self._following(after) == ":":
            return
        year, last = self._year_after(after)
        yield FoundDate(self._tokens[index].start, self._tokens[last].end, year, month, number, 0.9)

    @staticmethod
    def _leads(key: str) -> bool:
        return key in _LEADERS or key in words("weekdays")

    def _following(self, index: int) -> str:
        end = self._tokens[index].end
        return self._source.text[end : end + 1]

    def _day_alone(self, index: int) -> Iterator[FoundDate]:
        token = self._tokens[index]
        number = _day(token.key) if token.key[0].isdigit() else None
        if number is None:
            return
        last = index
        if self._near(index, index + 1) and self._tokens[index + 1].key in _ENDINGS:
            last = index + 1
        follower = self._tokens[last + 1].key if self._near(last, last + 1) else ""
        leader = self._tokens[index - 1].key if self._near(index - 1, index) else ""
        is_ordinal = last > index or not token.key.isdecimal()
        if follower in _DAY_WORDS:
            yield FoundDate(token.start, self._tokens[last + 1].end, None, None, number, 0.8)
        elif leader == "dnia" or (is_ordinal and self._leads(leader) and follower not in _COUNTED):
            yield FoundDate(token.start, self._tokens[last].end, None, None, number, 0.6)


@cache
def _month(key: str) -> int | None:
    return next((number for number, forms in numbered("months") if key in forms), None)


def _day(key: str) -> int | None:
    """Return the day that a word or figure stands for, or ``None``."""
    digits = key[:2] if key[:2].isdecimal() else key[:1]
    if digits.isdecimal():
        ending = key[len(digits) :]
        number = int(digits)
        return number if 1 <= number <= _LAST_DAY and (not ending or ending in _ENDINGS) else None
    return _spoken(key) or None


@cache
def _spoken(key: str) -> int:
    found = (number for number, forms in numbered("ordinals") if key in forms)
    return next(found, 0) or next((number for number, forms in numbered("tens") if key in forms), 0)


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 (a year in two digits)
        return year
    return year + (2000 if year < 40 else 1900)  # noqa: PLR2004 (nobody interviewed will be born in 2040)


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= _LAST_DAY and 1 <= month <= _MONTHS
