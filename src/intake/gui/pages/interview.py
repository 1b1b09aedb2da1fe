"""The interview page: steps at the left, one panel at a time, saved as it is typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.domain.case import CaseFile, CaseStatus
from intake.domain.changes import Changes
from intake.domain.ids import CaseId
from intake.forms.definition import FormDefinition
from intake.gui.actions import ActionId, bind
from intake.gui.errors import explain
from intake.gui.i18n import translate
from intake.gui.interview.desk import CONSENT, Desk
from intake.gui.interview.head import Head
from intake.gui.interview.notices import Notices
from intake.gui.interview.progress import applies, first_open, lacks_consent, progress
from intake.gui.interview.scribe import Scribe
from intake.gui.interview.section_list import SectionList
from intake.gui.interview.step_stack import StepStack
from intake.gui.interview.steps import split_place
from intake.gui.interview.stop_sheet import stop_sheet
from intake.gui.interview.views import CaseView
from intake.gui.interview.writes import Key
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from intake.gui.widgets.page import Page
from intake.gui.workers.store_worker import StoreWorker
from intake.services.session import VaultSession
from intake.services.untouched import is_untouched

BREAK_AFTER_MS = 40 * 60 * 1000


class InterviewPage(Page):
    """One interview from the checklist to the identity.

    Signals:
        unsaved: How many things that were typed are not in the store as answers (``int``).
        pause_asked: The vault should be locked now.
        left: The person goes back to the list of cases.
    """

    unsaved = Signal(int)
    pause_asked = Signal()
    left = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._scribe = Scribe(worker, self)
        self._desk = Desk(self._scribe, self)
        self._notices = Notices(self.messages)
        self._form: FormDefinition | None = None
        self._skipped: set[str] = set()
        self._window_language = "en"
        self._spoken: dict[CaseId | None, str] = {}
        self.sections = SectionList()
        self._stack = StepStack()
        self._head = Head(self.header)
        self.code, self.languages = self._head.code, self._head.languages
        self.skip, self.pause, self.stop = self._head.skip, self._head.pause, self._head.stop
        self.back, self.cases, self.next = QuietButton("", "back"), LinkButton(), PrimaryButton()
        self._break = QTimer(self)
        self._break.setInterval(BREAK_AFTER_MS)
        self._arrange()
        self._connect()

    # -- what the window calls ----------------------------------------------------------------

    def open_case(
        self,
        session: VaultSession,
        file: CaseFile,
        form: FormDefinition,
        place: str = "",
        unfinished: Mapping[str, str] | None = None,
    ) -> None:
        """Show the interview of a case.

        Args:
            session: The open vault.
            file: The case as stored.
            form: The questionnaire.
            place: Where to begin, as ``step_key`` told it; empty for the first step that is not
                done.
            unfinished: What was typed into it and is no answer yet, by place.
        """
        if self._form is not form:
            self._form = form
            self.languages.show_languages(form.languages)
            self._build_steps(form)
        self._skipped.clear()
        self.messages.clear()
        self._desk.open_case(session, file, unfinished or {})
        self.code.show_fact(file.case.code)
        self.set_language(self._spoken.get(file.case.id, self._window_language))
        key, detail = split_place(place)
        keys = [step.key for step in self._stack.steps]
        view = CaseView(self._desk.file or file, form, self.languages.language)
        self.go_to(keys.index(key) if key in keys else first_open(self._stack.steps, view), detail)
        self._notices.tell_state(file, self._scribe.reopen_case)
        self._break.start()

    @property
    def step_key(self) -> str:
        """The step that is open and what of it, to come back to after a lock."""
        step = self._stack.current
        return step.place if step is not None else ""

    @property
    def steps(self) -> int:
        """How many steps the interview has."""
        return len(self._stack.steps)

    @property
    def case_id(self) -> CaseId | None:
        """The case that is open."""
        return self._desk.file.case.id if self._desk.file is not None else None

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was typed into the open case, nor waits to be saved."""
        file = self._desk.file
        return file is not None and is_untouched(file) and not self.not_saved

    @property
    def not_saved(self) -> int:
        """How many things that were typed are not in the store as answers."""
        return self._scribe.all_stuck + self._desk.unfinished.count

    def forget(self) -> None:
        """Take the case off the table: it is removed."""
        self._desk.file = None

    def flush(self) -> None:
        """Commit whatever was typed and is not saved yet."""
        for panel in self._stack.panels:
            panel.flush()
        self._scribe.try_again()

    def refresh(self, changes: Changes) -> None:
        """Read the case again when more than what is shown already has changed."""
        self._desk.refresh(changes)

    def follow_window(self, language: str) -> None:
        """Ask in the language of the window, but never change that of an open interview."""
        self._window_language = language
        if self.case_id is None:
            self.set_language(language)

    def set_language(self, language: str) -> None:
        """Show the questions in another language of the form; the interview keeps it."""
        self._spoken[self.case_id] = language
        self.languages.show_language(language)
        for panel in self._stack.panels:
            panel.retranslate(language)
        self._show_anew()
        self._show_step_texts()

    def retranslate(self) -> None:
        """Set every text in the interface language."""
        self.back.setText(translate("InterviewPage", "&Back"))
        self.cases.setText(translate("InterviewPage", "All cases"))
        self.sections.setAccessibleName(translate("InterviewPage", "Sections"))
        self._head.retranslate()
        for panel in self._stack.panels:
            panel.retranslate(self.languages.language)
        self._show_anew()
        self._show_step_texts()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard into the step that is open."""
        super().showEvent(event)
        step = self._stack.current
        if step is not None and step.panel is not None:
            step.panel.focus_first()

    # -- showing ------------------------------------------------------------------------------

    def go_to(self, index: int, detail: str = "") -> None:
        """Open a step; what was typed in the one before is committed first.

        Args:
            index: Place of the step.
            detail: What of it to open.
        """
        current = self._stack.current
        if current is not None and current.panel is not None:
            left = self._stack.currentIndex()
            current.panel.flush()
            self._notices.leave_step()
            if left != index:
                self._tell_unfinished(left)
        panel = self._stack.panel_of(index, self.languages.language)
        self._stack.setCurrentIndex(index)
        self._fill_current()
        self._show_step_texts()
        self._show_progress()
        panel.return_to(detail)
        panel.focus_first()
        self._tell_consent(index)

    def _view(self) -> CaseView | None:
        if self._desk.file is None or self._form is None:
            return None
        texts = self._desk.unfinished.texts
        return CaseView(self._desk.file, self._form, self.languages.language, texts)

    def _show_anew(self) -> None:
        """Let every panel show the case as it is now; the ones out of sight when they open."""
        self._stack.forget()
        self._fill_current()
        self._show_progress()

    def _on_changed(self) -> None:
        # What caused the change shows it already, so it alone is not out of date.
        self._stack.forget(others=True)
        self._show_progress()
        self._tell_consent(self._stack.currentIndex())

    def _fill_current(self) -> None:
        view = self._view()
        if view is not None:
            self._stack.fill(view, self._scribe.stuck)

    def _show_step_texts(self) -> None:
        step = self._stack.current
        if step is None:
            return
        language = self.languages.language
        self.title.setText(step.title(language))
        self.set_lead(step.section.hint.get(language))
        index = self._stack.currentIndex()
        last = self.sections.next_shown(index) is None
        self.next.setText(
            translate("InterviewPage", "&Done") if last else translate("InterviewPage", "&Next")
        )
        self.back.setEnabled(self.sections.next_shown(index, -1) is not None)
        self.sections.show_sections([found.title(language) for found in self._stack.steps], index)

    def _show_progress(self) -> None:
        view = self._view()
        if view is None:
            return
        draft = view.file.case.status is CaseStatus.DRAFT
        self.skip.setEnabled(draft)
        self.stop.setEnabled(draft)
        for index, step in enumerate(self._stack.steps):
            state = progress(step.section, view, again=step.again)
            skipped = step.key in self._skipped
            unsaved = self._desk.unfinished.is_in(step.section)
            self.sections.show_progress(index, state, skipped=skipped, unsaved=unsaved)
            self.sections.setRowHidden(index, not applies(step.section, view))

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(Space.TWO, Space.ONE, Space.TWO, 0)
        row.setSpacing(Space.TWO)
        row.addWidget(self.sections)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self.add_secondary(self.cases)
        self.add_secondary(self.back)
        self.set_primary(self.next)

    def _build_steps(self, form: FormDefinition) -> None:
        self._stack.build(form)
        titles = [step.title(self.languages.language) for step in self._stack.steps]
        self.sections.show_sections(titles, 0)

    def _connect(self) -> None:
        self.sections.chosen.connect(self.go_to)
        self._stack.made.connect(self._desk.connect_panel)
        self._stack.finished.connect(self._go_from)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.skip.clicked.connect(self._on_skip)
        self.pause.clicked.connect(self._on_pause)
        self.stop.clicked.connect(self._on_stop)
        self.cases.clicked.connect(self._on_leave)
        self.languages.chosen.connect(self.set_language)
        self._break.timeout.connect(self._notices.suggest_break)
        self._desk.changed.connect(self._on_changed)
        self._desk.unfinished.changed.connect(self._on_unfinished)
        self._desk.reloaded.connect(self._show_anew)
        self._desk.removed.connect(lambda: self._notices.tell_removed(self._scribe.undo))
        self._desk.step_asked.connect(self._on_step_asked)
        self._desk.stop_asked.connect(lambda: self._ask_stop(refused=True))
        self._scribe.failed.connect(
            lambda error: self._notices.tell_failed(error, self._scribe.try_again)
        )
        self._scribe.recovered.connect(self._notices.tell_recovered)
        self._scribe.refused.connect(self._on_refused)
        self._scribe.stuck_changed.connect(self._on_stuck)
        bind(self, ActionId.NEXT_SECTION, self.go_on)
        bind(self, ActionId.PREVIOUS_SECTION, self.go_back)
        bind(self, ActionId.CYCLE_MISSING, self._stack.cycle_missing)
        bind(self, ActionId.PAUSE, self._on_pause)
        bind(self, ActionId.STOP, self._on_stop)

    # -- what the person does -----------------------------------------------------------------

    def go_on(self) -> None:
        """Open the step after; after the last one, leave."""
        self._go_from(self._stack.currentIndex())

    def go_back(self) -> None:
        """Open the step before."""
        before = self.sections.next_shown(self._stack.currentIndex(), -1)
        if before is not None:
            self.go_to(before)

    def _go_from(self, index: int) -> None:
        following = self.sections.next_shown(index)
        if following is not None:
            self.go_to(following)
        else:
            self._on_leave()

    def _on_skip(self) -> None:
        step = self._stack.current
        if step is not None:
            self._skipped.add(step.key)
            self.go_on()

    def _on_leave(self) -> None:
        self.flush()
        self._break.stop()
        self.left.emit()

    def _on_pause(self) -> None:
        self.flush()
        self.pause_asked.emit()

    def _on_stop(self) -> None:
        if self.stop.isEnabled():
            self._ask_stop(refused=False)

    def _ask_stop(self, *, refused: bool) -> None:
        sheet = stop_sheet(self, refused=refused)
        sheet.accepted.connect(self._stop_now)
        sheet.open()

    def _stop_now(self) -> None:
        self.flush()
        self._break.stop()
        self._scribe.stop()
        self.left.emit()

    def _on_step_asked(self, kind: str, detail: str) -> None:
        for index, step in enumerate(self._stack.steps):
            if step.section.kind == kind:
                self.go_to(index, detail)
                return

    # -- what is told -------------------------------------------------------------------------

    def _on_stuck(self) -> None:
        step = self._stack.current
        if step is not None and step.panel is not None:
            step.panel.show_stuck(self._scribe.stuck)
        self._stack.forget(others=True)
        self.unsaved.emit(self.not_saved)

    def _on_refused(self, key: Key, error: BaseException) -> None:
        taken = any(panel.take_refusal(key, explain(error).text) for panel in self._stack.panels)
        if not taken:
            self.show_error(error)

    def _tell_consent(self, index: int) -> None:
        """Remind of consent where something is written down without it."""
        self._notices.tell_consent(
            missing=lacks_consent(self._stack.steps, index, self._desk.file),
            act=lambda: self._on_step_asked(CONSENT, ""),
        )

    def _tell_unfinished(self, index: int) -> None:
        """Warn of a step that is left while something in it is not saved."""
        step = self._stack.steps[index]
        if self._desk.unfinished.is_in(step.section):
            title = step.title(self.languages.language)
            self._notices.tell_unfinished(title, lambda: self.go_to(index))

    def _on_unfinished(self) -> None:
        if not self._desk.unfinished.count:
            self._notices.tell_finished()
        self._stack.forget(others=True)
        self._show_progress()
        self.unsaved.emit(self.not_saved)
