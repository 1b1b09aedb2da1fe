"""Writes down what the interview page is told: one place for saving, retrying and undoing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from intake.domain.case import CaseFile, CaseStatus
from intake.domain.changes import Changes, Noun
from intake.domain.ids import CaseId, EventId, MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind, new_mark
from intake.domain.person import Person, Role
from intake.domain.statement import Statement, text_digest
from intake.errors import RefusedError, UsageError
from intake.gui.i18n import translate
from intake.gui.interview.writes import Key, Write
from intake.gui.workers.store_worker import StoreWorker, changes_in
from intake.services import cases, interviews, marking, records
from intake.services.interviews import Saved
from intake.services.session import VaultSession

RETRY_MS = 3000


_Draft = tuple[Statement, tuple[Mark, ...]]


class _About(NamedTuple):
    """The text that a mark was made on, and what to say when another one is stored."""

    digest: str
    complaint: str


@dataclass(slots=True, eq=False)
class _Entry:
    """A write on its way, and whether it has failed at least once."""

    write: Write
    session: VaultSession
    case_id: CaseId
    is_stuck: bool = False
    is_sent: bool = False

    @property
    def place(self) -> tuple[str, ...]:
        return (self.case_id, *self.write.key)


class Ledger(QObject):
    """Sends writes to the store in order; what failed is tried again until it is in.

    Signals:
        failed: A write failed (the error); it stays unsaved and is tried again. Told once, until
            everything is in or the reason changes.
        refused: ``(key, error)``: the store will never take this; it is not tried again.
        stuck_changed: The keys of this case that failed and are not in the store are others now.
        recovered: Everything that had failed is in the store.
        marks_changed: A draft was stored and marks moved with it (id of the statement).
    """

    failed = Signal(object)
    refused = Signal(object, object)
    stuck_changed = Signal()
    recovered = Signal()
    marks_changed = Signal(str)

    def __init__(self, worker: StoreWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._case_id = CaseId("")
        self._undo: Callable[[], None] | None = None
        self._entries: dict[tuple[str, ...], _Entry] = {}
        self._told = ""
        self._own: Changes | None = None
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)

    # -- the case -----------------------------------------------------------------------------

    @property
    def case_id(self) -> CaseId:
        """The case that is written about."""
        return self._case_id

    def begin(self, session: VaultSession, case_id: CaseId) -> None:
        """Write for this case from now on; what is on its way for others still arrives."""
        self._session, self._case_id = session, case_id
        self._undo = None

    def read_draft(self, statement_id: str, show: Callable[[_Draft], object]) -> None:
        """Read one statement and its marks and hand both to ``show``."""
        wanted = self._case_id

        def shown(found: _Draft) -> None:
            if self._case_id == wanted:
                show(found)

        self._worker.submit(_read_draft, self._session, StatementId(statement_id), done=shown)

    def reload(self, show: Callable[[CaseFile], object]) -> None:
        """Read the case and hand it to ``show``, with what is on its way laid over it."""
        wanted = self._case_id

        def shown(file: CaseFile) -> None:
            if self._case_id == wanted:
                show(self.laid_over(file))

        if self._session is not None:
            self._worker.submit(cases.case_file, self._session, wanted, done=shown)

    def laid_over(self, file: CaseFile) -> CaseFile:
        """Return a case as it will be once everything that is on its way has arrived."""
        for entry in self._entries.values():
            if entry.case_id == file.case.id:
                file = entry.write.overlay(file)
        return file

    def is_own(self, changes: Changes) -> bool:
        """Tell whether these changes are of a write that ``laid_over`` has shown already."""
        return changes is self._own

    # -- writes that are kept until they are in -----------------------------------------------

    def write(self, write: Write) -> None:
        """Store something; a newer write of the same key takes its place."""
        assert self._session is not None
        entry = _Entry(write, self._session, self._case_id)
        older = self._entries.pop(entry.place, None)
        entry.is_stuck = older is not None and older.is_stuck
        self._entries[entry.place] = entry
        self._send(entry)

    @property
    def stuck(self) -> frozenset[Key]:
        """What failed of this case and is not in the store."""
        return frozenset(
            entry.write.key
            for entry in self._entries.values()
            if entry.is_stuck and entry.case_id == self._case_id
        )

    @property
    def all_stuck(self) -> int:
        """How many writes of any case failed and are not in the store."""
        return sum(entry.is_stuck for entry in self._entries.values())

    def try_again(self) -> None:
        """Send again what failed, in the order in which it was written."""
        for entry in list(self._entries.values()):
            if entry.is_stuck and not entry.is_sent:
                self._send(entry)

    def _send(self, entry: _Entry) -> None:
        entry.is_sent = True
        self._worker.submit(
            entry.write.work,
            entry.session,
            done=partial(self._on_written, entry),
            failed=partial(self._on_unwritten, entry),
            writes=True,
        )

    def _on_written(self, entry: _Entry, result: object) -> None:
        entry.is_sent = False
        was_stuck = entry.is_stuck
        if self._entries.get(entry.place) is entry:
            del self._entries[entry.place]
        self._own = changes_in(result)
        if Noun.MARK in self._own.nouns and entry.case_id == self._case_id:
            self.marks_changed.emit(entry.write.key[-1])
        if was_stuck:
            self._settle()

    def _on_unwritten(self, entry: _Entry, error: BaseException) -> None:
        entry.is_sent = False
        if self._entries.get(entry.place) is not entry:
            return  # a newer one is on its way
        if isinstance(error, UsageError | RefusedError):
            del self._entries[entry.place]
            self.refused.emit(entry.write.key, error)
            self._settle()
            return
        entry.is_stuck = True
        self._retry.start()
        self.stuck_changed.emit()
        if type(error).__name__ != self._told:
            self._told = type(error).__name__
            self.failed.emit(error)

    def _settle(self) -> None:
        self.stuck_changed.emit()
        if not self.all_stuck:
            self._retry.stop()
            if self._told:
                self._told = ""
                self.recovered.emit()


class Scribe(Ledger):
    """The ledger of an interview, and the steps that are repeated by hand when they fail."""

    def add_mark(
        self, statement: Statement, span: tuple[int, int], kind: MarkKind, person: Person | None
    ) -> None:
        """Store a mark made by hand over ``text[span[0]:span[1]]`` of this very text."""
        made = replace(new_mark(*span, kind), decision=Decision.MASK)
        if person is not None:
            made = replace(made, person_id=person.id)
        complaint = translate("Scribe", "The text is not saved yet. Mark the words again.")
        self._submit(_add_mark, statement.id, made, _About(text_digest(statement.text), complaint))

    def mark_new_person(self, statement: Statement, span: tuple[int, int]) -> None:
        """Add a person and mark the words as this person."""

        def added(result: tuple[Person, object]) -> None:
            self.add_mark(statement, span, MarkKind.PERSON, result[0])

        self._submit(records.add_person, self._case_id, Role.OTHER, done=added)

    def remove_mark(self, statement_id: str, mark: Mark) -> None:
        """Remove a mark; ``undo`` puts it back."""
        place = StatementId(statement_id)
        self._undo = partial(self._submit, marking.add_mark, place, mark)
        self._submit(marking.remove_mark, place, MarkId(mark.id))

    def set_final(self, statement_id: str, *, final: bool) -> None:
        """Finalise or reopen a statement."""
        setting = partial(interviews.set_final, final=final)
        self._submit(setting, StatementId(statement_id))

    def set_language(self, statement_id: str, language: str) -> None:
        """Say in which language a statement is written."""
        self._submit(interviews.set_language, StatementId(statement_id), language)

    def add_event(self) -> None:
        """Add an event at the end of the account."""
        self._submit(records.add_event_to_case, self._case_id)

    def add_person(self, role: Role, done: Callable[[Any], object] | None = None) -> None:
        """Add a person; ``done`` is called with (person, changes)."""
        self._submit(records.add_person, self._case_id, role, done=done)

    def remove_event(self, event_id: str, file: CaseFile) -> None:
        """Remove an event; ``undo`` puts it back."""
        event = next(found for found in file.events if found.id == event_id)
        self._undo = partial(self._submit, records.restore_event, event)
        self._submit(records.remove_event, EventId(event_id))

    def remove_person(self, person_id: str, file: CaseFile) -> None:
        """Remove a person with the links to events; ``undo`` puts all of it back."""
        person = next(found for found in file.persons if found.id == person_id)
        linked = [e for e in file.events if person_id in (*e.victims, *e.perpetrators)]

        def put_back() -> None:
            self._submit(records.restore_person, person)
            for event in linked:
                linking = partial(
                    records.link_persons, victims=event.victims, perpetrators=event.perpetrators
                )
                self._submit(linking, event.id)

        self._undo = put_back
        self._submit(records.remove_person, PersonId(person_id))

    def set_never_name(self, *, never: bool) -> None:
        """Record that no name may be kept, or that one may after all."""
        self._submit(partial(records.set_never_name, never=never), self._case_id)

    def reopen_case(self) -> None:
        """Make a finalised case a draft again, on purpose."""
        self._submit(cases.set_status, self._case_id, CaseStatus.DRAFT)

    def stop(self) -> None:
        """Record that the person asked to stop."""
        self._submit(interviews.stop_case, self._case_id)

    def undo(self) -> None:
        """Put back what was removed last."""
        if self._undo is not None:
            undo, self._undo = self._undo, None
            undo()

    def _submit(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], object] | None = None,
    ) -> None:
        self._worker.submit(
            work,
            self._session,
            *arguments,
            done=done,
            failed=partial(self.refused.emit, ()),
            writes=True,
        )


def _add_mark(session: VaultSession, statement_id: StatementId, mark: Mark, about: _About) -> Saved:
    """Add a mark, provided the stored text is the one that it was made on."""
    if interviews.statement(session, statement_id).digest != about.digest:
        raise UsageError(what=about.complaint)
    return marking.add_mark(session, statement_id, mark)


def _read_draft(session: VaultSession, statement_id: StatementId) -> _Draft:
    return interviews.statement(session, statement_id), marking.marks(session, statement_id)
