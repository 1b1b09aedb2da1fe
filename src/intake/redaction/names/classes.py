"""Given names that are one name: in other languages, and short among friends. Knows no people."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib import resources

from intake.redaction.names.sounds import sounds_of
from intake.redaction.source_text import word_key

_SHORTEST_BY_SOUND = 4
_TABLES = ("classes", "short_forms")


def variants_of(name: str) -> frozenset[str]:
    """Return all forms of a given name, in small letters as written; empty for what is none.

    A longer name is looked for by its sound as well: no table has every spelling.

    Args:
        name: One word of a recorded name.
    """
    rows, places = _table()
    found = set(places.get(word_key(name), ()))
    for sound in sounds_of(name):
        if len(sound.core) >= _SHORTEST_BY_SOUND:
            found.update(_places_by_sound().get(sound.core, ()))
    return frozenset(form for row in found for form in rows[row])


def is_given_name(name: str) -> bool:
    """Tell whether a word stands in the tables as it is written."""
    _, places = _table()
    return word_key(name) in places


def rows() -> tuple[tuple[str, ...], ...]:
    """Return all classes, each with its forms in small letters."""
    return _table()[0]


@cache
def _places_by_sound() -> dict[str, tuple[int, ...]]:
    rows, _ = _table()
    places: dict[str, set[int]] = defaultdict(set)
    for place, row in enumerate(rows):
        for sound in (sound for form in row for sound in sounds_of(form)):
            places[sound.core].add(place)
    return {core: tuple(sorted(found)) for core, found in places.items()}


@cache
def _table() -> tuple[tuple[tuple[str, ...], ...], dict[str, tuple[int, ...]]]:
    """Return the classes, and for each folded form the places of its classes."""
    rows = tuple(tuple(line.split()) for name in _TABLES for line in _lines(name))
    places: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        for key in {word_key(form) for form in row}:
            places[key].append(place)
    return rows, {key: tuple(found) for key, found in places.items()}


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath(f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
