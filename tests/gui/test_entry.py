from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from intake.gui.clipboard import IN_APP
from intake.gui.widgets.entry import LineEdit, SearchField, TextArea, edit_menu

CONTROL = Qt.KeyboardModifier.ControlModifier
CANARY = "Vasil Lodachnik"


@pytest.fixture(autouse=True)
def system_text() -> Iterator[QClipboard]:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("system")
    IN_APP.clear()
    yield clipboard
    clipboard.clear()
    IN_APP.clear()


@pytest.fixture(params=[LineEdit, TextArea])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> LineEdit | TextArea:
    made: LineEdit | TextArea = request.param()
    qtbot.addWidget(made)
    made.resize(300, 80)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def text_of(field: LineEdit | TextArea) -> str:
    return field.text() if isinstance(field, LineEdit) else field.toPlainText()


def fill(field: LineEdit | TextArea, text: str) -> None:
    if isinstance(field, LineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def test_the_button_that_empties_a_search_changes_sides_with_the_window(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.resize(300, 40)
    field.setText("lantern")
    for direction, left in (
        (Qt.LayoutDirection.RightToLeft, True),
        (Qt.LayoutDirection.LeftToRight, False),
    ):
        field.setLayoutDirection(direction)
        field.grab()
        assert (field._clear.geometry().center().x() < 150) is left


@pytest.mark.parametrize("kind", [LineEdit, SearchField, TextArea])
def test_the_caret_of_an_empty_field_stands_at_the_reading_edge(
    qtbot: QtBot, kind: type[LineEdit | TextArea]
) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.resize(300, 60)
    with qtbot.waitExposed(field):
        field.show()
    for direction in list(Qt.LayoutDirection)[:2]:
        field.setLayoutDirection(direction)
        field.grab()  # a line places its caret when it is painted
        caret = field.cursorRect().center().x()
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        assert (caret > 200) is mirrored


def test_copied_text_stays_inside_the_program(
    qtbot: QtBot, field: LineEdit | TextArea, system_text: QClipboard
) -> None:
    fill(field, CANARY)
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_C, CONTROL)
    assert IN_APP.text() == CANARY
    assert system_text.text() == "system"


def test_cut_text_goes_and_comes_back(
    qtbot: QtBot, field: LineEdit | TextArea, system_text: QClipboard
) -> None:
    fill(field, CANARY)
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_X, CONTROL)
    assert text_of(field) == ""
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert text_of(field) == CANARY
    assert system_text.text() == "system"


def test_text_of_other_programs_can_be_pasted(qtbot: QtBot, field: LineEdit | TextArea) -> None:
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert text_of(field) == "system"


def test_a_read_only_field_gives_but_does_not_take(
    qtbot: QtBot, field: LineEdit | TextArea
) -> None:
    fill(field, CANARY)
    field.setReadOnly(True)
    field.selectAll()
    field.cut()
    field.paste()
    assert text_of(field) == CANARY
    field.copy()
    assert IN_APP.text() == CANARY


def test_marking_with_the_mouse_offers_nothing_to_other_programs(
    qtbot: QtBot, field: LineEdit | TextArea, system_text: QClipboard
) -> None:
    fill(field, CANARY)
    target = field if isinstance(field, LineEdit) else field.viewport()
    qtbot.mouseDClick(target, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(20, 14))
    assert not system_text.ownsSelection() or not system_text.text(QClipboard.Mode.Selection)
    if isinstance(field, TextArea):
        field.selectAll()
        assert field.createMimeDataFromSelection().formats() == []


def test_the_middle_button_inserts_nothing(qtbot: QtBot, field: LineEdit | TextArea) -> None:
    target = field if isinstance(field, LineEdit) else field.viewport()
    qtbot.mouseClick(target, Qt.MouseButton.MiddleButton, pos=QPoint(10, 10))
    assert text_of(field) == ""


def test_typed_text_is_kept_from_prediction(field: LineEdit | TextArea) -> None:
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText


def test_the_context_menu_is_our_own(field: LineEdit | TextArea) -> None:
    fill(field, CANARY)
    field.selectAll()
    menu = edit_menu(field)
    texts = [action.text().replace("&", "") for action in menu.actions()]
    offer = "Copy for other programs, for 10 seconds"
    assert texts == ["Cut", "Copy inside Intake", offer, "Paste", "Select all"]
    menu.actions()[1].trigger()
    assert IN_APP.text() == CANARY
    field.setReadOnly(True)
    assert [action.isEnabled() for action in edit_menu(field).actions()] == [
        False,
        True,
        True,
        False,
        True,
    ]


def test_tab_leaves_a_text_area_and_leaving_is_told(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    assert area.tabChangesFocus()
    with qtbot.waitActive(area):
        area.show()
    area.setFocus()
    with qtbot.waitSignal(area.focus_left):
        area.clearFocus()


def test_a_wrong_value_is_shown_by_the_frame(field: LineEdit | TextArea) -> None:
    field.set_wrong(wrong=True)
    assert field.property("wrong") is True
    field.set_wrong(wrong=False)
    assert field.property("wrong") is False


def test_a_search_comes_a_moment_after_the_last_key_or_at_once_on_enter(qtbot: QtBot) -> None:
    search = SearchField()
    qtbot.addWidget(search)
    search.show()
    heard: list[str] = []
    search.searched.connect(heard.append)
    qtbot.keyClicks(search, "min")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["min"])
    qtbot.keyClicks(search, "s")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert heard == ["min", "mins"]


def test_escape_and_the_button_empty_the_search(qtbot: QtBot) -> None:
    search = SearchField()
    qtbot.addWidget(search)
    search.show()
    search.setText("minsk")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    search.setText("minsk")
    assert search._clear.isVisible()
    search._clear.click()
    assert search.text() == ""
    with qtbot.waitSignal(search.left_down):
        qtbot.keyClick(search, Qt.Key.Key_Down)
