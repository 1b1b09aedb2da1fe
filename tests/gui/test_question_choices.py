"""Choosing with keys: a few choices that stand open, many behind a search field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.forms.definition import (
    ChoiceList,
    QuestionKind,
)
from intake.gui.questions.choices import SearchedChoices
from intake.gui.questions.choices_model import ChoicesModel
from intake.gui.questions.open_choices import OpenChoices
from intake.gui.widgets.choice import CheckBox, RadioButton
from tests.gui.asked import CHOICES, MANY, ONE, SEVERAL, K, Sheet, ask
from tests.gui.hands import (
    DOWN,
    ENTER,
    ESCAPE,
    SPACE,
    TAB,
    UP,
    all_of,
    click,
    keyboard,
    press,
    type_text,
    words_on,
)

# -- a few choices --------------------------------------------------------------------------------


def test_one_of_a_few_is_chosen_with_arrows_and_space(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(ONE, choices=CHOICES))
    assert isinstance(sheet.row.edit, OpenChoices)
    press(DOWN)
    press(SPACE)
    assert sheet.answers == [Answer("ladder")]
    press(UP)
    assert sheet.answers[-1] == Answer("lamp")
    assert [b.isChecked() for b in all_of(sheet.panel, RadioButton)] == [True, False, False]


def test_several_of_a_few_are_ticked_with_tab_and_space(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(SEVERAL, choices=CHOICES))
    press(SPACE)
    press(TAB)
    press(TAB)
    press(SPACE)
    assert sheet.answers[-1] == Answer(("lamp", "kettle"))
    press(SPACE)
    assert sheet.answers[-1] == Answer(("lamp",))
    click(all_of(sheet.panel, CheckBox)[0])
    assert sheet.answers[-1] is None


def test_the_keyboard_enters_where_something_is_chosen(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(K.TEXT), ask(ONE, "second", choices=CHOICES))
    sheet.panel.show_answers("owner", {"second": Answer("kettle")})
    press(ENTER)
    assert keyboard() is all_of(sheet.panel, RadioButton)[2]
    sheet.panel.show_answers("owner", {})
    assert not any(b.isChecked() for b in all_of(sheet.panel, RadioButton))


def test_readers_hear_the_question_before_each_choice(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(SEVERAL, choices=CHOICES))
    names = [box.accessibleName() for box in all_of(sheet.panel, CheckBox)]
    assert names[0] == "Label of q: A lamp"


def test_many_short_choices_stand_in_two_columns(qtbot: QtBot) -> None:
    five = ChoiceList("five", MANY.choices[:6])
    sheet = Sheet(qtbot, ask(ONE, choices=five))
    assert len({button.x() for button in all_of(sheet.panel, RadioButton)}) == 2
    few = Sheet(qtbot, ask(ONE, choices=CHOICES))
    assert len({button.x() for button in all_of(few.panel, RadioButton)}) == 1


# -- many choices ---------------------------------------------------------------------------------


def searched(sheet: Sheet) -> SearchedChoices:
    edit = sheet.row.edit
    assert isinstance(edit, SearchedChoices)
    return edit


def listed(edit: SearchedChoices) -> list[str]:
    return [str(edit.model.index(row).data()) for row in range(edit.model.rowCount())]


def test_a_choice_is_found_by_typing_a_part_of_it(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(ONE, choices=CHOICES, appearance="autocomplete"))
    edit = searched(sheet)
    assert edit.list.isVisible(), "the list opens when the keyboard comes in"
    type_text("LAD")
    assert listed(edit) == ["A ladder"]
    press(ENTER)
    assert sheet.answers == [Answer("ladder")]
    assert edit.search.text() == ""
    assert "A ladder" in words_on(sheet.panel)


def test_enter_never_takes_a_choice_back(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(SEVERAL, choices=CHOICES, appearance="autocomplete"))
    type_text("ladder")
    press(ENTER)
    type_text("ladder")
    press(ENTER)
    type_text("la")
    press(ENTER)
    assert sheet.answers[-1] == Answer(("ladder", "lamp"))
    one = Sheet(qtbot, ask(ONE, choices=CHOICES, appearance="autocomplete"))
    type_text("kettle")
    press(ENTER)
    type_text("kettle")
    press(ENTER)
    assert one.answers == [Answer("kettle")]


def test_arrow_down_leads_into_the_list_and_up_back(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(SEVERAL, choices=MANY))
    edit = searched(sheet)
    press(DOWN)
    assert keyboard() is edit.list
    press(DOWN)
    press(SPACE)
    press(DOWN)
    press(ENTER)
    assert sheet.answers[-1] == Answer(("n1", "n2"))
    press(SPACE)
    assert sheet.answers[-1] == Answer(("n1",))
    press(UP, times=3)
    assert keyboard() is edit.search
    press(DOWN)
    press(ESCAPE)
    assert keyboard() is edit.search


def test_enter_in_the_list_of_one_moves_on_and_space_stays(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(ONE, choices=MANY), ask(K.TEXT, "second"))
    press(DOWN)
    press(SPACE)
    assert keyboard() is searched(sheet).list
    press(DOWN)
    press(ENTER)
    assert sheet.heard[-1] == ("q", Answer("n1"))
    assert sheet.panel.rows["second"].has_focus_inside()


def test_what_is_chosen_stands_on_top_and_clicking_again_takes_it_back(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(ONE, choices=MANY))
    sheet.panel.show_answers("owner", {"q": Answer("n20")})
    edit = searched(sheet)
    assert listed(edit)[0] == "Number 20"
    place = edit.list.visualRect(edit.model.index(0)).center()
    QTest.mouseClick(edit.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sheet.answers == [None]


def test_a_team_may_add_its_own_words(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(SEVERAL, choices=CHOICES, appearance="open"))
    edit = searched(sheet)
    assert "add your own" in edit.search.placeholderText()
    type_text("broom")
    assert listed(edit) == ["Add “broom”"]
    assert edit.model.index(0).data(Qt.ItemDataRole.CheckStateRole) is None
    edit.list.grab()
    press(ENTER)
    assert sheet.answers == [Answer(("broom",))]
    type_text("A LAMP")
    assert listed(edit) == ["A lamp"], "a word that is listed is not offered again"
    closed = Sheet(qtbot, ask(SEVERAL, choices=MANY))
    type_text("broom")
    assert listed(searched(closed)) == []
    press(ENTER)
    assert closed.answers == []


def test_a_list_folds_when_another_one_opens(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(ONE, choices=MANY), ask(ONE, "second", choices=MANY))
    first, second = (row.edit for row in sheet.panel.rows.values())
    assert isinstance(first, SearchedChoices)
    assert isinstance(second, SearchedChoices)
    second.search.setFocus()
    assert first.list.isHidden()
    assert second.list.isVisible()


def test_the_model_of_choices_keeps_to_the_rules_of_models(qtbot: QtBot) -> None:
    model = ChoicesModel(ask(SEVERAL, choices=MANY, appearance="open"), "en")
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.filter("Number 1")
    model.toggle(0, single=False)
    model.filter("xyz")
    model.toggle(0, single=True)
    model.choose(("n4", "own"))
    assert model.label("own") == "own"
    assert model.rowCount(model.index(0)) == 0
    assert isinstance(model, QAbstractItemModel)


@pytest.mark.parametrize("kind", [ONE, SEVERAL])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_ticked_and_unticked_look_different_in_a_list(
    qtbot: QtBot, kind: QuestionKind, direction: Qt.LayoutDirection
) -> None:
    sheet = Sheet(qtbot, ask(kind, choices=MANY))
    sheet.panel.setLayoutDirection(direction)
    edit = searched(sheet)
    press(DOWN)
    before = edit.list.grab().toImage()
    press(SPACE)
    assert edit.list.grab().toImage() != before


def test_a_list_shows_whole_rows(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(SEVERAL, choices=MANY))
    edit = searched(sheet)
    press(DOWN)
    row = edit.list.visualRect(edit.model.index(0)).height()
    assert edit.list.viewport().height() == 6 * row


def test_choices_of_a_list_stand_at_the_reading_edge(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(SEVERAL, choices=MANY))
    sheet.panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    edit = searched(sheet)
    press(DOWN)
    row = edit.list.visualRect(edit.model.index(1))
    picture = edit.list.viewport().grab(row).toImage()
    ground = picture.pixelColor(picture.width() // 2, 0)
    inked = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) != ground
    ]
    assert min(inked) > picture.width() // 2


def test_searched_choices_change_their_language(qtbot: QtBot) -> None:
    sheet = Sheet(qtbot, ask(ONE, choices=CHOICES, appearance="autocomplete"))
    sheet.panel.show_answers("owner", {"q": Answer("lamp")})
    sheet.panel.retranslate("be")
    assert "Лямпа" in words_on(sheet.panel)
    type_text("драб")
    assert listed(searched(sheet)) == ["Драбіна"]
