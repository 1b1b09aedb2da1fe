"""Rare surnames of a whole vault in other spellings and endings; for proposals, never a refusal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from intake.redaction.lists import is_ordinary
from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.classes import variants_of
from intake.redaction.names.endings import stems_of
from intake.redaction.names.index import is_word
from intake.redaction.names.parts import written_words
from intake.redaction.names.patronymics import is_of_listed_name
from intake.redaction.names.runs import is_near
from intake.redaction.names.sounds import sounds_of
from intake.redaction.names.spoken import SpokenNames
from intake.redaction.source_text import SourceText, Token, word_key

# A surname is rare when no more cases of the vault have one of its sound. Measured with 10,000
# cases: 3 of 10,000 words of judgments and testimonies that name none of their people are proposed.
_RARE = 3
_SHORTEST_CORE, _FEWEST_CONSONANTS = 5, 3
_LIKENESS_BESIDE = 0.75
_ALONE, _BESIDE = 0.5, 0.75


class FullName(NamedTuple):
    """One recorded name of a person of some case; ``surname`` is in folded words."""

    case: str
    name: str
    surname: tuple[str, ...]


class _Known(NamedTuple):
    core: str
    place: int


class RareNames:
    """Surnames by their consonants.

    Among thousands somebody sounds like any word, so that a surname counts alone only where it is
    long, rare in the vault, no word and no given name, and sounds the same to the letter. Beside
    a given name of its person one that is nearly the same counts as well.

    Args:
        names: Everybody in the vault.
    """

    def __init__(self, names: Iterable[FullName]) -> None:
        self._names = tuple(names)
        self._by_skeleton: dict[str, set[_Known]] = defaultdict(set)
        self._cases: dict[str, set[str]] = defaultdict(set)
        for place, full in enumerate(self._names):
            for word in written_words(full.name):
                if word_key(word) in full.surname and not is_ordinary(word_key(word)):
                    self._add(place, word)

    def _add(self, place: int, word: str) -> None:
        for sound in sounds_of(word):
            self._by_skeleton[sound.skeleton].add(_Known(sound.core, place))
            self._cases[sound.core].add(self._names[place].case)

    def find(self, source: SourceText) -> Iterator[Match]:
        """Return words that may name somebody, with a given name beside them; owners are none."""
        loud = source.loud_keys if source.ignores_case else source.loud_keys - source.lower_keys
        for index in source.where(lambda key: key in loud and not is_ordinary(key)):
            token = source.tokens[index]
            word = source.text[token.start : token.end]
            if is_word(token.key, source.language):
                continue
            near = self._sounding_like(word)
            beside = self._given_beside(source, index, near)
            if beside is not None:
                first, last = sorted((token, beside))
                yield _match(first.start, last.end, _BESIDE)
            elif token.is_capital and not source.starts_sentence(token) and self._is_rare(word):
                yield _match(token.start, token.end, _ALONE)

    def _sounding_like(self, word: str) -> frozenset[int]:
        """Return the places of the names whose surname a word may be."""
        found: set[int] = set()
        for sound in {s for stem in stems_of(word.lower()) for s in sounds_of(stem)}:
            for known in self._by_skeleton.get(sound.skeleton, ()):
                likeness = Levenshtein.normalized_similarity(known.core, sound.core)
                if likeness >= _LIKENESS_BESIDE:
                    found.add(known.place)
        return frozenset(found)

    def _given_beside(self, source: SourceText, index: int, near: Iterable[int]) -> Token | None:
        token = source.tokens[index]
        given = {
            word
            for place in near
            for word in written_words(self._names[place].name)
            if word_key(word) not in self._names[place].surname
        }
        if not given:
            return None
        spoken = SpokenNames()
        for name in given:
            spoken.add(0, name)
        for other in _neighbours(source, index):
            left, right = sorted((token, other))
            if is_ordinary(other.key) or not other.is_capital or not is_near(source, left, right):
                continue
            if spoken.hear(source.text[other.start : other.end]) is not None:
                return other
        return None

    def _is_rare(self, word: str) -> bool:
        if variants_of(word) or is_of_listed_name(word):
            return False
        for sound in {s for stem in stems_of(word.lower()) for s in sounds_of(stem)}:
            is_long = (
                len(sound.core) >= _SHORTEST_CORE and len(sound.skeleton) >= _FEWEST_CONSONANTS
            )
            if is_long and 0 < len(self._cases.get(sound.core, ())) <= _RARE:
                return True
        return False


def _neighbours(source: SourceText, index: int) -> Sequence[Token]:
    return (*source.tokens[max(0, index - 1) : index], *source.tokens[index + 1 : index + 2])


def _match(start: int, end: int, score: float) -> Match:
    return Match(start, end, Trait.NAME, score, frozenset(), Way.SOUND)
