"""Finds schools, works, prisons and the like by a noun with a number, name or place beside it."""

from __future__ import annotations

from collections.abc import Iterator

from intake.domain.marks import MarkKind
from intake.redaction.detectors.places import is_place
from intake.redaction.lists import is_function_word, words
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_MOST_BEFORE = 4
_MOST_BEHIND = 4
_OPENING = {" «", " „", ' "', " “", " '"}
_CLOSING = frozenset("»”“\"'")


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the bodies of a text that are singled out."""
    reader = _Reader(source)
    for index in source.where(words("organisation_heads").holds):
        yield from reader.around(index)


class _Reader:
    """Reads the words around the noun."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens

    def around(self, index: int) -> Iterator[Suggestion]:
        """Propose the noun with what singles it out, if there is something."""
        first = self._before(index)
        last = self._behind(index)
        if first < index or last > index:
            start, end = self._tokens[first].start, self._tokens[last].end
            yield Suggestion(start, end, MarkKind.ORGANISATION, "organisation", 0.6)

    def _gap(self, left: int) -> str:
        if left < 0 or left + 1 >= len(self._tokens):
            return "\n"
        return self._source.gap(self._tokens[left], self._tokens[left + 1])

    def _before(self, index: int) -> int:
        """Return the first word: the farthest one before the noun that names it."""
        first = place = index
        while index - place < _MOST_BEFORE and self._gap(place - 1) in {" ", "-"}:
            place -= 1
            token = self._tokens[place]
            if is_function_word(token.key, self._source.language):
                break
            names = token.is_capital and not self._source.starts_sentence(token)
            is_common = token.key in words("public_names") or token.key in words("body_kinds")
            if (names and not is_common) or is_place(token.key):
                first = place
        return first

    def _behind(self, index: int) -> int:
        """Return the last word: a number, a quoted name or capitalised words behind the noun."""
        place = index
        if self._gap(place) in {" ", ". "} and self._token_key(place + 1) in words("number_signs"):
            place += 1
        gap = self._gap(place).replace("№", "").replace(".", "").replace(":", "").strip(" ")
        if not gap and self._is_number(place + 1):
            return place + 1
        if self._gap(index) in _OPENING:
            return self._quoted(index)
        last = index
        while last - index < _MOST_BEHIND and self._gap(last) in {" ", "-"}:
            token = self._tokens[last + 1]
            if not token.is_capital or token.key in words("public_names"):
                break
            last += 1
        return last

    def _quoted(self, index: int) -> int:
        """Return the last word of a short quoted name, or ``index`` for longer speech."""
        for last in range(index + 1, min(index + 1 + _MOST_BEHIND, len(self._tokens))):
            if self._gap(last)[:1] in _CLOSING:
                return last
        return index

    def _token_key(self, index: int) -> str:
        return self._tokens[index].key

    def _is_number(self, index: int) -> bool:
        key = self._token_key(index)
        return key[0].isdecimal() or key in words("numbers")
