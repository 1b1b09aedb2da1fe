"""Differences: of all forms that the table can make, none is given a case that it is not."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest

from intake.redaction.matches import Way
from intake.redaction.names.declensions import Case, Gender, NamePart
from intake.redaction.names.differences import Comparison
from intake.redaction.names.roles import NamedWord
from intake.redaction.reasons import Manner, Script

PARTS = {"s": NamePart.SURNAME, "g": NamePart.GIVEN_NAME, "p": NamePart.PATRONYMIC}
GENDERS = {"m": Gender.MAN, "f": Gender.WOMAN, "x": None}
LINES = [
    line
    for line in resources.files("intake.redaction.names")
    .joinpath("declensions.txt")
    .read_text("utf-8")
    .splitlines()
    if line and not line.startswith(("#", "la"))
]


def forms(line: str) -> Iterator[tuple[NamePart, Gender | None, str, str, Case]]:
    """Yield part, gender, nominative, form and its case of an invented name for a line."""
    head, _, sides = line.partition("|")
    stem = "Zmysl" if head.startswith("pl") else "Вымыт"
    for part in head.split()[1]:
        for side in sides.split(";"):
            gender, nominative, *columns = side.split()
            lemma = stem + nominative.replace("-", "")
            for case, column in zip(list(Case)[1:], columns, strict=True):
                for ending in column.split("/"):
                    if ending != "0":
                        yield PARTS[part], GENDERS[gender], lemma, stem + ending, case


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("is_known", [True, False])
def test_the_case_of_a_form_is_always_among_those_that_are_told(
    line: str, *, is_known: bool
) -> None:
    for part, gender, lemma, form, case in forms(line):
        known = NamedWord(lemma, part if is_known else None)
        whose = gender if is_known else None
        for language in (line[:2], "", "de" if line[:2] != "pl" else "pl"):
            found = Comparison(known, whose, language).difference(form, Way.ENDING)
            assert case in found.cases, (lemma, form)


@pytest.mark.parametrize(
    ("recorded", "word", "way", "manner"),
    [
        ("Выдумкин", "Выдумкинскому", Way.ENDING, Manner.ENDING),
        ("Vydumkin", "Выдумкин", Way.SOUND, Manner.SCRIPT),
        ("Vydumkin", "Widumkin", Way.SOUND, Manner.SPELLING),
        ("Мария", "Маша", Way.SOUND, Manner.OTHER_FORM),
        ("Мария", "Maryja", Way.SOUND, Manner.SCRIPT),
    ],
)
def test_the_manner_is_told(recorded: str, word: str, way: Way, manner: Manner) -> None:
    found = Comparison(NamedWord(recorded, None), None, "en").difference(word, way)
    assert found.manner is manner


def test_an_alphabet_that_nobody_knows_is_not_named() -> None:
    compared = Comparison(NamedWord("Vydumkin", None), None, "")
    assert compared.difference("ቪዱምኪን", Way.SOUND).script is None
    assert compared.difference("Выдумкин", Way.SOUND).recorded is Script.LATIN
