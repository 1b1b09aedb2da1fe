"""The choices of one question as rows: filtered by what is typed, the chosen ones on top."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.domain.folding import fold
from intake.forms.definition import Question
from intake.gui.i18n import translate
from intake.gui.questions.answer_words import choice_label

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class ChoicesModel(QAbstractListModel):
    """Rows of choices. Ticking one leaves it where it stands until the filter changes.

    Args:
        question: The question; where it accepts new words, what is typed can be added.
        language: Language of the labels.
        parent: Owner.
    """

    def __init__(self, question: Question, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._language = language
        self._typed = ""
        self._names: list[str] = []
        self._new = ""
        self.chosen: tuple[str, ...] = ()
        self.filter("")

    def set_language(self, language: str) -> None:
        """Show the labels in another language."""
        self._language = language
        self.filter(self._typed)

    def choose(self, names: tuple[str, ...]) -> None:
        """Set what is chosen; the chosen ones go to the top."""
        self.chosen = names
        self.filter(self._typed)

    def filter(self, typed: str) -> None:
        """Show the choices in which each typed word begins or stands somewhere."""
        self.beginResetModel()
        self._typed = typed
        wanted = fold(typed).split()
        own = [name for name in self.chosen if name not in self._question.choices.by_name]
        known = [choice.name for choice in self._question.choices.choices]
        names = [n for n in (*known, *own) if all(w in fold(self.label(n)) for w in wanted)]
        self._names = [n for n in names if n in self.chosen]
        self._names += [n for n in names if n not in self.chosen]
        self._new = self._new_word(typed.strip())
        self.endResetModel()

    def toggle(self, row: int, *, single: bool) -> None:
        """Tick or untick a row.

        Args:
            row: The row.
            single: Only one may be ticked.
        """
        name = self.name_at(row)
        if name in self.chosen:
            self.chosen = tuple(other for other in self.chosen if other != name)
        elif single:
            self.chosen = (name,)
        else:
            self.chosen = (*self.chosen, name)
        if name == self._new:
            self.filter("")
        else:
            self.dataChanged.emit(self.index(0), self.index(len(self._names) - 1))

    def name_at(self, row: int) -> str:
        """Return the name of a row's choice."""
        return self._names[row] if row < len(self._names) else self._new

    def first_unchosen(self) -> int:
        """Return the first row that is not ticked, a word to be added among them; -1 for none."""
        return next((r for r in range(self.rowCount()) if self.name_at(r) not in self.chosen), -1)

    def label(self, name: str) -> str:
        """Return the label of a choice."""
        return choice_label(self._question, name, self._language)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of rows (Qt)."""
        return 0 if parent.isValid() else len(self._names) + bool(self._new)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the label or the tick of a row (Qt)."""
        name = self.name_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if name and name == self._new:
                return translate("ChoicesModel", "Add “{word}”").format(word=name)
            return self.label(name)
        if role == Qt.ItemDataRole.CheckStateRole and name != self._new:
            ticked = name in self.chosen
            return (Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked).value
        return None

    def _new_word(self, typed: str) -> str:
        if not typed or not self._question.accepts_new_choices:
            return ""
        listed = any(fold(self.label(name)) == fold(typed) for name in self._names)
        return "" if listed else typed
