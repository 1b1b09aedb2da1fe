"""A stored case with its questionnaire: what the panels of the interview show, put into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QLocale

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.edtf import parse as parse_edtf
from intake.domain.event import Event
from intake.domain.interview import Interview
from intake.domain.person import Person, Role
from intake.forms.definition import FormDefinition, Owner, Question, QuestionKind, Section
from intake.gui.i18n import noop, translate
from intake.gui.questions.answer_words import answer_words, choice_label
from intake.redaction.pseudonyms import RELATION, relation_of

ROLE_WORDS = {
    Role.INTERVIEWEE: noop("roles", "interviewee"),
    Role.VICTIM: noop("roles", "victim"),
    Role.WITNESS: noop("roles", "witness"),
    Role.RELATIVE: noop("roles", "relative"),
    Role.PERPETRATOR: noop("roles", "perpetrator"),
    Role.INTERPRETER: noop("roles", "interpreter"),
    Role.OTHER: noop("roles", "other"),
}
_MOST_WORDS = 3
_LONGEST_HINT = 24
_WHEN_AND_WHERE = (QuestionKind.DATE, QuestionKind.PLACE)


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case as it is shown.

    Attributes:
        language: Language in which the questions are shown.
        unfinished: What was typed and cannot be saved as it is, by place.
    """

    file: CaseFile
    form: FormDefinition
    language: str
    unfinished: Mapping[str, str] = field(default_factory=dict)

    @property
    def interview(self) -> Interview:
        """The interview that is open."""
        return self.file.interviews[0]

    @property
    def interviewee(self) -> Person:
        """The person who gives the account."""
        persons = self.file.persons
        return next((p for p in persons if p.role is Role.INTERVIEWEE), persons[0])

    @property
    def others(self) -> tuple[Person, ...]:
        """Everybody else."""
        own = self.interviewee.id
        return tuple(person for person in self.file.persons if person.id != own)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event of the account, in words.

    Attributes:
        number: Its place in the account.
        when: The date in words; empty while it is not known.
        what: What happened and where; empty while nothing is recorded.
        first_day: The earliest day that is possible, to sort by.
    """

    event_id: str
    number: int
    when: str
    what: str
    first_day: date | None


def role_word(role: Role) -> str:
    """Return what a person is, in the interface language."""
    return translate("roles", ROLE_WORDS[role])


def person_label(person: Person, form: FormDefinition) -> str:
    """Return ``P2, parent`` in the interface language; never a name, and nothing that was typed."""
    relation = relation_of(person)
    if not relation:
        return f"{person.code}, {role_word(person.role)}"
    asked = form.question_of(Owner.PERSON, RELATION)
    return f"{person.code}, {choice_label(asked, relation, QLocale().bcp47Name()).lower()}"


def person_labels(file: CaseFile, form: FormDefinition) -> dict[str, str]:
    """Return id to label of every person, with the words that first stand for each.

    The words are already on the page, in the account; a bare code is hard to remember.
    """
    words: dict[str, str] = {}
    texts: dict[str, str] = {found.id: found.text for found in file.statements}
    for statement_id, marks in file.marks.items():
        for mark in marks:
            if mark.person_id is not None and mark.person_id not in words:
                text = " ".join(texts.get(statement_id, "")[mark.start : mark.end].split())
                words[mark.person_id] = text[:_LONGEST_HINT]
    return {
        person.id: person_label(person, form)
        + (f" – {words[person.id]}" if words.get(person.id) else "")
        for person in file.persons
    }


def timeline(view: CaseView, section: Section) -> tuple[TimelineEntry, ...]:
    """Return the events in the order in which they happened; those without a day at the end."""
    entries = [_entry(event, section, view.language) for event in view.file.events]
    late = date.max
    return tuple(sorted(entries, key=lambda found: (found.first_day or late, found.number)))


def summary(section: Section, answers: Mapping[str, Answer], language: str) -> str:
    """Return the first answers of a record in words."""
    words = (answer_words(q, answers.get(q.name), language) for q in section.items)
    return ", ".join([word for word in words if word][:_MOST_WORDS])


def _entry(event: Event, section: Section, language: str) -> TimelineEntry:
    when = _first(section, QuestionKind.DATE, event)
    where = _first(section, QuestionKind.PLACE, event)
    what = next((q for q in section.items if q.kind not in _WHEN_AND_WHERE), None)
    words = [
        answer_words(question, event.answers.get(question.name), language)
        for question in (what, where)
        if question is not None
    ]
    return TimelineEntry(
        event.id,
        event.ordinal,
        answer_words(when, event.answers.get(when.name), language) if when is not None else "",
        ", ".join(word for word in words if word),
        _first_day(event.answers.get(when.name) if when is not None else None),
    )


def _first(section: Section, kind: QuestionKind, event: Event) -> Question | None:
    """Return the first question of a kind that has an answer."""
    asked = (question for question in section.items if question.kind is kind)
    return next((question for question in asked if question.name in event.answers), None)


def _first_day(answer: Answer | None) -> date | None:
    if answer is None or not answer.texts:
        return None
    try:
        found = parse_edtf(answer.texts[0])
    except ValueError:
        return None
    return found.earliest or found.latest
