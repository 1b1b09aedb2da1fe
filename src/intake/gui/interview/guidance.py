"""A calm word to the interviewer where it is needed: offer help, ask how the person is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from intake.gui.i18n import noop, translate
from intake.gui.theme import Space
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.labels import Label

# By the kind of the section, as the form tells it.
WORDS = {
    "help": noop(
        "Guidance",
        "Ask how the person is before you go on. Offer only help that you know is there, let the "
        "person choose, and refer nobody without consent to a referral.",
    ),
    "closing": noop(
        "Guidance",
        "Ask nothing more about what happened. How is the person now? Who is with them tonight, "
        "and whom can they call? Offer water, a pause, company, or a referral to help.",
    ),
}


class Guidance(QFrame):
    """One reminder; hidden for kinds of sections that need none.

    Args:
        kind: Kind of the section.
        parent: Owner.
    """

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = WORDS.get(kind, "")
        self.setProperty("message", "info")
        self._text = Label()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.ONE_HALF, Space.ONE, Space.ONE_HALF, Space.ONE)
        row.setSpacing(Space.ONE_HALF)
        row.addWidget(IconLabel("info", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        if not self._words:
            self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def retranslate(self) -> None:
        """Set the text in the interface language."""
        self._text.setText(translate("Guidance", self._words) if self._words else "")
