"""A picture of how far people stand out: groups of people alike, before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import FontRole, Space, theme

BANDS = ((1, 1), (2, 4), (5, 9), (10, 19), (20, None))
_ROW, _BAR = 34, 11
# A range is told from left to right in a text from right to left too.
_GAP = 2  # pixels between the two bars of a row
_THINNEST = 4  # pixels: one person must be seen
_LTR, _END = "\u2066", "\u2069"


def people_by_band(sizes: Sequence[int]) -> list[int]:
    """Return how many people are in groups of each band of sizes."""
    counts = Counter(sizes)
    return [
        sum(
            size * n for size, n in counts.items() if low <= size and (high is None or size <= high)
        )
        for low, high in BANDS
    ]


def band_name(low: int, high: int | None) -> str:
    """Return ``1``, ``2-4`` or ``20+`` in the digits of the interface; the low end comes first."""
    first = QLocale().toString(low)
    if low == high:
        return first
    name = f"{first}+" if high is None else f"{first}–{QLocale().toString(high)}"
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return f"{_LTR}{name}{_END}" if mirrored else name


class ClassPicture(QWidget):
    """Two rows of bars a band: how many people stood in groups of that size, before and after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: list[int] = []
        self._after: list[int] = []
        self._k = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_classes(self, before: Sequence[int], after: Sequence[int], k: int) -> None:
        """Show class sizes before and after; bands below ``k`` are drawn as a warning."""
        self._before, self._after, self._k = people_by_band(before), people_by_band(after), k
        self.setAccessibleName(translate("ClassPicture", "People by size of their group"))
        self.setAccessibleDescription(self.as_text())
        self.updateGeometry()
        self.update()

    def as_text(self) -> str:
        """Return the same in words, for screen readers and tests."""
        line = translate("ClassPicture", "groups of {size}: {before} before, {after} after")
        return "; ".join(
            line.format(
                size=band_name(*band),
                before=QLocale().toString(before),
                after=QLocale().toString(after),
            )
            for band, before, after in zip(BANDS, self._before, self._after, strict=True)
        )

    def sizeHint(self) -> QSize:
        """Return the size that all bands need."""
        return QSize(480, theme().scaled(_ROW) * len(BANDS) + Space.HALF)

    def minimumSizeHint(self) -> QSize:
        """Return the same height with less width."""
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        if not self._before:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font(FontRole.SMALL))
        most = max(*self._before, *self._after, 1)
        row, label = theme().scaled(_ROW), theme().scaled(64)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        room = self.width() - label - theme().scaled(48)
        for index, band in enumerate(BANDS):
            top = index * row
            self._draw_label(painter, band_name(*band), QRectF(0, top, label, row), mirrored)
            told = enumerate((self._before[index], self._after[index]))
            bars = [(which, value) for which, value in told if value]
            height = theme().scaled(_BAR)
            # All bars of a row stand in its middle, as the label does; a lone one on its line.
            y = top + (row - len(bars) * (height + _GAP) + _GAP) / 2
            for place, (which, value) in enumerate(bars):
                box = QRectF(label, y + place * (height + _GAP), room * value / most, height)
                self._draw_bar(painter, value, (index, which), box)
        painter.end()

    def _draw_label(self, painter: QPainter, text: str, box: QRectF, mirrored: bool) -> None:  # noqa: FBT001 (a private step of painting)
        if mirrored:
            box.moveRight(self.width())
        painter.setPen(theme().tokens.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, text)

    def _draw_bar(self, painter: QPainter, value: int, place: tuple[int, int], box: QRectF) -> None:
        index, which = place
        tokens = theme().tokens
        start, height = box.left(), box.height()
        box.setWidth(max(box.width(), _THINNEST))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - start)
        low = BANDS[index][0] < self._k
        colour = tokens.colour("warn" if low else "accent")
        painter.setPen(colour)
        # Before is an outline, after is filled: told apart without colour.
        painter.setBrush(colour if which else tokens.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        painter.setPen(tokens.colour("ink"))
        text_box = QRectF(box.right() + Space.HALF, box.top() - 3, 60, height + 6)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            text_box.moveRight(box.left() - Space.HALF)
        painter.drawText(
            text_box,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
            QLocale().toString(value),
        )
