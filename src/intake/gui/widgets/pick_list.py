"""A list in which rows are ticked: by a click anywhere on the row or by Space."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from intake.gui.theme import theme
from intake.gui.widgets.row_painter import paint_row

_BOX, _ROW_HEIGHT = 18, 38


class PickList(QListView):
    """Shows a model with ticks.

    Signals:
        toggled: An index whose tick changes.
        submitted: Enter was pressed: the person is done with the list.
    """

    toggled = Signal(QModelIndex)
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("frame", True)  # noqa: FBT003 (Qt's signature)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_TickDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space; Enter goes on, as in every field, and unticks nothing on the way."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row under the mouse."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.toggled.emit(index)


class _TickDelegate(QStyledItemDelegate):
    """Draws the box and the words."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(0, theme().scaled(_ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row; the one with the keyboard has a ring."""
        tokens = theme().tokens
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        hot = QStyle.StateFlag.State_MouseOver in option.state
        here = QStyle.StateFlag.State_HasFocus in option.state
        painter.save()
        painter.setPen(QPen(tokens.colour("focus"), 2) if here else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("hover" if hot else "surface"))

        def draw(place: QRectF) -> None:
            box = place.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(tokens.colour("accent" if ticked else "control_line"), 1))
            painter.setBrush(tokens.colour("accent" if ticked else "surface"))
            painter.drawRoundedRect(box, 4, 4)
            if ticked:
                painter.setPen(QPen(tokens.colour("on_accent"), 2))
                painter.drawPolyline(_tick(box))

        paint_row(painter, option, str(index.data()), _BOX, draw)
        painter.restore()


def _tick(box: QRectF) -> list[QPointF]:
    return [
        QPointF(box.left() + 4.2, box.center().y() + 0.3),
        QPointF(box.center().x() - 0.8, box.bottom() - 4.6),
        QPointF(box.right() - 3.8, box.top() + 5.0),
    ]
