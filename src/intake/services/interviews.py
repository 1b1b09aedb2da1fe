"""Interviews: begin, answer, write the statement, mark words, persons and events, stop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from intake.domain.answers import Answer
from intake.domain.audit import Action
from intake.domain.case import Case, CaseFile, CaseStatus
from intake.domain.changes import Changes, Noun
from intake.domain.event import Event
from intake.domain.ids import (
    CaseId,
    EventId,
    InterviewId,
    MarkId,
    OwnerId,
    PersonId,
    StatementId,
    new_case_code,
    new_id,
)
from intake.domain.interview import Interview
from intake.domain.marks import Mark, carry_marks
from intake.domain.person import Person, Role
from intake.domain.statement import RevisionReason, Statement
from intake.domain.text import settle
from intake.errors import UsageError
from intake.forms.definition import FormDefinition, Owner, Question, QuestionKind
from intake.forms.expressions import Context
from intake.forms.loader import core_form
from intake.forms.validation import validate
from intake.services import settings, unfinished
from intake.services.session import VaultSession

_FREEZE_EVERY = timedelta(minutes=10)
_OWNERS = {
    "case": Owner.CASE,
    "interview": Owner.INTERVIEW,
    "person": Owner.PERSON,
    "event": Owner.EVENT,
}


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
    return core_form()


def begin(session: VaultSession, *, language: str = "") -> Begun:
    """Make a new case with one interview, the interviewee P1 and empty statements."""
    file = _empty_file(session, language)
    with session.store.write(Action.CASE_CREATED, file.case.id) as tx:
        session.store.cases.add_file(tx, file)
    return Begun(session.store.cases.file(file.case.id), tx.changes)


def _empty_file(session: VaultSession, language: str) -> CaseFile:
    now, questionnaire = datetime.now(UTC), form()
    case_id, interview_id = CaseId(new_id()), InterviewId(new_id())
    preset = settings.load(session)
    code = new_case_code()
    while session.store.cases.find(code) is not None:
        code = new_case_code()
    answers = {"interview_date": Answer(now.astimezone().date().isoformat())}
    if preset.interviewer_code:
        answers["interviewer_code"] = Answer(preset.interviewer_code)
    return CaseFile(
        case=Case(case_id, code, CaseStatus.DRAFT, now, now, project=preset.project),
        interviews=(
            Interview(interview_id, case_id, questionnaire.reference, now, answers=answers),
        ),
        persons=(Person(PersonId(new_id()), case_id, "P1", Role.INTERVIEWEE),),
        statements=tuple(
            Statement(StatementId(new_id()), interview_id, question.name, language)
            for question in narratives(questionnaire)
        ),
    )


def narratives(questionnaire: FormDefinition) -> tuple[Question, ...]:
    """Return the questions that are answered by a statement."""
    return tuple(q for q in questionnaire.questions if q.kind is QuestionKind.NARRATIVE)


def save_answer(
    session: VaultSession, case_id: CaseId, owner: OwnerId, question: str, answer: Answer | None
) -> Saved:
    """Store one answer of an owner (case, interview, person or event); ``None`` removes it.

    Raises:
        UsageError: The form has no such question, or the value does not fit it.
    """
    with session.store.write() as tx:
        found = tx.owner_of(owner)
        if found is None or found[0] != case_id:
            raise UsageError(what="This record is no longer there. Open the case again.")
        _require_fitting(session, case_id, _OWNERS[found[1]], question, answer)
        session.store.answers.set(tx, owner, question, answer)
    return Saved(tx.at, tx.changes)


def _require_fitting(
    session: VaultSession, case_id: CaseId, owner: Owner, name: str, answer: Answer | None
) -> None:
    try:
        question = form().question_of(owner, name)
    except KeyError:
        raise UsageError(what=f"The form has no question {name} here.") from None
    if answer is None or answer.missing is not None:
        return
    if question.section == "identity" and session.store.cases.get(case_id).never_name:
        raise UsageError(what="This person asked not to be named: nothing is recorded here.")
    if problems := validate(question, answer, Context({}, datetime.now(UTC).date())):
        raise UsageError(what=f"{name}: {problems[0].reason}")


def save_draft(session: VaultSession, statement_id: StatementId, text: str, caret: int) -> Saved:
    """Store the draft of a statement and where the caret stands (code points).

    Marks are carried along; marks whose text changed go back to pending. Every 10 minutes of
    editing a revision is frozen.
    """
    store = session.store
    settled = settle(text)
    with store.write() as tx:
        before = store.statements.get(statement_id)
        if before.final:
            raise UsageError(what="This statement is finalised. Reopen it to change it.")
        store.statements.save_draft(tx, statement_id, settled, min(caret, len(settled)))
        known = store.marks.of(statement_id)
        if known and settled != before.text:
            store.marks.replace(tx, statement_id, carry_marks(known, before.text, settled))
        if _is_due(session, statement_id, tx.at):
            store.statements.freeze(tx, statement_id, RevisionReason.TEN_MINUTES)
    return Saved(tx.at, tx.changes)


def _is_due(session: VaultSession, statement_id: StatementId, now: datetime) -> bool:
    """Tell whether ten minutes of editing have passed since the text was last frozen."""
    begun = session.editing_since.setdefault(statement_id, now)
    if now - begun < _FREEZE_EVERY:
        return False
    session.editing_since[statement_id] = now
    return True


def freeze(session: VaultSession, statement_id: StatementId, reason: RevisionReason) -> Saved:
    """Freeze the draft as an immutable revision unless the newest one has the same text."""
    with session.store.write() as tx:
        session.store.statements.freeze(tx, statement_id, reason)
    session.editing_since.pop(statement_id, None)
    return Saved(tx.at, tx.changes)


def freeze_edited(session: VaultSession) -> Saved:
    """Freeze every statement that was edited since it was last frozen; the vault locks now."""
    with session.store.write() as tx:
        for statement_id in session.editing_since:
            session.store.statements.freeze(tx, StatementId(statement_id), RevisionReason.LOCKED)
    session.editing_since.clear()
    return Saved(tx.at, tx.changes)


def set_final(session: VaultSession, statement_id: StatementId, *, final: bool) -> Saved:
    """Finalise a statement (freezes a revision), or reopen it on purpose."""
    with session.store.write() as tx:
        if final:
            session.store.statements.freeze(tx, statement_id, RevisionReason.FINALISED)
        session.store.statements.set_final(tx, statement_id, final=final)
    session.editing_since.pop(statement_id, None)
    return Saved(tx.at, tx.changes)


def set_language(session: VaultSession, statement_id: StatementId, language: str) -> Saved:
    """Record in which language a statement is written (BCP 47 tag, or empty)."""
    with session.store.write() as tx:
        session.store.statements.set_language(tx, statement_id, language)
    return Saved(tx.at, tx.changes)


def statement(session: VaultSession, statement_id: StatementId) -> Statement:
    """Return a statement as it is stored."""
    return session.store.statements.get(statement_id)


def marks(session: VaultSession, statement_id: StatementId) -> tuple[Mark, ...]:
    """Return the marks of a statement's draft, by start."""
    return session.store.marks.of(statement_id)


def add_mark(session: VaultSession, statement_id: StatementId, mark: Mark) -> Saved:
    """Add a mark that a person made.

    Raises:
        UsageError: It reaches beyond the text, which has changed meanwhile.
    """
    store = session.store
    with store.write() as tx:
        if mark.end > len(store.statements.get(statement_id).text):
            raise UsageError(what="The text has changed. Select the words again.")
        known = store.marks.of(statement_id)
        placed = sorted((*known, mark), key=lambda found: (found.start, found.end))
        store.marks.replace(tx, statement_id, tuple(placed))
    return Saved(tx.at, tx.changes)


def remove_mark(session: VaultSession, statement_id: StatementId, mark_id: MarkId) -> Saved:
    """Remove a mark that a person made."""
    store = session.store
    with store.write() as tx:
        kept = tuple(m for m in store.marks.of(statement_id) if m.id != mark_id)
        store.marks.replace(tx, statement_id, kept)
    return Saved(tx.at, tx.changes)


def add_person(
    session: VaultSession, case_id: CaseId, role: Role, answers: dict[str, Answer] | None = None
) -> tuple[Person, Changes]:
    """Add a person with the next free code (P2, P3 ...)."""
    store = session.store
    with store.write() as tx:
        code = store.persons.next_code(case_id)
        person = Person(PersonId(new_id()), case_id, code, role, answers=answers or {})
        store.persons.add(tx, person)
    return person, tx.changes


def set_role(session: VaultSession, person_id: PersonId, role: Role) -> Changes:
    """Change what a person is in the case."""
    store = session.store
    with store.write() as tx:
        store.persons.update(tx, replace(store.persons.get(person_id), role=role))
    return tx.changes


def remove_person(session: VaultSession, person_id: PersonId) -> Changes:
    """Remove a person and the links to events; codes are never given out again."""
    with session.store.write() as tx:
        session.store.persons.remove(tx, person_id)
    return tx.changes


def restore_person(session: VaultSession, person: Person) -> Changes:
    """Put a removed person back (undo)."""
    with session.store.write() as tx:
        session.store.persons.add(tx, person)
    return tx.changes


def add_event_to_case(session: VaultSession, case_id: CaseId) -> tuple[Event, Changes]:
    """Add an empty event at the end of the account of the case's first interview."""
    store = session.store
    with store.write() as tx:
        interview_id = store.cases.file(case_id).interviews[0].id
        ordinal = store.events.next_ordinal(interview_id)
        event = Event(EventId(new_id()), interview_id, ordinal)
        store.events.add(tx, event)
    return event, tx.changes


def link_persons(
    session: VaultSession,
    event_id: EventId,
    *,
    victims: tuple[PersonId, ...],
    perpetrators: tuple[PersonId, ...],
) -> Changes:
    """Set who did an event to whom."""
    store = session.store
    with store.write() as tx:
        event = store.events.get(event_id)
        store.events.update(tx, replace(event, victims=victims, perpetrators=perpetrators))
    return tx.changes


def remove_event(session: VaultSession, event_id: EventId) -> Changes:
    """Remove an event with its answers."""
    with session.store.write() as tx:
        session.store.events.remove(tx, event_id)
    return tx.changes


def restore_event(session: VaultSession, event: Event) -> Changes:
    """Put a removed event back (undo)."""
    with session.store.write() as tx:
        session.store.events.add(tx, event)
    return tx.changes


def set_never_name(session: VaultSession, case_id: CaseId, *, never: bool) -> Changes:
    """Record that no name may be kept; what identifies the interviewee is removed."""
    store = session.store
    with store.write() as tx:
        store.cases.set_never_name(tx, case_id, never=never)
        person = next(p for p in store.cases.file(case_id).persons if p.code == "P1")
        store.persons.update(tx, replace(person, never_name=never))
        if never:
            store.answers.replace(tx, person.id, _without_identity(person))
            unfinished.forget(session, tx, case_id, beginning=person.id)
        tx.touch(Noun.PERSON, person.id)
    return tx.changes


def _without_identity(person: Person) -> dict[str, Answer]:
    naming = {question.name for question in form().questions if question.section == "identity"}
    return {name: answer for name, answer in person.answers.items() if name not in naming}


def stop_case(session: VaultSession, case_id: CaseId) -> Changes:
    """Record that the person asked to stop; everything so far stays."""
    store = session.store
    with store.write() as tx:
        store.interviews.stop(tx, store.cases.file(case_id).interviews[0].id, tx.at)
    return tx.changes
