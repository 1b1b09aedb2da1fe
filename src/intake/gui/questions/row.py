"""One question on the page: label, hint, edit, the four missing values, what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from intake.domain.answers import Answer, Missing
from intake.forms.definition import Question, QuestionKind
from intake.forms.expressions import Context
from intake.forms.validation import Problem, ProblemKind, validate
from intake.gui.i18n import noop, translate
from intake.gui.questions.choices import make_choice_edit
from intake.gui.questions.edits import AnswerEdit, DateEdit, NumberEdit, TypedEdit
from intake.gui.theme import Space
from intake.gui.widgets.chip import Chip, ChipKind
from intake.gui.widgets.labels import ErrorText, Label, Muted

MISSING_WORDS = {
    Missing.NOT_ASKED: noop("QuestionRow", "Not asked"),
    Missing.UNKNOWN: noop("QuestionRow", "Does not know"),
    Missing.DECLINED: noop("QuestionRow", "Prefers not to say"),
    Missing.NOT_APPLICABLE: noop("QuestionRow", "Does not apply"),
}
_PROBLEMS = {
    ProblemKind.WRONG_TYPE: noop("QuestionRow", "This does not fit the question. Check it."),
    ProblemKind.UNKNOWN_CHOICE: noop("QuestionRow", "This is not one of the choices."),
    ProblemKind.BAD_DATE: noop("QuestionRow", "This is no date. Check it."),
    ProblemKind.TOO_LONG: noop(
        "QuestionRow", "This is too long to be kept here. Shorten it, or write it in the account."
    ),
    ProblemKind.BAD_CHARACTERS: noop(
        "QuestionRow", "This holds characters that cannot be kept. Type it again."
    ),
    ProblemKind.CONSTRAINT: noop("QuestionRow", "This lies outside what is possible. Check it."),
}
_CYCLE: tuple[Missing | None, ...] = (None, *Missing)


def missing_word(reason: Missing) -> str:
    """Return a reason for a missing answer in the interface language."""
    return translate("QuestionRow", MISSING_WORDS[reason])


def nothing_known() -> Context:
    """Return the surroundings of a question that depends on no other."""
    return Context({}, datetime.now(UTC).astimezone().date())


def make_edit(question: Question, language: str, parent: QWidget | None = None) -> AnswerEdit:
    """Return the edit for a question's kind."""
    if question.kind in (QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE):
        return make_choice_edit(question, language, parent)
    if question.kind in (QuestionKind.INTEGER, QuestionKind.NUMBER):
        return NumberEdit(question, parent)
    if question.kind is QuestionKind.DATE:
        return DateEdit(question, parent)
    return TypedEdit(question, parent)


class QuestionRow(QWidget):
    """A question with everything around it.

    Args:
        question: The question.
        language: Language of its texts.
        parent: Owner.
        offers_reasons: Offer the reasons why there is no answer.

    Attributes:
        surroundings: Returns the other answers; set by the panel.

    Signals:
        committed: ``(question name, Answer or None)``.
        unfinished: ``(question name, text)``: what was typed and cannot be an answer; empty when
            nothing of the kind stands there any more.
        finished: The person moved on with Enter.
        opened: A list opened in this row.
    """

    committed = Signal(str, object)
    unfinished = Signal(str, str)
    finished = Signal()
    opened = Signal()

    def __init__(
        self,
        question: Question,
        language: str,
        parent: QWidget | None = None,
        *,
        offers_reasons: bool = True,
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.surroundings: Callable[[], Context] = nothing_known
        self._language = language
        self._answer: Answer | None = None
        self._set_aside: Answer | None = None
        self._kept = ""
        self._label, self._hint = Label(), Muted()
        self._label.setProperty("role", "strong")
        self._why = QToolButton()
        self._why.setProperty("kind", "quiet")
        self._why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._given, self._unsaved = Chip(), Chip()
        self.edit = make_edit(question, language, self)
        self._error = ErrorText()
        self._arrange()
        self.edit.check = self._judge
        self.edit.committed.connect(self._on_answer)
        self.edit.complained.connect(self._on_complaint)
        self.edit.finished.connect(self.finished)
        self.edit.opened.connect(self.opened)
        self._why.clicked.connect(self._offer_missing)
        self._offers_reasons = offers_reasons
        if not offers_reasons:
            self._why.hide()
        self.retranslate(language)

    def retranslate(self, language: str) -> None:
        """Show the question in another language."""
        self._language = language
        label = self.question.label.get(language) or self.question.name
        hint = self.question.hint.get(language)
        self._label.setText(label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.edit.retranslate(language)
        self.edit.name_for_readers(label)
        self._why.setText(translate("QuestionRow", "No answer?"))
        self._why.setToolTip(translate("QuestionRow", "Say why there is no answer (Ctrl+D)"))
        self._why.setAccessibleName(
            translate("QuestionRow", "No answer to: {question}").format(question=label)
        )
        self._show_missing()
        self._show_unsaved_word()

    def show_answer(self, answer: Answer | None) -> None:
        """Show a stored answer; what is being typed, or cannot stand yet, is left alone."""
        if not self.edit.is_settled:
            return
        self._answer = answer
        self.edit.show_answer(answer if answer is not None and answer.missing is None else None)
        self._show_missing()

    def show_unfinished(self, text: str) -> None:
        """Show what was typed once and cannot be an answer; empty drops what stands there."""
        if text and self.edit.is_settled:
            self.edit.write(text)
        elif not text and self.edit.is_wrong:
            self.forget()

    def forget(self) -> None:
        """Drop what is typed, before the answer of another record is shown."""
        self._kept = ""
        self.edit.show_answer(None)
        self._show_unsaved_word()

    @property
    def is_unfinished(self) -> bool:
        """Whether something stands there that cannot be saved as it is."""
        return bool(self._kept)

    def show_unsaved(self, *, unsaved: bool) -> None:
        """Mark the answer as not in the store yet, or as stored."""
        self._unsaved.setProperty("told", unsaved)
        self._show_unsaved_word()

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        self.edit.setEnabled(changeable)
        self._why.setVisible(changeable and self._offers_reasons)

    def refuse(self, text: str) -> None:
        """Say why the store did not take the answer; what was typed stays, and is not saved."""
        self.edit.refuse(text)

    def flush(self) -> None:
        """Commit what stands in the edit now."""
        self.edit.flush()

    def has_focus_inside(self) -> bool:
        """Tell whether the keyboard is anywhere in this question."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def cycle_missing(self) -> None:
        """Go to the next of: the four reasons why there is no answer, and the answer before."""
        self.edit.flush()
        reason = self._answer.missing if self._answer is not None else None
        if reason is None:
            self._set_aside = self._answer
        following = _CYCLE[(_CYCLE.index(reason) + 1) % len(_CYCLE)]
        self._give(Answer(missing=following) if following is not None else self._set_aside)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.addWidget(self._label, 1)
        head.addWidget(self._unsaved)
        head.addWidget(self._given)
        head.addWidget(self._why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.ONE, 0, Space.ONE_HALF)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addSpacing(Space.HALF)
        column.addWidget(self.edit)
        column.addWidget(self._error)
        self._label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)

    def _judge(self, answer: Answer) -> str:
        problems = validate(self.question, answer, self.surroundings())
        return self._words(problems[0]) if problems else ""

    def _words(self, problem: Problem) -> str:
        return problem.message.get(self._language) or translate(
            "QuestionRow", _PROBLEMS[problem.kind]
        )

    def _give(self, answer: Answer | None) -> None:
        """Take an answer that was not typed, in place of what stands there."""
        self._answer = answer
        self.edit.show_answer(answer if answer is not None and answer.missing is None else None)
        self._show_missing()
        self.committed.emit(self.question.name, answer)

    def _on_complaint(self, text: str) -> None:
        self._error.show_text(text)
        kept = self.edit.written() if text else ""
        if kept != self._kept:
            self._kept = kept
            self._show_unsaved_word()
            self.unfinished.emit(self.question.name, kept)

    def _on_answer(self, answer: Answer | None) -> None:
        self._answer = answer
        self._show_missing()
        self.committed.emit(self.question.name, answer)

    def _offer_missing(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self._answer.missing if self._answer is not None else None
        for reason in Missing:
            entry = QAction(missing_word(reason), menu)
            entry.setCheckable(True)
            entry.setChecked(reason is current)
            entry.triggered.connect(
                lambda _checked=False, chosen=reason: self._give(Answer(missing=chosen))
            )
            menu.addAction(entry)
        menu.addSeparator()
        back = QAction(translate("QuestionRow", "Empty this answer"), menu)
        back.setEnabled(self._answer is not None)
        back.triggered.connect(lambda: self._give(None))
        menu.addAction(back)
        menu.popup(self._why.mapToGlobal(self._why.rect().bottomLeft()))

    def _show_missing(self) -> None:
        reason = self._answer.missing if self._answer is not None else None
        self._given.show_fact(missing_word(reason) if reason is not None else "")

    def _show_unsaved_word(self) -> None:
        told = bool(self._unsaved.property("told")) or self.is_unfinished
        word = translate("QuestionRow", "Not saved yet") if told else ""
        self._unsaved.show_fact(word, ChipKind.ATTENTION)
