"""One text prepared once for all detectors: words with folded keys; finds nothing by itself."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

import re2

from intake.domain.folding import fold
from intake.redaction.standing import TESTS

# A word may hold marks, apostrophes, and invisible format characters: a soft hyphen or a zero-width
# space inside a name must not hide it.
_APOSTROPHES = "'’‘‛ʼʻʽʾʿʹʺˈˊˋ´`′＇"
_SENTENCE_END = frozenset(".!?…:;\n\r\u2028\u2029•·")
_OPENERS = frozenset(" \t\u00a0\u202f\"'«»„“”‘’([{—–-*_>")
_QUOTES = frozenset('"«„“‘')
_GLUE = frozenset("@_./")
# What stands between the words of one name.
NAME_JOINTS = frozenset({" ", "-", "‑", "’", "'", ". ", "\u00a0", ".", "_"})


# Characters that nobody sees, or that stand for one that was lost: they are inside a word without
# being part of it. What Unicode calls ignorable counts also where no character is named yet.
_UNSEEN = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2065\u2800\u3164\uffa0\ufffc\ufffd"
    + "".join(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xFFF0, 0xFFF9))))
    + "".join(map(chr, range(0xE0000, 0xE1000)))
)
_UNSEEN_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")  # letters by name alone
_BREAKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85")
# Letters of two alphabets, in folded words, that are typed for one another.
_CYRILLIC, _LATIN = "авекмнорстухіјѕ", "abekmhopctyxijs"
LATIN_FOR_CYRILLIC = str.maketrans(_CYRILLIC, _LATIN)
_LATIN_FOR_OTHERS = LATIN_FOR_CYRILLIC | str.maketrans("αβεικμορτυχ", "abeikmoptyx")
_CYRILLIC_FOR_LATIN = str.maketrans(_LATIN, _CYRILLIC)
_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyz")
_LONGEST_SHORTENED = 2
_NO_NEIGHBOURS = ("\n",) * 3
# A name or two in capitals are names still.
_SHOUTED, _FEWEST_SHOUTED = re2.compile(r"\p{Lu}{2,}"), 6
_FIRST_OTHER, _FIRST_CYRILLIC, _LAST_OTHER = "\u0370", "\u0400", "\u052f"  # from Greek on


@lru_cache(maxsize=1 << 12)
def is_unseen(char: str) -> bool:
    """Tell whether a character takes no room on the screen, or stands for one that was lost."""
    if char in _UNSEEN:
        return True
    category = unicodedata.category(char)
    return category == "Cf" or (category == "Cc" and char not in _BREAKS)


class _WordCharacters(dict[int, int]):
    """Maps every character outside words to a space, as ``str.translate`` asks for it."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        is_part = unicodedata.category(char)[0] in "LMN" or char in _APOSTROPHES or is_unseen(char)
        self[code] = code if is_part else 0x20
        return self[code]


class _Dropped(dict[int, int | None]):
    """Maps apostrophes and invisible characters to nothing, as ``str.translate`` asks for it."""

    def __missing__(self, code: int) -> int | None:
        char = chr(code)
        self[code] = None if char in _APOSTROPHES or is_unseen(char) else code
        return self[code]


_WORD_CHARACTERS = _WordCharacters()
_DROPPED = _Dropped()


class Token(NamedTuple):
    """One word: ``text[start:end]``, its folded key, and whether it starts with a capital."""

    start: int
    end: int
    key: str
    is_capital: bool


@lru_cache(maxsize=1 << 15)
def word_key(word: str) -> str:
    """Return the folded form of one word under which equal words are found.

    Accents, case, apostrophes and invisible characters are gone, however the word was typed, and a
    word in which two alphabets are mixed is written in one, where their letters look alike.
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    return _in_one_script(fold(unicodedata.normalize("NFC", word)).translate(_DROPPED))


def _in_one_script(key: str) -> str:
    latin = _ALPHABET.intersection(key)
    others = {char for char in key if _FIRST_OTHER <= char <= _LAST_OTHER} if latin else set()
    if not others:
        return key
    if latin.issubset(_LATIN) and min(others) >= _FIRST_CYRILLIC:
        return key.translate(_CYRILLIC_FOR_LATIN)
    if all(ord(char) in _LATIN_FOR_OTHERS for char in others):
        return key.translate(_LATIN_FOR_OTHERS)
    return key


def words_of(text: str) -> tuple[str, ...]:
    """Return the keys of all words of ``text`` in order."""
    return tuple(word.key for _, word in _words_in(scannable(text)))


class _Plain(dict[int, int]):
    """Maps digits and letters of any width to plain ones, half a character to a lost one's sign."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        category = unicodedata.category(char)
        if category == "Cs":
            self[code] = 0xFFFD
        else:
            digit = unicodedata.digit(char, None)
            plain = unicodedata.normalize("NFKC", char) if digit is None else str(digit)
            is_meant = category[0] in "LN" or code in _WIDE_SIGNS
            self[code] = ord(plain) if len(plain) == 1 and is_meant else code
        return self[code]


_WIDE_SIGNS = frozenset({*range(0xFF01, 0xFF5F), ord("⁺")})
_PLAIN = _Plain()


def scannable(text: str) -> str:
    """Return ``text``, one character for one, with what hides a number or cannot be encoded undone.

    Raised, circled and foreign digits become digits, wide and bold letters plain ones, and a lone
    surrogate the sign of a lost character.
    """
    return text if text.isascii() else text.translate(_PLAIN)


class _Word(NamedTuple):
    """What a stretch without spaces holds: its word begins at ``lead``; no key, no word."""

    lead: int
    length: int
    key: str
    is_capital: bool


def _word_in(stretch: str) -> _Word:
    """Return the word of a stretch of letters, digits and what belongs to them."""
    start, end = 0, len(stretch)
    while start < end and (not stretch[start].isalnum() or stretch[start] in _UNSEEN_LETTERS):
        start += 1
    while start < end and stretch[end - 1] in _APOSTROPHES:
        end -= 1
    word = stretch[start:end]
    is_capital = word[:1].isupper() or word[:1].istitle()
    # A lone sign that lengthens a letter folds to nothing.
    return _Word(start, end - start, word_key(word), is_capital)


def _words_in(text: str) -> Iterator[tuple[int, _Word]]:
    """Yield the words of a text, each behind the place where its stretch starts."""
    known: dict[str, _Word] = {}
    reached = 0
    for stretch in text.translate(_WORD_CHARACTERS).split(" "):
        if stretch:
            word = known.get(stretch)
            if word is None:
                word = known[stretch] = _word_in(stretch)
            if word.key:
                yield reached, word
        reached += len(stretch) + 1


class SourceText:
    """A text with its words, shared by all detectors of one pass.

    Args:
        text: The original.
        language: BCP 47 tag, or empty when not known.
    """

    def __init__(self, text: str, language: str = "") -> None:
        self.text = scannable(text)
        self.language = language.lower().split("-")[0]
        self._passing: dict[int, list[int]] = {}
        self._sorted_by = 0  # tests

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All words in order; where everything is in capitals none of them counts as one."""
        counts = not self.shouts
        return tuple(
            Token(at + lead, at + lead + length, key, is_capital and counts)
            for at, (lead, length, key, is_capital) in _words_in(self.text)
        )

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The folded keys of all words in order."""
        return tuple(token.key for token in self.tokens)

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """What stands between each word and the next one; line ends behind the last word.

        There are three of them, so that one may look two words before a text and one behind it.
        """
        text = self.text
        found = [text[left.end : right.start] for left, right in pairwise(self.tokens)]
        return (*found, *_NO_NEIGHBOURS)

    def joined(self, joins: Callable[[str], bool]) -> list[bool]:
        """Tell for each word whether it is joined to the next one, as a test sees what is between.

        Args:
            joins: Asked once for each gap there is; what lies outside the text is never joined.
        """
        inside = self.gaps[: -len(_NO_NEIGHBOURS)]
        joining = {gap for gap in set(inside) if joins(gap)}
        return [*(gap in joining for gap in inside), *(False for _ in _NO_NEIGHBOURS)]

    @cached_property
    def shouts(self) -> bool:
        """Whether nearly all words are in capitals, so that they tell nothing."""
        shouted = _SHOUTED.findall(self.text)
        return len(shouted) >= _FEWEST_SHOUTED and sum(map(len, shouted)) > len(self.text) / 2

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The indexes of the tokens with each key."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, token in enumerate(self.tokens):
            places[token.key].append(index)
        return dict(places)

    @cached_property
    def ends(self) -> dict[int, int]:
        """For each place behind a word the index of its token."""
        return {token.end: index for index, token in enumerate(self.tokens)}

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the words that begin in ``text[start:end]``."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return self.tokens[first:last]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def where(self, holds: Callable[[str], bool]) -> list[int]:
        """Return the indexes of the tokens whose key passes a test, which is asked once a key."""
        found = [places for key, places in self._places.items() if holds(key)]
        return sorted(chain.from_iterable(found)) if found else []

    def standing(self, test: Callable[[str], bool]) -> list[int]:
        """Return the indexes of the tokens whose key passes a test that stands for good.

        Args:
            test: One object at each call, which asks for nothing but the word (``standing.py``);
                a list's ``holds`` is one.
        """
        number = TESTS.number_of(test)
        if number >= self._sorted_by:
            self._sort(len(TESTS))
        places = self._passing.get(number)
        return sorted(places) if places else []

    def _sort(self, count: int) -> None:
        """Sort the tokens by which of the first ``count`` tests their keys pass."""
        passing: dict[int, list[int]] = defaultdict(list)
        for key, places in self._places.items():
            for number in TESTS.passed(key, count):
                passing[number] += places
        self._passing, self._sorted_by = passing, count

    def at(self, key: str) -> list[int]:
        """Return the indexes of the tokens with one key."""
        return self._places.get(key, [])

    @cached_property
    def loud_keys(self) -> frozenset[str]:
        """Keys of the words with a capital; of all words where the writer uses none."""
        if self.ignores_case:
            return frozenset(self._places)
        return frozenset(token.key for token in self.tokens if token.is_capital)

    @cached_property
    def lower_keys(self) -> frozenset[str]:
        """Keys of the words that occur somewhere without a capital, addresses and handles apart."""
        found: set[str] = set()
        for token in self.tokens:
            if not token.is_capital and token.key not in found and not self._is_glued(token):
                found.add(token.key)
        return frozenset(found)

    def _is_glued(self, token: Token) -> bool:
        """Tell whether a word is part of an address or a handle."""
        before = self.text[max(0, token.start - 2) : token.start]
        after = self.text[token.end : token.end + 2]
        joined_before = before[-1:] in _GLUE and before[:1].isalnum()
        joined_after = after[:1] in _GLUE and after[1:].isalnum()
        return joined_before or joined_after or before[-1:] == "@" or after[:1] == "@"

    @cached_property
    def ignores_case(self) -> bool:
        """Whether the writer hardly uses capitals, so that they tell nothing."""
        starts = [
            token
            for token in self._behind_more_than_a_space()
            if self.text[token.start].isalpha() and self.starts_sentence(token)
        ]
        small = sum(not token.is_capital for token in starts)
        return bool(starts) and small > len(starts) / 2

    def _behind_more_than_a_space(self) -> Iterator[Token]:
        """Yield the words that may start a sentence: most have a space and a word before them.

        Behind a letter or two, a point says that they are short for something.
        """
        text, reached, length = self.text, -2, 0
        for token in self.tokens:
            is_behind_point = reached >= 0 and text[reached] == "."
            is_short = is_behind_point and length <= _LONGEST_SHORTENED
            if not is_short and (token.start != reached + 1 or text[reached] != " "):
                yield token
            reached, length = token.end, len(token.key)

    def starts_sentence(self, token: Token) -> bool:
        """Tell whether a word stands at the start of the text, a line, a sentence or a quote."""
        index = token.start - 1
        # A quotation mark that closes has a space behind it.
        if index >= 0 and self.text[index] in _QUOTES:
            return True
        while index >= 0 and self.text[index] in _OPENERS:
            index -= 1
        return index < 0 or self.text[index] in _SENTENCE_END

    def gap(self, left: Token, right: Token) -> str:
        """Return what stands between two words."""
        return self.text[left.end : right.start]
