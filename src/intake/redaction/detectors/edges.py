"""Tells where a found stretch begins and ends, and what beside it says; finds nothing."""

from __future__ import annotations

from functools import lru_cache

from intake.redaction.lists import words
from intake.redaction.source_text import word_key

_MONEY = frozenset("$€£₽₴₾₸¥﷼")
_SIGNS = _MONEY | {"%"}
_UNIT_WIDTH = 16
_LONGEST_COUNT = 4
_MOST_REMEMBERED = 4_000


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is not part of a longer word or number."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def is_amount(text: str, start: int, end: int) -> bool:
    """Tell whether the figures ``text[start:end]`` count something: money, people, kilometres."""
    before = text[start - 2 : start] if start > 1 else text[:start]
    return before.strip()[-1:] in _MONEY or _is_counting(text[end : end + _UNIT_WIDTH])


@lru_cache(_MOST_REMEMBERED)
def _is_counting(behind: str) -> bool:
    """Tell whether what stands behind figures is a sign of an amount, or a unit."""
    if behind.lstrip()[:1] in _SIGNS:
        return True
    if behind[:1] not in {" ", "\u00a0", "-"}:
        return False
    if not behind[1:2].isalpha():
        return False
    length = next((at for at, char in enumerate(behind) if at and not char.isalnum()), len(behind))
    return word_key(behind[1:length]) in words("units")


def is_stretch(found: str) -> bool:
    """Tell "2020-2022" and "100–150" from the number of something."""
    ends = [end.strip() for end in found.replace("–", "-").split("-")]
    if len(ends) != 2 or not all(end.isdecimal() for end in ends):  # noqa: PLR2004 (from, to)
        return False
    first, last = ends
    return len(last) <= _LONGEST_COUNT and not first.startswith("0") and int(first) < int(last)
