"""Rescues what can be read of a damaged vault into a new one, and tells what is lost."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.errors import CancelledError
from intake.gui.ending.words import table_word
from intake.gui.i18n import plural, translate
from intake.gui.widgets.file_panel import Choose, FilePanel
from intake.gui.widgets.labels import Label, Small, Strong
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import Job, StoreWorker
from intake.services import rescuing
from intake.services.rescuing import Rescued
from intake.vault.secret import Secret

_WIDTH = 640
_MOST_NAMED = 8


class RescueSheet(Sheet):
    """Asks where to and for the passphrase; afterwards shows what was taken over.

    Signals:
        began: From now on there is text of cases in the memory of this process.
        rescued: The ``Path`` of the new vault, when the person has read the result.
    """

    began = Signal()
    rescued = Signal(object)

    def __init__(self, over: QWidget, worker: StoreWorker, vault: Path) -> None:
        super().__init__(
            over,
            translate("Rescue", "Rescue what can be read"),
            translate(
                "Rescue",
                "Every case that can be read is copied into a new vault with the same passphrase. "
                "The damaged vault stays as it is. If you have a good backup, restore it first.",
            ),
            affirmative=translate("Rescue", "Rescue"),
            cancel=translate("Rescue", "Cancel"),
            stays=True,
        )
        self._worker, self._vault = worker, vault
        self._job: Job | None = None
        self._secret: Secret | None = None
        self._target: Path | None = None
        self._is_over = False
        word = translate("Rescue", "Passphrase of the damaged vault")
        self.panel, self.secret = FilePanel(Choose.NEW), PassphraseEdit(word)
        self.panel.show_folder(vault.absolute().parent)
        self.panel.set_name(f"{vault.name}-rescued")
        self._asked: list[QWidget] = [self.panel, Strong(word), self.secret]
        for widget in self._asked:
            self.body.addWidget(widget)
        self.set_width(_WIDTH)
        self.set_first(self.secret)
        self._show_state()
        self.panel.changed.connect(self._show_state)
        self.secret.edited.connect(self._show_state)
        self.accepted.connect(self._go_on)
        self.busy.cancelled.connect(self._cancel)

    def show_rescued(self, found: Rescued) -> None:
        """Show what was taken over and what was not."""
        self._end()
        self._is_over = True
        for widget in self._asked:
            widget.hide()
        self.no.hide()
        self.yes.setText(translate("Rescue", "To the new vault"))
        self.yes.setEnabled(True)
        for line in told(found):
            self.body.addWidget(Label(line))
        self.body.addWidget(
            Small(
                translate(
                    "Rescue",
                    "Withdrawals may be among what is lost. The new vault writes no bundle before "
                    "somebody has stated in the settings that all of them are recorded.",
                )
            )
        )
        self.yes.setFocus()

    def _show_state(self) -> None:
        self.yes.setEnabled(
            self._is_over or (self.panel.path is not None and not self.secret.is_empty)
        )

    def _go_on(self) -> None:
        if self._is_over:
            self.finish()
            self.rescued.emit(self._target)
            return
        self._target, self._secret = self.panel.path, self.secret.take()
        self.began.emit()
        self.set_busy(translate("Rescue", "Reading every case that can be read."))
        self.busy.start(
            translate("Rescue", "Reading every case that can be read."),
            cancel=translate("Rescue", "Stop"),
        )
        self._job = self._worker.submit_long(
            rescuing.rescue_into,
            self._vault,
            self._target,
            self._secret,
            progress=self.busy.advance,
            done=self.show_rescued,
            failed=self._refused,
        )

    def _refused(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, CancelledError):
            self.show_error(error)

    def _end(self) -> None:
        if self._secret is not None:
            self._secret.wipe()
            self._secret = None
        self.set_busy()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()


def told(found: Rescued) -> list[str]:
    """Return what came of a rescue, a sentence each; cases by their codes."""
    lines = [plural("Rescue", "%n case(s) whole.", len(found.whole))]
    for each in found.partial[:_MOST_NAMED]:
        what = ", ".join(table_word(name) for name in each.lost)
        text = translate("Rescue", "In part: {code}. Something is missing of: {what}.")
        lines.append(text.format(code=each.code, what=what))
    more = len(found.partial) - _MOST_NAMED
    if more > 0:
        lines.append(plural("Rescue", "In part as well: %n more case(s).", more))
    if found.gone:
        text = plural("Rescue", "%n case(s) lost: {codes}", len(found.gone))
        lines.append(text.format(codes=", ".join(found.gone[:_MOST_NAMED])))
    if found.nameless:
        lines.append(plural("Rescue", "%n case(s) lost with their codes.", found.nameless))
    if found.lost:
        what = ", ".join(table_word(name) for name in found.lost)
        text = translate("Rescue", "Of the vault itself something is missing of: {what}.")
        lines.append(text.format(what=what))
    if found.forgets:
        lines.append(
            translate(
                "Rescue",
                "With its settings the vault has lost which cases were erased in it, which recalls "
                "belong to its cases, and where its backups are. It awaits new keys, and takes in "
                "no parcel with a case that it does not have before you have caught up.",
            )
        )
    if found.unsaved:
        lines.append(
            plural(
                "Rescue",
                "The newest %n write(s) are missing, wherever they belong. A withdrawal may be "
                "among them.",
                found.unsaved,
            )
        )
    return lines
