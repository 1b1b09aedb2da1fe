"""Rows of plain texts as a table: the exact rows of an export, and what happens to each fact."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.gui.tips import plain_tip

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class RowsModel(QAbstractTableModel):
    """A table that never changes after it was made, but for being replaced as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers: Sequence[str] = ()
        self._names: Sequence[str] = ()
        self._rows: Sequence[Sequence[str]] = ()

    def show_rows(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        names: Sequence[str] = (),
    ) -> None:
        """Show other rows; one that is short is filled with empty cells.

        Args:
            headers: What the columns hold, in words.
            rows: The cells.
            names: What the columns are called in the file, where that is something else.
        """
        self.beginResetModel()
        self._headers, self._rows, self._names = headers, rows, names
        self.endResetModel()

    def text_at(self, row: int, column: int) -> str:
        """Return a cell."""
        cells = self._rows[row]
        return cells[column] if column < len(cells) else ""

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of rows (Qt)."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of columns (Qt)."""
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column holds, and its name in the file as its tooltip (Qt)."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole and self._names:
            return plain_tip(self._names[section])
        return self._headers[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell (Qt)."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text_at(index.row(), index.column())
        return None
