"""What the form tells without asking: a note, or a value that follows from other answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.gui.theme import Space
from intake.gui.widgets.labels import Label, Muted


class ToldRow(QWidget):
    """A label, its hint, and for calculated questions the value, to read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._hint, self.value = Label(), Muted(), Label()
        self._label.setProperty("role", "strong")
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.ONE, 0, Space.ONE_HALF)
        column.setSpacing(2)
        for widget in (self._label, self._hint, self.value):
            column.addWidget(widget)

    def show_texts(self, label: str, hint: str, value: str) -> None:
        """Show the texts; empty ones take no room."""
        self._label.setText(label)
        for part, text in ((self._hint, hint), (self.value, value)):
            part.setText(text)
            part.setVisible(bool(text))
        self.setAccessibleName(f"{label}: {value}" if value else label)
