"""A row that goes on in a second line where the first one is full: large text, long languages."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowRow(QLayout):
    """Lays its parts out in reading direction, each as wide as it asks for, line after line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part; ``None`` past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part away; ``None`` past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is asked for."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow row is a tall one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, in pixels."""
        lines = self._lines(width)
        return sum(height for _, height in lines) + self.spacing() * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        sizes = [item.sizeHint() for item in self._items]
        gaps = self.spacing() * max(len(sizes) - 1, 0)
        return QSize(
            sum(size.width() for size in sizes) + gaps, max((s.height() for s in sizes), default=0)
        )

    def minimumSize(self) -> QSize:
        """Ask for the widest part at least."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, place: QRect) -> None:
        """Lay the parts out."""
        super().setGeometry(place)
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner else Qt.LayoutDirection.LeftToRight
        top = place.top()
        for line, height in self._lines(place.width()):
            left = place.left()
            for item in line:
                size = item.sizeHint()
                at = QRect(QPoint(left, top), QSize(size.width(), height))
                item.setGeometry(QStyle.visualRect(direction, place, at))
                left += size.width() + self.spacing()
            top += height + self.spacing()

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """Return the parts of each line and its height."""
        lines: list[tuple[list[QLayoutItem], int]] = []
        left = 0
        for item in self._items:
            size = item.sizeHint()
            if not lines or left + size.width() > width:
                lines.append(([], 0))
                left = 0
            line, height = lines[-1]
            line.append(item)
            lines[-1] = (line, max(height, size.height()))
            left += size.width() + self.spacing()
        return lines
