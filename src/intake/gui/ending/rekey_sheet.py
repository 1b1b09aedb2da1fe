"""Moves a vault to new keys: explains, shows the new recovery key, works, and names old backups."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.errors import CancelledError
from intake.gui.ending.destroy_sheet import backup_labels
from intake.gui.ending.proven_key import ProvenKey
from intake.gui.i18n import translate
from intake.gui.widgets.labels import Label, Small
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import Job, StoreWorker
from intake.services import local_backups, rekeying, vaults
from intake.services.session import VaultSession
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret

_WIDTH = 600


@dataclass(frozen=True, slots=True)
class RekeyOffer:
    """What the sheet needs, gathered on the store's thread."""

    session: VaultSession
    key: RecoveryKey
    known: tuple[Path, ...]

    @classmethod
    def of(cls, session: VaultSession) -> RekeyOffer:
        """Draw a new recovery key, and look up the backups that the vault knows of."""
        return cls(session, vaults.new_recovery_key(), local_backups.look(session).known)


class RekeySheet(Sheet):
    """One sheet from the explanation to the result.

    Signals:
        moved: The vault is closed now and must be unlocked again.
    """

    moved = Signal()

    def __init__(self, over: QWidget, worker: StoreWorker, offer: RekeyOffer) -> None:
        super().__init__(
            over,
            translate("Rekey", "Move the vault to new keys"),
            translate(
                "Rekey",
                "Everything is copied under new keys and the old ones are destroyed: a copy that "
                "somebody took before opens nothing that is written from now on. The passphrase "
                "stays; change it as well if it is known. Then unlock the vault again.",
            ),
            affirmative=translate("Rekey", "Move it"),
            cancel=translate("Rekey", "Cancel"),
            stays=True,
        )
        self._worker, self._offer = worker, offer
        self._job: Job | None = None
        self._secret: Secret | None = None
        self._is_over = False
        self.proof = ProvenKey(offer.key)
        self.body.addWidget(self.proof)
        self.set_width(_WIDTH)
        self.set_first(self.proof.first)
        self.yes.setEnabled(False)
        self.proof.edited.connect(lambda: self.yes.setEnabled(self.proof.is_filled))
        self.accepted.connect(self._go_on)
        self.rejected.connect(self._wipe)
        self.busy.cancelled.connect(self._cancel)

    def show_moved(self, _nothing: object = None) -> None:
        """Show that it is done, and what still opens with the old keys."""
        self._wipe()
        self.set_busy()
        self._is_over = True
        self.proof.hide()
        self.no.hide()
        self.yes.setText(translate("Rekey", "Unlock again"))
        self.body.addWidget(
            Label(translate("Rekey", "The vault has new keys. Burn the old paper."))
        )
        for widget in backup_labels(self._offer.known):
            self.body.addWidget(widget)
        self.body.addWidget(Small(_what_still_opens(self._offer.known)))
        self.yes.setFocus()

    def _go_on(self) -> None:
        if self._is_over:
            self.finish()
            self.moved.emit()
        elif self.proof.is_right(self.messages):
            self._start()

    def _start(self) -> None:
        self._secret = self.proof.passphrase.take()
        text = translate("Rekey", "Copying the vault under new keys and checking the copy.")
        self.set_busy(text)
        self.busy.start(text, cancel=translate("Rekey", "Stop"))
        self._job = self._worker.submit_long(
            rekeying.rekey,
            self._offer.session,
            self._secret,
            self._offer.key,
            progress=self.busy.advance,
            done=self.show_moved,
            failed=self._refused,
        )

    def _refused(self, error: BaseException) -> None:
        if self._secret is not None:
            self._secret.wipe()
        if rekeying.has_moved(self._offer.session.path):  # the next opening removes the old files
            self.show_moved()
            return
        self.set_busy()
        if not isinstance(error, CancelledError):
            self.show_error(error)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _wipe(self) -> None:
        self._offer.key.wipe()
        self.proof.paper.set_key(None)
        if self._secret is not None:
            self._secret.wipe()


def _what_still_opens(known: tuple[Path, ...]) -> str:
    """Return what to do about copies from before, whether some are known or not."""
    if known:
        return translate(
            "Rekey",
            "These and every other older copy still open with the old keys. Make a new backup, "
            "then destroy the ones that should not open any more.",
        )
    return translate(
        "Rekey",
        "Make a backup now. If there is an older copy somewhere, it still opens with the old keys: "
        "destroy it, if it should not open any more.",
    )
