"""Where two versions of a case differ, as rows: the place, ours, theirs."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.gui.i18n import translate
from intake.gui.sealing.version_words import place_words, value_words
from intake.gui.words import ChoiceWords
from intake.services.parcels import Difference

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_LONGEST = 400  # characters of a value that are shown
_BEFORE = 60  # of them, before the place where two texts part
_BEFORE_IN_ROW = 16  # the same in a row of the table, which is cut where the column ends


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
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if row is None or role not in told:
            return None
        if index.column() == DifferenceColumn.PLACE:
            return place_words(row.place, self._words)
        ours, theirs = self.sides(row, before=_BEFORE_IN_ROW)
        text = ours if index.column() == DifferenceColumn.OURS else theirs
        return text.replace("\n", " ")

    def sides(self, row: Difference, before: int = _BEFORE) -> tuple[str, str]:
        """Return the two values of a difference, from shortly before they part.

        Args:
            row: The difference.
            before: The most characters before it that are shown, from the beginning of a word.
        """
        ours, theirs = (
            value_words(row.place, text, self._words) for text in (row.ours, row.theirs)
        )
        start = _start(ours, _common(ours, theirs), before)
        return _excerpt(ours, start), _excerpt(theirs, start)


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _start(text: str, parted: int, before: int) -> int:
    """Return where an excerpt begins: with a word, at most so many characters before ``parted``."""
    if parted <= before:
        return 0
    gap = text.find(" ", parted - before, parted)
    return gap + 1 if gap >= 0 else parted - before


def _excerpt(text: str, start: int) -> str:
    end = start + _LONGEST
    before, after = ("\u2026 " if start else ""), (" \u2026" if end < len(text) else "")
    return f"{before}{text[start:end]}{after}"
