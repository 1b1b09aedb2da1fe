"""What remains of a vault to which access was destroyed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.labels import Label, Small, Strong
from intake.services.ending import Remains

_MOST_NAMED = 8


class DestroyedPage(GatePage):
    """Names the files that nobody can read, and the backups that still open.

    Signals:
        other_asked: The person wants another vault.
        restore_asked: The person wants to restore a backup.
    """

    other_asked = Signal()
    restore_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("vault", parent)
        self._left = Remains((), ())
        self.files_label, self.files = Strong(), Label()
        self.backups_label, self.backups = Strong(), Label()
        self.beyond = Small()
        self.restore_button = LinkButton("", "restore")
        self.other_button = LinkButton("", "folder")
        card = Card()
        for widget in (self.files_label, self.files, self.backups_label, self.backups, self.beyond):
            card.body.addWidget(widget)
        self.body.addWidget(card)
        for button in (self.restore_button, self.other_button):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.restore_button.clicked.connect(self.restore_asked)
        self.other_button.clicked.connect(self.other_asked)

    def show_remains(self, left: Remains) -> None:
        """Show what is left."""
        self._left = left
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("Destroyed", "Nothing opens this vault any more"))
        self.lead.setText(
            translate(
                "Destroyed",
                "Its headers are gone. No passphrase and no recovery key helps, whoever has them.",
            )
        )
        self.files_label.setText(translate("Destroyed", "What remains, unreadable for everybody"))
        self.files.setText(_lines(self._left.files))
        self.backups_label.setText(translate("Destroyed", "Backups near it, which still open"))
        none = translate("Destroyed", "None here. Others open wherever they are.")
        self.backups.setText(_lines(self._left.backups) or none)
        self.beyond.setText(
            translate(
                "Destroyed",
                "Flash memory may keep old blocks for a while, and images of the disk that were "
                "taken before hold what opened the vault.",
            )
        )
        self.restore_button.setText(translate("Unlock", "Restore a backup"))
        self.other_button.setText(translate("Unlock", "Another vault"))


def _lines(paths: tuple[Path, ...]) -> str:
    return "\n".join(str(path) for path in paths[:_MOST_NAMED])
