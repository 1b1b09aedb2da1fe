"""What the table of settlements is made of: which places, which of their names, and what marks."""

from __future__ import annotations

from pathlib import Path

import pytest

import make_gazetteer

ROW = {
    "name": "Zorkava",
    "countrycode": "BY",
    "admin1code": "03",
    "population": 700,
    "alternatenames": ["Zórkava", "zuo er ka", "ZRK", "Gmina Zorka", "Зоркава", "زوركا", "佐尔"],
}


def test_a_settlement_keeps_the_names_that_can_be_read() -> None:
    (found,) = make_gazetteer.settlements([ROW])
    assert (found.country, found.region, found.size) == ("BY", "Hrodna region", "v")
    assert set(found.names) == {"Zorkava", "Zórkava", "Зоркава"}


def test_abroad_only_large_places_are_listed_with_one_latin_name() -> None:
    abroad = {**ROW, "countrycode": "FR", "admin1code": "11"}
    assert list(make_gazetteer.settlements([abroad, {**abroad, "countrycode": "CN"}])) == []
    (found,) = make_gazetteer.settlements([{**abroad, "population": 300_000}])
    assert (found.region, found.size) == ("", "l")
    assert set(found.names) == {"Zorkava", "Зоркава", "زوركا"}


def test_names_that_are_words_or_people_are_marked_in_every_language_of_the_alphabet() -> None:
    made = make_gazetteer.Settlement
    found = make_gazetteer.table(
        [
            made("BY", "Hrodna region", "t", ("Мосты", "Масты", "Zorkava")),
            made("BY", "Hrodna region", "t", ("Марина", "Zorkava")),
            made("US", "", "l", ("Zorkava",)),
            made("BY", "Hrodna region", "t", ("Belarus",)),
        ]
    )
    assert list(found) == [
        "@BY\tBelarus\tHrodna region",
        "t\tzorkava\t\tмарина",
        "t\tzorkava\tмасты|мосты\t",
        "@US\tUnited States\t",
        "l\t\t\tzorkava",
    ]


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "cities500.json"
    other.write_text("{}", "utf-8")
    with pytest.raises(SystemExit, match="not the file"):
        make_gazetteer.main(other)
