"""Unlock: one field, one button; an error stands where it happened."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.domain.progress import CancelToken
from intake.errors import CancelledError, InUseError, WrongSecretError
from intake.gui.ending.destroy_sheet import DestroySheet
from intake.gui.ending.rescue_sheet import RescueSheet
from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import DangerButton, LinkButton, PrimaryButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.flow_row import FlowRow
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.labels import Small, Strong
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.recovery_paper import RecoveryEntry
from intake.gui.workers.store_worker import StoreWorker
from intake.services import ending, vaults
from intake.services.session import VaultSession
from intake.vault.secret import Secret


class UnlockPage(GatePage):
    """Opens one vault with its passphrase or its recovery key.

    Signals:
        unlocked: A ``VaultSession``.
        recovered: A ``VaultSession`` and the recovery key as typed, to set a new passphrase.
        deriving: A key is being derived; the thread of the window has a second to spare.
        other_asked: The person wants another vault.
        bundle_asked: The person wants to read a bundle, which needs no vault.
        restore_asked: The person wants to restore a backup.
        text_read: A rescue has read text of cases and is over, so that this process has to end; the
            ``Path`` of the vault to go on with, a new one unless the rescue was given up.
        access_destroyed: The ``Path`` of the vault that nothing opens any more, and what remains.
    """

    unlocked = Signal(object)
    recovered = Signal(object, object)
    deriving = Signal()
    other_asked = Signal()
    bundle_asked = Signal()
    restore_asked = Signal()
    text_read = Signal(object)
    access_destroyed = Signal(object, object)

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__("vault", parent)
        self._worker = worker
        self._path = Path()
        self._with_recovery = False
        self._token = CancelToken()
        self._typed: Secret | None = None
        self.secret, self.recovery = PassphraseEdit(), RecoveryEntry()
        self.label, self.folder = Strong(), Small()
        self.state, self._about_state = Strong(), Small()
        self._words = ""
        self._holds_text = False
        self.unlock_button = PrimaryButton("", "unlock")
        self.recovery_button = LinkButton("", "key")
        self.restore_button = LinkButton("", "restore")
        self.other_button = LinkButton("", "folder")
        self.rescue_button = LinkButton("", "protection")
        self.bundle_button = LinkButton("", "overview")
        self.destroy_button = DangerButton("", "trash")
        self._assemble()
        self.unlock_button.clicked.connect(self.unlock)
        for field in (self.secret, self.recovery):
            field.submitted.connect(self.unlock)
            field.edited.connect(self._typing)
        self.recovery_button.clicked.connect(self._switch)
        self.restore_button.clicked.connect(self.restore_asked)
        self.other_button.clicked.connect(self.other_asked)
        self.rescue_button.clicked.connect(self._ask_rescue)
        self.bundle_button.clicked.connect(self.bundle_asked)
        self.destroy_button.clicked.connect(self._ask_destroy)
        self.busy.cancelled.connect(self._cancel)
        self.setFocusProxy(self.secret)

    @property
    def vault(self) -> Path:
        """The vault that is asked for."""
        return self._path

    @property
    def words(self) -> str:
        """The words for the state in which it was locked; empty for none known."""
        return self._words

    def set_vault(self, path: Path) -> None:
        """Choose the vault to open; its own name is not known before."""
        self._path = path
        self._with_recovery = False
        self._words = ""
        self._wipe_fields()
        self._clear()
        self.destroy_button.setVisible(ending.is_offered(path))
        self.retranslate()

    def show_state(self, words: str) -> None:
        """Show the words for the state in which the vault was locked; empty for none known."""
        self._words = words
        self.retranslate()

    def unlock(self) -> None:
        """Try what was typed; the page is disabled until the answer is there."""
        if self._field.is_empty or not self.content.isEnabled():
            return
        typed = self._field.take()
        self._token = CancelToken()
        self.set_busy(
            translate("Unlock", "Deriving the key. This takes about a second, on purpose."),
            cancel=translate("Unlock", "Cancel"),
        )
        self._typed = typed
        work = partial(vaults.unlock, self._path, typed, self._token)
        if self._with_recovery:
            work = partial(vaults.unlock_with_recovery, self._path, typed)
        self._worker.submit(work, done=self._opened, failed=self._refused)
        self.deriving.emit()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("Unlock", "Unlock"))
        self.lead.setText(
            translate("Unlock", "The vault is closed. Nothing in it can be read without its key.")
        )
        word = translate("Unlock", "Passphrase")
        self.label.setText(self._path.name)
        self.folder.setText(str(self._path.parent))
        self.state.setText(
            translate("Unlock", "State when it was locked: {words}").format(words=self._words)
        )
        self._about_state.setText(
            translate(
                "Unlock",
                "Write these words down. After unlocking, the settings show the same ones, unless "
                "somebody has changed the vault meanwhile.",
            )
        )
        for part in (self.state, self._about_state):
            part.setVisible(bool(self._words))
        self.secret.set_name(word)
        self.secret.field.set_placeholder(word)
        self.recovery.retranslate()
        self.secret.setVisible(not self._with_recovery)
        self.recovery.setVisible(self._with_recovery)
        self.setFocusProxy(self._field)
        self.unlock_button.setText(translate("Unlock", "&Unlock"))
        self.recovery_button.setText(
            translate("Unlock", "Passphrase")
            if self._with_recovery
            else translate("Unlock", "Recovery key")
        )
        self.restore_button.setText(translate("Unlock", "Restore a backup"))
        self.other_button.setText(translate("Unlock", "Another vault"))
        self.rescue_button.setText(translate("Unlock", "Rescue"))
        self.bundle_button.setText(translate("Unlock", "Open a bundle"))
        self.destroy_button.setText(translate("Unlock", "Destroy access"))

    @property
    def _field(self) -> PassphraseEdit | RecoveryEntry:
        return self.recovery if self._with_recovery else self.secret

    def _wipe_fields(self) -> None:
        self.secret.wipe()
        self.recovery.wipe()

    def _assemble(self) -> None:
        card = Card()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.label)
        names.addWidget(self.folder)
        action = QHBoxLayout()
        action.addStretch(1)
        action.addWidget(self.unlock_button)
        card.body.addLayout(names)
        card.body.addSpacing(Space.HALF)
        card.body.addWidget(self.secret)
        card.body.addWidget(self.recovery)
        card.body.addSpacing(Space.HALF)
        card.body.addLayout(action)
        self.body.addWidget(card)
        self.body.addWidget(self.state)
        self.body.addWidget(self._about_state)
        others = FlowRow()
        others.setSpacing(Space.ONE)
        for button in (self.recovery_button, self.restore_button, self.other_button):
            others.addWidget(button)
        others.addWidget(self.bundle_button)
        others.addWidget(self.rescue_button)
        self.buttons.addLayout(others, 1)
        self.buttons.addWidget(self.destroy_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.destroy_button.hide()

    def _switch(self) -> None:
        self._with_recovery = not self._with_recovery
        self._wipe_fields()
        self._clear()
        self.retranslate()
        self._field.setFocus()

    def _ask_rescue(self) -> None:
        sheet = RescueSheet(self, self._worker, self._path)
        sheet.began.connect(self._note_text)
        sheet.rescued.connect(self.text_read)
        sheet.rejected.connect(self._give_up_rescue)
        sheet.open()

    @property
    def holds_text(self) -> bool:
        """Whether a rescue has read text of cases into the memory of this process."""
        return self._holds_text

    def _note_text(self) -> None:
        self._holds_text = True

    def _give_up_rescue(self) -> None:
        if self._holds_text:
            self.text_read.emit(self._path)

    def _ask_destroy(self) -> None:
        sheet = DestroySheet(self, self._path)
        sheet.access_destroyed.connect(lambda left: self.access_destroyed.emit(self._path, left))
        sheet.open()

    def _typing(self) -> None:
        if not self._field.is_empty:
            self._clear()

    def _clear(self) -> None:
        self.messages.clear()
        self.lead.show()

    def _cancel(self) -> None:
        self._token.cancel()

    def _opened(self, session: VaultSession) -> None:
        typed, self._typed = self._typed, None
        self.set_busy()
        if self._with_recovery:
            self.recovered.emit(session, typed)
            return
        if typed is not None:
            typed.wipe()
        self.unlocked.emit(session)

    def _refused(self, error: BaseException) -> None:
        if self._typed is not None:
            self._typed.wipe()
            self._typed = None
        self.set_busy()
        if not isinstance(error, CancelledError):
            self.show_error(error)
            # "The vault is closed" is not true of one that is open in another window.
            self.lead.setHidden(isinstance(error, InUseError))
            self._field.set_wrong(wrong=isinstance(error, WrongSecretError))
        self._field.setFocus()
