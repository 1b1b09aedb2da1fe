"""The table of settlements: how it is read, and what the shipped one holds."""

from __future__ import annotations

from importlib import resources

import pytest

from intake.redaction import gazetteer as package
from intake.redaction.gazetteer.table import Area, Setting, Size, gazetteer, read
from intake.redaction.lists import words

LARGEST_FILE = 1_500_000
TABLE = """# what stands above is a remark about @regions
@AA\tAland\tNorth
v\tzorka|zorka nova gora\tgora\t
v\t\t\tliza
@BB\tBeland\t
l\tzorka\t\t
"""
NORTH, BELAND = Area("AA", "Aland", "North"), Area("BB", "Beland", "")


def test_a_name_knows_all_its_settlements_and_what_else_it_is() -> None:
    known = read(TABLE)
    village, city = Setting(NORTH, Size.VILLAGE), Setting(BELAND, Size.LARGE_CITY)
    assert known.settings["zorka"] == (village, city)
    assert known.settings["liza"] == (village,)
    assert "" not in known.settings
    assert known.words == {"gora"}
    assert known.people == {"liza"}
    assert known.starts == {"zorka", "zorka nova"}
    assert known.counts == {village: 2, city: 1}


def test_the_shipped_table_is_small_and_names_where_it_comes_from() -> None:
    content = resources.files(package).joinpath("settlements.txt").read_bytes()
    assert len(content) < LARGEST_FILE
    assert b"GeoNames" in content[:600]
    assert b"CC BY 4.0" in content[:600]


@pytest.mark.parametrize(
    ("name", "country", "region"),
    [
        ("жабинка", "BY", "Brest region"),
        ("hrodna", "BY", "Hrodna region"),
        ("старые дороги", "BY", "Minsk region"),
        ("тисмениця", "UA", "Ivano-Frankivsk region"),
        ("narewka", "PL", "Podlaskie voivodeship"),
        ("druskininkai", "LT", "Alytus county"),
        ("daugavpils", "LV", ""),
        ("ზუგდიდი", "GE", "Samegrelo-Upper Svaneti"),
        ("хабаровск", "RU", "Far Eastern federal district"),
        ("thessaloniki", "GR", ""),
    ],
)
def test_settlements_of_all_countries_and_alphabets_are_there(
    name: str, country: str, region: str
) -> None:
    areas = {(each.area.country, each.area.region) for each in gazetteer().settings[name]}
    assert (country, region) in areas


def test_countries_are_no_settlements_and_doubtful_names_are_marked() -> None:
    known = gazetteer()
    assert [key for key in known.settings if key in words("public_names")] == []
    assert {"мосты", "dobre"} <= known.words
    assert {"лида", "марина"} & set(known.settings) <= known.people
    assert not known.words & known.people & {"телеханы", "жабинка", "grodno"}
