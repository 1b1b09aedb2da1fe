"""The strip at the bottom: when it was saved, what is pending, when it locks."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from intake.gui.i18n import plural, translate
from intake.gui.theme import Space
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.labels import Small

COUNTDOWN_SECONDS = 60


class StatusStrip(QFrame):
    """Says "Saved" only after the store has committed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", "foot")
        self._saved_icon = IconLabel("saved", "ok", 16)
        self._saved = _line()
        self._pending_icon = IconLabel("pending", "warn", 16)
        self._pending = _line()
        self._lock_icon = IconLabel("clock", "muted", 16)
        self._lock = _line()
        self.countdown = QProgressBar()
        self.countdown.setTextVisible(False)
        self.countdown.setFixedWidth(160)
        self.countdown.setRange(0, COUNTDOWN_SECONDS)
        self.countdown.setProperty("kind", "warn")
        self.countdown.hide()
        self._saved_at: QDateTime | None = None
        self._waiting = 0
        self._left: int | None = None
        self._is_thrown_away = self._is_closed = False
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.TWO, Space.HALF, Space.TWO, Space.HALF)
        row.setSpacing(6)
        for widget in (self._saved_icon, self._saved, self._pending_icon, self._pending):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.countdown)
        row.addWidget(self._lock_icon)
        row.addWidget(self._lock)
        self.retranslate()

    def set_saved(self, at: QDateTime | None) -> None:
        """Show when the last write was committed; ``None`` while all is as it was opened."""
        self._saved_at = at
        self.retranslate()

    def set_pending(self, count: int) -> None:
        """Show how many writes are not committed yet."""
        if count != self._waiting:
            self._waiting = count
            self.retranslate()

    def set_closed(self) -> None:
        """Say nothing of saving any more: the vault is closed, and nothing can be written."""
        self._is_closed = True
        self.retranslate()

    def set_seconds_to_lock(self, seconds: int | None) -> None:
        """Show when it locks; the bar counts the last 60 seconds. ``None`` hides both."""
        self._left = seconds
        self._show_lock()

    def set_thrown_away(self) -> None:
        """Say that what is open ends with the lock: these are made-up cases."""
        self._is_thrown_away = True
        self._show_lock()

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts again when the language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        saved = not self._waiting and not self._is_closed
        self._saved_icon.setVisible(saved)
        self._saved.setVisible(saved)
        self._saved.setText(translate("StatusStrip", "Saves by itself"))
        if self._saved_at is not None:
            time = QLocale().toString(self._saved_at.toLocalTime().time(), "HH:mm")
            self._saved.setText(translate("StatusStrip", "Saved {time}").format(time=time))
        self._pending_icon.setVisible(bool(self._waiting))
        self._pending.setVisible(bool(self._waiting))
        self._pending.setText(plural("StatusStrip", "%n change(s) not saved yet", self._waiting))
        self._show_lock()

    def _show_lock(self) -> None:
        shown = self._left is not None
        self._lock_icon.setVisible(shown)
        self._lock.setVisible(shown)
        left = max(0, self._left or 0)
        last = shown and left <= COUNTDOWN_SECONDS
        self.countdown.setVisible(last)
        self.countdown.setValue(left)
        self.countdown.setAccessibleName(translate("StatusStrip", "Time until the vault locks"))
        time = f"{left // 60}:{left % 60:02d}"
        if self._is_thrown_away:
            text = translate("StatusStrip", "These made-up cases are thrown away in {time}")
        else:
            text = translate("StatusStrip", "Locks in {time}")
        if last:
            text += ". " + translate("StatusStrip", "Any key or movement keeps it open.")
        self._lock.setText(text.format(time=time))


def _line() -> Small:
    line = Small()
    line.setWordWrap(False)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return line
