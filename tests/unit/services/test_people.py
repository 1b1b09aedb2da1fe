"""Everybody who is named anywhere in the vault is known to the gate, from the next look on."""

from __future__ import annotations

from intake.domain.answers import Answer
from intake.domain.person import Role
from intake.redaction.leaks import LeakGate
from intake.services import cases, interviews, records
from intake.services.people import identities_of
from intake.services.session import VaultSession
from tests.unit.services.making import case_file, document, fill, name_of

EVENT = {"act_type": ["threats"], "perpetrator_name": "Hlyb Invented"}


def _named(gate: LeakGate, text: str) -> bool:
    return any(place.refuses for place in gate.places(text))


def _everybody(session: VaultSession) -> LeakGate:
    return session.people.everybody(session.store)()


def test_who_is_named_in_an_event_is_a_person_of_the_case() -> None:
    found = identities_of(case_file(events=[EVENT, EVENT]))
    assert [(person.code, person.role, person.names) for person in found] == [
        ("P1", Role.INTERVIEWEE, (name_of(1),)),
        ("", Role.PERPETRATOR, ("Hlyb Invented",)),
    ]


def test_who_is_a_person_already_is_not_counted_again() -> None:
    persons = [
        *document()["persons"],
        {"ref": "p2", "role": "perpetrator", "names": ["Hlyb Invented"]},
    ]
    found = identities_of(case_file(persons=persons, events=[EVENT]))
    assert [person.code for person in found] == ["P1", "P2"]


def test_the_interviewee_is_the_child_of_a_recorded_parent() -> None:
    parent = {"ref": "p2", "role": "relative", "relation": "parent", "names": ["Mikalaj Husiatnik"]}
    friend = {"ref": "p3", "role": "relative", "relation": "friend", "names": ["Zorka Lampa"]}
    found = identities_of(case_file(persons=[*document()["persons"], parent, friend]))
    assert [person.parents for person in found] == [("Mikalaj Husiatnik",), (), ()]


def test_the_gate_follows_every_change_of_a_name(vault_session: VaultSession) -> None:
    assert not _named(_everybody(vault_session), name_of(1))
    (first,) = fill(vault_session, document(1))
    assert _named(_everybody(vault_session), name_of(1))
    person = cases.case_file(vault_session, first).persons[0]
    names = Answer(("Alaiza Novaya",))
    interviews.save_answer(vault_session, first, person.id, "names", names)
    assert not _named(_everybody(vault_session), name_of(1))
    assert _named(_everybody(vault_session), "Alaiza Novaya")
    other, _ = records.add_person(
        vault_session, first, Role.WITNESS, {"names": Answer(("Paval Dadatkovy",))}
    )
    assert _named(_everybody(vault_session), "Dadatkovy")
    records.remove_person(vault_session, other.id)
    assert not _named(_everybody(vault_session), "Dadatkovy")
    event, _ = records.add_event_to_case(vault_session, first)
    name = Answer(("Hlyb Invented",))
    interviews.save_answer(vault_session, first, event.id, "perpetrator_name", name)
    assert _named(_everybody(vault_session), "Hlyb Invented")
    cases.erase(vault_session, first)
    assert not _named(_everybody(vault_session), "Alaiza Novaya")


def test_nothing_is_built_again_while_nobody_changes(vault_session: VaultSession) -> None:
    (first,) = fill(vault_session, document(1))
    before = _everybody(vault_session)
    interview = cases.case_file(vault_session, first).interviews[0].id
    interviews.save_answer(vault_session, first, interview, "age", Answer(50))
    assert _everybody(vault_session) is before


def test_a_bundle_s_own_people_are_looked_for_in_every_form(vault_session: VaultSession) -> None:
    first, _ = fill(vault_session, document(1), document(2))
    gate = vault_session.people.gate(vault_session.store, [first])
    assert _named(gate, "zubrava")
    assert _named(gate, f"{name_of(1).split()[1]}u")
    assert _named(gate, name_of(2))
    assert not _named(gate, f"{name_of(2).split()[1]}u")


def test_the_code_of_a_case_leads_to_its_people(vault_session: VaultSession) -> None:
    first, second = fill(vault_session, document(1), document(2))
    code = cases.case_file(vault_session, first).case.code
    gate = vault_session.people.gate(vault_session.store, [second])
    for written in (code, code.lower(), code.replace("-", ""), code.replace("-", " ")):
        assert _named(_everybody(vault_session), f"More about this in {written}, they said.")
        assert _named(gate, f"More about this in {written}, they said."), "of other cases too"
    cases.erase(vault_session, first)
    assert not _named(_everybody(vault_session), code)
