"""People whom nobody recorded are found by their given names, wherever these stand."""

from __future__ import annotations

import pytest

from intake.redaction.detectors import given_names
from intake.redaction.source_text import SourceText
from intake.redaction.suggest import suggest
from intake.redaction.suggestion import Profile


def found(text: str, language: str = "", least: float = 0.5) -> set[str]:
    hits = given_names.find(SourceText(text, language))
    return {text[hit.start : hit.end] for hit in hits if hit.score >= least}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Матильда открыла дверь.", "Матильда"),
        ("Они ушли. Матильду никто не видел.", "Матильду"),
        ("— Матильда, где ключ?", "Матильда"),
        ("Он крикнул: «Матильда, стой!»", "Матильда"),
        ("Прыйшла Зоська з хлебам.", "Зоська"),
        ("Мефодія забрали вночі.", "Мефодія"),
        ("Leokadię zabrali w nocy.", "Leokadię"),
        ("Kostya opened the door.", "Kostya"),
        ("Then Ingrid Gooseham came.", "Ingrid Gooseham"),
        ("Rose Gooseham opened the door.", "Rose Gooseham"),
        ("Вероника открыла дверь.", "Вероника"),
        ("It was Rose who came.", "Rose"),
        ("Потом Яна ушла.", "Яна"),
        ("ჩვენთან ზურაბი მოვიდა", "ზურაბი"),
        ("ჩვენ ვნახეთ ზურაბს იქ", "ზურაბს"),
        ("رأينا خالد هناك", "خالد"),
    ],
)
def test_a_given_name_is_found_at_any_place(text: str, name: str) -> None:
    assert name in found(text, "ru" if name == "Яна" else "")


@pytest.mark.parametrize(
    "text",
    [
        "Вера помогает жить, и вера остаётся.",
        "Will you come? I will not.",
        "A rose stood by the window.",
        "Май был холодным.",
        "У людей есть надежда.",
    ],
)
def test_a_word_is_not_taken_for_a_name(text: str) -> None:
    assert found(text) == set()


def test_a_name_that_stands_in_small_letters_too_needs_a_surname_at_the_start() -> None:
    assert found("Matilda was a waltz, and matilda was played.") == set()
    assert found("Rose Gooseham sang, and a rose fell.") == {"Rose Gooseham"}


def test_where_nobody_uses_capitals_none_is_asked_for() -> None:
    text = "меня нашла матильда гусевич. потом пришёл зураб. он молчал."
    assert {"матильда гусевич", "зураб"} <= found(text, "ru")
    assert "роза" in found("пришла роза. она молчала. мы тоже.", "ru", 0.2)
    assert "роза" not in found("пришла роза. она молчала. мы тоже.", "ru", 0.5)
    assert "ewa gusowska" in found("wczoraj ewa gusowska przyszła. potem nic. i tyle.", "pl")


def test_a_verb_behind_a_name_in_small_letters_is_no_surname() -> None:
    assert "зураба забрали" not in found("потом зураба забрали. он молчал. мы тоже.", "ru")


def test_a_name_without_its_capital_goes_to_the_strict_profile_alone() -> None:
    text = "Потом матильда ушла домой."
    for profile, expected in ((Profile.STRICT, True), (Profile.BALANCED, False)):
        hits = suggest(text, language="ru", profile=profile)
        assert any(text[hit.start : hit.end] == "матильда" for hit in hits) is expected


@pytest.mark.parametrize(
    ("text", "language", "name", "wide"),
    [
        ("من زهرا غازی هستم", "fa", "زهرا", "زهرا غازی"),
        ("پسرم علی رفت", "fa", "علی", "علی رفت"),
        ("потом рашид грач пришёл. он молчал. мы тоже.", "ru", "рашид", "рашид грач"),
    ],
)
def test_what_may_be_a_surname_behind_a_name_goes_to_the_strict_profile(
    text: str, language: str, name: str, wide: str
) -> None:
    assert found(text, language, 0.3) == {name, wide}
    assert found(text, language) == {name}


@pytest.mark.parametrize("text", ["ذهبنا على الطريق", "ذهبنا الى هناك"])
def test_a_small_word_of_arabic_is_not_taken_for_ali(text: str) -> None:
    assert found(text, "ar", 0.0) == set()


def test_a_number_is_no_surname() -> None:
    text = "потом рашид 4575 пришёл. он молчал. мы тоже."
    assert found(text, "ru", 0.0) == {"рашид"}


def test_nothing_follows_the_last_word() -> None:
    assert found("потом рашид", "ru", 0.3) == {"рашид"}


def test_a_short_word_in_small_letters_is_no_name_alone() -> None:
    assert found("потом ева ушла. он молчал. мы тоже.", "ru", 0.0) == set()


def test_names_of_the_public_and_of_everyday_are_passed_over() -> None:
    assert found("Georgia and India are far.", "en", 0.0) == set()
