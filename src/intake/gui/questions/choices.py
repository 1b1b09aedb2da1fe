"""Edits for choices: a few stand open on the page, many are searched by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from intake.domain.answers import Answer
from intake.domain.folding import fold
from intake.forms.definition import Choice, Question, QuestionKind
from intake.gui.i18n import translate
from intake.gui.questions.edits import AnswerEdit
from intake.gui.theme import Space, theme
from intake.gui.widgets.choice import CheckBox, RadioButton
from intake.gui.widgets.entry import SearchField
from intake.gui.widgets.labels import Small

MOST_OPEN = 9
_COLUMNS_FROM = 5
_SHORT_LABEL = 30
_ROW_HEIGHT = 30
_VISIBLE_ROWS = 6
_NAME = Qt.ItemDataRole.UserRole


def make_choice_edit(question: Question, language: str, parent: QWidget | None) -> AnswerEdit:
    """Return the edit that suits the number of choices."""
    few = len(question.choices.choices) <= MOST_OPEN and not question.is_searched
    if few and not question.accepts_new_choices:
        return OpenChoices(question, language, parent)
    return SearchedChoices(question, language, parent)


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
        self._group = QButtonGroup(self)
        self._group.setExclusive(self._single)
        self._buttons: dict[str, RadioButton | CheckBox] = {}
        columns = self._columns(language)
        rows = -(-len(question.choices.choices) // columns)
        for index, choice in enumerate(question.choices.choices):
            button = RadioButton(self) if self._single else CheckBox(self)
            self._buttons[choice.name] = button
            self._group.addButton(button)
            grid.addWidget(button, index % rows, index // rows)
            button.installEventFilter(self)
        grid.setColumnStretch(columns, 1)
        self._group.buttonClicked.connect(self._on_click)
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))
        self.retranslate(language)

    def retranslate(self, language: str) -> None:
        """Show the labels in another language."""
        for choice in self.question.choices.choices:
            button = self._buttons[choice.name]
            button.setText(choice.label.get(language) or choice.name)
            button.setAccessibleName("")

    def _columns(self, language: str) -> int:
        """Return 2 when there are several choices and all of them are short."""
        labels = [choice.label.get(language) for choice in self.question.choices.choices]
        is_short = max((len(label) for label in labels), default=0) <= _SHORT_LABEL
        return 2 if len(labels) >= _COLUMNS_FROM and is_short else 1

    def name_for_readers(self, name: str) -> None:
        """Say the question before each choice."""
        for button in self._buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def show_answer(self, answer: Answer | None) -> None:
        """Tick what was chosen."""
        chosen = set(answer.texts) if answer is not None else set()
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name in chosen)
        self._group.setExclusive(self._single)
        ticked = next((b for name, b in self._buttons.items() if name in chosen), None)
        first = ticked or next(iter(self._buttons.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move on with Enter, tick with Space as everywhere."""
        if event.type() is QEvent.Type.KeyPress and _is_enter(event):
            self.finished.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_click(self) -> None:
        chosen = tuple(name for name, button in self._buttons.items() if button.isChecked())
        if not chosen:
            self.committed.emit(None)
        elif self._single:
            self.committed.emit(Answer(chosen[0]))
        else:
            self.committed.emit(Answer(chosen))


def _is_enter(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchedChoices(AnswerEdit):
    """Many choices: type a part of the word, choose with the arrows and Enter."""

    def __init__(self, question: Question, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._single = question.kind is QuestionKind.SELECT_ONE
        self._language = language
        self._chosen: tuple[str, ...] = ()
        self._summary = Small()
        self._summary.hide()
        self._search = SearchField(self)
        self._search.searched.connect(self._filter)
        self._search.textEdited.connect(self._filter)
        self._search.left_down.connect(self._to_list)
        self._search.returnPressed.connect(self._take_first)
        self._list = QListWidget(self)
        self._list.setProperty("frame", True)  # noqa: FBT003 (Qt's signature)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._toggle)
        self._list.itemActivated.connect(self._toggle)
        for widget in (self._summary, self._search, self._list):
            self.column.addWidget(widget)
        self.setFocusProxy(self._search)
        self._list.setFixedHeight(theme().scaled(32) * _VISIBLE_ROWS)
        self.retranslate(language)

    def retranslate(self, language: str) -> None:
        """Show the labels in another language."""
        self._language = language
        self._search.setPlaceholderText(translate("SearchedChoices", "Type to find a choice"))
        self._filter(self._search.text())
        self._say_chosen()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was chosen, at the top of the list."""
        self._chosen = answer.texts if answer is not None else ()
        self._say_chosen()
        self._filter(self._search.text())

    def _label(self, name: str) -> str:
        choice = self.question.choices.by_name.get(name)
        return (choice.label.get(self._language) if choice else "") or name

    def _matching(self, typed: str) -> Sequence[str]:
        wanted = fold(typed).split()
        choices: list[Choice] = list(self.question.choices.choices)
        names = [
            choice.name
            for choice in choices
            if all(word in fold(self._label(choice.name)) for word in wanted)
        ]
        names += [n for n in self._chosen if n not in self.question.choices.by_name]
        first = [name for name in names if name in self._chosen]
        return first + [name for name in names if name not in self._chosen]

    def _filter(self, typed: str) -> None:
        self._list.clear()
        for name in self._matching(typed):
            item = QListWidgetItem(self._label(name), self._list)
            item.setData(_NAME, name)
            state = Qt.CheckState.Checked if name in self._chosen else Qt.CheckState.Unchecked
            item.setCheckState(state)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            item.setSizeHint(QSize(0, theme().scaled(_ROW_HEIGHT)))
        new = typed.strip()
        if self.question.accepts_new_choices and new and not self._is_listed(new):
            text = translate("SearchedChoices", "Add “{word}”").format(word=new)
            item = QListWidgetItem(text, self._list)
            item.setData(_NAME, new)

    def _is_listed(self, typed: str) -> bool:
        return any(fold(self._label(name)) == fold(typed) for name in self._matching(typed))

    def _to_list(self) -> None:
        self._list.setFocus()
        self._list.setCurrentRow(0)

    def _take_first(self) -> None:
        first = self._list.item(0)
        if self._search.text().strip() and first is not None:
            self._toggle(first)
            self._search.clear()
        else:
            self.finished.emit()

    def _toggle(self, item: QListWidgetItem) -> None:
        name = str(item.data(_NAME))
        if name in self._chosen:
            self._chosen = tuple(other for other in self._chosen if other != name)
        elif self._single:
            self._chosen = (name,)
        else:
            self._chosen = (*self._chosen, name)
        row = self._list.currentRow()
        self._filter(self._search.text())
        self._list.setCurrentRow(row)
        self._say_chosen()
        if not self._chosen:
            self.committed.emit(None)
        else:
            self.committed.emit(Answer(self._chosen[0] if self._single else self._chosen))

    def _say_chosen(self) -> None:
        text = ", ".join(self._label(name) for name in self._chosen)
        self._summary.setText(text)
        self._summary.setVisible(bool(text))
