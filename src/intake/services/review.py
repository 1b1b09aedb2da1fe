"""Review of statements before sharing: suggestions, decisions, previews."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.folding import fold
from intake.domain.ids import CaseId, MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind, new_mark
from intake.domain.statement import RevisionReason, Statement
from intake.errors import PendingReviewError, RefusedError, UsageError
from intake.redaction.apply import redact
from intake.redaction.pseudonyms import KIND_LABELS
from intake.redaction.suggest import Profile
from intake.services import marking, settings
from intake.services.interviews import Saved
from intake.services.proposals import BY_HAND, uncovered, with_suggestions
from intake.services.session import VaultSession
from intake.store.transaction import Transaction


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
    return tuple(
        ReviewItem(
            case_id=found.case_id,
            statement_id=found.statement_id,
            code=found.code,
            question=found.question,
            language=found.language,
            pending=found.pending,
            total=found.total,
            is_reviewed=found.is_reviewed,
        )
        for found in session.store.statements.review_queue(only_open=only_open)
    )


def open_statement(session: VaultSession, statement_id: StatementId) -> ReviewState:
    """Look at a statement with detectors and leak gate, store what is new as pending marks.

    The gate takes every case of the vault for one that leaves, so that a finished review meets no
    refusal that was not offered here.
    """
    store = session.store
    file = store.cases.file(store.statements.case_of(statement_id))
    profile = Profile(settings.load(session).redaction_profile)
    found = _statement_of(file, statement_id)
    known = file.marks.get(statement_id, ())
    proposed = with_suggestions(file, found, profile, session.people.everybody(store))
    if proposed != known:
        with store.write() as tx:
            store.marks.replace(tx, statement_id, proposed)
    return state(session, statement_id)


def state(session: VaultSession, statement_id: StatementId) -> ReviewState:
    """Return a statement under review as it is stored, without looking for new suggestions."""
    store = session.store
    file = store.cases.file(store.statements.case_of(statement_id))
    return ReviewState(
        case_id=file.case.id,
        code=file.case.code,
        statement=_statement_of(file, statement_id),
        marks=file.marks.get(statement_id, ()),
        persons=tuple((person.id, f"{person.code}, {person.role}") for person in file.persons),
    )


def _statement_of(file: CaseFile, statement_id: StatementId) -> Statement:
    return next(found for found in file.statements if found.id == statement_id)


def decide(
    session: VaultSession,
    statement_id: StatementId,
    mark_ids: tuple[MarkId, ...],
    decision: Decision,
    *,
    kind: MarkKind | None = None,
    person_id: PersonId | None = None,
) -> Saved:
    """Decide marks, and optionally set their kind or person; ``put_back`` undoes it.

    Raises:
        RefusedError: Words that name somebody in this vault cannot be kept.
    """
    store = session.store
    wanted = set(mark_ids)
    label = _label_of(session, statement_id, person_id)
    with store.write() as tx:
        marks = tuple(
            _said(replace(mark, decision=decision), kind, person_id, label)
            if mark.id in wanted
            else mark
            for mark in store.marks.of(statement_id)
        )
        _store_decided(session, tx, store.statements.get(statement_id), marks)
    return Saved(tx.at, tx.changes)


def _said(mark: Mark, kind: MarkKind | None, person_id: PersonId | None, label: str) -> Mark:
    """Return a mark with what a person said about it, which no later look of the detectors ends."""
    said = replace(
        mark,
        kind=kind or mark.kind,
        person_id=person_id or mark.person_id,
        label=label or mark.label,
    )
    same = (said.kind, said.person_id) == (mark.kind, mark.person_id)
    return said if same else replace(said, source=BY_HAND)


def _label_of(session: VaultSession, statement_id: StatementId, person_id: PersonId | None) -> str:
    """Return what is shown for a person of the case, ``P2, mother``; empty for nobody."""
    if person_id is None:
        return ""
    file = session.store.cases.file(session.store.statements.case_of(statement_id))
    return next((f"{p.code}, {p.role}" for p in file.persons if p.id == person_id), "")


def put_back(session: VaultSession, before: Mapping[StatementId, tuple[Mark, ...]]) -> Saved:
    """Give marks the decision, kind and person that they had; marks that are gone stay gone.

    Args:
        session: The open vault.
        before: The marks as they were, by statement.

    Raises:
        RefusedError: Words that name somebody in this vault cannot be kept.
    """
    store = session.store
    with store.write() as tx:
        for statement_id, marks in before.items():
            old = {mark.id: mark for mark in marks}
            now = tuple(
                replace(old[mark.id], start=mark.start, end=mark.end) if mark.id in old else mark
                for mark in store.marks.of(statement_id)
            )
            _store_decided(session, tx, store.statements.get(statement_id), now)
    return Saved(tx.at, tx.changes)


def _store_decided(
    session: VaultSession, tx: Transaction, statement: Statement, marks: tuple[Mark, ...]
) -> None:
    """Store marks, unless one that is kept shows words that no bundle may hold."""
    kept = [mark for mark in marks if mark.decision is Decision.KEEP]
    if kept and marks != session.store.marks.of(statement.id):
        shown = uncovered(statement.text, marks, session.people.everybody(session.store))
        if any(mark.start < end and start < mark.end for mark in kept for start, end in shown):
            raise RefusedError(
                reason="these words name somebody in this vault, so they stay hidden"
            )
    session.store.marks.replace(tx, statement.id, marks)


def same_elsewhere(session: VaultSession, statement_id: StatementId, mark_id: MarkId) -> int:
    """Return in how many other places of the case the same words are marked."""
    file = session.store.cases.file(session.store.statements.case_of(statement_id))
    return sum(mark.id != mark_id for _, mark in _same(file, statement_id, mark_id))


def alike(
    session: VaultSession, statement_id: StatementId, mark_id: MarkId
) -> dict[StatementId, tuple[Mark, ...]]:
    """Return the marks over the same words in the other statements of the case."""
    file = session.store.cases.file(session.store.statements.case_of(statement_id))
    found: dict[StatementId, tuple[Mark, ...]] = {}
    for statement, mark in _same(file, statement_id, mark_id):
        if statement.id != statement_id:
            found[statement.id] = (*found.get(statement.id, ()), mark)
    return found


def decide_everywhere(
    session: VaultSession, statement_id: StatementId, mark_id: MarkId, decision: Decision
) -> Saved:
    """Decide the same words in all statements of the case.

    Raises:
        RefusedError: Words that name somebody in this vault cannot be kept.
    """
    store = session.store
    file = store.cases.file(store.statements.case_of(statement_id))
    wanted = {mark.id for _, mark in _same(file, statement_id, mark_id)}
    with store.write() as tx:
        for statement in file.statements:
            marks = tuple(
                replace(mark, decision=decision) if mark.id in wanted else mark
                for mark in file.marks.get(statement.id, ())
            )
            _store_decided(session, tx, statement, marks)
    return Saved(tx.at, tx.changes)


def _same(
    file: CaseFile, statement_id: StatementId, mark_id: MarkId
) -> Iterator[tuple[Statement, Mark]]:
    """Yield all marks of the case over the same words as one mark, itself included."""
    text = _statement_of(file, statement_id).text
    one = next((m for m in file.marks.get(statement_id, ()) if m.id == mark_id), None)
    if one is None:
        return
    words = fold(text[one.start : one.end])
    for statement in file.statements:
        for mark in file.marks.get(statement.id, ()):
            if fold(statement.text[mark.start : mark.end]) == words:
                yield statement, mark


def add_mark(
    session: VaultSession,
    statement_id: StatementId,
    span: tuple[int, int],
    kind: MarkKind,
    person_id: PersonId | None = None,
) -> tuple[Mark, Saved]:
    """Add a mark by hand over ``text[span[0]:span[1]]``, decided as mask.

    Raises:
        UsageError: The span lies outside the text.
    """
    if not 0 <= span[0] < span[1]:
        raise UsageError(what="The text has changed. Select the words again.")
    mark = replace(
        new_mark(*span, kind),
        decision=Decision.MASK,
        person_id=person_id,
        label=_label_of(session, statement_id, person_id),
    )
    return mark, marking.add_mark(session, statement_id, mark)


def complete(session: VaultSession, statement_id: StatementId) -> Changes:
    """Close the review of the text as it stands.

    Raises:
        PendingReviewError: A mark is undecided, or the detectors find more than was decided.
    """
    reviewed = open_statement(session, statement_id)
    pending = sum(mark.decision is Decision.PENDING for mark in reviewed.marks)
    if pending:
        raise PendingReviewError(statements=1, marks=pending)
    store = session.store
    with store.write(Action.REVIEWED, statement_id) as tx:
        store.statements.freeze(tx, statement_id, RevisionReason.REVIEWED)
        store.statements.set_reviewed(tx, statement_id, reviewed.statement.digest)
    return tx.changes


def preview(shown: ReviewState) -> Preview:
    """Return the text that would leave; undecided marks count as masked. Pure, any thread."""
    made = redact(shown.statement.text, shown.marks, _label)
    spans = tuple(PreviewSpan(start, end, mark_id) for start, end, mark_id in made.places)
    return Preview(made.text, spans)


def _label(mark: Mark) -> str:
    return f"[{mark.label}]" if mark.label and mark.person_id else KIND_LABELS[mark.kind]
