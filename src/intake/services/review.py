"""Review of statements before sharing: suggestions, decisions, previews."""

from __future__ import annotations

from dataclasses import dataclass

from intake.domain.changes import Changes
from intake.domain.ids import CaseId, MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.statement import Statement
from intake.services.interviews import Saved
from intake.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One statement in the review queue.

    Attributes:
        pending: Undecided marks.
        total: All marks.
        is_reviewed: The text as it stands was reviewed.
    """

    case_id: CaseId
    statement_id: StatementId
    code: str
    question: str
    language: str
    pending: int
    total: int
    is_reviewed: bool


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A statement under review."""

    case_id: CaseId
    code: str
    statement: Statement
    marks: tuple[Mark, ...]
    persons: tuple[tuple[PersonId, str], ...]  # (id, label such as "P2, relative")


@dataclass(frozen=True, slots=True)
class PreviewSpan:
    """A replaced stretch of a preview, in code points of the preview's text."""

    start: int
    end: int
    mark_id: MarkId


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave this laptop: made by the code that writes the bundle."""

    text: str
    spans: tuple[PreviewSpan, ...]


def queue(session: VaultSession, *, only_open: bool = True) -> tuple[ReviewItem, ...]:
    """Return statements that need review (or all), those with undecided marks first."""
    raise NotImplementedError


def open_statement(session: VaultSession, statement_id: StatementId) -> ReviewState:
    """Run the detectors over a statement, store new suggestions as pending, return its state."""
    raise NotImplementedError


def state(session: VaultSession, statement_id: StatementId) -> ReviewState:
    """Return a statement under review as it is stored, without looking for new suggestions."""
    raise NotImplementedError


def decide(
    session: VaultSession,
    statement_id: StatementId,
    mark_ids: tuple[MarkId, ...],
    decision: Decision,
    *,
    kind: MarkKind | None = None,
    person_id: PersonId | None = None,
) -> Saved:
    """Decide marks, and optionally set their kind or person. Undo is deciding again."""
    raise NotImplementedError


def same_elsewhere(session: VaultSession, statement_id: StatementId, mark_id: MarkId) -> int:
    """Return in how many other places of the case the same words are marked."""
    raise NotImplementedError


def decide_everywhere(
    session: VaultSession, statement_id: StatementId, mark_id: MarkId, decision: Decision
) -> Saved:
    """Decide the same words in all statements of the case."""
    raise NotImplementedError


def add_mark(
    session: VaultSession,
    statement_id: StatementId,
    span: tuple[int, int],
    kind: MarkKind,
    person_id: PersonId | None = None,
) -> tuple[Mark, Saved]:
    """Add a mark by hand over ``text[span[0]:span[1]]``, decided as mask."""
    raise NotImplementedError


def complete(session: VaultSession, statement_id: StatementId) -> Changes:
    """Close the review of the text as it stands.

    Raises:
        PendingReviewError: A mark is undecided.
    """
    raise NotImplementedError


def preview(state: ReviewState) -> Preview:
    """Return the text that would leave; undecided marks count as masked. Pure, any thread."""
    raise NotImplementedError
