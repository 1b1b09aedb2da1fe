"""Roles: which word of a recorded name is what, and silence where the name does not show it."""

from __future__ import annotations

import pytest

from intake.redaction.names.declensions import Gender, NamePart
from intake.redaction.names.roles import gender_of, roles_in

S, G, P = NamePart.SURNAME, NamePart.GIVEN_NAME, NamePart.PATRONYMIC


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Марыя Вымыслова", (G, S)),
        ("Вымыслова Марыя", (S, G)),
        ("Вымыслова, Марыя", (S, G)),
        ("Марыя Лампа", (G, S)),
        ("Выдумкина Мария", (S, G)),
        ("Выдумкин Иван", (S, G)),
        ("Лялька Вымыслова", (G, S)),
        ("Иван Никонович Выдумкин", (G, P, S)),
        ("Выдумкин Иван Никонович", (S, G, P)),
        ("Ляля Никоновна Выдумкина", (G, P, S)),
        ("Мария Никоновна", (G, P)),
        ("Іван Ніканавіч Вымыслевіч", (G, P, S)),
        ("Maria-Anna Goose-Feather", (G, G, S, S)),
        ("Ян Марыя Ніканавіч Лампа", (None, G, P, None)),
        ("Вымыслевіч Марыя", (S, G)),
        ("Лампа И. Н.", (S, None, None)),
        ("майор Марыя Вымыслова", (G, S)),
    ],
)
def test_each_word_is_what_it_is(name: str, parts: tuple[NamePart | None, ...]) -> None:
    assert tuple(word.part for word in roles_in(name)) == parts


@pytest.mark.parametrize(
    "name",
    [
        "Лампа",
        "Марыя",
        "Лялька Лампа",
        "Лампа Марыя",
        "Лялька Адам",
        "Ляльгина Адам",
        "Ляльгина Лампа",
        "Лампа Ляльгина",
        "Лампа Н.",
        "Лампавіч Вымыслевіч",
        "Иван Никонович",
        "Марыя Анна",
        "",
        " , ",
    ],
)
def test_nothing_is_said_where_the_name_does_not_show_it(name: str) -> None:
    assert S not in {word.part for word in roles_in(name)}
    assert P not in {word.part for word in roles_in(name)}


def test_words_stand_as_they_are_written() -> None:
    assert [word.text for word in roles_in("«Марыя» (Вымыслова)")] == ["Марыя", "Вымыслова"]


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Марыя Вымыслова", Gender.WOMAN),
        ("Мария Никоновна", Gender.WOMAN),
        ("Иван Выдумкин", Gender.MAN),
        ("Иван Лампа", Gender.MAN),
        ("Мария Лампа", None),
        ("Ivan Lampa", None),
        ("Maria Zmyślańska", Gender.WOMAN),
        ("Мария Никоновна Выдумкин", None),
    ],
)
def test_the_gender_is_known_where_all_words_agree(name: str, gender: Gender | None) -> None:
    assert gender_of(roles_in(name)) is gender
