"""Every kind of question as it is answered with keys: what is taken, and what not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer, Missing
from intake.forms.definition import (
    QuestionKind,
    Section,
    Texts,
)
from intake.forms.expressions import parse
from intake.gui.i18n import Interpreter
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.questions.edits import DEBOUNCE_MS, DateEdit, TypedEdit
from intake.gui.questions.row import MISSING_WORDS, missing_word
from intake.gui.widgets.choice import RadioButton
from intake.gui.widgets.entry import LineEdit, TextArea
from intake.services import interviews
from tests.gui.asked import CHOICES, MANY, ONE, SEVERAL, K, Sheet, ask
from tests.gui.hands import (
    BACKSPACE,
    CONTROL,
    ENTER,
    SPACE,
    TAB,
    all_of,
    choose,
    click,
    entries,
    open_menu,
    opens_menus,
    press,
    type_into,
    type_text,
    words_on,
)

# -- what is typed --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (K.TEXT, "  a blue door ", "a blue door"),
        (K.PERSON, "Zubrava Lampa", "Zubrava Lampa"),
        (K.PLACE, "Lower Kettle", "Lower Kettle"),
        (K.CODE, "IV-7", "IV-7"),
        (K.INTEGER, "41", 41),
        (K.INTEGER, "1 041", 1041),
        (K.NUMBER, "2,5", 2.5),
        (K.NUMBER, "2.5", 2.5),
        (K.DATE, "2020-08", "2020-08"),
        (K.DATE, "2020-08/2020-11", "2020-08/2020-11"),
    ],
)
def test_enter_hands_out_what_was_typed(
    qtbot: QtBot, kind: QuestionKind, typed: str, value: object
) -> None:
    sheet = Sheet(qtbot, ask(kind))
    type_text(typed)
    press(ENTER)
    assert sheet.answers == [Answer(value)]  # type: ignore[arg-type]  # the values above
    assert not sheet.complaint()


def test_a_pause_hands_out_what_was_typed(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT))
    type_text("door")
    assert sheet.answers == []
    qtbot.waitUntil(lambda: sheet.answers == [Answer("door")], timeout=4 * DEBOUNCE_MS)


def test_leaving_the_field_hands_out_what_was_typed(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT), ask(K.TEXT, "second"))
    type_text("door")
    press(TAB)
    assert sheet.heard == [("q", Answer("door"))]


def test_nothing_is_handed_out_twice(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT))
    type_text("door")
    press(ENTER)
    press(ENTER)
    sheet.panel.flush()
    assert sheet.answers == [Answer("door")]


def test_an_emptied_field_removes_the_answer(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT))
    sheet.panel.show_answers("owner", {"q": Answer("door")})
    type_into(sheet.row.edit.field, "")  # type: ignore[attr-defined]  # a typed edit
    sheet.panel.flush()
    assert sheet.answers == [None]
    assert sheet.panel.answers == {}


def test_tab_leaves_a_long_text_and_enter_stays_in_it(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.LONG_TEXT), ask(K.TEXT, "second"))
    type_text("one")
    press(ENTER)
    type_text("two")
    before = one_area(sheet).height()
    press(TAB)
    assert sheet.answers == [Answer("one\ntwo")]
    assert not one_area(sheet).hasFocus()
    one_area(sheet).setFocus()
    press(ENTER, times=6)
    assert one_area(sheet).height() > before, "the field grows with its text"


def one_area(sheet: Sheet) -> TextArea:
    return all_of(sheet.panel, TextArea)[0]


def test_several_names_stand_one_to_a_line(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.PERSON, appearance="several"))
    for word in ("Zubrava", "Lampa", "Zubrava"):
        type_text(f" {word} ")
        press(ENTER)
    sheet.panel.flush()
    assert sheet.answers == [Answer(("Zubrava", "Lampa"))]
    sheet.panel.show_answers("owner", {"q": Answer(("A", "B"))})
    assert one_area(sheet).toPlainText() == "A\nB"


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (K.INTEGER, "many", "Write a number in digits"),
        (K.INTEGER, "2.5", "Write a number in digits"),
        (K.NUMBER, "1,2,3", "Write a number in digits"),
        (K.NUMBER, "nan", "does not fit"),
        (K.INTEGER, "99999999999", "does not fit"),
        (K.INTEGER, "9" * 400, "does not fit"),
        (K.INTEGER, "9" * 5000, "Write a number in digits"),
        (K.NUMBER, "9" * 400, "does not fit"),
        (K.DATE, "last summer", "This is no date"),
        (K.DATE, "2021-13", "summer 2021"),
        (K.TEXT, "x" * 501, "too long"),
    ],
)
def test_what_cannot_stand_is_said_below_the_field_and_stays_there(
    qtbot: QtBot, kind: QuestionKind, typed: str, said: str
) -> None:
    sheet = Sheet(qtbot, ask(kind))
    type_text(typed)
    press(ENTER)
    assert said in sheet.complaint()
    assert sheet.answers == []
    field = sheet.row.edit.field  # type: ignore[attr-defined]  # a typed edit
    assert field.text() == typed
    assert field.property("wrong")
    sheet.panel.show_answers("owner", {})
    assert field.text() == typed, "a stored answer does not wipe what is being put right"
    type_into(field, "7" if kind is not K.DATE else "2021")
    press(ENTER)
    assert not sheet.complaint()
    assert not field.property("wrong")
    assert len(sheet.answers) == 1


def test_a_constraint_speaks_in_the_forms_own_words(qtbot: QtBot) -> None:
    said = Texts({"en": "At most 120."})
    limit = parse(". <= 120")
    sheet = Sheet(qtbot, ask(K.INTEGER, constraint=limit, constraint_message=said))
    type_text("121")
    press(ENTER)
    assert sheet.complaint() == "At most 120."
    mute = Sheet(qtbot, ask(K.INTEGER, constraint=parse(". <= 120")))
    type_text("121")
    press(ENTER)
    assert "outside what is possible" in mute.complaint()


def test_a_date_is_read_back_in_words(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.DATE))
    edit = sheet.row.edit
    assert isinstance(edit, DateEdit)
    for typed, read in (
        ("2021", "2021"),
        ("2021-07", "July 2021"),
        ("2021-07-14", "14 July 2021"),
        ("14.07.2021", "14 July 2021"),
        ("summer 2021", "1 June 2021 to 31 August 2021"),
        ("2020-08/2020-11", "1 August 2020"),
        ("2021-07~", "about July 2021"),
        ("2021?", "not certain"),
        ("2021/..", "since"),
        ("../2021", "until"),
    ):
        type_into(edit.field, typed)
        assert read in edit._reading.text(), typed
        assert edit._reading.isVisible()
    type_into(edit.field, "soon")
    assert edit._reading.isHidden()
    type_into(edit.field, "14.07.2021")
    press(ENTER)
    assert sheet.answers[-1] == Answer("2021-07-14"), "kept in one form"
    sheet.panel.show_answers("owner", {"q": Answer("2021-07-14")})
    assert edit.field.text() == "14.07.2021", "and left as it was typed"  # type: ignore[union-attr]  # one line


def test_a_stored_answer_that_means_the_same_leaves_the_caret(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.NUMBER))
    type_text("2,50")
    press(Qt.Key.Key_Left)
    sheet.panel.flush()
    sheet.panel.show_answers("owner", {"q": Answer(2.5)})
    field = sheet.row.edit.field  # type: ignore[attr-defined]  # a typed edit
    assert (field.text(), field.cursorPosition()) == ("2,50", 3)
    sheet.panel.show_answers("owner", {"q": Answer(3.5)})
    assert field.text() == "3.5"


# -- no answer ------------------------------------------------------------------------------------


def test_the_keys_go_through_four_different_reasons_and_back(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT))
    type_text("door")
    seen = []
    for _ in range(5):
        sheet.row.cycle_missing()
        seen.append(sheet.answers[-1])
    reasons = [Answer(missing=reason) for reason in Missing]
    assert seen == [*reasons, Answer("door")]
    assert len(reasons) == 4
    assert sheet.row.edit.field.text() == "door"  # type: ignore[attr-defined]  # a typed edit


@opens_menus
def test_a_reason_is_chosen_in_a_menu_and_shown_beside_the_question(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.INTEGER))
    type_text("41")
    click(sheet.row._why)
    menu = open_menu(sheet.panel)
    words = [missing_word(reason) for reason in Missing]
    assert entries(menu) == [*words, "Empty this answer"]
    assert len(set(words)) == len(MISSING_WORDS) == 4
    choose(menu, "Prefers not to say")
    assert sheet.answers[-1] == Answer(missing=Missing.DECLINED)
    assert sheet.row._given.text == "Prefers not to say"
    assert sheet.row.edit.field.text() == ""  # type: ignore[attr-defined]  # a typed edit
    click(sheet.row._why)
    again = open_menu(sheet.panel)
    assert [a.text() for a in again.actions() if a.isChecked()] == ["Prefers not to say"]
    choose(again, "Empty this answer")
    assert sheet.heard[-1] == ("q", None)
    assert sheet.row._given.isHidden()


def test_an_answer_takes_the_place_of_a_reason(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(ONE, choices=CHOICES))
    sheet.panel.show_answers("owner", {"q": Answer(missing=Missing.UNKNOWN)})
    assert sheet.row._given.text == "Does not know"
    press(SPACE)
    assert sheet.answers == [Answer("lamp")]
    assert sheet.row._given.isHidden()


def test_ones_own_notes_are_not_asked_for_reasons(qtbot: QtBot) -> None:
    section = Section("section", items=(ask(K.LONG_TEXT),))
    panel = QuestionsPanel(section, "en", offers_reasons=False)
    qtbot.addWidget(panel)
    panel.show()
    row = panel.rows["q"]
    assert row._why.isHidden()
    row.set_changeable(changeable=True)
    assert row._why.isHidden()


# -- around the question --------------------------------------------------------------------------


def test_questions_that_do_not_apply_are_not_shown(qtbot: QtBot) -> None:
    only = ask(K.TEXT, "why", relevant=parse("${q} = 'lamp'"))
    sheet = Sheet(qtbot, ask(ONE, choices=CHOICES), only, ask(K.TEXT, "last"))
    assert sheet.panel.rows["why"].isHidden()
    press(ENTER)
    assert sheet.panel.rows["last"].has_focus_inside(), "Enter goes past what does not apply"
    click(all_of(sheet.panel, RadioButton)[0])
    assert sheet.panel.rows["why"].isVisible()
    sheet.panel.rows["why"].setFocus()
    type_text("dark")
    click(all_of(sheet.panel, RadioButton)[1])
    assert sheet.panel.rows["why"].isVisible(), "an answer that was given stays in sight"


def test_enter_on_the_last_question_is_told(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT), ask(SEVERAL, "second", choices=CHOICES))
    with qtbot.assertNotEmitted(sheet.panel.finished):
        press(ENTER)
    assert sheet.panel.current_row() is sheet.panel.rows["second"]
    with qtbot.waitSignal(sheet.panel.finished):
        press(ENTER)


def test_enter_does_not_leave_what_cannot_stand(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.DATE), ask(K.TEXT, "second"))
    type_text("soon")
    press(ENTER)
    assert sheet.row.has_focus_inside()


def test_a_hint_and_a_value_that_follows_are_told_without_a_field(qtbot: QtBot) -> None:
    hint = Texts({"en": "As written on the door."})
    years = ask(K.TEXT, "years", calculation=parse("if(${q} > 3, 5, 1)"))
    told = ask(K.NOTE, "told", hint=Texts({"en": "Ask slowly."}))
    sheet = Sheet(qtbot, ask(K.INTEGER, hint=hint), years, told)
    assert {"As written on the door.", "Ask slowly.", "Label of told"} <= set(
        words_on(sheet.panel).splitlines()
    )
    assert sheet.panel.told["years"].isHidden(), "nothing follows yet"
    type_text("4")
    press(ENTER)
    assert sheet.panel.told["years"].value.text() == "5"
    assert sheet.panel.told["years"].accessibleName() == "Label of years: 5"
    assert set(sheet.panel.rows) == {"q"}


def test_pictures_and_narratives_are_not_drawn_as_questions(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.IMAGE), ask(K.NARRATIVE, "story"), ask(K.TEXT, "text"))
    assert set(sheet.panel.rows) == {"text"}


def test_what_is_finalised_can_be_read_only(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT))
    sheet.panel.set_changeable(changeable=False)
    assert not sheet.row.edit.isEnabled()
    assert sheet.row._why.isHidden()
    sheet.panel.set_changeable(changeable=True)
    assert sheet.row._why.isVisible()


def test_an_answer_that_is_not_in_the_store_says_so(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT))
    sheet.panel.show_stuck(frozenset({("answer", "owner", "q")}))
    assert sheet.row._unsaved.text == "Not saved yet"
    sheet.panel.show_stuck(frozenset({("answer", "other", "q")}))
    assert sheet.row._unsaved.isHidden()


@pytest.mark.parametrize("kind", [K.TEXT, K.LONG_TEXT, K.DATE, K.INTEGER, ONE, SEVERAL])
def test_a_question_speaks_the_persons_language_at_once(qtbot: QtBot, kind: QuestionKind) -> None:
    sheet = Sheet(qtbot, ask(kind, choices=CHOICES if kind in (ONE, SEVERAL) else MANY))
    sheet.panel.retranslate("be")
    assert "Назва q" in words_on(sheet.panel)
    if kind in (ONE, SEVERAL):
        assert "Драбіна" in words_on(sheet.panel)
    sheet.panel.retranslate("ka")
    assert "Label of q" in words_on(sheet.panel), "English where the form lacks a language"


def test_the_frame_of_a_question_speaks_the_interface_language(
    qtbot: QtBot, interpreter: Interpreter
) -> None:
    interpreter.speak("be")
    sheet = Sheet(qtbot, ask(K.INTEGER), language="be")
    type_text("шмат")
    press(ENTER)
    assert "digits" not in sheet.complaint()
    assert sheet.row._why.text() != "No answer?"


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_every_question_of_the_shipped_form_can_be_drawn(qtbot: QtBot, language: str) -> None:
    for section in interviews.form().sections:
        panel = QuestionsPanel(section, language)
        qtbot.addWidget(panel)
        for name, row in panel.rows.items():
            question = next(q for q in section.items if q.name == name)
            told = [label.text() for label in row.findChildren(QLabel)]
            assert question.label.by_language[language] in told
            edit = row.edit
            if isinstance(edit, TypedEdit):
                assert isinstance(edit.field, (LineEdit, TextArea))
                assert edit.field.accessibleName() == question.label.by_language[language]


def test_a_text_of_the_form_is_never_read_as_markup(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, replace(ask(K.TEXT), label=Texts({"en": "<b>bold</b> & more"})))
    label = next(x for x in all_of(sheet.panel, QLabel) if "bold" in x.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    press(BACKSPACE)
    press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == ""
