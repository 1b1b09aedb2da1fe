"""Settlements in a text: how sure each is, and what the words around it say."""

from __future__ import annotations

import pytest

from intake.redaction.detectors.settlements import find_settlements
from intake.redaction.source_text import SourceText
from intake.redaction.suggest import suggest
from intake.redaction.suggestion import Profile

SURE = 0.5


def scores(text: str, language: str) -> dict[str, float]:
    found = sorted(find_settlements(SourceText(text, language)), key=lambda hit: hit.score)
    return {text[hit.start : hit.end]: hit.score for hit in found}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Тогда я увидела Телеханы.", "Телеханы"),
        ("ru", "Телеханы я помню плохо.", "Телеханы"),
        ("ru", "Потом жили в Мостах.", "Мостах"),
        ("ru", "Прошли Телеханы, Мосты и Жабинку.", "Жабинку"),
        ("ru", "Прошли Телеханы, Мосты.", "Мосты"),
        ("ru", "ехали из телехан. никто не спал. было темно", "телехан"),
        ("ru", "Приехал в с. Мосты.", "Мосты"),
        ("uk", "Тоді ми побачили місто Марина.", "Марина"),
        ("pl", "Mieszkała w Lidzie.", "Lidzie"),
        ("en", "the outskirts of Lida", "Lida"),
        ("", "Wir kamen über Suwałki.", "Suwałki"),
        ("ka", "ბათუმი ზღვასთანაა", "ბათუმი"),
        ("ka", "მან ქალაქ გორი დატოვა", "გორი"),
    ],
)
def test_a_place_that_can_be_nothing_else_is_sure(language: str, text: str, name: str) -> None:
    assert scores(text, language)[name] >= SURE


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Тогда пришли Мосты.", "Мосты"),
        ("ru", "Это жители Телехан.", "Телехан"),
        ("ru", "Прошли Телеханы но Мосты нет.", "Мосты"),
        ("ru", "Прошли Телеханы. Он, Мосты, там.", "Мосты"),
    ],
)
def test_a_place_that_may_be_something_else_is_doubtful(
    language: str, text: str, name: str
) -> None:
    assert 0 < scores(text, language)[name] < SURE


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мосты развели. Телехан было жаль."),
        ("ru", "Тогда пришла Марина с Лидой, от Лилии."),
        ("ru", "Ушли в мосты, в телеханы не попали."),
        ("ru", "Было в 2020 г. Тогда молчали. Г. Иванов молчал. В 2020 с. Лида."),
        ("ru", "г, Брест и деревня, Брест\nдеревня"),
        ("en", "The Polish region is large. Our district, the village of\nthe city of"),
        ("en", "Belarus region and my region"),
        ("pl", "W powiecie było cicho, powiat 7, gmina\nPolska"),
        ("ru", "новая боровая стояла. Новая мебель и Новая боровая"),
        ("ru", "Ош был. Ее там нет. Был там Арт и арт из Арт."),
    ],
)
def test_words_and_people_are_no_places(language: str, text: str) -> None:
    found = scores(text, language)
    assert [name for name, score in found.items() if score >= SURE and name != "Брест"] == []


def test_words_of_a_long_name_are_written_as_names_are() -> None:
    assert "новая боровая" in scores("новая боровая опустела. все ушли. никого нет", "ru")
    assert "Новая Боровая" in scores("Там Новая Боровая", "ru")


def test_a_person_of_two_names_needs_a_word_for_places() -> None:
    text = "Там стоял Иван Франко."
    assert all(score < SURE for score in scores(text, "ru").values())


def test_a_doubtful_place_is_proposed_in_the_strict_profile_alone() -> None:
    text = "Тогда пришли Городок."
    strict = suggest(text, language="ru")
    balanced = suggest(text, language="ru", profile=Profile.BALANCED)
    assert "place" in {hit.source for hit in strict}
    assert "place" not in {hit.source for hit in balanced}


def test_behind_a_noun_only_so_many_words_are_read() -> None:
    found = scores("в деревне Ыа Ыб Ыв Ыг Ыд", "ru")
    assert found == {"Ыа Ыб Ыв Ыг": 0.85}


def test_countries_and_public_bodies_stay() -> None:
    text = "We wrote from Poland to the KGB, GUBOPiK, the Ministry of Justice, the UN and Amnesty."
    assert scores(text, "en") == {}
