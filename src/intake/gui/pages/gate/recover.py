"""After the recovery key opened the vault: set a new passphrase, or go on without one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.widgets.buttons import LinkButton, PrimaryButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.new_passphrase import NewPassphrase
from intake.gui.workers.store_worker import StoreWorker
from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault.secret import Secret


class RecoverPage(GatePage):
    """Wraps the vault's key under a new passphrase; the recovery key stays valid.

    Signals:
        finished: The ``VaultSession``, with or without a new passphrase.
    """

    finished = Signal(object)

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._recovery: Secret | None = None
        self._new: Secret | None = None
        self.passphrase = NewPassphrase()
        self.later_button = LinkButton()
        self.set_button = PrimaryButton()
        card = Card()
        card.body.addWidget(self.passphrase)
        self.body.addWidget(card)
        self.buttons.addWidget(self.later_button)
        self.end_buttons(self.set_button)
        self.later_button.clicked.connect(self._finish)
        self.set_button.clicked.connect(self._set)
        self.passphrase.submitted.connect(self._set)
        self.passphrase.changed.connect(self._show_state)
        self.setFocusProxy(self.passphrase)
        self._show_state()

    def start(self, session: VaultSession, recovery: Secret) -> None:
        """Begin for an open vault; takes over the recovery key as it was typed."""
        self._session, self._recovery = session, recovery
        self._show_state()
        self.passphrase.setFocus()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("Recover", "Set a new passphrase"))
        self.lead.setText(
            translate(
                "Recover",
                "The recovery key opened the vault and stays valid. "
                "Choose a passphrase for every day.",
            )
        )
        self.later_button.setText(translate("Recover", "Not now"))
        self.set_button.setText(translate("Recover", "Set the passphrase"))

    def _show_state(self) -> None:
        self.set_button.setEnabled(self.passphrase.is_ready)

    def _set(self) -> None:
        if not self.passphrase.is_ready:
            return
        self._new = self.passphrase.take()
        self.set_busy(translate("Recover", "Wrapping the key under the new passphrase."))
        self._worker.submit(
            vaults.reset_passphrase,
            self._session,
            self._recovery,
            self._new,
            done=self._finish,
            failed=self._refused,
        )

    def _finish(self, _nothing: object = None) -> None:
        self.set_busy()
        session, self._session = self._session, None
        self._wipe()
        self.passphrase.wipe()
        self.finished.emit(session)

    def _refused(self, error: BaseException) -> None:
        self.set_busy()
        if self._new is not None:
            self._new.wipe()
            self._new = None
        self.show_error(error)

    def _wipe(self) -> None:
        for secret in (self._recovery, self._new):
            if secret is not None:
                secret.wipe()
        self._recovery = self._new = None
