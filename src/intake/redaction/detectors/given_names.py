"""Finds people whom nobody recorded by given names of the world, in all cases and alphabets."""

from __future__ import annotations

from collections.abc import Iterator

from intake.domain.marks import MarkKind
from intake.redaction.lists import is_ordinary, words
from intake.redaction.names.parts import is_patronymic
from intake.redaction.people.given import Given, given
from intake.redaction.people.surnames import may_be_surname
from intake.redaction.source_text import SourceText, Token
from intake.redaction.suggestion import Suggestion

_SHORTEST_SMALL = 4
_LONG = 6
_JOINTS = frozenset({" ", "-", "‑", "\u00a0"})
_MANY_CAPITALS = frozenset({"en", "de", ""})
_UNCASED = "\u0530"  # from here on alphabets without capitals
_ARABIC, _UNCASED_ELSE = "\u0600", "\u0700"
_DOUBTFUL = 0.3
# "On" and "to": only their last letter tells the first from Ali.
_SMALL = frozenset({"على", "إلى", "الى"})
# What verbs end in: behind a name in small letters stands what somebody did.
_DOING = (
    *("ли", "лі", "ла", "ло", "л", "ть", "ти", "ць", "ся", "сь", "ал", "ау", "іу", "ыу", "еу"),
    *("ит", "ет", "ут", "ют", "ат", "ят", "уть", "ить", "ае", "уе", "ть", "ив", "ав", "ла"),
    *("ly", "ed", "ing", "li", "la", "al", "yl", "c", "is", "was", "has", "had"),
)


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the given names of a text with the surnames beside them."""
    reader = _Reader(source)
    for index in source.standing(_may_be_given):
        yield from reader.named(index)


def _may_be_given(key: str) -> bool:
    return given(key) is not Given.NO


class _Reader:
    """Reads a name and the words beside it."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens

    def named(self, index: int) -> Iterator[Suggestion]:
        """Propose a given name with the words behind it that belong to it."""
        token = self._tokens[index]
        last = self._last(index)
        score = self._score(token, is_followed=last > index)
        if not score:
            return
        yield self._hit(index, last, score)
        if last == index and self._may_follow(index):
            yield self._hit(index, index + 1, min(score, _DOUBTFUL))

    def _score(self, token: Token, *, is_followed: bool) -> float:
        """Return how sure it is that a word names somebody here; 0 if it does not."""
        if not self._may_name(token.key) or self._source.text[token.start : token.end] in _SMALL:
            return 0.0
        is_listed = token.key in words("names_that_are_words")
        is_name = given(token.key) is Given.NAME and not is_listed
        if not token.is_capital:
            return self._score_of_small(token, is_name=is_name, is_followed=is_followed)
        if not self._source.starts_sentence(token):
            # In English, words of laws and bodies have capitals as well.
            is_doubtful = token.key.isascii() and self._source.language in _MANY_CAPITALS
            return 0.7 if is_name else 0.3 if is_doubtful and not is_listed else 0.5
        if token.key in self._source.lower_keys:
            return 0.55 if is_followed else 0.0
        # A long name is seldom the word: Вероника opens a sentence oftener than the flower does.
        is_long = given(token.key) is Given.WORD and len(token.key) >= _LONG and not is_listed
        return 0.6 if is_name or is_followed else 0.5 * is_long

    def _score_of_small(self, token: Token, *, is_name: bool, is_followed: bool) -> float:
        is_short = len(token.key) < _SHORTEST_SMALL and token.key[0] < _UNCASED
        if (is_short and not is_followed) or not (is_name or self._source.ignores_case):
            return 0.0
        if not is_name:
            return 0.25  # where nobody uses capitals, only a reader tells Vera from faith
        return 0.55 if self._has_no_capitals(token) else 0.25

    def _may_name(self, key: str) -> bool:
        is_small = key in words("small_words_uncased") or is_ordinary(key, self._source.language)
        return not is_small and key not in words("public_names")

    def _has_no_capitals(self, token: Token) -> bool:
        return self._source.ignores_case or token.key[0] >= _UNCASED

    def _last(self, index: int) -> int:
        """Return the last word of the name that begins at ``index``."""
        last = index
        while last + 1 < len(self._tokens):
            gap = self._source.gap(self._tokens[last], self._tokens[last + 1])
            if gap not in _JOINTS or not self._belongs(self._tokens[last + 1]):
                break
            last += 1
            if not is_patronymic(self._tokens[last].key):
                break
        return last

    def _may_follow(self, index: int) -> bool:
        """Tell whether a surname may stand behind a name where no capital would show it."""
        if index + 1 >= len(self._tokens) or self._tokens[index].is_capital:
            return False
        key = self._tokens[index + 1].key
        is_small = self._source.ignores_case and key[0] < _UNCASED
        is_near = self._source.gap(self._tokens[index], self._tokens[index + 1]) == " "
        has_shape = (is_small or _ARABIC <= key[0] < _UNCASED_ELSE) and not key.endswith(_DOING)
        return has_shape and is_near and key.isalpha() and self._may_name(key)

    def _belongs(self, token: Token) -> bool:
        key = token.key
        if not key.isalpha() or not self._may_name(key):
            return False
        if token.is_capital:
            return True
        if not self._has_no_capitals(token):
            return False
        return given(key) is Given.NAME or (may_be_surname(key) and not key.endswith(_DOING))

    def _hit(self, first: int, last: int, score: float) -> Suggestion:
        start, end = self._tokens[first].start, self._tokens[last].end
        return Suggestion(start, end, MarkKind.PERSON, "given_name", score)
