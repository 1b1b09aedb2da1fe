"""A plain table with its model: nothing in it can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from intake.gui.export.rows_model import RowsModel
from intake.gui.theme import theme
from intake.gui.widgets.row_table import RowTable

_ROW_HEIGHT = 32
_WIDEST, _LOOKED_AT = 300, 60


class RowsView(RowTable):
    """Shows rows of texts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_ROW_HEIGHT, parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        across = self.horizontalHeader()
        across.setResizeContentsPrecision(_LOOKED_AT)
        across.setStretchLastSection(True)

    def show_rows(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        name: str,
        columns: Sequence[str] = (),
    ) -> None:
        """Show other rows.

        Args:
            headers: What the columns hold, in words.
            rows: The cells.
            name: What the table is, for screen readers.
            columns: What the columns are called in the file, where that is something else.
        """
        self.rows.show_rows(headers, rows, columns)
        self.setAccessibleName(name)
        self.resizeColumnsToContents()
        for column in range(len(headers)):
            width = min(self.columnWidth(column) + 16, theme().scaled(_WIDEST))
            self.setColumnWidth(column, width)
