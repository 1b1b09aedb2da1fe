"""What a place may be called when its name must not be said."""

from __future__ import annotations

import pytest

from intake.redaction.gazetteer.general import SEVERAL, general_name
from intake.redaction.gazetteer.table import read


def table(villages: int, towns: int = 0) -> str:
    lines = [f"v\tv{number}\t\t" for number in range(villages)]
    lines += [f"t\tt{number}\t\t" for number in range(towns)]
    return "\n".join(["@AA\tAland\tNorth", *lines, "@AA\tAland\tSouth", "v\tlone\t\t", ""])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Зельве", "a town in Hrodna region, Belarus"),
        ("Старых Дорогах", "a town in Minsk region, Belarus"),
        ("Narewka", "a village in Podlaskie voivodeship, Poland"),
        ("Минск", "a large city in Belarus"),
        ("Хабаровск", "a large city in Far Eastern federal district, Russia"),
        ("Даўгаўпілс", "a city in Latvia"),
    ],
)
def test_a_place_is_said_as_finely_as_leaves_several(name: str, said: str) -> None:
    assert general_name(name) == said


def test_a_size_or_region_that_few_have_is_not_said() -> None:
    assert general_name("v1", known=read(table(SEVERAL))) == "a village in North, Aland"
    few = read(table(SEVERAL - 2, 3))
    assert general_name("v1", known=few) == "a place in North, Aland"
    assert general_name("lone", known=few) == "a place in Aland"
    assert general_name("lone", known=read(table(SEVERAL))) == "a village in Aland"


def test_what_several_places_of_one_name_share_is_said() -> None:
    known = read(
        "\n".join(
            [
                "@AA\tAland\tNorth", "v\ta|b\t\t", "t\tb\t\t", *["v\tx\t\t"] * 5,
                "@AA\tAland\tSouth", "v\ta\t\t",
                "@BB\tBeland\tEast", "v\ta|c\t\t", *["v\ty\t\t"] * 5,
            ]
        )
    )  # fmt: skip
    assert general_name("b", known=known) == "a place in North, Aland"
    assert general_name("a", "AA", known) == "a village in Aland"
    assert general_name("a", "BB", known) == "a village in East, Beland"
    assert general_name("a", known=known) is None
    assert general_name("c", "ZZ", known) == "a village in East, Beland"


@pytest.mark.parametrize("name", ["", "Nowhereville", "Nowhere Ville At All"])
def test_nothing_is_said_of_what_is_unknown(name: str) -> None:
    assert general_name(name) is None


def test_longer_names_are_known_too() -> None:
    assert general_name("Ростове-на-Дону") is None
    assert general_name("Ростов-на-Дону") == "a large city in Southern federal district, Russia"
