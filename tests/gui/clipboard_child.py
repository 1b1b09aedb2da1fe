"""A window on a real display that copies in every way there is; says what other programs get.

Reads from its arguments how it is guarded: ``guarded``, or ``bare`` as a control. Writes one line
of JSON: for each way of copying, what the system's clipboard and its mouse selection hold then.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from intake.gui.clipboard import SYSTEM, ClipboardGuard
from intake.gui.widgets.entry import LineEdit, TextArea
from intake.gui.widgets.row_table import RowTable
from intake.gui.widgets.statement_edit import StatementEdit

CONTROL = Qt.KeyboardModifier.ControlModifier
CANARY = "Vasil Lodachnik"
SHORT_MS = 200


def held() -> list[str]:
    """Return what this program offers to others: clipboard, mouse selection."""
    clipboard = QGuiApplication.clipboard()
    return [
        clipboard.text() if clipboard.ownsClipboard() else "",
        clipboard.text(QClipboard.Mode.Selection) if clipboard.ownsSelection() else "",
    ]


def with_rows(view: QAbstractItemView) -> QAbstractItemView:
    model = QStandardItemModel(view)
    model.appendRow(QStandardItem(CANARY))
    view.setModel(model)
    view.setCurrentIndex(model.index(0, 0))
    return view


def filled(field: QWidget) -> QWidget:
    if isinstance(field, (QLineEdit, QLabel)):
        field.setText(CANARY)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(CANARY)
    elif isinstance(field, StatementEdit):
        field.load(CANARY)
    elif isinstance(field, QListWidget):
        field.addItem(CANARY)
        field.setCurrentRow(0)
    return field


def copy_by_key(window: QWidget, widget: QWidget, *, through_window: bool) -> list[str]:
    """Mark everything and copy, by keys; through the window as a person, or past it."""
    widget.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        if through_window:
            QTest.keyClick(window.windowHandle(), key, CONTROL)
        else:
            QTest.keyClick(widget, key, CONTROL)
    QTest.qWait(20)
    found = held()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().clear(mode)
    return found


def main() -> None:
    application = QApplication(["Intake"])
    guard = ClipboardGuard(application) if sys.argv[1] == "guarded" else None
    window = QWidget()
    widgets = {
        "table": with_rows(RowTable(30)),
        "list": with_rows(QListView()),
        "items": filled(QListWidget()),
        "line": filled(LineEdit()),
        "area": filled(TextArea()),
        "statement": filled(StatementEdit()),
    }
    if guard is not None:  # fields that nobody should use; the guard holds them too
        widgets |= {"plain line": filled(QLineEdit()), "plain area": filled(QPlainTextEdit())}
    column = QVBoxLayout(window)
    for widget in widgets.values():
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    if not QTest.qWaitForWindowActive(window):
        raise SystemExit("the window never became active")
    said: dict[str, object] = {}
    for name, widget in widgets.items():
        said[name] = copy_by_key(window, widget, through_window=True)
        said[f"{name}, past the window"] = copy_by_key(window, widget, through_window=False)
    said.update(offered())
    sys.stdout.write(json.dumps(said) + "\n")


def offered() -> dict[str, object]:
    """Offer a field's words on purpose; tell what is there at once, later, and after others."""
    field = LineEdit()
    field.setText(CANARY)
    field.selectAll()
    field.offer()
    at_once = held()[0]
    hints = QGuiApplication.clipboard().mimeData().formats()
    SYSTEM.offer(CANARY, SHORT_MS)
    QTest.qWait(SHORT_MS // 2)
    before = held()[0]
    QTest.qWait(SHORT_MS)
    after = held()[0]
    SYSTEM.offer(CANARY)
    SYSTEM.take_back()
    return {
        "offered": at_once,
        "asked not to be kept": "x-kde-passwordManagerHint" in hints,
        "offered, before its end": before,
        "offered, after its end": after,
        "offered, after a lock": held()[0],
    }


main()
