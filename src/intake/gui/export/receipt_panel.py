"""Last step: what was written, its digest, and how to hand it over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.labels import Label, Muted, Strong
from intake.services.exports import Receipt


class ReceiptPanel(QWidget):
    """The receipt of a bundle.

    Signals:
        key_asked: The person wants to hand over the public key as well.
    """

    key_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._receipt: Receipt | None = None
        self._card = Card()
        self._names = [Strong() for _ in range(4)]
        self._values = [Label() for _ in range(4)]
        self._how, self._about_key = Muted(), Muted()
        self.key_button = QuietButton("", "key")
        self.key_button.clicked.connect(self.key_asked)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.THREE)
        grid.setVerticalSpacing(Space.ONE)
        for row, (name, value) in enumerate(zip(self._names, self._values, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
        grid.setColumnStretch(1, 1)
        self._card.body.addLayout(grid)
        self._card.body.addWidget(self._how)
        self._card.body.addWidget(Rule())
        self._card.body.addWidget(self._about_key)
        self._card.body.addWidget(self.key_button, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.retranslate()

    def show_receipt(self, receipt: Receipt) -> None:
        """Show a receipt."""
        self._receipt = receipt
        digest = " ".join(receipt.sha256[i : i + 8] for i in range(0, 64, 8))
        texts = (str(receipt.path), digest, str(receipt.cases), receipt.bundle_id)
        for value, text in zip(self._values, texts, strict=True):
            value.setText(text)
        for value in (self._values[1], self._values[3]):
            value.setFont(theme().monospace())

    def retranslate(self) -> None:
        """Set every text in the interface language."""
        self._card.set_heading(translate("ReceiptPanel", "Written, read back, and found whole"))
        names = (
            translate("ReceiptPanel", "File"),
            translate("ReceiptPanel", "SHA-256"),
            translate("ReceiptPanel", "Cases"),
            translate("ReceiptPanel", "Bundle"),
        )
        for label, text in zip(self._names, names, strict=True):
            label.setText(text)
        self._how.setText(
            translate(
                "ReceiptPanel",
                "Hand the file over on a stick or send it; only the recipient's key opens it. "
                "Tell the recipient the first and the last eight characters of the SHA-256 by "
                "voice, so that a changed file is noticed.",
            )
        )
        self._about_key.setText(
            translate(
                "ReceiptPanel",
                "The recipient needs your public key once, to see that the bundle is yours.",
            )
        )
        self.key_button.setText(translate("ReceiptPanel", "Hand over your public key"))
