"""Known names inside longer words: hashtags, handles, and scripts that leave no spaces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import re2

from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.sounds import sounds_of
from intake.redaction.source_text import SourceText, Token

_SHORTEST_INSIDE = 6
# Somebody's name is what accounts, hashtags and addresses are made of, mostly in Latin letters.
_ACCOUNT = re2.compile(r"[@#]([^\s,;:!?()@#]+)|([^\s,;:!?()@#]+)@")
_SHORTEST_CORE = 4
_SCORE_INSIDE = 0.5
_SCORE_UNSPACED = 0.95
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
        self._long: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._cores: dict[str, set[int]] = defaultdict(set)

    def add(self, owner: int, key: str) -> None:
        """Take in the folded part of a person's name."""
        if any(_leaves_no_spaces(char) for char in key):
            self._unspaced[key].add(owner)
        elif self._is_wide and len(key) >= _SHORTEST_INSIDE:
            self._long[key[:_SHORTEST_INSIDE]][key].add(owner)
        for sound in sounds_of(key) if self._is_wide else ():
            if len(sound.core) >= _SHORTEST_CORE:
                self._cores[sound.core].add(owner)

    def find(self, source: SourceText) -> Iterator[Match]:
        """Return the names that stand inside longer words."""
        if self._unspaced:
            for token in source.tokens:
                if _leaves_no_spaces(token.key[0]):
                    yield from self._between_signs(token)
        if self._long:
            holding: dict[str, frozenset[int]] = {}
            for index in source.where(lambda key: self._holds(key, holding)):
                token = source.tokens[index]
                owners = holding[token.key]
                yield Match(token.start, token.end, Trait.NAME, _SCORE_INSIDE, owners, Way.PIECES)

        if self._cores:
            yield from self._in_accounts(source.text)

    def _in_accounts(self, text: str) -> Iterator[Match]:
        for account in _ACCOUNT.finditer(text):
            group = 1 if account[1] else 2
            letters = "".join(char for char in account[group] if char.isalpha())
            # An initial in front: its letter and the next are not one sound.
            sounds = sounds_of(letters) | sounds_of(letters[1:])
            owners = frozenset[int]().union(
                *(
                    known
                    for core, known in self._cores.items()
                    if any(core in sound.core for sound in sounds)
                )
            )
            if owners:
                start, end = account.span(group)
                yield Match(start, end, Trait.NAME, _SCORE_INSIDE, owners, Way.PIECES)

    def _between_signs(self, token: Token) -> Iterator[Match]:
        is_plain = len(token.key) == token.end - token.start
        for key, owners in self._unspaced.items():
            at = token.key.find(key)
            while at >= 0:
                start = token.start + at if is_plain else token.start
                end = start + len(key) if is_plain else token.end
                yield Match(start, end, Trait.NAME, _SCORE_UNSPACED, frozenset(owners), Way.PIECES)
                at = token.key.find(key, at + 1)

    def _holds(self, key: str, holding: dict[str, frozenset[int]]) -> bool:
        found: set[int] = set()
        for at in range(len(key) - _SHORTEST_INSIDE + 1):
            for part, owners in self._long.get(key[at : at + _SHORTEST_INSIDE], {}).items():
                if len(part) < len(key) and key.startswith(part, at):
                    found |= owners
        if found:
            holding[key] = frozenset(found)
        return bool(found)


def _leaves_no_spaces(char: str) -> bool:
    return char >= "\u0e00" and any(first <= char <= last for first, last in _UNSPACED)
