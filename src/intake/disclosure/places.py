"""Finds country and region of a place that somebody wrote; guesses nothing it does not know."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from intake.domain.folding import fold
from intake.resources import resource_path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a place lies.

    Attributes:
        country: ISO 3166-1 alpha-2 code.
        region: English name of the first-level region, or empty when only the country is known.
    """

    country: str
    region: str = ""


# Words that say what kind of place it is, not which one.
_KINDS = frozenset(
    [
        *(
            "city",
            "town",
            "village",
            "region",
            "oblast",
            "voblast",
            "voblasc",
            "province",
            "county",
        ),
        *("voivodeship", "republic", "of", "the", "district", "raion", "in", "near"),
        *("г", "город", "гор", "пгт", "село", "деревня", "область", "обл", "район", "р-н", "около"),
        *("горад", "вобласць", "вобл", "раен", "веска", "місто", "м", "область", "смт"),
        *("miasto", "wojewodztwo", "woj", "obwod", "powiat", "gmina"),
    ]
)
_BREAKS = str.maketrans(dict.fromkeys(",;/()[]\n", ",") | dict.fromkeys(".’'\"", " "))


def resolve(text: str) -> Place | None:
    """Return the place that ``text`` means, or ``None`` when it is unknown or contradictory.

    Args:
        text: A place as written ("Lida, Hrodna region"), in English, Russian, Belarusian, Ukrainian
            or Polish, or an upper-case ISO country code.
    """
    if text in _countries():
        return Place(text)
    found = {place for part in _parts(text) for place in _look_up(part)}
    if len({place.country for place in found}) != 1:
        return None
    regions = {place.region for place in found if place.region}
    if len(regions) > 1:
        return None
    return Place(next(iter(found)).country, next(iter(regions), ""))


def country_group(country: str) -> str:
    """Return the group of an ISO country code; ``other`` for one that is not listed."""
    return _countries().get(country, "other")


def _parts(text: str) -> Iterator[str]:
    for part in fold(text).translate(_BREAKS).split(","):
        words = part.split()
        if words:
            yield " ".join(words)


def _look_up(part: str) -> tuple[Place, ...]:
    """Return what a part is called; as written first, then without the words for its kind."""
    names = _names()
    bare = " ".join(word for word in part.split() if word not in _KINDS)
    found = names.get(part) or names.get(bare)
    return () if found is None else (found,)


@cache
def _countries() -> Mapping[str, str]:
    return {row["country"]: row["group"] for row in _rows("countries.csv")}


@cache
def _names() -> Mapping[str, Place]:
    names: dict[str, Place] = {}
    for row in _rows("countries.csv"):
        for name in row["names"].split("|"):
            names.setdefault(_key(name), Place(row["country"]))
    for row in _rows("places.csv"):
        place = Place(row["country"], row["region"])
        for name in (row["region"], *row["names"].split("|")):
            if name:
                names.setdefault(_key(name), place)
    return names


def _key(name: str) -> str:
    return " ".join(_parts(name))


def _rows(file: str) -> list[dict[str, str]]:
    with resource_path("disclosure", file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
