from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from intake.gui.actions import (
    TABLE,
    ActionId,
    Group,
    bind,
    group_title,
    shortcut_text,
    title,
    tooltip,
)
from intake.gui.widgets.shortcut_sheet import ShortcutSheet


def test_every_action_has_a_row_and_no_two_share_a_shortcut() -> None:
    assert set(TABLE) == set(ActionId)
    keys = Counter(
        QKeySequence(spec.shortcut, QKeySequence.SequenceFormat.PortableText).toString()
        for spec in TABLE.values()
    )
    assert "" not in keys
    assert {key: count for key, count in keys.items() if count > 1} == {}


def test_escape_never_locks() -> None:
    by_escape = {action for action, spec in TABLE.items() if "Esc" in spec.shortcut}
    assert by_escape == {ActionId.LEAVE_TEXT}


def test_single_letters_are_only_used_where_nobody_types() -> None:
    single = {action for action, spec in TABLE.items() if len(spec.shortcut) == 1}
    assert {TABLE[action].group for action in single} == {Group.REVIEW}


@pytest.mark.parametrize("action", list(ActionId))
def test_an_action_can_be_named_and_its_key_written(action: ActionId) -> None:
    assert title(action)
    assert shortcut_text(action) in tooltip(action)


def test_a_bound_action_answers_to_its_key_in_the_whole_window(qtbot: QtBot) -> None:
    window, called = QMainWindow(), []
    qtbot.addWidget(window)
    bind(window, ActionId.SEARCH, lambda: called.append(1))
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert called == [1]


def test_an_action_of_a_page_is_silent_elsewhere(qtbot: QtBot) -> None:
    window, page, other, called = QMainWindow(), QWidget(), QWidget(), []
    holder = QWidget()
    window.setCentralWidget(holder)
    for widget in (page, other):
        widget.setParent(holder)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(window)
    bind(page, ActionId.ACCEPT_MARK, lambda: called.append(1))
    with qtbot.waitActive(window):
        window.show()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_A)
    assert called == []
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_A)
    assert called == [1]


def test_the_sheet_of_shortcuts_shows_every_action(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    sheet = ShortcutSheet(window)
    sheet.open()
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    assert {title(action) for action in ActionId} <= texts
    assert {shortcut_text(action) for action in ActionId} <= texts
    assert {group_title(group) for group in Group} <= texts
