"""What the interview writes down: where it belongs, how it is stored, and how a case looks with it.

Nothing here touches the store: a write is a value, and the scribe carries it out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from intake.domain.answers import Answer
from intake.domain.case import Case, CaseFile
from intake.domain.consent import Consent
from intake.domain.event import Event
from intake.domain.ids import CaseId, EventId, PersonId, StatementId
from intake.domain.interview import Interview
from intake.domain.person import Person, Role
from intake.services import consents, interviews, records, unfinished

# Kind of what is written and the ids of where it belongs; a newer write takes the place of an
# older one with the same key.
Key = tuple[str, ...]

_Record = TypeVar("_Record", Case, Interview, Person, Event)


@dataclass(frozen=True, slots=True)
class Write:
    """One thing to be stored.

    Attributes:
        work: Called with the session on the store's thread.
        overlay: Returns a case as it will be once this is stored.
    """

    key: Key
    work: Callable[..., Any]
    overlay: Callable[[CaseFile], CaseFile]


def answer_key(owner: str, question: str) -> Key:
    """Return the key of one answer."""
    return ("answer", owner, question)


def draft_key(statement_id: str) -> Key:
    """Return the key of a statement's draft."""
    return ("draft", statement_id)


def place_of(owner: str, name: str) -> str:
    """Return the name of the place of one field: its record, and the question."""
    return f"{owner}/{name}"


CONSENT_KEY: Key = ("consent",)
LEVEL = "level"  # of a use that cannot be stored: it goes with a day that cannot be read


def write_answer(case_id: CaseId, owner: str, question: str, answer: Answer | None) -> Write:
    """Return the write of one answer; ``None`` removes it."""
    return Write(
        answer_key(owner, question),
        _with_session(interviews.save_answer, case_id, owner, question, answer),
        partial(_with_answer, owner=owner, question=question, answer=answer),
    )


def write_draft(statement_id: str, text: str, caret: int) -> Write:
    """Return the write of a statement's draft, with the caret in code points."""

    def overlay(file: CaseFile) -> CaseFile:
        statements = tuple(
            replace(found, text=text, caret=caret) if found.id == statement_id else found
            for found in file.statements
        )
        return replace(file, statements=statements)

    work = _with_session(interviews.save_draft, StatementId(statement_id), text, caret)
    return Write(draft_key(statement_id), work, overlay)


def write_consent(case_id: CaseId, consent: Consent) -> Write:
    """Return the write of the record of consent."""
    return Write(
        CONSENT_KEY,
        _with_session(consents.save, case_id, consent),
        lambda file: replace(file, consent=consent),
    )


def write_unfinished(case_id: CaseId, texts: Mapping[str, str]) -> Write:
    """Return the write of what was typed and is no answer yet; the case looks as before."""
    work = _with_session(unfinished.keep, case_id, texts)
    return Write(("unfinished",), work, lambda file: file)


def write_links(event_id: str, victims: tuple[str, ...], perpetrators: tuple[str, ...]) -> Write:
    """Return the write of who did an event to whom."""
    to = tuple(PersonId(person) for person in victims)
    by = tuple(PersonId(person) for person in perpetrators)

    def overlay(file: CaseFile) -> CaseFile:
        events = tuple(
            replace(found, victims=to, perpetrators=by) if found.id == event_id else found
            for found in file.events
        )
        return replace(file, events=events)

    linking = partial(records.link_persons, victims=to, perpetrators=by)
    return Write(("links", event_id), _with_session(linking, EventId(event_id)), overlay)


def write_role(person_id: str, role: Role) -> Write:
    """Return the write of what a person is in the case."""

    def overlay(file: CaseFile) -> CaseFile:
        persons = tuple(
            replace(found, role=role) if found.id == person_id else found for found in file.persons
        )
        return replace(file, persons=persons)

    return Write(
        ("role", person_id), _with_session(records.set_role, PersonId(person_id), role), overlay
    )


def _with_session(work: Callable[..., Any], *arguments: object) -> Callable[..., Any]:
    return lambda session: work(session, *arguments)


def _with_answer(file: CaseFile, owner: str, question: str, answer: Answer | None) -> CaseFile:
    return replace(
        file,
        case=_answered(file.case, owner, question, answer),
        interviews=tuple(_answered(found, owner, question, answer) for found in file.interviews),
        persons=tuple(_answered(found, owner, question, answer) for found in file.persons),
        events=tuple(_answered(found, owner, question, answer) for found in file.events),
    )


def _answered(found: _Record, owner: str, question: str, answer: Answer | None) -> _Record:
    if found.id != owner:
        return found
    answers = {name: kept for name, kept in found.answers.items() if name != question}
    if answer is not None:
        answers[question] = answer
    return replace(found, answers=answers)
