"""Notes of parcels follow what becomes of the cases that they are about."""

from __future__ import annotations

import pytest

from intake.domain.ids import CaseId, new_id
from intake.domain.parcel import ReceivedCase
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


def test_a_case_that_is_not_there_has_no_rows(store: Store) -> None:
    with pytest.raises(KeyError):
        store.parcels.rows_of(CaseId(new_id()))
