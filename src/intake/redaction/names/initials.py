"""Initials of recorded names as they are written in either alphabet; knows no people."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, permutations, product
from typing import TypeVar

from intake.redaction.lists import is_ordinary, words
from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.classes import variants_of
from intake.redaction.source_text import SourceText, Token, word_key

# What a Cyrillic letter becomes at the beginning of a name, in passports, in the press and in the
# Latin alphabet of Belarusian and Polish; all of it folded, as words of a text are.
_LATIN = {
    "а": "a", "б": "b", "в": "v w u", "г": "h g", "д": "d dz", "е": "e ye je ie y j", "ж": "zh z j",
    "з": "z", "и": "i y", "і": "i y", "к": "k c", "л": "l", "м": "m", "н": "n", "о": "o a v",
    "п": "p", "р": "r", "с": "s", "т": "t ts c", "у": "u w v", "ф": "f ph t", "х": "kh h ch k x",
    "ц": "ts c tz z t", "ч": "ch c cz tsch tch", "ш": "sh s sz sch ch", "щ": "shch sch s sh szcz",
    "э": "e", "є": "ye e je ie y j", "ю": "yu iu ju y j u", "я": "ya ia ja y j i",
}  # fmt: skip
# Letters that one name has in two of the languages.
_ALIKE = ("иі", "еєэ", "гґ", "еяэ", "оа", "тц", "вуў")
_LONGEST = max(len(each) for latin in _LATIN.values() for each in latin.split())
_LONG_VARIANT = 5
_WIDEST_GAP = 2
_PAIR, _PAIR_ACROSS, _PAIR_BARE = 0.8, 0.6, 0.25
_T = TypeVar("_T", bound=Hashable)


class Initials:
    """The initials of people.

    Args:
        is_wide: Also those of another alphabet or language; for the people of one case.
    """

    def __init__(self, *, is_wide: bool) -> None:
        self._is_wide = is_wide
        self._pairs: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._across: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._letters: dict[int, set[str]] = defaultdict(set)

    def add(self, owner: int, keys: Iterable[str]) -> None:
        """Take in the folded words of one recorded name."""
        keys = tuple(keys)
        for pair in _pairs_of(key[0] for key in keys):
            self._pairs[pair].add(owner)
        if not self._is_wide or len(keys) == 1:
            return
        wide = [_written(key) for key in keys]
        self._letters[owner].update(*wide)
        for first, second in _pairs_of(wide):
            for pair in product(first, second):
                self._across[pair].add(owner)

    def fits(self, key: str, owners: Iterable[int]) -> bool:
        """Tell whether an initial can be one of these people's, as far as their names are known."""
        return any(owner not in self._letters or key in self._letters[owner] for owner in owners)

    def find(self, source: SourceText) -> Iterator[Match]:
        """Return pairs of initials: with points, and as one word, which says little."""
        if not self._pairs:
            return
        for left, right in pairwise(t for t in source.tokens if is_initial(source, t)):
            gap = source.gap(left, right)
            is_near = gap.strip(" \u00a0.") == "" and len(gap) <= _WIDEST_GAP
            if is_near and not is_abbreviation(left, right):
                yield from self._pair(left.start, right.end, (left.key, right.key))
        for token in source.tokens if self._is_wide else ():
            if len(token.key) == 2 and source.text[token.start : token.end].isupper():  # noqa: PLR2004 (letters)
                pair = token.key[0], token.key[1]
                owners = self._pairs.get(pair) or self._across.get(pair)
                known = is_ordinary(token.key) or token.key in words("public_names")
                if owners and not known:
                    yield _match(token.start, token.end, _PAIR_BARE, owners)

    def _pair(self, start: int, end: int, pair: tuple[str, str]) -> Iterator[Match]:
        owners, across = self._pairs.get(pair), self._across.get(pair)
        if owners:
            yield _match(start, end, _PAIR, owners)
        elif across:
            yield _match(start, end, _PAIR_ACROSS, across, Way.SOUND)


def _pairs_of(values: Iterable[_T]) -> set[tuple[_T, _T]]:
    """Return the pairs that any two of some values make; quick where many are alike."""
    twice = [value for value, count in Counter(values).items() for _ in range(min(count, 2))]
    return set(permutations(twice, 2))


def is_initial(source: SourceText, token: Token) -> bool:
    """Tell whether a word is one or two letters that stand for a sound, with a point behind."""
    tells = token.is_capital or source.ignores_case
    if not tells or source.text[token.end : token.end + 1] != ".":
        return False
    return len(token.key) == 1 or token.key in _of_two_letters()


def is_abbreviation(left: Token, right: Token) -> bool:
    """Tell whether two letters without capitals are short for words and not for a name."""
    is_small = not (left.is_capital or right.is_capital)
    return is_small and left.key + right.key in words("abbreviations")


def _match(start: int, end: int, score: float, owners: set[int], way: Way = Way.WRITTEN) -> Match:
    return Match(start, end, Trait.INITIALS, score, frozenset(owners), way)


@lru_cache(maxsize=1 << 12)
def _written(key: str) -> frozenset[str]:
    """Return how the initial of a folded word may be written."""
    names = {key, *(word_key(each) for each in variants_of(key) if len(each) >= _LONG_VARIANT)}
    return frozenset(initial for name in names for initial in _of_one_name(name))


def _of_one_name(key: str) -> set[str]:
    cyrillic = {key[0]} if key[0] in _LATIN else _cyrillic(key)
    if key.startswith("шч"):  # Belarusian has no letter for it
        cyrillic.add("щ")
    alike = {char for group in _ALIKE for char in group if cyrillic.intersection(group)}
    latin = {each for char in cyrillic for each in _LATIN[char].split()}
    return {key[0], *cyrillic, *alike, *latin}


def _cyrillic(key: str) -> set[str]:
    """Return the letters of which a Latin name's beginning can be made."""
    for length in range(_LONGEST, 0, -1):
        found = {char for char, latin in _LATIN.items() if key[:length] in latin.split()}
        if found and len(key) >= length:
            return found
    return set()


@lru_cache(maxsize=1)
def _of_two_letters() -> frozenset[str]:
    latin = (each for written in _LATIN.values() for each in written.split())
    return frozenset(each for each in latin if len(each) > 1)
