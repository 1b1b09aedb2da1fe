"""Surfaces: cards, rules, and what an empty place says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from intake.gui import icons
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import PrimaryButton
from intake.gui.widgets.labels import Heading, Label


class Card(QFrame):
    """A surface with a one-pixel line; ``body`` is its vertical layout.

    Args:
        heading: Text of the card's heading, or empty for none.
        parent: Owner.
    """

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003 (Qt's signature)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(Space.TWO, Space.TWO, Space.TWO, Space.TWO)
        self.body.setSpacing(Space.ONE)
        self.heading = Heading(heading)
        self.body.addWidget(self.heading)
        self.heading.setVisible(bool(heading))

    def set_heading(self, text: str) -> None:
        """Set the heading; an empty one takes no room."""
        self.heading.setText(text)
        self.heading.setVisible(bool(text))


class Rule(QFrame):
    """A horizontal line one pixel high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rule", True)  # noqa: FBT003 (Qt's signature)


class IconLabel(QLabel):
    """An icon that stands beside a word and says nothing on its own."""

    def __init__(
        self, name: str, tint: str = "muted", size: int = 20, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._tint, self._edge = name, tint, size
        self._draw()

    def set_icon(self, name: str, tint: str) -> None:
        """Show another icon or colour."""
        self._name, self._tint = name, tint
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw again when the colours changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()

    def _draw(self) -> None:
        edge = theme().scaled(self._edge)
        colour = theme().tokens.colour(self._tint)
        picture: QPixmap = icons.pixmap(
            self._name, colour, size=edge, ratio=self.devicePixelRatioF()
        )
        self.setPixmap(picture)
        self.setFixedSize(edge, edge)


class EmptyState(QWidget):
    """What an empty place says: an icon, one sentence, one button.

    Signals:
        triggered: The button was pressed.
    """

    triggered = Signal()

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Label()
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = PrimaryButton()
        self.button.clicked.connect(self.triggered)
        self.button.hide()
        column = QVBoxLayout(self)
        column.setSpacing(Space.TWO)
        column.addStretch(2)
        column.addLayout(_centred(IconLabel(icon_name, "muted", 48)))
        column.addWidget(self.sentence)
        column.addLayout(_centred(self.button))
        column.addStretch(3)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_texts(self, sentence: str, button: str = "") -> None:
        """Set the sentence and the button's text; an empty one shows no button."""
        self.sentence.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))


def _centred(widget: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
