"""A vault of an older program is brought up to date, with a backup first, or left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.errors import DiskFullError, NewerFormatError, UnavailableError
from intake.store import migrations
from intake.store.connection import Database
from intake.store.migrations import NEWEST, STEPS, version_of
from intake.store.store import Store
from tests.unit.store.making import DB_KEY, Vault, full_case, small_case
from tests.unit.store.record import empty_vault


@pytest.fixture
def first_version(vault: Vault) -> tuple[Vault, list[CaseFile]]:
    """Return a vault of schema version 1 with cases in it."""
    store = empty_vault(vault, 1)
    assert version_of(store._db) == 1
    files = [full_case(), small_case("an old text")]
    store.add_cases(files)
    assert store.check() == ()
    store.close()
    return vault, files


def version(vault: Vault) -> int:
    db = Database.open(vault.database, bytearray(DB_KEY))
    found = version_of(db)
    db.close()
    return found


def test_everything_is_still_there_afterwards_and_new_things_work(
    first_version: tuple[Vault, list[CaseFile]],
) -> None:
    vault, files = first_version
    store = vault.open()
    assert vault.migrated == [2]
    assert store.rollback is None
    assert list(store.cases.files()) == files
    assert store.search.find("old text")
    assert [len(store.statements.revisions(file.statements[0].id)) for file in files] == [1, 1]
    with store.write(Action.EXPORTED, "b") as tx:
        store.releases.record(tx, "b", "2022-06", [files[0].case.id], {})
    assert store.check() == ()
    store.close()
    assert version(vault) == NEWEST
    store = vault.open()
    assert vault.migrated == [2]
    assert store.releases.bundles_of(files[0].case.id) == ("b",)
    store.close()


def test_without_a_backup_nothing_is_changed(
    first_version: tuple[Vault, list[CaseFile]], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, files = first_version

    def refuse(_: Store) -> None:
        raise DiskFullError

    with monkeypatch.context() as patch:
        patch.setattr(vault, "_note", refuse)
        with pytest.raises(DiskFullError):
            vault.open()
    assert version(vault) == 1
    store = vault.open()
    assert list(store.cases.files()) == files
    store.close()


def test_a_backup_of_the_old_version_can_be_made_first_and_opens(
    first_version: tuple[Vault, list[CaseFile]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, files = first_version
    (tmp_path / "before").mkdir()
    before = Vault(tmp_path / "before")

    def back_up(store: Store) -> None:
        store.backup_to(before.database, db_key=bytearray(DB_KEY), mirror_path=before.mirror)

    monkeypatch.setattr(vault, "_note", back_up)
    vault.open().close()
    assert version(before) == 1
    store = before.open()
    assert before.migrated == [2]
    assert list(store.cases.files()) == files
    store.close()


def test_a_step_that_fails_leaves_the_old_version_whole(
    first_version: tuple[Vault, list[CaseFile]], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, files = first_version
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "STEPS", (STEPS[0], (STEPS[1][0], "CREATE TABLE nonsense")))
        with pytest.raises(Exception, match="incomplete input"):
            vault.open()
    assert version(vault) == 1
    store = vault.open()
    assert store.rollback is None
    assert list(store.cases.files()) == files
    assert store.check() == ()
    store.close()


def test_a_vault_of_a_newer_program_is_refused_and_left_alone(vault: Vault) -> None:
    vault.create().close()
    db = Database.open(vault.database, bytearray(DB_KEY))
    db.execute(f"PRAGMA user_version = {NEWEST + 1}")
    db.close()
    before = vault.database.read_bytes()
    with pytest.raises(NewerFormatError, match=f"format {NEWEST + 1}"):
        vault.open()
    assert vault.database.read_bytes() == before


def test_a_new_vault_has_the_newest_schema_and_needs_no_migration(vault: Vault) -> None:
    vault.create().close()
    assert version(vault) == NEWEST
    vault.open().close()
    assert vault.migrated == []


def test_a_new_and_a_migrated_vault_have_the_same_schema(
    first_version: tuple[Vault, list[CaseFile]], tmp_path: Path
) -> None:
    migrated, _ = first_version
    (tmp_path / "fresh").mkdir()
    fresh = Vault(tmp_path / "fresh")
    schemas = []
    for store in (migrated.open(), fresh.create()):
        rows = store._db.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")
        schemas.append(rows)
        store.close()
    assert schemas[0] == schemas[1]


def test_a_folder_in_place_of_the_mirror_stops_the_opening_and_frees_the_database(
    vault: Vault,
) -> None:
    vault.create().close()
    vault.mirror.unlink()
    vault.mirror.mkdir()
    with pytest.raises(UnavailableError):
        vault.open()
    vault.mirror.rmdir()
    vault.open().close()
