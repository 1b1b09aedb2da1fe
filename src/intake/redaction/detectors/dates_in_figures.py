"""Finds dates that are written in figures alone; reads no words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import re2

from intake.redaction.detectors.edges import is_amount, stands_alone
from intake.redaction.lists import named
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText


class FoundDate(NamedTuple):
    """A date at ``text[start:end]``.

    ``year`` and ``month`` are ``None`` when they are not said; ``day`` is the last day of a range.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int
    score: float


_SIGN = r"[ ]?[./\\\-‐‑–—][ ]?"
_DAY_FIRST = re2.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{4}}|\d{{2}})")
# Whoever dictates or types on a telephone puts spaces and commas between the figures.
_APART = re2.compile(r"(\d{1,2})[ ,.]{1,3}(\d{1,2})[ ,.]{1,3}((?:19|20)\d{2}|\d{2})")
_YEAR_FIRST = re2.compile(r"(\d{4})[./\-](\d{1,2})[./\-](\d{1,2})")
_SHORT = re2.compile(r"(\d{1,2})[./](\d{2})")
_LAW = named("date_words", "law")
_SIGNS = str.maketrans(dict.fromkeys("./-,\\‐‑–—", " "))
_LONG_YEAR = 4
_CUE_WIDTH = 16
_MONTHS = 12
LAST_DAY = 31
_LOOSE = 0.1
_DOUBTFUL = 0.25  # "12.05 km", but also "on 12.05 people came"


def in_figures(source: SourceText) -> Iterator[FoundDate]:
    """Yield the dates of a text that are in figures."""
    text = source.text
    for start, end in spans(_DAY_FIRST, text):
        *days, last = _figures(text[start:end])
        first, second = map(int, days)
        day, month = (first, second) if second <= _MONTHS else (second, first)
        if _is_day(day, month) and stands_alone(text, start, end):
            yield FoundDate(start, end, full_year(last), month, day, 0.95)
    yield from (each for each in apart(source) if each.year is not None and each.score > _LOOSE)
    for start, end in spans(_YEAR_FIRST, text):
        year, month, day = map(int, _figures(text[start:end]))
        if _is_day(day, month) and stands_alone(text, start, end):
            yield FoundDate(start, end, year, month, day, 0.95)
    for start, end in spans(_SHORT, text):
        day, month = int(text[start : end - 3]), int(text[end - 2 : end])
        if not _is_day(day, month) or _is_figure(text, start, end):
            continue
        if not _is_of_law(source, start):
            score = _DOUBTFUL if is_amount(text, start, end) else 0.5
            yield FoundDate(start, end, None, month, day, score)


def apart(source: SourceText) -> Iterator[FoundDate]:
    """Yield dates in figures with whatever stands between them; most with a short year are none."""
    text = source.text
    for start, end in spans(_APART, text):
        *days, last = _figures(text[start:end])
        first, second = map(int, days)
        day, month = (first, second) if second <= _MONTHS else (second, first)
        if _is_day(day, month) and stands_alone(text, start, end):
            score = 0.5 if len(last) == _LONG_YEAR else _LOOSE
            yield FoundDate(start, end, full_year(last), month, day, score)


def _is_of_law(source: SourceText, start: int) -> bool:
    """Tell whether the word before figures says that they are an article or a version."""
    before = source.tokens_in(max(0, start - _CUE_WIDTH), start)
    return bool(before) and _LAW.holds(before[-1].key)


def _figures(found: str) -> list[str]:
    return found.translate(_SIGNS).split()


def _is_figure(text: str, start: int, end: int) -> bool:
    """Tell an amount, a version or a part of a longer number from "12.05"."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return (
        not stands_alone(text, start, end)
        or before in {"$", "€", "£", ".", ",", ":", "/", "-"}
        or after.strip()[:1] in {"%", "$", "€", "£"}
        or (after[:1] in {".", ",", ":", "/", "-"} and after[1:].isdigit())
    )


def full_year(digits: str) -> int:
    """Return the year that two or four figures stand for."""
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 (a year in two digits)
        return year
    return year + (2000 if year < 40 else 1900)  # noqa: PLR2004 (nobody interviewed will be born in 2040)


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= LAST_DAY and 1 <= month <= _MONTHS
