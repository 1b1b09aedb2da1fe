"""A splitter whose handle is a thin line with room around it, and shows where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from intake.gui.theme import Space, theme

_GRIP = 16


class QuietSplitter(QSplitter):
    """Two parts with eight pixels between them."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(int(Space.ONE_HALF))
        self.setChildrenCollapsible(False)
        # From right to left Qt puts the parts one pixel too far, and the frame of one is cut off.
        self.setContentsMargins(1, 0, 1, 0)

    def createHandle(self) -> QSplitterHandle:
        """Return our own handle (Qt)."""
        return _Handle(self.orientation(), self)


class _Handle(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a short grip in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme().tokens.colour("accent" if self.underMouse() else "control_line")
        pen = QPen(colour, 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        centre = QPointF(self.rect().center())
        along = QPointF(0, _GRIP)
        if self.orientation() is Qt.Orientation.Vertical:
            along = QPointF(_GRIP, 0)
        painter.drawLine(centre - along, centre + along)
        painter.end()
