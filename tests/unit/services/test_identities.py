"""Every answer that names somebody reaches suggestions and gate, whatever its question is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.classes import DisclosureClass
from intake.domain.person import IdentityKind
from intake.forms.definition import Owner, Question, QuestionKind
from intake.forms.loader import core_form
from intake.redaction.leaks import LeakGate
from intake.redaction.suggest import Profile, suggest
from intake.services.people import KnownPeople, identities_of
from intake.services.session import VaultSession
from tests.unit.services.making import case_file

NAMING = [q for q in core_form().questions if q.identifies is not None]
_VALUES = {
    IdentityKind.PHONE: "+375 29 000 12 34",
    IdentityKind.EMAIL: "zubrylina@mail.example",
    IdentityKind.HANDLE: "ZU-42-LINA",
    IdentityKind.DOCUMENT: "ZU7654321",
    IdentityKind.BIRTH_DATE: "1987-03-29",
}
_SECTIONS = {q.name: s.owner for s in core_form().sections for q in s.items}


def _value(question: Question) -> str:
    assert question.identifies is not None
    return _VALUES.get(question.identifies, "Zubrylina")


def _holding(question: Question) -> CaseFile:
    """Return a case in which one answer names somebody and nothing else does."""
    file = case_file(1, statement=f"Then they spoke of {_value(question)} again.")
    file = replace(file, persons=tuple(replace(each, answers={}) for each in file.persons))
    sheet = {question.name: Answer(_value(question))}
    owner = _SECTIONS[question.name]
    if owner is Owner.PERSON:
        first, *rest = file.persons
        return replace(file, persons=(replace(first, answers=sheet), *rest))
    if owner is Owner.EVENT:
        first_event, *events = file.events
        return replace(file, events=(replace(first_event, answers=sheet), *events))
    if owner is Owner.CASE:
        return replace(file, case=replace(file.case, answers=sheet))
    first_interview, *interviews = file.interviews
    return replace(file, interviews=(replace(first_interview, answers=sheet), *interviews))


def test_every_direct_question_names_somebody_and_says_how() -> None:
    direct = {q.name for q in core_form().questions if q.disclosure is DisclosureClass.DIRECT}
    assert direct <= {q.name for q in NAMING}
    told = {q.name for q in core_form().questions if q.identity is not None}
    # A picture holds no text.
    assert direct - told == {"photo"}


def test_only_what_never_leaves_names_somebody() -> None:
    kept = {DisclosureClass.DIRECT, DisclosureClass.INTERNAL}
    assert {q.disclosure for q in NAMING} <= kept


@pytest.mark.parametrize("question", NAMING, ids=lambda question: question.name)
def test_an_answer_that_names_somebody_is_masked_in_a_statement(question: Question) -> None:
    file = _holding(question)
    text = next(each.text for each in file.statements if each.text)
    start = text.index(_value(question))
    found = suggest(text, language="en", identities=identities_of(file), profile=Profile.BALANCED)
    assert any(
        hit.source == "identity" and hit.start <= start and start + len(_value(question)) <= hit.end
        for hit in found
    )
    assert LeakGate({"own": identities_of(file)}, {}).scan("data/x.csv", text.encode())


@pytest.mark.parametrize("question", NAMING, ids=lambda question: question.name)
def test_an_answer_in_the_vault_that_names_somebody_stops_at_the_gate(
    vault_session: VaultSession, question: Question
) -> None:
    file = _holding(question)
    vault_session.store.add_cases([file])
    content = f"Then they spoke of {_value(question)} again.".encode()
    for included in ([file.case.id], []):
        gate = KnownPeople().gate(vault_session.store, included)
        found = gate.scan("data/statements.csv", content)
        alone = question.identifies in {IdentityKind.NAME, IdentityKind.ALIAS, IdentityKind.OTHER}
        if included:
            assert any(each.refuses for each in found)
        elif not alone:  # one word of somebody in another case may be anybody's
            assert found


def test_a_direct_question_that_says_nothing_more_is_taken_as_free_text() -> None:
    direct = DisclosureClass.DIRECT
    kinds = {
        kind: Question("asked", "somewhere", kind, disclosure=direct).identifies
        for kind in QuestionKind
    }
    assert kinds.pop(QuestionKind.PERSON) is IdentityKind.NAME
    assert kinds.pop(QuestionKind.DATE) is IdentityKind.BIRTH_DATE
    assert set(kinds.values()) == {IdentityKind.OTHER}


def test_a_question_that_is_not_direct_names_nobody_unless_it_says_so() -> None:
    question = Question("asked", "somewhere", QuestionKind.PERSON)
    assert question.identifies is None
    assert replace(question, identity=IdentityKind.HANDLE).identifies is IdentityKind.HANDLE
