"""Rare surnames of a vault are offered in other spellings, and hardly any other word is."""

from __future__ import annotations

from importlib import resources

import pytest

from intake.redaction.lists import LANGUAGES
from intake.redaction.names.rare import FullName, RareNames
from intake.redaction.source_text import SourceText

KNOWN = [
    FullName("one", "Зорка Гусятнікава", ("гусятнікава",)),
    FullName("two", "Mikałaj Žabčyk", ("zabcyk",)),
    FullName("two", "Вера Воля", ("воля",)),
    FullName("two", "Вольга Александровіч", ("александровіч",)),
    *(FullName(str(number), "Зорка Лямпавіч", ("лямпавіч",)) for number in range(4)),
]


def found(text: str, language: str = "") -> list[str]:
    source = SourceText(text, language)
    return [text[match.start : match.end] for match in RareNames(KNOWN).find(source)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("So Gusyatnikova left", ["Gusyatnikova"]),
        ("So Husiatnikavaj we told", ["Husiatnikavaj"]),
        ("Тады Гусятниковой сказали", ["Гусятниковой"]),
        ("So Mikolai Zhabchyk left", ["Mikolai Zhabchyk"]),
        ("So Zhabchyk Mikalai left", ["Zhabchyk Mikalai"]),
        ("so mikolai zhabchyk left. and", []),
        ("So Ivan Zhabok left", []),
        ("Mikolai Zhabchyk left", ["Mikolai Zhabchyk"]),
        ("Gusyatnikova left", []),
        ("so gusyatnikova left. and", []),
        ("So Gusyatnikova and gusyatnikova left", []),
        ("So Lampavich left", []),
        ("So Zorka Lampavich left", ["Zorka Lampavich"]),
        ("So Aleksandrovich left", []),
        ("So Mr. Zhabchyk, then left", []),
        ("So Somebody Else left", []),
        ("So Igar Zhabchyk left", ["Zhabchyk"]),
        ("So Hasitanokova left", []),
    ],
)
def test_what_is_offered(text: str, hits: list[str]) -> None:
    assert found(text) == hits


def test_a_surname_that_is_a_word_is_not_offered() -> None:
    assert found("Тогда Волей назвали", "ru") == []


def test_no_word_of_the_lists_is_offered() -> None:
    lists = resources.files("intake.redaction.lists")
    names = (*(f"function_{each}" for each in LANGUAGES), "form_words", "titles", "kin")
    words = " ".join(lists.joinpath(f"{name}.txt").read_text("utf-8") for name in names)
    common = [word.capitalize() for word in words.split() if word.isalpha()]
    assert len(common) > 1_000
    assert found(" so ".join(common)) == []
