"""What a sequence model is told about each word: the word, its shape, its neighbours, the document.

The same code serves training and use, so that a model never sees other features than it learnt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from intake.redaction.known import CYRILLIC, FIRST_CYRILLIC, LATIN, is_known, is_lettered
from intake.redaction.lists import is_function_word, words
from intake.redaction.people.given import given
from intake.redaction.people.surnames import is_surname, may_be_surname
from intake.redaction.source_text import SourceText, Token

_LISTS = ("titles", "months", "weekdays", "kin", "public_names", "numbers", "organisation_heads")
_LONGEST_SHAPE = 8
_HEAD = 1500  # characters in which a document says what it is about
_OFTEN = 5
_AFFIXES = (2, 3, 4)
# What is known of each word takes room: a text without line ends is read in pieces.
_LONG, _LONGEST = 1000, 2000
_STOPS = frozenset(".!?…")
_PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign of a text.

    Attributes:
        key: Folded; a sign is its own key.
        token: The token of the text; ``None`` for a sign.
    """

    start: int
    end: int
    text: str
    key: str
    token: Token | None


@dataclass(frozen=True, slots=True)
class _Document:
    """What the whole text tells about a word."""

    counts: Counter[str]
    small: frozenset[str]
    titled: frozenset[str]
    in_head: frozenset[str]


def sequences(source: SourceText) -> Iterator[tuple[list[Word], list[list[str]]]]:
    """Yield the words of each paragraph with their features; of an endless one piece by piece.

    Args:
        source: The text.
    """
    document = _document(source)
    paragraph: list[Word] = []
    for word in _words(source):
        if "\n" in word.text:
            if paragraph:
                yield paragraph, features(paragraph, document, source)
            paragraph = []
        else:
            paragraph.append(word)
            if len(paragraph) >= (_LONG if word.text in _STOPS else _LONGEST):
                yield paragraph, features(paragraph, document, source)
                paragraph = []
    if paragraph:
        yield paragraph, features(paragraph, document, source)


def _words(source: SourceText) -> Iterator[Word]:
    reached = 0
    for token in source.tokens:
        yield from _signs(source.text, reached, token.start)
        yield Word(token.start, token.end, source.text[token.start : token.end], token.key, token)
        reached = token.end
    yield from _signs(source.text, reached, len(source.text))


def _signs(text: str, start: int, end: int) -> Iterator[Word]:
    gap = text[start:end]
    if "\n" in gap:
        at = start + gap.index("\n")
        yield Word(at, at + 1, "\n", "\n", None)
        return
    for index, char in enumerate(gap, start):
        if not char.isspace():
            yield Word(index, index + 1, char, char, None)


def _document(source: SourceText) -> _Document:
    tokens = source.tokens
    titles = words("titles")
    capital = [token for token in tokens if token.is_capital]
    titled = {
        right.key for left, right in pairwise(tokens) if right.is_capital and left.key in titles
    }
    return _Document(
        Counter(token.key for token in capital),
        source.lower_keys,
        frozenset(titled),
        frozenset(token.key for token in capital if token.start < _HEAD),
    )


def features(paragraph: Sequence[Word], document: _Document, source: SourceText) -> list[list[str]]:
    """Return a list of features for each word of a paragraph."""
    own = [_own(word, document, source) for word in paragraph]
    keys = [word.key for word in paragraph]
    shapes = [_shape(word.text) for word in paragraph]
    found = []
    for index, mine in enumerate(own):
        row = list(mine)
        for step in (-3, -2, -1, 1, 2, 3):
            place = index + step
            if 0 <= place < len(keys):
                row.append(f"w{step}={keys[place]}")
                row.append(f"s{step}={shapes[place]}")
            else:
                row.append(f"w{step}=|")
        if index:
            row.append(f"b-={keys[index - 1]} {keys[index]}")
        if index + 1 < len(keys):
            row.append(f"b+={keys[index]} {keys[index + 1]}")
        found.append(row)
    return found


def _own(word: Word, document: _Document, source: SourceText) -> tuple[str, ...]:
    key = word.key
    row = ["1", f"w={key}", f"s={_shape(word.text)}"]
    if word.token is None:
        return (*row, _PUNCTUATION)
    row += [f"p{n}={key[:n]}" for n in _AFFIXES if len(key) > n]
    row += [f"e{n}={key[-n:]}" for n in _AFFIXES if len(key) > n]
    row += _about_key(key)
    if word.token.is_capital:
        row += _about_capital(word.token, document, source)
    return tuple(row)


@lru_cache(maxsize=1 << 15)
def _about_key(key: str) -> tuple[str, ...]:
    """Return what the lists say of a folded word; asked again for every mention of it."""
    found = [f"in={name}" for name in _LISTS if key in words(name)]
    if is_function_word(key, ""):
        found.append("function")
    return (*found, *_about_names(key)) if is_lettered(key) else tuple(found)


def _about_names(key: str) -> Iterator[str]:
    """Yield whether a folded word is a word, a given name, or ends like a surname."""
    own = CYRILLIC if key[0] >= FIRST_CYRILLIC else LATIN
    yield "known" if is_known(key, own) else "strange"
    yield f"given={given(key).value}"
    if is_surname(key):
        yield "surname=2"
    elif may_be_surname(key):
        yield "surname=1"


def _about_capital(token: Token, document: _Document, source: SourceText) -> list[str]:
    row = ["starts" if source.starts_sentence(token) else "inside"]
    row.append(f"n={min(document.counts[token.key], _OFTEN)}")
    row += ["small"] if token.key in document.small else []
    row += ["titled"] if token.key in document.titled else []
    row += ["head"] if token.key in document.in_head else []
    return row


@lru_cache(maxsize=1 << 15)
def _shape(text: str) -> str:
    """Return the kind of each character, without repetition: ``Minsk-2`` is ``Xx-d``."""
    kinds: list[str] = []
    for char in text:
        if char.isdecimal():
            kind = "d"
        elif char.isalpha():
            kind = "X" if char.isupper() else "x"
        else:
            kind = char
        if not kinds or kinds[-1] != kind:
            kinds.append(kind)
    digits = sum(char.isdecimal() for char in text)
    return "".join(kinds[:_LONGEST_SHAPE]) + (str(digits) if digits else "")
