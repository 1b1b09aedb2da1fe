"""A row that becomes a column where there is no room for a row: large text, small windows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget


class AdaptiveRow(QBoxLayout):
    """Lays its parts out beside each other, or below each other when they would not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)

    def setGeometry(self, place: QRect) -> None:
        """Turn when the room asks for it."""
        fits = place.width() >= self._width_of_row()
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if direction is not self.direction():
            self.setDirection(direction)
            self.invalidate()
        super().setGeometry(place)

    def minimumSize(self) -> QSize:
        """Ask only for the widest part: the others can go below it."""
        size = super().minimumSize()
        margins = self.contentsMargins()
        widest = max((self._part(n) for n in range(self.count())), default=0)
        return QSize(widest + margins.left() + margins.right(), size.height())

    def _part(self, number: int) -> int:
        item = self.itemAt(number)
        return item.minimumSize().width() if item is not None else 0

    def _width_of_row(self) -> int:
        margins = self.contentsMargins()
        gaps = max(self.count() - 1, 0) * self.spacing()
        parts = sum(self._part(number) for number in range(self.count()))
        return parts + gaps + margins.left() + margins.right()
