"""Edits for single answers: text, number, date; each hands out a finished answer, never a half one.

An edit commits 400 ms after the last key and when the focus leaves; choices commit at once.
"""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.domain.answers import Answer
from intake.domain.edtf import parse as parse_edtf
from intake.domain.text import settle
from intake.forms.definition import Question, QuestionKind
from intake.gui.i18n import translate
from intake.gui.questions.dates import describe
from intake.gui.theme import Space
from intake.gui.widgets.entry import LineEdit, TextArea
from intake.gui.widgets.labels import Small

DEBOUNCE_MS = 400


class AnswerEdit(QWidget):
    """Base of all edits.

    Signals:
        committed: The answer (``Answer``), or ``None`` when it was emptied.
        complained: Why what stands there is no answer yet; empty when it is one.
        finished: Enter was pressed: the next question may have the focus.
    """

    committed = Signal(object)
    complained = Signal(str)
    finished = Signal()
    several_lines: ClassVar[bool] = False

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.HALF)

    def show_answer(self, answer: Answer | None) -> None:
        """Show a stored answer without committing it again; notes and pictures have none."""

    def flush(self) -> None:
        """Commit what stands there now, if it changed."""

    def name_for_readers(self, name: str) -> None:
        """Give every focusable part its accessible name."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() is not Qt.FocusPolicy.NoFocus and not child.accessibleName():
                child.setAccessibleName(name)

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""


class TypedEdit(AnswerEdit):
    """An edit that is typed into: waits for a pause before it commits."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self.several_lines_here = (
            question.kind is QuestionKind.LONG_TEXT or question.accepts_several
        )
        self._shown = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self.flush)
        self.field: LineEdit | TextArea = (
            self._make_area() if self.several_lines_here else self._make_line()
        )
        self.setFocusProxy(self.field)
        self.column.addWidget(self.field)
        self.field.installEventFilter(self)

    def _make_line(self) -> LineEdit:
        line = LineEdit(self)
        line.textEdited.connect(self._on_key)
        line.returnPressed.connect(self._on_enter)
        return line

    def _make_area(self) -> TextArea:
        area = TextArea(self)
        area.textChanged.connect(self._on_key)
        lines = 3 if self.question.accepts_several else 5
        area.setFixedHeight(area.fontMetrics().lineSpacing() * lines + Space.THREE)
        return area

    def written(self) -> str:
        """Return what stands in the field, settled and without outer blanks."""
        field = self.field
        raw = field.text() if isinstance(field, LineEdit) else field.toPlainText()
        return settle(raw).strip()

    def show_answer(self, answer: Answer | None) -> None:
        """Show a stored answer without committing it again."""
        text = "\n".join(answer.texts) if answer is not None else ""
        if text == self.written():
            self._shown = text
            return
        self._shown = text
        self.field.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        if isinstance(self.field, LineEdit):
            self.field.setText(text)
        else:
            self.field.setPlainText(text)
        self.field.blockSignals(False)  # noqa: FBT003 (Qt's signature)
        self.complained.emit("")

    def flush(self) -> None:
        """Commit when what is written is an answer and differs from what was shown."""
        self._pause.stop()
        text = self.written()
        if text == self._shown:
            self.complained.emit("")
            return
        complaint = self.complaint(text) if text else ""
        self.complained.emit(complaint)
        self.field.set_wrong(wrong=bool(complaint))
        if complaint:
            return
        self._shown = text
        self.committed.emit(self.read(text) if text else None)

    def complaint(self, text: str) -> str:
        """Return why ``text`` is no answer, or an empty text."""
        del text
        return ""

    def read(self, text: str) -> Answer:
        """Return the answer that ``text`` stands for."""
        if self.question.accepts_several:
            return Answer(tuple(line.strip() for line in text.splitlines() if line.strip()))
        return Answer(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the focus leaves the field."""
        if watched is self.field and isinstance(event, QFocusEvent) and event.lostFocus():
            self.flush()
        return super().eventFilter(watched, event)

    def _on_key(self) -> None:
        self._pause.start()

    def _on_enter(self) -> None:
        self.flush()
        self.finished.emit()


class NumberEdit(TypedEdit):
    """A whole or decimal number."""

    def complaint(self, text: str) -> str:
        """Return what is wrong with a number as typed."""
        try:
            self.read(text)
        except ValueError:
            return translate("NumberEdit", "Write a number in digits, or choose why there is none.")
        return ""

    def read(self, text: str) -> Answer:
        """Return the number; any script's digits are understood."""
        plain = text.replace("\u00a0", "").replace(" ", "")
        if self.question.kind is QuestionKind.INTEGER:
            return Answer(int(plain))
        return Answer(float(plain.replace(",", ".")))


class DateEdit(TypedEdit):
    """A date as exact as it is known; what was understood stands below in words."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._reading = Small()
        self.column.addWidget(self._reading)
        assert isinstance(self.field, LineEdit)
        self.field.textChanged.connect(self._show_reading)
        self.retranslate("")

    def retranslate(self, language: str) -> None:
        """Set the examples in the interface language."""
        del language
        assert isinstance(self.field, LineEdit)
        self.field.setPlaceholderText(
            translate("DateEdit", "2021, 2021-07, 2021-07-14, or 2020-08/2020-11")
        )
        self._show_reading(self.written())

    def complaint(self, text: str) -> str:
        """Return what is wrong with a date as typed."""
        try:
            parse_edtf(text)
        except ValueError:
            return translate(
                "DateEdit",
                "This is no date. Write a year, a month (2021-07), a day (2021-07-14) or a span "
                "(2020-08/2020-11); add ~ when it is about right.",
            )
        return ""

    def show_answer(self, answer: Answer | None) -> None:
        """Show a stored date and its reading."""
        super().show_answer(answer)
        self._show_reading(self.written())

    def _show_reading(self, text: str) -> None:
        try:
            reading = describe(parse_edtf(text.strip())) if text.strip() else ""
        except ValueError:
            reading = ""
        self._reading.setText(reading)
        self._reading.setVisible(bool(reading))
