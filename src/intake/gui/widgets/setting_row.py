"""One row of a settings card: what it is, why, and the control at the far end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.theme import Space
from intake.gui.widgets.labels import Label, Small


class SettingRow(QWidget):
    """A label with an explanation below it, beside a control."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.reason = Label(), Small()
        self.control = control
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.HALF, 0, Space.HALF)
        row.setSpacing(Space.TWO)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_texts(self, name: str, reason: str = "") -> None:
        """Set what it is and why; the control is read out under the same name."""
        self.name.setText(name)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        if not self.control.accessibleName():
            self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(reason)
