"""One question on the page: label, hint, edit, the four missing values, what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from intake.domain.answers import Answer, Missing
from intake.forms.definition import Question, QuestionKind
from intake.gui.i18n import noop, translate
from intake.gui.questions.choices import make_choice_edit
from intake.gui.questions.edits import AnswerEdit, DateEdit, NumberEdit, TypedEdit
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.labels import ErrorText, Label, Muted, Small

MISSING_WORDS = {
    Missing.NOT_ASKED: noop("QuestionRow", "Not asked"),
    Missing.UNKNOWN: noop("QuestionRow", "Does not know"),
    Missing.DECLINED: noop("QuestionRow", "Prefers not to say"),
    Missing.NOT_APPLICABLE: noop("QuestionRow", "Does not apply"),
}
_CYCLE: tuple[Missing | None, ...] = (None, *Missing)


def missing_word(reason: Missing) -> str:
    """Return a reason for a missing answer in the interface language."""
    return translate("QuestionRow", MISSING_WORDS[reason])


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

    Signals:
        committed: ``(question name, Answer or None)``.
        finished: The person moved on with Enter.
    """

    committed = Signal(str, object)
    finished = Signal()

    def __init__(self, question: Question, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._language = language
        self._missing: Missing | None = None
        self._label = Label()
        self._label.setProperty("role", "strong")
        self._why = LinkButton()
        self._hint = Muted()
        self._edit = make_edit(question, language, self)
        self._given = Small()
        self._error = ErrorText()
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.addWidget(self._label, 1)
        head.addWidget(self._why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.ONE, 0, Space.ONE)
        column.setSpacing(Space.HALF)
        column.addLayout(head)
        for widget in (self._hint, self._edit, self._given, self._error):
            column.addWidget(widget)
        self._label.setBuddy(self._edit)
        self.setFocusProxy(self._edit)
        self._edit.committed.connect(self._on_answer)
        self._edit.complained.connect(self._error.show_text)
        self._edit.finished.connect(self.finished)
        self._why.clicked.connect(self._offer_missing)
        self.retranslate(language)
        self._show_missing()

    def retranslate(self, language: str) -> None:
        """Show the question in another language."""
        self._language = language
        label = self.question.label.get(language) or self.question.name
        hint = self.question.hint.get(language)
        self._label.setText(label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._edit.retranslate(language)
        self._edit.name_for_readers(label)
        self._show_missing()

    def show_answer(self, answer: Answer | None) -> None:
        """Show a stored answer without committing it again."""
        self._missing = answer.missing if answer is not None else None
        self._edit.show_answer(answer if answer is not None and answer.missing is None else None)
        self._show_missing()

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the stored answer; empty for nothing."""
        self._error.show_text(text)

    def flush(self) -> None:
        """Commit what stands in the edit now."""
        self._edit.flush()

    def has_focus_inside(self) -> bool:
        """Tell whether the keyboard is anywhere in this question."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def cycle_missing(self) -> None:
        """Go to the next of: an answer, and the four reasons why there is none."""
        following = _CYCLE[(_CYCLE.index(self._missing) + 1) % len(_CYCLE)]
        self._set_missing(following)

    def _set_missing(self, reason: Missing | None) -> None:
        self._missing = reason
        self._edit.show_answer(None)
        self._error.show_text("")
        self._show_missing()
        self.committed.emit(
            self.question.name, Answer(missing=reason) if reason is not None else None
        )

    def _on_answer(self, answer: object) -> None:
        self._missing = None
        self._show_missing()
        self.committed.emit(self.question.name, answer)

    def _offer_missing(self) -> None:
        menu = QMenu(self)
        for reason in Missing:
            entry = QAction(missing_word(reason), menu)
            entry.setCheckable(True)
            entry.setChecked(reason is self._missing)
            entry.triggered.connect(lambda _checked, chosen=reason: self._set_missing(chosen))
            menu.addAction(entry)
        menu.addSeparator()
        back = QAction(translate("QuestionRow", "Give an answer after all"), menu)
        back.setEnabled(self._missing is not None)
        back.triggered.connect(lambda: self._set_missing(None))
        menu.addAction(back)
        menu.popup(self._why.mapToGlobal(self._why.rect().bottomLeft()))

    def _show_missing(self) -> None:
        word = missing_word(self._missing) if self._missing is not None else ""
        self._given.setText(word)
        self._given.setVisible(bool(word))
        self._why.setText(translate("QuestionRow", "No answer?"))
        self._why.setAccessibleName(
            translate("QuestionRow", "No answer to: {question}").format(question=self._label.text())
        )
