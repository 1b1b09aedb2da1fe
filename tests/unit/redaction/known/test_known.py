"""Words are told from names in each language; a word that is there is never taken for a name."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.redaction import known, lists
from intake.redaction.known import (
    CYRILLIC,
    LANGUAGES,
    LATIN,
    is_also_name,
    is_known,
    is_lettered,
    readers_of,
    row_of,
)
from intake.redaction.source_text import word_key

WORDS = {
    "en": ("goose", "neighbours", "interrogated", "don't"),
    "ru": ("гусята", "допрашивали", "подъезде", "ёлками"),
    "be": ("гусяняты", "дапытвалі", "суседзямі", "аб'явы"),
    "uk": ("гусенята", "допитували", "сусідами", "під'їзді"),
    "pl": ("gęsiami", "przesłuchiwali", "przesłuchaniom", "niepotrzebnych"),
}
# Made up for this test: no language has them.
NO_WORDS = ("gusiakowycz", "zwarnolp", "хвощиляка", "гуселапенька", "brzdęgaluk")


@pytest.mark.parametrize(
    ("language", "word"), [(each, word) for each, found in WORDS.items() for word in found]
)
def test_inflected_words_of_each_language_are_known(language: str, word: str) -> None:
    assert is_known(word_key(word), frozenset({language}))


@pytest.mark.parametrize("word", NO_WORDS)
def test_what_no_language_has_is_unknown(word: str) -> None:
    own = CYRILLIC if word[0] > "z" else LATIN
    assert not is_known(word_key(word), own)


def test_neighbours_words_are_known_where_people_mix_them() -> None:
    assert is_known("допрашивали", frozenset({"be"}))
    assert is_known("допрашивали", frozenset({"uk"}))
    assert not is_known("дапытвалі", frozenset({"ru"}))


def test_soft_signs_of_the_older_spelling_are_no_other_word() -> None:
    assert is_known(word_key("дзьвярах"), frozenset({"be"}))
    assert not is_known(word_key("дзьвярах"), frozenset({"ru"}))


def test_a_word_that_is_denied_is_the_word() -> None:
    assert is_known("nie" + "gęsiego".replace("ę", "e"), frozenset({"pl"}))
    assert not is_known("niezwarnolp", frozenset({"pl"}))
    assert not is_known("nie" + "zw", frozenset({"pl"}))


def test_short_words_tell_nothing_and_no_language_knows_none() -> None:
    assert is_known("xq", frozenset({"en"}))
    assert not is_known("goose", frozenset())


def test_common_words_that_are_names_are_told_apart() -> None:
    assert is_known("rose", frozenset({"en"}))
    assert is_also_name("rose")
    assert not is_also_name("interrogated")


@pytest.mark.parametrize(
    ("language", "voted", "keys", "expected"),
    [
        ("ru", ["ru"], ["гусь", "был"], {True: {"ru"}, False: LATIN}),
        ("en", ["en", "pl"], ["goose", "was"], {True: CYRILLIC, False: {"en", "pl"}}),
        ("", [], ["goose"], {True: CYRILLIC, False: LATIN}),
        ("", ["uk"], ["гусь"], {True: {"uk"}, False: LATIN}),
        # German has no list: its own words must not pass for names.
        ("de", ["en"], ["gans", "war"], {True: CYRILLIC}),
        # Belarusian in Latin letters, with a word or two in Cyrillic.
        ("be", ["pl"], ["husi", "byli", "гусь"], {True: {"be"}}),
        ("fa", [], ["غاز", "goose"], {True: CYRILLIC}),
    ],
)
def test_words_are_asked_of_what_can_tell(
    language: str, voted: list[str], keys: list[str], expected: dict[bool, set[str]]
) -> None:
    assert dict(readers_of(keys, language, voted)) == expected


def test_only_two_alphabets_are_asked() -> None:
    words = ("goose", "гусь", "ბატი", "غاز", "a1")
    assert [word for word in words if is_lettered(word)] == ["goose", "гусь"]


@given(st.sets(st.text(string.ascii_lowercase, min_size=3, max_size=12), min_size=1, max_size=60))
def test_every_word_of_a_row_is_found(words: set[str]) -> None:
    row = row_of(words)
    assert all(known._has(row, word) for word in words)
    assert row == row_of(sorted(words))


def test_few_of_other_words_are_taken_for_one() -> None:
    row = row_of(f"goose{number}" for number in range(5000))
    wrong = sum(known._has(row, f"swan{number}") for number in range(5000))
    assert 0 < wrong < 5000 * 0.04


def test_every_language_that_has_lists_has_its_words() -> None:
    assert set(lists.LANGUAGES) <= LANGUAGES
