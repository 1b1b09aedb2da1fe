"""Where two versions of a case differ, as rows: the place, ours, theirs."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.gui.i18n import translate
from intake.gui.words import ChoiceWords
from intake.services.parcels import Difference

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_LONGEST = 400  # characters of a value in a row; the whole stands below the table


class DifferenceColumn(IntEnum):
    """Columns of the table."""

    PLACE = 0
    OURS = 1
    THEIRS = 2


class DifferencesModel(QAbstractTableModel):
    """One row a place."""

    def __init__(self, words: ChoiceWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[Difference, ...] = ()
        self._sender = ""

    def show_differences(self, rows: tuple[Difference, ...], sender: str) -> None:
        """Show where the versions differ; the other one came from ``sender``."""
        self.beginResetModel()
        self._rows, self._sender = rows, sender
        self.endResetModel()

    def difference_at(self, row: int) -> Difference | None:
        """Return the difference of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of places (Qt)."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of columns (Qt)."""
        return 0 if parent.isValid() else len(DifferenceColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column (Qt)."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = {
            DifferenceColumn.PLACE: translate("Conflict", "Place"),
            DifferenceColumn.OURS: translate("Conflict", "Here"),
            DifferenceColumn.THEIRS: translate("Conflict", "From {sender}").format(
                sender=self._sender
            ),
        }
        return names[DifferenceColumn(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell (Qt)."""
        row = self.difference_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, DifferenceColumn(index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._whole(row, DifferenceColumn(index.column()))
        return None

    def _text(self, row: Difference, column: DifferenceColumn) -> str:
        return self._whole(row, column).replace("\n", " ")[:_LONGEST]

    def _whole(self, row: Difference, column: DifferenceColumn) -> str:
        if column is DifferenceColumn.PLACE:
            return place_words(row.place, self._words)
        text = row.ours if column is DifferenceColumn.OURS else row.theirs
        return text or translate("Conflict", "nothing")


def place_words(place: str, words: ChoiceWords) -> str:
    """Return a place in the words of the questionnaire as far as it has any."""
    parts = place.split(".")
    known = {
        "answers": "",
        "persons": translate("Conflict", "Person"),
        "events": translate("Conflict", "Event"),
        "statements": translate("Conflict", "Statement"),
        "consent": translate("Conflict", "Consent"),
        "status": translate("Conflict", "Status"),
        "text": translate("Conflict", "text"),
    }
    told = [known.get(part, words.question(part) or part) for part in parts]
    return "  \u203a  ".join(part for part in told if part)
