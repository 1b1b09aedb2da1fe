"""The vault's own key: words to read out, a code for a camera, and its file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.keys.qr import QrCode
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import LinkButton, QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.labels import Label, Muted, Strong
from intake.services.team import PublicKey


class OwnCard(Card):
    """Shows the vault's own public key.

    Signals:
        save_asked: Write the key file.
        words_asked: Show the words that readers of bundles see.
    """

    save_asked = Signal()
    words_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._key: PublicKey | None = None
        self.code = QrCode()
        self._about, self._words_name, self.words = Muted(), Strong(), Label()
        self.save_button, self.words_button = QuietButton("", "key"), LinkButton()
        column = QVBoxLayout()
        column.setSpacing(Space.ONE)
        for widget in (self._words_name, self.words, self._about):
            column.addWidget(widget)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.THREE)
        row.addLayout(column, 1)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.ONE)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.words_button)
        buttons.addStretch(1)
        self.body.addLayout(row)
        self.body.addLayout(buttons)
        self.save_button.clicked.connect(self.save_asked)
        self.words_button.clicked.connect(self.words_asked)

    def show_key(self, key: PublicKey) -> None:
        """Show the key."""
        self._key = key
        self.words.setFont(theme().monospace())
        # Two lines of three words: so they are read out.
        words = key.words.split()
        self.words.setText(" ".join(words[:3]) + "\n" + " ".join(words[3:]))
        name = translate("TeamPage", "The six words as a code for a camera")
        self.code.show_text(key.words, name)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("TeamPage", "Your key"))
        self._words_name.setText(translate("TeamPage", "Its six words"))
        self._about.setText(
            translate(
                "TeamPage",
                "Whoever sends you parcels or gets bundles from you needs the key file once, and "
                "compares these words with you in a call or face to face. The file is no secret "
                "and opens nothing.",
            )
        )
        self.save_button.setText(translate("TeamPage", "Save the key file"))
        self.words_button.setText(translate("TeamPage", "Words that readers of bundles see"))
        if self._key is not None:
            self.show_key(self._key)
