"""Draws a choice in a list as our own check box or radio button."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from intake.gui.icons import pixmap
from intake.gui.theme import RADIUS, FontRole, Space, theme

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
        tokens = theme().tokens
        row = QRect(option.rect).adjusted(Space.HALF, 0, -Space.HALF, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option, row)
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        edge = row.right() - Space.ONE - _BOX if mirrored else row.left() + Space.ONE
        box = QRectF(edge + 0.5, row.center().y() - _BOX / 2 + 0.5, _BOX, _BOX)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is None:
            ratio = painter.device().devicePixelRatioF()
            plus = pixmap("plus", tokens.colour("accent"), size=int(_BOX), ratio=ratio)
            painter.drawPixmap(box.topLeft(), plus)
        elif self._single:
            _paint_ring(painter, box, ticked=bool(ticked))
        else:
            _paint_box(painter, box, ticked=bool(ticked))
        room = int(_BOX) + 2 * Space.ONE + 2
        place = row.adjusted(0 if mirrored else room, 0, -room if mirrored else 0, 0)
        font = theme().font(FontRole.BODY)
        painter.setFont(font)
        painter.setPen(tokens.colour("ink"))
        elide = Qt.TextElideMode.ElideRight
        text = QFontMetrics(font).elidedText(str(index.data()), elide, place.width())
        # Qt turns the leading edge round by itself once the painter knows the direction.
        painter.setLayoutDirection(option.direction)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> None:
    tokens = theme().tokens
    in_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if option.state & QStyle.StateFlag.State_MouseOver or in_focus:
        painter.setPen(QPen(tokens.colour("focus"), 2) if in_focus else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("hover"))
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def _paint_box(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    tokens = theme().tokens
    painter.setPen(QPen(tokens.colour("accent" if ticked else "control_line"), 1))
    painter.setBrush(tokens.colour("accent" if ticked else "surface"))
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
    painter.drawEllipse(box)
    if ticked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("accent"))
        painter.drawEllipse(box.center(), _BOX / 4, _BOX / 4)
