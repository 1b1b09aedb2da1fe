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
from intake.domain.person import Person
from intake.domain.statement import RevisionReason, Statement
from intake.errors import PendingReviewError, RefusedError, UsageError
from intake.redaction.apply import Place, redact
from intake.redaction.pseudonyms import KIND_LABELS, word_of
from intake.redaction.recognisers import without_model
from intake.redaction.suggest import Profile
from intake.services import marking, settings
from intake.services.interviews import Saved
from intake.services.proposals import BY_HAND, uncovered, with_suggestions
from intake.services.session import VaultSession
from intake.store.statements import QueuedStatement
from intake.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A statement under review.

    Attributes:
        without_model: No recogniser knows its language: the strict rule reads alone.
    """

    case_id: CaseId
    code: str
    statement: Statement
    marks: tuple[Mark, ...]
    persons: tuple[Person, ...]
    without_model: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave this laptop: made by the code that writes the bundle.

    Attributes:
        places: Where labels stand in the text.
    """

    text: str
    places: tuple[Place, ...]


def queue(session: VaultSession, *, only_open: bool = True) -> tuple[QueuedStatement, ...]:
    """Return statements that need review (or all), those with undecided marks first."""
    return session.store.statements.review_queue(only_open=only_open)


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
    found = _statement_of(file, statement_id)
    return ReviewState(
        case_id=file.case.id,
        code=file.case.code,
        statement=found,
        marks=file.marks.get(statement_id, ()),
        persons=file.persons,
        without_model=bool(found.language) and without_model(found.language),
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
    with store.write() as tx:
        marks = tuple(
            _said(replace(mark, decision=decision), kind, person_id) if mark.id in wanted else mark
            for mark in store.marks.of(statement_id)
        )
        _store_decided(session, tx, store.statements.get(statement_id), marks)
    return Saved(tx.at, tx.changes)


def _said(mark: Mark, kind: MarkKind | None, person_id: PersonId | None) -> Mark:
    """Return a mark with what a person said about it, which no later look of the detectors ends."""
    said = replace(mark, kind=kind or mark.kind, person_id=person_id or mark.person_id)
    same = (said.kind, said.person_id) == (mark.kind, mark.person_id)
    return said if same else replace(said, source=BY_HAND)


def put_back(session: VaultSession, before: Mapping[StatementId, tuple[Mark, ...]]) -> Saved:
    """Give marks the decision, kind and person that they had; marks that are gone stay gone.

    One that covers more or less than it did stays as it is: its words have changed meanwhile.

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
            now = tuple(_as_it_was(mark, old.get(mark.id)) for mark in store.marks.of(statement_id))
            _store_decided(session, tx, store.statements.get(statement_id), now)
    return Saved(tx.at, tx.changes)


def _as_it_was(mark: Mark, before: Mark | None) -> Mark:
    if before is None or before.end - before.start != mark.end - mark.start:
        return mark
    return replace(before, start=mark.start, end=mark.end)


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
    mark = replace(new_mark(*span, kind), decision=Decision.MASK, person_id=person_id)
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
    words = {person.id: f"[{person.code}, {word_of(person)}]" for person in shown.persons}

    def label(mark: Mark) -> str:
        known = words.get(mark.person_id) if mark.person_id is not None else None
        return known or KIND_LABELS[mark.kind]

    made = redact(shown.statement.text, shown.marks, label)
    return Preview(made.text, made.places)
