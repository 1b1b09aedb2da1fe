"""A backup is a whole vault of its own, checked before it counts; new keys make the old useless."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from intake.domain.progress import CancelToken
from intake.errors import (
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    RollbackError,
    UnavailableError,
    VaultDamagedError,
)
from intake.store import mirror as mirror_module
from intake.store.connection import PAGE_BYTES, Database
from intake.store.store import Store
from intake.store.transaction import Transaction
from tests.unit.store.making import CHAIN_KEY, DB_KEY, Vault, full_case, small_case

NEW_DB_KEY, NEW_CHAIN_KEY = bytes(range(50, 82)), bytes(range(150, 182))


@pytest.fixture
def other(vault: Vault) -> Vault:
    folder = vault.folder.with_name("backup")
    folder.mkdir()
    return Vault(folder)


def back_up(
    store: Store, other: Vault, token: CancelToken | None = None, note: str | None = None
) -> None:
    key = bytearray(DB_KEY)
    store.backup_to(other.database, db_key=key, mirror_path=other.mirror, note=note, cancel=token)


def test_a_backup_holds_everything_and_opens_as_a_vault(store: Store, other: Vault) -> None:
    files = [full_case(), small_case("saved a moment ago")]
    store.add_cases(files)
    back_up(store, other)
    copy = other.open()
    assert copy.rollback is None
    assert list(copy.cases.files()) == files
    assert copy.search.find("moment")
    assert copy.check() == ()
    copy.close()
    assert sorted(path.name for path in other.folder.iterdir()) == ["mirror", "vault.db"]


def test_a_copy_that_stays_behind_says_so_wherever_it_is_opened(store: Store, other: Vault) -> None:
    store.add_cases([small_case("before")])
    back_up(store, other, note="backup")
    assert store.rollback is None
    for _ in range(2):
        copy = other.open()
        assert copy.rollback == "backup"
        with pytest.raises(RollbackError):
            copy.refuse_rollback()
        assert copy.check() == ()
        copy.close()


def test_a_copy_keeps_what_was_known_of_the_vault(store: Store, other: Vault) -> None:
    store.mark_rolled_back("database")
    back_up(store, other, note="backup")
    copy = other.open()
    assert copy.rollback == "database"
    copy.close()


def test_a_note_that_cannot_be_written_leaves_nothing(
    store: Store, other: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(Transaction, "finish", full)
    with pytest.raises(DiskFullError):
        back_up(store, other, note="backup")
    assert list(other.folder.iterdir()) == []


def test_the_vault_goes_on_after_a_backup_and_the_backup_stays_as_it_was(
    store: Store, other: Vault
) -> None:
    store.add_cases([small_case("before")])
    back_up(store, other)
    store.add_cases([small_case("after")])
    assert store.check() == ()
    copy = other.open()
    assert copy.cases.count() == 1
    copy.close()


@pytest.mark.parametrize("there", ["database", "mirror"])
def test_nothing_is_ever_overwritten(store: Store, other: Vault, there: str) -> None:
    path: Path = getattr(other, there)
    path.write_bytes(b"something of somebody")
    with pytest.raises(DestinationExistsError):
        back_up(store, other)
    assert path.read_bytes() == b"something of somebody"
    assert list(other.folder.iterdir()) == [path]


def test_a_damaged_vault_makes_no_backup(store: Store, other: Vault) -> None:
    store.add_cases([small_case("text")])
    store._db.execute("UPDATE settings SET value = x'00'")
    store._db.execute("UPDATE statements SET text = x'00'")
    with pytest.raises(VaultDamagedError, match="chain"):
        back_up(store, other)
    assert list(other.folder.iterdir()) == []


def test_a_stopped_backup_leaves_nothing(store: Store, other: Vault) -> None:
    store.add_cases([small_case("text") for _ in range(30)])
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        back_up(store, other, token)
    assert list(other.folder.iterdir()) == []


def test_a_disk_that_fills_at_the_end_leaves_nothing(
    store: Store, other: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(mirror_module, "_sync", refuse)
    with pytest.raises(DiskFullError):
        back_up(store, other)
    assert list(other.folder.iterdir()) == []


def test_a_disk_that_refuses_the_pages_leaves_nothing(
    store: Store, other: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = Database.create

    def small(path: Path, key: bytearray) -> Database:
        made = original(path, key)
        made.rows("PRAGMA max_page_count = 3")
        return made

    monkeypatch.setattr(Database, "create", small)
    store.add_cases([small_case("text " * 3000)])
    with pytest.raises(DiskFullError):
        back_up(store, other)
    assert list(other.folder.iterdir()) == []


def test_a_page_that_cannot_be_read_is_damage_and_leaves_nothing(
    vault: Vault, other: Vault
) -> None:
    store = vault.create()
    store.add_cases([small_case("text " * 3000)])
    store.close()
    content = bytearray(vault.database.read_bytes())
    content[-2 * PAGE_BYTES + 100] ^= 1
    vault.database.write_bytes(content)
    store = vault.open()
    with pytest.raises(VaultDamagedError):
        back_up(store, other)
    assert list(other.folder.iterdir()) == []
    store.close()


def test_a_copy_that_the_disk_refuses_for_another_reason_leaves_nothing(
    store: Store, other: Vault
) -> None:
    target = Database.create(other.database, bytearray(DB_KEY))
    target.execute("BEGIN IMMEDIATE")
    with pytest.raises(UnavailableError):
        store._db.backup_into(target)
    target.close()


def test_a_vault_moves_to_new_keys_and_the_old_ones_open_nothing(
    store: Store, other: Vault
) -> None:
    file = full_case()
    store.add_cases([file])
    store.announce_generation(2)
    store.backup_to(
        other.database,
        db_key=bytearray(NEW_DB_KEY),
        mirror_path=other.mirror,
        chain_key=bytearray(NEW_CHAIN_KEY),
    )
    assert store.check() == ()
    with pytest.raises(VaultDamagedError):
        other.open()
    moved = replace(other, generation=2).open(db_key=NEW_DB_KEY, chain_key=NEW_CHAIN_KEY)
    assert (moved.rollback, moved.generation) == (None, 2)
    assert moved.cases.file(file.case.id) == file
    moved.add_cases([small_case("the chain goes on")])
    assert moved.check() == ()
    with pytest.raises(Exception, match="immutable"):
        moved._db.execute("UPDATE chain SET number = number + 1")
    moved.close()
    found = replace(other, generation=2).open(db_key=NEW_DB_KEY, chain_key=CHAIN_KEY)
    assert found.rollback is not None
    found.close()


def test_a_backup_is_not_to_be_read_by_others(store: Store, other: Vault) -> None:
    store.add_cases([small_case("зусім сакрэтна")])
    back_up(store, other)
    for path in other.folder.iterdir():
        assert path.stat().st_mode & 0o077 == 0
        assert "сакрэтна".encode() not in path.read_bytes()


def test_the_folder_must_be_there(store: Store, other: Vault) -> None:
    other.folder.rmdir()
    with pytest.raises(UnavailableError):
        back_up(store, other)
    assert not other.folder.exists()
