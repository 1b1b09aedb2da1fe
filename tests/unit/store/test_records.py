"""Interviews, persons, events, answers, consents, keys, settings and releases, one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.changes import Noun
from intake.domain.consent import Consent
from intake.domain.event import Event
from intake.domain.ids import CaseId, EventId, InterviewId, PersonId, new_id
from intake.domain.interview import Interview
from intake.domain.person import Person, Role
from intake.store.codec import from_json
from intake.store.consents import _from_plain
from intake.store.keys import TrustedKey
from intake.store.releases import Release
from intake.store.store import Store
from tests.unit.store.making import START, full_case, full_consent, small_case

NOBODY = "nobody"


@pytest.fixture
def file(store: Store) -> CaseFile:
    made = full_case()
    store.add_cases([made])
    return made


def test_an_interview_can_be_stopped_and_go_on(store: Store, file: CaseFile) -> None:
    interview_id = file.interviews[0].id
    moment = START + timedelta(minutes=40)
    with store.write() as tx:
        store.interviews.stop(tx, interview_id, moment)
    assert store.interviews.get(interview_id).stopped == moment
    assert tx.changes.nouns == {Noun.INTERVIEW, Noun.CASE}
    with store.write() as tx:
        store.interviews.stop(tx, interview_id, None)
    assert store.interviews.get(interview_id) == file.interviews[0]


def test_interviews_stay_in_the_order_in_which_they_were_added(
    store: Store, file: CaseFile
) -> None:
    later = Interview(InterviewId("0" * 32), file.case.id, "intake-core/1", START)
    with store.write() as tx:
        store.interviews.add(tx, later)
    assert store.interviews.of(file.case.id) == (*file.interviews, later)


def test_unknown_interviews_are_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        store.interviews.get(InterviewId(NOBODY))
    with pytest.raises(KeyError), store.write() as tx:
        store.interviews.stop(tx, InterviewId(NOBODY), START)


def test_a_person_can_change_role_and_keep_the_answers(store: Store, file: CaseFile) -> None:
    changed = replace(file.persons[0], role=Role.WITNESS, never_name=True)
    with store.write() as tx:
        store.persons.update(tx, changed)
    assert store.persons.get(changed.id) == changed
    assert store.persons.of(file.case.id) == (changed, file.persons[1])


def test_a_person_goes_with_answers_and_links_and_can_come_back(
    store: Store, file: CaseFile
) -> None:
    gone, other = file.persons
    with store.write() as tx:
        store.persons.remove(tx, gone.id)
    assert store.persons.of(file.case.id) == (other,)
    assert store.answers.of(gone.id) == {}
    assert store.events.get(file.events[0].id).victims == ()
    assert store.events.get(file.events[0].id).perpetrators == (other.id,)
    assert {Noun.PERSON, Noun.EVENT} <= tx.changes.nouns
    assert store.search.find("Зарянка")[0].place.value == "statement"
    with store.write() as tx:
        store.persons.add(tx, gone)
        store.events.update(tx, file.events[0])
    assert store.persons.of(file.case.id) == file.persons
    assert store.events.of(file.case.id) == file.events
    assert store.check() == ()


def test_a_code_is_never_given_out_twice(store: Store, file: CaseFile) -> None:
    assert store.persons.next_code(file.case.id) == "P3"
    third = Person(PersonId(new_id()), file.case.id, "P3", Role.RELATIVE)
    with store.write() as tx:
        store.persons.add(tx, third)
    assert store.persons.next_code(file.case.id) == "P4"
    with store.write() as tx:
        store.persons.remove(tx, third.id)
    assert store.persons.next_code(file.case.id) == "P4"
    with store.write() as tx:
        store.persons.add(tx, third)
    assert store.persons.next_code(file.case.id) == "P4"


def test_persons_come_by_number_of_their_code_and_odd_codes_first(store: Store) -> None:
    made = small_case()
    store.add_cases([made])
    with store.write() as tx:
        for code in ("P10", "P2", "Px", "another"):
            person = Person(PersonId(new_id()), made.case.id, code, Role.OTHER)
            store.persons.add(tx, person)
    found = [person.code for person in store.persons.of(made.case.id)]
    assert found == ["Px", "another", "P1", "P2", "P10"]
    assert store.persons.next_code(made.case.id) == "P11"


def test_unknown_persons_and_cases_are_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        store.persons.get(PersonId(NOBODY))
    with pytest.raises(KeyError):
        store.persons.next_code(CaseId(NOBODY))
    with pytest.raises(KeyError), store.write() as tx:
        store.persons.remove(tx, PersonId(NOBODY))
    with pytest.raises(KeyError), store.write() as tx:
        store.persons.update(tx, Person(PersonId(NOBODY), CaseId(NOBODY), "P1", Role.OTHER))


def test_events_keep_order_links_and_answers(store: Store, file: CaseFile) -> None:
    [first] = file.events
    interview_id = file.interviews[0].id
    assert store.events.next_ordinal(interview_id) == 2
    one, other = file.persons
    second = Event(
        EventId(new_id()),
        interview_id,
        2,
        (other.id, one.id),
        (one.id,),
        {"act_type": Answer(("threat",))},
    )
    with store.write() as tx:
        store.events.add(tx, second)
    assert store.events.of(file.case.id) == (first, second)
    assert store.events.case_of(second.id) == file.case.id
    moved = replace(second, ordinal=1, victims=(one.id,), perpetrators=())
    with store.write() as tx:
        store.events.update(tx, replace(first, ordinal=2))
        store.events.update(tx, moved)
    assert store.events.of(file.case.id) == (moved, replace(first, ordinal=2))
    with store.write() as tx:
        store.events.remove(tx, first.id)
    assert store.events.of(file.case.id) == (moved,)
    assert store.answers.of(first.id) == {}
    assert store.check() == ()


def test_unknown_events_are_refused(store: Store) -> None:
    unknown = Event(EventId(NOBODY), InterviewId(NOBODY), 1)
    assert store.events.next_ordinal(InterviewId(NOBODY)) == 1
    for read in (store.events.get, store.events.case_of):
        with pytest.raises(KeyError):
            read(unknown.id)
    for write in (store.events.add, store.events.update):
        with pytest.raises(KeyError), store.write() as tx:
            write(tx, unknown)
    with pytest.raises(KeyError), store.write() as tx:
        store.events.remove(tx, unknown.id)


def test_answers_are_set_replaced_and_removed(store: Store, file: CaseFile) -> None:
    owner = file.interviews[0].id
    assert store.answers.get(owner, "age") == Answer(38)
    assert store.answers.get(owner, "nothing") is None
    with store.write() as tx:
        store.answers.set(tx, owner, "age", Answer("thirty-eight"))
        store.answers.set(tx, owner, "residence_now", None)
        store.answers.set(tx, owner, "never asked", None)
    assert tx.changes.nouns == {Noun.ANSWER, Noun.CASE}
    found = store.answers.of(owner)
    assert found["age"] == Answer("thirty-eight")
    assert "residence_now" not in found
    with store.write() as tx:
        store.answers.replace(tx, owner, {"age": Answer(40), "sex": Answer("female")})
    assert store.answers.of(owner) == {"age": Answer(40), "sex": Answer("female")}
    assert store.answers.of(file.persons[0].id) == file.persons[0].answers
    assert store.check() == ()


def test_every_kind_of_owner_has_answers(store: Store, file: CaseFile) -> None:
    owners = (file.case.id, file.interviews[0].id, file.persons[1].id, file.events[0].id)
    with store.write() as tx:
        for owner in owners:
            store.answers.set(tx, owner, "note", Answer(f"of {owner}"))
    assert [store.answers.get(owner, "note") for owner in owners] == [
        Answer(f"of {owner}") for owner in owners
    ]


def test_an_answer_of_nobody_is_refused(store: Store) -> None:
    for answer in (Answer(1), None):
        with pytest.raises(KeyError), store.write() as tx:
            store.answers.set(tx, CaseId(NOBODY), "age", answer)
    with pytest.raises(KeyError), store.write() as tx:
        store.answers.replace(tx, CaseId(NOBODY), {})


def test_every_version_of_a_consent_is_kept(store: Store) -> None:
    made = small_case()
    store.add_cases([made])
    case_id = made.case.id
    assert store.consents.current(case_id) is None
    versions = (Consent(given="2022-01-01"), full_consent(), Consent())
    for consent in versions:
        with store.write() as tx:
            store.consents.save(tx, case_id, consent)
        assert store.consents.current(case_id) == consent
    kept = store._db.rows("SELECT body FROM consents ORDER BY version")
    assert tuple(_from_plain(from_json(body)) for (body,) in kept) == versions
    with pytest.raises(KeyError), store.write() as tx:
        store.consents.save(tx, CaseId(NOBODY), Consent())


def test_keys_of_others_are_pinned_replaced_and_forgotten(store: Store) -> None:
    with store.write() as tx:
        store.keys.trust(tx, "office", "key text", "six words")
        store.keys.trust(tx, "analyst", "another", "other words")
    assert store.keys.get("office") == TrustedKey("office", "key text", "six words", tx.at)
    assert [key.name for key in store.keys.trusted()] == ["analyst", "office"]
    with store.write() as tx:
        store.keys.trust(tx, "office", "new text", "new words")
        store.keys.forget(tx, "analyst")
    assert store.keys.trusted() == (TrustedKey("office", "new text", "new words", tx.at),)
    assert store.keys.get("analyst") is None
    assert tx.changes.nouns == {Noun.KEY}
    assert store.check() == ()


def test_own_keys_come_back_as_bytes_that_can_be_wiped(store: Store) -> None:
    assert store.keys.own_secret("signing") is None
    assert store.keys.own_public("signing") is None
    secret = bytearray(b"\x00secret\xff")
    with store.write() as tx:
        store.keys.set_own(tx, "signing", secret, "public half")
    found = store.keys.own_secret("signing")
    assert isinstance(found, bytearray)
    assert found == secret
    assert store.keys.own_public("signing") == "public half"
    with store.write() as tx:
        store.keys.set_own(tx, "signing", bytearray(b"newer"), "newer half")
    assert store.keys.own_secret("signing") == bytearray(b"newer")
    assert store.check() == ()


@pytest.mark.parametrize(
    "value", [5, "text", 0.5, [1, "two"], {"k": [3, {"x": None}]}, "half \ud800", False]
)
def test_any_json_value_can_be_a_setting(store: Store, value: object) -> None:
    with store.write() as tx:
        store.settings.set(tx, "some", value)
    assert store.settings.get("some") == value


def test_a_setting_can_be_replaced_and_removed(store: Store) -> None:
    assert store.settings.get("some") is None
    for value in (1, 2, None):
        with store.write() as tx:
            store.settings.set(tx, "some", value)
        assert store.settings.get("some") == value
    assert store.check() == ()


def test_releases_say_which_bundles_hold_a_case(store: Store) -> None:
    files = [small_case(), small_case(), small_case()]
    store.add_cases(files)
    ids = [file.case.id for file in files]
    with store.write() as tx:
        store.releases.record(tx, "b1", "2022-06", ids[:2], {"policy": "records"})
    first = tx.at
    with store.write() as tx:
        store.releases.record(tx, "a2", "2022-07", ids[1:2], {})
    assert tx.changes.nouns == {Noun.RELEASE}
    assert store.releases.all() == (
        Release("b1", "2022-06", first, {"policy": "records"}, 2),
        Release("a2", "2022-07", tx.at, {}, 1),
    )
    assert store.releases.bundles_of(ids[0]) == ("b1",)
    assert store.releases.bundles_of(ids[1]) == ("b1", "a2")
    assert store.releases.bundles_of(ids[2]) == ()
    assert store.releases.released_cases() == set(ids[:2])


def test_a_release_of_an_unknown_case_is_refused_whole(store: Store) -> None:
    with pytest.raises(KeyError), store.write() as tx:
        store.releases.record(tx, "b1", "2022-06", [CaseId(NOBODY)], {})
    assert store.releases.all() == ()


def test_the_chain_does_not_tell_in_which_order_cases_were_released(store: Store) -> None:
    files = [small_case() for _ in range(9)]
    store.add_cases(files)
    with store.write() as tx:
        store.releases.record(tx, "b1", "2022-06", [file.case.id for file in files], {})
    rows = store._db.rows("SELECT row FROM chain WHERE kind = 'releases' ORDER BY number")
    assert rows == sorted(rows)


def test_a_release_knows_no_case_by_its_id_or_code(store: Store) -> None:
    file = small_case()
    store.add_cases([file])
    with store.write() as tx:
        store.releases.record(tx, "b1", "2022-06", [file.case.id], {})
    row = store._db.one("SELECT * FROM releases")
    assert row is not None
    assert file.case.id not in row
    assert file.case.code not in row
