"""The six words of a key, large enough to be read out."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.gui.theme import Space, theme
from intake.gui.widgets.labels import Label, Strong


class SixWords(QWidget):
    """What the words are, and the words.

    Args:
        name: What they are.
        words: Six words with blanks between.
        parent: Owner.
    """

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        shown = Label(words)
        shown.setFont(theme().monospace())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(Strong(name))
        column.addWidget(shown)
