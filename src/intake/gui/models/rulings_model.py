"""The vault's lists of words as rows: what is always hidden, and what never is."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.domain.marks import Decision
from intake.domain.rulings import Ruling
from intake.gui.i18n import translate
from intake.gui.icons import icon

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_ICONS = {Decision.MASK: ("check", "ok"), Decision.KEEP: ("eye", "muted")}


class RulingColumn(IntEnum):
    """Columns of the table."""

    WORDS = 0
    DECISION = 1


class RulingsModel(QAbstractTableModel):
    """One row for each entry, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rulings: tuple[Ruling, ...] = ()

    def show_rulings(self, rulings: tuple[Ruling, ...]) -> None:
        """Show the entries of a vault, given oldest first."""
        self.beginResetModel()
        self._rulings = rulings[::-1]
        self.endResetModel()

    def ruling_at(self, row: int) -> Ruling | None:
        """Return the entry of a row."""
        return self._rulings[row] if 0 <= row < len(self._rulings) else None

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of entries (Qt)."""
        return 0 if parent.isValid() else len(self._rulings)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of columns (Qt)."""
        return 0 if parent.isValid() else len(RulingColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column (Qt)."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        if section == RulingColumn.WORDS:
            return translate("RulingsModel", "Words")
        return translate("RulingsModel", "In every case")

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text or picture of a cell (Qt)."""
        ruling = self.ruling_at(index.row())
        if ruling is None:
            return None
        is_words = index.column() == RulingColumn.WORDS
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ruling.words if is_words else decision_word(ruling.decision)
        if role == Qt.ItemDataRole.DecorationRole and not is_words:
            return icon(*_ICONS[ruling.decision])
        return None


def decision_word(decision: Decision) -> str:
    """Return what an entry does, in the interface language."""
    if decision is Decision.MASK:
        return translate("RulingsModel", "Always hidden")
    return translate("RulingsModel", "Never a name")
