"""A small rounded word that states a fact, a status for one; colour never says it alone."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from intake.gui.theme import FontRole, Space, theme


class ChipKind(StrEnum):
    """How a chip is tinted: by what its fact means."""

    PLAIN = "plain"
    GOOD = "good"
    ATTENTION = "attention"
    GONE = "gone"


_TINTS = {
    ChipKind.PLAIN: ("hover", "ink", "line"),
    ChipKind.GOOD: ("ok_tint", "ok", "ok"),
    ChipKind.ATTENTION: ("warn_tint", "warn", "warn"),
    ChipKind.GONE: ("window", "muted", "line"),
}


def chip_size(text: str) -> QSize:
    """Return the room that a chip with this text takes."""
    metrics = QFontMetrics(theme().font(FontRole.SMALL))
    return QSize(metrics.horizontalAdvance(text) + 2 * Space.ONE, metrics.height() + Space.HALF)


def paint_chip(painter: QPainter, at: QPoint, text: str, kind: ChipKind) -> QRect:
    """Draw a chip with its top left corner at ``at`` and return the place it took."""
    tokens = theme().tokens
    ground, ink, edge = (tokens.colour(name) for name in _TINTS[kind])
    place = QRect(at, chip_size(text))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme().font(FontRole.SMALL))
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    outline = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2)
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return place


class Chip(QWidget):
    """A chip as a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._kind = "", ChipKind.PLAIN
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_fact(self, text: str, kind: ChipKind = ChipKind.PLAIN) -> None:
        """Set word and tint; an empty word hides the chip."""
        self._text, self._kind = text, kind
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The word on the chip."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the room for the word."""
        return chip_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint_chip(painter, QPoint(0, 0), self._text, self._kind)
        painter.end()
