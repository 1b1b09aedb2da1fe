"""Says loudly that a key is another one than the key that is trusted under the same name."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.keys.six_words import SixWords
from intake.gui.theme import Space
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.labels import Label, Strong
from intake.gui.widgets.sheet import Sheet
from intake.services.team import Looked

_WIDTH = 680


class ChangedKeySheet(Sheet):
    """Shows both sets of words and what to do; nothing on it trusts a key.

    Args:
        over: A widget of the window to cover.
        looked: A key that would take the place of others.
    """

    def __init__(self, over: QWidget, looked: Looked) -> None:
        old = looked.instead_of[0]
        super().__init__(
            over,
            translate("ChangedKey", "This is not the key of {name} that you trust").format(
                name=old.name
            ),
            affirmative=translate("ChangedKey", "Trust nothing"),
            cancel="",
        )
        self.set_width(_WIDTH)
        card = QFrame()
        card.setProperty("message", "error")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.TWO, Space.TWO, Space.TWO, Space.TWO)
        column.setSpacing(Space.ONE_HALF)
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.addWidget(IconLabel("warning", "danger"))
        head.addWidget(Strong(translate("ChangedKey", "The key has changed")), 1)
        column.addLayout(head)
        column.addWidget(SixWords(translate("ChangedKey", "The key that you trust"), old.words))
        column.addWidget(
            SixWords(translate("ChangedKey", "The key in this file"), looked.key.words)
        )
        self.body.addWidget(card)
        self.body.addWidget(
            Label(
                translate(
                    "ChangedKey",
                    "Somebody may have exchanged the file, to read what you send. Do not use it. "
                    "Ask the owner in a call or face to face, not by the way on which the file "
                    "came, whether they have new keys, and have the six words read out. If they "
                    "have, forget the old key on the Team page, then add this one. If they have "
                    "not, tell whoever looks after your security.",
                )
            )
        )
