"""Radio buttons: where the keyboard comes in, and how wide the focus is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake.gui.theme import theme
from intake.gui.widgets.choice import CheckBox, ComboBox, RadioButton
from tests.gui.hands import keyboard, opens_menus, press


@pytest.fixture
def choices(qtbot: QtBot) -> Iterator[list[RadioButton]]:
    """Return three choices on a wide page; the second one is made."""
    page = QWidget()
    qtbot.addWidget(page)
    column, group = QVBoxLayout(page), QButtonGroup(page)
    made = [RadioButton(text) for text in ("one", "two", "three")]
    for button in made:
        group.addButton(button)
        column.addWidget(button)
    made[1].setChecked(True)
    page.resize(900, 200)
    with qtbot.waitActive(page):
        page.show()
    yield made
    page.close()


def test_the_keyboard_comes_in_at_the_choice_that_is_made(choices: list[RadioButton]) -> None:
    for reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason):
        choices[0].setFocus(reason)
        assert keyboard() is choices[1]
    assert [button.isChecked() for button in choices] == [False, True, False]


def test_arrows_and_clicks_choose_as_ever(choices: list[RadioButton]) -> None:
    choices[1].setFocus()
    press(Qt.Key.Key_Down)
    assert keyboard() is choices[2]
    assert choices[2].isChecked()
    QTest.mouseClick(choices[0], Qt.MouseButton.LeftButton, pos=QPoint(15, 15))
    assert keyboard() is choices[0]
    assert choices[0].isChecked()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_focus_is_shown_around_the_words(
    choices: list[RadioButton], direction: Qt.LayoutDirection
) -> None:
    button = choices[1]
    button.setLayoutDirection(direction)
    button.setFocus()
    picture = button.grab().toImage()
    ring = theme().tokens.colour("focus")
    middle = picture.height() // 2
    places = [x for x in range(picture.width()) if picture.pixelColor(x, middle) == ring]
    if direction is Qt.LayoutDirection.RightToLeft:
        places = [picture.width() - 1 - x for x in reversed(places)]
    assert places[0] < 4
    assert button.sizeHint().width() - 4 <= places[-1] < button.sizeHint().width()


LONG = "Человек знает, что может в любой момент попросить сделать паузу или остановить разговор"


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_long_label_goes_on_in_a_second_line(
    qtbot: QtBot, kind: type[CheckBox | RadioButton]
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    button, short = kind(LONG), kind("Да")
    column.addWidget(button)
    column.addWidget(short)
    column.addStretch(1)
    page.resize(360, 300)
    page.show()
    assert page.width() == 360, "the label widens the page"
    assert button.width() < button.sizeHint().width()
    assert button.height() >= button.heightForWidth(button.width())
    assert button.heightForWidth(button.width()) >= 2 * button.fontMetrics().height()
    assert short.height() == short.sizeHint().height()
    picture = button.grab().toImage()
    ground = picture.pixel(0, 0)
    lower = range(picture.height() // 2, picture.height())
    assert any(picture.pixel(x, y) != ground for y in lower for x in range(40, picture.width()))
    edge = [picture.pixel(picture.width() - 1, y) for y in range(picture.height())]
    assert set(edge) == {ground}, "words are cut at the edge"


@opens_menus
def test_a_short_list_drops_down_with_all_of_its_entries(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    combo = ComboBox(page)
    for name in ("English", "Беларуская", "Русский"):
        combo.addItem(name)
    page.resize(400, 300)
    with qtbot.waitActive(page):
        page.show()
    combo.showPopup()
    view = combo.view()
    last = view.visualRect(view.model().index(2, 0))
    assert last.bottom() <= view.viewport().rect().bottom()
    assert view.verticalScrollBar().maximum() == 0
    combo.hidePopup()
