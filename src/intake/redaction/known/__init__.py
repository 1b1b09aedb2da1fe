"""Tells the words of a language from what is none; knows which words there are, not what they mean.

A language's words in all their forms are kept as a Bloom filter: a row of bits in which each word
has set five. A word that is there is always found; of what is none, one in fifty passes for one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources

from intake.redaction.lists import words

# What people of a place mix into their language.
_ALSO = {"be": ("ru",), "uk": ("ru",)}
LATIN, CYRILLIC = frozenset({"en", "pl"}), frozenset({"ru", "be", "uk"})
LANGUAGES = LATIN | CYRILLIC
_FIRST_GREEK, FIRST_CYRILLIC, _BEHIND_CYRILLIC = "\u0370", "\u0400", "\u0530"
_SHORTEST = 3
_BITS_OF_WORD = 5
_BITS_FOR_WORD = 8
_MOST_REMEMBERED = 20_000
_DENIED = "nie"  # written together with the adjective that it denies


@lru_cache(_MOST_REMEMBERED)
def is_known(key: str, languages: frozenset[str]) -> bool:
    """Tell whether a folded word is one of some language.

    Args:
        key: The folded word, letters alone.
        languages: BCP 47 tags of what is asked; their neighbours are asked, too.

    Returns:
        Whether it is a word, or too short to tell. Without a language nothing is one.
    """
    asked = languages | {other for each in languages for other in _ALSO.get(each, ())}
    if len(key) < _SHORTEST or any(_holds(key, each) for each in asked):
        return True
    return bool(asked) and words("testimony_words").holds(key)


@lru_cache(_MOST_REMEMBERED)
def is_also_name(key: str) -> bool:
    """Tell whether a folded word that is known is somebody's name as well."""
    return _has(_row("names"), key)


def readers_of(
    keys: Iterable[str], language: str, voted: Iterable[str]
) -> Mapping[bool, frozenset[str]]:
    """Return which languages words are to be asked of: Cyrillic ones, and others.

    Args:
        keys: The folded words of a text.
        language: What the text is said to be written in: a BCP 47 tag, or empty.
        voted: What it looks like.

    Returns:
        Languages by whether a word is Cyrillic. There is no entry where nothing could tell words
        from names: a text in a language without a list, or in Latin letters that are not its own.
    """
    count: Counter[bool] = Counter()
    for key, times in Counter(keys).items():
        count[key[0] >= FIRST_CYRILLIC] += times * is_lettered(key)
    said = frozenset({language, *voted}) if language in LANGUAGES or not language else frozenset()
    found = {}
    for is_cyrillic, own in ((True, CYRILLIC), (False, LATIN)):
        is_strange = bool(language) and language not in own
        if not is_strange or count[is_cyrillic] <= count[not is_cyrillic]:
            found[is_cyrillic] = own if is_strange else (own & said) or own
    return found


def is_lettered(key: str) -> bool:
    """Tell whether a folded word is in Latin or Cyrillic letters alone."""
    return key.isalpha() and (key[0] < _FIRST_GREEK or FIRST_CYRILLIC <= key[0] < _BEHIND_CYRILLIC)


def _holds(key: str, language: str) -> bool:
    row = _row(language)
    return _has(row, key) or any(_has(row, each) for each in _otherwise(key, language))


def _otherwise(key: str, language: str) -> Iterator[str]:
    """Yield how a word may be spelt in the language's list."""
    if language == "be" and "ь" in key:
        yield key.replace("ь", "")  # the older spelling writes how softly consonants are said
    if language == "pl" and key.startswith(_DENIED) and len(key) >= len(_DENIED) + _SHORTEST:
        yield key.removeprefix(_DENIED)


def _has(row: bytes, key: str) -> bool:
    return all(row[bit >> 3] >> (bit & 7) & 1 for bit in _bits(key, len(row) * 8))


def _bits(key: str, size: int) -> Iterable[int]:
    """Yield the bits of a word; two halves of one digest make all of them."""
    digest = blake2b(key.encode(), digest_size=16).digest()
    start, step = int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:], "little")
    return ((start + turn * step) % size for turn in range(_BITS_OF_WORD))


def row_of(keys: Iterable[str]) -> bytes:
    """Return the row of bits in which all of the folded words are found."""
    unique = frozenset(keys)
    row = bytearray(len(unique) * _BITS_FOR_WORD // 8 + 1)
    for key in unique:
        for bit in _bits(key, len(row) * 8):
            row[bit >> 3] |= 1 << (bit & 7)
    return bytes(row)


@cache
def _row(language: str) -> bytes:
    return resources.files(__package__).joinpath(f"{language}.bloom").read_bytes()
