"""The shipped word lists: how they are read, and that no public name swallows a person's."""

from __future__ import annotations

from importlib import resources

import pytest

from intake.redaction import lists
from intake.redaction.lists import LANGUAGES, WordList, is_function_word, named, numbered, words
from intake.redaction.source_text import word_key

FILES = [
    entry.name.removesuffix(".txt")
    for entry in resources.files(lists).iterdir()
    if entry.name.endswith(".txt")
]


def test_a_stem_takes_an_ending_of_at_most_four_letters() -> None:
    forms = WordList(["goose", "swan*"])
    held = [word for word in ("goose", "gooses", "swan", "swanlike", "swanlikes") if word in forms]
    assert held == ["goose", "swan", "swanlike"]
    assert len(forms) == 2


def test_words_are_folded_as_texts_are() -> None:
    assert "zolw" in WordList(["Żółw"])


@pytest.mark.parametrize("name", FILES)
def test_every_list_has_words_and_no_line_out_of_form(name: str) -> None:
    assert len(words(name)) > 0


def test_there_is_a_list_of_small_words_for_every_language() -> None:
    assert {f"function_{language}" for language in LANGUAGES} <= set(FILES)


def test_small_words_of_an_unknown_language_are_those_of_all() -> None:
    assert is_function_word("када", "") is False
    assert is_function_word("калі", "be")
    assert not is_function_word("калі", "pl")
    assert is_function_word("калі", "ka")


def test_lines_are_read_by_number_and_by_use() -> None:
    assert {number for number, _ in numbered("months")} == set(range(13))
    assert "5" not in words("numbers")
    assert "числа" in named("date_words", "day")
    assert "числа" not in named("date_words", "year")


@pytest.mark.parametrize(
    "name",
    [
        *("Палина", "Polina", "Литвин", "Литвинчук", "Чехов", "Францевич", "Рада", "Шведов"),
        *("Полищук", "Russell", "Германович", "Туркин", "Ляхович", "Englert", "Георгий"),
    ],
)
def test_no_public_name_swallows_a_name_of_a_person(name: str) -> None:
    assert word_key(name) not in words("public_names")


def test_what_was_asked_is_remembered_and_forgotten_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "_MOST_REMEMBERED", 2)
    geese = lists.WordList(["goos*", "gander"])
    for _ in range(2):
        assert [word in geese for word in ("goose", "gander", "swan", "goosy")] == [
            True,
            True,
            False,
            True,
        ]
    assert geese.holds.cache_info().currsize == 2  # type: ignore[attr-defined]  # a function that remembers


def test_an_abbreviation_is_public_only_in_its_capitals() -> None:
    public = words("public_names")
    assert public.means("гуд", "ГУД")
    assert public.means("гуд", "гуд")
    assert not public.means("гуд", "Гуд")
    assert public.means("belarus", "Belarus")
