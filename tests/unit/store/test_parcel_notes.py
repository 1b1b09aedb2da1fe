"""Notes of parcels follow what becomes of the cases that they are about."""

from __future__ import annotations

import pytest

from intake.domain.changes import Noun
from intake.domain.ids import CaseId, new_id
from intake.domain.parcel import ReceivedCase, SealedCase
from intake.store.parcel_rows import under_other_names
from intake.store.store import Store
from tests.unit.store.making import small_case


def test_once_a_version_is_erased_the_other_has_no_rival(store: Store) -> None:
    ours, theirs = small_case(), small_case()
    store.add_cases([ours, theirs])
    received = ReceivedCase(new_id(), theirs.case.id, "2022-06", "Invented office", ours.case.id)
    with store.write() as tx:
        store.parcels.note_received(tx, received)
    assert store.parcels.rivals() == {ours.case.id, theirs.case.id}
    with store.write() as tx:
        store.cases.erase(tx, ours.case.id)
    assert store.parcels.rivals() == frozenset()
    assert [each.case_id for each in store.parcels.received()] == [theirs.case.id]
    assert store.check() == ()


def test_versions_that_are_left_stand_beside_one_another(store: Store) -> None:
    ours, one, other = small_case(), small_case(), small_case()
    store.add_cases([ours, one, other])
    with store.write() as tx:
        for each in (one, other):
            received = ReceivedCase(new_id(), each.case.id, "2022-06", "Office", ours.case.id)
            store.parcels.note_received(tx, received)
    with store.write() as tx:
        store.cases.erase(tx, ours.case.id)
    assert store.parcels.rivals() == {one.case.id, other.case.id}
    assert store.check() == ()


def test_whoever_shows_notes_hears_of_a_case_that_goes(store: Store) -> None:
    ours, theirs, other = small_case(), small_case(), small_case()
    store.add_cases([ours, theirs, other])
    note = ReceivedCase("0a" * 16, theirs.case.id, "2022-06", "Office", ours.case.id)
    with store.write() as tx:
        store.parcels.note_received(tx, note)
    for gone, is_heard in ((other, False), (ours, True), (theirs, True)):
        with store.write() as tx:
            store.cases.erase(tx, gone.case.id)
        assert (Noun.PARCEL in tx.changes.nouns) is is_heard
    assert store.parcels.received() == ()


def test_single_notes_are_found_among_all(store: Store) -> None:
    ours, theirs = small_case(), small_case()
    store.add_cases([ours, theirs])
    settled = ReceivedCase("0a" * 16, ours.case.id, "2022-06", "Office")
    waits = ReceivedCase("0b" * 16, theirs.case.id, "2022-06", "Office", ours.case.id)
    with store.write() as tx:
        for each in (settled, waits):
            store.parcels.note_received(tx, each)
        store.parcels.note_sealed(tx, SealedCase("0c" * 16, "2022-06", ""))
    assert store.parcels.received_in("0b" * 16) == waits
    assert store.parcels.received_in("0c" * 16) is None, "it was sealed here"
    assert store.parcels.received_as(ours.case.id) == (settled,)
    assert store.parcels.undecided() == (waits,)
    assert store.parcels.received() == (settled, waits)


def test_a_case_that_is_not_there_has_no_rows(store: Store) -> None:
    with pytest.raises(KeyError):
        store.parcels.rows_of(CaseId(new_id()))


def test_notes_of_one_of_two_versions_pass_to_the_other_and_no_others_do(store: Store) -> None:
    ours, theirs, stranger = small_case(), small_case(), small_case()
    store.add_cases([ours, theirs, stranger])
    notes = [
        ReceivedCase("0a" * 16, ours.case.id, "2022-06", "Office"),
        ReceivedCase("0b" * 16, theirs.case.id, "2022-06", "Office", ours.case.id),
        ReceivedCase("0c" * 16, stranger.case.id, "2022-06", "Office"),
    ]
    with store.write() as tx:
        for each in notes:
            store.parcels.note_received(tx, each)
    with store.write() as tx:
        store.parcels.inherit(tx, ours.case.id, theirs.case.id)
    found = {each.parcel_id: (each.case_id, each.rival) for each in store.parcels.received()}
    assert found == {
        "0a" * 16: (theirs.case.id, None),
        "0b" * 16: (theirs.case.id, None),
        "0c" * 16: (stranger.case.id, None),
    }


def test_what_waits_for_a_decision_goes_on_waiting_when_another_one_is_made(store: Store) -> None:
    ours, one, other = small_case(), small_case(), small_case()
    store.add_cases([ours, one, other])
    with store.write() as tx:
        for number, (case, rival) in enumerate([(one, ours), (other, one)]):
            note = ReceivedCase(f"{number:032}", case.case.id, "2022-06", "Office", rival.case.id)
            store.parcels.note_received(tx, note)
    with store.write() as tx:
        store.parcels.inherit(tx, other.case.id, one.case.id)
    assert store.parcels.rivals() == {ours.case.id, one.case.id}
    with store.write() as tx:
        store.parcels.settle(tx, store.parcels.undecided()[0])
    assert store.parcels.rivals() == frozenset()
    assert store.check() == ()


def test_the_list_tells_of_which_cases_two_versions_wait(store: Store) -> None:
    ours, theirs, settled, other = (small_case() for _ in range(4))
    store.add_cases([ours, theirs, settled, other])
    with store.write() as tx:
        store.parcels.note_sealed(tx, SealedCase("0a" * 16, "2022-06"))
        for number, (case, rival) in enumerate([(theirs, ours.case.id), (settled, None)]):
            note = ReceivedCase(f"{number:032}", case.case.id, "2022-06", "Office", rival)
            store.parcels.note_received(tx, note)
    told = {each.id: each.two_versions for each in store.cases.summaries()}
    assert told == {
        ours.case.id: True,
        theirs.case.id: True,
        settled.case.id: False,
        other.case.id: False,
    }
    assert store.parcels.rivals() == {each for each, waits in told.items() if waits}


def test_another_version_has_other_ids_also_inside_of_what_was_written(store: Store) -> None:
    file = small_case()
    store.add_cases([file])
    rows = store.parcels.rows_of(file.case.id)
    (statement, *_) = rows["statements"]
    told = {**statement, "text": f"see {statement['id']!s} and {'f' * 32}".encode()}
    renamed = under_other_names(
        {**rows, "statements": (told, *rows["statements"][1:])}, "K7M2-Q9XT", iter(new_id, None)
    )
    (changed, *_) = renamed["statements"]
    assert changed["text"] == f"see {changed['id']!s} and {'f' * 32}".encode()
    assert changed["id"] != statement["id"]


def test_by_what_somebody_is_known_passes_to_the_version_that_stays(store: Store) -> None:
    gone, kept, other = small_case(), small_case(), small_case()
    store.add_cases([gone, kept, other])
    ids = [each.case.id for each in (gone, kept, other)]
    traces = {ids[0]: ["a" * 32], ids[2]: ["b" * 32]}
    with store.write() as tx:
        store.releases.record(tx, "0a" * 16, "2022-06", [ids[0], ids[2]], {}, traces)
        store.releases.record(tx, "0b" * 16, "2022-06", [ids[2]], {}, {ids[2]: ["c" * 32]})
    with store.write() as tx:
        store.releases.pass_on_traces(tx, ids[0], ids[1])
    with store.write() as tx:
        store.releases.forget_traces(tx, ids[1])
    assert store.releases.traces() == {"b" * 32, "c" * 32}
    assert store.check() == ()
