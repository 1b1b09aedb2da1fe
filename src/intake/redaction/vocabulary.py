"""Words that a team always masks, or never: two lists beside the detectors; knows no people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from intake.domain.marks import MarkKind
from intake.redaction.names.index import same_stem
from intake.redaction.source_text import SourceText, Token, words_of
from intake.redaction.suggestion import Suggestion

ALWAYS, AGAIN = "always", "again"
_INFLECTED = 0.9
_LONG = 4
# Between two words of one phrase stand a space, a hyphen, an initial's point: never more.
_WIDEST_GAP = 3


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
        """Return where the words stand that are always masked, or that were masked elsewhere."""
        for phrases, name in ((self.always, ALWAYS), (self.again, AGAIN)):
            if phrases:
                yield from (replace(hit, source=name) for hit in _Finder.of(phrases).find(source))

    def spares(self, words: str) -> bool:
        """Tell whether a stretch holds nothing but words that are never masked."""
        return bool(self.never) and _covers(_keys(self.never), words_of(words))


NO_WORDS = Vocabulary()


class _Finder:
    """The phrases by what they may start with, so that a text is read once."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._by_start: dict[str, list[tuple[tuple[str, ...], MarkKind]]] = defaultdict(list)
        for phrase in phrases:
            keys = words_of(phrase.words)
            if keys:
                self._by_start[keys[0][:1]].append((keys, phrase.kind))

    @staticmethod
    @lru_cache(maxsize=4)
    def of(phrases: tuple[Phrase, ...]) -> _Finder:
        """Return the finder for these phrases, kept as long as they are asked for."""
        return _Finder(phrases)

    def find(self, source: SourceText) -> Iterator[Suggestion]:
        for index in source.where(self._may_start):
            for keys, kind in self._by_start[source.tokens[index].key[:1]]:
                found = source.tokens[index : index + len(keys)]
                if _is_phrase(source, found, keys):
                    exact = all(token.key == key for token, key in zip(found, keys, strict=True))
                    score = 1.0 if exact else _INFLECTED
                    yield Suggestion(found[0].start, found[-1].end, kind, ALWAYS, score)

    def _may_start(self, key: str) -> bool:
        return any(_is_form(known[0], key) for known, _ in self._by_start.get(key[:1], ()))


def _is_phrase(source: SourceText, found: Sequence[Token], keys: tuple[str, ...]) -> bool:
    if len(found) < len(keys):
        return False
    if not all(_is_form(key, token.key) for key, token in zip(keys, found, strict=True)):
        return False
    return all(len(source.gap(left, right)) <= _WIDEST_GAP for left, right in pairwise(found))


def _is_form(known: str, key: str) -> bool:
    is_begun = len(known) >= _LONG and key.startswith(known)  # "kubikhouse"
    return known == key or is_begun or same_stem(known, key)


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
