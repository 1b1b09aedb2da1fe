"""Writes down what the interview page is told: one place for saving, retrying and undoing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.consent import Consent
from intake.domain.ids import CaseId, EventId, MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind, new_mark
from intake.domain.person import Role
from intake.errors import IntakeError
from intake.gui.workers.store_worker import StoreWorker
from intake.services import cases, consents, interviews
from intake.services.session import VaultSession

RETRY_MS = 3000


class Scribe(QObject):
    """Sends writes to the store in order; what failed is tried again until it is in.

    Signals:
        saved: A write was committed (``datetime``, UTC).
        failed: A write failed (``IntakeError``); it will be tried again.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: StoreWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._case_id = CaseId("")
        self._undo: Callable[[], None] | None = None
        self._waiting: dict[str, Callable[[], None]] = {}
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self._try_again)

    @property
    def is_waiting(self) -> bool:
        """Whether a write failed and is not in the store yet."""
        return bool(self._waiting)

    def begin(self, session: VaultSession, case_id: CaseId) -> None:
        """Write for this case from now on."""
        self._session, self._case_id = session, case_id
        self._undo = None

    def reload(self, show: Callable[[CaseFile], None]) -> None:
        """Read the case again and hand it to ``show``."""
        wanted = self._case_id

        def shown(file: CaseFile) -> None:
            if self._case_id == wanted:
                show(file)

        if self._session is not None:
            self._worker.submit(cases.case_file, self._session, wanted, done=shown)

    def save_answer(self, owner: str, question: str, answer: Answer | None) -> None:
        """Store one answer."""
        self._write(
            f"answer {owner} {question}",
            interviews.save_answer,
            self._case_id,
            owner,
            question,
            answer,
        )

    def save_draft(self, statement_id: str, text: str, caret: int) -> None:
        """Store the draft of a statement."""
        self._write(
            f"draft {statement_id}", interviews.save_draft, StatementId(statement_id), text, caret
        )

    def save_consent(self, consent: Consent) -> None:
        """Store the record of consent."""
        self._write("consent", consents.save, self._case_id, consent)

    def add_mark(
        self, statement_id: str, span: tuple[int, int], kind: MarkKind, person: str
    ) -> None:
        """Store a mark made by hand; ``new`` adds a person first."""
        if person == "new":
            self._submit(
                interviews.add_person,
                self._case_id,
                Role.OTHER,
                done=lambda added: self.add_mark(statement_id, span, kind, added[0].id),
            )
            return
        self._submit(
            interviews.add_mark,
            StatementId(statement_id),
            _decided(span, kind, person),
            done=self._on_saved,
        )

    def remove_mark(self, statement_id: str, mark_id: str) -> None:
        """Remove a mark made by hand."""
        self._submit(
            interviews.remove_mark,
            StatementId(statement_id),
            MarkId(mark_id),
            done=self._on_saved,
        )

    def set_final(self, statement_id: str, final: bool) -> None:  # noqa: FBT001 (a Qt slot)
        """Finalise or reopen a statement."""
        final_call = partial(interviews.set_final, final=final)
        self._submit(final_call, StatementId(statement_id), done=self._on_saved)

    def add_record(self, kind: str) -> None:
        """Add an event, or another person at risk."""
        if kind == "event":
            self._submit(interviews.add_event_to_case, self._case_id)
        else:
            self._submit(interviews.add_person, self._case_id, Role.RELATIVE)

    def remove_record(self, kind: str, record_id: str, file: CaseFile) -> None:
        """Remove an event or person; ``undo`` puts it back."""
        if kind == "event":
            event = next(found for found in file.events if found.id == record_id)
            self._undo = partial(self._submit, interviews.restore_event, event)
            self._submit(interviews.remove_event, EventId(record_id))
            return
        person = next(found for found in file.persons if found.id == record_id)
        self._undo = partial(self._submit, interviews.restore_person, person)
        self._submit(interviews.remove_person, PersonId(record_id))

    def undo(self) -> None:
        """Put back what was removed last."""
        if self._undo is not None:
            undo, self._undo = self._undo, None
            undo()

    def link(self, event_id: str, persons: tuple[str, ...]) -> None:
        """Store to whom an event was done."""
        linking = partial(
            interviews.link_persons,
            victims=tuple(PersonId(person) for person in persons),
            perpetrators=(),
        )
        self._submit(linking, EventId(event_id))

    def stop(self) -> None:
        """Record that the person asked to stop."""
        self._submit(interviews.stop_case, self._case_id)

    # -- inside -------------------------------------------------------------------------------

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
            failed=self._tell,
            writes=True,
        )

    def _write(self, key: str, work: Callable[..., Any], *arguments: object) -> None:
        """Send a write that is tried again when it fails; a newer one of its key replaces it."""
        self._waiting.pop(key, None)
        session = self._session

        def again() -> None:
            self._worker.submit(
                work,
                session,
                *arguments,
                done=partial(self._on_written, key),
                failed=partial(self._on_unwritten, key, again),
                writes=True,
            )

        again()

    def _on_written(self, key: str, saved: interviews.Saved) -> None:
        self._waiting.pop(key, None)
        self._on_saved(saved)

    def _on_unwritten(self, key: str, again: Callable[[], None], error: BaseException) -> None:
        self._waiting.setdefault(key, again)
        self._retry.start()
        self._tell(error)

    def _try_again(self) -> None:
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            self._retry.stop()
        for again in waiting.values():
            again()

    def _on_saved(self, result: Any) -> None:  # noqa: ANN401 (services return several kinds)
        at = getattr(result, "at", None)
        if isinstance(at, datetime):
            self.saved.emit(at)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, IntakeError):
            self.failed.emit(error)
        else:
            self._worker.failed.emit(error)


def _decided(span: tuple[int, int], kind: MarkKind, person: str) -> Mark:
    made = new_mark(span[0], span[1], kind)
    return replace(made, decision=Decision.MASK, person_id=PersonId(person) if person else None)
