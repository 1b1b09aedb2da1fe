"""Reads the table of settlements; knows nothing of forms and texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import NamedTuple


class Size(StrEnum):
    """How large a settlement is."""

    VILLAGE = "v"
    TOWN = "t"
    CITY = "c"
    LARGE_CITY = "l"


class Area(NamedTuple):
    """A region of a country; the whole country where the region is empty."""

    country: str
    country_name: str
    region: str


class Setting(NamedTuple):
    """What is known of a settlement apart from its name."""

    area: Area
    size: Size


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The settlements by folded name (the words of a name with one space between them).

    Attributes:
        settings: Where the settlements of each name are.
        words: Names that are also words of a language.
        people: Names that are also names of people.
        starts: What names of several words begin with.
        counts: How many settlements there are in each setting.
    """

    settings: Mapping[str, tuple[Setting, ...]]
    words: frozenset[str]
    people: frozenset[str]
    starts: frozenset[str]
    counts: Mapping[Setting, int]


@cache
def gazetteer() -> Gazetteer:
    """Return the table that ships with the program, read once."""
    text = resources.files(__package__).joinpath("settlements.txt").read_text("utf-8")
    return read(text)


def read(text: str) -> Gazetteer:
    """Read a table as ``packaging/make_gazetteer.py`` writes it.

    Args:
        text: ``@country, name, region`` and below it ``size, names, words, people`` for each
            settlement, with tabulators between them; what stands above them is a remark.
    """
    settings: dict[str, tuple[Setting, ...]] = {}
    words: set[str] = set()
    people: set[str] = set()
    starts: set[str] = set()
    sizes = {size.value: size for size in Size}
    counts: dict[Setting, int] = {}
    for section in f"\n{text}".split("\n@")[1:]:
        head, *lines = section.splitlines()
        area = Area(*head.split("\t"))
        rows = [line.split("\t") for line in lines]
        for letter, size in sizes.items():
            chosen = [row for row in rows if row[0] == letter]
            if chosen:
                counts[Setting(area, size)] = len(chosen)
            # All at once: one settlement at a time takes three times as long.
            joined = ["|".join([row[column] for row in chosen]) for column in (1, 2, 3)]
            keys = "|".join(joined).split("|")
            _add(settings, keys, (Setting(area, size),))
            starts.update(_starts(keys))
            words.update(joined[1].split("|"))
            people.update(joined[2].split("|"))
    settings.pop("", None)  # of settlements without such names
    words.discard("")
    people.discard("")
    return Gazetteer(settings, frozenset(words), frozenset(people), frozenset(starts), counts)


def _starts(keys: list[str]) -> Iterator[str]:
    """Return the words that names of several words begin with."""
    long = [key for key in keys if " " in key]
    while long:
        begun = [key.rpartition(" ")[0] for key in long]
        yield from begun
        long = [key for key in begun if " " in key]


def _add(
    settings: dict[str, tuple[Setting, ...]], keys: list[str], setting: tuple[Setting, ...]
) -> None:
    """Note settlements under their names; most names are new."""
    again = {key: settings[key] + setting for key in settings.keys() & set(keys)}
    settings.update(dict.fromkeys(keys, setting))
    settings.update(again)
