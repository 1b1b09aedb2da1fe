"""Finds schools, works, prisons and the like by a noun and what is said beside it."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.places import is_place
from intake.redaction.lists import is_function_word, words
from intake.redaction.source_text import SourceText, Token
from intake.redaction.suggestion import Suggestion

_MOST_BEFORE = 4
_MOST_BEHIND = 4
_OPENING = {" «", " „", ' "', " “", " '"}
_CLOSING = frozenset("»”“\"'")
_NAMED, _DESCRIBED = 0.6, 0.3
_SHORTEST_ADJECTIVE = 5
_SHORTEST_MODIFIER = 4
# Endings of adjectives on folded words (Russian, Belarusian and Ukrainian; Polish).
_ADJECTIVE = re2.compile(
    r"(?:[оеая]и|[аоиуяю]я|[ую]ю|[оеая]е|[ыиі]и|[оеая]г[оа]|[оеая]м[уо]|[ыиі]м|[ыиі]х|[оеі]і|ою"
    r"|[кнвч]ом|[нвч]ым?)$"
    r"|(?:ow|n|sk|ck|cz|w)(?:y|a|ej|ego|emu|ym|i|iej|iego|im)$"
)
_GENITIVE = re2.compile(r"\p{Cyrillic}{3,}[ыиі]х")


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the bodies of a text that are singled out, or at least described."""
    reader = _Reader(source)
    for index in source.standing(words("organisation_heads").holds):
        yield from reader.around(index)


class _Reader:
    """Reads the words around the noun."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens

    def around(self, index: int) -> Iterator[Suggestion]:
        """Propose the noun with what singles it out, or says what kind it is, if that is there."""
        named, described = self._before(index), self._described(index)
        behind, last = self._behind(index), self._purpose(index)
        is_named = named < index or behind > index
        if is_named or described < index or last > index:
            first = min(named, described)
            if is_named and not self._is_slavic(index):
                first = named
            start, end = self._tokens[first].start, self._tokens[max(behind, last)].end
            score = _NAMED if is_named else _DESCRIBED
            yield Suggestion(start, end, MarkKind.ORGANISATION, "organisation", score)

    def _gap(self, left: int) -> str:
        if left < 0 or left + 1 >= len(self._tokens):
            return "\n"
        return self._source.gap(self._tokens[left], self._tokens[left + 1])

    def _is_slavic(self, index: int) -> bool:
        return not self._tokens[index].key.isascii()

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

    def _described(self, index: int) -> int:
        """Return the first of the adjectives, or the one noun in English, before the noun."""
        first = index
        while index - first < _MOST_BEFORE and self._gap(first - 1) == " ":
            if not self._describes(self._tokens[first - 1], index):
                break
            first -= 1
        return first

    def _describes(self, token: Token, index: int) -> bool:
        says_nothing = (
            token.key in words("plain_adjectives")
            or token.key in words("public_names")
            or is_function_word(token.key, self._source.language)
        )
        if says_nothing or not token.key.isalpha():
            return False
        if self._is_slavic(index) or self._source.language == "pl":
            return _is_adjective(token.key)
        is_english = self._source.language in {"en", ""}
        return is_english and len(token.key) >= _SHORTEST_MODIFIER and not token.is_capital

    def _purpose(self, index: int) -> int:
        """Return the last word of what a body is for: "завод карданных валов"."""
        if self._gap(index) != " ":
            return index
        token = self._tokens[index + 1]
        if token.key in words("body_purposes"):
            return index + 1
        is_small = is_function_word(token.key, self._source.language)
        if is_small or not _GENITIVE.fullmatch(token.key) or self._gap(index + 1) != " ":
            return index
        return index if self._tokens[index + 2].is_capital else index + 2

    def _behind(self, index: int) -> int:
        """Return the last word: a number, a quoted name or capitalised words behind the noun."""
        last = self._numbered(index)
        if last > index:
            return last
        if self._gap(index) in _OPENING:
            return self._quoted(index)
        last = index
        while last - index < _MOST_BEHIND and self._gap(last) in {" ", "-"}:
            token = self._tokens[last + 1]
            if not token.is_capital or token.key in words("public_names"):
                break
            last += 1
        if last == index and self._gap(index) == " " and _is_adjective(self._tokens[index + 1].key):
            last += 1  # in Polish it stands behind: what follows it must name the body
            named = self._quoted(last) if self._gap(last) in _OPENING else self._numbered(last)
            return named if named > last else index
        return max(last, self._numbered(last))

    def _numbered(self, index: int) -> int:
        """Return the number behind a word, with or without its sign; else the word."""
        place = index
        if self._gap(place) in {" ", ". "} and self._token_key(place + 1) in words("number_signs"):
            place += 1
        gap = self._gap(place).replace("№", "").replace(".", "").replace(":", "").strip(" ")
        return place + 1 if not gap and self._is_number(place + 1) else index

    def _quoted(self, index: int) -> int:
        """Return the last word of a short quoted name, or ``index`` for longer speech."""
        for last in range(index + 1, min(index + 1 + _MOST_BEHIND, len(self._tokens))):
            end = self._tokens[last].end
            if self._source.text[end : end + 1] in _CLOSING:
                return last
        return index

    def _token_key(self, index: int) -> str:
        return self._tokens[index].key

    def _is_number(self, index: int) -> bool:
        key = self._token_key(index)
        return key[0].isdecimal() or key in words("numbers")


def _is_adjective(key: str) -> bool:
    return len(key) >= _SHORTEST_ADJECTIVE and _ADJECTIVE.search(key) is not None
