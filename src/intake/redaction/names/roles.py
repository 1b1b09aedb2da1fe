"""Tells what each word of a recorded name is, where that is certain; knows no people.

``parts`` must always name a surname, because a wrong guess costs nothing there. What is said to a
person is said only where the name itself shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import re2

from intake.redaction.names.classes import is_given_name
from intake.redaction.names.declensions import Gender, NamePart, plain
from intake.redaction.names.parts import is_patronymic, name_words
from intake.redaction.source_text import word_key

# On words as ``plain`` gives them. No given name ends so; a surname in -ин may be one ("-ина").
_SURNAME = re2.compile(
    r"..(?:[оеє]в|[оаеі]ў|[оаеє]ва|[сц]к(?:ий|ая|і)|[сц]ьк(?:ий|а)|[еє]нк[оа]|[чщ]ук|юк|в[иі]ч"
    r"|[sc]k(?:i|y|a|aya|aja)|[oe]va?|[oe]wa?|enk[oa]|[czw]uk|wicz|vi[cč]h?|czyk)$"
)
_MAYBE_SURNAME = re2.compile(r"(?:[иіїы]н|[iy]n)[аa]?$")
_WOMAN = re2.compile(r"(?:[оеєаі]ва|ая|[сц]ька|[sc]k(?:a|aya|aja|aia)|[oea]va|[oe]wa)$")
_MAN = re2.compile(
    r"(?:[оеєі]в|[оаеі]ў|[иіїы]н|[ыи]й|[сц]кі|[oe][vw]|[iy]n|[sc]k(?:i|y|iy|ij|ii|yi))$"
)
_MANS_NAME = re2.compile(r"[бвгґджзйклмнпрстўфхцчшщ]$")
_VOWELS = "аяaіi"
_WOMANS_PATRONYMIC = ("на", "na")


class NamedWord(NamedTuple):
    """One word of a recorded name as it is written; ``part`` is ``None`` where it is uncertain."""

    text: str
    part: NamePart | None


def roles_in(name: str) -> tuple[NamedWord, ...]:
    """Return the words of a name, without a title in front of it, and what each of them is."""
    pieces = _pieces_of(name)
    parts = _parts(pieces)
    return tuple(
        NamedWord(word, part) for piece, part in zip(pieces, parts, strict=True) for word in piece
    )


def gender_of(words: Iterable[NamedWord]) -> Gender | None:
    """Return of whom the words of a person's names speak; ``None`` when they say little or both."""
    found = {gender for word in words if (gender := _gender(word)) is not None}
    return found.pop() if len(found) == 1 else None


def _gender(word: NamedWord) -> Gender | None:
    text = plain(word.text)
    if word.part is NamePart.PATRONYMIC:
        return Gender.WOMAN if text.endswith(_WOMANS_PATRONYMIC) else Gender.MAN
    if word.part is NamePart.SURNAME:
        if _WOMAN.search(text):
            return Gender.WOMAN
        return Gender.MAN if _MAN.search(text) else None
    is_mans = word.part is NamePart.GIVEN_NAME and _MANS_NAME.search(text)
    return Gender.MAN if is_mans else None


def _pieces_of(name: str) -> list[tuple[str, ...]]:
    """Return what stands between the spaces of a name, each with its words as they are written."""
    named = set(name_words(name))
    pieces = []
    for piece in name.replace(",", " ").replace(".", " ").split():
        words = (word.strip('()"«»„”“') for word in piece.replace("‑", "-").split("-"))
        kept = tuple(word for word in words if word_key(word) in named)
        if kept:
            pieces.append(kept)
    return pieces


def _parts(pieces: Sequence[tuple[str, ...]]) -> list[NamePart | None]:
    parts: list[NamePart | None] = [None] * len(pieces)
    whole = [place for place, piece in enumerate(pieces) if len(word_key(piece[0])) > 1]
    given = {place for place in whole if any(map(is_given_name, pieces[place]))}
    patronymic = _patronymic(pieces, whole, given)
    rest = [place for place in whole if place != patronymic]
    if patronymic is not None:
        parts[patronymic] = NamePart.PATRONYMIC
        given = {patronymic - 1}
    elif len(rest) == len(given) + 2 == 2:  # noqa: PLR2004 (given name and surname, neither known)
        given = {place for place in rest if not _SURNAME.search(plain(pieces[place][-1]))}
    surnames = [place for place in rest if place not in given]
    if len(surnames) != 1 or not _is_surname(pieces, surnames[0], patronymic):
        surnames = []
    for place in surnames:
        parts[place] = NamePart.SURNAME
    if surnames or patronymic is not None:
        for place in given:
            parts[place] = NamePart.GIVEN_NAME
    return parts


def _patronymic(
    pieces: Sequence[tuple[str, ...]], whole: Sequence[int], given: set[int]
) -> int | None:
    """Return the place of the patronymic: a man's looks like a surname, so the rest must tell."""
    for place in whole:
        key = word_key(pieces[place][-1])
        if place - 1 not in whole or len(pieces[place]) > 1 or not is_patronymic(key):
            continue
        others = set(whole) - given - {place}
        if key.endswith(_WOMANS_PATRONYMIC) or (place - 1 in given and others):
            return place
    return None


def _is_surname(pieces: Sequence[tuple[str, ...]], place: int, patronymic: int | None) -> bool:
    """Tell whether the one word that is no known given name is certainly the surname.

    The surname may be a known given name beside one that is rare, so the order or the ending has to
    agree; and the second of two words may be a father's name.
    """
    last = pieces[place][-1]
    initials = sum(len(word_key(piece[0])) == 1 for piece in pieces)
    if patronymic is not None or len(pieces) == initials + 1 > 2:  # noqa: PLR2004 (two initials)
        return True
    if len(pieces) == place + 1 == 2:  # noqa: PLR2004 (two words)
        return not is_patronymic(word_key(last))
    text = plain(last)
    if len(pieces) == place + 1 or _SURNAME.search(text):
        return len(pieces) > 1
    # Of a woman both words end in a vowel, of a man neither does.
    given = plain(pieces[place + 1][-1])
    agree = (text[-1:] in _VOWELS) == (given[-1:] in _VOWELS)
    return agree and _MAYBE_SURNAME.search(text) is not None
