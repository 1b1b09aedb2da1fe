"""One folding of text for search and propagation: marks, letter variants and case removed.

Returns offsets so that a hit in folded text can be shown in the text as it was written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Letters that NFKD leaves alone or whose mark carries no difference a searcher would type.
_LETTERS = str.maketrans(
    {
        "ё": "е",
        "ў": "у",
        "ґ": "г",
        "ł": "l",
        "đ": "d",
        "ø": "o",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ة": "ه",
        "ؤ": "و",
        "ئ": "ي",
        "ـ": "",
        "\u2019": "'",
        "\u02bc": "'",
    }
)


_LONG = 64


def fold(text: str) -> str:
    """Return ``text`` lower-cased and without marks and letter variants."""
    if len(text) < _LONG:
        return "".join(_fold_character(char) for char in text)
    # A long text holds the same few letters over and over: one replacement for each that differs.
    # None spoils another, because folding what is folded changes nothing.
    folded = text.lower()
    for char in set(folded):
        plain = _fold_character(char)
        if plain != char:
            folded = folded.replace(char, plain)
    return folded


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text with the way back.

    Attributes:
        text: The folded text.
        origins: For each folded character, the index of the character it came from.
    """

    text: str
    origins: Sequence[int]


def fold_with_offsets(text: str) -> Folded:
    """Return the folded text and, per folded character, its index in ``text`` (code points)."""
    parts = [_fold_character(char) for char in text]
    folded = "".join(parts)
    lengths = set(map(len, parts))
    if lengths <= {1}:
        return Folded(folded, range(len(text)))
    origins = (index for index, part in enumerate(parts) for _ in part)
    return Folded(folded, tuple(origins))


_CACHE: dict[str, str] = {}
_CACHE_LIMIT = 4096


def _fold_character(char: str) -> str:
    found = _CACHE.get(char)
    if found is None:
        found = _fold_uncached(char)
        if len(_CACHE) < _CACHE_LIMIT:
            _CACHE[char] = found
    return found


def _fold_uncached(char: str) -> str:
    lowered = char.lower().translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", lowered)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return bare.casefold().translate(_LETTERS)
