"""Text on the page, by role; always plain text, so that nothing typed is ever read as markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
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
        self._align()
        self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Stand at the reading edge of the window, whatever script the text is in."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        # Without this a label follows the direction of its text, and a Latin name in a window from
        # right to left would stand at the far end.
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            return
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(edge | middle)


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
