"""A vault of several moments is noticed: at opening, while it is open, before anything leaves."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from intake.domain.audit import Action
from intake.domain.consent import Consent, Withdrawal
from intake.domain.progress import CancelToken
from intake.errors import CancelledError, DamagedError, RollbackError, VaultDamagedError
from intake.store import check, soundness, walk
from intake.store.connection import PAGE_BYTES, Database
from intake.store.store import Store
from intake.store.tables import TABLES
from intake.store.walk import Finding, Flaw
from tests.unit.store.making import Vault, chain_of, full_case, full_consent, small_case
from tests.unit.store.test_check import edit, erase, forget, rearrange, unguarded


def filled(vault: Vault) -> Store:
    store = vault.create()
    files = [full_case(), full_case(), *(small_case(f"text {number}") for number in range(20))]
    store.add_cases(files)
    return store


def withdrawn() -> Consent:
    return replace(full_consent(), withdrawn=Withdrawal("2022-06-01"))


def take_back(store: Store) -> None:
    """Let a bundle leave, let somebody withdraw, and go on working."""
    first, second = store.cases.ids()[:2]
    with store.write(Action.EXPORTED, "bundle-1") as tx:
        store.releases.record(tx, "bundle-1", "2022-06", [second], {"k": 5})
    with store.write(Action.CASE_WITHDRAWN, first) as tx:
        store.consents.save(tx, first, withdrawn())
    store.add_cases([small_case(f"later {number}") for number in range(10)])


def page_of(store: Store, table: str) -> int:
    return store._db.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))


def pages(content: bytes) -> list[bytes]:
    return [content[at : at + PAGE_BYTES] for at in range(0, len(content), PAGE_BYTES)]


@pytest.fixture
def moments(vault: Vault) -> tuple[Vault, list[bytes], list[bytes], int]:
    """Return a closed vault, its pages before and after a withdrawal, and its own row's page."""
    store = filled(vault)
    page = page_of(store, "vault")
    store.close()
    before = pages(vault.database.read_bytes())
    store = vault.open()
    take_back(store)
    store.close()
    return vault, before, pages(vault.database.read_bytes()), page


def test_everything_put_back_but_the_vaults_own_row_is_noticed_when_it_opens(
    moments: tuple[Vault, list[bytes], list[bytes], int],
) -> None:
    vault, before, after, page = moments
    mixed = [*before]
    mixed[page - 1] = after[page - 1]
    vault.database.write_bytes(b"".join(mixed))
    for _ in range(2):  # the note of it stays
        store = vault.open()
        assert store.rollback == "chain"
        with pytest.raises(RollbackError):
            store.soundness.require()
        with pytest.raises(VaultDamagedError):
            store.settle_rollback()
        store.close()


def facts(store: Store) -> object:
    """Return all that decides, as the program asks for it."""
    ids = store.cases.ids()
    rows = [sorted(map(repr, store._db.rows(t.select))) for t in TABLES if t.name != "audit"]
    consents = [store.consents.current(case_id) for case_id in ids]
    bundles = [store.releases.bundles_of(case_id) for case_id in ids]
    return ids, rows, consents, bundles, store.releases.released_cases(), store.cases.summaries()


def test_no_single_page_that_decides_can_be_put_back(
    moments: tuple[Vault, list[bytes], list[bytes], int],
) -> None:
    vault, before, after, _ = moments
    mirror = vault.mirror.read_bytes()
    store = vault.open()
    truth = facts(store)
    store.soundness.require()
    store.close()
    noticed = 0
    for number in range(1, len(before)):  # the first page holds counters of the library only
        if before[number] == after[number]:
            continue
        mixed = [*after]
        mixed[number] = before[number]
        vault.database.write_bytes(b"".join(mixed))
        vault.mirror.write_bytes(mirror)
        try:
            store = vault.open()
        except DamagedError:
            noticed += 1
            continue
        try:
            store.soundness.require()
        except RollbackError:
            noticed += 1
        else:
            assert facts(store) == truth, number
        store.close()
    assert noticed > 10


TAMPERING = {
    "the newest consent": "DELETE FROM consents WHERE rowid = (SELECT max(rowid) FROM consents)",
    "a release": "DELETE FROM releases",
    "a bundle": "DELETE FROM bundles",
    "the newest entry": "DELETE FROM chain WHERE number = (SELECT max(number) FROM chain)",
    "an entry": (
        "UPDATE chain SET digest = x'00' WHERE number = (SELECT max(number) - 4 FROM chain)"
    ),
    "every entry": "DELETE FROM chain",
}


@pytest.mark.parametrize("statement", TAMPERING.values(), ids=TAMPERING)
def test_what_decides_and_is_new_is_looked_at_when_a_vault_opens(
    vault: Vault, statement: str
) -> None:
    store = filled(vault)
    take_back(store)
    with unguarded(store):
        store._db.execute(statement)
    store.close()
    store = vault.open()
    assert store.rollback == "chain"
    store.close()


def test_an_opening_looks_at_the_newest_of_many_entries(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soundness, "_NEWEST_LINKS", 5)
    store = filled(vault)
    take_back(store)
    erase(store)
    store.close()
    store = vault.open()
    assert store.rollback is None
    with unguarded(store):
        store._db.execute("DELETE FROM chain WHERE number > 3")
    store.close()
    store = vault.open()
    assert store.rollback == "chain"
    store.close()


def take_away(store: Store) -> None:
    """Take rows away with their seals: only the sum of all seals knows."""
    with unguarded(store):
        store._db.execute("DELETE FROM answers WHERE owner = (SELECT min(owner) FROM answers)")


def test_looking_twice_costs_one_walk_until_something_is_written(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[int] = []

    def counted(*arguments: Any) -> tuple[Finding, ...]:
        walks.append(1)
        return check.walk_chain(*arguments)

    monkeypatch.setattr(soundness, "walk_chain", counted)
    store = filled(vault)
    store.soundness.require()
    store.soundness.require()
    assert len(walks) == 1
    take_back(store)
    store.soundness.require()
    assert len(walks) == 2
    take_away(store)
    edit(store)
    with pytest.raises(RollbackError, match="chain"):
        store.soundness.require()
    store.close()


def test_looking_can_be_stopped(vault: Vault) -> None:
    store = filled(vault)
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        store.soundness.require(cancel=token)
    assert store.rollback is None
    store.close()


def new_case(store: Store) -> None:
    store.add_cases([full_case()])


def withdraw_one(store: Store) -> None:
    case_id = random.choice(store.cases.ids())
    with store.write(Action.CASE_WITHDRAWN, case_id) as tx:
        store.consents.save(tx, case_id, withdrawn())


def fail(store: Store) -> None:
    with pytest.raises(KeyError), store.write() as tx:  # noqa: PT012 (what came before is undone)
        for case_id in store.cases.ids():
            store.cases.erase(tx, case_id)
        tx.case_key("nobody")


def work_on(store: Store, rounds: int, between: Callable[[], bool]) -> None:
    """Write all kinds of things, with a step of the walk between any two."""
    chance = random.Random(5)
    for _ in range(rounds):
        for work in chance.sample([edit, rearrange, erase, new_case, withdraw_one, fail], 6):
            if not store.cases.summaries():
                new_case(store)
            try:
                work(store)
            except IndexError:  # this case has no more persons or events to remove
                new_case(store)
            if between():
                return


@pytest.mark.parametrize("is_touched", [False, True])
def test_a_walk_goes_on_while_the_vault_is_written(vault: Vault, *, is_touched: bool) -> None:
    store = filled(vault)
    with store.write() as tx:
        store.keys.trust(tx, "office", "public half", "six words")
    if is_touched:
        take_away(store)
    assert not store.soundness.walk_on(0.0)
    forget(store)
    work_on(store, 40, lambda: store.soundness.walk_on(0.0))
    while not store.soundness.walk_on(0.0):
        pass
    assert (store.rollback is not None) == is_touched
    assert store.soundness.walk_on(0.0)
    assert store._writer.walk is None
    if not is_touched:
        assert chain_of(store) == ()
    store.close()


def test_a_row_written_behind_the_walk_is_looked_at_again(vault: Vault) -> None:
    store = filled(vault)
    while not store._writer.walk or not store._writer.walk._passed:
        store.soundness.walk_on(0.0)  # all chained rows have been met
    take_back(store)
    with unguarded(store):
        store._db.execute("DELETE FROM releases")
    while not store.soundness.walk_on(0.0):
        pass
    assert store.rollback == "chain"
    store.close()


def test_a_walk_catches_up_with_many_entries_a_few_at_a_time(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(vault)
    while not store._writer.walk or not store._writer.walk._passed:
        store.soundness.walk_on(0.0)
    take_back(store)
    monkeypatch.setattr(walk, "_PAGE", 2)
    while not store.soundness.walk_on(0.0):
        pass
    assert store.rollback is None
    store.close()


class _Torn:
    """A database with a page that is read, and says that it is damaged."""

    def one(self, _sql: str, _values: object = ()) -> tuple[int]:
        return (1,)

    def rows(self, _sql: str, _values: object = ()) -> list[tuple[str]]:
        return [("row 1 missing from an index",)]

    def number(self, _sql: str) -> int:
        raise VaultDamagedError


def test_an_index_that_lacks_a_row_is_found() -> None:
    (found,) = check.check_guarded(cast("Database", _Torn()))
    assert found == Finding("database", Flaw.STRUCTURE)


class _Unreadable(_Torn):
    def rows(self, _sql: str, _values: object = ()) -> list[tuple[str]]:
        raise VaultDamagedError


def test_a_page_that_cannot_be_read_is_found() -> None:
    (found,) = check.check_guarded(cast("Database", _Unreadable()))
    assert found == Finding("database", Flaw.UNREADABLE)


def test_what_cannot_be_counted_is_said_by_the_walk_itself(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = filled(vault)
    looking = walk.Walk(store._db, store._writer.key, store._db.number("PRAGMA user_version"))
    monkeypatch.setattr(looking, "_db", _Torn())
    assert looking._total() == 0
    store.close()
