"""The checks find what is wrong, name it without quoting it, and find nothing in a sound vault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from intake.domain.audit import Action
from intake.domain.ids import RulingId
from intake.domain.marks import Decision
from intake.domain.parcel import ReceivedCase
from intake.domain.progress import CancelToken
from intake.domain.rulings import Ruling
from intake.domain.second_look import Look
from intake.domain.statement import RevisionReason
from intake.errors import CancelledError
from intake.store.connection import Scalar
from intake.store.store import Store
from intake.store.tables import TABLES, Guard, Table
from intake.store.walk import Finding, Flaw
from tests.unit.store.making import chain_of, full_case, small_case


@pytest.fixture
def full(store: Store) -> Store:
    """A store with rows in every guarded table."""
    files = [full_case(), full_case(), small_case("плошча")]
    store.add_cases(files)
    with store.write(Action.EXPORTED, "bundle-1") as tx:
        store.keys.trust(tx, "office", "public half", "six words")
        store.keys.set_own(tx, "signing", bytearray(b"secret half"), "public half")
        store.settings.set(tx, "settings", {"k": 5})
        ruling = Ruling(RulingId("r"), Decision.KEEP, "harp", case_id=files[0].case.id)
        store.rulings.put(tx, ruling)
        store.releases.record(tx, "bundle-1", "2022-06", [files[0].case.id], {"k": 5})
        look = Look(files[0].statements[0].id, bytes(32), "", "I-2", tx.at)
        store.looks.add(tx, files[0].case.id, look)
        received = ReceivedCase("0a" * 16, files[0].case.id, "2022-06", "Office", files[1].case.id)
        store.parcels.note_received(tx, received)
    return store


@contextmanager
def unguarded(store: Store) -> Iterator[None]:
    """Let the block change rows as somebody would who goes around the program."""
    triggers = store._db.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    store._db.rows("PRAGMA foreign_keys = OFF")
    for name, _ in triggers:
        store._db.execute(f"DROP TRIGGER {name!s}")
    yield
    for _, sql in triggers:
        store._db.execute(str(sql))
    store._db.rows("PRAGMA foreign_keys = ON")


def test_a_sound_vault_has_no_findings(full: Store) -> None:
    assert full.check() == ()
    assert chain_of(full) == ()


def test_every_guarded_table_has_a_row_in_these_tests(full: Store) -> None:
    for table in TABLES:
        assert full._db.number(f"SELECT count(*) FROM {table.name}") > 0, table.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_change_of_any_guarded_column_is_found(full: Store, table: Table) -> None:
    kinds = {str(row[1]): str(row[2]) for row in full._db.rows(f"PRAGMA table_info({table.name})")}
    others: dict[str, Scalar] = {"INTEGER": 77, "TEXT": "other", "BLOB": b'"other"'}
    columns = ", ".join(table.columns)
    row = full._db.rows(f"SELECT {columns} FROM {table.name} LIMIT 1")[0]
    where = " AND ".join(f"{name} IS ?" for name in table.columns)
    full._db.rows("PRAGMA ignore_check_constraints = ON")
    for column in table.columns:
        with unguarded(full):
            full._db.execute("SAVEPOINT before")
            full._db.execute(
                f"UPDATE {table.name} SET {column} = ? WHERE {where}",
                (others[kinds[column]], *row),
            )
            found = chain_of(full)
            full._db.execute("ROLLBACK TO before")
            full._db.execute("RELEASE before")
        assert any(finding.part == "chain" for finding in found), column
    assert chain_of(full) == ()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_that_vanished_is_found(full: Store, table: Table) -> None:
    with unguarded(full):
        key = ", ".join(table.key)
        full._db.execute(
            f"DELETE FROM {table.name} WHERE ({key}) = (SELECT {key} FROM {table.name} LIMIT 1)"
        )
    found = chain_of(full)
    assert found
    if table.guard is Guard.CHAINED:
        assert Finding("chain", Flaw.MISSING, 1, table.name) in found


def test_a_row_that_was_added_from_outside_is_found(full: Store) -> None:
    with unguarded(full):
        full._db.execute(
            "INSERT INTO revisions SELECT 'another', case_id, statement_id, 9, reason, created,"
            " text FROM revisions LIMIT 1"
        )
    assert chain_of(full) == (Finding("chain", Flaw.CHANGED, 1, "revisions"),)


def test_a_live_row_with_its_own_seal_added_from_outside_is_found(full: Store) -> None:
    with unguarded(full):
        row = full._db.one("SELECT key, value FROM settings")
        assert row is not None
        [table] = [table for table in TABLES if table.name == "settings"]
        forged = ("another", row[1])
        full._db.execute(table.insert, (*forged, table.digest(forged)))
    assert chain_of(full) == (Finding("chain", Flaw.PUT_BACK),)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE chain SET digest = x'00' WHERE number = 3",
        "UPDATE chain SET link = x'00' WHERE number = 3",
        "UPDATE chain SET handle = 'another' WHERE number = 3",
        "UPDATE chain SET row = 'another' WHERE number = 3",
        "UPDATE chain SET kind = 'another' WHERE number = 3",
        "DELETE FROM chain WHERE number = 3",
        "DELETE FROM chain WHERE number = (SELECT max(number) FROM chain)",
        "UPDATE chain SET number = 99 WHERE number = (SELECT max(number) FROM chain)",
        "INSERT INTO chain SELECT number + 100, handle, kind, row, digest, link FROM chain LIMIT 1",
    ],
)
def test_a_chain_that_was_tampered_with_is_found(full: Store, statement: str) -> None:
    with unguarded(full):
        full._db.execute(statement)
    assert chain_of(full) == (Finding("chain", Flaw.ENTRY),)


def test_an_index_without_a_case_is_found(full: Store) -> None:
    full._db.execute("DELETE FROM search WHERE rowid = 1")
    assert full.check() == (Finding("search", Flaw.INDEXED_WRONGLY, 1),)


def test_an_index_with_other_words_is_found(full: Store) -> None:
    full._db.execute("UPDATE search SET words = 'nothing' WHERE rowid = 1")
    assert full.check() == (Finding("search", Flaw.INDEXED_WRONGLY, 1),)


def test_an_index_that_does_not_fit_its_words_is_found(full: Store) -> None:
    full._db.execute("UPDATE search_content SET c0 = c0 || ' more' WHERE id = 1")
    assert Finding("search", Flaw.SEARCH) in full.check()


def test_rows_that_belong_to_nothing_are_found(full: Store) -> None:
    with unguarded(full):
        full._db.execute("UPDATE revisions SET statement_id = id")
    details = [finding.detail for finding in full.check() if finding.part == "database"]
    assert details == ["3 rows belong to nothing"]


def test_an_index_of_the_database_that_lacks_a_row_is_found(full: Store) -> None:
    db = full._db
    db.rows("PRAGMA writable_schema = ON")
    sql = db.value("SELECT sql FROM sqlite_schema WHERE name = 'cases_by_change'")
    db.execute(
        "UPDATE sqlite_schema SET sql = sql || ' WHERE changed <> '''''"
        " WHERE name = 'cases_by_change'"
    )
    db.rows("PRAGMA writable_schema = RESET")
    db.execute("UPDATE cases SET changed = '' WHERE number = 1")
    db.rows("PRAGMA writable_schema = ON")
    db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'cases_by_change'", (sql,))
    db.rows("PRAGMA writable_schema = RESET")
    assert Finding("database", Flaw.STRUCTURE) in full.check()


def test_nothing_of_a_case_is_in_a_finding(full: Store) -> None:
    with unguarded(full):
        full._db.execute("UPDATE statements SET text = x'00'")
        full._db.execute("UPDATE answers SET value = x'2231' WHERE value IS NOT NULL")
    ids = {str(value) for row in full._db.rows("SELECT id, code FROM cases") for value in row}
    assert not any(one in finding.detail for finding in full.check() for one in ids)


def change_status(store: Store) -> None:
    with store.write() as tx:
        store.statements.set_final(tx, store.statements.of(store.cases.ids()[0])[0].id, final=True)


def edit(store: Store) -> None:
    with store.write() as tx:
        statement = store.statements.of(store.cases.ids()[0])[0]
        store.statements.save_draft(tx, statement.id, "an edited text", 3)
        store.statements.freeze(tx, statement.id, RevisionReason.TEN_MINUTES)


def forget(store: Store) -> None:
    with store.write() as tx:
        store.keys.forget(tx, "office")
        store.settings.set(tx, "settings", None)
        store.marks.replace(tx, store.statements.of(store.cases.ids()[0])[0].id, ())


def rearrange(store: Store) -> None:
    case_id = store.cases.ids()[0]
    with store.write() as tx:
        store.persons.remove(tx, store.persons.of(case_id)[0].id)
        store.events.remove(tx, store.events.of(case_id)[0].id)


def erase(store: Store) -> None:
    with store.write(Action.CASE_ERASED) as tx:
        store.cases.erase(tx, store.cases.ids()[0])


@pytest.mark.parametrize("work", [change_status, edit, forget, rearrange, erase])
def test_the_program_s_own_writes_leave_no_finding(
    full: Store, work: Callable[[Store], None]
) -> None:
    work(full)
    assert full.check() == ()
    assert full.search.find("anything") == ()
    assert full.check() == ()


def test_a_walk_tells_how_far_it_is_and_can_be_stopped(store: Store) -> None:
    store.add_cases([small_case(f"text {number}") for number in range(120)])
    seen: list[tuple[int, int]] = []
    assert store.check(lambda done, total: seen.append((done, total))) == ()
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
    assert len(seen) > 1
    token = CancelToken()

    def stop(_done: int, _total: int) -> None:
        token.cancel()

    with pytest.raises(CancelledError):
        store.check(stop, token)
    assert store.check(cancel=CancelToken()) == ()


def test_a_row_of_a_case_that_is_gone_is_found(full: Store) -> None:
    with unguarded(full):
        full._db.execute("UPDATE consents SET case_id = id")
    assert Finding("chain", Flaw.CHANGED, 2, "consents") in chain_of(full)
