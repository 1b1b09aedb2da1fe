"""Finds people nobody recorded by cues around a name and by endings; keeps no list of names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from intake.domain.marks import MarkKind
from intake.redaction.lists import is_function_word, is_ordinary, words
from intake.redaction.names.parts import is_patronymic
from intake.redaction.people.surnames import (
    is_surname,
    may_be_surname,
    may_open_as_surname,
)
from intake.redaction.source_text import SourceText, Token
from intake.redaction.suggestion import Suggestion

_MOST_WORDS = 3
_MOST_SMALL = 2
_UNCASED = "\u0530"  # from here on alphabets without capitals
_LONGEST_SHORTENED = 4
_JOINTS = frozenset({" ", ". ", ".", "\u00a0", "-"})


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the people of a text that a cue or an ending gives away."""
    reader = _Reader(source)
    for index in source.standing(words("titles").holds):
        yield from reader.behind(index, 0.8, 0.55)
    for index in source.standing(words("kin").holds):
        yield from reader.behind(index, 0.7, 0.3)
    for index in source.standing(words("naming").holds):
        yield from reader.behind(reader.past_small(index), 0.7, 0.3)
    for index in source.standing(words("introductions").holds):
        yield from reader.behind(reader.past_small(index), 0.85, 0.8)
    for index in source.at("is"):
        if reader.says_name(index):
            yield from reader.behind(index, 0.85, 0.8)
    for index in source.standing(is_patronymic):
        yield from reader.around_patronymic(index)
    for index in source.standing(may_be_surname):
        yield from reader.surname(index)
    yield from reader.names_that_are_words()


@lru_cache(maxsize=1 << 14)
def _is_taken(key: str, written: str, language: str) -> bool:
    """Tell whether a word is known for something else than a name."""
    is_public = words("public_names").means(key, written)
    return is_public or is_function_word(key, language) or key in words("titles")


class _Reader:
    """Reads the words beside a cue."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens

    def says_name(self, index: int) -> bool:
        """Tell whether the words up to ``index`` are "my name is"."""
        return index > 0 and self._tokens[index - 1].key == "name"

    def behind(self, index: int, certain: float, small: float) -> Iterator[Suggestion]:
        """Propose the words behind a cue: capitalised ones, or any where nobody uses capitals."""
        last = index
        most = self._most_behind(index)
        while last - index < most and self._is_near(last) and self._may_name(last + 1):
            last += 1
        if last > index:
            is_capital = self._tokens[index + 1].is_capital
            yield self._hit(index + 1, last, certain if is_capital else small)

    def past_small(self, index: int) -> int:
        """Return the word before a name: a small word may stand behind the cue ("się")."""
        if not self._is_near(index):
            return index
        key = self._tokens[index + 1].key
        return index + is_function_word(key, self._source.language)

    def _most_behind(self, index: int) -> int:
        """Return how many words behind a cue may be a name; without capitals fewer are."""
        is_last = index + 1 >= len(self._tokens)
        return _MOST_WORDS if is_last or self._tokens[index + 1].is_capital else _MOST_SMALL

    def around_patronymic(self, index: int) -> Iterator[Suggestion]:
        """Propose a patronymic with the given name before it and a surname behind."""
        first = last = index
        if index and self._is_near(index - 1) and self._may_name(index - 1):
            first = index - 1
        if self._tokens[index].is_capital and self._is_near(index) and self._may_name(index + 1):
            last = index + 1
        if first == last and not self._stands_out(index):
            return
        yield self._hit(first, last, 0.8)

    def surname(self, index: int) -> Iterator[Suggestion]:
        """Propose a word that ends like a surname, as far as its place in a sentence lets it."""
        token = self._tokens[index]
        if self._stands_out(index):
            yield self._hit(index, index, 0.6)
        elif not token.is_capital and is_surname(token.key):
            is_name = self._source.ignores_case or token.key[0] >= _UNCASED
            yield self._hit(index, index, 0.55 if is_name else 0.25)
        elif token.is_capital and self._may_open(token):
            is_plain = token.key in self._source.lower_keys
            yield self._hit(index, index, 0.3 if is_plain else 0.55)

    def names_that_are_words(self) -> Iterator[Suggestion]:
        """Propose words that are names, too, where no capital tells which of the two they are."""
        if not self._source.ignores_case:
            return
        for index in self._source.standing(words("names_that_are_words").holds):
            if self._may_name(index) and not is_ordinary(self._tokens[index].key):
                yield self._hit(index, index, 0.25)

    def _may_open(self, token: Token) -> bool:
        return may_open_as_surname(token.key) and token.key not in words("public_names")

    def _stands_out(self, index: int) -> bool:
        token = self._tokens[index]
        return (
            token.is_capital
            and not self._source.starts_sentence(token)
            and token.key not in words("public_names")
            and token.key not in words("capitals")
        )

    def _is_near(self, left: int) -> bool:
        gap = self._source.gaps[left]
        if gap not in _JOINTS:
            return False
        # A full stop is not the point behind "гр." or an initial.
        return "." not in gap or len(self._source.keys[left]) <= _LONGEST_SHORTENED

    def _may_name(self, index: int) -> bool:
        token = self._tokens[index]
        has_case = not self._source.ignores_case and token.key[0] < _UNCASED
        if (has_case and not token.is_capital) or token.key[0].isdecimal():
            return False
        written = self._source.text[token.start : token.end]
        return not _is_taken(token.key, written, self._source.language)

    def _hit(self, first: int, last: int, score: float) -> Suggestion:
        start, end = self._tokens[first].start, self._tokens[last].end
        return Suggestion(start, end, MarkKind.PERSON, "name", score)
