"""A whole interview with nothing but keys: begun, told, locked in mid-sentence, found again.

The vault is real and on disk, the pages are the real ones, and no widget is called but to be
looked at: what happens follows from key events alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer, Missing
from intake.domain.case import CaseFile
from intake.domain.consent import IdentityLevel, RecipientGroup, Use
from intake.domain.marks import MarkKind
from intake.domain.statement import RevisionReason, Statement
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.theme import Appearance, install_theme
from intake.gui.widgets.sheet import Sheet
from intake.gui.windows.main_window import MainWindow
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, interviews, search, settings, vaults
from intake.services.session import VaultSession
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret

PASSPHRASE = "velvet ladder invented canyon pepper oblong"
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
ENTER, DOWN, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space
TAB, RIGHT, LEFT = Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left
HOST = "Zubrava Lampa"
FIRST = f"They came at six in the morning. {HOST} was still asleep."
SECOND = "They asked for the telephone and took both computers."
THIRD = "Then I was taken to a house that I did not kn"

Kind = TypeVar("Kind", bound=QWidget)


class Seat:
    """The place in front of the window: keys go in, the window is looked at."""

    def __init__(self, qtbot: QtBot, session: VaultSession) -> None:
        worker = ImmediateWorker()
        worker.failed.connect(_raise)
        self.window = MainWindow(worker)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 740)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.workspace: Workspace = self.window.show_vault(session, "en")
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(_has_keyboard(self.window), key, modifiers)
            QApplication.processEvents()

    def type_text(self, text: str) -> None:
        QTest.keyClicks(_has_keyboard(self.window), text)
        QApplication.processEvents()

    def tab_to(self, wanted: Callable[[QWidget], bool], most: int = 60) -> None:
        seen: list[str] = []
        for _ in range(most):
            if wanted(_has_keyboard(self.window)):
                return
            self.press(TAB)
            seen.append(_name(_has_keyboard(self.window)))
        raise AssertionError(f"no Tab leads there, only to {seen}")

    def tab_to_name(self, name: str) -> None:
        self.tab_to(lambda widget: name == _name(widget))

    def next_section(self, key: str) -> None:
        self.press(Qt.Key.Key_PageDown, CONTROL)
        assert self.workspace.interview.step_key.partition("#")[0] == key

    def one(self, kind: type[Kind]) -> Kind:
        found: list[Kind] = self.window.findChildren(kind)
        return next(widget for widget in found if widget.isVisible())


def _has_keyboard(window: QWidget) -> QWidget:
    popup = QApplication.activePopupWidget()
    found = popup or QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    assert isinstance(found, QMenu) or window.isAncestorOf(found)
    return found


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    shown = str(text()).replace("&", "") if callable(text) else type(widget).__name__
    return widget.accessibleName() or shown


def _raise(error: BaseException) -> None:
    raise error


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication) -> None:
    install_theme(Appearance.LIGHT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def session(folder: Path) -> Iterator[VaultSession]:
    with Secret.from_text(PASSPHRASE) as passphrase, vaults.new_recovery_key() as recovery:
        made = vaults.create(
            folder,
            name="Invented",
            passphrase=passphrase,
            recovery=recovery,
            costs=KdfCosts(64 * 1024, 3, 1),
        )
    yield made
    made.abandon()


def _file(session: VaultSession) -> CaseFile:
    (summary,) = cases.list_cases(session)
    return cases.case_file(session, summary.id)


def _own_words(session: VaultSession) -> Statement:
    return next(s for s in _file(session).statements if s.question == "own_words")


def tick_checklist(seat: Seat) -> None:
    """Tick the first two points with Space, go from one to the next with Tab."""
    seat.press(SPACE)
    seat.press(TAB)
    seat.press(SPACE)


def agree(seat: Seat) -> None:
    """Record consent: given, and statistics as a number for analysts."""
    seat.tab_to_name("The person agrees")
    seat.press(SPACE)
    seat.tab_to_name("Counts and statistics: No")
    seat.press(RIGHT)
    seat.tab_to_name("Counts and statistics: analysts")
    seat.press(SPACE)


def tell(seat: Seat) -> None:
    """Type two paragraphs and mark a name as a new person."""
    seat.type_text(FIRST)
    seat.press(ENTER)
    seat.type_text(SECOND)
    seat.press(Qt.Key.Key_Up)
    seat.press(Qt.Key.Key_Home)
    seat.press(RIGHT, times=FIRST.index(HOST))
    seat.press(RIGHT, SHIFT, times=len(HOST))
    seat.press(Qt.Key.Key_P, CONTROL)
    seat.press(DOWN)  # the first entry is the interviewee, the second a new person
    seat.press(ENTER)


def record_event(seat: Seat) -> None:
    """Add an event from the events' page, say what and when, and to whom."""
    seat.tab_to_name("Add an event")
    seat.press(SPACE)
    seat.type_text("search of a home")
    seat.press(ENTER)
    seat.type_text("2020-08")
    seat.press(ENTER)
    seat.tab_to_name("Done to: P1, interviewee")
    seat.press(SPACE)


def answer(seat: Seat) -> None:
    """Answer by keys: one of several, a search, a number, and one that is declined."""
    seat.press(DOWN)
    seat.press(SPACE)
    seat.press(ENTER)
    seat.type_text("lawyer")
    seat.press(ENTER)
    seat.press(ENTER)
    seat.type_text("41")
    seat.press(ENTER)
    seat.press(Qt.Key.Key_D, CONTROL, times=3)


# The platform without a display says this of every menu.
@pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard", extend=True)
def test_an_interview_by_keys_alone(qtbot: QtBot, session: VaultSession, folder: Path) -> None:
    seat = Seat(qtbot, session)
    seat.tab_to_name("New interview")
    seat.press(Qt.Key.Key_N, CONTROL)
    assert seat.workspace.interview.step_key == "checklist"
    tick_checklist(seat)
    seat.next_section("consent")
    agree(seat)
    seat.next_section("statement")
    tell(seat)
    seat.next_section("acts")
    record_event(seat)
    seat.next_section("interview")
    seat.next_section("prior")
    seat.next_section("profile")
    answer(seat)
    for key in ("displacement", "needs", "others", "closing", "consent/again"):
        seat.next_section(key)
    seat.tab_to_name("It stands")
    seat.press(SPACE)
    seat.next_section("identity")
    seat.press(DOWN)  # from "may be named" to "no name is recorded"
    _check_what_was_recorded(session)
    _lock_in_mid_sentence(qtbot, seat, session)
    _come_back(qtbot, folder)


def _check_what_was_recorded(session: VaultSession) -> None:
    file = _file(session)
    answers = file.interviews[0].answers
    assert len(answers["information_given"].texts) == 2
    consent = file.consent
    assert consent is not None
    assert consent.given is not None
    assert consent.confirmed
    granted = consent.uses[Use.STATISTICS]
    assert granted.level is IdentityLevel.AGGREGATE
    assert granted.recipients == {RecipientGroup.ANALYSTS}
    statement = next(s for s in file.statements if s.question == "own_words")
    assert statement.text == f"{FIRST}\n{SECOND}"
    (mark,) = file.marks[statement.id]
    assert statement.text[mark.start : mark.end] == HOST
    assert mark.kind is MarkKind.PERSON
    assert [person.code for person in file.persons] == ["P1", "P2"]
    assert mark.person_id == file.persons[1].id
    (event,) = file.events
    assert event.answers["act_type"] == Answer("home_search")
    assert event.answers["act_date"] == Answer("2020-08")
    assert event.victims == (file.persons[0].id,)
    assert answers["role"] == Answer("witness")
    assert answers["targeted_group"] == Answer(("lawyer",))
    assert answers["age"] == Answer(41)
    assert answers["sex"] == Answer(missing=Missing.DECLINED)
    assert file.case.never_name


def _lock_in_mid_sentence(qtbot: QtBot, seat: Seat, session: VaultSession) -> None:
    """Go back to the account, finalise and reopen it, type on, and lock before any pause."""
    page = seat.workspace.interview
    while page.step_key != "statement":
        seat.press(Qt.Key.Key_PageUp, CONTROL)
    seat.press(Qt.Key.Key_F, ALT)
    qtbot.waitUntil(lambda: _own_words(session).final)
    seat.press(Qt.Key.Key_O, ALT)
    qtbot.waitUntil(lambda: not _own_words(session).final)
    seat.tab_to(lambda widget: widget is seat.one(StatementPanel).editor)
    seat.press(Qt.Key.Key_End, CONTROL)
    seat.press(ENTER)
    seat.type_text(THIRD)
    seat.press(LEFT, times=3)
    assert THIRD not in _own_words(session).text
    seat.workspace.commit_pending()
    interviews.freeze_edited(session)
    seat.window.close()
    session.close()


def _come_back(qtbot: QtBot, folder: Path) -> None:
    session = vaults.unlock(folder, Secret.from_text(PASSPHRASE))
    try:
        expected = f"{FIRST}\n{SECOND}\n{THIRD}"
        assert settings.last_place(session).section == "statement"
        reasons = [r.reason for r in session.store.statements.revisions(_own_words(session).id)]
        assert reasons == [RevisionReason.FINALISED, RevisionReason.LOCKED]
        seat = Seat(qtbot, session)
        assert seat.workspace.pages.currentWidget() is seat.workspace.interview
        editor = seat.one(StatementPanel).editor
        assert editor.text() == expected
        assert editor.caret() == len(expected) - 3
        assert editor.hasFocus()
        seat.press(Qt.Key.Key_End)
        seat.type_text("ow.")
        seat.press(Qt.Key.Key_PageDown, CONTROL)
        assert _own_words(session).text == f"{expected}ow."
        (hit,) = search.search(session, "telephone")
        assert hit.case_id == _file(session).case.id
        _stop(seat, session)
    finally:
        session.close()


def _is_stopped(session: VaultSession) -> bool:
    return _file(session).interviews[0].stopped is not None


def _stop(seat: Seat, session: VaultSession) -> None:
    seat.press(Qt.Key.Key_F9, CONTROL)
    assert seat.one(Sheet).isVisible()
    seat.press(ENTER)
    at_first = _file(session).interviews[0].stopped
    seat.press(Qt.Key.Key_F9, CONTROL)
    seat.tab_to_name("Stop here")
    seat.press(ENTER)
    at_last = _file(session).interviews[0].stopped
    assert (at_first, at_last is not None) == (None, True), "the safe answer has the keyboard"
