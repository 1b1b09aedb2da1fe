"""Draws a choice in a list as our own check box or radio button."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from intake.gui.icons import pixmap
from intake.gui.theme import theme
from intake.gui.widgets.row_painter import paint_row

_BOX = 17.0
_ROW_HEIGHT = 32
_TICK = ((0.23, 0.52), (0.43, 0.72), (0.79, 0.29))  # corners, as shares of the box


class ChoiceDelegate(QStyledItemDelegate):
    """Rows of 32 pixels: the mark, then the label.

    Args:
        parent: The list.
        single: Radio buttons in place of check boxes.
    """

    def __init__(self, parent: QWidget, *, single: bool) -> None:
        super().__init__(parent)
        self._single = single

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row (Qt)."""
        return QSize(super().sizeHint(option, index).width(), theme().scaled(_ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row (Qt)."""
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)

        def draw_mark(box: QRectF) -> None:
            if ticked is None:
                ratio = painter.device().devicePixelRatioF()
                accent = theme().tokens.colour("accent")
                plus = pixmap("plus", accent, size=int(_BOX), ratio=ratio)
                painter.drawPixmap(box.topLeft(), plus)
            elif self._single:
                _paint_ring(painter, box, ticked=bool(ticked))
            else:
                _paint_box(painter, box, ticked=bool(ticked))

        _choose_ground(painter, option)
        paint_row(painter, option, str(index.data()), int(_BOX), draw_mark)


def _choose_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    tokens = theme().tokens
    in_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    hot = in_focus or bool(option.state & QStyle.StateFlag.State_MouseOver)
    painter.setPen(QPen(tokens.colour("focus"), 2) if in_focus else Qt.PenStyle.NoPen)
    painter.setBrush(tokens.colour("hover") if hot else Qt.BrushStyle.NoBrush)


def _paint_box(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    tokens = theme().tokens
    painter.setPen(QPen(tokens.colour("accent" if ticked else "control_line"), 1))
    painter.setBrush(tokens.colour("accent" if ticked else "surface"))
    box = box.translated(0.5, 0.5)
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        pen = QPen(tokens.colour("on_accent"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            [QPointF(box.left() + x * _BOX, box.top() + y * _BOX) for x, y in _TICK]
        )


def _paint_ring(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    tokens = theme().tokens
    painter.setPen(QPen(tokens.colour("accent" if ticked else "control_line"), 1.5))
    painter.setBrush(tokens.colour("surface"))
    box = box.translated(0.5, 0.5)
    painter.drawEllipse(box)
    if ticked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("accent"))
        painter.drawEllipse(box.center(), _BOX / 4, _BOX / 4)
