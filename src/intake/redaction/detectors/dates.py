"""Finds dates that name a day, in figures and in words; leaves months and years alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.detectors.number_words import numerals, value_of
from intake.redaction.lists import named, numbered, words
from intake.redaction.source_text import SourceText, words_of
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
_BETWEEN = named("date_words", "between")
_ARTICLES = named("date_words", "article")
_TAILS = named("date_words", "tail")
_VERBS = named("date_words", "verb")
_LAW = named("date_words", "law")
_JOINERS = named("date_words", "joiner")
_LEADERS = named("date_words", "leader")
_DAY_WORDS = named("date_words", "day")
_YEAR_WORDS = named("date_words", "year")
_ROMAN = named("date_words", "roman")
_COUNTED = named("date_words", "counted")
_GAP = frozenset(" \t\u00a0\u202f\n.,-–—'’/")
_WIDEST_GAP = 3
_CUE_WIDTH = 16
_MONTHS = 12
_CENTURIES = frozenset({19, 20})
_TENS = frozenset({20, 30})
_MOST_YEAR_WORDS = 6
_JOINED_ORDINALS = ("sten", "ste", "ster", "ten", "te", "ter")  # "einundzwanzigsten"
_UNCASED = "\u0530"  # from here on alphabets without capitals
_AND = "و"
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
        if not _is_day(day, month) or _is_figure(text, start, end):
            continue
        before = words_of(text[max(0, start - _CUE_WIDTH) : start])[-1:]
        if not any(word in _LAW for word in before):
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
        """Tell the month in "7.II" from a letter at the start of a line, and from "eleven. I"."""
        token = self._tokens[index]
        before = self._source.text[max(0, token.start - 1) : token.start]
        is_numbered = index > 0 and self._tokens[index - 1].key.isdecimal()
        is_set_off = before in {".", " "} and is_numbered
        return is_set_off and self._source.text[token.start : token.end].isupper()

    def may_date(self, key: str) -> bool:
        """Tell whether a word may be part of a date: a month, or something with a figure first."""
        self._months[key] = _month(key)
        return key[0].isdecimal() or self._months[key] is not None or key in _DAY_WORDS

    def around(self, index: int) -> Iterator[FoundDate]:
        token = self._tokens[index]
        month = self._months[token.key]
        if month is None:
            alone = self._day_alone if token.key[0].isdecimal() else self._day_before_word
            yield from alone(index)
            return
        is_roman = token.key in _ROMAN
        if is_roman and not self._is_roman(index):
            return
        day = self._day_before(index)
        if day is not None:
            first, number = day
            year, last = self._year_after(index)
            start = self._tokens[self._leader_before(first)].start
            yield FoundDate(start, self._tokens[last].end, year, month or None, number, 0.95)
        elif not is_roman:
            yield from self._month_first(index, month)

    def _near(self, left: int, right: int) -> bool:
        if left < 0 or right >= len(self._tokens):
            return False
        gap = self._source.gap(self._tokens[left], self._tokens[right])
        return len(gap) <= _WIDEST_GAP and all(char in _GAP for char in gap)

    def _is_between(self, index: int) -> bool:
        key = self._tokens[index].key
        return key in _BETWEEN or key in _ENDINGS

    def _is_joint(self, index: int) -> bool:
        key = self._tokens[index].key
        return key in _JOINERS or key in _ENDINGS or key in _ARTICLES

    def _day_before(self, index: int) -> tuple[int, int] | None:
        """Return (first token, day) of the day or range of days that ends before ``index``."""
        last = index - 1
        while self._near(last, last + 1) and self._is_between(last):
            last -= 1
        if not self._near(last, last + 1):
            return None
        key = self._tokens[last].key
        number = _day(key) or _cardinal(key)
        if number is None or (not key[0].isdecimal() and self._is_verb(index)):
            return None
        first = self._rest_before(last, number)
        if first == last and _day(key) is None and not self._takes_cardinals(index):
            return None
        if first < last:
            number += _day(self._tokens[first].key) or _cardinal(self._tokens[first].key) or 0
        return self._range_before(first), number

    def _is_verb(self, index: int) -> bool:
        """Tell whether a month in small letters is the verb of "the second may come"."""
        token = self._tokens[index]
        return token.key in _VERBS and not (token.is_capital or self._source.ignores_case)

    def _takes_cardinals(self, index: int) -> bool:
        """Tell whether "two" may be a day before a month: "two may come" and "адна мая" are not."""
        token = self._tokens[index]
        return token.is_capital or token.key[0] >= _UNCASED

    def _rest_before(self, last: int, number: int) -> int:
        """Return the token of "twenty" in "twenty first", or ``last`` when there is none.

        Arabic says the units first, and Persian a word between the two.
        """
        key = self._tokens[last].key
        if key[0].isdigit() or not self._near(last - 1, last):
            return last
        before = last - 1
        if self._tokens[before].key == _AND and self._near(before - 1, before):
            before -= 1
        other = self._tokens[before].key
        if key.startswith(_AND) and number >= 20:  # noqa: PLR2004 (twenty or thirty)
            unit = _spoken(other) or value_of(other) or 0
            return before if 1 <= unit < 10 else last  # noqa: PLR2004 (a digit)
        is_tens = number < 10 and (other in words("tens") or value_of(other) in _TENS)  # noqa: PLR2004 (a digit)
        return before if is_tens else last

    def _range_before(self, first: int) -> int:
        """Return the first token of the days that are listed up to ``first``."""
        while True:
            other = first - 1
            while self._near(other, other + 1) and self._is_joint(other):
                other -= 1
            if not self._near(other, other + 1) or _day(self._tokens[other].key) is None:
                return first
            first = other

    def _leader_before(self, first: int) -> int:
        """Return the weekday or article in front of a day, or ``first`` when there is none."""
        before = first - 1
        if not self._near(before, first):
            return first
        key = self._tokens[before].key
        return before if key in _ARTICLES or key in words("weekdays") else first

    def _year_after(self, index: int) -> tuple[int | None, int]:
        """Return (year, last token) of what follows a month."""
        if self._near(index, index + 1) and self._tokens[index + 1].key in _TAILS:
            index += 1
        after = index + 1
        while self._near(after - 1, after) and self._tokens[after].key in _BETWEEN:
            after += 1
        if self._near(after - 1, after) and self._tokens[after].key in _YEAR_WORDS:
            after += 1
        if not self._near(after - 1, after):
            return None, index
        year, last = self._year_at(after)
        if year is None:
            return None, index
        while self._near(last, last + 1) and self._closes_year(last + 1):
            last += 1
        return year, last

    def _year_at(self, first: int) -> tuple[int | None, int]:
        """Return (year, last token) of a year that begins at a token, in figures or in words."""
        token = self._tokens[first]
        key = token.key
        if not key.isdecimal():
            return self._year_in_words(first)
        is_short = len(key) == 2 and self._source.gap(self._tokens[first - 1], token).strip(  # noqa: PLR2004 (a year in two digits)
            " "
        ) in {"'", "’", ""}
        return (_full_year(key) if len(key) == 4 or is_short else None), first  # noqa: PLR2004 (a year)

    def _year_in_words(self, first: int) -> tuple[int | None, int]:
        last = first - 1
        while last - first < _MOST_YEAR_WORDS and self._near(last, last + 1):
            key = self._tokens[last + 1].key
            if value_of(key) is None and not _spoken(key) and key not in {"and", _AND}:
                break
            last += 1
        keys = [each.key for each in self._tokens[first : last + 1]]
        ordinal = 0 if not keys or value_of(keys[-1]) is not None else _spoken(keys[-1])
        tens = _spoken(keys[-2]) if 0 < ordinal < 10 and len(keys) > 1 else 0  # noqa: PLR2004 (a digit)
        if tens >= 20 and value_of(keys[-2]) is None:  # noqa: PLR2004 ("dwudziestego pierwszego")
            return _full_year(str(tens + ordinal)), last
        found = [each.value for each in numerals(keys)]
        if len(found) == 2 and found[0] in _CENTURIES and 10 <= found[1] < 100:  # noqa: PLR2004 (the rest of a year)
            found = [found[0] * 100 + found[1]]
        year = sum(found) + ordinal
        is_named = self._near(last, last + 1) and self._tokens[last + 1].key in _YEAR_WORDS
        if ordinal and year < 100 and is_named:  # noqa: PLR2004 (a year in two digits)
            return _full_year(str(year)), last
        return (year, last) if 1300 <= year < 2100 and len(found) == 1 else (None, first)  # noqa: PLR2004 (a year)

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
        number, last = self._day_at(after)
        if number is None or self._following(last) == ":":
            return
        token = self._tokens[index]
        is_name = token.is_capital or self._source.ignores_case or token.key[0] >= _UNCASED
        is_day = self._near(last, last + 1) and self._tokens[last + 1].key in _DAY_WORDS
        if not (is_name or is_day):
            return
        year, last = self._year_after(self._range_behind(last + is_day))
        yield FoundDate(token.start, self._tokens[last].end, year, month or None, number, 0.9)

    def _day_at(self, first: int) -> tuple[int | None, int]:
        """Return (day, last token) of a day in figures or ordinals that begins at a token."""
        key = self._tokens[first].key
        if key[0].isdecimal():
            return _day(key), first
        if value_of(key) in _TENS and self._near(first, first + 1):
            unit = _spoken(self._tokens[first + 1].key)
            if 1 <= unit < 10:  # noqa: PLR2004 (a digit)
                return (value_of(key) or 0) + unit, first + 1
        is_ordinal = value_of(key) is None and key not in _TAILS
        return (_spoken(key) or None if is_ordinal else None), first

    def _range_behind(self, last: int) -> int:
        """Return the last token of the days that are listed from ``last`` on."""
        other = last + 1
        if self._near(last, other) and self._tokens[other].key in _JOINERS:
            other += 1
        is_joined = other > last + 1 or (
            self._near(last, other)
            and self._source.gap(self._tokens[last], self._tokens[other]).strip() in {"-", "–"}
        )
        if not is_joined or not self._near(other - 1, other):
            return last
        key = self._tokens[other].key
        return other if key[0].isdecimal() and _day(key) is not None else last

    @staticmethod
    def _leads(key: str) -> bool:
        return key in _LEADERS or key in words("weekdays")

    def _following(self, index: int) -> str:
        end = self._tokens[index].end
        return self._source.text[end : end + 1]

    def _day_before_word(self, index: int) -> Iterator[FoundDate]:
        """Read "пятого числа"; figures before the word are read by themselves."""
        before = self._tokens[index - 1].key if index else ""
        day = self._day_before(index) if before in words("ordinals") else None
        if day is not None:
            first, number = day
            start, end = self._tokens[first].start, self._tokens[index].end
            yield FoundDate(start, end, None, None, number, 0.8)

    def _day_alone(self, index: int) -> Iterator[FoundDate]:
        token = self._tokens[index]
        number = _day(token.key)
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
            start = self._tokens[index - (leader in words("weekdays"))].start
            yield FoundDate(start, self._tokens[last].end, None, None, number, 0.6)


@lru_cache(maxsize=1 << 14)
def _month(key: str) -> int | None:
    return next((number for number, forms in numbered("months") if forms.holds(key)), None)


def _day(key: str) -> int | None:
    """Return the day that a word or figure stands for, or ``None``."""
    digits = key[:2] if key[:2].isdecimal() else key[:1]
    if digits.isdecimal():
        ending = key[len(digits) :]
        number = int(digits)
        return number if 1 <= number <= _LAST_DAY and (not ending or ending in _ENDINGS) else None
    return _spoken(key) or None


def _cardinal(key: str) -> int | None:
    """Return the day that is said as "twenty" instead of "twentieth"."""
    value = None if key[0].isdecimal() else value_of(key)
    return value if value is not None and 1 <= value <= _LAST_DAY else None


@lru_cache(maxsize=1 << 14)
def _spoken(key: str) -> int:
    for name in ("ordinals", "tens"):
        found = next((number for number, forms in numbered(name) if key in forms), 0)
        if found:
            return found
    joined = next((key[: -len(end)] for end in _JOINED_ORDINALS if key.endswith(end)), "")
    return (joined and _cardinal(joined)) or 0


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 (a year in two digits)
        return year
    return year + (2000 if year < 40 else 1900)  # noqa: PLR2004 (nobody interviewed will be born in 2040)


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= _LAST_DAY and 1 <= month <= _MONTHS
