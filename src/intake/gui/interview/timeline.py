"""The events of the account beside it: a line from top to bottom, one stop an event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.interview.views import TimelineEntry
from intake.gui.theme import RADIUS, FontRole, Space, theme

_BADGE = 24
_WRAP = Qt.TextFlag.TextWordWrap


class Timeline(QWidget):
    """All events; choosing one asks to open it.

    Signals:
        chosen: Id of an event.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.stops: list[TimelineStop] = []

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show events in the order in which they are given."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        for stop in self.stops:
            self._column.removeWidget(stop)
            stop.hide()
            stop.deleteLater()
        self.stops = []
        for entry in entries:
            stop = TimelineStop(entry, is_last=entry is entries[-1])
            stop.clicked.connect(lambda _checked=False, chosen=entry.event_id: self._tell(chosen))
            self.stops.append(stop)
            self._column.addWidget(stop)

    def _tell(self, event_id: str) -> None:
        self.chosen.emit(event_id)


class TimelineStop(QAbstractButton):
    """One event: its number on the line, the day, and what happened."""

    def __init__(
        self, entry: TimelineEntry, *, is_last: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_last = is_last
        self._number = str(entry.number)
        self._when = entry.when or translate("Timeline", "Day not known")
        self._what = entry.what or translate("Timeline", "Nothing is recorded yet")
        self.setAccessibleName(f"{self._number}: {self._when}. {self._what}")
        self.setToolTip(translate("Timeline", "Open this event"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return a size that fits most events (Qt)."""
        width = theme().scaled(220)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Tell that the text wraps (Qt)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text (Qt)."""
        words = sum(self._heights(width - self._indent() - Space.HALF))
        return max(words + 2 * Space.ONE, theme().scaled(_BADGE) + Space.ONE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the badge and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme().tokens
        if self.hasFocus() or self.underMouse():
            painter.setPen(
                QPen(tokens.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(tokens.colour("hover"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_badge(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_badge(self, painter: QPainter) -> None:
        tokens = theme().tokens
        edge = theme().scaled(_BADGE)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - edge - Space.HALF if mirrored else Space.HALF
        badge = QRectF(left + 0.5, Space.HALF + 0.5, edge - 1, edge - 1)
        painter.setPen(QPen(tokens.colour("control_line"), 1))
        if not self._is_last:
            painter.drawLine(
                QPointF(badge.center().x(), badge.bottom()),
                QPointF(badge.center().x(), self.height() + Space.HALF),
            )
        painter.setPen(QPen(tokens.colour("accent"), 1.5))
        painter.setBrush(tokens.colour("surface"))
        painter.drawEllipse(badge)
        font = theme().font(FontRole.SMALL)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(tokens.colour("accent"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._number)

    def _paint_words(self, painter: QPainter) -> None:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        indent = self._indent()
        near, far = (Space.HALF, -indent) if mirrored else (indent, -Space.HALF)
        room = QRectF(self.rect().adjusted(near, Space.HALF + 2, far, 0))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.setFont(self._when_font())
        painter.setPen(theme().tokens.colour("ink"))
        painter.drawText(room, self._when, option)
        painter.setFont(theme().font(FontRole.SMALL))
        painter.setPen(theme().tokens.colour("muted"))
        taken = self._heights(int(room.width()))[0]
        painter.drawText(room.adjusted(0, taken, 0, 0), self._what, option)

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(40, width), 10_000)
        when = QFontMetrics(self._when_font()).boundingRect(room, _WRAP, self._when)
        what = QFontMetrics(theme().font(FontRole.SMALL)).boundingRect(room, _WRAP, self._what)
        return when.height(), what.height()

    def _indent(self) -> int:
        return theme().scaled(_BADGE) + Space.ONE_HALF

    def _when_font(self) -> QFont:
        font = theme().font(FontRole.SMALL)
        font.setWeight(QFont.Weight.DemiBold)
        return font
