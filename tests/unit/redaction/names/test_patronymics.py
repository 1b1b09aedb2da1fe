"""Patronymics are known by the father's name, and the father by them, in every language."""

from __future__ import annotations

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.names.patronymics import Patronymics, stems_in_patronymic
from intake.redaction.propagation import propagate
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

DAUGHTER = Identity("P1", Role.INTERVIEWEE, names=("Зорка Гусятнік",))
FATHER = Identity("P2", Role.RELATIVE, names=("Мікалай Гусятнік",))


def proposed(text: str, *people: Identity, language: str = "") -> list[tuple[str, str | None]]:
    found: list[Suggestion] = list(propagate(SourceText(text, language), people))
    return [(text[hit.start : hit.end], hit.code) for hit in found]


def named(name: str, parents: tuple[str, ...] = ()) -> Identity:
    return Identity("P1", Role.INTERVIEWEE, names=(name,), parents=parents)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("Ивановна", "ivan"),
        ("Іванаўне", "ivan"),
        ("Іванівною", "ivan"),
        ("Ivanauna", "ivan"),
        ("Ivanaŭna", "ivan"),
        ("Iwanowiczem", "ivan"),
        ("Ильич", "il"),
        ("Ільінічна", "il"),
        ("Никитичне", "nikit"),
        ("Львовича", "lv"),
        ("Якаўлевіч", "akav"),
        ("Mykhailovych", "migail"),
    ],
)
def test_a_patronymic_holds_the_name_of_the_father(word: str, stem: str) -> None:
    assert stem in stems_in_patronymic(word)


@pytest.mark.parametrize("word", ["Иван", "Иванов", "овна", "Степанюк", "和和和和和", "Гусятнік"])
def test_other_words_hold_none(word: str) -> None:
    assert stems_in_patronymic(word) == frozenset()


@pytest.mark.parametrize(
    "word",
    ["Мікалаеўна", "Николаевну", "Миколаївна", "Mikalaeuna", "Nikolayevna", "Николаевич"],
)
def test_a_recorded_given_name_makes_a_patronymic_of_whoever_it_is(word: str) -> None:
    assert proposed(f"Тады {word} выйшла", FATHER) == [(word, None)]


@pytest.mark.parametrize("word", ["Мікалаеўна", "Николаевну", "Миколаївна", "Mykolaivna"])
def test_of_a_recorded_parent_it_is_the_child_s(word: str) -> None:
    child = named("Зорка Гусятнік", parents=FATHER.names)
    assert proposed(f"Тады {word} выйшла", child, FATHER) == [(word, "P1")]


def test_a_surname_of_the_parent_makes_no_patronymic() -> None:
    assert proposed("Тады Лямпавна выйшла", named("Зорка", parents=("Лямпа",))) == []


@pytest.mark.parametrize("recorded", ["Зорка Пятроўна Гусятнік", "Zorka Petrovna Husiatnik"])
@pytest.mark.parametrize("word", ["Петрівна", "Петровне", "Piatrouna", "Пятроўна"])
def test_a_recorded_patronymic_is_found_in_other_languages(recorded: str, word: str) -> None:
    assert proposed(f"Тады {word} выйшла", named(recorded)) == [(word, "P1")]


@pytest.mark.parametrize(
    ("recorded", "father"),
    [
        ("Зорка Пятроўна Гусятнік", "Пятру"),
        ("Зорка Пятроўна Гусятнік", "Piotrem"),
        ("Зорка Никитична", "Микита"),
        ("Зорка Юрьевна Гусятник", "Юрыем"),
        ("Пятроўна", "Петро"),
    ],
)
def test_a_recorded_patronymic_gives_the_name_of_the_father(recorded: str, father: str) -> None:
    assert proposed(f"Тады {father} выйшаў", named(recorded)) == [(father, None)]


def test_a_surname_that_looks_like_a_patronymic_names_no_father() -> None:
    assert proposed("Тады Пётр выйшаў", named("Зорка Пятровіч")) == []
    assert proposed("Тады Петрович вышел", named("Зорка Пятровіч")) == [("Петрович", "P1")]


@pytest.mark.parametrize(
    "text", ["Тады Зорка Іванаўна выйшла", "Then Zorka Ivanovna left", "Зорку Иванівну бачили"]
)
def test_a_patronymic_behind_a_given_name_belongs_to_it(text: str) -> None:
    ((words, code),) = proposed(text, DAUGHTER)
    assert (len(words.split()), code) == (2, "P1")


def test_a_patronymic_of_another_father_belongs_to_somebody_else() -> None:
    daughter = named("Зорка Пятроўна Гусятнік")
    assert proposed("Тады Зорка Пятроўна выйшла", daughter) == [("Зорка Пятроўна", "P1")]
    assert proposed("Тады Зорка Іванаўна выйшла", daughter) == [("Зорка", "P1")]


def test_a_small_or_an_everyday_word_is_no_patronymic_and_no_father() -> None:
    assert proposed("Тады мікалаеўна выйшла. Але", FATHER) == []
    daughter = named("Зорка Глебаўна Гусятнік")
    assert proposed("Тады Глеб выйшаў", daughter) == [("Глеб", None)]
    assert proposed("Тады Глеб і глеб", daughter) == []
    assert proposed("Тады Вера", named("Зорка Верыч Гусятнік"), language="be") == []


def test_who_has_no_recorded_patronymic_may_have_any() -> None:
    known = Patronymics()
    known.add(0, "Зорка Пятроўна Гусятнік")
    assert known.fits("Петровна", [0])
    assert not known.fits("Ивановна", [0])
    assert known.fits("Ивановна", [0, 1])
    assert not known.fits("Гусятнік", [1])


def test_a_patronymic_is_not_taken_for_the_father_whose_name_it_holds() -> None:
    father = Identity("P2", Role.RELATIVE, names=("Никита Гусятник",))
    assert proposed("Тогда Никитична вышла", DAUGHTER, father) == [("Никитична", None)]
    assert proposed("Тогда Никитой интересовались", DAUGHTER, father) == [("Никитой", "P2")]


def test_a_surname_of_somebody_else_behind_a_given_name_is_theirs() -> None:
    other = Identity("P2", Role.WITNESS, names=("Лямпа Пятровіч",))
    assert proposed("Тады Зорка Пятровічу дала", DAUGHTER, other) == [
        ("Зорка", "P1"),
        ("Пятровічу", "P2"),
    ]
