"""Patronymics and the given names that they are made of, in all spellings; knows no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import re2

from intake.redaction.names.classes import rows, variants_of
from intake.redaction.names.endings import stems_of
from intake.redaction.names.parts import written_words
from intake.redaction.names.sounds import sounds_of

# On sound letters, without the vowels at the end: Иванович, Іванаўна, Ivanivna; Ильич, Никитична.
_WITH_V = re2.compile(r"^(.+?)[aeiou]*v(?:[aeiou]?c|n)$")
_WITHOUT_V = re2.compile(r"^(.+?)[aeiou]*(?:ic|icn|inicn)$")
_SHORTEST, _SHORTEST_GIVEN = 5, 2
# Яковлевич: the l that grows behind a labial.
_GROWN = "vl"
_FLEEING = ("el", "ev")
# Of two words one may be a surname that looks like a patronymic; no surname looks like a woman's.
_GIVEN_AND_SURNAME = 2


class Fathered(NamedTuple):
    """Whose father a word names.

    Attributes:
        owners: The children; empty where nothing says who they are.
        is_given: It is the father's own name, not a patronymic.
    """

    owners: frozenset[int]
    is_given: bool


class Patronymics:
    """The fathers of a few people, by what is recorded: patronymics, parents, any given name."""

    def __init__(self) -> None:
        self._told: dict[int, set[str]] = defaultdict(set)
        self._children: dict[str, set[int]] = defaultdict(set)
        self._given: set[str] = set()
        self._fathers: set[str] = set()

    def add(self, owner: int, name: str) -> None:
        """Take in a recorded name of a person: a patronymic, or what somebody's can be made of."""
        words = written_words(name)
        for word in words:
            stems = stems_in_patronymic(word)
            if not is_of_listed_name(word):
                self._fathers |= _all_stems(word) if variants_of(word) else frozenset()
                continue
            named = stems.union(*(_names_by_stem().get(stem, ()) for stem in stems))
            self._add_child(owner, named)
            if len(words) != _GIVEN_AND_SURNAME or _is_of_woman(word):
                self._told[owner] |= named
                self._given |= named

    def add_parent(self, owner: int, name: str) -> None:
        """Take in the name of a person's parent."""
        for word in written_words(name):
            if variants_of(word):
                self._add_child(owner, _all_stems(word))

    def _add_child(self, owner: int, stems: Iterable[str]) -> None:
        for stem in stems:
            self._children[stem].add(owner)

    def hear(self, word: str) -> Fathered | None:
        """Return whose patronymic, or whose father's name, a written word may be."""
        stems = stems_in_patronymic(word)
        owners = {owner for stem in stems for owner in self._children.get(stem, ())}
        if owners or not self._fathers.isdisjoint(stems):
            return Fathered(frozenset(owners), is_given=False)
        if self._given and not self._given.isdisjoint(_cores(word)):
            return Fathered(frozenset(), is_given=True)
        return None

    def fits(self, word: str, owners: Iterable[int]) -> bool:
        """Tell whether a word looks like a patronymic, and one of these people may have it."""
        stems = stems_in_patronymic(word)
        return bool(stems) and any(
            owner not in self._told or not self._told[owner].isdisjoint(stems) for owner in owners
        )


@lru_cache(maxsize=1 << 14)
def stems_in_patronymic(word: str) -> frozenset[str]:
    """Return in sound letters what names a word can be the patronymic of; empty for another word.

    Args:
        word: As it is written, in whatever case.
    """
    small = word.lower()
    if len(small) < _SHORTEST:
        return frozenset()
    cores = {sound.core for stem in stems_of(small) for sound in sounds_of(stem)}
    return frozenset(stem for core in cores for stem in _split(core))


def _split(core: str) -> Iterator[str]:
    for pattern in (_WITH_V, _WITHOUT_V):
        found = pattern.match(core)
        if found:
            stem = found[1]
            yield stem
            if stem.endswith(_GROWN):
                yield stem[:-1]


def is_of_listed_name(word: str) -> bool:
    """Tell whether a word is the patronymic of a given name that many people have."""
    return not stems_in_patronymic(word).isdisjoint(_names_by_stem())


def _is_of_woman(word: str) -> bool:
    return any(sound.core.endswith("n") for sound in sounds_of(word))


@lru_cache(maxsize=1 << 14)
def _cores(word: str) -> frozenset[str]:
    """Return how a word of a text may sound without its ending, where that is long enough."""
    cores = {sound.core for stem in stems_of(word.lower()) for sound in sounds_of(stem)}
    return frozenset(core for core in cores if len(core) >= _SHORTEST_GIVEN)


def _stems_of_name(name: str) -> Iterator[str]:
    """Yield what is left of a given name in a patronymic; the e of Лев and Павел flees."""
    for sound in sounds_of(name):
        yield sound.core
        if sound.core.endswith(_FLEEING):
            yield sound.core[:-2] + sound.core[-1]


@lru_cache(maxsize=1 << 12)
def _all_stems(name: str) -> frozenset[str]:
    """Return the stems of a given name in all its languages."""
    return frozenset(stem for each in (name, *variants_of(name)) for stem in _stems_of_name(each))


@cache
def _names_by_stem() -> dict[str, frozenset[str]]:
    """Return for each stem of a listed name the stems of all names that are the same one."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows():
        stems = {stem for form in row for stem in _stems_of_name(form)}
        for stem in stems:
            found[stem] |= stems
    return {stem: frozenset(stems) for stem, stems in found.items()}
