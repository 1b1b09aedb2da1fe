"""The seal page: one panel a state, from what it means to the receipt; then the window locks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from intake.domain.changes import Changes, Noun
from intake.domain.ids import CaseId
from intake.errors import CancelledError
from intake.gui.i18n import translate
from intake.gui.sealing.first_key import FirstKey
from intake.gui.sealing.meaning import MeaningPanel
from intake.gui.sealing.receipt import ReceiptPanel
from intake.gui.sealing.run import SealRun, Task
from intake.gui.sealing.secrets_panel import SecretsPanel
from intake.gui.sealing.step_area import step_area
from intake.gui.sealing.steps import DONE, MEANING, SECRETS, STEPS, TITLES, WHAT, WHOM, WORK, Mode
from intake.gui.sealing.what_panel import WhatPanel, kept_back_words
from intake.gui.sealing.whom_panel import WhomPanel
from intake.gui.widgets.busy import Busy
from intake.gui.widgets.buttons import PrimaryButton, QuietButton
from intake.gui.widgets.labels import Small
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.words import ChoiceWords
from intake.gui.workers.store_worker import StoreWorker
from intake.services import seal_steps, team, vaults
from intake.services.seal_steps import Finished, Sealable
from intake.services.sealing import Sealed
from intake.services.session import VaultSession
from intake.services.team import PublicKey
from intake.vault.recovery import RecoveryKey


class SealPage(Page):
    """Leads from finished cases to parcels and a vault with new keys.

    Signals:
        left: The person went back before the first step.
        ended: The vault is closed and has new keys; only the lock is left.
        interrupted: It was stopped or failed; cases may be sealed by then.
        lock_asked: The receipt was read.
        worked: Whether work is under way from now on.
    """

    worked = Signal(bool)
    left = Signal()
    ended = Signal()
    interrupted = Signal()
    lock_asked = Signal()

    def __init__(
        self, worker: StoreWorker, words: ChoiceWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, scrolls=False)
        self._worker = worker
        self._session: VaultSession | None = None
        self._mode, self._steps = Mode.CASES, list(STEPS[Mode.CASES])
        self._found: Sealable | None = None
        self.meaning, self.what, self.whom = MeaningPanel(), WhatPanel(words), WhomPanel()
        self.secrets, self.busy, self.receipt = SecretsPanel(), Busy(), ReceiptPanel()
        self.run = SealRun(worker, self)
        self.first_key = FirstKey(worker, self, self.messages)
        self.stack = QStackedWidget()
        self.back, self.next, self.why_not = QuietButton("", "back"), PrimaryButton(), Small()
        self._lay_out()
        self._connect()

    # -- what the window calls ----------------------------------------------------------------

    def open(self, session: VaultSession, mode: Mode, ticked: Iterable[CaseId] = ()) -> None:
        """Begin.

        Args:
            session: The open vault.
            mode: Some cases, everything, or only the new keys that the vault awaits.
            ticked: Cases that are chosen to begin with.
        """
        if self.state == WORK:
            return
        self._session, self._mode = session, mode
        self.messages.clear()
        self.secrets.forget()
        self.first_key.trusting.begin(session)
        self.whom.forget_folder()
        if mode is Mode.FINISH:
            self._found, self._steps = None, list(STEPS[mode])
            self._show_state(SECRETS)
            return
        self._worker.submit(
            partial(seal_steps.sealable, drafts=mode is Mode.BORDER),
            session,
            done=partial(self._begin, frozenset(ticked)),
            failed=self.show_error,
        )

    def refresh(self, changes: Changes) -> None:
        """Offer a key that was trusted meanwhile."""
        if self._found is not None and self.state in self._steps and Noun.KEY in changes.nouns:
            self._worker.submit(
                team.trusted_keys, self._session, done=self._show_keys, failed=self.show_error
            )

    @property
    def state(self) -> int:
        """The state that is shown: ``MEANING`` to ``DONE``."""
        return self.stack.currentIndex()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        for panel in (self.meaning, self.what, self.whom, self.secrets):
            panel.retranslate()
        self._show_summary()
        self._show_texts()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the secrets when the person goes elsewhere."""
        super().hideEvent(event)
        if self.state == SECRETS:
            self.secrets.forget()

    # -- states -------------------------------------------------------------------------------

    def _begin(self, ticked: frozenset[CaseId], found: Sealable) -> None:
        self._found = found
        steps = list(STEPS[self._mode])
        if self._mode is Mode.CASES and not found.is_first:
            steps.remove(MEANING)  # said before; in short, it stands on the next step
        self._steps = steps
        border = self._mode is Mode.BORDER
        everything = frozenset(each.id for each in found.cases)
        self.meaning.show_border(len(found.cases) if border else None)
        self.what.show_cases(found, everything if border else ticked)
        self.whom.keys.show_keys(found.keys)
        self._show_state(steps[0])
        if border and found.keys and (kept_back := kept_back_words(found)):
            self.messages.show_message(MessageKind.WARN, kept_back)

    def _show_keys(self, keys: tuple[PublicKey, ...]) -> None:
        if self._found is not None:
            self._found = replace(self._found, keys=keys)
            self.whom.keys.show_keys(keys)
            self._show_ready()

    @property
    def _has_nobody(self) -> bool:
        """Whether no key is trusted, so that sealing would end at the choice of the keys."""
        return self._found is not None and not self._found.keys

    def _show_state(self, state: int) -> None:
        if state == WHOM:
            self.whom.begin(one_case=len(self.what.model.chosen) == 1)
        if state == SECRETS:
            self._show_summary()
        if state == self._steps[0] and self._has_nobody:
            self.first_key.show()
        was_working = self.state == WORK
        self.stack.setCurrentIndex(state)
        self._show_texts()
        if was_working != (state == WORK):
            self.worked.emit(state == WORK)
        first = {
            WHAT: self.what.list,
            WHOM: self.whom.keys.first,
            SECRETS: self.secrets.passphrase,
        }.get(state)
        (first or self.next).setFocus()

    def _show_texts(self) -> None:
        state = self.state
        self.title.setText(translate("SealPage", TITLES[state]))
        last = self._steps[-1] if self._steps else SECRETS
        finish = self._mode is Mode.FINISH
        texts = {
            last: translate("SealPage", "&New keys now")
            if finish
            else translate("SealPage", "&Seal now"),
            DONE: translate("SealPage", "&Lock now"),
        }
        self.next.setText(texts.get(state, translate("SealPage", "&Next")))
        self.next.setVisible(state != WORK)
        self.back.setText(
            translate("SealPage", "&Cancel")
            if state == self._steps[0]
            else translate("SealPage", "&Back")
        )
        self.back.setVisible(state not in (WORK, DONE))
        self._show_lead()
        self._show_ready()

    def _show_summary(self) -> None:
        text = self.whom.summary(len(self.what.model.chosen))
        self.secrets.show_summary("" if self._mode is Mode.FINISH else text)

    def _show_lead(self) -> None:
        state = self.state
        text = ""
        if state == DONE:
            text = translate(
                "SealPage", "Read this, note what is to do by hand, then lock. The vault is closed."
            )
        elif self._mode is Mode.FINISH and state == SECRETS:
            text = translate(
                "SealPage",
                "The vault still has its old keys: an expert with your passphrase may find remains "
                "of cases on the disk. Give it new ones now.",
            )
        elif state in self._steps:
            step = translate("SealPage", "Step {number} of {count}")
            number = self._steps.index(state) + 1
            text = step.format(number=number, count=len(self._steps))
        self.set_lead(text)

    def _show_ready(self) -> None:
        reason = self._reason()
        self.next.setEnabled(not reason)
        self.why_not.setText(reason)

    def _reason(self) -> str:
        """Say why it cannot go on from this state; empty when it can."""
        state = self.state
        if state == self._steps[0] and self._has_nobody:
            return translate("SealPage", "Add the key of somebody who can open the parcel.")
        if state == WHAT and not self.what.model.chosen:
            return translate("SealPage", "Choose at least one case.")
        if state == MEANING and self._mode is Mode.BORDER and not self.what.model.chosen:
            return translate("SealPage", "There is no case in this vault.")
        if state == WHOM and not self.whom.keys.names():
            return translate("SealPage", "Choose who can open the parcel.")
        if state == WHOM and self.whom.folder is None:
            return translate("SealPage", "Choose a folder: open it in the list.")
        if state == SECRETS and not self.secrets.is_filled:
            return translate("SealPage", "Type the passphrase and the recovery key.")
        return ""

    def _go_back(self) -> None:
        self.messages.clear()
        at = self._steps.index(self.state)
        if self.state == SECRETS:
            self.secrets.forget()
        if at == 0:
            self.left.emit()
        else:
            self._show_state(self._steps[at - 1])

    def _go_on(self) -> None:
        if not self.next.isEnabled():
            return
        self.messages.clear()
        if self.state == DONE:
            self.lock_asked.emit()
        elif self.state == SECRETS:
            self._start()
        elif self.state == WHAT or (self.state, self._mode) == (MEANING, Mode.BORDER):
            self._look()
        else:
            self._show_next(self.state)

    def _look(self) -> None:
        """Look whether somebody could take the cases in, before anything secret is typed."""
        state = self.state
        self.next.setEnabled(False)
        self.why_not.setText(translate("SealPage", "Looking at each case as its receiver will"))
        self._worker.submit(
            partial(seal_steps.require_ready, drafts=self._mode is Mode.BORDER),
            self._session,
            self.what.model.chosen,
            done=lambda _: self._show_next(state),
            failed=self._on_unready,
        )

    def _on_unready(self, error: BaseException) -> None:
        self._show_ready()
        self.next.setFocus()
        self.show_error(error)

    def _show_next(self, state: int) -> None:
        """Go on from a state, unless the person has gone elsewhere meanwhile."""
        if self.state == state:
            self._show_state(self._steps[self._steps.index(state) + 1])

    def _show_meaning(self) -> None:
        """Say everything again, to who asks for it."""
        if MEANING not in self._steps:
            self._steps.insert(0, MEANING)
        self._show_state(MEANING)

    # -- work ---------------------------------------------------------------------------------

    def _ask_key(self) -> None:
        self._worker.submit(vaults.new_recovery_key, done=self._show_key, failed=self.show_error)

    def _show_key(self, key: RecoveryKey) -> None:
        if self.state == SECRETS and self.secrets.other.isChecked():
            self.secrets.show_key(key)
        else:
            key.wipe()

    def _start(self) -> None:
        if self._session is None or not self.secrets.is_right():
            return
        task = None
        if self._mode is not Mode.FINISH and self.whom.folder is not None:
            task = Task(
                self.what.model.chosen,
                self.whom.keys.names(),
                self.whom.folder,
                self.whom.label.text().strip(),
                drafts=self._mode is Mode.BORDER,
            )
        self.receipt.has_new_paper = self.secrets.other.isChecked()
        self.run.start(self._session, task, self.secrets)

    def _on_started(self, text: str, stops: bool) -> None:  # noqa: FBT001 (Qt's signal)
        self._show_state(WORK)
        self.busy.start(text, cancel=translate("SealPage", "Stop") if stops else "")

    def _on_refused(self, error: BaseException) -> None:
        self.busy.stop()
        self._show_state(SECRETS)
        self.secrets.show_wrong(error)
        self.show_error(error)

    def _on_finished(self, sealed: Sealed | None, finished: Finished) -> None:
        self.busy.stop()
        names = self.whom.keys.names()
        self.receipt.show_receipt(sealed, finished, names, border=self._mode is Mode.BORDER)
        self._show_state(DONE)
        self.ended.emit()

    def _on_failed(self, error: BaseException) -> None:
        """Stay with what is done: each case is sealed whole or not at all."""
        assert self._session is not None
        self.busy.stop()
        if not self._session.is_open:
            self._show_state(DONE)
            self.ended.emit()
            self.show_error(error)
            return
        self.interrupted.emit()
        if self._mode is Mode.FINISH:
            self._show_state(SECRETS)
            self._tell(error)
            return
        again = partial(self._begin_again, error, frozenset(self.what.model.chosen))
        drafts = self._mode is Mode.BORDER
        self._worker.submit(partial(seal_steps.sealable, drafts=drafts), self._session, done=again)

    def _begin_again(
        self, error: BaseException, ticked: frozenset[CaseId], found: Sealable
    ) -> None:
        """Show what is still to be sealed, and why it stopped."""
        self._begin(ticked, found)
        self._tell(error)

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, CancelledError):
            self.show_error(error)
            return
        text = translate(
            "SealPage",
            "Stopped. A case whose parcel is written is sealed; the others are still here.",
        )
        self.messages.show_message(MessageKind.INFO, text)

    # -- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        panels = (self.meaning, self.what, self.whom, self.secrets, self.busy, self.receipt)
        for panel in panels:
            self.stack.addWidget(step_area(panel, fills=panel is self.what))
        self.body.addWidget(self.stack, 1)
        self.add_secondary(self.back)
        self.set_primary(self.next)
        self.add_reason(self.why_not)

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.what.short.more.clicked.connect(self._show_meaning)
        self.what.changed.connect(self._show_ready)
        self.what.list.submitted.connect(self._go_on)
        self.whom.changed.connect(self._show_ready)
        self.secrets.changed.connect(self._show_ready)
        self.secrets.submitted.connect(self._go_on)
        self.secrets.new_key_asked.connect(self._ask_key)
        self.first_key.trusting.failed.connect(self.show_error)
        self.busy.cancelled.connect(self.run.cancel)
        self.run.started.connect(self._on_started)
        self.run.advanced.connect(self.busy.advance)
        self.run.refused.connect(self._on_refused)
        self.run.failed.connect(self._on_failed)
        self.run.finished.connect(self._on_finished)
