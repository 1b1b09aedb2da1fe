"""Bodies that are singled out are proposed; kinds of bodies, which single nobody out, are not."""

from __future__ import annotations

import pytest

from intake.redaction.detectors import organisations
from intake.redaction.source_text import SourceText


def found(text: str, language: str = "en") -> list[str]:
    return [text[hit.start : hit.end] for hit in organisations.find(SourceText(text, language))]


@pytest.mark.parametrize(
    "text",
    [
        "Then the Administrative Court wrote back.",
        "She asked the Public Library and the Military Hospital.",
    ],
)
def test_a_kind_of_body_singles_nobody_out(text: str) -> None:
    assert found(text) == []


def test_a_kind_of_body_belongs_to_the_name_before_it() -> None:
    assert found("Then the Gooseham Administrative Court wrote.") == [
        "Gooseham Administrative Court"
    ]


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        ("Она работала на мебельной фабрике «Гусь».", "ru", "мебельной фабрике «Гусь"),
        ("Ён быў у папраўчай калоніі № 4 летам.", "be", "папраўчай калоніі № 4"),
        ("Szkoła Podstawowa nr 6 była zamknięta.", "pl", "Szkoła Podstawowa nr 6"),
        ("Miał warsztat lutniczy „Gęś” w domu.", "pl", "warsztat lutniczy „Gęś"),
        ("Били в Гусином РОВД всю ночь.", "ru", "Гусином РОВД"),
    ],
)
def test_adjectives_belong_to_a_body_that_is_named(text: str, language: str, body: str) -> None:
    hits = list(organisations.find(SourceText(text, language)))
    assert [text[hit.start : hit.end] for hit in hits if hit.score > 0.5] == [body]


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        ("Он лежал в областной детской больнице.", "ru", "областной детской больнице"),
        ("Я служыў у тэатры лялек гадамі.", "be", "тэатры лялек"),
        ("Работал на заводе тракторных прицепов.", "ru", "заводе тракторных прицепов"),
        ("I spent years at the locomotive depot.", "en", "locomotive depot"),
        ("Pracowałam w miejskiej bibliotece.", "pl", "miejskiej bibliotece"),
    ],
)
def test_a_body_that_is_only_described_is_less_certain(text: str, language: str, body: str) -> None:
    hits = list(organisations.find(SourceText(text, language)))
    assert [(text[hit.start : hit.end], hit.score) for hit in hits] == [(body, 0.3)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мы стояли у новой школы.", "ru"),
        ("Мы пришли в школу рано.", "ru"),
        ("Там завод. Больших труб нет.", "ru"),
        ("Там был завод этих людей.", "ru"),
        ("We stood by the new school.", "en"),
        ("We ran to school at night.", "en"),
        ("Szkoła zamknięta była długo.", "pl"),
        ("Он сказал: это суд", "ru"),
    ],
)
def test_a_body_of_which_nothing_is_said_is_left_alone(text: str, language: str) -> None:
    assert found(text, language) == []
