"""One text prepared once for all detectors: words with folded keys; finds nothing by itself."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import NamedTuple

import re2

from intake.domain.folding import fold

# A word may hold marks, apostrophes between letters, and invisible format characters: a soft hyphen
# or a zero-width space inside a name must not hide it.
_WORD = re2.compile(
    r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*(?:['’ʼ`][\p{L}\p{M}\p{N}\p{Cf}]+)*",
)
_DROPPED = dict.fromkeys(
    [
        *(0x27, 0x60, 0xAD, 0x61C, 0xFEFF),
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
    ],
)
_SENTENCE_END = frozenset(".!?…:;\n\r\u2028\u2029•·")
_OPENERS = frozenset(" \t\u00a0\u202f\"'«»„“”‘’([{—–-*_>")
_PLAIN_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


class Token(NamedTuple):
    """One word: ``text[start:end]``, its folded key, and whether it starts with a capital."""

    start: int
    end: int
    key: str
    is_capital: bool


def word_key(word: str) -> str:
    """Return the folded form of one word under which equal words are found.

    Accents, case, apostrophes and invisible characters are gone; ``й`` stays one letter however it
    was typed.
    """
    composed = word if word.isascii() else unicodedata.normalize("NFC", word)
    return fold(composed).translate(_DROPPED)


def words_of(text: str) -> tuple[str, ...]:
    """Return the keys of all words of ``text`` in order; words without a key are left out."""
    return tuple(key for match in _WORD.finditer(scannable(text)) if (key := word_key(match[0])))


def scannable(text: str) -> str:
    """Return ``text`` with lone surrogates replaced one for one, so that it can be encoded."""
    if text.isascii():
        return text
    return text.encode("utf-8", "replace").decode("utf-8")


class SourceText:
    """A text with its words, shared by all detectors of one pass.

    Args:
        text: The original.
        language: BCP 47 tag, or empty when not known.
    """

    def __init__(self, text: str, language: str = "") -> None:
        self.text = scannable(text)
        self.language = language.lower().split("-")[0]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All words in order."""
        keys: dict[str, str] = {}
        tokens = []
        for match in _WORD.finditer(self.text):
            word = match[0]
            key = keys.get(word)
            if key is None:
                key = keys[word] = word_key(word)
            start, end = match.span()
            tokens.append(Token(start, end, key, _is_capital(word[0])))
        return tuple(tokens)

    @cached_property
    def lower_keys(self) -> frozenset[str]:
        """Keys of the words that occur somewhere without a capital."""
        return frozenset(token.key for token in self.tokens if not token.is_capital)

    @cached_property
    def ignores_case(self) -> bool:
        """Whether the writer hardly uses capitals, so that they tell nothing."""
        letters = [t for t in self.tokens if self.text[t.start].isalpha()]
        starts = [t for t in letters if self.starts_sentence(t)]
        small = sum(not token.is_capital for token in starts)
        return bool(starts) and small > len(starts) / 2

    def starts_sentence(self, token: Token) -> bool:
        """Tell whether a word stands at the start of the text, a line, a sentence or a quote."""
        index = token.start - 1
        quoted = False
        while index >= 0 and self.text[index] in _OPENERS:
            quoted = quoted or self.text[index] in '"«„“‘'
            index -= 1
        return index < 0 or quoted or self.text[index] in _SENTENCE_END

    def gap(self, left: Token, right: Token) -> str:
        """Return what stands between two words."""
        return self.text[left.end : right.start]


def _is_capital(char: str) -> bool:
    return char in _PLAIN_CAPITALS or char.isupper() or char.istitle()
