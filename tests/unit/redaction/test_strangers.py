"""Words that no language has are proposed in small letters, and are sure with a capital."""

from __future__ import annotations

import pytest

from intake.domain.marks import MarkKind
from intake.redaction.source_text import SourceText
from intake.redaction.strangers import (
    is_plain_word,
    is_stranger,
    strangers,
    without_plain_words,
)
from intake.redaction.suggest import suggest
from intake.redaction.suggestion import Profile, Suggestion


def strange(text: str, language: str) -> list[str]:
    return [text[token.start : token.end] for token in strangers(SourceText(text, language))]


def masked(text: str, language: str, profile: Profile = Profile.STRICT) -> list[str]:
    found = suggest(text, language=language, profile=profile)
    return [text[hit.start : hit.end] for hit in found]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "they asked about zwarnolp and the neighbour cried", ["zwarnolp"]),
        ("ru", "спрашивали про хвощиляку, соседка плакала", ["хвощиляку"]),
        ("be", "пыталі пра гуселапеньку, суседка плакала", ["гуселапеньку"]),
        ("uk", "питали про хвощиляку, сусідка плакала", ["хвощиляку"]),
        ("pl", "pytali o brzdęgaluka, sąsiadka płakała", ["brzdęgaluka"]),
        ("ru", "спрашивали про zwarnolp, соседка плакала", ["zwarnolp"]),
        ("de", "man fragte nach zwarnolp und die nachbarin weinte", []),
        ("ka", "ბატი იყო სახლში", []),
        ("ru", "это был кгб из минска и оон", []),
    ],
)
def test_strangers_are_found_in_small_letters(language: str, text: str, found: list[str]) -> None:
    assert strange(text, language) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("then g. p. came for us", ["g", "p"]),
        ("then g. zwarnolp came for us", ["g", "zwarnolp"]),
        ("then rose g. came for us", ["g"]),
        ("we met at 5 p.m. in the yard, e.g. the geese", []),
        ("we went to plan b. they stayed", []),
    ],
)
def test_initials_are_found_beside_one_another_and_beside_names(
    text: str, found: list[str]
) -> None:
    assert strange(text, "en") == found


def test_a_text_in_capitals_is_read_as_one_without() -> None:
    text = "IN THE MORNING THE POLICE CAME AND ASKED FOR ZWARNOLP. MY NEIGHBOUR CRIED."
    assert SourceText(text, "en").shouts
    assert SourceText(text, "en").ignores_case
    assert strange(text, "en") == ["ZWARNOLP"]


def test_a_name_in_capitals_shouts_nothing() -> None:
    for text in ("ZWARNOLP", "Then ZWARNOLP came to the KGB and the UN."):
        assert not SourceText(text, "en").shouts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Then Zwarnolp came."),
        ("en", "Zwarnolp came."),
        ("ru", "Потом пришёл Хвощиляка."),
        ("be", "Подпіс: Гуселапенька."),
        ("pl", "Potem przyszedł Brzdęgaluk."),
    ],
)
def test_a_stranger_with_a_capital_is_proposed_in_both_profiles(language: str, text: str) -> None:
    (word,) = masked(text, language)
    assert masked(text, language, Profile.BALANCED) == [word]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "ZWRN came."), ("de", "Dann kam Zwarnolp."), ("", "Then Zwarnolp came.")],
)
def test_abbreviations_and_other_languages_are_left_to_strict(language: str, text: str) -> None:
    source = SourceText(text, language)
    assert not any(is_stranger(source, token) for token in source.tokens)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Interrogated again, we waited."),
        ("be", "Забралі мяне ўначы."),
        ("pl", "Zabrali mnie w nocy."),
    ],
)
def test_openings_that_are_words_and_no_names_are_spared(language: str, text: str) -> None:
    source = SourceText(text, language)
    assert is_plain_word(source, source.tokens[0])
    assert masked(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rose again came, we waited."),  # a word and a name
        ("en", "Zwarnolp again, we waited."),
        ("be", "Мароз забраў мяне."),
        ("de", "Nachbarin weinte."),
    ],
)
def test_openings_that_may_be_names_are_proposed(language: str, text: str) -> None:
    source = SourceText(text, language)
    assert not is_plain_word(source, source.tokens[0])
    assert masked(text, language) == [text.split(maxsplit=1)[0]]


def test_the_words_beside_a_name_are_no_part_of_it() -> None:
    source = SourceText("тогда Гусяковенко сказал и гусячина ушла вечером", "ru")
    wide = Suggestion(0, len(source.text), MarkKind.PERSON, "names_be", 0.5)
    left = [source.text[hit.start : hit.end] for hit in without_plain_words(source, wide)]
    assert left == ["Гусяковенко", "гусячина"]
    name = wide._replace(start=6, end=18)
    assert list(without_plain_words(source, name)) == [name]
