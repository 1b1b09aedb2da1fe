"""The review page on a made-up text, for tests that go over it as a person does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.domain.ids import CaseId
from intake.domain.marks import Decision
from intake.domain.statement import Statement
from intake.gui.models.marks_model import Column
from intake.gui.pages.review import ReviewPage
from intake.gui.workers.store_worker import StoreWorker
from intake.services import interviews, marking
from intake.services.session import VaultSession
from tests.gui.hands import press, told

LAMP = "\U0001fa94"
NAME, FRIEND = "Vasil Lodachnik", "Zubrava Lampa"
PHONE = "+375 29 123 45 67"
DOOR = "\u0641\u062a\u062d \u0627\u0644\u0628\u0627\u0628."
TEXT = f"{LAMP} {NAME} opened. {FRIEND} rang {PHONE}.\n{NAME} {DOOR}"
A, X = Qt.Key.Key_A, Qt.Key.Key_X


def write(
    session: VaultSession, case_id: CaseId, text: str, question: str = "own_words"
) -> Statement:
    statement = told(session, case_id, question)
    interviews.save_draft(session, statement.id, text, 0)
    return told(session, case_id, question)


class Reviewing:
    """The review page with the text of the first case on it."""

    def __init__(self, qtbot: QtBot, worker: StoreWorker, session: VaultSession) -> None:
        self.session = session
        self.page = ReviewPage(worker)
        qtbot.addWidget(self.page)
        worker.changed.connect(self.page.refresh)
        self.page.resize(1366, 740)
        with qtbot.waitActive(self.page):
            self.page.show()

    @property
    def statement(self) -> Statement:
        assert self.page._state is not None
        return self.page._state.statement

    def rows(self) -> list[tuple[str, str]]:
        """Return words and decision of each row of the table."""
        model = self.page._model
        return [
            (str(model.index(r, Column.WORDS).data()), str(model.index(r, Column.DECISION).data()))
            for r in range(model.rowCount())
        ]

    def stored(self) -> dict[str, list[Decision]]:
        """Return the decisions in the store by the words."""
        found: dict[str, list[Decision]] = {}
        text = self.statement.text
        for mark in marking.marks(self.session, self.statement.id):
            found.setdefault(text[mark.start : mark.end], []).append(mark.decision)
        return found

    def go_to(self, words: str, nth: int = 0) -> None:
        rows = [r for r, (found, _) in enumerate(self.rows()) if found == words]
        self.page.marks.go_to(rows[nth])

    def decide_all(self, key: Qt.Key = A) -> None:
        self.page.marks.setFocus()
        for _ in range(len(self.rows())):
            press(key)

    @property
    def shown(self) -> str:
        return self.page.preview.text()

    def in_focus(self) -> tuple[str, list[str], list[str]]:
        """Return the words in focus: by the list, by the text, and by the preview."""
        text, preview = self.page.text, self.page.preview
        row = self.page.marks.row
        words = self.rows()[row][0] if row >= 0 else ""
        in_text = [s for s in text._highlighter.stretches if s.current]
        in_preview = [s for s in preview._highlighter.stretches if s.current]
        return (
            words,
            [self.statement.text[s.start : s.end] for s in in_text],
            [preview.text()[s.start : s.end] for s in in_preview],
        )
