"""Words that a team always masks, or never: two lists beside the detectors; knows no people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import re2

from intake.domain.marks import MarkKind
from intake.redaction.names.endings import fleeting_stem_of, oblique_stems_of, stems_of
from intake.redaction.names.index import same_stem
from intake.redaction.names.pieces import spaced_out
from intake.redaction.names.unspaced import is_soundless, leaves_no_spaces, stretches
from intake.redaction.readings import readings
from intake.redaction.source_text import SourceText, Token, words_of
from intake.redaction.suggestion import Suggestion

ALWAYS, AGAIN = "always", "again"
_INFLECTED = 0.9
# Between two words of one phrase stand a space, a hyphen, an initial's point: never more.
_WIDEST_GAP = 3
# Whoever lists a word wants it hidden: a mask too many costs less than a form that leaves.
_SHORT, _SHORTEST = 4, 3
_LONGEST_SHORT_ENDING, _LONGEST_ENDING = 2, 3
_VOWELS = frozenset("аеиоуыэюяіїєьйaeiouyაეიოუ")
_SHORTEST_INSIDE, _SHORTEST_INSIDE_OTHERS = 4, 2
_FIRST_ABJAD, _LAST_ABJAD = "\u0590", "\u06ff"
_FIRST_OTHER = "\u0370"


class Phrase(NamedTuple):
    """Words as somebody wrote them, and what they are."""

    words: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a vault says about words.

    Attributes:
        always: Proposed wherever they stand, with other endings too.
        never: Not proposed where a detector takes exactly these words for something; they hide no
            recorded person, and the leak gate does not know them.
        again: Proposed wherever they stand: somebody hid them in another place.
    """

    always: tuple[Phrase, ...] = ()
    never: tuple[str, ...] = ()
    again: tuple[Phrase, ...] = ()

    def find(self, source: SourceText) -> Iterator[Suggestion]:
        """Return where the words stand that are always masked, or that were masked elsewhere.

        What only escapes, cuts or spaces between letters hide is found, too.
        """
        for phrases, name in ((self.always, ALWAYS), (self.again, AGAIN)):
            if phrases:
                found = _everywhere(_Finder.of(phrases), source)
                yield from (hit._replace(source=name) for hit in found)

    def spares(self, words: str) -> bool:
        """Tell whether a stretch holds nothing but words that are never masked."""
        return bool(self.never) and _covers(_keys(self.never), words_of(words))


NO_WORDS = Vocabulary()


def _everywhere(finder: _Finder, source: SourceText) -> Iterator[Suggestion]:
    """Return what stands in a text, in the text behind its escapes, and in the mended one."""
    yield from finder.find(source)
    for reading in readings(source.text):
        yield from map(reading.back, finder.find(SourceText(reading.text)))


class _Finder:
    """The phrases by what they may start with, so that a text is read once."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._by_start: dict[str, list[tuple[tuple[str, ...], MarkKind]]] = defaultdict(list)
        self._together: dict[str, MarkKind] = {}
        for phrase in phrases:
            keys = words_of(phrase.words)
            if keys:
                for first in {stem[0] for stem in stems_of(keys[0])}:
                    self._by_start[first].append((keys, phrase.kind))
                self._together["".join(keys)] = phrase.kind
        self._inside = {
            part: kind for key, kind in self._together.items() if (part := _part_inside(key))
        }
        parts = "|".join(map(re2.escape, self._inside))
        self._any_inside = re2.compile(parts) if parts else None

    @staticmethod
    @lru_cache(maxsize=4)
    def of(phrases: tuple[Phrase, ...]) -> _Finder:
        """Return the finder for these phrases, kept as long as they are asked for."""
        return _Finder(phrases)

    def find(self, source: SourceText) -> Iterator[Suggestion]:
        for index in source.where(self._may_start):
            for keys, kind in self._starting(source.tokens[index].key):
                found = source.tokens[index : index + len(keys)]
                if _is_phrase(source, found, keys):
                    exact = all(token.key == key for token, key in zip(found, keys, strict=True))
                    score = 1.0 if exact else _INFLECTED
                    yield Suggestion(found[0].start, found[-1].end, kind, ALWAYS, score)
        inside = self._any_inside
        if inside is not None:
            for index in source.where(lambda key: inside.search(key) is not None):
                yield from self._in_word(source.tokens[index])
        for run in spaced_out(source):
            yield from self._in_letters(run)

    def _starting(self, key: str) -> Iterator[tuple[tuple[str, ...], MarkKind]]:
        for first in {stem[0] for stem in stems_of(key)}:
            yield from self._by_start.get(first, ())

    def _may_start(self, key: str) -> bool:
        return any(_is_form(known[0], key) for known, _ in self._starting(key))

    def _in_word(self, token: Token) -> Iterator[Suggestion]:
        """Yield listed words in a longer one: all of it where a script leaves spaces."""
        for part, kind in self._inside.items():
            if part == token.key or part not in token.key:
                continue
            places: Iterator[tuple[int, int]] = iter([(token.start, token.end)])
            if leaves_no_spaces(part):
                places = stretches(token, part)
            for start, end in places:
                yield Suggestion(start, end, kind, ALWAYS, _INFLECTED)

    def _in_letters(self, run: Sequence[Token]) -> Iterator[Suggestion]:
        """Yield listed words whose letters stand apart, however short they are."""
        letters = "".join(token.key for token in run)
        for key, kind in self._together.items() if len(run) >= _SHORTEST else ():
            at = letters.find(key) if len(key) >= _SHORTEST else -1
            while at >= 0:
                last = run[at + len(key) - 1]
                yield Suggestion(run[at].start, last.end, kind, ALWAYS, _INFLECTED)
                at = letters.find(key, at + 1)


def _part_inside(key: str) -> str:
    """Return what of a folded word is looked for in longer ones; empty when it is too short."""
    if leaves_no_spaces(key) or is_soundless(key):
        return key if len(key) >= _SHORTEST_INSIDE_OTHERS else ""
    stem = key[:-1] if key[-1] in _VOWELS and len(key) > _SHORTEST_INSIDE else key
    return stem if len(stem) >= _SHORTEST_INSIDE else ""


def _is_phrase(source: SourceText, found: Sequence[Token], keys: tuple[str, ...]) -> bool:
    if len(found) < len(keys):
        return False
    for key, token in zip(keys, found, strict=True):
        # Beside another word of its phrase a word may have any ending.
        is_longer = len(keys) > 1 and len(key) >= _SHORTEST and token.key.startswith(key)
        if not is_longer and not _is_form(key, token.key):
            return False
    return all(len(source.gap(left, right)) <= _WIDEST_GAP for left, right in pairwise(found))


@lru_cache(maxsize=1 << 16)
def _is_form(known: str, key: str) -> bool:
    """Tell whether a folded word may be a listed one with other endings, or particles before it."""
    is_begun = len(known) >= _SHORT and key.startswith(known)
    if is_begun or known == key or same_stem(known, key) or _has_short_ending(known, key):
        return True
    stems = stems_of(key)
    if known in stems:
        return True
    if _FIRST_ABJAD <= known[0] <= _LAST_ABJAD:
        return not {stem for stem in stems_of(known) if len(stem) >= _SHORTEST}.isdisjoint(stems)
    return any(
        key.startswith(stem) and len(key) - len(stem) <= _LONGEST_ENDING
        for stem in (*oblique_stems_of(known), fleeting_stem_of(known))
        if stem is not None and len(stem) >= _SHORTEST
    )


def _has_short_ending(known: str, key: str) -> bool:
    """Tell whether a word of up to four letters differs in its last letter and an ending alone."""
    if abs(len(key) - len(known)) > _LONGEST_SHORT_ENDING or len(known) > _SHORT:
        return False
    if len(known) == _SHORT:
        return key.startswith(known[:-1])
    if key.startswith(known):
        return len(known) == _SHORTEST or (len(known) > 1 and known[0] >= _FIRST_OTHER)
    turned = key[len(known) - 1 : len(known)]
    is_turned = known[-1] in _VOWELS and turned in _VOWELS
    return len(known) == _SHORTEST and is_turned and key.startswith(known[:-1])


@lru_cache(maxsize=2)
def _keys(phrases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(keys for phrase in phrases if (keys := words_of(phrase)))


def _covers(phrases: frozenset[tuple[str, ...]], keys: tuple[str, ...]) -> bool:
    """Tell whether a row of words can be laid out with phrases without a gap."""
    reached = [True] + [False] * len(keys)
    longest = max((len(phrase) for phrase in phrases), default=0)
    for end in range(1, len(keys) + 1):
        starts = range(max(0, end - longest), end)
        reached[end] = any(reached[start] and keys[start:end] in phrases for start in starts)
    return bool(keys) and reached[-1]
