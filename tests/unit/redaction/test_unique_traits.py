"""Phrases that single one person out are proposed; the only chair of a room is not somebody."""

from __future__ import annotations

import pytest

from intake.redaction.detectors import unique_traits
from intake.redaction.source_text import SourceText


def found(text: str, language: str, least: float = 0.0) -> list[str]:
    hits = unique_traits.find(SourceText(text, language))
    return [text[hit.start : hit.end] for hit in hits if hit.score >= least]


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("She is the only neurosurgeon in Gooseham.", "en", "the only neurosurgeon in Gooseham"),
        ("He was the first man to swim it.", "en", "the first man to swim it"),
        ("She is one of two women on board.", "en", "one of two women on board"),
        ("Он единственный хирург в районе.", "ru", "единственный хирург в районе"),
        ("Она самая молодая машинистка метро.", "ru", "самая молодая машинистка метро"),
        ("Ён адзіны каваль у ваколіцы.", "be", "адзіны каваль у ваколіцы"),
        ("Вона перша жінка в екіпажі.", "uk", "перша жінка в екіпажі"),
        ("Jest jedynym weterynarzem w gminie.", "pl", "jedynym weterynarzem w gminie"),
    ],
)
def test_the_only_one_is_specific(text: str, language: str, phrase: str) -> None:
    assert found(text, language, 0.5) == [phrase]


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("I was head of the burns ward.", "en", "head of the burns ward"),
        ("She was principal oboist of the band.", "en", "principal oboist of the band"),
        ("Он заместитель главного инженера.", "ru", "заместитель главного инженера"),
        ("Он главный инженер завода.", "ru", "главный инженер завода"),
        ("Была завідувачкою відділу і пішла.", "uk", "завідувачкою відділу"),
        ("Jest dyrektorką muzeum od lat.", "pl", "dyrektorką muzeum"),
        ("Есть шрам над левой бровью.", "ru", "шрам над левой бровью"),
        ("У него нет фаланги на пальце.", "ru", "нет фаланги на пальце"),
        ("Scar on the chin.", "en", "Scar on the chin"),
        ("He has a tattoo of a goose, blue.", "en", "tattoo of a goose, blue"),
    ],
)
def test_posts_and_marks_are_proposed_with_less_certainty(
    text: str, language: str, phrase: str
) -> None:
    assert phrase in found(text, language)
    assert found(text, language, 0.5) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I only wanted water.", "en"),
        ("We were the only.", "en"),
        ("It was the first time that I saw it.", "en"),
        ("One of us was ill.", "en"),
        ("Начальник Гусев молчал.", "ru"),
        ("Это главная задача отдела.", "ru"),
        ("The chief said nothing.", "en"),
        ("The first doctor.", "en"),
        ("Директор", "ru"),
        ("He was the head of", "en"),
    ],
)
def test_other_clauses_are_left_alone(text: str, language: str) -> None:
    assert found(text, language) == []


def test_a_small_word_behind_a_post_is_no_part_of_it() -> None:
    assert found("She was the head of state of the", "en") == ["the head of state"]


def test_the_only_thing_is_less_certain_than_the_only_surgeon() -> None:
    assert found("It was the only lamp in the cell.", "en", 0.5) == []
    assert found("It was the only lamp in the cell.", "en") == ["the only lamp in the cell"]
