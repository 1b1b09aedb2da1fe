"""One section of questions, drawn from the form; knows no question by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.domain.answers import Answer
from intake.forms.definition import Question, QuestionKind, Section
from intake.forms.expressions import Context
from intake.forms.validation import calculate, is_relevant
from intake.gui.interview.writes import Key, answer_key, place_of
from intake.gui.questions.answer_words import answer_words
from intake.gui.questions.row import QuestionRow
from intake.gui.questions.told_row import ToldRow
from intake.gui.widgets.card import Rule

# Narratives have an editor of their own; pictures are not taken in this version.
_NOT_DRAWN = (QuestionKind.NARRATIVE, QuestionKind.IMAGE)


def is_asked(question: Question) -> bool:
    """Tell whether a question stands on the page with a field to fill in."""
    told = question.kind is QuestionKind.NOTE or question.calculation is not None
    return question.kind not in _NOT_DRAWN and not told


def surroundings(*sheets: Mapping[str, Answer]) -> Context:
    """Return what decides whether questions apply: answers, later ones first, and the day."""
    known: dict[str, Answer] = {}
    for sheet in sheets:
        known |= sheet
    return Context(known, datetime.now(UTC).astimezone().date())


class QuestionsPanel(QWidget):
    """Rows of questions; Enter goes to the next one that applies.

    Args:
        section: The section.
        language: Language of the questions.
        parent: Owner.
        offers_reasons: Say why there is no answer; not for notes of the interviewer's own.

    Attributes:
        owner: Id of the record that the answers belong to.
        answers: The answers of that record, those just given among them.

    Signals:
        committed: ``(owner, question name, Answer or None)``.
        unfinished: ``(owner, question name, text)`` that cannot be an answer; empty for none.
        finished: Enter was pressed on the last question.
    """

    committed = Signal(str, str, object)
    unfinished = Signal(str, str, str)
    finished = Signal()

    def __init__(
        self,
        section: Section,
        language: str,
        parent: QWidget | None = None,
        *,
        offers_reasons: bool = True,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self.owner = ""
        self._language = language
        self.answers: dict[str, Answer] = {}
        self._offers_reasons = offers_reasons
        self._around: Mapping[str, Answer] = {}
        self.rows: dict[str, QuestionRow] = {}
        self.told: dict[str, ToldRow] = {}
        self._rules: dict[str, Rule] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for question in section.items:
            if question.kind not in _NOT_DRAWN:
                self._add(question)

    def show_answers(
        self,
        owner: str,
        answers: Mapping[str, Answer],
        around: Mapping[str, Answer] | None = None,
        unfinished: Mapping[str, str] | None = None,
    ) -> None:
        """Show stored answers.

        Args:
            owner: Id of the record that they belong to.
            answers: Answers of the owner by question name.
            around: Answers of other owners that decide whether a question applies.
            unfinished: What was typed and cannot be saved as it is, by place; ``None`` leaves
                alone what stands in the rows.
        """
        if owner != self.owner:
            for row in self.rows.values():
                row.forget()
        self.owner = owner
        self.answers = dict(answers)
        self._around = around or {}
        for name, row in self.rows.items():
            row.show_answer(answers.get(name))
            if unfinished is not None:
                row.show_unfinished(unfinished.get(place_of(owner, name), ""))
        self._show_relevant()

    def retranslate(self, language: str) -> None:
        """Show the questions in another language."""
        self._language = language
        for row in self.rows.values():
            row.retranslate(language)
        self._show_relevant()

    def flush(self) -> None:
        """Commit what stands in any edit now."""
        for row in self.rows.values():
            row.flush()

    def focus_first(self) -> None:
        """Put the keyboard into the first question that applies."""
        row = next((row for row in self.rows.values() if not row.isHidden()), None)
        if row is not None:
            row.setFocus()

    def current_row(self) -> QuestionRow | None:
        """Return the question that has the keyboard."""
        return next((row for row in self.rows.values() if row.has_focus_inside()), None)

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        for row in self.rows.values():
            row.set_changeable(changeable=changeable)

    def show_stuck(self, stuck: frozenset[Key]) -> None:
        """Mark the answers that are not in the store."""
        for name, row in self.rows.items():
            row.show_unsaved(unsaved=answer_key(self.owner, name) in stuck)

    def _add(self, question: Question) -> None:
        made: QWidget
        if is_asked(question):
            row = QuestionRow(question, self._language, self, offers_reasons=self._offers_reasons)
            row.surroundings = self._surroundings
            row.committed.connect(self._on_commit)
            row.unfinished.connect(self._on_unfinished)
            row.finished.connect(lambda name=question.name: self._go_on(name))
            row.opened.connect(lambda name=question.name: self._fold_others(name))
            self.rows[question.name] = row
            made = row
        else:
            self.told[question.name] = made = ToldRow()
        self._rules[question.name] = Rule(self)
        self._column.addWidget(made)
        self._column.addWidget(self._rules[question.name])

    def _on_commit(self, name: str, answer: Answer | None) -> None:
        if answer is None:
            self.answers.pop(name, None)
        else:
            self.answers[name] = answer
        self._show_relevant()
        self.committed.emit(self.owner, name, answer)

    def _on_unfinished(self, name: str, text: str) -> None:
        self.unfinished.emit(self.owner, name, text)

    def _surroundings(self) -> Context:
        return surroundings(self._around, self.answers)

    def _show_relevant(self) -> None:
        known = self._surroundings()
        for question in self.section.items:
            applies = is_relevant(question, known)
            name = question.name
            if name in self.rows:
                # An answer that was given stays in sight even when it no longer applies.
                row = self.rows[name]
                given = name in self.answers or row.is_unfinished
                self._show_row(row, name, shown=applies or given)
            elif name in self.told:
                value = answer_words(question, calculate(question, known), self._language)
                self.told[name].show_texts(
                    question.label.get(self._language) or name,
                    question.hint.get(self._language),
                    value,
                )
                has_text = question.calculation is None or bool(value)
                self._show_row(self.told[name], name, shown=applies and has_text)

    def _show_row(self, row: QWidget, name: str, *, shown: bool) -> None:
        row.setVisible(shown)
        self._rules[name].setVisible(shown)

    def _go_on(self, name: str) -> None:
        names = [other for other, row in self.rows.items() if not row.isHidden()]
        place = names.index(name) + 1 if name in names else len(names)
        if place < len(names):
            self.rows[names[place]].setFocus()
        else:
            self.finished.emit()

    def _fold_others(self, name: str) -> None:
        for other, row in self.rows.items():
            if other != name:
                row.edit.fold()
