"""Finds words that no language has, which is what most names are; knows no names itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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

_SHORTEST_NAME = 4
Readers = Mapping[bool, frozenset[str]]


def strangers(source: SourceText) -> Iterator[Token]:
    """Yield what is no word of a text's languages, and initials; for texts without capitals."""
    keys = [token.key for token in source.tokens]
    readers = readers_of(keys, source.language, languages_of(source.text, keys))
    strange = [_is_strange(source, token, readers) for token in source.tokens]
    for index, token in enumerate(source.tokens):
        if strange[index] or _is_initial_of_name(source, index, strange):
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
    if is_also_name(token.key) or _may_name(token):
        return False
    return is_known(token.key, frozenset({source.language}))


def _is_strange(source: SourceText, token: Token, readers: Readers) -> bool:
    asked = readers.get(token.key[0] >= FIRST_CYRILLIC)
    if asked is None or not is_lettered(token.key) or is_known(token.key, asked):
        return False
    is_public = token.key in words("public_names") or token.key in words("capitals")
    return not (is_public or is_ordinary(token.key, source.language))


def _is_initial_of_name(source: SourceText, index: int, strange: Sequence[bool]) -> bool:
    """Tell whether a letter with a point stands beside another one, or a possible name."""
    if not is_initial(source, source.tokens[index]):
        return False
    last = len(source.tokens) - 1
    return any(
        _is_part(source, near, strange) and _are_joined(source, min(near, index))
        for near in (index - 1, index + 1)
        if 0 <= near <= last
    )


def _is_part(source: SourceText, index: int, strange: Sequence[bool]) -> bool:
    token = source.tokens[index]
    return strange[index] or is_initial(source, token) or _may_name(token)


def _are_joined(source: SourceText, index: int) -> bool:
    left, right = source.tokens[index : index + 2]
    is_near = source.gap(left, right) in NAME_JOINTS
    return is_near and not is_abbreviation(left, right)


def _may_name(token: Token) -> bool:
    is_given = given(token.key) is not Given.NO
    return is_given or may_be_surname(token.key) or token.key in words("names_that_are_words")
