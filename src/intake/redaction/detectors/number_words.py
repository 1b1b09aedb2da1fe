"""Reads words that stand for numbers, joined ones too; knows no sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from intake.redaction.lists import named, numbered

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_SHORTEST_PART = 2
_LONGEST_WORD = 40
_MOST_REMEMBERED = 20_000
_JOINTS = ("", "und", "და", "و")
_AND = "و"
TIMES = named("dictation", "times")


class Numeral(NamedTuple):
    """A number that is said in one breath ("two hundred and five"), or figures.

    Attributes:
        value: What it stands for.
        digits: How many figures it is written with.
    """

    value: int
    digits: int


@cache
def _values() -> Mapping[str, int]:
    return {form: value for value, forms in numbered("numbers") for form in forms.forms}


@lru_cache(_MOST_REMEMBERED)
def value_of(key: str) -> int | None:
    """Return what a folded word stands for; ``None`` when it is no number in words."""
    if len(key) > _LONGEST_WORD:
        return None
    found = _values().get(key)
    return _joined(key) if found is None else found


def _joined(key: str) -> int | None:
    """Return the value of a word that is made of several ("siebenundzwanzig")."""
    if key.startswith(_AND) and key[1:] in _values():
        return _values()[key[1:]]
    for end in range(_SHORTEST_PART, len(key) - _SHORTEST_PART + 1):
        left = _values().get(key[:end])
        if left is None:
            continue
        for joint in _JOINTS:
            rest = key[end:]
            right = value_of(rest.removeprefix(joint)) if rest.startswith(joint) else None
            if right is not None:
                return _together(left, right)
    return None


def _together(left: int, right: int) -> int:
    for times in (_THOUSAND, _HUNDRED):
        if left < times <= right < 2 * times:
            return left * times + right - times
    return left + right


def numerals(keys: Sequence[str]) -> list[Numeral]:
    """Return the numbers that words and figures make together, in order.

    A word that is smaller than the place that the one before left open continues it: "two hundred
    five" is one number, "two five" are two. Whatever is no number is passed over.
    """
    found: list[Numeral] = []
    room = 0
    for key in keys:
        if key.isdecimal():
            found.append(Numeral(int(key[:_LONGEST_WORD]), len(key)))
            room = 0
            continue
        value = value_of(key)
        if value is None:
            continue
        whole = _continued(found[-1].value, key, value, room) if found else None
        if whole is None:
            found.append(_numeral(value))
        else:
            found[-1] = _numeral(whole)
        room = _room_behind(value)
    return found


def _continued(last: int, key: str, value: int, room: int) -> int | None:
    """Return the number that a word makes with the one before it; ``None`` if it begins another."""
    if key in TIMES:
        part = last % value
        return last - part + part * value if part else None
    if 0 < value < room or (key.startswith(_AND) and 0 < last < _TEN <= value < _HUNDRED):
        return last + value
    return None


def _numeral(value: int) -> Numeral:
    return Numeral(value, len(str(value)))


def _room_behind(value: int) -> int:
    """Return what a word behind this one must be smaller than to belong to the same number."""
    if value > _TEN and not value % _TEN:
        return next(t for t in (_THOUSAND, _HUNDRED, _TEN) if not value % t)
    return 0
