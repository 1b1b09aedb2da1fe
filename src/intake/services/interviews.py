"""Interviews: begin, answer, write the statement, stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from intake.domain.answers import Answer
from intake.domain.audit import Action
from intake.domain.carrying import carry_marks
from intake.domain.case import Case, CaseFile, CaseStatus
from intake.domain.changes import Changes
from intake.domain.ids import (
    CaseId,
    InterviewId,
    OwnerId,
    PersonId,
    StatementId,
    new_case_code,
    new_id,
)
from intake.domain.interview import Interview
from intake.domain.person import Person, Role
from intake.domain.statement import RevisionReason, Statement
from intake.domain.text import settle
from intake.errors import UsageError
from intake.forms.definition import FormDefinition, Owner, Question, QuestionKind
from intake.forms.expressions import Context
from intake.forms.loader import core_form
from intake.forms.validation import validate
from intake.services import looking, rulings, settings
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

    Marks are carried along; marks whose text changed go back to pending, and of a text that was
    looked at before, the paragraphs that changed are looked at anew. Every 10 minutes of editing a
    revision is frozen.
    """
    store = session.store
    settled = settle(text)
    with store.write() as tx:
        before = store.statements.get(statement_id)
        if before.final:
            raise UsageError(what="This statement is finalised. Reopen it to change it.")
        known = store.marks.of(statement_id)  # before the text that they are decided for changes
        store.statements.save_draft(tx, statement_id, settled, min(caret, len(settled)))
        if settled != before.text:
            carried = carry_marks(known, before.text, settled)
            rulings.remember_hidden(session, tx, before, known, (settled, carried))
            marks = looking.at_change(session, before, settled, carried)
            if known or marks:
                store.marks.replace(tx, statement_id, marks)
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


def stop_case(session: VaultSession, case_id: CaseId) -> Changes:
    """Record that the person asked to stop; everything so far stays."""
    store = session.store
    with store.write() as tx:
        store.interviews.stop(tx, store.cases.file(case_id).interviews[0].id, tx.at)
    return tx.changes
