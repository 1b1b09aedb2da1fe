"""Persons of a case, coded P1, P2 ..., and the identity facts that must never leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.domain.answers import Answer
from intake.domain.ids import CaseId, PersonId


class Role(StrEnum):
    """What a person is in a case."""

    INTERVIEWEE = "interviewee"
    VICTIM = "victim"
    WITNESS = "witness"
    RELATIVE = "relative"
    PERPETRATOR = "perpetrator"
    INTERPRETER = "interpreter"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one case.

    Attributes:
        code: ``P1``, ``P2`` ...; the interviewee is ``P1``.
        never_name: The person asked that no name be recorded at all.
        answers: The person's answers by field name (``names``, ``aliases``, ``phones`` ...).
    """

    id: PersonId
    case_id: CaseId
    code: str
    role: Role
    never_name: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of one field; empty when it is missing or was never asked."""
        answer = self.answers.get(name)
        return () if answer is None else answer.texts


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything known that names one person: what redaction looks for, in every form."""

    code: str
    role: Role
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    birth_date: str | None = None


def identity_of(person: Person) -> Identity:
    """Return what names this person, gathered from its identity fields."""
    birth = person.texts("birth_date")
    return Identity(
        code=person.code,
        role=person.role,
        names=person.texts("names")
        + person.texts("patronymic")
        + person.texts("person_at_risk")
        + person.texts("perpetrator_name"),
        aliases=person.texts("aliases"),
        phones=person.texts("phones"),
        emails=person.texts("emails"),
        handles=person.texts("handles"),
        documents=person.texts("documents"),
        birth_date=birth[0] if birth else None,
    )
