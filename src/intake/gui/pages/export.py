"""The export page: one panel a state, from the request to the receipt; nothing leaves before."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from intake.disclosure.lattice import Weights
from intake.domain.changes import Changes, Noun
from intake.domain.progress import CancelToken
from intake.errors import CancelledError, IntakeError, NothingToReleaseError
from intake.gui.export.effect_panel import EffectPanel
from intake.gui.export.plan_panels import RowsPanel, WhoPanel
from intake.gui.export.receipt_panel import ReceiptPanel
from intake.gui.export.request_panel import RequestPanel
from intake.gui.i18n import noop, translate
from intake.gui.keys.own_key import OwnKey, written_text
from intake.gui.keys.trusting import Trusting, known_text
from intake.gui.theme import Space
from intake.gui.widgets.busy import Busy
from intake.gui.widgets.buttons import PrimaryButton, QuietButton
from intake.gui.widgets.file_panel import Choose
from intake.gui.widgets.labels import Small
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.workers.store_worker import Job, StoreWorker
from intake.services import exports, interviews, settings, team
from intake.services.exports import ExportPlan, ExportRequest, Reason, Receipt
from intake.services.session import VaultSession
from intake.services.settings import Settings
from intake.services.trials import Trial

ASK, WHO, EFFECT, ROWS, WORK, DONE = range(6)
_TITLES = (
    noop("ExportPage", "Export: what, and to whom"),
    noop("ExportPage", "Export: who leaves"),
    noop("ExportPage", "Export: what is made coarse"),
    noop("ExportPage", "Export: exactly what leaves"),
    noop("ExportPage", "Export: writing"),
    noop("ExportPage", "Export: done"),
)


class ExportPage(Page):
    """Leads from a request to a verified bundle.

    Signals:
        review_asked: Statements must be reviewed first.
    """

    review_asked = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._worker = worker
        self._session: VaultSession | None = None
        self._plan: ExportPlan | None = None
        self._job: Job | None = None
        self._trying = CancelToken()
        self._stack = QStackedWidget()
        self._ask, self._who, self._effect = RequestPanel(), WhoPanel(), EffectPanel()
        self._rows, self._busy, self._receipt = RowsPanel(), Busy(), ReceiptPanel()
        self._back = QuietButton("", "back")
        self._next, self._why_not = PrimaryButton(), Small()
        self._own_key, self._trusting = OwnKey(worker, self), Trusting(worker, self)
        self._arrange()
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._ask.changed.connect(self._show_texts)
        self._ask.key_file_asked.connect(self._ask_key_file)
        self._effect.weighed.connect(self._try)
        self._busy.cancelled.connect(self._cancel)
        self._receipt.key_asked.connect(self._show_own_key)
        self._own_key.written.connect(self._on_key_written)
        self._own_key.failed.connect(self.show_error)
        self._trusting.failed.connect(partial(self._on_failed, ASK))
        self._trusting.known.connect(
            lambda name: self.messages.show_message(MessageKind.INFO, known_text(name))
        )
        self.messages.action_triggered.connect(self.review_asked)

    # -- what the window calls ----------------------------------------------------------------

    def open(self, session: VaultSession) -> None:
        """Begin a new export."""
        self._session = session
        self._trusting.begin(session)
        self._plan = None
        self.messages.clear()
        self._read_keys()
        self._read_settings()
        self._show_state(ASK)

    def refresh(self, changes: Changes) -> None:
        """Read again what was changed: the trusted keys, the setting of the vault."""
        if Noun.KEY in changes.nouns:
            self._read_keys()
        if Noun.SETTING in changes.nouns:
            self._read_settings()

    def retranslate(self) -> None:
        """Set every text in the interface language."""
        self._ask.retranslate()
        self._receipt.retranslate()
        self._back.setText(translate("ExportPage", "&Back"))
        if self._plan is not None:
            self._show_plan(self._plan)
        self._show_texts()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where the export goes on."""
        super().showEvent(event)
        self._focus()

    # -- states -------------------------------------------------------------------------------

    @property
    def state(self) -> int:
        """The state that is shown: ``ASK`` to ``DONE``."""
        return self._stack.currentIndex()

    def _show_state(self, state: int) -> None:
        self._stack.setCurrentIndex(state)
        self._show_texts()
        self._focus()

    def _focus(self) -> None:
        if self.state == ASK:
            self._ask.focus_first()
        elif self.state == DONE:
            self._receipt.key_button.setFocus()  # Enter must not take the receipt away
        else:
            self._next.setFocus()

    def _show_texts(self) -> None:
        state = self.state
        self.title.setText(translate("ExportPage", _TITLES[state]))
        texts = {
            ASK: translate("ExportPage", "&Work out what would leave"),
            WHO: translate("ExportPage", "&Next"),
            EFFECT: translate("ExportPage", "&Next"),
            ROWS: translate("ExportPage", "&Write the bundle"),
            WORK: translate("ExportPage", "&Write the bundle"),
            DONE: translate("ExportPage", "Export &again"),
        }
        self._next.setText(texts[state])
        self._back.setVisible(state in (WHO, EFFECT, ROWS))
        self._next.setEnabled(self._may_go_on(state))
        self._why_not.setText("" if self._next.isEnabled() else self._reason(state))
        self.set_lead(
            translate("ExportPage", "Nothing leaves before the last step, and only this leaves.")
            if state != DONE
            else ""
        )

    def _may_go_on(self, state: int) -> bool:
        if state == ASK:
            return bool(self._ask.recipients())
        if state == WORK:
            return False
        if state in (WHO, EFFECT, ROWS):
            return self._plan is not None and not _stands_still(self._plan)
        return True

    def _reason(self, state: int) -> str:
        """Say why the export cannot go on from a state."""
        if state == ASK:
            return translate("ExportPage", "Choose who can open the bundle first.")
        if state == WORK:
            return ""
        if self._plan is None:
            return translate("ExportPage", "There is nobody who may leave.")
        if not self._plan.pending_statements:
            return translate("ExportPage", "Statements wait for a second look.")
        return translate("ExportPage", "Statements still need review.")

    def _go_back(self) -> None:
        self.messages.clear()
        self._go(self.state - 1)

    def _go(self, state: int) -> None:
        """Show another state; after other weights were tried the plan is made anew first."""
        weights = self._effect.weights_card.weights()
        plan = self._plan
        if self.state == EFFECT and plan is not None and weights != plan.request.weights:
            self._work_out(replace(plan.request, weights=weights, seed=None), state)
        else:
            self._show_state(state)

    def _go_on(self) -> None:
        self.messages.clear()
        if self.state == ASK:
            self._work_out(self._ask.request(), WHO)
        elif self.state in (WHO, EFFECT):
            self._go(self.state + 1)
        elif self.state == ROWS:
            self._ask_where()
        elif self.state == DONE and self._session is not None:
            self.open(self._session)

    # -- work ---------------------------------------------------------------------------------

    def _work_out(self, request: ExportRequest, state: int) -> None:
        """Make a plan, and show it at a state."""
        back_to = self.state
        self._show_state(WORK)
        self._busy.start(
            translate("ExportPage", "Working out what would leave"),
            cancel=translate("ExportPage", "Cancel"),
        )
        self._job = self._worker.submit_long(
            exports.plan,
            self._session,
            request,
            progress=self._busy.advance,
            done=partial(self._on_planned, state),
            failed=partial(self._on_failed, back_to),
        )

    def _on_planned(self, state: int, plan: ExportPlan) -> None:
        self._busy.stop()
        self._plan = plan
        self._show_plan(plan)
        self._show_state(state)
        if _stands_still(plan):
            self.messages.show_message(
                MessageKind.WARN,
                translate("ExportPage", "Some statements still need review.")
                if plan.pending_statements
                else translate("ExportPage", "Some statements wait for a second look."),
                action=translate("ExportPage", "Go to the review"),
            )

    def _try(self, weights: Weights) -> None:
        """Show what would come of other weights; what was asked before is of no interest now."""
        self._trying.cancel()
        self._trying = CancelToken()
        if self._plan is None or self._plan.trials is None:
            return
        self._worker.beside.submit(
            self._plan.trials.of,
            weights,
            self._trying,
            done=self._on_tried,
            failed=self._on_not_tried,
        )

    def _on_tried(self, trial: Trial) -> None:
        if trial.weights == self._effect.weights_card.weights():
            self._effect.show_trial(trial)

    def _on_not_tried(self, error: BaseException) -> None:
        if not isinstance(error, CancelledError):
            self._worker.failed.emit(error)

    def _show_plan(self, plan: ExportPlan) -> None:
        self._who.show_plan(plan)
        language = QLocale().bcp47Name()
        self._effect.show_plan(plan, interviews.form(), language)
        self._rows.show_plan(plan, language)

    def _ask_where(self) -> None:
        self.messages.clear()
        sheet = PathSheet(
            self,
            Choose.NEW,
            translate("ExportPage", "Where to write the bundle"),
            translate("ExportPage", "Write here"),
            "bundle.age",
        )
        sheet.chosen.connect(self._write)
        sheet.open()

    def _write(self, path: Path) -> None:
        self._show_state(WORK)
        self._busy.start(
            translate("ExportPage", "Writing the bundle and reading it back"),
            cancel=translate("ExportPage", "Cancel"),
        )
        self._job = self._worker.submit_long(
            exports.write,
            self._session,
            self._plan,
            path,
            progress=self._busy.advance,
            done=self._on_written,
            failed=partial(self._on_failed, ROWS),
        )

    def _on_written(self, receipt: Receipt) -> None:
        self._busy.stop()
        self._receipt.show_receipt(receipt)
        self._show_state(DONE)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_failed(self, back_to: int, error: BaseException) -> None:
        self._busy.stop()
        self._show_state(back_to)
        if isinstance(error, NothingToReleaseError) and back_to == ASK:
            self._show_nobody(error)
        elif isinstance(error, CancelledError):
            self.messages.show_message(
                MessageKind.INFO, translate("ExportPage", "Stopped. Nothing was written.")
            )
        elif isinstance(error, IntakeError):
            self.show_error(error)
        else:
            self._worker.failed.emit(error)

    def _show_nobody(self, error: NothingToReleaseError) -> None:
        """Lead on to who stays out and why: an error alone tells nobody what to do."""
        self._plan = None
        told = error.parameters
        counts = {reason: int(told.get(reason.value, 0)) for reason in Reason}
        if any(counts.values()):
            self._who.show_nobody({reason: count for reason, count in counts.items() if count})
            self._show_state(WHO)
        self.show_error(error)

    # -- keys and setting ---------------------------------------------------------------------

    def _read_keys(self) -> None:
        if self._session is None:  # a key can be trusted before this page is first opened
            return
        self._worker.submit(
            team.trusted_keys,
            self._session,
            done=self._ask.show_keys,
            failed=partial(self._on_failed, ASK),
        )

    def _read_settings(self) -> None:
        if self._session is None:  # a setting can change before this page is first opened
            return
        self._worker.submit(
            settings.load,
            self._session,
            done=self._show_settings,
            failed=partial(self._on_failed, ASK),
        )

    def _show_settings(self, found: Settings) -> None:
        self._ask.show_usual_k(found.k)

    def _ask_key_file(self) -> None:
        self.messages.clear()
        self._trusting.ask_file()

    def _show_own_key(self) -> None:
        self.messages.clear()
        if self._session is not None and self._plan is not None:
            self._own_key.show(self._session, self._plan.request.group)

    def _on_key_written(self, path: Path) -> None:
        self.messages.show_message(MessageKind.OK, written_text(path))

    def _arrange(self) -> None:
        for panel in (self._ask, self._who, self._effect, self._rows, self._busy, self._receipt):
            self._stack.addWidget(_padded(panel))
        self.body.addWidget(self._stack, 1)
        self.add_secondary(self._back)
        self.set_primary(self._next)
        self.add_reason(self._why_not)


def _padded(panel: QWidget) -> QWidget:
    holder = QWidget()
    holder.setProperty("plain", True)  # noqa: FBT003 (Qt's signature)
    column = QVBoxLayout(holder)
    column.setContentsMargins(Space.FOUR, 0, Space.FOUR, Space.TWO)
    column.addWidget(panel)
    if not isinstance(panel, (RowsPanel, EffectPanel, Busy)):
        column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area


def _stands_still(plan: ExportPlan) -> bool:
    """Tell whether statements are in the way that somebody has to look at first."""
    return bool(plan.pending_statements or plan.waiting_statements)
