"""A new recovery key on paper, typed back, and the passphrase: what a change of keys needs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.labels import Strong
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.recovery_paper import RecoveryPaper, RecoveryProof
from intake.vault.recovery import RecoveryKey


class ProvenKey(QWidget):
    """The paper, the fields to type it back, and the passphrase below.

    Signals:
        edited: Something was typed or removed.
    """

    edited = Signal()

    def __init__(self, key: RecoveryKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        secret = translate("Settings", "Passphrase")
        self.paper = RecoveryPaper()
        self.paper.set_key(key)
        self.typed, self.passphrase = RecoveryProof(self.paper), PassphraseEdit(secret)
        self.first = self.typed.fields[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for widget in (self.paper, self.typed, Strong(secret), self.passphrase):
            column.addWidget(widget)
        self.typed.edited.connect(self.edited)
        self.passphrase.edited.connect(self.edited)

    @property
    def is_filled(self) -> bool:
        """Whether something stands in every field."""
        return self.typed.is_filled and not self.passphrase.is_empty

    def is_right(self, messages: MessageBar) -> bool:
        """Tell whether all of it was typed back without a slip; show it when not."""
        if self.typed.is_right():
            return True
        messages.show_message(
            MessageKind.ERROR,
            translate("Settings", "This is not the key. Compare it group by group."),
            code="S02",
        )
        return False
