"""One section of questions, drawn from the form; knows no question by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.domain.answers import Answer
from intake.forms.definition import Question, QuestionKind, Section
from intake.forms.expressions import Context
from intake.forms.validation import relevant_questions
from intake.gui.questions.row import QuestionRow
from intake.gui.widgets.card import Rule

# Narratives have an editor of their own, calculated questions are never asked, and pictures are
# not taken in this version.
_NOT_DRAWN = (QuestionKind.NARRATIVE, QuestionKind.IMAGE)


def is_drawn(question: Question) -> bool:
    """Tell whether a question stands on the page as a row."""
    return question.kind not in _NOT_DRAWN and question.calculation is None


class QuestionsPanel(QWidget):
    """Rows of questions; Enter goes to the next one that applies.

    Signals:
        committed: ``(question name, Answer or None)``.
        finished: Enter was pressed on the last question.
    """

    committed = Signal(str, object)
    finished = Signal()

    def __init__(self, section: Section, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._answers: dict[str, Answer] = {}
        self._around: Mapping[str, Answer] = {}
        self.rows: dict[str, QuestionRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for question in section.items:
            if not is_drawn(question):
                continue
            row = QuestionRow(question, language, self)
            row.committed.connect(self._on_commit)
            row.finished.connect(lambda name=question.name: self._go_on(name))
            self.rows[question.name] = row
            column.addWidget(row)
            column.addWidget(Rule())

    def show_answers(
        self, answers: Mapping[str, Answer], around: Mapping[str, Answer] | None = None
    ) -> None:
        """Show stored answers.

        Args:
            answers: Answers of this section's owner by question name.
            around: Answers of other owners that decide whether a question applies.
        """
        self._answers = dict(answers)
        self._around = around or {}
        for name, row in self.rows.items():
            if not row.has_focus_inside():
                row.show_answer(answers.get(name))
        self._show_relevant()

    def retranslate(self, language: str) -> None:
        """Show the questions in another language."""
        for row in self.rows.values():
            row.retranslate(language)

    def flush(self) -> None:
        """Commit what stands in any edit now."""
        for row in self.rows.values():
            row.flush()

    def focus_first(self) -> None:
        """Put the keyboard into the first question that applies."""
        for row in self.rows.values():
            if row.isVisibleTo(self):
                row.setFocus()
                return

    def current_row(self) -> QuestionRow | None:
        """Return the question that has the keyboard."""
        return next((row for row in self.rows.values() if row.has_focus_inside()), None)

    def answered(self) -> tuple[int, int]:
        """Return how many questions that apply have an answer, and how many apply."""
        shown = [name for name, row in self.rows.items() if row.isVisibleTo(self)]
        return sum(name in self._answers for name in shown), len(shown)

    def _on_commit(self, name: str, answer: Answer | None) -> None:
        if answer is None:
            self._answers.pop(name, None)
        else:
            self._answers[name] = answer
        self._show_relevant()
        self.committed.emit(name, answer)

    def _show_relevant(self) -> None:
        today = datetime.now(UTC).astimezone().date()
        known = Context({**self._around, **self._answers}, today)
        relevant = {question.name for question in relevant_questions(self.section, known)}
        for name, row in self.rows.items():
            # An answer that was given stays in sight even when it no longer applies.
            row.setVisible(name in relevant or name in self._answers)

    def _go_on(self, name: str) -> None:
        names = [other for other, row in self.rows.items() if row.isVisibleTo(self)]
        place = names.index(name) + 1 if name in names else len(names)
        if place < len(names):
            self.rows[names[place]].setFocus()
        else:
            self.finished.emit()
