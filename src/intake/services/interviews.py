"""Interviews: begin, answer, write the statement, mark words, persons and events, stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.event import Event
from intake.domain.ids import (
    CaseId,
    EventId,
    InterviewId,
    MarkId,
    OwnerId,
    PersonId,
    StatementId,
)
from intake.domain.marks import Mark
from intake.domain.person import Person, Role
from intake.domain.statement import RevisionReason, Statement
from intake.forms.definition import FormDefinition
from intake.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class Begun:
    """A case and interview that were just made; the interviewee is person P1."""

    file: CaseFile
    changes: Changes


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save returns, after COMMIT.

    Attributes:
        at: When it was committed (UTC).
    """

    at: datetime
    changes: Changes


def form() -> FormDefinition:
    """Return the shipped questionnaire (cached; the first call takes a moment)."""
    raise NotImplementedError


def begin(session: VaultSession, *, language: str = "") -> Begun:
    """Make a new case with one interview, the interviewee P1 and empty statements."""
    raise NotImplementedError


def save_answer(
    session: VaultSession, case_id: CaseId, owner: OwnerId, question: str, answer: Answer | None
) -> Saved:
    """Store one answer of an owner (case, interview, person or event); ``None`` removes it.

    Raises:
        UsageError: The form has no such question, or the value does not fit it.
    """
    raise NotImplementedError


def save_draft(session: VaultSession, statement_id: StatementId, text: str, caret: int) -> Saved:
    """Store the draft of a statement and where the caret stands (code points).

    Marks are carried along; marks whose text changed go back to pending. Every 10 minutes of
    editing a revision is frozen.
    """
    raise NotImplementedError


def freeze(session: VaultSession, statement_id: StatementId, reason: RevisionReason) -> Saved:
    """Freeze the draft as an immutable revision unless the newest one has the same text."""
    raise NotImplementedError


def set_final(session: VaultSession, statement_id: StatementId, *, final: bool) -> Saved:
    """Finalise a statement (freezes a revision), or reopen it on purpose."""
    raise NotImplementedError


def statement(session: VaultSession, statement_id: StatementId) -> Statement:
    """Return a statement as it is stored."""
    raise NotImplementedError


def marks(session: VaultSession, statement_id: StatementId) -> tuple[Mark, ...]:
    """Return the marks of a statement's draft, by start."""
    raise NotImplementedError


def add_mark(session: VaultSession, statement_id: StatementId, mark: Mark) -> Saved:
    """Add a mark that a person made."""
    raise NotImplementedError


def remove_mark(session: VaultSession, statement_id: StatementId, mark_id: MarkId) -> Saved:
    """Remove a mark that a person made."""
    raise NotImplementedError


def add_person(
    session: VaultSession, case_id: CaseId, role: Role, answers: dict[str, Answer] | None = None
) -> tuple[Person, Changes]:
    """Add a person with the next free code (P2, P3 ...)."""
    raise NotImplementedError


def set_role(session: VaultSession, person_id: PersonId, role: Role) -> Changes:
    """Change what a person is in the case."""
    raise NotImplementedError


def remove_person(session: VaultSession, person_id: PersonId) -> Changes:
    """Remove a person and the links to events; codes are never given out again."""
    raise NotImplementedError


def add_event_to_case(session: VaultSession, case_id: CaseId) -> tuple[Event, Changes]:
    """Add an empty event at the end of the account of the case's first interview."""
    raise NotImplementedError


def link_persons(
    session: VaultSession,
    event_id: EventId,
    *,
    victims: tuple[PersonId, ...],
    perpetrators: tuple[PersonId, ...],
) -> Changes:
    """Set who did an event to whom."""
    raise NotImplementedError


def remove_event(session: VaultSession, event_id: EventId) -> Changes:
    """Remove an event with its answers."""
    raise NotImplementedError


def restore_event(session: VaultSession, event: Event) -> Changes:
    """Put a removed event back (undo)."""
    raise NotImplementedError


def restore_person(session: VaultSession, person: Person) -> Changes:
    """Put a removed person back (undo)."""
    raise NotImplementedError


def set_never_name(session: VaultSession, case_id: CaseId, *, never: bool) -> Changes:
    """Record that no name may be kept; names already recorded for the interviewee are removed."""
    raise NotImplementedError


def stop_case(session: VaultSession, case_id: CaseId) -> Changes:
    """Record that the person asked to stop; everything so far stays."""
    raise NotImplementedError
