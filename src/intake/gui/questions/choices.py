"""Edits for many choices: type a part of the word, choose with the arrows and Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from intake.domain.answers import Answer
from intake.forms.definition import Question, QuestionKind
from intake.gui.i18n import translate
from intake.gui.questions.choice_delegate import ChoiceDelegate
from intake.gui.questions.choices_model import ChoicesModel
from intake.gui.questions.edits import AnswerEdit
from intake.gui.questions.open_choices import OpenChoices
from intake.gui.theme import theme
from intake.gui.widgets.entry import SearchField
from intake.gui.widgets.labels import Label

MOST_OPEN = 9
_MOST_ROWS = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def make_choice_edit(question: Question, language: str, parent: QWidget | None) -> AnswerEdit:
    """Return the edit that suits the number of choices."""
    few = 0 < len(question.choices.choices) <= MOST_OPEN and not question.is_searched
    if few and not question.accepts_new_choices:
        return OpenChoices(question, language, parent)
    return SearchedChoices(question, language, parent)


class SearchedChoices(AnswerEdit):
    """Many choices behind a search field; the list opens when the keyboard comes in.

    It stays open when the keyboard leaves: a list that folds up under the mouse moves what was
    about to be clicked. It is folded when another one opens.
    """

    def __init__(self, question: Question, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._single = question.kind is QuestionKind.SELECT_ONE
        self.model = ChoicesModel(question, language, self)
        self._summary = Label()
        self._summary.hide()
        self.search = SearchField(self)
        self.list = QListView(self)
        self._arrange()
        self.search.textEdited.connect(self._filter)
        self.search.textChanged.connect(self._filter)
        self.search.left_down.connect(self._to_list)
        self.list.clicked.connect(self._toggle)
        for part in (self.search, self.list):
            part.installEventFilter(self)
        self.retranslate(language)

    def retranslate(self, language: str) -> None:
        """Show the labels in another language."""
        self.model.set_language(language)
        self.search.setPlaceholderText(
            translate("SearchedChoices", "Type to find a choice, or add your own")
            if self.question.accepts_new_choices
            else translate("SearchedChoices", "Type to find a choice")
        )
        self._say_chosen()

    def show_answer(self, answer: Answer | None) -> None:
        """Show what was chosen, at the top of the list."""
        super().show_answer(answer)
        chosen = answer.texts if answer is not None else ()
        if chosen != self.model.chosen:
            self.model.choose(chosen)
        self._say_chosen()

    def fold(self) -> None:
        """Close the list."""
        self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open with the focus; take Enter and Space."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._open()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            taken = self._on_list_key(event) if watched is self.list else self._on_enter(event)
            if taken:
                return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChoiceDelegate(self.list, single=self._single))
        self.list.setProperty("frame", True)  # noqa: FBT003 (Qt's signature)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)
        self.list.hide()
        for widget in (self._summary, self.search, self.list):
            self.column.addWidget(widget)
        self.setFocusProxy(self.search)

    def _open(self) -> None:
        if self.list.isHidden():
            self.model.filter(self.search.text())
            self._fit()
            self.list.show()
            self.opened.emit()

    def _fit(self) -> None:
        row = max(self.list.sizeHintForRow(0), theme().scaled(30))
        rows = min(max(self.model.rowCount(), 1), _MOST_ROWS)
        self.list.setFixedHeight(row * rows + 2 * self.list.frameWidth())

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        self._fit()

    def _to_list(self) -> None:
        self._open()
        self.list.setFocus()
        self.list.setCurrentIndex(self.model.index(0))

    def _on_enter(self, event: QKeyEvent) -> bool:
        if event.key() not in _ENTER:
            return False
        if self.search.text().strip() and self.model.rowCount():
            row = self.model.first_unchosen()
            if row >= 0:  # what is chosen already stays: typing its name again means it, too
                self._toggle(self.model.index(row))
            self.search.clear()
            if self._single:
                self.finished.emit()
        else:
            self.finished.emit()
        return True

    def _on_list_key(self, event: QKeyEvent) -> bool:
        index = self.list.currentIndex()
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and index.row() <= 0):
            self.search.setFocus()
        elif event.key() in (*_ENTER, Qt.Key.Key_Space) and index.isValid():
            self._toggle(index)
            if self._single and event.key() != Qt.Key.Key_Space:
                self.finished.emit()
        else:
            return False
        return True

    def _toggle(self, index: QModelIndex) -> None:
        self.model.toggle(index.row(), single=self._single)
        self._say_chosen()
        chosen = self.model.chosen
        if not chosen:
            self.offer(None)
        else:
            self.offer(Answer(chosen[0] if self._single else chosen))

    def _say_chosen(self) -> None:
        text = ", ".join(self.model.label(name) for name in self.model.chosen)
        self._summary.setText(text)
        self._summary.setVisible(bool(text))
