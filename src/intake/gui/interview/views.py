"""Turns a stored case into what the panels of the interview show."""

from __future__ import annotations

from intake.domain.case import CaseFile
from intake.domain.person import Person, Role
from intake.forms.definition import FormDefinition, Owner
from intake.gui.i18n import noop, translate
from intake.gui.interview.records_panel import Record

ROLE_WORDS = {
    Role.INTERVIEWEE: noop("roles", "interviewee"),
    Role.VICTIM: noop("roles", "victim"),
    Role.WITNESS: noop("roles", "witness"),
    Role.RELATIVE: noop("roles", "relative"),
    Role.PERPETRATOR: noop("roles", "perpetrator"),
    Role.INTERPRETER: noop("roles", "interpreter"),
    Role.OTHER: noop("roles", "other"),
}


def person_label(person: Person) -> str:
    """Return ``P2, relative`` in the interface language; never a name."""
    return f"{person.code}, {translate('roles', ROLE_WORDS[person.role])}"


def person_labels(file: CaseFile) -> dict[str, str]:
    """Return id to label of every person of the case."""
    return {person.id: person_label(person) for person in file.persons}


def person_records(file: CaseFile) -> tuple[Record, ...]:
    """Return the persons besides the interviewee as cards."""
    return tuple(
        Record(person.id, person_label(person), person.answers)
        for person in file.persons
        if person.role is not Role.INTERVIEWEE
    )


def event_records(file: CaseFile) -> tuple[Record, ...]:
    """Return the events as cards, in the order of the account."""
    return tuple(
        Record(
            event.id,
            translate("views", "Event {number}").format(number=event.ordinal),
            event.answers,
            frozenset(event.victims),
        )
        for event in file.events
    )


def event_lines(file: CaseFile, form: FormDefinition | None, language: str) -> list[str]:
    """Return one short line an event: what, when, where as far as it is known."""
    if form is None:
        return []
    section = next((s for s in form.sections if s.owner is Owner.EVENT), None)
    if section is None:
        return []
    lines = []
    for event in sorted(file.events, key=lambda found: found.ordinal):
        words = []
        for question in section.items:
            answer = event.answers.get(question.name)
            for text in answer.texts if answer is not None else ():
                choice = question.choices.by_name.get(text)
                words.append((choice.label.get(language) if choice else "") or text)
        lines.append(", ".join(words[:3]) or translate("views", "Nothing is recorded yet"))
    return lines
