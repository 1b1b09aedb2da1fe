"""Finds street addresses and postcodes by their cue words; knows no map."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import is_amount, stands_alone
from intake.redaction.detectors.number_words import value_of
from intake.redaction.lists import is_function_word, is_ordinary, words
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText, words_of
from intake.redaction.strict_rule import is_year
from intake.redaction.suggestion import Suggestion

_MOST_NAMES = 4
_MOST_NUMBERS = 5
_MOST_WORDS = 4  # of one number: "one hundred twenty five"
_IN_NUMBER = frozenset({" ", "-"})
_LONGEST_NUMBER = 5
_LONGEST_SHORT = 3
_SHORTEST_STREET = 4
_TIGHT = frozenset("-/–")
_WIDEST_GAP = 3
_FEWEST_BEFORE_ENDING = 3
_SHORTENED = {"пр": frozenset({"т", "кт"}), "pr": frozenset({"t"})}  # "пр-т", "пр."
_IN_STREET = frozenset({"по", "на", "у", "в", "przy", "on"})
_UNCASED = "\u0530"  # from here on alphabets without capitals
# "00-950 Warszawa" and "LV-1010" are postcodes by themselves; bare figures need a word.
_POSTCODE = re2.compile(r"(?:LV|LT|BY|UA|PL|DE|D)-\d{4,6}|\d{2}-\d{3}")
_BARE_POSTCODE = re2.compile(r"\b\d{4,6}\b")
_CUE_WIDTH = 16


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the street addresses and postcodes of a text."""
    reader = _Reader(source)
    for index in source.standing(words("street_before").holds):
        yield from reader.after_cue(index)
    for index in source.standing(_SHORTENED.__contains__):
        yield from reader.after_shortened(index)
    for index in source.standing(words("street_behind").holds):
        yield from reader.before_cue(index)
    for index in source.standing(_ends_like_street):
        yield from reader.in_one_word(index)
    for index in source.standing(words("house_units").holds):
        yield from reader.from_unit(index)
    for index in source.standing(_may_number):
        yield from reader.in_one_row(index)
    yield from _postcodes(source)


@lru_cache(maxsize=1 << 14)
def _may_number(key: str) -> bool:
    """Tell whether a word may be the number of a house."""
    return key[0].isdigit() and len(key) <= _LONGEST_NUMBER and not is_year(key)


@lru_cache(maxsize=1 << 14)
def _ends_like_street(key: str) -> bool:
    return any(
        key.endswith(ending) and len(key) >= len(ending) + _FEWEST_BEFORE_ENDING
        for ending in words("street_endings").forms
    )


def _postcodes(source: SourceText) -> Iterator[Suggestion]:
    text = source.text
    for start, end in spans(_POSTCODE, text):
        is_town = text[end : end + 1] in {" ", ",", "\u00a0"} and text[end + 1 : end + 2].isupper()
        if stands_alone(text, start, end) and (is_town or text[start].isalpha()):
            yield Suggestion(start, end, MarkKind.PLACE, "address", 0.7)
    if not source.standing(words("postcode_cues").holds):
        return
    for start, end in spans(_BARE_POSTCODE, text):
        before = words_of(text[max(0, start - _CUE_WIDTH) : start])[-2:]
        if stands_alone(text, start, end) and any(key in words("postcode_cues") for key in before):
            yield Suggestion(start, end, MarkKind.PLACE, "address", 0.8)


def _is_inside_name(gap: str) -> bool:
    return len(gap) <= _WIDEST_GAP and "\n" not in gap and gap.strip(" \t\u00a0.-'’") == ""


def _is_before_number(gap: str) -> bool:
    return len(gap) <= _WIDEST_GAP and gap.strip(" \t\u00a0.,،-–/№#") == ""


class _Reader:
    """Reads the words and numbers around a cue."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens
        self._keys = source.keys
        self._is_unit = words("house_units").holds
        self._following: dict[int, int] = {}
        self._numbered: dict[int, bool] = {}

    @cached_property
    def _continues(self) -> list[bool]:
        return self._source.joined(_is_inside_name)

    @cached_property
    def _reaches(self) -> list[bool]:
        return self._source.joined(_is_before_number)

    def after_cue(self, index: int) -> Iterator[Suggestion]:
        """Read "ul. Leśna 5 m. 3"."""
        last = index
        while last - index < _MOST_NAMES and self._continues[last] and self._is_name(last + 1):
            last += 1
        if last == index:
            last = self._small_names(index)
        if last > index:
            yield self._hit(self._house_before(index), self._numbers(last))
        elif self._keys[index][0] >= _UNCASED and self._continues[index]:
            yield self._hit(index, index + 1, 0.3)  # nothing tells a name from another word

    def after_shortened(self, index: int) -> Iterator[Suggestion]:
        """Read "пр-т Лесной, 5" and "пр. Лесной, 5"."""
        if not self._continues[index]:
            return
        is_split = self._keys[index + 1] in _SHORTENED[self._keys[index]]
        is_cut = self._source.gaps[index] == ". "
        if is_split or (is_cut and self._tokens[index + 1].is_capital):
            for hit in self.after_cue(index + is_split):
                yield hit._replace(start=self._tokens[index].start)

    def before_cue(self, index: int) -> Iterator[Suggestion]:
        """Read "27 Forest Street, apartment 11"."""
        first = index
        is_named = False
        while (
            index - first < _MOST_NAMES and self._continues[first - 1] and self._is_name(first - 1)
        ):
            first -= 1
            is_named |= self._tokens[first].is_capital
        last = self._numbers(index)
        if is_named:
            yield self._hit(self._words_before(first), last)
            return
        # Where there are no capitals, or nobody uses them, the number of a house shows a street.
        is_free = self._tokens[index].key[0] >= _UNCASED or self._source.ignores_case
        if is_free and self._continues[index - 1] and self._is_small_name(index - 1):
            house = self._continues[index - 2] and self._is_number(index - 2)
            if house or last > index:
                yield self._hit(index - 1 - house, last)

    def _words_before(self, first: int) -> int:
        """Return the first token of the house in "twelve Garden Street", or the street's own."""
        place, joints = first, {" "}
        while first - place < _MOST_WORDS and self._source.gaps[place - 1] in joints:
            if value_of(self._keys[place - 1]) is None:
                break
            place, joints = place - 1, {*_IN_NUMBER}
        return place

    def in_one_word(self, index: int) -> Iterator[Suggestion]:
        """Read "Musterstraße 12": the number tells it from an ordinary word."""
        last = self._numbers(index) if self._tokens[index].is_capital else index
        if last > index:
            yield self._hit(index, last)

    def from_unit(self, index: int) -> Iterator[Suggestion]:
        """Read "house 5, flat 7" without a street; one number alone says nothing."""
        last = self._numbers(index)
        if last == index:
            return
        street = self._street_before(index)
        if self._following[index] < last or street < index:
            yield self._hit(street, last)

    def _street_before(self, index: int) -> int:
        """Return the token of the name in "Лесная, д. 5", or ``index`` when there is none."""
        before = index - 1
        if words("flat_units").holds(self._keys[index]) and self._has_house(before):
            before -= 1
        elif self._source.gaps[before] != ", ":
            return index
        token = self._tokens[before]
        is_name = token.is_capital and token.key.isalpha() and self._is_name(before)
        plain = ("public_names", "street_before", "street_behind")
        return before if is_name and not any(token.key in words(each) for each in plain) else index

    def _has_house(self, index: int) -> bool:
        """Tell whether a word is the number of a house, between a street and a flat."""
        is_joined = self._continues[index - 1] and self._reaches[index]
        return index > 0 and is_joined and self._is_number(index)

    def in_one_row(self, index: int) -> Iterator[Suggestion]:
        """Read "Лесная 4-12", which may also be something else that is numbered so."""
        gaps, street = self._source.gaps, index - 1
        if gaps[index] != "-" or gaps[street] != " " or gaps[index + 1] in _TIGHT:
            return
        if not (self._is_number(index) and self._is_number(index + 1)):
            return
        if self._continues[street - 1] and words("street_before").holds(self._keys[street - 1]):
            return  # read from that word on
        token = self._tokens[street]
        is_name = token.is_capital and token.key.isalpha() and len(token.key) >= _SHORTEST_STREET
        is_plain = is_ordinary(token.key, self._source.language)
        if is_name and not is_plain and token.key not in words("public_names"):
            yield self._hit(street, index + 1, 0.3)

    def _small_names(self, index: int) -> int:
        """Return the last word of a street in small letters, which a house number follows.

        Only behind a shortened cue, or where nobody uses capitals: "on the street were 15 people".
        """
        cue = self._tokens[index]
        end = self._source.text[cue.end : cue.end + 1]
        is_short = end == "." or len(cue.key) <= _LONGEST_SHORT
        if not (is_short or cue.key[0] >= _UNCASED or self._source.ignores_case):
            return index
        last = index
        while last - index < _MOST_NAMES and self._continues[last]:
            if not self._is_small_name(last + 1):
                break
            last += 1
        house = self._numbers(last)
        is_address = last < house and (is_short or not self._is_counted(house))
        return last if last > index and is_address else index

    def _is_counted(self, index: int) -> bool:
        """Tell whether a word stands behind a number, as in "2 tanks"."""
        if index + 1 >= len(self._tokens):
            return False
        is_near = self._source.gaps[index] == " "
        return is_near and not is_function_word(self._keys[index + 1], self._source.language)

    def _is_small_name(self, index: int) -> bool:
        token = self._tokens[index]
        is_plain = token.key in words("house_units") or is_function_word(
            token.key, self._source.language
        )
        return token.key.isalpha() and not is_plain

    def _house_before(self, index: int) -> int:
        """Return the first token of "house 5" before the street, or the street's cue itself."""
        place = index - 1
        if place > 0 and self._tokens[place].key in _IN_STREET:
            place -= 1
        is_number = (
            place > 0
            and self._is_number(place)
            and self._tokens[place - 1].key in words("house_units")
        )
        near = all(self._reaches[max(0, place - 1) : index])
        return place - 1 if is_number and near else index

    def _is_name(self, index: int) -> bool:
        token = self._tokens[index]
        if token.is_capital and len(token.key) > 1:
            return not is_function_word(token.key, self._source.language)
        return token.is_capital or self._is_number(index)

    def _is_number(self, index: int) -> bool:
        if not _may_number(self._keys[index]):
            return False
        found = self._numbered.get(index)
        if found is None:
            token = self._tokens[index]
            found = not is_amount(self._source.text, token.start, token.end)
            self._numbered[index] = found
        return found

    def _numbers(self, last: int) -> int:
        """Return the last token of the house and flat numbers that follow ``last``."""
        for _ in range(_MOST_NUMBERS):
            place = self._following.get(last)
            if place is None:
                place = self._following[last] = self._number_behind(last)
            if place == last:
                break
            last = place
        return last

    def _number_behind(self, last: int) -> int:
        """Return the token of the number that follows ``last``, or ``last`` if none does."""
        reaches, place = self._reaches, last + 1
        if not reaches[last]:
            return last
        is_told = self._is_unit(self._keys[place])
        place += is_told
        if not reaches[place - 1]:
            return last
        if self._is_number(place):
            return place
        end = self._in_words(place)
        return end if end >= place and (is_told or self._is_house(place, end)) else last

    def _in_words(self, first: int) -> int:
        """Return the last token of a number in words from ``first`` on, or the one before."""
        last = first - 1
        while last - first + 1 < _MOST_WORDS and (
            last < first or self._source.gaps[last] in _IN_NUMBER
        ):
            if value_of(self._keys[last + 1]) is None:
                break
            last += 1
        return last

    def _is_house(self, first: int, last: int) -> bool:
        """Tell whether a number in words behind a street counts nothing: "one of us", "two men"."""
        gap = self._source.gaps[last]
        if gap in {" ", ", "} and self._is_unit(self._keys[last + 1]):
            return True
        return value_of(self._keys[first]) != 1 and not self._is_counted(last)

    def _hit(self, first: int, last: int, score: float = 0.8) -> Suggestion:
        start, end = self._tokens[first].start, self._tokens[last].end
        return Suggestion(start, end, MarkKind.PLACE, "address", score)
