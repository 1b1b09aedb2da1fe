"""Between panels and scribe: turns what a person did into writes, keeps the case as shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.changes import Changes, Noun
from intake.domain.consent import Consent
from intake.domain.marks import Mark, MarkKind
from intake.domain.person import Person, Role
from intake.domain.statement import Statement
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.identity_panel import IdentityPanel
from intake.gui.interview.marking_bar import NEW
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.scribe import Scribe
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.interview.step_panel import StepPanel
from intake.gui.interview.unfinished import Unfinished
from intake.gui.interview.writes import (
    Write,
    write_answer,
    write_consent,
    write_draft,
    write_links,
    write_role,
)
from intake.redaction.pseudonyms import RELATION
from intake.services.session import VaultSession

EVENT, CONSENT = "event", "consent"
_RELOADING = frozenset(
    {Noun.PERSON, Noun.EVENT, Noun.STATEMENT, Noun.MARK, Noun.CONSENT, Noun.CASE, Noun.INTERVIEW}
)


class Desk(QObject):
    """The case on the table.

    Attributes:
        file: The case as it will be once everything has arrived; ``None`` before the first.
        unfinished: What was typed into it and cannot be saved as it is.

    Signals:
        changed: ``file`` is another value; the panel that caused it shows it already.
        reloaded: ``file`` was read from the store; every panel shows it anew.
        removed: Something was removed; ``Scribe.undo`` brings it back.
        step_asked: ``(kind of section, what to open there)``.
        stop_asked: The person does not agree, or wants to stop.
    """

    changed = Signal()
    reloaded = Signal()
    removed = Signal()
    step_asked = Signal(str, str)
    stop_asked = Signal()

    def __init__(self, scribe: Scribe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file: CaseFile | None = None
        self._scribe = scribe
        self.unfinished = Unfinished(scribe, self)
        self._statements: StatementPanel | None = None
        scribe.marks_changed.connect(self._read_draft)

    def open_case(
        self, session: VaultSession, file: CaseFile, unfinished: Mapping[str, str]
    ) -> None:
        """Put a case on the table, with what was typed into it and is no answer yet."""
        self._scribe.begin(session, file.case.id)
        self.file = self._scribe.laid_over(file)
        self.unfinished.begin(file, unfinished)

    def refresh(self, changes: Changes) -> None:
        """Read the case again when somebody else changed it."""
        if self.file is None or self._scribe.is_own(changes):
            return
        if changes.nouns & _RELOADING:
            self._scribe.reload(self._show)

    def connect_panel(self, panel: StepPanel) -> None:
        """Hear what a panel tells."""
        panel.answered.connect(self._on_answer)
        panel.unfinished.connect(self.unfinished.note)
        if isinstance(panel, StatementPanel):
            self._connect_statement(panel)
        elif isinstance(panel, RecordsPanel):
            self._connect_records(panel)
        elif isinstance(panel, ConsentPanel):
            panel.changed.connect(self._on_consent)
            panel.refused.connect(self.stop_asked)
        elif isinstance(panel, IdentityPanel):
            panel.never_name_asked.connect(self._on_never_name)

    def _connect_statement(self, panel: StatementPanel) -> None:
        self._statements = panel
        panel.committed.connect(self._on_draft)
        panel.marked.connect(self._on_marked)
        panel.unmarked.connect(self._on_unmarked)
        panel.final_asked.connect(lambda key, on: self._scribe.set_final(key, final=on))
        panel.language_asked.connect(self._scribe.set_language)
        panel.event_asked.connect(self._on_event_asked)
        panel.event_chosen.connect(partial(self.step_asked.emit, EVENT))

    def _connect_records(self, panel: RecordsPanel) -> None:
        panel.links_changed.connect(self._on_links)
        if panel.is_about_events:
            panel.addition_asked.connect(self._scribe.add_event)
            panel.removal_asked.connect(self._on_event_removal)
            panel.perpetrator_asked.connect(self._on_perpetrator)
        else:
            panel.addition_asked.connect(lambda: self._scribe.add_person(Role.RELATIVE))
            panel.removal_asked.connect(self._on_person_removal)
            panel.role_chosen.connect(self._on_role)

    # -- what panels tell ---------------------------------------------------------------------

    def _put(self, write: Write) -> None:
        if self.file is not None:
            self.file = write.overlay(self.file)
            self._scribe.write(write)
            self.changed.emit()

    def _on_answer(self, owner: str, name: str, answer: Answer | None) -> None:
        self._put(write_answer(self._scribe.case_id, owner, name, answer))
        if name == RELATION:  # it stands in the label of the person
            self.reloaded.emit()

    def _on_consent(self, consent: Consent) -> None:
        self._put(write_consent(self._scribe.case_id, consent))

    def _on_draft(self, statement_id: str, text: str, caret: int) -> None:
        self._put(write_draft(statement_id, text, caret))

    def _on_links(
        self, event_id: str, victims: tuple[str, ...], perpetrators: tuple[str, ...]
    ) -> None:
        self._put(write_links(event_id, victims, perpetrators))

    def _on_never_name(self, never: bool) -> None:  # noqa: FBT001 (a Qt slot)
        if never and self.file is not None:
            self.unfinished.forget(self.file.persons[0].id)
        self._scribe.set_never_name(never=never)

    def _on_role(self, person_id: str, role: Role) -> None:
        self._put(write_role(person_id, role))
        self.reloaded.emit()

    def _on_marked(
        self, statement_id: str, span: tuple[int, int], kind: MarkKind, person: str
    ) -> None:
        assert self.file is not None
        statement = next(found for found in self.file.statements if found.id == statement_id)
        if person == NEW:
            self._scribe.mark_new_person(statement, span)
        else:
            known = next((found for found in self.file.persons if found.id == person), None)
            self._scribe.add_mark(statement, span, kind, known)

    def _on_unmarked(self, statement_id: str, mark: Mark) -> None:
        self._scribe.remove_mark(statement_id, mark)
        self.removed.emit()

    def _on_event_asked(self) -> None:
        self.step_asked.emit(EVENT, "")
        self._scribe.add_event()

    def _on_perpetrator(self, event_id: str) -> None:
        def added(result: tuple[Person, Changes]) -> None:
            assert self.file is not None
            event = next(found for found in self.file.events if found.id == event_id)
            self._on_links(event_id, event.victims, (*event.perpetrators, result[0].id))

        self._scribe.add_person(Role.PERPETRATOR, added)

    def _on_event_removal(self, event_id: str) -> None:
        assert self.file is not None
        self.unfinished.forget(event_id)
        self._scribe.remove_event(event_id, self.file)
        self.removed.emit()

    def _on_person_removal(self, person_id: str) -> None:
        assert self.file is not None
        self.unfinished.forget(person_id)
        self._scribe.remove_person(person_id, self.file)
        self.removed.emit()

    # -- what the store tells -----------------------------------------------------------------

    def _show(self, file: CaseFile) -> None:
        self.file = file
        self.reloaded.emit()

    def _read_draft(self, statement_id: str) -> None:
        self._scribe.read_draft(statement_id, self._show_draft)

    def _show_draft(self, found: tuple[Statement, tuple[Mark, ...]]) -> None:
        """Show marks that moved with a text, unless the text has moved on meanwhile."""
        statement, marks = found
        if self.file is None or statement not in self.file.statements:
            return
        self.file = replace(self.file, marks={**self.file.marks, statement.id: marks})
        if self._statements is not None:
            self._statements.show_draft(statement, marks)
