"""Finds words that no language has, which is what most names are; knows no names itself."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from intake.redaction.known import (
    CYRILLIC,
    FIRST_CYRILLIC,
    LANGUAGES,
    LATIN,
    is_also_name,
    is_known,
    is_lettered,
    readers_of,
)
from intake.redaction.lists import is_ordinary, words
from intake.redaction.names.initials import is_abbreviation, is_initial
from intake.redaction.people.given import Given, given
from intake.redaction.people.surnames import may_be_surname
from intake.redaction.recognisers.languages import languages_of
from intake.redaction.source_text import NAME_JOINTS, SourceText, Token
from intake.redaction.suggestion import Suggestion

_SHORTEST_NAME = 4
_MOST_REMEMBERED = 20_000
Readers = Mapping[bool, frozenset[str]]


def strangers(source: SourceText) -> Iterator[Token]:
    """Yield what is no word of a text's languages, and initials; for texts without capitals."""
    keys = source.keys
    readers = readers_of(keys, source.language, languages_of(source.text, keys))
    unknown = {key for key in set(keys) if _is_strange(key, source.language, readers)}
    initial = [is_initial(source, token) for token in source.tokens]
    for index, token in enumerate(source.tokens):
        if token.key in unknown or (
            initial[index] and _is_beside_name(source, index, unknown, initial)
        ):
            yield token


def is_stranger(source: SourceText, token: Token) -> bool:
    """Tell whether a word has a capital, and is in no language of its alphabet."""
    written = source.text[token.start : token.end]
    if source.language not in LANGUAGES or not is_lettered(token.key):
        return False
    if len(token.key) < _SHORTEST_NAME or not written.istitle():
        return False
    return not is_known(token.key, CYRILLIC if token.key[0] >= FIRST_CYRILLIC else LATIN)


def is_plain_word(source: SourceText, token: Token) -> bool:
    """Tell whether a word is one of the text's language and nobody's name."""
    if source.language not in LANGUAGES or not is_lettered(token.key):
        return False
    if is_also_name(token.key) or _may_name(token.key):
        return False
    return is_known(token.key, frozenset({source.language}))


def without_plain_words(source: SourceText, name: Suggestion) -> Iterator[Suggestion]:
    """Yield what is left of a name without small words that the text's language has.

    A model takes the words beside a name into it; where nobody is called so, they tell the story.
    """
    tokens = source.tokens_in(name.start, name.end)
    plain = [not token.is_capital and is_plain_word(source, token) for token in tokens]
    if not any(plain):
        yield name
        return
    for is_plain, run in groupby(zip(tokens, plain, strict=True), key=itemgetter(1)):
        if not is_plain:
            kept = [token for token, _ in run]
            yield name._replace(start=kept[0].start, end=kept[-1].end)


def _is_strange(key: str, language: str, readers: Readers) -> bool:
    asked = readers.get(key[0] >= FIRST_CYRILLIC)
    if asked is None or not is_lettered(key) or is_known(key, asked):
        return False
    is_public = key in words("public_names") or key in words("capitals")
    return not (is_public or is_ordinary(key, language))


def _is_beside_name(
    source: SourceText, index: int, unknown: Container[str], initial: Sequence[bool]
) -> bool:
    """Tell whether a letter with a point stands beside another one, or a possible name."""
    tokens = source.tokens
    for near, left in ((index - 1, index - 1), (index + 1, index)):
        if source.gaps[left] in NAME_JOINTS and not is_abbreviation(*tokens[left : left + 2]):
            key = tokens[near].key
            if initial[near] or key in unknown or _may_name(key):
                return True
    return False


@lru_cache(_MOST_REMEMBERED)
def _may_name(key: str) -> bool:
    is_given = given(key) is not Given.NO
    return is_given or may_be_surname(key) or key in words("names_that_are_words")
