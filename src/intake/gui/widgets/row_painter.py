"""Draws one row of a list: a ground, a mark at the reading edge, and the words beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from intake.gui.theme import RADIUS, FontRole, Space, theme


def paint_row(
    painter: QPainter,
    option: QStyleOptionViewItem,
    text: str,
    edge: int,
    draw_mark: Callable[[QRectF], object],
    *,
    bold: bool = False,
) -> None:
    """Draw a row whose pen and brush for the ground are set; the painter is left as it was.

    Args:
        painter: Has the pen and the brush of the ground.
        option: Where, and in which direction it is read.
        text: The words; cut where there is no room.
        edge: Edge of the mark in pixels.
        draw_mark: Draws the mark into the square that it is given.
        bold: Draw the words in bold.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QRect(option.rect).adjusted(Space.HALF, 1, -Space.HALF, -1)
    painter.drawRoundedRect(frame, RADIUS, RADIUS)
    mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    left = frame.right() - Space.ONE - edge if mirrored else frame.left() + Space.ONE
    draw_mark(QRectF(left, frame.center().y() - edge // 2, edge, edge))
    room = edge + 2 * Space.ONE
    place = frame.adjusted(0 if mirrored else room, 0, -room if mirrored else 0, 0)
    font = theme().font(FontRole.BODY)
    font.setWeight(font.Weight.DemiBold if bold else font.Weight.Normal)
    painter.setFont(font)
    painter.setPen(theme().tokens.colour("ink"))
    words = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    # Qt turns the leading edge round by itself once the painter knows the direction.
    painter.setLayoutDirection(option.direction)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()
