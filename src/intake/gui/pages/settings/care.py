"""Looking after the vault: backup, check, and catching up after an earlier state came back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import CancelledError
from intake.gui.ending.check_row import CheckRow
from intake.gui.ending.drill_sheet import DrillSheet
from intake.gui.errors import explain
from intake.gui.i18n import plural, translate
from intake.gui.theme import Space
from intake.gui.widgets.busy import Busy
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.file_panel import Choose, FilePanel
from intake.gui.widgets.labels import Label, Strong
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.setting_row import SettingRow
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import Job, StoreWorker
from intake.services import backups, local_backups, vaults
from intake.services.backups import BackupReceipt
from intake.services.session import VaultSession
from intake.services.vaults import CheckReport
from intake.store.soundness import CHAIN, DAMAGED, refusal
from intake.vault.secret import Secret

_MEGABYTE = 1_000_000
_SHEET_WIDTH = 640
_NEVER_CAUGHT_UP = frozenset({CHAIN, DAMAGED})


class CareCard(Card):
    """Backup and check; one at a time.

    Signals:
        caught_up: A person has said that everything since the put-back is recorded.
    """

    caught_up = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._job: Job | None = None
        self._secret: Secret | None = None
        self.backup_button = QuietButton("", "backup")
        self.drill_button = QuietButton("", "restore")
        self.check_button = QuietButton("", "protection")
        self.caught_up_button = QuietButton("", "restore")
        self.messages, self.busy = MessageBar(), Busy()
        self.results = QVBoxLayout()
        self.results.setSpacing(Space.HALF)
        self._backup_row = SettingRow(self.backup_button)
        self._drill_row = SettingRow(self.drill_button)
        self._check_row = SettingRow(self.check_button)
        self._caught_up_row = SettingRow(self.caught_up_button)
        rows = (self._caught_up_row, self._backup_row, Rule(), self._drill_row, Rule())
        for widget in (*rows, self._check_row):
            self.body.addWidget(widget)
        self.nothing_to_catch_up = Label()
        self.body.insertWidget(1, self.nothing_to_catch_up)
        self._caught_up_row.hide()
        self.nothing_to_catch_up.hide()
        self.body.addLayout(self.results)
        self.body.addWidget(self.messages)
        self.body.addWidget(self.busy)
        self.backup_button.clicked.connect(self._choose_backup)
        self.drill_button.clicked.connect(self._choose_drill)
        self.check_button.clicked.connect(self.check)
        self.caught_up_button.clicked.connect(self._ask_caught_up)
        self.busy.cancelled.connect(self._cancel)

    def open(self, session: VaultSession) -> None:
        """Look after this vault."""
        self._session = session
        self.show_state()

    def show_state(self) -> None:
        """Offer to catch up when the vault was put back, found at opening or since.

        Where it is damaged or of several moments nothing can be caught up: that is said instead.
        """
        noted = self._session.rollback if self._session is not None else None
        is_broken = noted in _NEVER_CAUGHT_UP
        self._caught_up_row.setVisible(noted is not None and not is_broken)
        self.nothing_to_catch_up.setVisible(is_broken)
        if noted is not None:
            self.nothing_to_catch_up.setText(explain(refusal(noted)).text)

    def check(self) -> None:
        """Check everything in the vault."""
        if self._session is not None:
            self._start(translate("Settings", "Checking every record."))
            self._run(partial(vaults.check, self._session), self.show_report)

    def back_up(self, folder: Path, passphrase: Secret) -> None:
        """Write a backup into a folder; takes over the passphrase and wipes it."""
        if self._session is not None:
            self._secret = passphrase
            self._start(translate("Settings", "Writing and checking the backup."))
            work = partial(backups.backup, self._session, folder, passphrase)
            self._run(work, self.show_backup)

    def show_error(self, error: BaseException) -> None:
        """Show why it did not work; stopping it on purpose is no error."""
        self._stop()
        if isinstance(error, CancelledError):
            return
        told = explain(error)
        self.messages.show_message(MessageKind.ERROR, told.text, code=told.code)

    def show_backup(self, receipt: BackupReceipt) -> None:
        """Show what was written."""
        self._stop()
        text = plural(
            "Settings", "Backed up and checked: %n case(s), {size} MB, in {path}", receipt.cases
        )
        self.messages.show_message(
            MessageKind.OK,
            text.format(size=f"{receipt.size / _MEGABYTE:.1f}", path=receipt.path),
        )

    def show_report(self, report: CheckReport) -> None:
        """Show what the check found, a line a part."""
        self._stop()
        self._empty_results()
        for line in report.lines:
            self.results.addWidget(CheckRow(line))
        if report.good:
            text = translate("Settings", "Everything is whole.")
            self.messages.show_message(MessageKind.OK, text)
        else:
            text = translate(
                "Settings",
                "The vault is damaged. Below each part stands what to do; what can be read is "
                "rescued from the locked page.",
            )
            self.messages.show_message(MessageKind.ERROR, text, code="F05")

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("Settings", "Looking after the vault"))
        self._backup_row.set_texts(
            translate("Settings", "Backup"),
            translate("Settings", "A second vault, encrypted in the same way, on another drive."),
        )
        self._drill_row.set_texts(
            translate("Settings", "Restore drill"),
            translate("Settings", "Proves that a backup opens, without restoring it."),
        )
        self.drill_button.setText(translate("Settings", "Try a backup"))
        self._check_row.set_texts(
            translate("Settings", "Check"),
            translate("Settings", "Reads everything once and compares it with its seals."),
        )
        self._caught_up_row.set_texts(
            translate("Settings", "An earlier state"),
            translate("Settings", "No bundle is written until what came after it is recorded."),
        )
        self.caught_up_button.setText(translate("Settings", "Catch up"))
        self.backup_button.setText(translate("Settings", "Back up now"))
        self.check_button.setText(translate("Settings", "Check the vault"))

    def _start(self, text: str) -> None:
        self._empty_results()
        self.messages.clear()
        self.backup_button.setEnabled(False)
        self.check_button.setEnabled(False)
        self.busy.start(text, cancel=translate("Settings", "Stop"))

    def _stop(self) -> None:
        if self._secret is not None:
            self._secret.wipe()
            self._secret = None
        self.busy.stop()
        self.backup_button.setEnabled(True)
        self.check_button.setEnabled(True)

    def _ask_caught_up(self) -> None:
        sheet = Sheet(
            self,
            translate("Settings", "Is everything recorded that came after this state?"),
            translate(
                "Settings",
                "Who took consent back since then, and what left in bundles, is not in this vault. "
                "Record every withdrawal and erase what had to be erased. If you do not know all "
                "of it, or did not restore a backup yourself, cancel and ask whoever looks after "
                "your security. After this, bundles can be written again.",
            ),
            affirmative=translate("Settings", "Everything is recorded"),
            cancel=translate("Settings", "Cancel"),
            danger=True,
        )
        sheet.set_width(_SHEET_WIDTH)
        none_since = CheckBox(translate("Settings", "No bundle was written after this state"))
        if_not = translate(
            "Settings",
            "If one was, or you are not sure, leave this open. Then nobody who is in this vault "
            "now leaves in a bundle any more, because nobody can tell who has left already.",
        )
        sheet.body.addWidget(none_since)
        sheet.body.addWidget(Label(if_not))
        sheet.accepted.connect(
            lambda: self._state_caught_up(no_bundle_since=none_since.isChecked())
        )
        sheet.open()

    def _state_caught_up(self, *, no_bundle_since: bool) -> None:
        if self._session is not None:
            self._worker.submit(
                partial(vaults.state_caught_up, no_bundle_since=no_bundle_since),
                self._session,
                done=self._show_caught_up,
                failed=self.show_error,
                writes=True,
            )

    def _show_caught_up(self, _nothing: object) -> None:
        self._caught_up_row.hide()
        text = translate("Settings", "Noted. Bundles can be written again.")
        self.messages.show_message(MessageKind.OK, text)
        self.caught_up.emit()

    def _choose_backup(self) -> None:
        self._find_place(self._ask_backup)

    def _ask_backup(self, begin_in: Path | None) -> None:
        sheet = BackupSheet(self, begin_in)
        sheet.chosen.connect(self.back_up)
        sheet.open()

    def _choose_drill(self) -> None:
        self._find_place(self._ask_drill)

    def _ask_drill(self, begin_in: Path | None) -> None:
        DrillSheet(self, self._worker, begin_in).open()

    def _find_place(self, then: Callable[[Path | None], object]) -> None:
        """Begin where the newest backup was written, if that can be found out."""
        if self._session is not None:
            self._worker.submit(
                local_backups.newest_place,
                self._session,
                done=then,
                failed=lambda _damaged: then(None),
            )

    def _run(self, work: Callable[..., object], show: Callable[[Any], object]) -> None:
        self._job = self._worker.submit_long(
            work, progress=self.busy.advance, done=show, failed=self.show_error
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _empty_results(self) -> None:
        while self.results.count():
            item = self.results.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class BackupSheet(Sheet):
    """Asks where to, and for the passphrase that proves that the backup opens.

    Signals:
        chosen: A folder (``Path``) and the passphrase (``Secret``, to be wiped).

    Args:
        over: A widget of the window to cover.
        begin_in: Folder to show first, home when ``None``.
    """

    chosen = Signal(object, object)

    def __init__(self, over: QWidget, begin_in: Path | None = None) -> None:
        super().__init__(
            over,
            translate("Settings", "Where should the backup go?"),
            translate(
                "Settings", "Best on a drive that you keep elsewhere. It opens like this vault."
            ),
            affirmative=translate("Settings", "Back up here"),
            cancel=translate("Settings", "Cancel"),
        )
        word = translate("Settings", "Passphrase, to prove that the backup opens")
        self.panel, self.secret = FilePanel(Choose.FOLDER), PassphraseEdit(word)
        if begin_in is not None:
            self.panel.show_folder(begin_in)
        for widget in (self.panel, Strong(word), self.secret):
            self.body.addWidget(widget)
        self.set_width(_SHEET_WIDTH)
        self.set_first(self.panel.list)
        self.yes.setEnabled(False)
        self.secret.edited.connect(lambda: self.yes.setEnabled(not self.secret.is_empty))
        self.accepted.connect(self._choose)

    def _choose(self) -> None:
        if self.panel.path is not None:
            self.chosen.emit(self.panel.path, self.secret.take())
