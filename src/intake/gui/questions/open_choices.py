"""A few choices that stand open on the page, as radio buttons or check boxes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from intake.domain.answers import Answer
from intake.forms.definition import Question, QuestionKind
from intake.gui.questions.edits import AnswerEdit
from intake.gui.theme import Space
from intake.gui.widgets.choice import CheckBox, RadioButton

_COLUMNS_FROM = 5
_SHORT_LABEL = 30


class OpenChoices(AnswerEdit):
    """A few choices as radio buttons or check boxes."""

    def __init__(self, question: Question, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._single = question.kind is QuestionKind.SELECT_ONE
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.THREE)
        grid.setVerticalSpacing(0)
        self.column.addLayout(grid)
        # Only radio buttons are a group: in a group Tab goes past all boxes but one.
        self._group = QButtonGroup(self) if self._single else None
        self._buttons: dict[str, RadioButton | CheckBox] = {}
        columns = self._columns(language)
        rows = -(-len(question.choices.choices) // columns)
        for index, choice in enumerate(question.choices.choices):
            button = RadioButton(self) if self._single else CheckBox(self)
            self._buttons[choice.name] = button
            button.clicked.connect(self._on_click)
            if self._group is not None:
                self._group.addButton(button)
            grid.addWidget(button, index % rows, index // rows)
            button.installEventFilter(self)
        grid.setColumnStretch(columns, 1)
        self.setFocusProxy(next(iter(self._buttons.values())))
        self.retranslate(language)

    def retranslate(self, language: str) -> None:
        """Show the labels in another language."""
        for choice in self.question.choices.choices:
            button = self._buttons[choice.name]
            button.setText(choice.label.get(language) or choice.name)

    def name_for_readers(self, name: str) -> None:
        """Say the question before each choice."""
        for button in self._buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def show_answer(self, answer: Answer | None) -> None:
        """Tick what was chosen; the keyboard enters at the first that is ticked."""
        super().show_answer(answer)
        chosen = set(answer.texts) if answer is not None else set()
        if self._group is not None:
            self._group.setExclusive(False)  # or nothing could be unticked
        for name, button in self._buttons.items():
            button.setChecked(name in chosen)
        if self._group is not None:
            self._group.setExclusive(True)
        ticked = next((b for name, b in self._buttons.items() if name in chosen), None)
        self.setFocusProxy(ticked or next(iter(self._buttons.values())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move on with Enter; Space ticks as everywhere."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.finished.emit()
            return True
        return super().eventFilter(watched, event)

    def _columns(self, language: str) -> int:
        """Return 2 when there are several choices and all of them are short."""
        labels = [choice.label.get(language) for choice in self.question.choices.choices]
        is_short = max(len(label) for label in labels) <= _SHORT_LABEL
        return 2 if len(labels) >= _COLUMNS_FROM and is_short else 1

    def _on_click(self) -> None:
        chosen = tuple(name for name, button in self._buttons.items() if button.isChecked())
        if not chosen:
            self.offer(None)
        else:
            self.offer(Answer(chosen[0] if self._single else chosen))
