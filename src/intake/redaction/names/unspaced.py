"""Known names inside longer words: hashtags, handles, and scripts that leave no spaces."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

import re2

from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.joined import halves_of
from intake.redaction.names.sounds import sounds_of
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText, Token

_SHORTEST_INSIDE = 6
# Somebody's name is what accounts, hashtags and addresses are made of, mostly in Latin letters.
_ACCOUNT = re2.compile(r"[@#][^\s,;:!?()@#]+|[^\s,;:!?()@#]+@")
_SIGNS = frozenset("@#")
_SHORTEST_CORE = 4
_SCORE_INSIDE = 0.5
_LAST_CYRILLIC = "\u052f"
_SCORE_UNSPACED = 0.95
# A given name without its surname is somebody else's, too, and in Han often a word.
_SCORE_HALF = 0.6
# Where no alphabet is known to compare sounds, a name that begins a word has an ending behind it;
# inside a word it may stand behind a particle, and be part of another word.
_SCORE_BEFORE_ENDING = 0.75
_SHORTEST_GLUED, _SHORTEST_BEFORE_ENDING = 2, 3
# Thai to Tibetan, Myanmar, Khmer; kana, ideographs and Hangul.
_UNSPACED = (("\u0e00", "\u0fff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\ud7ff"))


class UnspacedNames:
    """Parts of names to look for inside words.

    Args:
        is_wide: Also look inside words of alphabets that leave spaces, for long parts.
    """

    def __init__(self, *, is_wide: bool) -> None:
        self._is_wide = is_wide
        self._unspaced: dict[str, set[int]] = defaultdict(set)
        self._halves: dict[str, set[int]] = defaultdict(set)
        self._glued: dict[str, set[int]] = defaultdict(set)
        self._long: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._cores: dict[str, set[int]] = defaultdict(set)

    def add(self, owner: int, key: str) -> None:
        """Take in the folded part of a person's name."""
        if leaves_no_spaces(key):
            self._unspaced[key].add(owner)
        elif self._is_wide and is_soundless(key):
            if len(unicodedata.normalize("NFC", key)) >= _SHORTEST_GLUED:
                self._glued[key].add(owner)
        elif self._is_wide and len(key) >= _SHORTEST_INSIDE:
            self._long[key[:_SHORTEST_INSIDE]][key].add(owner)
        for half in halves_of(key) if self._is_wide else ():
            (self._halves if _leaves_no_spaces(half[0]) else self._glued)[half].add(owner)
        for sound in sounds_of(key) if self._is_wide else ():
            if len(sound.core) >= _SHORTEST_CORE:
                self._cores[sound.core].add(owner)

    def find(self, source: SourceText) -> Iterator[Match]:
        """Return the names that stand inside longer words."""
        if self._unspaced:
            for token in source.tokens:
                if _leaves_no_spaces(token.key[0]):
                    yield from _between_signs(token, self._unspaced, _SCORE_UNSPACED)
                    yield from _between_signs(token, self._halves, _SCORE_HALF)
        if self._glued:
            yield from self._in_soundless(source)
        if self._long:
            holding: dict[str, frozenset[int]] = {}
            for index in source.where(lambda key: self._holds(key, holding)):
                token = source.tokens[index]
                owners = holding[token.key]
                yield Match(token.start, token.end, Trait.NAME, _SCORE_INSIDE, owners, Way.PIECES)

        if self._cores:
            yield from self._in_accounts(source.text)

    def _in_accounts(self, text: str) -> Iterator[Match]:
        known: dict[str, frozenset[int]] = {}
        for first, last in spans(_ACCOUNT, text):
            is_behind = text[first] in _SIGNS
            start, end = first + is_behind, last - (not is_behind)
            letters = "".join(filter(str.isalpha, text[start:end]))
            owners = known.get(letters)
            if owners is None:
                owners = known[letters] = self._heard_in(letters)
            if owners:
                yield Match(start, end, Trait.NAME, _SCORE_INSIDE, owners, Way.PIECES)

    def _heard_in(self, letters: str) -> frozenset[int]:
        """Return whose name sounds somewhere in what an account is called."""
        # An initial in front: its letter and the next are not one sound.
        sounds = sounds_of(letters) | sounds_of(letters[1:])
        cores = {sound.core for sound in sounds}
        held = (
            owners for core, owners in self._cores.items() if any(core in other for other in cores)
        )
        return frozenset[int]().union(*held)

    def _in_soundless(self, source: SourceText) -> Iterator[Match]:
        """Return the words that hold a name in scripts without a table of sounds."""
        for index in source.standing(is_soundless):
            token = source.tokens[index]
            held = {key: owners for key, owners in self._glued.items() if key in token.key}
            if held:
                begins = any(
                    token.key.startswith(key) and len(key) >= _SHORTEST_BEFORE_ENDING
                    for key in held
                )
                score = _SCORE_BEFORE_ENDING if begins else _SCORE_INSIDE
                owners = frozenset[int]().union(*held.values())
                yield Match(token.start, token.end, Trait.NAME, score, owners, Way.PIECES)

    def _holds(self, key: str, holding: dict[str, frozenset[int]]) -> bool:
        found: set[int] = set()
        for at in range(len(key) - _SHORTEST_INSIDE + 1):
            for part, owners in self._long.get(key[at : at + _SHORTEST_INSIDE], {}).items():
                if len(part) < len(key) and key.startswith(part, at):
                    found |= owners
        if found:
            holding[key] = frozenset(found)
        return bool(found)


def is_soundless(key: str) -> bool:
    """Tell whether a folded word is of a script that leaves spaces and has no table of sounds."""
    first = key[0]
    return first > _LAST_CYRILLIC and first.isalpha() and not sounds_of(first)


def leaves_no_spaces(key: str) -> bool:
    """Tell whether a folded word is of a script whose words stand together."""
    return any(_leaves_no_spaces(char) for char in key)


def stretches(token: Token, key: str) -> Iterator[tuple[int, int]]:
    """Yield where a folded word stands in a row of signs; all of it where letters carry marks."""
    is_plain = len(token.key) == token.end - token.start
    at = token.key.find(key)
    while at >= 0:
        start = token.start + at
        yield (start, start + len(key)) if is_plain else (token.start, token.end)
        at = token.key.find(key, at + 1)


def _between_signs(token: Token, keys: dict[str, set[int]], score: float) -> Iterator[Match]:
    for key, owners in keys.items():
        for start, end in stretches(token, key):
            yield Match(start, end, Trait.NAME, score, frozenset(owners), Way.PIECES)


def _leaves_no_spaces(char: str) -> bool:
    return char >= "\u0e00" and any(first <= char <= last for first, last in _UNSPACED)
