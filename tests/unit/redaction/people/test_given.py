"""Given names are known in all cases and alphabets; what is also a word is told apart."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from intake.redaction.people.given import Given, given
from intake.redaction.source_text import word_key


@pytest.mark.parametrize(
    "name",
    [
        *("Матильда", "Матильду", "Матильдой", "Зураба", "Тимуру", "Серёга"),
        *("Кастусь", "Кастуся", "Вінцука", "Зоську", "Мефодія", "Марічка"),
        *("Leokadia", "Leokadii", "Ignacego", "Jadzię", "Zbyszkowi"),
        *("Siarhei", "Hanna", "Vadzik", "Kostya", "Kostia", "Ingrid"),
        *("ნინო", "გიორგის", "ზურაბმა", "رضا", "خالد", "وخالد", "علی", "علي"),
    ],
)
def test_a_name_is_known_in_its_cases(name: str) -> None:
    assert given(word_key(name)) is Given.NAME


@pytest.mark.parametrize("name", ["Роза", "розу", "вера", "will", "Róża"])
def test_a_name_that_is_a_word_says_less(name: str) -> None:
    assert given(word_key(name)) is Given.WORD


@pytest.mark.parametrize("word", ["album", "genie", "генов", "Хилою"])
def test_a_word_that_only_looks_like_a_case_of_a_name_says_least(word: str) -> None:
    assert given(word_key(word)) is Given.FORM


@pytest.mark.parametrize("word", ["пришли", "хлеб", "window", "powiedział", "ўчора", "ле"])
def test_other_words_are_no_names(word: str) -> None:
    assert given(word_key(word)) is Given.NO


def test_the_table_is_what_its_script_writes() -> None:
    script = (Path(__file__).parents[4] / "packaging" / "make_given_names.py").read_text("utf-8")
    head = script.split('HEAD = """', 1)[1].split('"""', 1)[0]
    table = resources.files("intake.redaction.people").joinpath("given.txt").read_text("utf-8")
    assert table.startswith(head)
    assert not table.removeprefix(head).startswith("#")
