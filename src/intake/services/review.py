"""Review of statements before sharing: suggestions, decisions, previews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.folding import fold
from intake.domain.ids import CaseId, MarkId, PersonId, StatementId, new_id
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import identity_of
from intake.domain.statement import RevisionReason, Statement
from intake.errors import PendingReviewError, UsageError
from intake.redaction.apply import redact
from intake.redaction.pseudonyms import KIND_LABELS
from intake.redaction.suggest import Profile, Suggestion, suggest
from intake.services import settings
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
    """Run the detectors over a statement, store new suggestions as pending, return its state."""
    store = session.store
    file = store.cases.file(store.statements.case_of(statement_id))
    profile = Profile(settings.load(session).redaction_profile)
    found = _statement_of(file, statement_id)
    known = file.marks.get(statement_id, ())
    proposed = with_suggestions(file, found, known, profile)
    if proposed != known:
        with store.write() as tx:
            store.marks.replace(tx, statement_id, proposed)
    return state(session, statement_id)


def with_suggestions(
    file: CaseFile, statement: Statement, known: tuple[Mark, ...], profile: Profile
) -> tuple[Mark, ...]:
    """Return the marks of a statement after the detectors have looked at it again.

    What a person decided or marked stays. Undecided proposals of an earlier look are replaced. A
    proposal that reaches beyond what is decided already is kept whole: masks unite.
    """
    kept = [m for m in known if m.decision is not Decision.PENDING or m.source == "person"]
    identities = [identity_of(person) for person in file.persons]
    by_code = {person.code: person.id for person in file.persons}
    fresh = suggest(
        statement.text, language=statement.language, identities=identities, profile=profile
    )
    earlier = {(m.start, m.end): m for m in known if m not in kept}
    for found in fresh:
        if any(m.start <= found.start and found.end <= m.end for m in kept):
            continue
        kept.append(_as_mark(found, earlier.get((found.start, found.end)), by_code))
    return tuple(sorted(kept, key=lambda m: (m.start, m.end)))


def _as_mark(found: Suggestion, earlier: Mark | None, by_code: dict[str, PersonId]) -> Mark:
    return Mark(
        id=earlier.id if earlier is not None else MarkId(new_id()),
        start=found.start,
        end=found.end,
        kind=found.kind,
        person_id=by_code.get(found.code) if found.code is not None else None,
        label=found.label,
        source=found.source,
        score=found.score,
    )


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
    """Decide marks, and optionally set their kind or person. Undo is deciding again."""
    store = session.store
    wanted = set(mark_ids)
    with store.write() as tx:
        marks = tuple(
            replace(
                mark,
                decision=decision,
                kind=kind or mark.kind,
                person_id=person_id or mark.person_id,
            )
            if mark.id in wanted
            else mark
            for mark in store.marks.of(statement_id)
        )
        store.marks.replace(tx, statement_id, marks)
    return Saved(tx.at, tx.changes)


def same_elsewhere(session: VaultSession, statement_id: StatementId, mark_id: MarkId) -> int:
    """Return in how many other places of the case the same words are marked."""
    file = session.store.cases.file(session.store.statements.case_of(statement_id))
    return sum(mark.id != mark_id for _, mark in _same(file, statement_id, mark_id))


def decide_everywhere(
    session: VaultSession, statement_id: StatementId, mark_id: MarkId, decision: Decision
) -> Saved:
    """Decide the same words in all statements of the case."""
    store = session.store
    file = store.cases.file(store.statements.case_of(statement_id))
    wanted = {mark.id for _, mark in _same(file, statement_id, mark_id)}
    with store.write() as tx:
        for statement in file.statements:
            marks = tuple(
                replace(mark, decision=decision) if mark.id in wanted else mark
                for mark in file.marks.get(statement.id, ())
            )
            store.marks.replace(tx, statement.id, marks)
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
    store = session.store
    with store.write() as tx:
        found = store.statements.get(statement_id)
        if not 0 <= span[0] < span[1] <= len(found.text):
            raise UsageError(what="The text has changed. Select the words again.")
        file = store.cases.file(store.statements.case_of(statement_id))
        label = next((f"{p.code}, {p.role}" for p in file.persons if p.id == person_id), "")
        mark = Mark(
            id=MarkId(new_id()),
            start=span[0],
            end=span[1],
            kind=kind,
            decision=Decision.MASK,
            person_id=person_id,
            label=label,
        )
        marks = sorted((*store.marks.of(statement_id), mark), key=lambda m: (m.start, m.end))
        store.marks.replace(tx, statement_id, tuple(marks))
    return mark, Saved(tx.at, tx.changes)


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
