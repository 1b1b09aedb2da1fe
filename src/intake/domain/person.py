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


class IdentityKind(StrEnum):
    """As what an answer names somebody; decides how redaction looks for it."""

    NAME = "name"
    ALIAS = "alias"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    DOCUMENT = "document"
    BIRTH_DATE = "birth_date"
    OTHER = "other"  # free text: every name, number and address in it counts


IdentityKinds = Mapping[str, IdentityKind]


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything known that names one person: what redaction looks for, in every form.

    Attributes:
        others: Free texts in which somebody is named ("who may answer instead").
        parents: Names of a parent, as far as they are known: a patronymic is made of one.
    """

    code: str
    role: Role
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    birth_date: str | None = None
    others: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()


def identity_of(
    code: str, role: Role, answers: Mapping[str, Answer], kinds: IdentityKinds
) -> Identity:
    """Return what names a person, gathered from answers.

    Args:
        code: The person's code; empty for somebody who has none.
        role: What the person is in the case.
        answers: Answers by field name; those that name nobody are passed over.
        kinds: As what each field names somebody, as the form says.
    """
    texts: dict[IdentityKind, tuple[str, ...]] = dict.fromkeys(IdentityKind, ())
    for name, kind in kinds.items():
        if name in answers:
            texts[kind] += answers[name].texts
    first, *further = texts[IdentityKind.BIRTH_DATE] or (None,)
    return Identity(
        code=code,
        role=role,
        names=texts[IdentityKind.NAME],
        aliases=texts[IdentityKind.ALIAS],
        phones=texts[IdentityKind.PHONE],
        emails=texts[IdentityKind.EMAIL],
        handles=texts[IdentityKind.HANDLE],
        documents=texts[IdentityKind.DOCUMENT],
        birth_date=first,
        others=(*(each for each in further if each), *texts[IdentityKind.OTHER]),
    )
