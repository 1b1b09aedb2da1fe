"""Persons and events of a case: add, change, link, remove, put back."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.answers import Answer
from intake.domain.changes import Changes, Noun
from intake.domain.event import Event
from intake.domain.ids import CaseId, EventId, OwnerId, PersonId, new_id
from intake.domain.person import Person, Role
from intake.services import unfinished
from intake.services.interviews import form
from intake.services.session import VaultSession
from intake.store.transaction import Transaction


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
        _forget_typing(session, tx, person_id)
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
        _forget_typing(session, tx, event_id)
        session.store.events.remove(tx, event_id)
    return tx.changes


def _forget_typing(session: VaultSession, tx: Transaction, owner: OwnerId) -> None:
    """Remove what was typed about a record and never became an answer."""
    found = tx.owner_of(owner)
    if found is not None:
        unfinished.forget(session, tx, CaseId(found[0]), beginning=f"{owner}/")


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
