"""Words of one name that stand together, from hit to hit; looks none up."""

from __future__ import annotations

from typing import NamedTuple

from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.initials import Initials, is_initial
from intake.redaction.source_text import SourceText, Token

# Scores. A "word" is a name part that is also a common word.
SEVERAL = 0.99
WORD = 0.8
STEMMED_SHORT = 0.55
WORD_AT_START = 0.5

_NAME_GAPS = frozenset(" \t\u00a0.,-–‑")
_WIDEST_NAME_GAP = 2
_LONGEST_INITIAL = 2


class Hit(NamedTuple):
    """Whose a word can be, and how certain that is."""

    owners: frozenset[int]
    score: float
    way: Way = Way.WRITTEN
    is_told: bool = True
    is_initial: bool = False


class Run:
    """Words of a name that stand together and can be one person's."""

    def __init__(self, token: Token, hit: Hit) -> None:
        self.first = self.last = token
        self.owners = hit.owners
        self._best = hit
        self._words = 1
        self._is_told = True
        self._has_initial = False

    def takes(self, source: SourceText, token: Token, hit: Hit) -> bool:
        """Take in the next word if it stands close by and names the same people."""
        common = self.owners & hit.owners
        if not common or not is_near(source, self.last, token):
            return False
        self.last, self.owners = token, common
        self._best = max(self._best, hit, key=lambda each: each.score)
        self._words += 1
        if hit.is_initial:
            self._is_told &= hit.is_told or self._has_initial  # a second one is a patronymic's
            self._has_initial = True
        return True

    def reach_back(self, source: SourceText, initials: Initials, reached: int) -> None:
        """Take in the initials that stand in front of a surname."""
        index = source.ends[self.first.end] - 1
        least = max(index - 1, -1)
        while index >= 0 and index >= least and source.tokens[index].start >= reached:
            token = source.tokens[index]
            if not is_initial(source, token) or not is_near(source, token, self.first):
                return
            self.first = token
            self._words += 1
            self._is_told = initials.fits(token.key, self.owners)
            index -= 1

    def match(self, source: SourceText) -> Match:
        """Return what was found; together words are more certain, at a sentence's start less."""
        score = self._best.score
        if self._words > 1 and score >= STEMMED_SHORT:
            score = SEVERAL
        elif self._is_doubtful() and source.starts_sentence(self.first):
            score = min(score, WORD_AT_START)
        start, end = self.first.start, self.last.end
        return Match(start, end, Trait.NAME, score, self.owners, self._best.way, self._is_told)

    def _is_doubtful(self) -> bool:
        """Tell whether a capital says nothing: a name that is a word, or only sounds like one."""
        return self._best.score == WORD or self._best.way in {Way.SOUND, Way.VARIANT}


def is_near(source: SourceText, left: Token, right: Token) -> bool:
    """Tell whether two words stand so close that they can be one name."""
    gap = source.gap(left, right)
    if "." in gap and len(left.key) > _LONGEST_INITIAL:
        return False  # a full stop, not the point behind an initial
    return len(gap) <= _WIDEST_NAME_GAP and all(char in _NAME_GAPS for char in gap)
