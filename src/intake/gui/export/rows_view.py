"""A plain table with its model: nothing in it can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from intake.gui.export.rows_model import RowsModel
from intake.gui.theme import theme

_ROW_HEIGHT = 32
_WIDEST, _LOOKED_AT = 300, 60


class RowsView(QTableView):
    """Shows rows of texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setProperty("frame", True)  # noqa: FBT003 (Qt's signature)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme().scaled(_ROW_HEIGHT))
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setResizeContentsPrecision(_LOOKED_AT)
        across.setStretchLastSection(True)

    def show_rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> None:
        """Show other rows.

        Args:
            headers: Names of the columns.
            rows: The cells.
            name: What the table is, for screen readers.
        """
        self.rows.show_rows(headers, rows)
        self.setAccessibleName(name)
        self.resizeColumnsToContents()
        for column in range(len(headers)):
            width = min(self.columnWidth(column) + 16, theme().scaled(_WIDEST))
            self.setColumnWidth(column, width)
