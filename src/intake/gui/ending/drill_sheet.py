"""The restore drill: a backup is chosen, opened where it lies, and what was seen is shown."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.errors import CancelledError
from intake.gui.ending.check_row import CheckRow
from intake.gui.ending.words import unverified_word
from intake.gui.i18n import plural, translate
from intake.gui.theme import Space
from intake.gui.vault_places import looks_like_vault
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.file_panel import Choose, FilePanel
from intake.gui.widgets.labels import Label, Small, Strong
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.recovery_paper import RecoveryEntry
from intake.gui.widgets.sheet import Sheet
from intake.gui.words import iso_day_word
from intake.gui.workers.store_worker import Job, StoreWorker
from intake.services import drilling
from intake.services.drilling import DrillReport
from intake.vault.secret import Secret

_WIDTH = 640


class DrillSheet(Sheet):
    """Asks for a backup and a secret; shows the result in their place.

    Args:
        over: A widget of the window to cover.
        worker: Runs the drill.
        begin_in: Folder to look into first, home when ``None``.
    """

    def __init__(self, over: QWidget, worker: StoreWorker, begin_in: Path | None = None) -> None:
        super().__init__(
            over,
            translate("Drill", "Does this backup open?"),
            translate(
                "Drill",
                "It is opened and checked where it lies. Nothing is written, and no vault is made.",
            ),
            affirmative=translate("Drill", "Try it"),
            cancel=translate("Drill", "Close"),
            stays=True,
        )
        self._worker = worker
        self._job: Job | None = None
        self._secret: Secret | None = None
        self.panel = FilePanel(Choose.FOLDER, looks_like_vault)
        if begin_in is not None:
            self.panel.show_folder(begin_in)
        self.passphrase = PassphraseEdit(translate("Drill", "Passphrase of the backup"))
        self.passphrase.field.set_placeholder(translate("Drill", "Passphrase of the backup"))
        self.recovery = RecoveryEntry()
        self.with_recovery = CheckBox(translate("Drill", "Try the recovery key instead"))
        self.asked = QWidget()
        column = QVBoxLayout(self.asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        for widget in (self.panel, self.passphrase, self.recovery, self.with_recovery):
            column.addWidget(widget)
        self.body.addWidget(self.asked)
        self.set_width(_WIDTH)
        self.set_first(self.panel.list)
        self._show_fields()
        self._connect()

    def show_report(self, report: DrillReport) -> None:
        """Show what was seen, and plainly what was not."""
        self._end()
        self.asked.hide()
        self.yes.hide()
        self.no.setFocus()
        for widget in told(report):
            self.body.addWidget(widget)

    def _connect(self) -> None:
        self.panel.changed.connect(self._show_state)
        self.with_recovery.toggled.connect(self._show_fields)
        for field in (self.passphrase, self.recovery):
            field.edited.connect(self._show_state)
        self.accepted.connect(self._start)
        self.busy.cancelled.connect(self._cancel)

    def _show_fields(self) -> None:
        by_key = self.with_recovery.isChecked()
        self.passphrase.setVisible(not by_key)
        self.recovery.setVisible(by_key)
        self._show_state()

    def _show_state(self) -> None:
        path = self.panel.path
        field = self.recovery if self.with_recovery.isChecked() else self.passphrase
        self.yes.setEnabled(path is not None and looks_like_vault(path) and not field.is_empty)

    def _start(self) -> None:
        by_key = self.with_recovery.isChecked()
        self._secret = self.recovery.take() if by_key else self.passphrase.take()
        text = translate("Drill", "Opening the backup and reading every record.")
        self.set_busy(text)
        self.busy.start(text, cancel=translate("Drill", "Stop"))
        self._job = self._worker.submit_long(
            partial(drilling.drill, with_recovery=by_key),
            self.panel.path,
            self._secret,
            progress=self.busy.advance,
            done=self.show_report,
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


def told(report: DrillReport) -> list[QWidget]:
    """Return what a drill found as a column of labels."""
    if report.good:
        text = plural("Drill", "This backup opens. %n case(s) in it.", report.cases)
    else:
        text = translate("Drill", "Do not rely on this backup.")
    widgets: list[QWidget] = [Strong(text)]
    if report.newest is not None:
        widgets.append(Label(_age(report.newest)))
    widgets += [CheckRow(line) for line in report.lines]
    widgets.append(Strong(translate("Drill", "Not verified")))
    widgets += [Small(unverified_word(each)) for each in report.unverified]
    return widgets


def _age(newest: datetime) -> str:
    days = max(0, (datetime.now(UTC) - newest).days)
    if not days:
        text = translate("Drill", "The newest entry in it is of {date}, today; nothing later is.")
        return text.format(date=iso_day_word(f"{newest:%Y-%m-%d}"))
    text = plural(
        "Drill", "The newest entry in it is of {date}, %n day(s) ago; nothing later is.", days
    )
    return text.format(date=iso_day_word(f"{newest:%Y-%m-%d}"))
