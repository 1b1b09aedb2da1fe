"""Finds dates that name a day, in figures and in words; leaves months and years alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from intake.domain.marks import MarkKind
from intake.redaction.detectors import feasts
from intake.redaction.detectors.date_values import (
    ENDINGS,
    cardinal_of,
    day_of,
    month_of,
    ordinal_of,
    values_of,
    year_ordinal_of,
)
from intake.redaction.detectors.dates_in_figures import FoundDate, full_year, in_figures
from intake.redaction.detectors.number_words import value_of
from intake.redaction.lists import named, words
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_BETWEEN = named("date_words", "between")
_BEFORE_MONTH = named("date_words", "between", "ending")
_IN_LIST = named("date_words", "joiner", "ending", "article")
_ARTICLES = named("date_words", "article")
_TAILS = named("date_words", "tail")
_VERBS = named("date_words", "verb")
_JOINERS = named("date_words", "joiner")
_LEADERS = named("date_words", "leader")
_DAY_WORDS = named("date_words", "day")
_YEAR_WORDS = named("date_words", "year")
_WEEKDAYS = words("weekdays")
_GENITIVE = named("date_words", "genitive")
_DIGITS = "0123456789"
_ROMAN = named("date_words", "roman")
_COUNTED = named("date_words", "counted")
_GAP = frozenset(" \t\u00a0\u202f\n.,-–—'’/")
_WIDEST_GAP = 3
_CENTURIES = frozenset({19, 20})
_TENS = frozenset({20, 30})
_MOST_YEAR_WORDS = 6
_MONTHS = 12
_UNCASED = "\u0530"  # from here on alphabets without capitals
_AND = "و"


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the dates of a text that name a day."""
    for date in dates_in(source):
        yield Suggestion(date.start, date.end, MarkKind.DATE, "date", date.score)
    yield from feasts.find(source)


def dates_in(source: SourceText) -> Iterator[FoundDate]:
    """Return the dates with their values; a stretch may be found in more than one way."""
    yield from in_figures(source)
    reader = _Reader(source)
    for index in reader.suspects():
        found = reader.around(index)
        if found is not None:
            yield found
    yield from reader.in_ordinals()


class _Reader:
    """Reads dates in words around a month or an ordinal."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens
        self._keys = source.keys
        self._months: dict[str, int | None] = {}

    def _is_roman(self, index: int) -> bool:
        """Tell the month in "7.II" from a letter at the start of a line, and from "eleven. I"."""
        token = self._tokens[index]
        before = self._source.text[max(0, token.start - 1) : token.start]
        is_numbered = index > 0 and self._keys[index - 1].isdecimal()
        is_set_off = before in {".", " "} and is_numbered
        return is_set_off and self._source.text[token.start : token.end].isupper()

    def suspects(self) -> list[int]:
        """Return the words that may be part of a date: months, and days beside what tells them."""
        source = self._source
        months = source.standing(_is_month)
        words_for_days = source.standing(_DAY_WORDS.holds)
        behind = {place - back for place in words_for_days for back in (1, 2)}
        behind.update(place + 1 for place in source.standing(_may_lead))
        behind.update(place - 1 for place in source.standing(_GENITIVE.holds))
        days = behind.intersection(source.standing(_is_figure_first)) if behind else ()
        return sorted({*months, *words_for_days, *days, *source.standing(_is_day_of)})

    def around(self, index: int) -> FoundDate | None:
        """Return the date around a word."""
        key = self._keys[index]
        month = month_of(key)
        if month is None:
            alone = self._day_alone if key[0].isdecimal() else self._day_before_word
            return alone(index)
        is_roman = _ROMAN.holds(key)
        if is_roman and not self._is_roman(index):
            return None
        day = self._day_before(index)
        if day is None:
            return None if is_roman else self._month_first(index, month)
        first, number = day
        year, last = self._year_after(index)
        start = self._tokens[self._leader_before(first)].start
        return FoundDate(start, self._tokens[last].end, year, month or None, number, 0.95)

    @cached_property
    def _near(self) -> list[bool]:
        """Whether each word stands close before the next one."""
        return self._source.joined(_is_close)

    def _day_before(self, index: int) -> tuple[int, int] | None:
        """Return (first token, day) of the day or range of days that ends before ``index``."""
        last = index - 1
        while self._near[last] and _BEFORE_MONTH.holds(self._keys[last]):
            last -= 1
        if not self._near[last]:
            return None
        key = self._keys[last]
        number = day_of(key) or cardinal_of(key)
        if number is None:
            return None
        is_spoken = not key[0].isdecimal()
        if is_spoken and self._is_verb(index) and self._year_after(index)[0] is None:
            return None
        first = last if key[0].isdecimal() else self._rest_before(last, number)
        if first == last and day_of(key) is None and not self._takes_cardinals(index):
            return None
        if first < last:
            number += day_of(self._keys[first]) or cardinal_of(self._keys[first]) or 0
        return self._range_before(first), number

    def in_ordinals(self) -> Iterator[FoundDate]:
        """Yield dates whose month is a number, too: "fourteenth of the third, eighty seven"."""
        keys, near = self._keys, self._near
        for index in self._source.standing(_begins_ordinals):
            day, last = self._day_at(index)
            middle = last + 1
            while near[middle - 1] and _is_before_number(keys[middle]):
                middle += 1
            if day is None or not near[middle - 1] or not near[middle]:
                continue
            month = ordinal_of(keys[middle])
            if not 1 <= month <= _MONTHS:
                continue
            year, end = self._year_at(middle + 1)
            score = 0.8
            if year is None and self._source.gaps[middle - 1] == self._source.gaps[middle] == " ":
                year, end = self._short_year(middle + 1)
                score = 0.6
            if year is not None:
                start = self._tokens[index].start
                yield FoundDate(start, self._tokens[end].end, year, month, day, score)

    def _short_year(self, first: int) -> tuple[int | None, int]:
        """Return (year, last token) of "eighty seventh" without "year"; no small ordinal is one."""
        ordinal, last = year_ordinal_of(self._keys[first]), first
        tens = ordinal or value_of(self._keys[first]) or 0
        behind = self._keys[first + 1] if self._source.gaps[first] == " " else ""
        unit = (ordinal_of(behind) or value_of(behind) or 0) if behind else 0
        if 20 <= tens < 100 and tens % 10 == 0 and 1 <= unit < 10:  # noqa: PLR2004 (a year in two digits)
            ordinal, last = tens + unit, first + 1
        is_year = ordinal > _MONTHS
        return (full_year(str(ordinal)) if is_year else None), last

    def _is_verb(self, index: int) -> bool:
        """Tell whether a month in small letters is the verb of "the second may come"."""
        token = self._tokens[index]
        return _VERBS.holds(token.key) and not (token.is_capital or self._source.ignores_case)

    def _takes_cardinals(self, index: int) -> bool:
        """Tell whether "two" may be a day before a month: "two may come" and "адна мая" are not."""
        token = self._tokens[index]
        return token.is_capital or token.key[0] >= _UNCASED

    def _rest_before(self, last: int, number: int) -> int:
        """Return the token of "twenty" in "twenty first", or ``last`` when there is none.

        Arabic says the units first, and Persian a word between the two.
        """
        key = self._keys[last]
        if not self._near[last - 1]:
            return last
        before = last - 1
        if self._keys[before] == _AND and self._near[before - 1]:
            before -= 1
        other = self._keys[before]
        if key.startswith(_AND) and number >= 20:  # noqa: PLR2004 (twenty or thirty)
            unit = ordinal_of(other) or value_of(other) or 0
            return before if 1 <= unit < 10 else last  # noqa: PLR2004 (a digit)
        is_tens = number < 10 and (other in words("tens") or value_of(other) in _TENS)  # noqa: PLR2004 (a digit)
        return before if is_tens else last

    def _range_before(self, first: int) -> int:
        """Return the first token of the days that are listed up to ``first``."""
        while True:
            other = first - 1
            while self._near[other] and _IN_LIST.holds(self._keys[other]):
                other -= 1
            if not self._near[other] or day_of(self._keys[other]) is None:
                return first
            first = other

    def _leader_before(self, first: int) -> int:
        """Return the weekday or article in front of a day, or ``first`` when there is none."""
        before = first - 1
        if not self._near[before]:
            return first
        key = self._keys[before]
        return before if _ARTICLES.holds(key) or _WEEKDAYS.holds(key) else first

    def _year_after(self, index: int) -> tuple[int | None, int]:
        """Return (year, last token) of what follows a month."""
        if self._near[index] and _TAILS.holds(self._keys[index + 1]):
            index += 1
        after = index + 1
        while self._near[after - 1] and _BETWEEN.holds(self._keys[after]):
            after += 1
        if self._near[after - 1] and _YEAR_WORDS.holds(self._keys[after]):
            after += 1
        if not self._near[after - 1]:
            return None, index
        year, last = self._year_at(after)
        if year is None:
            return None, index
        while self._near[last] and self._closes_year(last + 1):
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
        return (full_year(key) if len(key) == 4 or is_short else None), first  # noqa: PLR2004 (a year)

    def _year_in_words(self, first: int) -> tuple[int | None, int]:
        last = first - 1
        while last - first < _MOST_YEAR_WORDS and self._near[last]:
            key = self._keys[last + 1]
            if value_of(key) is None and not year_ordinal_of(key) and key not in {"and", _AND}:
                break
            last += 1
        keys = self._keys[first : last + 1]
        ordinal = 0 if not keys or value_of(keys[-1]) is not None else year_ordinal_of(keys[-1])
        tens = year_ordinal_of(keys[-2]) if 0 < ordinal < 10 and len(keys) > 1 else 0  # noqa: PLR2004 (a digit)
        if tens >= 20 and value_of(keys[-2]) is None:  # noqa: PLR2004 ("dwudziestego pierwszego")
            return full_year(str(tens + ordinal)), last
        found = values_of(keys)
        if len(found) == 2 and found[0] in _CENTURIES and 10 <= found[1] < 100:  # noqa: PLR2004 (the rest of a year)
            found = (found[0] * 100 + found[1],)
        year = sum(found) + ordinal
        is_named = self._near[last] and _YEAR_WORDS.holds(self._keys[last + 1])
        if ordinal and year < 100 and is_named:  # noqa: PLR2004 (a year in two digits)
            return full_year(str(year)), last
        return (year, last) if 1300 <= year < 2100 and len(found) == 1 else (None, first)  # noqa: PLR2004 (a year)

    def _closes_year(self, index: int) -> bool:
        """Tell whether a word is "year" or the ending in "2021-го"."""
        key = self._keys[index]
        is_ending = ENDINGS.holds(key) and self._source.text[self._tokens[index].start - 1] in "-–"
        return _YEAR_WORDS.holds(key) or is_ending

    def _month_first(self, index: int, month: int) -> FoundDate | None:
        after = index + 1
        if self._near[index] and self._keys[after] == "the":
            after += 1
        if not self._near[after - 1]:
            return None
        number, last = self._day_at(after)
        if number is None or self._following(last) == ":":
            return None
        token = self._tokens[index]
        is_name = token.is_capital or self._source.ignores_case or token.key[0] >= _UNCASED
        is_day = self._near[last] and _DAY_WORDS.holds(self._keys[last + 1])
        year, last = self._year_after(self._range_behind(last + is_day))
        if not (is_name or is_day or year is not None):
            return None
        return FoundDate(token.start, self._tokens[last].end, year, month or None, number, 0.9)

    def _day_at(self, first: int) -> tuple[int | None, int]:
        """Return (day, last token) of a day in figures or ordinals that begins at a token."""
        key = self._keys[first]
        if key[0].isdecimal():
            return day_of(key), first
        if value_of(key) in _TENS and self._near[first]:
            unit = ordinal_of(self._keys[first + 1])
            if 1 <= unit < 10:  # noqa: PLR2004 (a digit)
                return (value_of(key) or 0) + unit, first + 1
        is_ordinal = value_of(key) is None and key not in _TAILS
        return (ordinal_of(key) or None if is_ordinal else None), first

    def _range_behind(self, last: int) -> int:
        """Return the last token of the days that are listed from ``last`` on."""
        other = last + 1
        if self._near[last] and _JOINERS.holds(self._keys[other]):
            other += 1
        is_joined = other > last + 1 or (
            self._near[last] and self._source.gaps[last].strip() in {"-", "–"}
        )
        if not is_joined or not self._near[other - 1]:
            return last
        key = self._keys[other]
        return other if key[0].isdecimal() and day_of(key) is not None else last

    def _following(self, index: int) -> str:
        end = self._tokens[index].end
        return self._source.text[end : end + 1]

    def _day_before_word(self, index: int) -> FoundDate | None:
        """Read "пятого числа"; figures before the word are read by themselves."""
        before = self._keys[index - 1] if index else ""
        day = self._day_before(index) if before in words("ordinals") else None
        if day is None:
            return None
        first, number = day
        start, end = self._tokens[first].start, self._tokens[index].end
        return FoundDate(start, end, None, None, number, 0.8)

    def _day_alone(self, index: int) -> FoundDate | None:
        token = self._tokens[index]
        number = day_of(token.key)
        if number is None:
            return None
        last = index
        if self._near[index] and ENDINGS.holds(self._keys[index + 1]):
            last = index + 1
        follower = self._keys[last + 1] if self._near[last] else ""
        leader = self._keys[index - 1] if self._near[index - 1] else ""
        is_ordinal = last > index or not token.key.isdecimal()
        if _DAY_WORDS.holds(follower):
            return FoundDate(token.start, self._tokens[last + 1].end, None, None, number, 0.8)
        if leader == "dnia" or (is_ordinal and _leads(leader) and follower not in _COUNTED):
            start = self._tokens[index - (_WEEKDAYS.holds(leader))].start
            return FoundDate(start, self._tokens[last].end, None, None, number, 0.6)
        is_told = _COUNTED.holds(follower) or (follower and month_of(follower) is not None)
        if self._is_bare_day(index, last) and not is_told:
            return FoundDate(token.start, self._tokens[last].end, None, None, number, 0.25)
        return None

    def _is_bare_day(self, index: int, last: int) -> bool:
        """Tell whether figures end as days do where the month is not said: "10го", "14-га"."""
        if last == index:
            return _is_day_of(self._keys[index])
        return _GENITIVE.holds(self._keys[last]) and self._source.gaps[index] in {"-", "‑", "–"}


def _is_close(gap: str) -> bool:
    return len(gap) <= _WIDEST_GAP and _GAP.issuperset(gap)


def _is_month(key: str) -> bool:
    return month_of(key) is not None


def _is_figure_first(key: str) -> bool:
    return key[0].isdecimal()


def _is_day_of(key: str) -> bool:
    """Tell whether a word is figures with the ending that days have."""
    ending = key.lstrip(_DIGITS)
    return ending != key and _GENITIVE.holds(ending)


def _may_lead(key: str) -> bool:
    """Tell whether a word may stand before a day that nothing stands behind."""
    return key == "dnia" or _leads(key)


def _leads(key: str) -> bool:
    return _LEADERS.holds(key) or _WEEKDAYS.holds(key)


def _is_before_number(key: str) -> bool:
    """Tell whether a word may stand before a month that is a number: "of the", "nought"."""
    return _IN_LIST.holds(key) or key == "of" or value_of(key) == 0


def _begins_ordinals(key: str) -> bool:
    """Tell whether a word may be a day, or the tens of one, before a month that is a number."""
    return (bool(ordinal_of(key)) or value_of(key) in _TENS) and month_of(key) is None
