"""A button for what cannot be undone: it acts when held for two seconds, never on a click."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from intake.gui.theme import RADIUS, theme
from intake.gui.widgets.buttons import ConfirmDangerButton

HOLD_MS = 2000
_TICK_MS = 40
# A key that repeats is let go and pressed again, and X11 often does not tell that from a hand.
_REPEAT_MS = 80
_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class HoldButton(ConfirmDangerButton):
    """Fills up while it is held with the mouse or with Space or Enter; empties when let go.

    Signals:
        held: It was held long enough.
    """

    held = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent=parent)
        self.hold_ms = HOLD_MS
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._letting_go = QTimer(self)  # until it is known whether the key only repeats
        self._letting_go.setSingleShot(True)
        self._letting_go.setInterval(_REPEAT_MS)
        self._letting_go.timeout.connect(self._let_go)
        self.pressed.connect(self._begin)
        self.released.connect(self._let_go)

    @property
    def share(self) -> float:
        """How much of the time it was held, from 0 to 1."""
        return min(1.0, self._since.elapsed() / self.hold_ms) if self._timer.isActive() else 0.0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin with the first press of Space or Enter; a key that repeats changes nothing."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif self._letting_go.isActive():
            self._letting_go.stop()
        elif not event.isAutoRepeat():
            self.setDown(True)
            self._begin()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop when the key is let go, and not pressed again at once."""
        if event.key() not in _KEYS:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat() and self._timer.isActive():
            self._letting_go.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop when the keyboard goes elsewhere."""
        self._let_go()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Stop when the button is disabled or hidden behind something."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange and not self.isEnabled():
            self._let_go()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, and how long it was held."""
        super().paintEvent(event)
        if not self._timer.isActive():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().tokens.colour("on_danger"))
        height = 4.0
        width = self.width() * self.share
        left = (
            self.width() - width if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
        )
        painter.drawRoundedRect(QRectF(left, self.height() - height, width, height), RADIUS, RADIUS)
        painter.end()

    def _begin(self) -> None:
        self._since.start()
        self._timer.start()

    def _let_go(self) -> None:
        self._timer.stop()
        self._letting_go.stop()
        self.setDown(False)
        self.update()

    def _tick(self) -> None:
        if self.share >= 1.0 and not self._letting_go.isActive():
            self._let_go()
            self.held.emit()
        self.update()
