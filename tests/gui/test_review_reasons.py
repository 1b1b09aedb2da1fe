"""The reasons in the list of marks: from the record where it tells, found once, whole on asking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Identity, Role
from intake.gui.i18n import ENGLISH, Interpreter
from intake.gui.models.marks_model import Column, MarksModel
from intake.gui.review.marks_table import MarksTable
from intake.gui.review.reason_words import (
    CASE_WORDS,
    CUE_WORDS,
    GENDER_WORDS,
    PART_WORDS,
    SCRIPT_WORDS,
    in_full,
    in_short,
    with_cue,
)
from intake.redaction.names.declensions import Case, Gender
from intake.redaction.reasons import Cue, Inflection, Manner, Part, Reason, Script

P2 = PersonId("p2")
TEXT = "Потом Выдумкиным звали. Видели майора Лампина. Гуси 12345."
HERO = Identity("P2", Role.WITNESS, ("Иван Никонович Выдумкин",))
WHOLE = Qt.ItemDataRole.ToolTipRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def mark(words: str, source: str, kind: MarkKind = MarkKind.PERSON) -> Mark:
    start = TEXT.index(words)
    made = Mark(MarkId(words), start, start + len(words), kind, source=source)
    return replace(made, person_id=P2) if source.startswith("identity") else made


MARKS = (
    mark("Выдумкиным", "identity_ending"),
    mark("Лампина", "strict", MarkKind.OTHER),
    mark("Гуси", "names_be"),
    mark("12345", "strict", MarkKind.NUMBER),
)


@pytest.fixture
def model(qtbot: QtBot) -> MarksModel:
    made = MarksModel()
    made.explain_by(TEXT, "ru", {P2: HERO})
    made.show_marks(TEXT, MARKS)
    return made


@pytest.fixture
def interpreter(qtbot: QtBot) -> Iterator[Interpreter]:
    made = Interpreter()
    yield made
    made.speak(ENGLISH)


def why(
    part: Part,
    manner: Manner | None = None,
    inflections: tuple[Inflection, ...] = (),
    script: Script | None = None,
    recorded: Script | None = None,
) -> Reason:
    """Return a sure reason about P2."""
    return Reason(
        part,
        ("P2",),
        manner=manner,
        inflections=inflections,
        script=script,
        recorded=recorded,
    )


def said(model: MarksModel, key: str, role: int = Qt.ItemDataRole.DisplayRole) -> object:
    return model.index(model.row_of(key), Column.WHY).data(role)


def test_a_row_says_what_of_whom_it_is(model: MarksModel) -> None:
    assert said(model, "Выдумкиным") == "P2: surname, instrumental"
    whole = "This leads to P2: surname. Its ending is not the recorded one. Case: instrumental."
    assert said(model, "Выдумкиным", WHOLE) == said(model, "Выдумкиным", SPOKEN) == whole


def test_a_row_of_nobody_says_what_stands_before_it(model: MarksModel) -> None:
    assert said(model, "Лампина") == "may be a name, behind a title"
    assert said(model, "Лампина", WHOLE) == said(model, "Лампина")
    assert said(model, "Гуси") == "looks like a name, at the start of a sentence"
    assert said(model, "12345") == "a number"


def test_every_cell_is_shown_whole_on_asking(model: MarksModel) -> None:
    for row in range(model.rowCount()):
        for column in (Column.WORDS, Column.KIND, Column.DECISION):
            index = model.index(row, column)
            assert index.data(WHOLE) == index.data() != ""


def test_a_reason_is_found_when_it_is_shown_and_only_once(model: MarksModel) -> None:
    assert not model._reasons
    said(model, "Выдумкиным")
    (before,) = model._reasons.values()
    decided = tuple(replace(each, decision=Decision.MASK) for each in MARKS)
    model.show_marks(TEXT, decided)
    said(model, "Выдумкиным", WHOLE)
    (after,) = model._reasons.values()
    assert after is before


def test_another_record_gives_other_reasons(model: MarksModel) -> None:
    assert said(model, "Выдумкиным") == "P2: surname, instrumental"
    other = replace(HERO, names=("Выдумкина Мария",))
    model.explain_by(TEXT, "ru", {P2: other})
    assert said(model, "Выдумкиным") == "P2: surname, the form for a man"
    model.explain_by(TEXT, "ru", {})
    assert said(model, "Выдумкиным") == "a recorded name with another ending"


@pytest.mark.parametrize(
    ("reason", "short", "whole"),
    [
        (Reason(), "", ""),
        (
            Reason(Part.GIVEN_NAME, ("P2", "P3"), is_sure=False, manner=Manner.OTHER_FORM),
            "perhaps P2 or P3: given name, another form",
            (
                "This may lead to P2 or P3: given name. It is another form of the recorded name: "
                "short, fond, or of another language."
            ),
        ),
        (
            why(Part.PHONE),
            "P2: telephone number",
            "This leads to P2: telephone number.",
        ),
        (
            why(
                Part.SURNAME,
                Manner.ENDING,
                (
                    Inflection((Case.GENITIVE, Case.ACCUSATIVE)),
                    Inflection((Case.NOMINATIVE,), Gender.WOMAN),
                ),
            ),
            "P2: surname, genitive or accusative, or the form for a woman",
            (
                "This leads to P2: surname. Its ending is not the recorded one. "
                "Case: genitive or accusative. It can be the form for a woman."
            ),
        ),
        (
            why(
                Part.SURNAME,
                Manner.ENDING,
                (Inflection((Case.GENITIVE, Case.DATIVE, Case.LOCATIVE)),),
            ),
            "P2: surname, another ending",
            (
                "This leads to P2: surname. Its ending is not the recorded one. "
                "Case: genitive, dative or locative."
            ),
        ),
        (
            why(
                Part.SURNAME,
                Manner.ENDING,
                (Inflection((Case.INSTRUMENTAL,), Gender.MAN),),
            ),
            "P2: surname, the form for a man",
            (
                "This leads to P2: surname. Its ending is not the recorded one. "
                "It can be the form for a man (instrumental)."
            ),
        ),
        (
            why(Part.FULL_NAME, Manner.SCRIPT, (), Script.LATIN, Script.CYRILLIC),
            "P2: full name, in Latin letters",
            "This leads to P2: full name. Written in Latin letters; recorded in Cyrillic letters.",
        ),
        (
            why(Part.GIVEN_NAME, Manner.OTHER_FORM, (Inflection((Case.DATIVE,)),)),
            "P2: given name, another form",
            (
                "This leads to P2: given name. It is another form of the recorded name: short, "
                "fond, or of another language. Case: dative."
            ),
        ),
    ],
)
def test_a_reason_is_put_into_words(reason: Reason, short: str, whole: str) -> None:
    assert in_short(reason) == short
    assert in_full(reason) == whole


def test_there_is_a_word_for_every_value() -> None:
    assert PART_WORDS.keys() == set(Part)
    assert CASE_WORDS.keys() == set(Case)
    assert SCRIPT_WORDS.keys() == set(Script)
    assert GENDER_WORDS.keys() == set(Gender)
    assert CUE_WORDS.keys() == set(Cue)
    for manner in Manner:
        reason = why(Part.NAME, manner, (), Script.LATIN, Script.GREEK)
        assert in_full(reason).count(".") > 1


def test_a_cue_stands_behind_a_reason_and_never_alone() -> None:
    assert with_cue("looks like a name", None) == "looks like a name"
    assert with_cue("", Cue.TITLE) == ""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("be", "P2: прозвішча, творны"),
        ("ru", "P2: фамилия, творительный"),
    ],
)
def test_the_window_says_it_in_its_language(
    model: MarksModel, interpreter: Interpreter, language: str, words: str
) -> None:
    interpreter.speak(language)
    assert said(model, "Выдумкиным") == words
    assert "{" not in str(said(model, "Выдумкиным", WHOLE))


@pytest.mark.parametrize("width", [700, 960, 1240, 2000])
def test_no_column_is_cut_off_and_words_keep_their_room(qtbot: QtBot, width: int) -> None:
    table = MarksTable(MarksModel())
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    header = table.table.horizontalHeader()
    words, why_it_is = header.sectionSize(Column.WORDS), header.sectionSize(Column.WHY)
    assert header.length() <= table.table.viewport().width()
    assert words > 0.3 * (words + why_it_is)
