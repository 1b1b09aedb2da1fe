"""Surnames are told by their endings in all cases; everyday words are not taken for them."""

from __future__ import annotations

import pytest

from intake.redaction.people.surnames import is_surname, may_be_surname, may_open_as_surname
from intake.redaction.source_text import word_key


@pytest.mark.parametrize(
    "name",
    [
        *("Гусенко", "Гусевича", "Гусярчук", "Гусашвили", "Гусейнзаде", "Иваныч", "Сергеичу"),
        *("Gusenko", "Husievich", "Gusiewiczowi", "Gusishvili", "Gusoğlu"),
        *("გუსაშვილი", "გუსაძემ"),
    ],
)
def test_some_endings_are_of_surnames_alone(name: str) -> None:
    assert is_surname(word_key(name))


@pytest.mark.parametrize("name", ["Гусевская", "Гусевскому", "Gusowskiej", "Gusińska", "Гусейчик"])
def test_some_endings_need_a_capital(name: str) -> None:
    assert may_open_as_surname(word_key(name))
    assert not is_surname(word_key(name))


@pytest.mark.parametrize("name", ["Гусев", "Гусевой", "Гусяян", "Гусько", "Gusiov", "Husiak"])
def test_some_endings_need_a_capital_inside_a_sentence(name: str) -> None:
    key = word_key(name)
    assert may_be_surname(key)
    assert not may_open_as_surname(key)


@pytest.mark.parametrize("word", ["хлеб", "будзе", "горадзе", "window", "они", "ся", "коленка"])
def test_everyday_words_are_no_surnames(word: str) -> None:
    assert not may_open_as_surname(word_key(word))
