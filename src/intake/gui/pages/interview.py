"""The interview page: steps at the left, one panel at a time, saved as it is typed."""

from __future__ import annotations

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
from intake.gui.interview.form_language import FormLanguage
from intake.gui.interview.notices import Notices
from intake.gui.interview.progress import applies, first_open, progress
from intake.gui.interview.scribe import Scribe
from intake.gui.interview.section_list import SectionList
from intake.gui.interview.step_stack import StepStack
from intake.gui.interview.steps import split_place
from intake.gui.interview.stop_sheet import stop_sheet
from intake.gui.interview.views import CaseView
from intake.gui.interview.writes import Key
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from intake.gui.widgets.chip import Chip
from intake.gui.widgets.labels import Strong
from intake.gui.widgets.page import Page
from intake.gui.workers.store_worker import StoreWorker
from intake.services.session import VaultSession
from intake.services.untouched import is_untouched

BREAK_AFTER_MS = 40 * 60 * 1000


class InterviewPage(Page):
    """One interview from the checklist to the identity.

    Signals:
        unsaved: How many things that were typed are not in the store although they were handed
            to it (``int``); 0 when all is well.
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
        self.languages, self.code = FormLanguage(), Chip()
        self._language_label = Strong()
        self.skip, self.pause = QuietButton("", "skip"), QuietButton("", "pause")
        self.stop = QuietButton("", "stop")
        self.back, self.cases, self.next = QuietButton("", "back"), LinkButton(), PrimaryButton()
        self._break = QTimer(self)
        self._break.setInterval(BREAK_AFTER_MS)
        self._arrange()
        self._connect()

    # -- what the window calls ----------------------------------------------------------------

    def open_case(
        self, session: VaultSession, file: CaseFile, form: FormDefinition, place: str = ""
    ) -> None:
        """Show the interview of a case.

        Args:
            session: The open vault.
            file: The case as stored.
            form: The questionnaire.
            place: Where to begin, as ``step_key`` told it; empty for the first step that is not
                done.
        """
        if self._form is not form:
            self._form = form
            self.languages.show_languages(form.languages)
            self._build_steps(form)
        self._skipped.clear()
        self.messages.clear()
        self._desk.open_case(session, file)
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
        return file is not None and is_untouched(file) and not self._scribe.all_stuck

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
        self.skip.setText(translate("InterviewPage", "S&kip"))
        self.pause.setText(translate("InterviewPage", "&Pause"))
        self.stop.setText(translate("InterviewPage", "&Stop"))
        self.cases.setText(translate("InterviewPage", "All cases"))
        self.skip.setToolTip(
            translate("InterviewPage", "Leave this section for later, or for good")
        )
        self.pause.setToolTip(translate("InterviewPage", "Save everything and lock (F9)"))
        self.stop.setToolTip(translate("InterviewPage", "The person wants to stop (Ctrl+F9)"))
        self.sections.setAccessibleName(translate("InterviewPage", "Sections"))
        self.languages.retranslate()
        self._language_label.setText(translate("InterviewPage", "Questions in:"))
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
            current.panel.flush()
            self._notices.leave_step()
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
        return CaseView(self._desk.file, self._form, self.languages.language)

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
        last = self._next_index(index) is None
        self.next.setText(
            translate("InterviewPage", "&Done") if last else translate("InterviewPage", "&Next")
        )
        self.back.setEnabled(self._next_index(index, -1) is not None)
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
            self.sections.show_progress(index, state, skipped=step.key in self._skipped)
            self.sections.setRowHidden(index, not applies(step.section, view))

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.header.insertWidget(0, self.code)
        for widget in (self._language_label, self.languages, self.skip, self.pause, self.stop):
            self.header.addWidget(widget)
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
        self._desk.reloaded.connect(self._show_anew)
        self._desk.removed.connect(lambda: self._notices.tell_removed(self._scribe.undo))
        self._desk.step_asked.connect(self._on_step_asked)
        self._desk.stop_asked.connect(self._on_refusal)
        self._scribe.failed.connect(
            lambda error: self._notices.tell_failed(error, self._scribe.try_again)
        )
        self._scribe.recovered.connect(self._notices.tell_recovered)
        self._scribe.refused.connect(self._on_refused)
        self._scribe.stuck_changed.connect(self._on_stuck)
        bind(self, ActionId.NEXT_SECTION, self.go_on)
        bind(self, ActionId.PREVIOUS_SECTION, self.go_back)
        bind(self, ActionId.CYCLE_MISSING, self._on_cycle)
        bind(self, ActionId.PAUSE, self._on_pause)
        bind(self, ActionId.STOP, self._on_stop)

    # -- what the person does -----------------------------------------------------------------

    def go_on(self) -> None:
        """Open the step after; after the last one, leave."""
        self._go_from(self._stack.currentIndex())

    def go_back(self) -> None:
        """Open the step before."""
        before = self._next_index(self._stack.currentIndex(), -1)
        if before is not None:
            self.go_to(before)

    def _next_index(self, index: int, by: int = 1) -> int | None:
        """Return the next step that is part of this interview, ``None`` at the end."""
        index += by
        while 0 <= index < len(self._stack.steps):
            if not self.sections.isRowHidden(index):
                return index
            index += by
        return None

    def _go_from(self, index: int) -> None:
        following = self._next_index(index)
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
        if not self.stop.isEnabled():
            return
        sheet = stop_sheet(self, refused=False)
        sheet.accepted.connect(self._stop_now)
        sheet.open()

    def _on_refusal(self) -> None:
        sheet = stop_sheet(self, refused=True)
        sheet.accepted.connect(self._stop_now)
        sheet.open()

    def _stop_now(self) -> None:
        self.flush()
        self._break.stop()
        self._scribe.stop()
        self.left.emit()

    def _on_cycle(self) -> None:
        for panel in self._stack.panels:
            for row in [questions.current_row() for questions in panel.question_panels()]:
                if row is not None:
                    row.cycle_missing()

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
        self.unsaved.emit(self._scribe.all_stuck)

    def _on_refused(self, key: Key, error: BaseException) -> None:
        taken = any(panel.take_refusal(key, explain(error).text) for panel in self._stack.panels)
        if not taken:
            self.show_error(error)

    def _tell_consent(self, index: int) -> None:
        """Remind of consent where something is written down without it."""
        file = self._desk.file
        missing = file is None or file.consent is None or file.consent.given is None
        kinds = [step.section.kind for step in self._stack.steps]
        first = kinds.index(CONSENT) if CONSENT in kinds else len(kinds)
        self._notices.tell_consent(
            missing=missing and index > first and kinds[index] != CONSENT,
            act=lambda: self._on_step_asked(CONSENT, ""),
        )
