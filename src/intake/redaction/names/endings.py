"""What stands around the stem of a name in a sentence: case endings, particles, diminutives.

Endings that are vowels alone are no matter here: ``sounds`` leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import re2

# Of many people in Kazakh and its neighbours; one ending alone is short enough for any comparison.
_TURKIC = tuple(
    plural + case
    for plural in ("лар", "лер", "дар", "дер", "тар", "тер")
    for case in ("дың", "дің", "ға", "ге", "ды", "ді", "мен", "да", "де", "дан", "ден")
)
_CYRILLIC = (
    *_TURKIC,
    *("ами", "ями", "ого", "его", "ому", "ему", "ові", "еві", "єві"),
    *("ага", "яга", "аму", "яму"),
    *("ым", "им", "ім", "ом", "ем", "ём", "ам", "ям", "ых", "их", "іх", "ах", "ях"),
)
_LATIN = (
    *("iego", "iemu", "owie", "owi", "ego", "emu", "ogo", "omu", "ami", "ach", "ych", "ich"),
    *("iem", "ikh", "ykh", "akh", "ym", "im", "em", "om", "am", "as", "is", "us", "'s", "’s", "s"),
)
_GREEK = ("ους", "ος", "ου", "ας", "ης", "ες", "ις", "ων", "ον", "αν")
_GEORGIAN = ("სთან", "თან", "სგან", "ისთვის", "მა", "ის", "ით", "ად", "ზე", "ში", "ს", "მ")
_ARABIC_BEFORE = ("وال", "بال", "فال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_HEBREW_BEFORE = ("וה", "ו", "ה", "ב", "ל", "מ", "ש", "כ")
_VOWELS = "аяуюеэёоыиіьйaeiouyąęó"
# Without the vowel that they end in.
_DIMINUTIVES = (
    *("ачк", "очк", "ечк", "еньк", "оньк", "аньк", "ушк", "юшк", "ишк", "ышк", "ошк", "анька"),
    *("чык", "чик", "ютк", "утк", "усь", "юсь", "ась", "ік", "ик", "ык", "ёк", "ек", "ок", "ак"),
    *("ул", "юл", "ус", "юс", "ун", "юн", "ух", "юх", "ют", "ьк", "к", "ш", "с", "н"),
    *("eczk", "eńk", "enk", "onk", "ushk", "yushk", "uszk", "oczk", "eczek", "ochk", "echk"),
    *("enk", "ik", "ek", "ok", "uś", "us", "usi", "uni", "ul", "uch", "iukh", "yukh", "ś", "k"),
)
_SHORTEST = 3
# Short first names are Cyrillic ones; in Latin "is" and "us" are the ends of too many words.
_SHORTEST_CYRILLIC = 2
_CONSONANTS = "бвгджзйклмнпрстфхцчшщґ"
_CLOSED = re2.compile(rf"(.*?)([{_CONSONANTS}]?)([{_CONSONANTS}])([еіо])([{_CONSONANTS}])ь?$")


@lru_cache(maxsize=1 << 16)
def stems_of(word: str) -> tuple[str, ...]:
    """Return the word and what may be its stem, the whole word first.

    Args:
        word: A word of a text in small letters.
    """
    first = word[:1]
    stems = [word]
    if "\u0600" <= first <= "\u06ff":
        stems += _without_start(word, _ARABIC_BEFORE)
    elif "\u0590" <= first <= "\u05ff":
        stems += _without_start(word, _HEBREW_BEFORE)
    else:
        stems += _without_end(word, _endings(first))
    return tuple(dict.fromkeys(stems))


@lru_cache(maxsize=1 << 16)
def diminutive_stems_of(word: str) -> tuple[str, ...]:
    """Return what is left of the stems of a word when a suffix of fondness is taken off."""
    bare = {stem.rstrip(_VOWELS) for stem in stems_of(word)}
    found = (stem for each in sorted(bare) for stem in _without_end(each, _DIMINUTIVES))
    return tuple(dict.fromkeys(found))


def oblique_stems_of(name: str) -> Iterator[str]:
    """Yield the stems of a name whose last vowel moves (Швець, Шевця) or turns (Кінь, Коня).

    A vowel that is gone without a trace is no matter here: consonants alone are heard anyway.

    Args:
        name: A recorded name in small letters.
    """
    closed = _CLOSED.match(name)
    if closed is None:
        return
    start, before, left, vowel, right = closed.groups()
    if before:
        yield f"{start}{before}е{left}{right}"
    if vowel == "і":
        yield f"{start}{before}{left}о{right}"
        yield f"{start}{before}{left}е{right}"


def fleeting_stem_of(name: str) -> str | None:
    """Return the stem of a word in small letters without its last vowel (Кубок, Кубка), if any."""
    closed = _CLOSED.match(name)
    return None if closed is None else "".join(part for part in closed.groups()[:3]) + closed[5]


def _endings(first: str) -> tuple[str, ...]:
    if "\u0400" <= first <= "\u052f":
        return _CYRILLIC
    if "\u0370" <= first <= "\u03ff":
        return _GREEK
    return _GEORGIAN if "\u10d0" <= first <= "\u10ff" else _LATIN


def _without_end(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    shortest = _SHORTEST_CYRILLIC if endings is _CYRILLIC else _SHORTEST
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            yield word[: -len(ending)]


def _without_start(word: str, starts: tuple[str, ...]) -> Iterator[str]:
    for start in starts:
        if word.startswith(start) and len(word) - len(start) >= _SHORTEST:
            yield word[len(start) :]
