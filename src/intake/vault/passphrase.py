"""Passphrases: one byte form for all keyboards, a generator, a strength floor; keeps none."""

from __future__ import annotations

import math
import re
import secrets
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zxcvbn import zxcvbn

from intake.errors import UsageError, WeakPassphraseError
from intake.vault.secret import Secret

WORDS = 6
_LINE_ENDS = (b"\r\n", b"\n")
_SEPARATOR = b" "
_BETWEEN_WORDS = re.compile(rb"[ -]+")

_JUDGED_CHARACTERS = 100  # zxcvbn's work grows with the square of the length
_VOCABULARY_LOG10 = math.log10(50_000)  # words that people choose from, in any language
_LONGEST_WORD = 12  # letters; a longer run counts as another word
_LETTERS = re.compile(r"[^\W\d_]+")

# Beside the marks, these may melt into the character before them: the vowels and final consonants
# of Hangul and of Kirat Rai.
_JOINING = ((0x1100, 0x11FF), (0xA960, 0xA97F), (0xD7B0, 0xD7FF), (0x16D40, 0x16D7F))


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess.

    Attributes:
        enough: Whether it reaches the floor: six generated words, or as many guesses.
        guesses_log10: Estimated guesses, as a power of ten.
    """

    enough: bool
    guesses_log10: float

    @property
    def bits(self) -> float:
        """The same estimate as a power of two."""
        return self.guesses_log10 * math.log2(10)


def normalise(raw: Secret) -> Secret:
    """Return the form that keys are made from: UTF-8 of NFC, without one trailing line end.

    A line end is a line feed or a carriage return and a line feed, as editors leave it at the end
    of a file; exactly one is removed. The text is normalised piece by piece, so that the whole
    passphrase never becomes a ``str``, which nobody could wipe.

    Args:
        raw: The passphrase as typed or read, in UTF-8; not wiped.

    Raises:
        UsageError: The bytes are not UTF-8.
    """
    view = raw.view()
    for line_end in _LINE_ENDS:
        if view[-len(line_end) :] == line_end:
            view = view[: -len(line_end)]
            break
    # NFC can need more bytes than it was given, but at most three times as many.
    room = bytearray(3 * len(view))
    used = 0
    for piece in _pieces(view):
        encoded = unicodedata.normalize("NFC", piece).encode()
        room[used : used + len(encoded)] = encoded
        used += len(encoded)
    with Secret(room) as whole:
        return Secret(bytearray(whole.view()[:used]))


def _pieces(view: memoryview) -> Iterator[str]:
    """Yield the text in pieces that normalise on their own: a character and what joins it."""
    piece = ""
    for character in _characters(view):
        if piece and not _joins(character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _joins(character: str) -> bool:
    """Tell whether ``character`` may change together with the one before it."""
    code = ord(character)
    return unicodedata.category(character).startswith("M") or any(
        first <= code <= last for first, last in _JOINING
    )


def _characters(view: memoryview) -> Iterator[str]:
    """Decode UTF-8 one character at a time."""
    start = 0
    while start < len(view):
        end = start + 1
        while end < len(view) and view[end] & 0xC0 == 0x80:  # noqa: PLR2004 (UTF-8 continuation)
            end += 1
        try:
            yield str(view[start:end], "utf-8")
        except UnicodeDecodeError:
            raise UsageError(what="The passphrase is not UTF-8 text. Type it in again.") from None
        start = end


@cache
def word_list() -> tuple[bytes, ...]:
    """Return the words of the generator in alphabetical order (see ``words.LICENSE.txt``)."""
    return tuple(files(__package__).joinpath("words.txt").read_bytes().split())


@cache
def _known_words() -> frozenset[bytes]:
    return frozenset(word_list())


def generate(words: int = WORDS) -> Secret:
    """Return ``words`` different random words from the list, with spaces between them.

    Args:
        words: How many, at least one.
    """
    choice = secrets.SystemRandom().sample(word_list(), words)
    passphrase = bytearray(sum(map(len, choice)) + len(_SEPARATOR) * (words - 1))
    at = 0
    for word in choice:
        if at:
            passphrase[at : at + len(_SEPARATOR)] = _SEPARATOR
            at += len(_SEPARATOR)
        passphrase[at : at + len(word)] = word
        at += len(word)
    return Secret(passphrase)


def _drawn_log10(words: int) -> float:
    """Return how many ways there are to draw ``words`` different words, as a power of ten."""
    return math.log10(math.perm(len(word_list()), words))


def strength(passphrase: Secret) -> Strength:
    """Estimate how hard a passphrase is to guess.

    Words of our own list count as drawn from it, each once. Anything else is estimated by zxcvbn,
    which takes a ``str``: this leaves copies of its first 100 characters in memory, so it is done
    once, when a passphrase is chosen, and never to unlock. What follows these 100 counts nothing.

    Args:
        passphrase: As typed or read; not wiped.

    Raises:
        UsageError: The bytes are not UTF-8.
    """
    with normalise(passphrase) as normal:
        known = _from_our_list(normal)
        guesses = _drawn_log10(known) if known else _zxcvbn_log10(normal)
    return Strength(guesses >= _drawn_log10(WORDS), guesses)


def require_strength(passphrase: Secret) -> None:
    """Refuse a passphrase below the floor.

    Raises:
        WeakPassphraseError: It is too easy to guess.
        UsageError: The bytes are not UTF-8.
    """
    if not strength(passphrase).enough:
        raise WeakPassphraseError


def _from_our_list(passphrase: Secret) -> int:
    """Return the number of different words if all of them are from our list, else 0."""
    found = set()
    start = 0
    view = passphrase.view()
    separators = [match.span() for match in _BETWEEN_WORDS.finditer(view)]
    for end, following in [*separators, (len(view), len(view))]:
        word = bytes(view[start:end])
        if word not in _known_words():
            return 0
        found.add(word)
        start = following
    return len(found)


def _zxcvbn_log10(passphrase: Secret) -> float:
    """Return zxcvbn's estimate, corrected where it takes words it does not know for random ones."""
    text = str(passphrase.view(), "utf-8")[:_JUDGED_CHARACTERS]
    if not text:
        return 0.0
    judged = zxcvbn(text, max_length=_JUDGED_CHARACTERS)
    guessed = float(judged["guesses_log10"])
    unknown = (part for part in judged["sequence"] if part["pattern"] == "bruteforce")
    return guessed - sum(_excess_log10(part["token"]) for part in unknown)


def _excess_log10(token: str) -> float:
    """Return by how much zxcvbn overrates ``token``, where it counts 10 guesses a character.

    It knows English only. A long word of another language is one word of a vocabulary all the same.
    """
    excess = 0.0
    for run in _LETTERS.findall(token):
        as_words = _VOCABULARY_LOG10 * math.ceil(len(run) / _LONGEST_WORD)
        excess += max(0.0, len(run) - as_words)
    return excess
