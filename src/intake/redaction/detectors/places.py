"""Finds towns, villages, regions and districts, inflected forms included; knows no streets."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from intake.domain.marks import MarkKind
from intake.redaction.detectors.settlements import OF_MANY, find_settlements
from intake.redaction.lists import words
from intake.redaction.source_text import SourceText, Token, words_of
from intake.redaction.suggestion import Suggestion
from intake.resources import resource_path

_VOWELS = "аеиоуыэюяіьйaeiouy"
_ENDINGS = ("а", "ы", "и", "і", "е", "у", "ои", "аи", "ою")
_SHORTEST_NAME = 4
_SHORTEST_STEM = 4
_LONGEST_ENDING = 6
# A stem of four letters begins many words: only short ones count.
_LONGEST_AFTER_SHORT = 7


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the known places of a text."""
    for index in source.standing(is_place):
        token = source.tokens[index]
        counts = token.is_capital or source.ignores_case
        if counts and not _is_plain_word(source, token):
            is_large = token.key in words("capitals")
            score = OF_MANY if is_large else _score(token.key)
            yield Suggestion(token.start, token.end, MarkKind.PLACE, "place", score)
    yield from find_settlements(source)


@lru_cache(maxsize=1 << 14)
def is_place(key: str) -> bool:
    """Tell whether a folded word is a known place or derived from one."""
    return _score(key) > 0


def _is_plain_word(source: SourceText, token: Token) -> bool:
    """Tell whether a word opens a sentence here and stands elsewhere in small letters."""
    return token.is_capital and source.starts_sentence(token) and token.key in source.lower_keys


def _score(key: str) -> float:
    if key in _names():
        return 0.8
    stems = _stems()
    shortest = max(_SHORTEST_STEM, len(key) - _LONGEST_ENDING)
    found = any(
        key[:length] in stems and (length > _SHORTEST_STEM or len(key) <= _LONGEST_AFTER_SHORT)
        for length in range(shortest, len(key))
    )
    return 0.6 if found else 0.0


@cache
def _names() -> Mapping[str, None]:
    with resource_path("disclosure", "places.csv").open(encoding="utf-8", newline="") as lines:
        written = [name for row in csv.DictReader(lines) for name in row["names"].split("|")]
    keys = [keys[0] for name in written if len(keys := words_of(name)) == 1]
    names = [key for key in keys if len(key) >= _SHORTEST_NAME]
    # A Cyrillic name that is too short for a stem is listed with its endings.
    stems = [name.rstrip(_VOWELS) for name in names if not name.isascii()]
    short = [stem for stem in stems if len(stem) < _SHORTEST_STEM]
    return dict.fromkeys([*names, *(stem + ending for stem in short for ending in _ENDINGS)])


@cache
def _stems() -> frozenset[str]:
    """Return the beginnings that all forms of a name share."""
    stems = (name.rstrip(_VOWELS) for name in _names())
    return frozenset(stem for stem in stems if len(stem) >= _SHORTEST_STEM)
