"""Watches input: how long there was none, sleep included, and the panic keys; locks nothing."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

TICK_MS = 1000
# More than this between the two clocks means that the machine slept.
SLEEP_SECONDS = 2.0

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
    }
)


def clock_with_sleep() -> float:
    """Return seconds of a clock that goes on while the machine sleeps, where there is one."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class IdleLock(QObject):
    """Watches the windows of the program for keys and movements.

    Signals:
        ticked: Seconds left until it locks.
        expired: Time is up, or the machine has just slept: lock now.
        panicked: A panic key was pressed, whatever menu or sheet is open.
    """

    ticked = Signal(int)
    expired = Signal()
    panicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds = 0
        self._panic_keys: frozenset[str] = frozenset()
        self._last_input = 0.0
        self._slept = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        # A filter on windows sees each key and movement once; one on the application would be
        # called for every event of every widget.
        application.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Count input in a window."""
        if window is not None:
            window.installEventFilter(self)

    def set_panic_keys(self, *portable: str) -> None:
        """Set which keys mean panic, as portable text; empty ones mean nothing."""
        self._panic_keys = frozenset(key for key in portable if key)

    def start(self, minutes: int) -> None:
        """Begin counting: lock after so many minutes without input."""
        self._seconds = minutes * 60
        for window in QGuiApplication.topLevelWindows():
            self.watch(window)
        self._slept = clock_with_sleep() - time.monotonic()
        self.note_input()
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Stop counting."""
        self._timer.stop()

    def note_input(self) -> None:
        """Start counting again: somebody is there."""
        self._last_input = clock_with_sleep()

    @property
    def seconds_left(self) -> int:
        """Whole seconds until it locks."""
        return max(0, round(self._seconds - (clock_with_sleep() - self._last_input)))

    def tick(self) -> None:
        """Look at the clocks."""
        slept = clock_with_sleep() - time.monotonic()
        if slept - self._slept > SLEEP_SECONDS or self.seconds_left == 0:
            self.stop()
            self.expired.emit()
            return
        self._slept = slept
        self.ticked.emit(self.seconds_left)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice input and swallow none of it but the panic keys."""
        if event.type() in _INPUT:
            self.note_input()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            pressed = QKeySequence(event.keyCombination())
            if pressed.toString(QKeySequence.SequenceFormat.PortableText) in self._panic_keys:
                self.panicked.emit()
                return True
        return False
