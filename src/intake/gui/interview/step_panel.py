"""What every step of an interview can do; the page knows no more of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.forms.definition import Section
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.interview.views import CaseView
from intake.gui.interview.writes import Key, answer_key


class StepPanel(QWidget):
    """Base of the panels. It shows a case and tells by signal what the person did.

    Signals:
        answered: ``(id of the record, question name, Answer or None)``.
        unfinished: ``(id of the record, question name, text)``: what was typed and cannot be saved
            as it is; an empty text when nothing of the kind stands there any more.
        finished: Enter was pressed on the last question.
    """

    answered = Signal(str, str, object)
    unfinished = Signal(str, str, str)
    finished = Signal()

    def __init__(self, section: Section, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.language = language

    def show_case(self, view: CaseView) -> None:
        """Show a case as it is stored; what is being typed is left alone."""
        del view

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        self.language = language
        for panel in self.question_panels():
            panel.retranslate(language)

    def question_panels(self) -> tuple[QuestionsPanel, ...]:
        """Return every panel with rows of questions that exists in this step."""
        return ()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""

    def flush(self) -> None:
        """Hand out what was typed."""
        for panel in self.question_panels():
            panel.flush()

    def show_stuck(self, stuck: frozenset[Key]) -> None:
        """Mark what is not in the store although it was handed out."""
        for panel in self.question_panels():
            panel.show_stuck(stuck)

    def take_refusal(self, key: Key, text: str) -> bool:
        """Say why the store refused something, where it stands; tell whether it stands here."""
        for panel in self.question_panels():
            for name, row in panel.rows.items():
                if key == answer_key(panel.owner, name):
                    row.refuse(text)
                    return True
        return False

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        for panel in self.question_panels():
            panel.set_changeable(changeable=changeable)

    @property
    def place(self) -> str:
        """What of the step is open, to come back to after a lock; empty for the step as such."""
        return ""

    def return_to(self, place: str) -> None:
        """Open what ``place`` told."""
