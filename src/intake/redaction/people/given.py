"""Tells given names of the world in all their cases; knows no people."""

from __future__ import annotations

from enum import IntEnum
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from intake.redaction.gazetteer.forms import bases_of

_SHORTEST_FORM = 4
_ARABIC = ("\u0600", "\u06ff")
# Persian has two letters of its own for two of Arabic.
_PERSIAN = str.maketrans("یک", "يك")
_GEORGIAN = ("\u10d0", "\u10ff")
_GEORGIAN_BEHIND = (
    *("ის", "ისთვის", "ისგან", "სთან", "სთვის", "სგან", "თან", "მა", "მ", "ს", "ი", "ო"),
)
_ARABIC_BEFORE = ("و", "ب", "ل", "ف", "ال")


class Given(IntEnum):
    """How much a word alone says that it is somebody's given name."""

    NO = 0
    FORM = 1  # a case form of a name that is another word as it stands
    WORD = 2  # a name that is also a word
    NAME = 3


class _Table(NamedTuple):
    names: frozenset[str]
    words: frozenset[str]
    forms: frozenset[str]


@lru_cache(maxsize=1 << 14)
def given(key: str) -> Given:
    """Return whether a folded word is a given name, or a case form of one."""
    table = _table()
    key = key.translate(_PERSIAN)
    if key in table.names:
        return Given.NAME
    if key in table.words:
        return Given.WORD
    if len(key) < _SHORTEST_FORM:
        return Given.NO
    if _ARABIC[0] <= key[0] <= _ARABIC[1]:
        rests = (key.removeprefix(each) for each in _ARABIC_BEFORE if key.startswith(each))
        return Given.NAME if any(rest in table.names for rest in rests) else Given.NO
    if _GEORGIAN[0] <= key[0] <= _GEORGIAN[1]:
        stems = [key.removesuffix(each) for each in _GEORGIAN_BEHIND if key.endswith(each)]
        bases = (*stems, *(f"{stem}ი" for stem in (*stems, key)))
        return Given.NAME if not table.names.isdisjoint(bases) else Given.NO
    bases = bases_of(key)
    if table.names.isdisjoint(bases):
        return Given.NO if table.words.isdisjoint(bases) else Given.WORD
    return Given.FORM if key in table.forms else Given.NAME


@cache
def _table() -> _Table:
    """Return the table that ships with the program, read once."""
    text = resources.files(__package__).joinpath("given.txt").read_text("utf-8")
    held: dict[str, list[str]] = {"name": [], "word": [], "form": []}
    for line in text.splitlines():
        if not line.startswith("#"):
            kind, _, names = line.partition(" ")
            held[kind] += names.translate(_PERSIAN).split(" ")
    return _Table(*(frozenset(held[kind]) for kind in ("name", "word", "form")))
