"""The interview page: steps at the left, one panel at a time, saved as it is typed."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.changes import Changes, Noun
from intake.domain.consent import Consent
from intake.domain.ids import CaseId
from intake.errors import IntakeError
from intake.forms.definition import FormDefinition
from intake.gui.actions import ActionId, bind
from intake.gui.i18n import translate
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.scribe import Scribe
from intake.gui.interview.section_list import SectionList
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.interview.steps import Step, make_steps, owner_id, progress
from intake.gui.interview.views import event_lines, event_records, person_labels, person_records
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import StoreWorker
from intake.services.session import VaultSession

BREAK_AFTER_MS = 40 * 60 * 1000
_RELOADING = frozenset(
    {Noun.PERSON, Noun.EVENT, Noun.STATEMENT, Noun.MARK, Noun.CONSENT, Noun.CASE}
)


class InterviewPage(Page):
    """One interview from the checklist to the identity.

    Signals:
        saved: When the last write was committed (``datetime``).
        pause_asked: The vault should be locked now.
        left: The person goes back to the list of cases.
    """

    saved = Signal(object)
    pause_asked = Signal()
    left = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._scribe = Scribe(worker, self)
        self._language = "en"
        self._file: CaseFile | None = None
        self._form: FormDefinition | None = None
        self._steps: list[Step] = []
        self._skipped: set[str] = set()
        self._sections = SectionList()
        self._stack = QStackedWidget()
        self._back = QuietButton("", "back")
        self._skip = QuietButton("", "skip")
        self._pause = QuietButton("", "pause")
        self._stop = QuietButton("", "stop")
        self._cases = LinkButton()
        self._next = PrimaryButton()
        self._break = QTimer(self)
        self._break.setInterval(BREAK_AFTER_MS)
        self._arrange()
        self._connect()

    # -- what the window calls ----------------------------------------------------------------

    def open_case(
        self, session: VaultSession, file: CaseFile, form: FormDefinition, step: str = ""
    ) -> None:
        """Show the interview of a case.

        Args:
            session: The open vault.
            file: The case as stored.
            form: The questionnaire.
            step: Key of the step to begin with; empty for the first one that is not done.
        """
        if self._form is not form:
            self._form = form
            self._build_steps(form)
        self._skipped.clear()
        self._file = file
        self._scribe.begin(session, file.case.id)
        self.show_file(file)
        keys = [found.key for found in self._steps]
        self.go_to(keys.index(step) if step in keys else self._first_open())
        self._break.start()

    @property
    def step_key(self) -> str:
        """Key of the step that is open, to come back to after a lock."""
        index = self._stack.currentIndex()
        return self._steps[index].key if 0 <= index < len(self._steps) else ""

    @property
    def case_id(self) -> CaseId | None:
        """The case that is open."""
        return self._file.case.id if self._file is not None else None

    def flush(self) -> None:
        """Commit whatever was typed and is not saved yet."""
        for step in self._steps:
            step.flush()

    def refresh(self, changes: Changes) -> None:
        """Read the case again when more than an answer changed."""
        if self._file is not None and changes.nouns & _RELOADING:
            self._scribe.reload(self.show_file)

    def set_language(self, language: str) -> None:
        """Show the questions in another language of the form."""
        self._language = language
        for step in self._steps:
            step.retranslate(language)
        if self._file is not None:
            self.show_file(self._file)

    def retranslate(self) -> None:
        """Set every text in the interface language."""
        self._back.setText(translate("InterviewPage", "&Back"))
        self._skip.setText(translate("InterviewPage", "S&kip"))
        self._pause.setText(translate("InterviewPage", "&Pause"))
        self._stop.setText(translate("InterviewPage", "&Stop"))
        self._cases.setText(translate("InterviewPage", "All cases"))
        self._skip.setToolTip(
            translate("InterviewPage", "Leave this section for later, or for good")
        )
        self._pause.setToolTip(translate("InterviewPage", "Save everything and lock (F9)"))
        self._stop.setToolTip(translate("InterviewPage", "The person wants to stop (Ctrl+F9)"))
        self._show_step_texts()

    # -- showing ------------------------------------------------------------------------------

    def show_file(self, file: CaseFile) -> None:
        """Show a case as it is stored."""
        self._file = file
        persons = person_labels(file)
        for step in self._steps:
            self._fill(step, file, persons)
        self._show_progress()

    def go_to(self, index: int) -> None:
        """Open a step; what was typed in the one before is committed first."""
        current = self._stack.currentIndex()
        if 0 <= current < len(self._steps):
            self._steps[current].flush()
        self._stack.setCurrentIndex(index)
        self._show_step_texts()
        self._show_progress()
        self._steps[index].focus()

    def _fill(self, step: Step, file: CaseFile, persons: dict[str, str]) -> None:
        panel = step.panel
        answers = file.interviews[0].answers
        if isinstance(panel, ConsentPanel):
            panel.show_consent(file.consent)
        elif isinstance(panel, StatementPanel):
            panel.set_persons(persons)
            panel.show_statements(file.statements, file.marks)
            panel.show_events(event_lines(file, self._form, self._language))
            if step.notes is not None:
                step.notes.show_answers(answers)
        elif isinstance(panel, RecordsPanel):
            if step.section.kind == "event":
                panel.show_records(event_records(file), persons)
            else:
                panel.show_records(person_records(file))
        elif step.section.kind == "identity":
            panel.show_answers(file.persons[0].answers, answers)
        else:
            panel.show_answers(answers)

    def _show_step_texts(self) -> None:
        index = self._stack.currentIndex()
        if not 0 <= index < len(self._steps):
            return
        step = self._steps[index]
        self.title.setText(step.title(self._language))
        self.set_lead(step.section.hint.get(self._language))
        last = index == len(self._steps) - 1
        self._next.setText(
            translate("InterviewPage", "&Done") if last else translate("InterviewPage", "&Next")
        )
        self._back.setEnabled(index > 0)
        names = [found.title(self._language) for found in self._steps]
        self._sections.show_sections(names, index)

    def _show_progress(self) -> None:
        if self._file is None:
            return
        for index, step in enumerate(self._steps):
            answered, asked = progress(step, self._file)
            self._sections.show_progress(index, answered, asked, skipped=step.key in self._skipped)

    def _first_open(self) -> int:
        assert self._file is not None
        for index, step in enumerate(self._steps):
            answered, asked = progress(step, self._file)
            if answered < asked:
                return index
        return 0

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        for button in (self._skip, self._pause, self._stop):
            self.header.addWidget(button)
        row = QHBoxLayout()
        row.setContentsMargins(Space.TWO, 0, Space.TWO, 0)
        row.setSpacing(Space.TWO)
        row.addWidget(self._sections)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self.add_secondary(self._cases)
        self.add_secondary(self._back)
        self.set_primary(self._next)

    def _build_steps(self, form: FormDefinition) -> None:
        while (widget := self._stack.widget(0)) is not None:
            self._stack.removeWidget(widget)
            widget.deleteLater()
        self._steps = make_steps(form, self._language)
        for index, step in enumerate(self._steps):
            self._stack.addWidget(step.widget)
            self._wire(step, index)
        self._sections.show_sections([step.title(self._language) for step in self._steps], 0)

    def _wire(self, step: Step, index: int) -> None:
        panel = step.panel
        if isinstance(panel, ConsentPanel):
            panel.changed.connect(self._on_consent)
        elif isinstance(panel, StatementPanel):
            self._wire_statement(panel)
            if step.notes is not None:
                step.notes.committed.connect(partial(self._on_answer, step))
        elif isinstance(panel, RecordsPanel):
            panel.committed.connect(self._scribe.save_answer)
            panel.addition_asked.connect(partial(self._scribe.add_record, step.section.kind))
            panel.removal_asked.connect(partial(self._on_removal, step.section.kind))
            panel.links_changed.connect(self._on_links)
        elif isinstance(panel, QuestionsPanel):
            panel.committed.connect(partial(self._on_answer, step))
            panel.finished.connect(partial(self._go_from, index))

    def _wire_statement(self, panel: StatementPanel) -> None:
        panel.committed.connect(self._scribe.save_draft)
        panel.marked.connect(self._scribe.add_mark)
        panel.unmarked.connect(self._scribe.remove_mark)
        panel.final_asked.connect(self._scribe.set_final)
        panel.event_asked.connect(self._on_event_asked)

    def _connect(self) -> None:
        self._sections.chosen.connect(self.go_to)
        self._next.clicked.connect(lambda: self._go_from(self._stack.currentIndex()))
        self._back.clicked.connect(self.go_back)
        self._skip.clicked.connect(self._on_skip)
        self._pause.clicked.connect(self._on_pause)
        self._stop.clicked.connect(self._on_stop)
        self._cases.clicked.connect(self._on_leave)
        self._break.timeout.connect(self._suggest_break)
        self._scribe.saved.connect(self._on_saved)
        self._scribe.failed.connect(self._on_failed)
        self.messages.action_triggered.connect(self._scribe.undo)
        bind(self, ActionId.NEXT_SECTION, lambda: self._go_from(self._stack.currentIndex()))
        bind(self, ActionId.PREVIOUS_SECTION, self.go_back)
        bind(self, ActionId.CYCLE_MISSING, self._on_cycle)
        bind(self, ActionId.PAUSE, self._on_pause)
        bind(self, ActionId.STOP, self._on_stop)

    # -- what the person does -----------------------------------------------------------------

    def go_back(self) -> None:
        """Open the step before."""
        if self._stack.currentIndex() > 0:
            self.go_to(self._stack.currentIndex() - 1)

    def _go_from(self, index: int) -> None:
        if index + 1 < len(self._steps):
            self.go_to(index + 1)
        else:
            self._on_leave()

    def _on_skip(self) -> None:
        self._skipped.add(self.step_key)
        self._go_from(self._stack.currentIndex())

    def _on_leave(self) -> None:
        self.flush()
        self._break.stop()
        self.left.emit()

    def _on_pause(self) -> None:
        self.flush()
        self.pause_asked.emit()

    def _on_stop(self) -> None:
        sheet = Sheet(
            self,
            translate("InterviewPage", "Stop the interview here?"),
            translate(
                "InterviewPage",
                "Everything said so far is saved. Ask how the person is, and whether they would "
                "like help or company now. The interview can be taken up another day.",
            ),
            affirmative=translate("InterviewPage", "Stop here"),
            cancel=translate("InterviewPage", "Go on"),
        )
        sheet.accepted.connect(self._stop_now)
        sheet.open()

    def _stop_now(self) -> None:
        self.flush()
        self._scribe.stop()
        self.left.emit()

    def _on_cycle(self) -> None:
        for panel in self._steps[self._stack.currentIndex()].question_panels():
            row = panel.current_row()
            if row is not None:
                row.cycle_missing()

    def _on_answer(self, step: Step, name: str, answer: Answer | None) -> None:
        if self._file is not None:
            self._scribe.save_answer(owner_id(step, self._file), name, answer)
            self._show_progress()

    def _on_consent(self, consent: Consent) -> None:
        self._scribe.save_consent(consent)

    def _on_links(self, event_id: str, persons: tuple[str, ...]) -> None:
        self._scribe.link(event_id, persons)

    def _on_removal(self, kind: str, record_id: str) -> None:
        assert self._file is not None
        self._scribe.remove_record(kind, record_id, self._file)
        self.messages.show_message(
            MessageKind.INFO,
            translate("InterviewPage", "Removed."),
            action=translate("InterviewPage", "Undo"),
        )

    def _on_event_asked(self) -> None:
        for index, step in enumerate(self._steps):
            if step.section.kind == "event":
                self.go_to(index)
                self._scribe.add_record("event")

    def _on_saved(self, at: datetime) -> None:
        self.saved.emit(at)

    def _on_failed(self, error: IntakeError) -> None:
        self.show_error(error)

    def _suggest_break(self) -> None:
        self.messages.show_message(
            MessageKind.INFO,
            translate(
                "InterviewPage",
                "You have been talking for a while. "
                "Ask whether a pause, water or company would help.",
            ),
        )
