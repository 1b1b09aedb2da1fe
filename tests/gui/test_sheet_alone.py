"""While a sheet is open nothing behind it reacts, and Escape closes the topmost one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake.gui.app import Program
from intake.gui.keys.trust_sheet import TrustSheet
from intake.gui.widgets import LineEdit, Sheet
from intake.gui.widgets.sheet import open_sheets
from intake.gui.windows.places import CASES, EXPORT
from intake.gui.windows.workspace import Workspace
from intake.services import cases
from intake.services.team import PublicKey
from tests.gui.hands import ALT, CONTROL, ESCAPE, NONE, keyboard, open_sheet, press, words_on


def press_in_window(window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """Press a key as the system tells it: shortcuts and access keys come first."""
    QTest.keyClick(window.windowHandle(), key, modifiers)


def asked(over: QWidget) -> Sheet:
    sheet = Sheet(over, "Erase?", affirmative="Erase", cancel="Keep")
    sheet.body.addWidget(LineEdit())
    sheet.open()
    return sheet


def test_no_access_key_begins_an_interview_behind_a_question(workspace: Workspace) -> None:
    workspace.go(CASES)
    workspace.cases.detail.erase_button.click()
    sheet = open_sheet(workspace)
    assert workspace._session is not None
    before = len(cases.list_cases(workspace._session))
    for key in (Qt.Key.Key_N, Qt.Key.Key_O, Qt.Key.Key_W, Qt.Key.Key_E, Qt.Key.Key_L):
        press_in_window(workspace.window(), key, ALT)
    for key in (Qt.Key.Key_N, Qt.Key.Key_O):
        press_in_window(workspace.window(), key, CONTROL)
    assert len(cases.list_cases(workspace._session)) == before
    assert workspace.pages.currentWidget() is workspace.cases
    assert sheet.isAncestorOf(keyboard())
    press(ESCAPE)
    assert sheet.isHidden()


def test_no_access_key_walks_on_behind_a_question(workspace: Workspace) -> None:
    workspace.go(EXPORT)
    request = workspace.export
    sheet = asked(request)
    shown = words_on(request)
    for key in (Qt.Key.Key_N, Qt.Key.Key_W, Qt.Key.Key_B, Qt.Key.Key_A):
        press_in_window(workspace.window(), key, ALT)
    assert words_on(request) == shown
    assert open_sheets(workspace.window()) == [sheet]
    sheet.cancel()


def test_what_ends_behind_a_question_does_not_take_the_keyboard(workspace: Workspace) -> None:
    workspace.go(CASES)
    sheet = asked(workspace)
    workspace.search.setFocus()
    workspace.cases.list.setFocus()
    assert sheet.isAncestorOf(keyboard())
    sheet.cancel()


def test_a_click_reaches_nothing_behind_a_question(workspace: Workspace) -> None:
    workspace.go(CASES)
    button = workspace.cases.new_button
    place = button.mapTo(workspace.window(), button.rect().center())
    sheet = asked(workspace)
    handle = workspace.window().windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, place)
    assert workspace.pages.currentWidget() is workspace.cases
    assert sheet.isAncestorOf(keyboard())
    sheet.cancel()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, NONE, place)
    assert workspace.pages.currentWidget() is workspace.interview


def test_locking_works_over_a_question(program: Program, workspace: Workspace) -> None:
    heard: list[str] = []
    program.window.lock_asked.disconnect()
    program.window.lock_asked.connect(lambda: heard.append("lock"))
    program.idle.panicked.disconnect()
    program.idle.panicked.connect(lambda: heard.append("panic"))
    sheet = asked(workspace)
    press(Qt.Key.Key_L, CONTROL)
    assert heard == ["lock"]
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_F12)
    assert heard == ["lock", "panic"]
    sheet.cancel()


def test_escape_closes_the_topmost_sheet_and_then_the_one_below(workspace: Workspace) -> None:
    lower = asked(workspace)
    upper = asked(lower)
    press(ESCAPE)
    assert open_sheets(workspace.window()) == [lower]
    assert lower.isAncestorOf(keyboard())
    press(ESCAPE)
    assert open_sheets(workspace.window()) == []
    assert workspace.isEnabled()
    assert upper.isHidden()


def test_a_sheet_that_ends_below_another_one_lets_nothing_in(workspace: Workspace) -> None:
    lower = asked(workspace)
    upper = asked(lower)
    lower.finish()
    assert not workspace.isEnabled()
    upper.cancel()
    assert workspace.isEnabled()


def test_escape_closes_a_sheet_whose_work_has_failed(workspace: Workspace) -> None:
    sheet = Sheet(workspace, "Save?", affirmative="Save", cancel="Cancel", stays=True)
    sheet.body.addWidget(LineEdit())
    sheet.open()
    sheet.set_busy("Saving")
    press(ESCAPE)
    assert not sheet.isHidden()
    sheet.set_busy()
    press(ESCAPE)
    assert sheet.isHidden()


def test_what_was_disabled_before_stays_disabled(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    middle = QWidget()
    column = QVBoxLayout(middle)
    on, off = QPushButton("&On"), QPushButton("Off")
    column.addWidget(on)
    column.addWidget(off)
    off.setEnabled(False)
    window.setCentralWidget(middle)
    with qtbot.waitActive(window):
        window.show()
    sheet = asked(window)
    assert not on.isEnabled()
    sheet.cancel()
    assert on.isEnabled()
    assert not off.isEnabled()


def test_enter_in_a_field_answers_unless_something_is_removed(workspace: Workspace) -> None:
    for danger in (False, True):
        sheet = Sheet(workspace, "Sure?", affirmative="Yes", cancel="No", danger=danger)
        field, answers = LineEdit(), list[bool]()
        sheet.body.addWidget(field)
        sheet.accepted.connect(lambda said=answers: said.append(True))
        sheet.open()
        sheet.yes.setEnabled(False)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not answers, "what is not ready is not confirmed"
        sheet.yes.setEnabled(True)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert bool(answers) is not danger
        sheet.cancel()


def test_nobody_is_trusted_by_enter_in_a_field(workspace: Workspace) -> None:
    key = PublicKey("", "one two three four five six", "")
    sheet = TrustSheet(workspace, key, "Tsestava")
    sheet.open()
    answers: list[bool] = []
    sheet.accepted.connect(lambda: answers.append(True))
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    assert not answers
    sheet.cancel()
