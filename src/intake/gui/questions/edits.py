"""Edits for single answers: text, number, date; each hands out a finished answer, never a half one.

An edit commits 400 ms after the last key and when the focus leaves; choices commit at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.domain.answers import Answer
from intake.domain.edtf import parse as parse_edtf
from intake.domain.text import settle
from intake.forms.definition import Question, QuestionKind
from intake.gui.i18n import translate
from intake.gui.questions.dates import describe
from intake.gui.questions.written_dates import to_edtf
from intake.gui.theme import Space, theme
from intake.gui.widgets.entry import LineEdit, TextArea
from intake.gui.widgets.labels import Small

DEBOUNCE_MS = 400
_WIDTHS = {
    QuestionKind.INTEGER: 160,
    QuestionKind.NUMBER: 160,
    QuestionKind.DATE: 400,
    QuestionKind.CODE: 240,
}
_AROUND_LINES = Space.THREE + Space.HALF  # padding, frame and the document's own margin
_FEWEST_LINES, _MOST_LINES = 2, 8


class AnswerEdit(QWidget):
    """Base of all edits.

    Attributes:
        check: Returns why an answer cannot stand, or an empty text; set by the row.

    Signals:
        committed: The answer (``Answer``), or ``None`` when it was emptied.
        complained: Why what stands there is no answer yet; empty when it is one.
        finished: Enter was pressed: the next question may have the focus.
        opened: A list opened below the field.
    """

    committed = Signal(object)
    complained = Signal(str)
    finished = Signal()
    opened = Signal()

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.check: Callable[[Answer], str] = lambda _answer: ""
        self._is_wrong = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.HALF)

    @property
    def is_settled(self) -> bool:
        """Whether what stands there has been handed out."""
        return not self._is_wrong

    @property
    def is_wrong(self) -> bool:
        """Whether what stands there cannot be an answer."""
        return self._is_wrong

    def written(self) -> str:
        """Return what was typed, to be kept while it is no answer; empty for what is chosen."""
        return ""

    def write(self, text: str) -> None:
        """Put back what was typed once and was no answer."""

    def refuse(self, complaint: str) -> None:
        """Take what stands there for no answer, although it was handed out as one."""
        self._is_wrong = True
        self.complained.emit(complaint)

    def offer(self, answer: Answer | None) -> None:
        """Commit an answer, or complain when it cannot stand."""
        complaint = self.check(answer) if answer is not None else ""
        self._is_wrong = bool(complaint)
        self.complained.emit(complaint)
        if not complaint:
            self.committed.emit(answer)

    def show_answer(self, answer: Answer | None) -> None:
        """Show a stored answer, whatever stands there, without committing it again."""
        del answer
        self._is_wrong = False
        self.complained.emit("")

    def flush(self) -> None:
        """Commit what stands there now, if it changed."""

    def fold(self) -> None:
        """Close what has opened below the field."""

    def name_for_readers(self, name: str) -> None:
        """Give every focusable part its accessible name."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                child.setAccessibleName(name)

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""


class TypedEdit(AnswerEdit):
    """An edit that is typed into: waits for a pause before it commits."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._shown: str | None = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self.flush)
        several_lines = question.kind is QuestionKind.LONG_TEXT or question.accepts_several
        self.field: LineEdit | TextArea = self._make_area() if several_lines else self._make_line()
        self.setFocusProxy(self.field)
        width = _WIDTHS.get(question.kind)
        if width is None:
            self.column.addWidget(self.field)
        else:
            self.field.setFixedWidth(theme().scaled(width))
            self.column.addWidget(self.field, 0, Qt.AlignmentFlag.AlignLeading)
        self.field.installEventFilter(self)

    @property
    def is_settled(self) -> bool:
        """Whether what is written has been handed out."""
        return not self._is_wrong and self.written() == self._shown

    def written(self) -> str:
        """Return what stands in the field, settled and without outer blanks."""
        field = self.field
        raw = field.text() if isinstance(field, LineEdit) else field.toPlainText()
        return settle(raw).strip()

    def show_answer(self, answer: Answer | None) -> None:
        """Show a stored answer; what is written already and means the same stays as it is."""
        super().show_answer(answer)
        self._pause.stop()
        if answer is None or answer != self._meant():
            self._write("\n".join(answer.texts) if answer is not None else "")
        self._shown = self.written()
        self.field.set_wrong(wrong=False)

    def flush(self) -> None:
        """Commit when what is written is an answer and differs from what was shown."""
        self._pause.stop()
        text = self.written()
        if text == self._shown:
            self._be_right()
            return
        complaint = self.complaint(text) if text else ""
        if complaint:
            self._is_wrong = True
            self.complained.emit(complaint)
        else:
            self.offer(self.read(text) if text else None)
        self.field.set_wrong(wrong=self._is_wrong)
        if not self._is_wrong:
            self._shown = text

    def write(self, text: str) -> None:
        """Put back what was typed once, and say again why it is no answer."""
        self._write(text)
        self.flush()

    def refuse(self, complaint: str) -> None:
        """Keep what is written; it is handed out again with the next change."""
        self._shown = None
        self.field.set_wrong(wrong=True)
        super().refuse(complaint)

    def _be_right(self) -> None:
        """Take back a complaint: what is stored stands there again."""
        if self._is_wrong:
            self._is_wrong = False
            self.field.set_wrong(wrong=False)
            self.complained.emit("")

    def complaint(self, text: str) -> str:
        """Return why ``text`` is no answer, or an empty text."""
        del text
        return ""

    def read(self, text: str) -> Answer:
        """Return the answer that ``text`` stands for."""
        if self.question.accepts_several:
            lines = (line.strip() for line in text.splitlines())
            return Answer(tuple(dict.fromkeys(line for line in lines if line)))
        return Answer(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the focus leaves the field."""
        if watched is self.field and isinstance(event, QFocusEvent) and event.lostFocus():
            self.flush()
        return super().eventFilter(watched, event)

    def _make_line(self) -> LineEdit:
        line = LineEdit(self)
        line.textEdited.connect(self._on_key)
        line.returnPressed.connect(self._on_enter)
        return line

    def _make_area(self) -> TextArea:
        area = TextArea(self)
        area.textChanged.connect(self._on_key)
        layout = area.document().documentLayout()
        layout.documentSizeChanged.connect(partial(_fit, area))
        _fit(area, layout.documentSize())
        return area

    def _on_key(self) -> None:
        self._pause.start()

    def _on_enter(self) -> None:
        self.flush()
        if self.is_settled:
            self.finished.emit()

    def _meant(self) -> Answer | None:
        """Return the answer that is written, ``None`` for no or a wrong one."""
        text = self.written()
        return self.read(text) if text and not self.complaint(text) else None

    def _write(self, text: str) -> None:
        self.field.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        if isinstance(self.field, LineEdit):
            self.field.setText(text)
        else:
            self.field.setPlainText(text)
        self.field.blockSignals(False)  # noqa: FBT003 (Qt's signature)


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
            translate("DateEdit", "2021, 2021-07, 14.07.2021, summer 2021, or 2020-08/2020-11")
        )
        self._show_reading(self.written())

    def complaint(self, text: str) -> str:
        """Return what is wrong with a date as typed."""
        try:
            parse_edtf(to_edtf(text))
        except ValueError:
            return translate(
                "DateEdit",
                "This is no date. Write a year, a season (summer 2021), a month (2021-07), a day "
                "(14.07.2021 or 2021-07-14) or a span (2020-08/2020-11); add ~ when it is about "
                "right.",
            )
        return ""

    def read(self, text: str) -> Answer:
        """Return the date in EDTF, however it was written."""
        return Answer(to_edtf(text))

    def show_answer(self, answer: Answer | None) -> None:
        """Show a stored date and its reading."""
        super().show_answer(answer)
        self._show_reading(self.written())

    def _show_reading(self, text: str) -> None:
        try:
            reading = describe(parse_edtf(to_edtf(text.strip()))) if text.strip() else ""
        except ValueError:
            reading = ""
        self._reading.setText(reading)
        self._reading.setVisible(bool(reading))


def _fit(area: TextArea, size: QSizeF) -> None:
    """Let the field grow with its text; a plain text measures itself in lines."""
    lines = min(max(int(size.height()), _FEWEST_LINES), _MOST_LINES)
    area.setFixedHeight(area.fontMetrics().lineSpacing() * lines + _AROUND_LINES)
