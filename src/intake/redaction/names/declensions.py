"""What grammatical case a written name can stand in, and of which nominative; knows no people."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

_POLISH, _LATIN = "pl", "la"
_FIRST_CYRILLIC, _LAST_CYRILLIC = "\u0400", "\u052f"
# What a language of the alphabet never writes.
_FOREIGN = {"ru": frozenset("іўїєґ"), "be": frozenset("ищъїє"), "uk": frozenset("ыэъў")}
_SHORTEST_STEM = 2
_VOWELS = frozenset("аеиоуыэюяіїєaeiouyąęó")
_NONE, _BARE = "0", "-"


class Case(StrEnum):
    """Cases of Russian, Belarusian, Ukrainian and Polish."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    LOCATIVE = "locative"
    VOCATIVE = "vocative"


class Gender(StrEnum):
    """Of whom a form of a name speaks."""

    WOMAN = "woman"
    MAN = "man"


class NamePart(StrEnum):
    """What a word of a name is."""

    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"


class Reading(NamedTuple):
    """One way to understand a word of a text as a form of a name.

    Attributes:
        lemma: The nominative that it would be a form of, see ``plain``.
        gender: Whom it speaks of; ``None`` when that is open.
        pair: The nominative of the other gender; empty where there is no such pair.
    """

    lemma: str
    case: Case
    part: NamePart
    gender: Gender | None
    pair: str = ""


class _Pattern(NamedTuple):
    """One ending of a declension: what stands for it in the nominative, and in the other gender."""

    part: NamePart
    case: Case
    gender: Gender | None
    nominative: str
    pair: str | None


_PARTS = {"s": NamePart.SURNAME, "g": NamePart.GIVEN_NAME, "p": NamePart.PATRONYMIC}
_GENDERS = {"m": Gender.MAN, "f": Gender.WOMAN, "x": None}


def plain(word: str) -> str:
    """Return the small letters of a word, ``ё`` as ``е``, without stress, apostrophe or hyphen."""
    small = unicodedata.normalize("NFC", word).lower().replace("ё", "е")
    return "".join(char for char in small if unicodedata.category(char) in {"Ll", "Lo"})


@lru_cache(maxsize=1 << 12)
def readings_of(word: str, language: str) -> tuple[tuple[Reading, ...], ...]:
    """Return all ways to understand a word as a form of a name, the nominative among them.

    First by the language of the text alone; then, as people mix languages and may have one that
    nobody knows, by all languages of its alphabet together. The first that fits a name counts.

    Args:
        word: See ``plain``.
        language: The language of the text, ``ru``; empty when it is not known.
    """
    if _FIRST_CYRILLIC <= word[:1] <= _LAST_CYRILLIC:
        is_own = language in _FOREIGN and _FOREIGN[language].isdisjoint(word)
        own = (_read(word, (language,)),) if is_own else ()
        return (*own, _read(word, tuple(_FOREIGN)))
    if language == _POLISH or not language:
        return (_read(word, (_POLISH, _LATIN)),)
    return (_read(word, (_LATIN,)),)


def _read(word: str, languages: tuple[str, ...]) -> tuple[Reading, ...]:
    found: dict[Reading, None] = {}
    for language in languages:
        patterns = _patterns(language)
        for cut in range(_SHORTEST_STEM, len(word) + 1):
            stem, ending = word[:cut], word[cut:]
            for pattern in patterns.get(ending, ()):
                lemma, pair = _joined(stem, pattern.nominative), _joined(stem, pattern.pair)
                if lemma and (ending or stem[-1] not in _VOWELS):
                    found[Reading(lemma, pattern.case, pattern.part, pattern.gender, pair)] = None
    return tuple(found)


def _joined(stem: str, ending: str | None) -> str:
    """Return a nominative; empty where there is none, as without an ending behind a vowel."""
    if ending is None or (not ending and stem[-1] in _VOWELS):
        return ""
    return stem + ending


@cache
def _patterns(language: str) -> dict[str, tuple[_Pattern, ...]]:
    """Return the patterns of a language by ending."""
    text = resources.files(__package__).joinpath("declensions.txt").read_text("utf-8")
    patterns: dict[str, list[_Pattern]] = defaultdict(list)
    for line in text.splitlines():
        if line.startswith(f"{language} "):
            head, _, sides = line.partition("|")
            columns = [side.split() for side in sides.split(";")]
            for part in head.split()[1]:
                for side, other in zip(columns, reversed(columns), strict=True):
                    pair = _ending(other[1]) if len(columns) > 1 else None
                    for ending, pattern in _endings(_PARTS[part], side, pair):
                        patterns[ending].append(pattern)
    return {ending: tuple(found) for ending, found in patterns.items()}


def _endings(part: NamePart, side: list[str], pair: str | None) -> list[tuple[str, _Pattern]]:
    gender, nominative, *_ = side
    return [
        (_ending(ending), _Pattern(part, case, _GENDERS[gender], _ending(nominative), pair))
        for case, column in zip(Case, side[1:], strict=True)
        for ending in column.split("/")
        if ending != _NONE
    ]


def _ending(column: str) -> str:
    return "" if column == _BARE else column
