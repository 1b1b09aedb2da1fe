"""Given names are known in all cases and alphabets; what is also a word is told apart."""

from __future__ import annotations

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


@pytest.mark.parametrize("word", ["пришли", "хлеб", "window", "powiedział", "ўчора", "ле"])
def test_other_words_are_no_names(word: str) -> None:
    assert given(word_key(word)) is Given.NO
