"""How a written name sounds, whatever alphabet it stands in, so that spellings can be compared.

A word becomes a row of sound letters: small vowels ``a e i u`` (``o`` is ``a``, as it is spoken in
an unstressed syllable) and consonants. Sounds that are mixed up where accents are left out or a
border is crossed are one letter: ж and з, ш and с, ч and ц, г and х. A Latin word is read in up to
three ways, because ``ch``, ``c`` and ``j`` stand for other sounds in Minsk, Warsaw and Paris.
Knows no people.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise, product
from typing import NamedTuple

VOWELS = "aeiou"
_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгґдеєёэ", "abvggdeeee", strict=True)),
        **dict(zip("жзиіїыклмн", "zziiiiklmn", strict=True)),
        **dict(zip("опрстуўфхц", "aprstuvfgc", strict=True)),
        **dict(zip("чшщюя", "cssua", strict=True)),
        **dict(zip("ђѓѕјљњћќџ", "ddz\0lnckz", strict=True)),
        **dict.fromkeys("йъь\u0301'", ""),
    }
)
_GEORGIAN = str.maketrans(
    dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "abgdevztiklmnapzrstufkgksccdccgzg", strict=True))
)
_GREEK = str.maketrans(dict(zip("αβγδεζηθικλμνοπρσςτυφχω", "avgdezitiklmnaprsstifga", strict=True)))
_GREEK_TOGETHER = (
    *(("ου", "u"), ("μπ", "b"), ("ντ", "nd"), ("γκ", "g"), ("γγ", "g"), ("τζ", "c"), ("τσ", "c")),
    *(("αι", "e"), ("ει", "i"), ("οι", "i"), ("αυ", "av"), ("ευ", "ev"), ("ξ", "ks"), ("ψ", "ps")),
)
# Short vowels are not written, and the letters of long ones stand for consonants too: none counts
# but at the beginning of a word, and what is left is compared without any.
_ARABIC = str.maketrans(
    {
        **dict(zip("بپتثجچحخدذرزژسشصضطظغفقكکگلمنه", "bptszcggdzrzzsssdtzgfkkkglmng", strict=True)),
        **dict.fromkeys("اأإآٱعءئؤيیىوة", ""),
    }
)
_HEBREW = str.maketrans(
    dict(zip("בגדהזחטכךלמםנןספףצץקרשת", "bgdgzgtkklmmnnsppcckrst", strict=True))
    | dict.fromkeys("אויע", "")
)
_ABJADS = _ARABIC | _HEBREW
# Letters of an abjad that stand for two sounds: foreign ones have none of their own.
_TWOFOLD = {"ב": "bv", "פ": "pf", "ף": "pf", "ف": "fv"}
_MOST_TWOFOLD = 3
_SILENT_AT_THE_END = "هةה"
# Letters that stand for one sound together, the longest first. What comes out is in capitals, so
# that nothing is replaced twice; ``_LETTERS`` makes sound letters of it.
_TOGETHER = (
    ("schtsch", "Š"), ("stsch", "Š"), ("shch", "Š"), ("szcz", "Š"), ("šč", "Š"), ("tsch", "Č"),
    ("sch", "Š"), ("tch", "Č"), ("sh", "Š"), ("sz", "Š"), ("zh", "Ž"), ("kh", "X"), ("ts", "Ц"),
    ("tz", "Ц"), ("cz", "Č"), ("ph", "F"), ("th", "T"), ("gh", "G"), ("dž", "Ž"), ("dż", "Ž"),
    ("dj", "Ž"), ("dź", "D"), ("dz", "D"), ("š", "Š"), ("ş", "Š"), ("ś", "S"), ("ż", "Ž"),
    ("ž", "Ž"), ("ź", "Z"), ("č", "Č"), ("ć", "Ц"), ("ŭ", "V"), ("ę", "en"),
    ("ą", "an"), ("x", "KS"),
)  # fmt: skip
_OUTSIDE_SLAVIC = (("ce", "Se"), ("ci", "Si"), ("c", "K"), ("j", "Ž"), ("ou", "U"))
_INTERNATIONAL = (("ch", "Č"), ("ck", "K"), *_OUTSIDE_SLAVIC)
_SLAVIC = (("ch", "X"), ("c", "Ц"), ("rz", "Ž"), ("j", "y"))
_FRENCH = (("ch", "Š"), ("ck", "K"), ("gue", "Ge"), ("gui", "Gi"), *_OUTSIDE_SLAVIC)
_AMBIGUOUS = ("c", "j", "ou", "rz", "gu")
# A glide before a vowel is not heard of: Natalia, Natalya, Natallja.
_GLIDES = tuple((glide + vowel, vowel) for glide in "iyj" for vowel in "aeou")
_LETTERS = str.maketrans(
    {
        **{letter: letter.lower() for letter in "DFGKSTUVZ"},
        "Š": "s",
        "Ž": "z",
        "Č": "c",
        "Ц": "c",
        "X": "g",
        **dict(zip("qwhyojł", "kvgia\0l", strict=True)),
        "ı": "i",
        "ß": "s",
    }
)
_DROPPED = str.maketrans(dict.fromkeys("'’ʼʹ`´\0-", None))
_CONSONANTS = str.maketrans({"c": "t", **dict.fromkeys(VOWELS, None)})
_LAST_LATIN = "\u024f"
_FIRST_CYRILLIC, _LAST_CYRILLIC = "\u0400", "\u052f"


class Sound(NamedTuple):
    """One reading of a word.

    Attributes:
        core: Sound letters without the vowels at the end, where inflection plays.
        skeleton: Consonants alone, those that change into one another made one.
    """

    core: str
    skeleton: str


@lru_cache(maxsize=1 << 16)
def sounds_of(word: str) -> frozenset[Sound]:
    """Return the readings of a written word; empty when no alphabet of it is known.

    Args:
        word: As it stands in the text, with its accents.
    """
    small = unicodedata.normalize("NFC", word).lower().translate(_DROPPED)
    read = (_once_each(sound) for sound in _readings(small))
    return frozenset(Sound(sound.rstrip(VOWELS), skeleton(sound)) for sound in read if sound)


def skeleton(sound: str) -> str:
    """Return the consonants of a row of sound letters, each once where it is doubled."""
    return _once_each(sound.translate(_CONSONANTS))


def _readings(small: str) -> set[str]:
    first = small[:1]
    if _FIRST_CYRILLIC <= first <= _LAST_CYRILLIC:
        whole = small.replace("дз", "д").replace("дж", "ж").replace("шч", "щ").replace("тч", "ч")
        whole = whole.replace("ьк", "к").replace("тск", "цк").replace("дск", "цк")
        return {whole.translate(_CYRILLIC).translate(_DROPPED)}
    if "\u0370" <= first <= "\u03ff":
        return _greek(small)
    if "\u10d0" <= first <= "\u10ff":
        return {small.translate(_GEORGIAN)}
    if "\u0590" <= first <= "\u06ff":
        return _without_vowels(small)
    if not first.isalpha() or unicodedata.normalize("NFKD", first)[0] > _LAST_LATIN:
        return set()
    if not any(letters in small for letters in _AMBIGUOUS):
        return {_latin(small, ())}
    return {_latin(small, way) for way in (_INTERNATIONAL, _SLAVIC, _FRENCH)}


def _without_vowels(small: str) -> set[str]:
    """Return the consonants of a word in an abjad; و and ו stand for one, or for a vowel."""
    bare = small[:-1] if small[-1] in _SILENT_AT_THE_END else small
    begins = "v" if bare[:1] in {"و", "ו"} else ""
    spoken = bare.replace("و", "ڤ").replace("ו", "ڤ")
    twofold = [char for char in bare if char in _TWOFOLD]
    ways = product(*(_TWOFOLD[char] for char in twofold[:_MOST_TWOFOLD]))
    found: set[str] = set()
    for sounds in ways:
        # Sounds that are chosen here are Latin letters, which the table leaves as they are.
        for word, first in ((bare, begins), (spoken, "")):
            chosen = iter(sounds)
            letters = (next(chosen, char) if char in _TWOFOLD else char for char in word)
            found.add(first + "".join(letters).translate({**_ABJADS, ord("ڤ"): "v"}))
    return found


def _greek(small: str) -> set[str]:
    """Return the sounds of a Greek word; υ is heard as it is in Greek, or read as a u."""
    plain = "".join(c for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))
    if plain.startswith("ντ"):
        plain = f"d{plain[2:]}"
    for letters, sound in _GREEK_TOGETHER:
        plain = plain.replace(letters, sound)
    return {plain.translate(_GREEK), plain.replace("υ", "u").translate(_GREEK)}


def _latin(small: str, way: tuple[tuple[str, str], ...]) -> str:
    if small.endswith(("ą", "ę")):  # an ending, whose nasal is no consonant
        small = small[:-1]
    if small.endswith("ff"):
        small = f"{small[:-2]}v"
    for letters, sound in (*_TOGETHER, *way, *_GLIDES):
        if letters in small:
            small = small.replace(letters, sound)
    sound = small.translate(_LETTERS).translate(_DROPPED)
    if not sound.isascii():
        sound = "".join(c for c in unicodedata.normalize("NFD", sound) if c.isascii())
        sound = sound.replace("o", "a").replace("y", "i").replace("w", "v")
    return _glide_behind(sound) if "u" in sound else sound


def _glide_behind(sound: str) -> str:
    """Return a sound in which the second half of ``au`` and ``eu`` is the ў that it stands for."""
    letters = list(sound)
    for index in range(1, len(letters)):
        before, behind = letters[index - 1], sound[index + 1 : index + 2]
        if letters[index] == "u" and before in "ae" and behind not in tuple(VOWELS):
            letters[index] = "v"
    return "".join(letters)


def _once_each(sound: str) -> str:
    if all(left != right for left, right in pairwise(sound)):
        return sound
    return "".join(
        char for index, char in enumerate(sound) if not index or char != sound[index - 1]
    )
