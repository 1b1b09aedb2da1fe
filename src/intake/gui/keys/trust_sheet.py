"""Asks whether somebody's public key is theirs, before it is trusted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.keys.six_words import SixWords
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import Strong
from intake.gui.widgets.sheet import Sheet
from intake.services.team import PublicKey

_WIDTH = 600


class TrustSheet(Sheet):
    """Shows the six words of a key that was read; only the affirmative button trusts it.

    Args:
        over: A widget of the window to cover.
        key: What the file holds. Its own name proves nothing and is not shown.
        name: What the owner could be called here.
    """

    enter_confirms = False

    def __init__(self, over: QWidget, key: PublicKey, name: str) -> None:
        super().__init__(
            over,
            translate("TrustSheet", "Is this really their key?"),
            translate(
                "TrustSheet",
                "Ring the owner up, or meet them, and have them read out the six words of their "
                "key. If one word differs, or if you cannot reach them now, cancel: somebody may "
                "have exchanged the file, and would read what you send.",
            ),
            affirmative=translate("TrustSheet", "All six are the same: trust this key"),
            cancel=translate("TrustSheet", "Cancel"),
            stays=True,
        )
        self.key = key
        self.set_width(_WIDTH)
        self.name = LineEdit()
        self.name.setText(name)
        self.name.setAccessibleName(translate("TrustSheet", "Name"))
        self.words = SixWords(translate("TrustSheet", "The six words of this file"), key.words)
        for widget in (
            Strong(translate("TrustSheet", "Whose key it is")),
            self.name,
            self.words,
        ):
            self.body.addWidget(widget)
        self.name.textChanged.connect(self._on_name)
        # Enter on a page that has just opened must trust nobody.
        self.set_first(self.no)
        self._on_name()

    def _on_name(self) -> None:
        self.yes.setEnabled(bool(self.name.text().strip()))
