"""Draws the words of a key as a code for a camera; nothing is written, nothing is fetched."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from intake.gui.theme import CODE_GROUND, CODE_INK, RADIUS, theme

_QUIET = 4  # modules around the code that stay empty
_MODULE = 4  # pixels at normal text size


class QrCode(QWidget):
    """A square of modules, as large as a camera needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def rows(self) -> tuple[bytes, ...]:
        """The modules, a row each: 1 is dark."""
        return self._rows

    def show_text(self, text: str, name: str) -> None:
        """Show a text as a code.

        Args:
            text: What a camera reads; short.
            name: What the picture is, for screen readers.
        """
        made = segno.make(text, error="m", micro=False)
        self._rows = tuple(bytes(row) for row in made.matrix)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the code and the empty edge around it."""
        edge = (len(self._rows) + 2 * _QUIET) * theme().scaled(_MODULE)
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the modules, dark on light."""
        module = theme().scaled(_MODULE)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(CODE_GROUND))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for y, row in enumerate(self._rows, start=_QUIET):
            for x, dark in enumerate(row, start=_QUIET):
                if dark:
                    painter.fillRect(x * module, y * module, module, module, QColor(CODE_INK))
        painter.end()
