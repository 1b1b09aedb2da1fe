"""The ledger of classes: who stood together while they stand, and nothing of it afterwards."""

from __future__ import annotations

import pytest

from intake.domain.ids import CaseId, StatementId
from intake.store.codec import from_json
from intake.store.release_classes import ClassesOfBundle, ReleasedClass
from intake.store.store import Store
from tests.unit.store.making import small_case

KEY = "0f" * 32
NOBODY = CaseId("0" * 32)


@pytest.fixture
def ids(store: Store) -> tuple[CaseId, ...]:
    """Return six cases of a fresh vault."""
    files = [small_case() for _ in range(6)]
    store.add_cases(files)
    return tuple(file.case.id for file in files)


def made(number: str, *members: CaseId) -> ReleasedClass:
    commitments = {case: f"{number}{place}" * 32 for place, case in enumerate(members)}
    return ReleasedClass(number * 32, "fine", frozenset({"b.c", "a.b"}), KEY, commitments)


def record(store: Store, bundle: str, cases: tuple[CaseId, ...], changes: ClassesOfBundle) -> None:
    with store.write() as tx:
        store.releases.record(tx, bundle, "2022-06", cases, {})
        store.classes.record(tx, bundle, changes)


def numbers(store: Store) -> list[str]:
    return [each.class_id[0] for each in store.classes.standing()]


def keys_of_notes(store: Store) -> set[str]:
    rows = store._db.rows("SELECT bundle_id FROM bundles WHERE instr(bundle_id, ':') > 0")
    return {str(key).partition(":")[0] for (key,) in rows}


def everything_noted(store: Store) -> str:
    return str([from_json(body) for (body,) in store._db.rows("SELECT body FROM bundles")])


def test_a_class_comes_back_as_it_left_with_the_bundles_it_stood_in(
    store: Store, ids: tuple[CaseId, ...]
) -> None:
    first, second = made("a", *ids[:3]), made("b", *ids[3:])
    record(store, "b1", ids[:3], ClassesOfBundle(new=(first,)))
    record(store, "b2", ids, ClassesOfBundle(new=(second,), standing=(first.class_id,)))
    one, other = store.classes.standing()
    assert (one.scheme, one.given, one.key, one.members) == (
        *("fine", first.given, KEY),
        first.members,
    )
    assert (one.bundles, other.bundles) == (("b1", "b2"), ("b2",))
    assert other.members == second.members
    assert store.classes.appearances() == tuple(
        sorted(("b1", case) for case in ids[:3]) + sorted(("b2", case) for case in ids)
    )
    assert store.check() == ()


def test_what_is_over_is_gone_and_its_people_have_left_all_the_same(
    store: Store, ids: tuple[CaseId, ...]
) -> None:
    first, second = made("a", *ids[:3]), made("b", *ids[3:])
    said = {ids[0]: {StatementId("s0"): "told 0"}, ids[3]: {StatementId("s3"): "told 3"}}
    record(store, "b1", ids, ClassesOfBundle(new=(first, second), said=said))
    record(store, "b2", ids[3:], ClassesOfBundle(standing=("b" * 32,), over=("a" * 32,)))
    assert numbers(store) == ["b"]
    assert store.classes.said() == {ids[3]: {StatementId("s3"): {"told 3"}}}
    assert store.releases.released_cases() == set(ids)
    assert all(told not in everything_noted(store) for told in first.members.values())
    assert store.check() == ()


def test_who_goes_takes_the_whole_class_along(store: Store, ids: tuple[CaseId, ...]) -> None:
    first, second = made("a", *ids[:3]), made("b", *ids[3:])
    said = {ids[1]: {StatementId("s1"): "told 1"}, ids[3]: {StatementId("s3"): "told 3"}}
    record(store, "b1", ids, ClassesOfBundle(new=(first, second), said=said))
    before = store._db.rows("SELECT digest FROM chain WHERE kind = 'bundles'")
    with store.write() as tx:
        store.classes.forget(tx, ids[1])
        store.cases.erase(tx, ids[1])
    assert numbers(store) == ["b"]
    assert store.classes.said() == {ids[3]: {StatementId("s3"): {"told 3"}}}
    assert store.releases.released_cases() == {*ids} - {ids[1]}
    noted = everything_noted(store)
    assert not any(told in noted for told in (*first.members.values(), "told 1"))
    after = store._db.rows("SELECT digest FROM chain WHERE kind = 'bundles'")
    assert set(before) <= set(after), "the chain keeps its order; the salts of these are gone"
    assert store.check() == ()


def test_a_class_of_a_bundle_that_has_not_left_is_none(
    store: Store, ids: tuple[CaseId, ...]
) -> None:
    first = made("a", *ids[:3])
    said = {ids[0]: {StatementId("s0"): "told 0"}}
    record(store, "b1", ids[:3], ClassesOfBundle(new=(first,), said=said))
    with store.write() as tx:
        store.releases.abandon(tx, "b1")
    assert (store.classes.standing(), store.classes.appearances()) == ((), ())
    assert store.classes.said() == {}
    record(store, "b2", ids[:3], ClassesOfBundle(new=(made("c", *ids[:3]),)))
    assert numbers(store) == ["c"]
    record(store, "b3", ids[:3], ClassesOfBundle(standing=("c" * 32,)))
    with store.write() as tx:
        store.releases.abandon(tx, "b3")
    assert [each.bundles for each in store.classes.standing()] == [("b2",)]


def test_what_a_statement_left_as_is_known_of_every_bundle(
    store: Store, ids: tuple[CaseId, ...]
) -> None:
    for bundle, told in (("b1", "aa"), ("b2", "aa"), ("b3", "cc")):
        said = {ids[0]: {StatementId("s0"): told}}
        record(store, bundle, ids[:1], ClassesOfBundle(said=said))
    assert store.classes.said() == {ids[0]: {StatementId("s0"): {"aa", "cc"}}}


def test_a_bundle_of_counts_leaves_no_note(store: Store, ids: tuple[CaseId, ...]) -> None:
    record(store, "b1", ids, ClassesOfBundle())
    assert keys_of_notes(store) == set()
    assert store.classes.standing() == ()
    assert len(store.classes.appearances()) == 6


def test_a_class_of_an_unknown_case_is_refused_whole(store: Store, ids: tuple[CaseId, ...]) -> None:
    with pytest.raises(KeyError):
        record(store, "b1", ids, ClassesOfBundle(new=(made("a", NOBODY),)))
    assert (store.releases.all(), store.classes.standing()) == ((), ())


def test_the_ledger_knows_no_case_by_its_id(store: Store, ids: tuple[CaseId, ...]) -> None:
    said = {ids[0]: {StatementId("s0"): "told 0"}}
    record(store, "b1", ids, ClassesOfBundle(new=(made("a", *ids),), said=said))
    assert not any(case in everything_noted(store) for case in ids)


def test_notes_cannot_be_taken_away_outside_of_a_step_that_may(
    store: Store, ids: tuple[CaseId, ...]
) -> None:
    record(store, "b1", ids, ClassesOfBundle(new=(made("a", *ids),)))
    with pytest.raises(Exception, match="immutable"), store.write() as tx:
        tx.run("DELETE FROM bundles WHERE bundle_id LIKE 'class:%'")
    assert numbers(store) == ["a"]


def test_what_other_bundles_have_said_stays(store: Store, ids: tuple[CaseId, ...]) -> None:
    for number, case in enumerate(ids[:2]):
        said = {case: {StatementId(f"s{number}"): f"told {number}"}}
        record(store, f"b{number}", (case,), ClassesOfBundle(said=said))
    with store.write() as tx:
        store.classes.forget(tx, ids[0])
    assert store.classes.said() == {ids[1]: {StatementId("s1"): {"told 1"}}}


def test_of_an_abandoned_bundle_no_class_stays_noted(store: Store, ids: tuple[CaseId, ...]) -> None:
    first, second = made("a", *ids[:3]), made("b", *ids[3:])
    record(store, "b1", ids[:3], ClassesOfBundle(new=(first,)))
    record(store, "b2", ids, ClassesOfBundle(new=(second,), standing=(first.class_id,)))
    with store.write() as tx:
        store.releases.abandon(tx, "b2")
        store.classes.abandon(tx, "b2")
    assert numbers(store) == ["a"]
    assert not any(told in everything_noted(store) for told in second.members.values())
    with store.write() as tx:
        store.classes.abandon(tx, "b3")
    assert numbers(store) == ["a"]
    assert store.check() == ()
