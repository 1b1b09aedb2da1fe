"""Known names by their sound: other spellings and alphabets, other languages, short forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from intake.redaction.matches import Way
from intake.redaction.names.classes import variants_of
from intake.redaction.names.endings import diminutive_stems_of, oblique_stems_of, stems_of
from intake.redaction.names.parts import name_words, written_words
from intake.redaction.names.sounds import Sound, sounds_of
from intake.redaction.source_text import word_key

# How alike two rows of sound letters must be, by the number of consonants that they share. Measured
# on 3,000 names of the region in two spellings each: 95 of 100 are found; of 1,000 other words with
# a capital fewer than one sounds like one of ten names.
_LIKENESS = {1: 0.99, 2: 0.75}
_LIKENESS_OF_MORE = 0.6
_LIKENESS_OF_OTHERS = 0.75
_SHORTEST_OTHER = 6
_MOST_COMPARED = 400
_SURE = 0.8
_SHORTEST_PREFIX = 3
_SHORTEST_VARIANT = 2

_SCORE_SURE, _SCORE_LIKELY, _SCORE_VARIANT, _SCORE_FOND = 0.75, 0.6, 0.6, 0.55


class Heard(NamedTuple):
    """Whom a word may name, how certain that is, and why."""

    owners: frozenset[int]
    score: float
    way: Way


class _Known(NamedTuple):
    core: str
    owner: int


class SpokenNames:
    """The names of a few people as they sound."""

    def __init__(self) -> None:
        self._by_skeleton: dict[str, set[_Known]] = defaultdict(set)
        self._variants: dict[str, set[int]] = defaultdict(set)
        self._prefixes: dict[str, set[int]] = defaultdict(set)
        self._keys: set[str] = set()
        self._all: set[_Known] = set()

    def add(self, owner: int, name: str) -> None:
        """Take in a recorded name of a person."""
        named = set(name_words(name))
        for word in written_words(name):
            key = word_key(word)
            if key not in named:
                continue  # a title
            forms = (word, *oblique_stems_of(word.lower()))
            for sound in {sound for form in forms for sound in sounds_of(form)}:
                self._by_skeleton[sound.skeleton].add(_Known(sound.core, owner))
                if len(sound.core) >= _SHORTEST_OTHER - 1:
                    self._all.add(_Known(sound.core, owner))
            for variant in variants_of(word):
                self._add_variant(owner, variant)

    def _add_variant(self, owner: int, variant: str) -> None:
        self._keys.add(word_key(variant))
        for sound in sounds_of(variant):
            if len(sound.core) >= _SHORTEST_VARIANT:
                self._variants[sound.core].add(owner)
            for length in range(_SHORTEST_PREFIX, len(sound.core)):
                self._prefixes[sound.core[:length]].add(owner)

    def is_variant(self, key: str) -> bool:
        """Tell whether a folded word is another form of a recorded name, as it is listed."""
        return key in self._keys

    def hear(self, word: str) -> Heard | None:
        """Return whom a written word may name; ``None`` when it sounds like nobody."""
        small = word.lower()
        best = max(
            (heard for stem in stems_of(small) for heard in self._hear_stem(stem)),
            key=lambda heard: heard.score,
            default=None,
        )
        return best or self._as_fond(small)

    def _hear_stem(self, stem: str) -> Iterator[Heard]:
        for sound in sounds_of(stem):
            yield from self._alike(sound)
            owners = self._variants.get(sound.core)
            if owners:
                yield Heard(frozenset(owners), _SCORE_VARIANT, Way.VARIANT)

    def _alike(self, sound: Sound) -> Iterator[Heard]:
        least = _LIKENESS.get(len(sound.skeleton), _LIKENESS_OF_MORE)
        found: dict[int, float] = {}
        for known in self._by_skeleton.get(sound.skeleton, ()) if sound.skeleton else ():
            likeness = _likeness(known.core, sound)
            if likeness >= least:
                found[known.owner] = max(likeness, found.get(known.owner, 0.0))
        if found:
            score = _SCORE_SURE if max(found.values()) >= _SURE else _SCORE_LIKELY
            yield Heard(frozenset(found), score, Way.SOUND)
            return
        if len(sound.core) < _SHORTEST_OTHER - 1 or len(self._all) > _MOST_COMPARED:
            return
        owners = frozenset(
            known.owner
            for known in self._all
            if max(len(known.core), len(sound.core)) >= _SHORTEST_OTHER
            and Levenshtein.normalized_similarity(known.core, sound.core) >= _LIKENESS_OF_OTHERS
        )
        if owners:
            yield Heard(owners, _SCORE_LIKELY, Way.SOUND)

    def _as_fond(self, small: str) -> Heard | None:
        """Return whose given name is left when a suffix of fondness is taken off a word."""
        for stem in diminutive_stems_of(small) if self._variants else ():
            for sound in sounds_of(stem):
                owners = self._variants.get(sound.core) or self._prefixes.get(sound.core)
                if owners and len(sound.core) >= _SHORTEST_PREFIX:
                    return Heard(frozenset(owners), _SCORE_FOND, Way.VARIANT)
        return None


def _likeness(known: str, sound: Sound) -> float:
    """Return how alike two cores with the same consonants are; an abjad writes no vowels."""
    if sound.skeleton in {sound.core, known}:
        return _SURE
    return float(Levenshtein.normalized_similarity(known, sound.core))
