"""Initials are found in either alphabet, beside a surname and alone, and tell people apart."""

from __future__ import annotations

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.matches import Trait
from intake.redaction.propagation import IdentityIndex, propagate
from intake.redaction.source_text import SourceText


def someone(*names: str, code: str = "P1") -> Identity:
    return Identity(code, Role.INTERVIEWEE, names=names)


CYRILLIC = someone("Наталля Гусятнік")
LATIN = someone("Natallia Husiatnik")
UNION = someone("Edgar Ulmerovich", code="P3")


def proposed(text: str, *people: Identity) -> list[tuple[str, str | None]]:
    found = propagate(SourceText(text), people)
    return [(text[hit.start : hit.end], hit.code) for hit in found]


@pytest.mark.parametrize("person", [CYRILLIC, LATIN])
@pytest.mark.parametrize("text", ["N. H.", "N.H.", "H. N.", "Н. Г.", "Г.Н.", "N. G."])
def test_a_pair_is_found_in_either_alphabet(person: Identity, text: str) -> None:
    assert proposed(f"Then {text} came", person) == [(text[:-1], "P1")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ягор Чайка", "Ya. Ch."),
        ("Ягор Чайка", "Ia. Č."),
        ("Ягор Чайка", "J. Cz."),
        ("Yahor Chaika", "Я. Ч."),
        ("Жанна Шафка", "Zh. Sh."),
        ("Žana Šafka", "Ж. Ш."),
        ("Юрый Хвост", "Iu. Kh."),
        ("Мікалай Шчотка", "Н. Щ."),
        ("Мікалай Шчотка", "N. Sh."),
        ("Łukasz Źrebak", "L. Z."),
    ],
)
def test_letters_that_become_two_are_one_initial(name: str, text: str) -> None:
    assert proposed(f"Then {text} came", someone(name)) == [(text[:-1], "P1")]


@pytest.mark.parametrize("text", ["N. R.", "A. B.", "N; H.", "N. and H.", "N.\n\nH.", "n. h."])
def test_other_letters_or_letters_apart_are_nobody_s(text: str) -> None:
    assert proposed(f"Then {text} came", LATIN) == []


def test_two_equal_initials_need_two_names() -> None:
    assert proposed("Then Z. Z. came", someone("Zorka Zubrava")) == [("Z. Z", "P1")]
    assert proposed("Then Z. Z. came", someone("Zorka Husiatnik")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Н. Гусятнік",
        "Н. А. Гусятнік",
        "Н.А. Гусятніку",
        "Гусятнік Н",
        "Гусятнік Н. А",
        "N. Husiatnik",
        "N. A. Husiatnik",
        "Husiatnik N",
    ],
)
@pytest.mark.parametrize("person", [CYRILLIC, LATIN])
def test_initials_beside_a_surname_belong_to_it(person: Identity, text: str) -> None:
    assert proposed(f"Then {text}. And", person) == [(text, "P1")]


def test_an_initial_of_two_letters_stands_beside_a_surname_too() -> None:
    yana = someone("Яна Гусятнік")
    assert proposed("Then Ya. Husiatnik came", yana) == [("Ya. Husiatnik", "P1")]
    assert proposed("Then Husiatnik Ya. came", yana) == [("Husiatnik Ya", "P1")]


@pytest.mark.parametrize("text", ["R. Husiatnik", "Husiatnik R", "R. O. Husiatnik"])
def test_another_s_initial_beside_a_surname_is_masked_and_told_of_nobody(text: str) -> None:
    assert proposed(f"Then {text}. And", LATIN) == [(text, None)]


def test_an_initial_decides_between_two_of_a_surname() -> None:
    brother = someone("Paval Husiatnik", code="P2")
    (match,) = IdentityIndex([LATIN, brother]).find(SourceText("Then P. Husiatnik came"))
    assert match.is_told
    assert not any(
        match.is_told for match in IdentityIndex([LATIN]).find(SourceText("Then P. Husiatnik came"))
    )


def test_of_who_has_one_name_any_initial_can_be() -> None:
    assert proposed("Then X. Husiatnik came", someone("Husiatnik")) == [("X. Husiatnik", "P1")]


def test_an_initial_belongs_to_one_name_only() -> None:
    people = (LATIN, someone("Paval Lampavich", code="P2"))
    assert proposed("Then Husiatnik N. Lampavich came", *people) == [
        ("Husiatnik N", "P1"),
        ("Lampavich", "P2"),
    ]


@pytest.mark.parametrize("text", ["NH", "HN", "НГ", "ГН"])
def test_two_letters_without_points_are_left_to_a_person(text: str) -> None:
    (match,) = IdentityIndex([LATIN]).find(SourceText(f"Then {text} came"))
    assert match.trait is Trait.INITIALS
    assert match.score < 0.3


@pytest.mark.parametrize("text", ["Nh", "nh", "NR", "ON", "EU"])
def test_two_letters_that_are_a_word_or_no_initials_are_nobody_s(text: str) -> None:
    assert proposed(f"Then {text} came", LATIN, someone("Olga Naumenka"), UNION) == []


def test_of_a_whole_vault_initials_are_looked_for_as_they_are_recorded() -> None:
    index = IdentityIndex([CYRILLIC], by_sound=False)
    assert [m.trait for m in index.find(SourceText("Тады Н. Г. выйшла"))] == [Trait.INITIALS]
    assert list(index.find(SourceText("Then N. H. came, NH"))) == []
