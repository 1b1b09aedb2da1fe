"""Drives pages as a person does, with keys and clicks, and tells what can be seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.case import CaseFile
from intake.domain.ids import CaseId
from intake.domain.statement import Statement
from intake.gui.interview.step_panel import StepPanel
from intake.gui.pages.interview import InterviewPage
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import StoreWorker
from intake.services import cases, interviews, unfinished
from intake.services.session import VaultSession

CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space
DOWN, UP, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape
RIGHT, LEFT, END = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End
HOME, BACKSPACE = Qt.Key.Key_Home, Qt.Key.Key_Backspace

Kind = TypeVar("Kind", bound=QObject)

# The platform without a display says this of every menu.
opens_menus = pytest.mark.qt_log_ignore(
    "does not support raise", "grabbing the keyboard", extend=True
)


# -- keys and clicks ------------------------------------------------------------------------------


def keyboard() -> QWidget:
    """Return what would get a key now."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        QTest.keyClick(keyboard(), key, modifiers)


def type_text(text: str) -> None:
    """Type where the keyboard is; what no key can type is put in as an input method would."""
    if text.isascii():
        QTest.keyClicks(keyboard(), text)
        return
    for letter in text:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(keyboard(), event)


def type_into(field: QWidget, text: str) -> None:
    """Put the keyboard into a field, select what is there, and type over it."""
    field.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    if text:
        type_text(text)
    else:
        press(BACKSPACE)


def click(widget: QWidget) -> None:
    """Click a widget that can be seen and used."""
    QApplication.processEvents()
    assert widget.isVisible(), "it cannot be seen"
    assert widget.isEnabled(), "it cannot be used"
    place = widget.rect().center()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        place = QPoint(12 if widget.isLeftToRight() else widget.width() - 12, place.y())
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, place)


def pick(combo: QComboBox, value: object) -> None:
    """Choose an entry of a drop-down list with the arrow keys, by its data."""
    wanted = combo.findData(value)
    assert wanted >= 0, f"{value} is not offered"
    combo.setFocus()
    steps = wanted - combo.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(combo, DOWN if steps > 0 else UP)
    if not steps:
        combo.activated.emit(wanted)


def take(combo: QComboBox, value: object) -> None:
    """Add an entry of a drop-down list by its data: open it with an arrow, go there, take it."""
    wanted = combo.findData(value)
    assert wanted >= 0, f"{value} is not offered"
    combo.setFocus()
    QTest.keyClick(combo, DOWN)
    view = combo.view()
    assert view.isVisible(), "the arrow opens the list"
    for _ in range(wanted - view.currentIndex().row()):
        QTest.keyClick(view, DOWN)
    QTest.keyClick(view, ENTER)
    combo.window().activateWindow()  # without a desktop nothing gives the keyboard back


# -- what can be seen -----------------------------------------------------------------------------


def all_of(root: QWidget, kind: type[Kind]) -> list[Kind]:
    """Return the widgets of a kind below ``root`` that can be seen."""
    QApplication.processEvents()  # what was put on the page just now is shown then
    found: list[Kind] = root.findChildren(kind)
    return [w for w in found if not isinstance(w, QWidget) or w.isVisible()]


def one(root: QWidget, kind: type[Kind]) -> Kind:
    """Return the only widget of a kind that can be seen."""
    found = all_of(root, kind)
    assert len(found) == 1, f"{len(found)} of {kind.__name__} can be seen"
    return found[0]


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    text = getattr(widget, "text", None)
    shown = str(text()).replace("&", "") if callable(text) else ""
    return widget.accessibleName() or shown


def named(root: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """Return the one widget that can be seen and has this name for screen readers."""
    found = [
        w
        for w in all_of(root, kind)
        if name_of(w) == name and w.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    assert len(found) == 1, f"{len(found)} widgets are named {name}"
    return found[0]


def words_on(root: QWidget) -> str:
    """Return all labels and button texts that can be seen, a line each."""
    labels = [label.text() for label in all_of(root, QLabel)]
    return "\n".join([*labels, *(button.text() for button in all_of(root, QAbstractButton))])


def open_sheet(root: QWidget) -> Sheet:
    """Return the question that is open over the window of ``root``."""
    return one(root.window(), Sheet)


def open_menu(root: QWidget) -> QMenu:
    """Return the menu that is open."""
    menus = [menu for menu in root.window().findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1, f"{len(menus)} menus are open"
    return menus[0]


def entries(menu: QMenu) -> list[str]:
    """Return the texts of a menu, without separators."""
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu: QMenu, text: str) -> None:
    """Go down to an entry of an open menu with the arrow key and press Enter."""
    usable = [a for a in menu.actions() if not a.isSeparator() and a.isEnabled()]
    wanted = next(action for action in usable if action.text() == text)
    while menu.activeAction() is not wanted:
        QTest.keyClick(menu, DOWN)
    QTest.keyClick(menu, ENTER)
    menu.close()


# -- the end of a process -------------------------------------------------------------------------


class ReplacedError(Exception):
    """Stands for the end of the process."""


class Replacing:
    """Takes the place of the replaced process and remembers what would have started."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []

    def __call__(self, command: Sequence[str], _environment: Mapping[str, str]) -> None:
        self.commands.append(list(command))
        raise ReplacedError


# -- the store ------------------------------------------------------------------------------------


@contextmanager
def broken(session: VaultSession) -> Iterator[None]:
    """Let the real database refuse every write inside the block."""
    session.store._db.execute("PRAGMA query_only = ON")
    try:
        yield
    finally:
        session.store._db.execute("PRAGMA query_only = OFF")


def stored(session: VaultSession, case_id: CaseId) -> CaseFile:
    """Return a case as it is in the store."""
    return cases.case_file(session, case_id)


def told(session: VaultSession, case_id: CaseId, question: str = "own_words") -> Statement:
    """Return a statement of a case as it is in the store."""
    return next(s for s in stored(session, case_id).statements if s.question == question)


class Seat:
    """The place in front of the interview page of one case."""

    def __init__(
        self,
        qtbot: QtBot,
        worker: StoreWorker,
        session: VaultSession,
        case_id: CaseId | None = None,
        place: str = "",
    ) -> None:
        self.session = session
        self.case_id = case_id or interviews.begin(session).file.case.id
        self.page = InterviewPage(worker)
        qtbot.addWidget(self.page)
        worker.changed.connect(self.page.refresh)
        self.page.resize(1366, 740)
        with qtbot.waitActive(self.page):
            self.page.show()
        self.open(place)

    def open(self, place: str = "") -> None:
        """Open the case again, at a place."""
        kept = unfinished.of_case(self.session, self.case_id)
        self.page.open_case(self.session, self.file, interviews.form(), place, kept)

    def go(self, key: str) -> StepPanel:
        """Open a step by its key and return its panel."""
        self.page.go_to(self.keys.index(key))
        return self.panel

    @property
    def file(self) -> CaseFile:
        """The case as it is stored."""
        return stored(self.session, self.case_id)

    @property
    def keys(self) -> list[str]:
        """The keys of all steps."""
        return [step.key for step in self.page._stack.steps]

    @property
    def step(self) -> str:
        """Key of the step that is open."""
        return self.page.step_key.partition("#")[0]

    @property
    def panel(self) -> StepPanel:
        """The panel that is open."""
        current = self.page._stack.current
        assert current is not None
        assert current.panel is not None
        return current.panel

    @property
    def message(self) -> str:
        """What the message bar says; empty while it says nothing."""
        bar = self.page.messages
        return bar.text.text() if bar.isVisible() else ""
