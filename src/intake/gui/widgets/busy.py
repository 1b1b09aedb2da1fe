"""Work under way: shown only when it takes long enough to be noticed; can be cancelled."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from intake.gui.theme import Space
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.labels import Muted

DELAY_MS = 300


class Busy(QWidget):
    """A line of text, a bar, and a cancel button when cancelling is possible.

    Signals:
        cancelled: The person asked to stop.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Muted()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel_button = QuietButton()
        self.cancel_button.clicked.connect(self.cancelled)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY_MS)
        self._delay.timeout.connect(self.show)
        column = QVBoxLayout()
        column.setSpacing(Space.HALF)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        row.addLayout(column, 1)
        row.addWidget(self.cancel_button)
        self.hide()

    def start(self, text: str, *, cancel: str = "") -> None:
        """Begin; becomes visible after 300 ms unless ``stop`` comes first.

        Args:
            text: What is being done.
            cancel: Text of the cancel button; empty when it cannot be stopped.
        """
        self.text.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, 0)
        self.cancel_button.setText(cancel)
        self.cancel_button.setVisible(bool(cancel))
        self._delay.start()

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is; a total of 0 means it is not known."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def stop(self) -> None:
        """End: hide at once."""
        self._delay.stop()
        self.hide()
