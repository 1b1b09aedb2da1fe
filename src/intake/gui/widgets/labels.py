"""Text on the page, by role; always plain text, so that nothing typed is ever read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Label(QLabel):
    """Body text."""

    role = "body"
    wraps = True

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", self.role)
        self.setWordWrap(self.wraps)
        self.setText(text)


class Title(Label):
    """The name of a page."""

    role = "title"


class Heading(Label):
    """The name of a part of a page."""

    role = "heading"


class Strong(Label):
    """A word that carries weight: a field's label, a row's key."""

    role = "strong"
    wraps = False


class Muted(Label):
    """An explanation."""

    role = "muted"


class Small(Label):
    """A remark: dates, counts, hints below fields."""

    role = "small"


class ErrorText(Label):
    """What is wrong with the field above; hidden while nothing is."""

    role = "error"

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        if not text:
            self.hide()

    def show_text(self, text: str) -> None:
        """Show the text, or hide when it is empty."""
        self.setText(text)
        self.setVisible(bool(text))
