"""Tells where a found stretch begins and ends, and what beside it says; finds nothing."""

from __future__ import annotations

from intake.redaction.lists import words
from intake.redaction.source_text import word_key

_MONEY = frozenset("$€£₽₴₾₸¥﷼")
_SIGNS = _MONEY | {"%"}
_UNIT_WIDTH = 16
_LONGEST_COUNT = 4


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is not part of a longer word or number."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after


def is_amount(text: str, start: int, end: int) -> bool:
    """Tell whether the figures ``text[start:end]`` count something: money, people, kilometres."""
    before, behind = text[max(0, start - 2) : start].strip(), text[end : end + _UNIT_WIDTH]
    if _MONEY.intersection(before[-1:]) or _SIGNS.intersection(behind.lstrip()[:1]):
        return True
    if behind[:1] not in {" ", "\u00a0", "-"}:
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
