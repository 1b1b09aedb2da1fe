"""The list of cases for views: one row a summary; filters and order are the store's work."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.domain.case import CaseSummary
from intake.domain.ids import CaseId
from intake.gui.i18n import translate
from intake.gui.words import ChoiceWords, partly_word, status_word, versions_word

Index = QModelIndex | QPersistentModelIndex
SUMMARY = Qt.ItemDataRole.UserRole
NOWHERE = QModelIndex()


class CaseListModel(QAbstractListModel):
    """Rows of ``CaseSummary``.

    Args:
        words: Labels of choices for what screen readers say.
        parent: Owner.
    """

    def __init__(self, words: ChoiceWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rows: tuple[CaseSummary, ...] = ()

    def set_rows(self, rows: tuple[CaseSummary, ...]) -> None:
        """Show other rows; views keep their place where contents changed or rows were added."""
        known = len(self._rows)
        if known and [row.id for row in rows[:known]] == [row.id for row in self._rows]:
            self._follow(rows, known)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _follow(self, rows: tuple[CaseSummary, ...], known: int) -> None:
        """Show the same cases with other contents, and those that come behind them."""
        if len(rows) > known:
            self.beginInsertRows(NOWHERE, known, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        self._rows = rows
        self.dataChanged.emit(self.index(0), self.index(known - 1))

    def summary(self, row: int) -> CaseSummary:
        """Return one row."""
        return self._rows[row]

    def row_of(self, case_id: CaseId) -> int:
        """Return the row of a case, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.id == case_id), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of cases."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """Return the summary for the delegate, or what is read out."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        summary = self._rows[index.row()]
        if role == SUMMARY:
            return summary
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.code
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(summary)
        return None

    def _spoken(self, summary: CaseSummary) -> str:
        parts = [
            summary.code,
            status_word(summary.status),
            partly_word(summary),
            versions_word(summary),
            self._words.word("targeted_group", summary.group),
            self._words.word("interview_country", summary.country),
            translate("CaseList", "needs review") if summary.needs_review else "",
            summary.preview,
        ]
        return ", ".join(part for part in parts if part)
