"""Places: one place in five languages, a country alone, and nothing guessed."""

from __future__ import annotations

import csv

import pytest

from intake.disclosure.places import Place, country_group, resolve
from intake.domain.folding import fold
from intake.resources import resource_path

HRODNA = Place("BY", "Hrodna region")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lida", HRODNA),
        ("г. Лида", HRODNA),
        ("Ліда, Гродзенская вобласць", HRODNA),
        ("Grodno oblast", HRODNA),
        ("HRODNA REGION", HRODNA),
        ("Гродненская область", HRODNA),
        ("near Lida (Belarus)", HRODNA),
        ("Mińsk", Place("BY", "Minsk city")),
        ("Minsk region", Place("BY", "Minsk region")),
        ("Мінська область", Place("BY", "Minsk region")),
        ("Białystok", Place("PL", "Podlaskie voivodeship")),
        ("Беласток", Place("PL", "Podlaskie voivodeship")),
        ("Київ", Place("UA", "Kyiv city")),
        ("GE", Place("GE")),
        ("Грузия", Place("GE")),
        ("Польшча", Place("PL")),
        ("Berlin", Place("DE")),
        ("Tbilisi, Georgia", Place("GE", "Tbilisi")),
    ],
)
def test_a_written_place_is_found(text: str, place: Place) -> None:
    assert resolve(text) == place


@pytest.mark.parametrize(
    "text",
    ["", "Gooseville", "Hrodna, Poland", "Lida and Minsk", "Lida, Minsk", "ge", "region", ", ,"],
)
def test_what_is_unknown_or_contradictory_is_not_guessed(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(
    ("country", "group"),
    [
        ("BY", "belarus"),
        ("LT", "neighbouring_eu"),
        ("DE", "other_eu"),
        ("AM", "eastern_europe_caucasus"),
        ("KZ", "russia_central_asia"),
        ("US", "other"),
        ("??", "other"),
    ],
)
def test_every_country_has_a_group(country: str, group: str) -> None:
    assert country_group(country) == group


def rows(file: str) -> list[dict[str, str]]:
    with resource_path("disclosure", file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_listed_name_resolves_to_its_own_row() -> None:
    wrong = [
        name
        for row in rows("places.csv")
        for name in row["names"].split("|")
        if resolve(name) != Place(row["country"], row["region"])
    ]
    wrong += [
        name
        for row in rows("countries.csv")
        for name in row["names"].split("|")
        if resolve(name) != Place(row["country"])
    ]
    assert wrong == []


def test_every_place_lies_in_a_listed_country_and_regions_are_named_once() -> None:
    countries = {row["country"] for row in rows("countries.csv")}
    places = rows("places.csv")
    assert {row["country"] for row in places} <= countries
    regions = [fold(row["region"]) for row in places if row["region"]]
    assert len(regions) == len(set(regions))
    assert len(countries) > 240
