"""What other programs can get from the clipboard, on a real display: nothing but what was offered.

The platform without a display knows no owner of a clipboard, so these ask for Xvfb.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake.domain.ids import CaseId
from intake.gui.clipboard import OFFERED_MS, ClipboardGuard
from intake.gui.widgets.entry import LineEdit, TextArea
from intake.gui.widgets.private_text import PrivateTextEdit
from intake.gui.windows.workspace import Workspace
from tests.children import environment, require

CHILD = Path(__file__).with_name("clipboard_child.py")
CANARY = "Vasil Lodachnik"
NOTHING = ["", ""]


def said_by(how: str) -> dict[str, Any]:
    """Run the window on a display of its own and return what it says."""
    require("xvfb-run")
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, str(CHILD), how],
        capture_output=True,
        text=True,
        check=False,
        env={**environment(), "QT_QPA_PLATFORM": "xcb"},
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_copying_gives_other_programs_nothing_but_what_was_offered() -> None:
    said = said_by("guarded")
    assert said.pop("offered") == CANARY
    assert said.pop("offered, before its end") == CANARY
    assert said.pop("asked not to be kept")
    assert said.pop("offered, after its end") == ""
    assert said.pop("offered, after a lock") == ""
    assert len(said) == 16
    assert {name: found for name, found in said.items() if found != NOTHING} == {}


def test_without_the_guard_lists_and_tables_would_give_their_words_away() -> None:
    said = said_by("bare")
    for name in ("table", "list", "items"):
        assert CANARY in said[name]


def test_an_offer_lasts_ten_seconds() -> None:
    assert OFFERED_MS == 10_000


def test_the_guard_takes_only_the_key_for_copying_and_only_from_lists(qtbot: QtBot) -> None:
    guard = ClipboardGuard()
    rows, field = QListView(), LineEdit()
    for widget in (rows, field):
        qtbot.addWidget(widget)
    copy = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    other = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.NoModifier)
    for widget, swallowed in ((rows, True), (field, False)):
        with qtbot.waitActive(widget):
            widget.show()
        widget.setFocus()
        assert QApplication.focusWidget() is widget
        assert guard.eventFilter(widget, copy) is swallowed
        assert guard.eventFilter(widget, other) is False


SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def ways_out(root: QWidget) -> list[str]:
    """Name the widgets below ``root`` from which words could be dragged or copied past us."""
    found: list[QWidget] = [
        view
        for view in root.findChildren(QAbstractItemView)
        if view.dragEnabled()
        or view.dragDropMode() is not QAbstractItemView.DragDropMode.NoDragDrop
    ]
    found += [f for f in root.findChildren(QLineEdit) if not isinstance(f, LineEdit)]
    found += [f for f in root.findChildren(QPlainTextEdit) if not isinstance(f, TextArea)]
    found += [f for f in root.findChildren(QTextEdit) if not isinstance(f, PrivateTextEdit)]
    found += [
        label for label in root.findChildren(QLabel) if label.textInteractionFlags() & SELECTABLE
    ]
    return [type(widget).__name__ for widget in found]


def test_nothing_in_the_window_can_be_dragged_or_copied_past_us(
    workspace: Workspace, case_ids: tuple[CaseId, ...]
) -> None:
    workspace.open_interview(case_ids[0], "statement#own_words")
    for place in workspace.places:
        workspace.go(place)
        assert ways_out(workspace) == []


def test_a_widget_that_lets_words_out_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    QListView(root).setDragEnabled(True)
    QLineEdit(root)
    QPlainTextEdit(root)
    QTextEdit(root)
    QLabel("x", root).setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    assert len(ways_out(root)) == 5
