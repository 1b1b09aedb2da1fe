"""The marks of a statement under review, as rows: the unsure and undecided ones first."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.domain.marks import Decision, Mark
from intake.gui.i18n import noop, translate
from intake.gui.icons import icon
from intake.gui.interview.marking_bar import kind_word, swatch

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()

DECISION_WORDS = {
    Decision.PENDING: noop("MarksModel", "Undecided"),
    Decision.MASK: noop("MarksModel", "Hidden"),
    Decision.KEEP: noop("MarksModel", "Kept"),
}
_DECISION_ICONS = {
    Decision.PENDING: ("pending", "warn"),
    Decision.MASK: ("check", "ok"),
    Decision.KEEP: ("eye", "muted"),
}
SOURCE_WORDS = {
    "person": noop("MarksModel", "marked by hand"),
    "identity": noop("MarksModel", "recorded in this case"),
    "strict": noop("MarksModel", "unfamiliar capitalised word"),
    "strict_rule": noop("MarksModel", "unfamiliar capitalised word"),
    "repeated": noop("MarksModel", "the same words stand elsewhere"),
}


class Column(IntEnum):
    """Columns of the table."""

    WORDS = 0
    KIND = 1
    WHY = 2
    DECISION = 3


class MarksModel(QAbstractTableModel):
    """Rows of marks. Undecided ones come first, the least certain on top of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._marks: list[Mark] = []

    def show_marks(self, text: str, marks: tuple[Mark, ...]) -> None:
        """Show the marks of a text; rows keep their order while only decisions change."""
        known = [mark.id for mark in self._marks]
        if text == self._text and {mark.id for mark in marks} == set(known):
            by_id = {mark.id: mark for mark in marks}
            self._marks = [by_id[key] for key in known]
            last = self.index(max(0, len(self._marks) - 1), len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._text = text
        self._marks = sorted(
            marks, key=lambda m: (m.decision is not Decision.PENDING, m.score, m.start)
        )
        self.endResetModel()

    def mark_at(self, row: int) -> Mark | None:
        """Return the mark of a row."""
        return self._marks[row] if 0 <= row < len(self._marks) else None

    def row_of(self, mark_id: str) -> int:
        """Return the row of a mark, or -1."""
        return next((i for i, mark in enumerate(self._marks) if mark.id == mark_id), -1)

    def next_pending(self, after: int) -> int:
        """Return the next row that is undecided, searching on from the top; -1 for none."""
        rows = [i for i, mark in enumerate(self._marks) if mark.decision is Decision.PENDING]
        later = [row for row in rows if row > after]
        return (later or rows or [-1])[0]

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of marks (Qt)."""
        return 0 if parent.isValid() else len(self._marks)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Return the number of columns (Qt)."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column (Qt)."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = {
            Column.WORDS: translate("MarksModel", "Words"),
            Column.KIND: translate("MarksModel", "What it is"),
            Column.WHY: translate("MarksModel", "Why it is marked"),
            Column.DECISION: translate("MarksModel", "Decision"),
        }
        return names[Column(section)]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text or picture of a cell (Qt)."""
        mark = self.mark_at(index.row())
        if mark is None:
            return None
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._word(mark, column)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.KIND:
            return swatch(mark.kind)
        if role == Qt.ItemDataRole.DecorationRole and column is Column.DECISION:
            name, token = _DECISION_ICONS[mark.decision]
            return icon(name, token)
        return None

    def _word(self, mark: Mark, column: Column) -> str:
        if column is Column.WORDS:
            return " ".join(self._text[mark.start : mark.end].split())
        if column is Column.KIND:
            who = f" · {mark.label}" if mark.person_id else ""
            return kind_word(mark.kind) + who
        if column is Column.WHY:
            known = SOURCE_WORDS.get(mark.source)
            pattern = translate("MarksModel", "has the form of one")
            return translate("MarksModel", known) if known else pattern
        return translate("MarksModel", DECISION_WORDS[mark.decision])
