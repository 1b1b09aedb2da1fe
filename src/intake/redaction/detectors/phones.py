"""Finds phone numbers: candidates by a linear pattern, classified by ``phonenumbers``."""

from __future__ import annotations

from collections.abc import Iterator

import phonenumbers
import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import is_amount, is_stretch, stands_alone
from intake.redaction.lists import words
from intake.redaction.source_text import SourceText, words_of
from intake.redaction.suggestion import Suggestion

PHONE_SHAPE = re2.compile(
    r"(?:\+|＋)?[ \t]?\(?\p{Nd}(?:[ \t\x{A0}\x{2009}\x{202F}().\-–—‑/]{0,3}\p{Nd}){5,16}"
)
# Ways to group the digits of a number that nothing else is written in ("234-56-78"), and numbers of
# a network or a city with the zero that is dialled before it.
_LOCAL = re2.compile(
    r"\p{Nd}{3}[-–]\p{Nd}{2}[-–]\p{Nd}{2}"
    r"|\(?0\p{Nd}{1,4}\)?[ \t\x{A0}/\-]{1,2}\p{Nd}{2,7}(?:[ \x{A0}\-]\p{Nd}{2,7}){0,3}"
)
# A number with its country may go on in the next line.
_BROKEN = re2.compile(r"\+\d[\d \t()\-]{0,20}\r?\n[ \t]{0,8}\d[\d \t()\-]{0,20}")
_FEWEST_DIALLED = 9
_CONTEXT_WIDTH = 40
_CONTEXT_WORDS = 3
_REGIONS = ("BY", "RU", "UA", "PL", "LT", "GE", "LV")
_HOME = {
    "be": "BY",
    "ru": "BY",
    "uk": "UA",
    "pl": "PL",
    "lt": "LT",
    "ka": "GE",
    "lv": "LV",
    "de": "DE",
    "fa": "IR",
}
# Asking the library costs some 40 microseconds a region. A text with more candidates than this is a
# list of numbers: the rest is taken for phones unasked.
_ASKED_AT_MOST = 200
_LONGEST = 15


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the phone numbers of a text."""
    yield from _broken(source)
    asked: dict[str, float] = {}
    for match in PHONE_SHAPE.finditer(source.text):
        start, end = match.span()
        start += len(match[0]) - len(match[0].lstrip())
        if not stands_alone(source.text, start, end):
            continue
        if is_amount(source.text, start, end) and match[0].lstrip()[0] not in "+＋":
            continue
        found = source.text[start:end]
        score = asked.get(found)
        if score is None:
            score = _score(source, start, found) if len(asked) < _ASKED_AT_MOST else 0.7
            asked[found] = score
        if score:
            yield Suggestion(start, end, MarkKind.NUMBER, "phone", score)


def _broken(source: SourceText) -> Iterator[Suggestion]:
    for match in _BROKEN.finditer(source.text):
        found = match[0].rstrip(" \t()-")
        start, end = match.start(), match.start() + len(found)
        first = sum(char.isdigit() for char in found.partition("\n")[0])
        is_cut = first < _FEWEST_DIALLED and len(found) - first <= _LONGEST
        if stands_alone(source.text, start, end) and (is_cut or _is_valid(found, None)):
            yield Suggestion(start, end, MarkKind.NUMBER, "phone", 0.8)


def _score(source: SourceText, start: int, found: str) -> float:
    digits = sum(char.isdigit() for char in found)
    if digits > _LONGEST:
        return 0.0
    if found.startswith(("+", "＋")):
        return 0.99 if _is_valid(found, None) else 0.85
    before = words_of(source.text[max(0, start - _CONTEXT_WIDTH) : start])
    if any(word in words("phone_cues") for word in before[-_CONTEXT_WORDS:]):
        return 0.9
    if is_stretch(found):
        return 0.0
    home = _HOME.get(source.language)
    regions = _REGIONS if home is None else (home, *(r for r in _REGIONS if r != home))
    if any(_is_valid(found, region) for region in regions):
        return 0.8
    is_local = _LOCAL.fullmatch(found) is not None
    return 0.6 if is_local and (found[0] not in "0(" or digits >= _FEWEST_DIALLED) else 0.0


def _is_valid(found: str, region: str | None) -> bool:
    try:
        number = phonenumbers.parse(found, region)
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_valid_number(number))
