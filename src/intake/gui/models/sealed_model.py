"""What stays of sealed cases, as rows: the month and a label."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.domain.case import CaseStatus
from intake.domain.parcel import SealedCase
from intake.gui.i18n import translate
from intake.gui.icons import icon
from intake.gui.words import iso_day_word, month_word, status_word

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class SealedColumn(IntEnum):
    """Columns of the table."""

    MONTH = 0
    LABEL = 1
    STATUS = 2


class SealedModel(QAbstractTableModel):
    """One row for each sealed case, the newest month first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[SealedCase, ...] = ()
        self._recalled: Mapping[str, str] = {}

    def show_cases(self, cases: tuple[SealedCase, ...], recalled: Mapping[str, str]) -> None:
        """Show what stays.

        Args:
            cases: Oldest first.
            recalled: The ISO day of the last recall by number of the parcel.
        """
        self.beginResetModel()
        self._cases, self._recalled = cases[::-1], recalled
        self.endResetModel()

    def recalled_on(self, case: SealedCase) -> str:
        """Return the ISO day on which a recall was written; empty for none."""
        return self._recalled.get(case.parcel_id, "")

    def case_at(self, row: int) -> SealedCase | None:
        """Return the note of a row."""
        return self._cases[row] if 0 <= row < len(self._cases) else None

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of sealed cases (Qt)."""
        return 0 if parent.isValid() else len(self._cases)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of columns (Qt)."""
        return 0 if parent.isValid() else len(SealedColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column (Qt)."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = {
            SealedColumn.MONTH: translate("SealedModel", "Month"),
            SealedColumn.LABEL: translate("SealedModel", "Label"),
            SealedColumn.STATUS: translate("SealedModel", "Status"),
        }
        return names[SealedColumn(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text or picture of a cell (Qt)."""
        case = self.case_at(index.row())
        if case is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(case, SealedColumn(index.column()))
        if role == Qt.ItemDataRole.DecorationRole and index.column() == SealedColumn.STATUS:
            return icon("withdraw" if self.recalled_on(case) else "lock", "muted")
        return None

    def _text(self, case: SealedCase, column: SealedColumn) -> str:
        if column is SealedColumn.MONTH:
            return month_word(case.month)
        if column is SealedColumn.LABEL:
            return case.label or "\u2013"
        day = self.recalled_on(case)
        if not day:
            return status_word(CaseStatus.SEALED)
        return translate("SealedModel", "Recalled, {day}").format(day=iso_day_word(day))
