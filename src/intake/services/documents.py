"""A case as one JSON document, for people and scripts at this laptop; nothing is left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.consent import Consent, Withdrawal
from intake.domain.event import Event
from intake.domain.person import Person

Document = dict[str, Any]


def as_document(file: CaseFile) -> Document:
    """Return everything recorded about a case; answers are named as in the form."""
    codes: dict[str, str] = {person.id: person.code for person in file.persons}
    return {
        "code": file.case.code,
        "status": file.case.status.value,
        "project": file.case.project,
        "never_name": file.case.never_name,
        "consent": None if file.consent is None else _consent(file.consent),
        "persons": [_person(person) for person in file.persons],
        "answers": _answers(_all_answers(file)),
        "events": [_event(event, codes) for event in file.events],
        "statements": [
            {
                "field": found.question,
                "language": found.language,
                "text": found.text,
                "final": found.final,
                "reviewed": found.is_reviewed,
            }
            for found in file.statements
            if found.text
        ],
    }


def _all_answers(file: CaseFile) -> dict[str, Answer]:
    """Return the answers of the case and of its interviews; the first interview that has one."""
    sheets = [file.case.answers, *(interview.answers for interview in file.interviews)]
    return {name: answer for sheet in reversed(sheets) for name, answer in sheet.items()}


def _answers(answers: Mapping[str, Answer]) -> Document:
    return {name: _answer(answer) for name, answer in sorted(answers.items())}


def _answer(answer: Answer) -> object:
    if answer.missing is not None:
        return {"missing": answer.missing.value}
    return list(answer.value) if isinstance(answer.value, tuple) else answer.value


def _person(person: Person) -> Document:
    return {"code": person.code, "role": person.role.value, "answers": _answers(person.answers)}


def _event(event: Event, codes: Mapping[str, str]) -> Document:
    return {
        "victims": [codes.get(person, "") for person in event.victims],
        "perpetrators": [codes.get(person, "") for person in event.perpetrators],
        "answers": _answers(event.answers),
    }


def _consent(consent: Consent) -> Document:
    withdrawn = consent.withdrawn
    return {
        "given": consent.given,
        "confirmed": consent.confirmed,
        "how": consent.how.value,
        "decided_by": consent.decided_by.value,
        "language": consent.language,
        "text_version": consent.text_version,
        "acts": sorted(act.value for act in consent.acts),
        "uses": {
            use.value: {
                "level": granted.level.label,
                "recipients": sorted(group.value for group in granted.recipients),
                "until": granted.until,
                "embargo": granted.embargo,
                "withhold": sorted(granted.withhold),
                "conditions": granted.conditions,
                "conditions_met": granted.conditions_met,
            }
            for use, granted in sorted(consent.uses.items())
        },
        "withhold_note": consent.withhold_note,
        "withdrawn": None if withdrawn is None else _withdrawal(withdrawn),
    }


def _withdrawal(withdrawn: Withdrawal) -> Document:
    return {
        "day": withdrawn.day,
        "what": sorted(use.value for use in withdrawn.what),
        "erase": withdrawn.erase,
    }
