"""The vault's secrets: change the passphrase, replace the recovery key; each asks for proof."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.gui.ending.proven_key import ProvenKey
from intake.gui.ending.rekey_sheet import RekeyOffer, RekeySheet
from intake.gui.i18n import translate
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.labels import Strong
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.gui.widgets.new_passphrase import NewPassphrase
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.setting_row import SettingRow
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import StoreWorker
from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret

_WIDTH = 560


class SecretsCard(Card):
    """Three buttons, each of which opens a sheet.

    Signals:
        moved: The vault is under new keys and closed: it has to be unlocked again.
    """

    moved = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self.change_button, self.replace_button = QuietButton("", "edit"), QuietButton("", "key")
        self.rekey_button = QuietButton("", "refresh")
        self.messages = MessageBar()
        self._change_row = SettingRow(self.change_button)
        self._replace_row = SettingRow(self.replace_button)
        self._rekey_row = SettingRow(self.rekey_button)
        rows = (self._change_row, Rule(), self._replace_row, Rule(), self._rekey_row)
        for widget in (*rows, self.messages):
            self.body.addWidget(widget)
        self.change_button.clicked.connect(self._ask_change)
        self.replace_button.clicked.connect(self._prepare_key)
        self.rekey_button.clicked.connect(self._prepare_rekey)

    def open(self, session: VaultSession) -> None:
        """Work on this vault."""
        self._session = session

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("Settings", "Passphrase and recovery key"))
        self._change_row.set_texts(
            translate("Settings", "Passphrase"),
            translate("Settings", "Copies of the vault made before keep the old one."),
        )
        self._replace_row.set_texts(
            translate("Settings", "Recovery key"),
            translate("Settings", "Replace it when the paper may have been seen."),
        )
        self.change_button.setText(translate("Settings", "Change"))
        self.replace_button.setText(translate("Settings", "Replace"))
        self._rekey_row.set_texts(
            translate("Settings", "New keys"),
            translate("Settings", "When somebody may have copied the vault and knows its secret."),
        )
        self.rekey_button.setText(translate("Settings", "Move to new keys"))

    def _ask_change(self) -> None:
        sheet = ChangePassphraseSheet(self)
        sheet.accepted.connect(lambda: self._change(sheet))
        sheet.open()

    def _change(self, sheet: ChangePassphraseSheet) -> None:
        old, new = sheet.old.take(), sheet.new.take()
        sheet.set_busy(translate("Settings", "Deriving both keys. This takes a few seconds."))

        def done(_nothing: object) -> None:
            _wipe(old, new)
            sheet.finish()
            self._told(translate("Settings", "The passphrase is changed."))

        def failed(error: BaseException) -> None:
            _wipe(old, new)
            sheet.show_error(error)

        self._worker.submit(
            vaults.change_passphrase, self._session, old, new, done=done, failed=failed
        )

    def _prepare_key(self) -> None:
        self._worker.submit(vaults.new_recovery_key, done=self._ask_replace)

    def _prepare_rekey(self) -> None:
        if self._session is not None:
            self._worker.submit(RekeyOffer.of, self._session, done=self._ask_rekey)

    def _ask_rekey(self, offer: RekeyOffer) -> None:
        sheet = RekeySheet(self, self._worker, offer)
        sheet.moved.connect(self.moved)
        sheet.open()

    def _ask_replace(self, key: RecoveryKey) -> None:
        sheet = ReplaceRecoverySheet(self, key)
        sheet.accepted.connect(lambda: self._replace(sheet, key))
        sheet.rejected.connect(lambda: key.wipe())  # noqa: PLW0108 (a key cannot be referred to weakly)
        sheet.open()

    def _replace(self, sheet: ReplaceRecoverySheet, key: RecoveryKey) -> None:
        if not sheet.is_right():
            return
        passphrase = sheet.proof.passphrase.take()
        sheet.set_busy(translate("Settings", "Deriving the key. This takes a few seconds."))

        def done(_nothing: object) -> None:
            passphrase.wipe()
            key.wipe()
            sheet.finish()
            self._told(translate("Settings", "The recovery key is replaced. Burn the old paper."))

        def failed(error: BaseException) -> None:
            passphrase.wipe()
            sheet.show_error(error)

        self._worker.submit(
            vaults.replace_recovery_key, self._session, passphrase, key, done=done, failed=failed
        )

    def _told(self, text: str) -> None:
        self.messages.show_message(MessageKind.OK, text)


class ChangePassphraseSheet(Sheet):
    """Asks for the old passphrase and a new one."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(
            over,
            translate("Settings", "Change the passphrase"),
            affirmative=translate("Settings", "Change it"),
            cancel=translate("Settings", "Cancel"),
            stays=True,
        )
        self.set_width(_WIDTH)
        word = translate("Settings", "Passphrase until now")
        self.old, self.new = PassphraseEdit(word), NewPassphrase()
        for widget in (Strong(word), self.old, self.new):
            self.body.addWidget(widget)
        self.yes.setEnabled(False)
        self.old.edited.connect(self._show_state)
        self.new.changed.connect(self._show_state)

    def _show_state(self) -> None:
        self.yes.setEnabled(self.new.is_ready and not self.old.is_empty)


class ReplaceRecoverySheet(Sheet):
    """Shows a new recovery key, has it typed back, and asks for the passphrase."""

    def __init__(self, over: QWidget, key: RecoveryKey) -> None:
        super().__init__(
            over,
            translate("Settings", "Replace the recovery key"),
            translate("Settings", "Write the new key on paper, then type it back from there."),
            affirmative=translate("Settings", "Replace it"),
            cancel=translate("Settings", "Cancel"),
            stays=True,
        )
        self.set_width(_WIDTH)
        self.proof = ProvenKey(key)
        self.body.addWidget(self.proof)
        self.yes.setEnabled(False)
        self.proof.edited.connect(lambda: self.yes.setEnabled(self.proof.is_filled))
        self.set_first(self.proof.first)

    def is_right(self) -> bool:
        """Tell whether the key was typed back without a slip; show it when not."""
        return self.proof.is_right(self.messages)


def _wipe(*secrets: Secret) -> None:
    for secret in secrets:
        secret.wipe()
