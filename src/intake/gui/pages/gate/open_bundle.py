"""Open a bundle without a vault: the file, what opens it, and whose signature counts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.errors import CancelledError, IntakeError, UnknownSignerError, WrongSecretError
from intake.gui.bundle.file_row import FileRow
from intake.gui.i18n import translate
from intake.gui.widgets.buttons import PrimaryButton, QuietButton
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.labels import Small, Strong
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.workers.store_worker import Job, StoreWorker
from intake.vault.secret import Secret

if TYPE_CHECKING:
    from intake.services.bundles import Looked, Means

_WIDE = 760


class OpenBundlePage(GatePage):
    """Asks for a bundle and what opens it.

    Signals:
        looked: What was found (``Looked``), the ``Path`` of the bundle, and the ``Means`` that
            opened it, whose passphrase the receiver wipes.
        left: The person went back.
    """

    looked = Signal(object, object, object)
    left = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=_WIDE)
        self._worker = worker
        self._job: Job | None = None
        self._means: Means | None = None
        self.bundle, self.key, self.signer = FileRow(), FileRow(), FileRow()
        self.secret_label, self.secret_about = Strong(), Small()
        self.secret = PassphraseEdit()
        self.back_button = QuietButton("", "back")
        self.compared_button = QuietButton("", "check")
        self.open_button = PrimaryButton("", "unlock")
        card = Card()
        for row in (self.bundle, self.key):
            card.body.addWidget(row)
            card.body.addWidget(Rule())
            row.changed.connect(self._changed)
        for widget in (self.secret_label, self.secret_about, self.secret, Rule(), self.signer):
            card.body.addWidget(widget)
        self.body.addWidget(card)
        self.buttons.addWidget(self.back_button)
        self.buttons.addWidget(self.compared_button)
        self.end_buttons(self.open_button)
        self._connect()
        self.setFocusProxy(self.bundle)
        self._changed()

    def start(self, bundle: Path | None = None) -> None:
        """Begin anew, with a bundle that is chosen already if there is one."""
        self.messages.clear()
        self.secret.wipe()
        self.bundle.set_path(bundle)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("OpenBundle", "Open a bundle"))
        self.lead.setText(
            translate(
                "OpenBundle",
                "Drop the file here or choose it. It is checked before anything of it is shown, "
                "and nothing is written to the disk.",
            )
        )
        self.bundle.set_texts(
            translate("OpenBundle", "The bundle"),
            translate("OpenBundle", "No file is chosen yet."),
            translate("OpenBundle", "Which bundle?"),
        )
        self.key.set_texts(
            translate("OpenBundle", "Your key file"),
            translate("OpenBundle", "Without one: for a bundle that a passphrase opens."),
            translate("OpenBundle", "Which key file?"),
        )
        self.signer.set_texts(
            translate("OpenBundle", "The sender's public key"),
            translate("OpenBundle", "Without it you compare six words with the sender by voice."),
            translate("OpenBundle", "Which public key file?"),
        )
        word = translate("OpenBundle", "Passphrase")
        self.secret_label.setText(word)
        self.secret.set_name(word)
        self.secret_about.setText(
            translate("OpenBundle", "Of your key file, or of the bundle where there is none.")
        )
        self.back_button.setText(translate("OpenBundle", "&Back"))
        self.open_button.setText(translate("OpenBundle", "&Open"))
        self.compared_button.setText(translate("OpenBundle", "&The words are right"))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._leave)
        self.open_button.clicked.connect(self._open)
        self.compared_button.clicked.connect(partial(self._open, is_compared=True))
        self.secret.submitted.connect(self._open)
        self.signer.changed.connect(self._changed)
        self.busy.cancelled.connect(self._cancel)

    def _changed(self) -> None:
        self.compared_button.hide()
        self.open_button.setEnabled(self.bundle.path is not None)

    def _open(self, *, is_compared: bool = False) -> None:
        path = self.bundle.path
        if path is None or not self.content.isEnabled():
            return
        from intake.services import bundles  # noqa: PLC0415 (loads the whole export)

        signer = bundles.ANY_SIGNER if is_compared else None
        if self.signer.path is not None and not is_compared:
            signer = str(self.signer.path)
        typed = None if self.secret.is_empty else self.secret.peek()
        self._means = bundles.Means(key_file=self.key.path, passphrase=typed, signer=signer)
        self.set_busy(
            translate("OpenBundle", "Checking the bundle."),
            cancel=translate("OpenBundle", "Cancel"),
        )
        self._job = self._worker.submit_long(
            bundles.look,
            path,
            self._means,
            progress=self.busy.advance,
            done=self._looked,
            failed=self._refused,
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _looked(self, found: Looked) -> None:
        means, self._means = self._means, None
        self.set_busy()
        self.secret.wipe()
        self.looked.emit(found, self.bundle.path, means)

    def _refused(self, error: BaseException) -> None:
        self._wipe()
        self.set_busy()
        if isinstance(error, CancelledError):
            return
        if isinstance(error, UnknownSignerError) and self.signer.path is None:
            self._ask_to_compare(error)
            return
        self.show_error(error)
        self.secret.set_wrong(wrong=isinstance(error, WrongSecretError))

    def _ask_to_compare(self, error: IntakeError) -> None:
        """Show the six words of a signer whom nobody has vouched for; a person decides."""
        text = translate(
            "OpenBundle",
            "The bundle is whole. Its signer has these six words: {words}. Ask the sender to read "
            "theirs to you, by voice. If they differ, do not open it: it is from somebody else.",
        )
        words = text.format(words=error.parameters["words"])
        self.messages.show_message(MessageKind.WARN, words)
        self.compared_button.show()
        self.back_button.setFocus()  # one Enter too many must not vouch for anybody

    def _leave(self) -> None:
        self.secret.wipe()
        self.left.emit()

    def _wipe(self) -> None:
        secret: Secret | None = None if self._means is None else self._means.passphrase
        if secret is not None:
            secret.wipe()
        self._means = None
