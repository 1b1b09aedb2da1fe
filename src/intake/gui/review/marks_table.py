"""The list of marks with the buttons that decide the one in focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QVBoxLayout,
    QWidget,
)

from intake.gui.actions import ActionId, shortcut_text
from intake.gui.i18n import translate
from intake.gui.models.marks_model import Column, MarksModel
from intake.gui.review.wide_row import WideRow
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.labels import Strong
from intake.gui.widgets.row_table import RowTable

_WIDTHS = {Column.KIND: 250, Column.WHY: 450, Column.DECISION: 150}
# The words need some of the room that the fixed columns leave.
_MOST_FOR_WHY = 0.6
_ROW_HEIGHT = 30


class MarksTable(QWidget):
    """Table and buttons.

    The row in focus is the selected one, never Qt's current index alone: Qt makes a row current
    when the keyboard comes in, and nobody sees which.

    Signals:
        row_entered: The row in focus is another one.
    """

    row_entered = Signal(int)

    def __init__(self, model: MarksModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._heading = Strong()
        self.wide = WideRow()
        self.hide_button, self.keep_button = QuietButton("", "check"), QuietButton("", "eye")
        self.undo_button = QuietButton("", "undo")
        self.table = _Table(_ROW_HEIGHT)
        self._prepare_table()
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.addWidget(self._heading)
        head.addWidget(self.wide, 1)
        for button in (self.undo_button, self.keep_button, self.hide_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addLayout(head)
        column.addWidget(self.table)
        self.setFocusProxy(self.table)
        self.table.selectionModel().selectionChanged.connect(self._on_row)
        self.retranslate()

    @property
    def row(self) -> int:
        """The row in focus, or -1."""
        return next((found.row() for found in self.table.selectionModel().selectedRows()), -1)

    def go_to(self, row: int) -> None:
        """Put the focus on a row; the nearest one where there is no such row."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self.table.setCurrentIndex(self._model.index(min(max(row, 0), last), 0))
            self.table.scrollTo(self.table.currentIndex())

    def go_nowhere(self) -> None:
        """Put no row in focus: a key then decides nothing."""
        self.table.selectionModel().clear()
        self.table.scrollToTop()
        self._on_row()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self._heading.setText(translate("MarksTable", "Marks, the unsure first"))
        buttons = (
            (self.hide_button, translate("MarksTable", "Hide"), ActionId.ACCEPT_MARK),
            (self.keep_button, translate("MarksTable", "Keep"), ActionId.KEEP_MARK),
            (self.undo_button, translate("MarksTable", "Undo"), ActionId.UNDO_DECISION),
        )
        for button, text, action in buttons:
            button.setText(f"{text}  {shortcut_text(action)}")
        self.table.setAccessibleName(self._heading.text())
        self.wide.retranslate()

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setSectionResizeMode(Column.WORDS, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            # Measuring every row after each decision would take longer than deciding.
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, theme().scaled(width))

    def _on_row(self) -> None:
        for button in (self.hide_button, self.keep_button):
            button.setEnabled(self.row >= 0)
        self.row_entered.emit(self.row)


class _Table(RowTable):
    """A table that keeps the row in focus and all columns in sight when it gets another size."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out among the columns and scroll to the row in focus (Qt)."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        fixed = sum(header.sectionSize(c) for c in (Column.KIND, Column.DECISION))
        room = int(max(0, self.viewport().width() - fixed) * _MOST_FOR_WHY)
        header.resizeSection(Column.WHY, min(theme().scaled(_WIDTHS[Column.WHY]), room))
        chosen = self.selectionModel().selectedRows() if self.model() is not None else []
        if chosen:
            self.scrollTo(chosen[0])
