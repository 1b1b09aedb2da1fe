"""Choose a vault on the disk, or a backup and the place to restore it to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.vault_places import looks_like_vault
from intake.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.file_panel import Choose, FilePanel
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.labels import Strong
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.workers.store_worker import StoreWorker
from intake.services import backups
from intake.vault.secret import Secret

_WIDE = 920


class ChooseVaultPage(GatePage):
    """Shows folders; vaults among them carry an icon of their own.

    Signals:
        chosen: The ``Path`` of a vault.
        restore_asked: The person has a backup.
        left: The person went back.
    """

    chosen = Signal(object)
    restore_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.panel = FilePanel(Choose.FOLDER, looks_like_vault)
        self.back_button = QuietButton("", "back")
        self.restore_button = LinkButton("", "restore")
        self.open_button = PrimaryButton()
        card = Card()
        card.body.addWidget(self.panel)
        self.body.addWidget(card)
        self.buttons.addWidget(self.back_button)
        self.buttons.addWidget(self.restore_button)
        self.end_buttons(self.open_button)
        self.back_button.clicked.connect(self.left)
        self.restore_button.clicked.connect(self.restore_asked)
        self.open_button.clicked.connect(self._open)
        self.panel.activated.connect(self._open)
        self.panel.changed.connect(self._show_state)
        self.setFocusProxy(self.panel.list)
        self._show_state()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("ChooseVault", "Open a vault"))
        self.lead.setText(
            translate(
                "ChooseVault", "Go to the folder of the vault. Vaults carry this icon: a safe."
            )
        )
        self.back_button.setText(translate("ChooseVault", "&Back"))
        self.restore_button.setText(translate("ChooseVault", "Restore a backup"))
        self.open_button.setText(translate("ChooseVault", "&Open"))

    def _show_state(self) -> None:
        path = self.panel.path
        self.open_button.setEnabled(path is not None and looks_like_vault(path))

    def _open(self) -> None:
        path = self.panel.path
        if path is not None and looks_like_vault(path):
            self.chosen.emit(path)


class RestorePage(GatePage):
    """Copies a backup to a new place; never over a vault that is there.

    Signals:
        restored: The ``Path`` of the new vault.
        left: The person went back.
    """

    restored = Signal(object)
    left = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=_WIDE)
        self._worker = worker
        self._target = Path()
        self._secret: Secret | None = None
        self.source_label, self.target_label, self.secret_label = Strong(), Strong(), Strong()
        self.secret = PassphraseEdit()
        self.source = FilePanel(Choose.FOLDER, looks_like_vault)
        self.target = FilePanel(Choose.NEW)
        self.target.set_name("Intake")
        self.back_button = QuietButton("", "back")
        self.restore_button = PrimaryButton("", "restore")
        panels = QHBoxLayout()
        panels.setSpacing(Space.TWO)
        self.body.addLayout(panels)
        for label, panel in ((self.source_label, self.source), (self.target_label, self.target)):
            card = Card()
            card.body.addWidget(label)
            card.body.addWidget(panel)
            panels.addWidget(card)
            panel.changed.connect(self._show_state)
        proof = Card()
        proof.body.addWidget(self.secret_label)
        proof.body.addWidget(self.secret)
        self.body.addWidget(proof)
        self.buttons.addWidget(self.back_button)
        self.end_buttons(self.restore_button)
        self.back_button.clicked.connect(self._leave)
        self.restore_button.clicked.connect(self._restore)
        self.secret.edited.connect(self._show_state)
        self.secret.submitted.connect(self._restore)
        self.setFocusProxy(self.source.list)
        self._show_state()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("Restore", "Restore a backup"))
        self.lead.setText(
            translate(
                "Restore",
                "The backup is copied to a new folder and opens with the passphrase it was made "
                "with. What happened after it was made is not in it.",
            )
        )
        self.source_label.setText(translate("Restore", "The backup"))
        self.target_label.setText(translate("Restore", "The new vault"))
        word = translate("Restore", "Passphrase of the backup")
        self.secret_label.setText(word)
        self.secret.set_name(word)
        self.back_button.setText(translate("Restore", "&Back"))
        self.restore_button.setText(translate("Restore", "&Restore"))

    def _show_state(self) -> None:
        source = self.source.path
        ready = source is not None and looks_like_vault(source) and self.target.path is not None
        self.restore_button.setEnabled(ready and not self.secret.is_empty)

    def _restore(self) -> None:
        source, target = self.source.path, self.target.path
        if source is None or target is None or self.secret.is_empty:
            return
        self._target = target
        self._secret = self.secret.take()
        self.set_busy(translate("Restore", "Copying and checking the backup."))
        self._worker.submit(
            backups.restore,
            source,
            target,
            self._secret,
            done=self._restored,
            failed=self._refused,
        )

    def _restored(self, _nothing: object) -> None:
        self._end()
        self.restored.emit(self._target)

    def _refused(self, error: BaseException) -> None:
        self._end()
        self.show_error(error)

    def _leave(self) -> None:
        self.secret.wipe()
        self.left.emit()

    def _end(self) -> None:
        if self._secret is not None:
            self._secret.wipe()
            self._secret = None
        self.set_busy()
