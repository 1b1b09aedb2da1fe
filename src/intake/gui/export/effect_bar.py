"""A bar of people: for how many of them a fact leaves fine, coarse, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from intake.disclosure.hierarchies import Level
from intake.gui.theme import theme

_HEIGHT, _WIDTH, _GAP = 14, 160, 2
# From fine to coarse a bar gets paler; what is left out is empty, who stays out is hatched.
_FINE = frozenset({Level.AS_IS, Level.QUARTER, Level.REGION, Level.BAND_NARROW})
_COARSER = frozenset({Level.PARENTS, Level.BAND_WIDE})
_STRONG, _PALE, _PALEST = 1.0, 0.6, 0.32


class EffectBar(QWidget):
    """Parts of a bar from fine to coarse, as wide as there are people; words stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[tuple[Level, int]] = ()
        self._waiting = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_people(self, people: Sequence[tuple[Level, int]], waiting: int) -> None:
        """Show how many people have a fact at each level, and how many stay out."""
        self._people, self._waiting = people, waiting
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height for one bar."""
        return QSize(theme().scaled(_WIDTH), theme().scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts."""
        numbers = [*(number for _, number in self._people), self._waiting]
        if not sum(numbers):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, left = self.width() / sum(numbers), 0.0
        for level, number in self._people:
            self._draw(painter, (left, number * scale), level)
            left += number * scale
        if self._waiting:
            self._draw(painter, (left, self._waiting * scale), None)
        painter.end()

    def _draw(self, painter: QPainter, span: tuple[float, float], level: Level | None) -> None:
        """Draw one part; without a level it is of those who stay out."""
        tokens = theme().tokens
        left, width = span
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - width
        box = QRectF(left, 0, max(width - _GAP, 1), self.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = "control_line" if level is Level.WITHHELD else "accent" if level else "warn"
        painter.setPen(QPen(tokens.colour(edge)))
        painter.setBrush(tokens.colour("surface"))
        painter.drawRoundedRect(box, 2, 2)
        if level is Level.WITHHELD:
            return
        fill = tokens.colour(edge)
        if level is None:
            painter.setBrush(QBrush(fill, Qt.BrushStyle.BDiagPattern))
        else:
            fill.setAlphaF(_STRONG if level in _FINE else _PALE if level in _COARSER else _PALEST)
            painter.setBrush(fill)
        painter.drawRoundedRect(box, 2, 2)
