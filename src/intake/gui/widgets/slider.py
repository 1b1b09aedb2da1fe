"""A slider over a few named steps, drawn from the theme's tokens."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from intake.gui.theme import RADIUS, theme

_WIDTH, _HEIGHT = 132, 28
_KNOB, _DOT, _TRACK = 8.0, 3.0, 4.0  # radius, radius, thickness


class StepSlider(QSlider):
    """Chooses one of a few steps; the wheel scrolls the page, it changes nothing by accident.

    Args:
        last: The highest step; the lowest is 0.
        parent: Owner.
    """

    def __init__(self, last: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, last)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """Return a size at which the steps can be told apart."""
        return QSize(theme().scaled(_WIDTH), theme().scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, steps and knob."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = [self._place(step) for step in range(self.maximum() + 1)]
        now = places[self.value()]
        self._draw_line(painter, places[0], places[-1], "control_line")
        self._draw_line(painter, places[0], now, "accent")
        painter.setPen(QPen(tokens.colour("control_line"), 1))
        painter.setBrush(tokens.colour("surface"))
        for place in places:
            painter.drawEllipse(place, _DOT, _DOT)
        painter.setPen(QPen(tokens.colour("accent"), 2))
        painter.setBrush(tokens.colour("accent" if self.value() else "surface"))
        painter.drawEllipse(now, _KNOB, _KNOB)
        if self.hasFocus():
            painter.setPen(QPen(tokens.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()

    def _draw_line(self, painter: QPainter, start: QPointF, end: QPointF, token: str) -> None:
        pen = QPen(theme().tokens.colour(token), _TRACK)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(start, end)

    def _place(self, step: int) -> QPointF:
        """Return where the style would have the knob, so that the mouse finds it there."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        option.sliderPosition = step
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        return QPointF(handle.center().x() + 0.5, self.height() / 2)
