"""Review of statements before sharing: suggestions, decisions, previews."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.ids import CaseId, MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind, new_mark
from intake.domain.person import Identity, Person
from intake.domain.statement import RevisionReason, Statement
from intake.errors import PendingReviewError, RefusedError, UsageError
from intake.redaction.apply import Place, redact
from intake.redaction.leaks import OwnPeople
from intake.redaction.pseudonyms import KIND_LABELS, word_of
from intake.redaction.recognisers import without_model
from intake.redaction.source_text import SourceText
from intake.services import looking, marking
from intake.services.interviews import Saved
from intake.services.people import identities_of
from intake.services.proposals import BY_HAND, Material, uncovered
from intake.services.session import VaultSession
from intake.services.standing import standing
from intake.store.statements import QueuedStatement
from intake.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A statement under review.

    Attributes:
        without_model: No recogniser knows its language: the strict rule reads alone.
        identities: What names each of the persons.
    """

    case_id: CaseId
    code: str
    statement: Statement
    marks: tuple[Mark, ...]
    persons: tuple[Person, ...]
    without_model: bool = False
    identities: Mapping[PersonId, Identity] = field(default_factory=dict)


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
    """Look at a statement with detectors and leak gate, store what is new as pending marks."""
    looking.look(session, statement_id)
    return state(session, statement_id)


def keep(session: VaultSession, seen: Material, marks: tuple[Mark, ...]) -> ReviewState:
    """Store what ``looking.proposed`` has found away from the store; return the statement."""
    looking.keep(session, seen, marks)
    return state(session, seen.statement.id)


def state(session: VaultSession, statement_id: StatementId) -> ReviewState:
    """Return a statement under review as it is stored, without looking for new suggestions."""
    store = session.store
    file = store.cases.file(store.statements.case_of(statement_id))
    found = _statement_of(file, statement_id)
    ids = {person.code: person.id for person in file.persons}
    return ReviewState(
        case_id=file.case.id,
        code=file.case.code,
        statement=found,
        marks=file.marks.get(statement_id, ()),
        persons=file.persons,
        without_model=bool(found.language) and without_model(found.language),
        identities={ids[each.code]: each for each in identities_of(file) if each.code in ids},
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
        RefusedError: Words that name somebody in this vault, or that its list hides, cannot be
            kept.
    """
    store = session.store
    wanted = set(mark_ids)
    with store.write() as tx:
        marks = tuple(
            _said(replace(mark, decision=decision, ruled=False), kind, person_id)
            if mark.id in wanted
            else mark
            for mark in store.marks.of(statement_id)
        )
        store_decided(session, tx, store.statements.get(statement_id), marks)
    return Saved(tx.at, tx.changes)


def _said(mark: Mark, kind: MarkKind | None, person_id: PersonId | None) -> Mark:
    """Return a mark with what a person said about it, which no later look of the detectors ends."""
    said = replace(mark, kind=kind or mark.kind, person_id=person_id or mark.person_id)
    same = (said.kind, said.person_id) == (mark.kind, mark.person_id)
    return said if same else replace(said, source=BY_HAND)


@dataclass(frozen=True, slots=True)
class Was:
    """A mark as it was, and the words that it stood over."""

    mark: Mark
    words: str

    @classmethod
    def of(cls, mark: Mark, text: str) -> Was:
        """Return a mark of this text as it is."""
        return cls(mark, text[mark.start : mark.end])


def put_back(
    session: VaultSession, tx: Transaction, before: Mapping[StatementId, tuple[Was, ...]]
) -> None:
    """Give marks the decision, kind and person that they had; marks that are gone stay gone.

    One that stands over other words now stays as it is.

    Args:
        session: The open vault.
        tx: The write.
        before: The marks as they were, by statement.

    Raises:
        RefusedError: Words that name somebody in this vault cannot be kept.
    """
    store = session.store
    for statement_id, marks in before.items():
        statement = store.statements.get(statement_id)
        old = {was.mark.id: was for was in marks}
        now = store.marks.of(statement_id)
        back = tuple(_as_it_was(mark, statement.text, old.get(mark.id)) for mark in now)
        store_decided(session, tx, statement, back)


def _as_it_was(mark: Mark, text: str, before: Was | None) -> Mark:
    if before is None or before.words != text[mark.start : mark.end]:
        return mark
    return replace(before.mark, start=mark.start, end=mark.end)


def store_decided(
    session: VaultSession, tx: Transaction, statement: Statement, marks: tuple[Mark, ...]
) -> None:
    """Store marks, unless one that is kept from now on shows words that no bundle may hold."""
    before = set(session.store.marks.of(statement.id))
    kept = [mark for mark in marks if mark.decision is Decision.KEEP and mark not in before]
    if kept:
        _require_unlisted(session, [statement.text[mark.start : mark.end] for mark in kept])
        everybody = session.people.everybody(session.store)()
        shown = uncovered(statement.text, marks, everybody, _own_people(session, statement))
        if any(mark.start < end and start < mark.end for mark in kept for start, end in shown):
            raise RefusedError(
                reason="these words name somebody in this vault, so they stay hidden"
            )
    session.store.marks.replace(tx, statement.id, marks)


def _require_unlisted(session: VaultSession, kept: Iterable[str]) -> None:
    listed = standing(session.store.rulings.of_vault()).vocabulary
    if any(any(listed.find(SourceText(words))) for words in kept):
        raise RefusedError(
            reason="these words are on the list of words to hide; the settings have the list"
        )


def _own_people(session: VaultSession, statement: Statement) -> OwnPeople:
    case_id = session.store.statements.case_of(statement.id)
    return OwnPeople(session.people.by_case(session.store)[case_id])


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
