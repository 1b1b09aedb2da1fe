"""Cases to tick, as rows; what was ticked is kept by id."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from intake.domain.case import CaseSummary
from intake.domain.ids import CaseId
from intake.gui.words import ChoiceWords, iso_day_word, status_word

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class PickModel(QAbstractListModel):
    """One row a case.

    Signals:
        ticked: Another choice was made.
    """

    ticked = Signal()

    def __init__(self, words: ChoiceWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[CaseSummary, ...] = ()
        self._ticked: set[CaseId] = set()

    def show_cases(self, rows: tuple[CaseSummary, ...], ticked: frozenset[CaseId]) -> None:
        """Show these cases; only those of them that are named are ticked."""
        self.beginResetModel()
        self._rows = rows
        self._ticked = {row.id for row in rows} & ticked
        self.endResetModel()
        self.ticked.emit()

    @property
    def chosen(self) -> tuple[CaseId, ...]:
        """The ticked cases, in the order of the rows."""
        return tuple(row.id for row in self._rows if row.id in self._ticked)

    def tick_all(self, *, on: bool) -> None:
        """Tick all or none."""
        self._ticked = {row.id for row in self._rows} if on else set()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticked.emit()

    def toggle(self, index: _Index) -> None:
        """Tick a row, or take its tick away."""
        self._ticked ^= {self._rows[index.row()].id}
        self.dataChanged.emit(index, index)
        self.ticked.emit()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of cases (Qt)."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text or tick of a row (Qt)."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row)
        if role == Qt.ItemDataRole.CheckStateRole:
            on = row.id in self._ticked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def _text(self, row: CaseSummary) -> str:
        parts = (
            row.code,
            status_word(row.status),
            self._words.word("targeted_group", row.group),
            iso_day_word(row.interview_date),
        )
        return "   \u00b7   ".join(part for part in parts if part)
