"""Names: which part is the surname, in every order in which people write them down."""

from __future__ import annotations

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.names.parts import NameReader, is_patronymic, name_words
from intake.redaction.source_text import word_key


def reader(*names: str) -> NameReader:
    return NameReader([Identity("P1", Role.OTHER, (name,)) for name in names])


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Zorka Vydumkina", ("vydumkina",)),
        ("Зорька Никоновна Выдумкина", ("выдумкина",)),
        ("Выдумкина Зорька Никоновна", ("выдумкина",)),
        ("Выдумкина, Зорька Никоновна", ("выдумкина",)),
        ("Zorka Goose-Feather", ("goose", "feather")),
        ("Goose-Feather Zorka", ("goose", "feather")),
        ("Zorka Petrovich", ("petrovich",)),
    ],
)
def test_the_surname_is_found_in_any_order(name: str, surname: tuple[str, ...]) -> None:
    others = ("Zorka Drake", "Zorka Gander")
    assert reader(name, *others).surname(name) == surname


@pytest.mark.parametrize("name", ["Zorka", "", " , "])
def test_a_single_word_may_be_anything(name: str) -> None:
    assert reader(name).surname(name) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("никоновна", True),
        ("нiкон", False),
        ("ниловича", True),
        ("nilovich", True),
        ("паўлаўна", True),
        ("овна", False),
    ],
)
def test_a_patronymic_is_known_by_its_ending(word: str, *, expected: bool) -> None:
    assert is_patronymic(word_key(word)) is expected


@pytest.mark.parametrize(
    ("recorded", "left"),
    [
        ("Lieutenant Colonel Aleh Karandash", ["aleh", "karandash"]),
        ("майор Зубр Лампавы", ["зубр", "лампавы"]),
        ("Aleh Major", ["aleh", "major"]),
        ("Major", ["major"]),
        ("", []),
    ],
)
def test_a_rank_in_front_of_a_name_names_nobody(recorded: str, left: list[str]) -> None:
    assert name_words(recorded) == left


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Зміцер Бублікевіч", "бублікевіч"),
        ("Бублікевіч Зміцер", "бублікевіч"),
        ("Husiatnik Natallia", "husiatnik"),
        ("Natallia Husiatnik", "husiatnik"),
        ("Zorka Bublikevich", "bublikevich"),
    ],
)
def test_a_listed_given_name_is_no_surname_even_where_nobody_else_is_recorded(
    name: str, surname: str
) -> None:
    assert reader(name).surname(name) == (word_key(surname),)
