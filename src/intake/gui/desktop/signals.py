"""What a desktop may tell of: sleep, lid, its own lock, another person; the interface to all."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Signal


class Event(StrEnum):
    """Something after which a vault must not stay open."""

    SLEEP = "sleep"
    LID = "lid"
    SCREEN_LOCK = "screen_lock"
    USER_SWITCH = "user_switch"


class DesktopSignals(QObject):
    """Hears nothing. One class for each system hears what is told there.

    The program's own timer stays the last resort: it notices sleep by its clocks.

    Signals:
        told: An ``Event`` has happened, or is about to.
        changed: Something else is heard than before.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard: frozenset[Event] = frozenset()

    @property
    def heard(self) -> frozenset[Event]:
        """What this desktop tells of, as far as is known by now."""
        return self._heard

    def start(self) -> None:
        """Begin to listen."""

    def look_again(self) -> None:
        """Find out anew what is told here; ``changed`` may follow."""

    def _hear(self, *events: Event) -> None:
        heard = frozenset(events)
        if heard != self._heard:
            self._heard = heard
            self.changed.emit()
