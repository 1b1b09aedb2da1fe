"""Shows a recovery key as nine groups to be written on paper; nothing can be selected or copied."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from intake.gui.theme import RADIUS, FontRole, Space, theme

_COLUMNS = 3


class RecoveryGroups(QWidget):
    """Rows of three groups, numbered in reading order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self._letters = False
        # A key is written from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def set_groups(self, groups: tuple[str, ...], *, letters: bool = False) -> None:
        """Show a key, or a sheet of it with letters; an empty tuple forgets it."""
        self._groups, self._letters = groups, letters
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all rows."""
        cell = self._cell()
        rows = (max(len(self._groups), 1) + _COLUMNS - 1) // _COLUMNS
        return QSize(_COLUMNS * cell.width(), rows * cell.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for all rows."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groups with small numbers before them."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() // _COLUMNS
        height = self._cell().height()
        for number, group in enumerate(self._groups):
            row, column = divmod(number, _COLUMNS)
            cell = QRect(column * width, row * height, width, height)
            ground = cell.adjusted(Space.HALF, Space.HALF, -Space.HALF, -Space.HALF)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
            painter.setFont(theme().font(FontRole.SMALL))
            painter.setPen(tokens.colour("muted"))
            beside = ground.adjusted(Space.ONE, 0, 0, 0)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._name(number))
            painter.setFont(_font())
            painter.setPen(tokens.colour("ink"))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, group)
        painter.end()

    def _name(self, number: int) -> str:
        return chr(ord("A") + number) if self._letters else str(number + 1)

    def _cell(self) -> QSize:
        metrics = QFontMetrics(_font())
        return QSize(metrics.horizontalAdvance("0000") + 72, metrics.height() + 28)


def _font() -> QFont:
    font = theme().monospace()
    font.setPointSizeF(font.pointSizeF() * 1.5)
    font.setWeight(QFont.Weight.DemiBold)
    return font
