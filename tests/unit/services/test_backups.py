"""Backups open, are kept by threes, and come back as a vault that says where it was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from intake.domain.audit import Action
from intake.domain.consent import RecipientGroup, Use, Withdrawal
from intake.domain.progress import CancelToken
from intake.errors import (
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    RollbackError,
    UnavailableError,
    UsageError,
    VaultMissingError,
    WrongPassphraseError,
)
from intake.services import backups, cases, exports, interviews, vaults
from intake.services.exports import ExportRequest, Policy
from intake.services.session import VaultSession
from tests.unit.services.conftest import OpenVault, Template, secret
from tests.unit.services.making import document, fill, no_room_beyond


def _backup(session: VaultSession, folder: Path) -> Path:
    return backups.backup(session, folder, secret()).path


def test_three_are_kept_and_open_with_the_same_passphrase(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    fill(vault_session, document())
    folder = tmp_path / "b"
    made = [_backup(vault_session, folder) for _ in range(4)]
    assert sorted(folder.iterdir()) == sorted(made[1:])
    copy = vaults.unlock(made[-1], secret())
    assert copy.store.cases.count() == 1
    copy.close()


def test_a_backup_that_is_opened_in_its_place_writes_no_bundle(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    """Who has taken consent back since then has not taken it back in there."""
    cases_in_it = fill(vault_session, *(document(number) for number in range(6)))
    made = _backup(vault_session, tmp_path / "b")
    for case_id in cases_in_it:
        cases.withdraw(vault_session, case_id, Withdrawal("2022-06-01"))
    assert vault_session.rollback is None
    request = ExportRequest(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True)
    copy = vaults.unlock(made, secret())
    with pytest.raises(RollbackError):
        exports.plan(copy, request)
    vaults.state_caught_up(copy, no_bundle_since=True)
    assert exports.plan(copy, request).included
    copy.close()


def test_a_backup_comes_back_as_a_vault_that_was_restored(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    fill(vault_session, document())
    made = _backup(vault_session, tmp_path / "b")
    backups.restore(made, tmp_path / "new", secret())
    restored = vaults.unlock(tmp_path / "new", secret())
    assert restored.rollback == backups.RESTORED
    assert restored.store.cases.count() == 1
    restored.close()


def test_the_receipt_tells_cases_and_size(vault_session: VaultSession, tmp_path: Path) -> None:
    fill(vault_session, document(1), document(2))
    receipt = backups.backup(vault_session, tmp_path / "b", secret())
    assert receipt.cases == 2
    assert receipt.size == sum(file.stat().st_size for file in receipt.path.iterdir())
    assert vault_session.store.audit.newest(1)[0].action is Action.BACKED_UP


def test_what_is_no_backup_of_this_vault_is_left_alone(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    folder = tmp_path / "b"
    folder.mkdir()
    first = _backup(vault_session, folder)
    prefix = first.name.rpartition("-")[0].rpartition("-")[0]
    others = [
        folder / "my notes",
        folder / f"{prefix}-notes",
        folder / f"{prefix}-20200101-000000",
        folder / "intake-backup-00000000-20200101-000000",
    ]
    for other in others:
        other.mkdir()
    (others[3] / "header.0").write_bytes(b"x")
    (others[3] / "header.1").write_bytes(b"x")
    made = [_backup(vault_session, folder) for _ in range(4)]
    assert set(folder.iterdir()) == {*others, *made[1:]}


def test_a_link_among_the_backups_is_none_of_them(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    folder = tmp_path / "b"
    first = _backup(vault_session, folder)
    prefix = first.name.rpartition("-")[0].rpartition("-")[0]
    away = first.rename(tmp_path / "away")
    link = folder / f"{prefix}-20200101-000000"
    link.symlink_to(away)
    made = [_backup(vault_session, folder) for _ in range(4)]
    assert set(folder.iterdir()) == {link, *made[1:]}
    assert (away / "header.0").is_file()


def test_a_backup_never_lands_inside_the_vault(vault_session: VaultSession) -> None:
    with pytest.raises(UsageError):
        _backup(vault_session, vault_session.path / "b")


def test_a_file_instead_of_a_folder_is_left_alone(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    (tmp_path / "b").write_text("mine", "utf-8")
    with pytest.raises(DestinationExistsError):
        _backup(vault_session, tmp_path / "b")


def test_a_wrong_passphrase_backs_up_nothing(vault_session: VaultSession, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        backups.backup(vault_session, tmp_path / "b", secret("no such passphrase here"))
    assert not (tmp_path / "b").exists()


def test_a_full_disk_leaves_nothing(vault_session: VaultSession, tmp_path: Path) -> None:
    with pytest.raises(UnavailableError), no_room_beyond(40_000):
        _backup(vault_session, tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == []


def test_cancelling_leaves_nothing(vault_session: VaultSession, tmp_path: Path) -> None:
    fill(vault_session, document())
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        backups.backup(vault_session, tmp_path / "b", secret(), cancel=cancel)
    assert list((tmp_path / "b").iterdir()) == []


def test_too_many_in_one_second_are_refused(
    vault_session: VaultSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "exists", lambda _: True)
    with pytest.raises(DestinationExistsError):
        backups._free_name(tmp_path, "x")


# -- restoring ------------------------------------------------------------------------------------


@pytest.fixture
def backup(tmp_path: Path, template: Template) -> Path:
    """Return a closed copy of a vault, as a backup is one."""
    return template.copy_to(tmp_path)


def _rollback(session: VaultSession) -> str | None:
    return session.rollback


def test_a_restored_vault_says_so_until_it_is_caught_up(backup: Path, tmp_path: Path) -> None:
    backups.restore(backup, tmp_path / "new", secret())
    restored = vaults.unlock(tmp_path / "new", secret())
    assert _rollback(restored) == backups.RESTORED
    vaults.state_caught_up(restored, no_bundle_since=True)
    assert _rollback(restored) is None
    restored.close()


def test_the_log_of_a_copied_folder_comes_along(
    backup: Path, tmp_path: Path, open_vault: OpenVault
) -> None:
    session = open_vault(backup)
    interviews.begin(session)
    session.abandon()
    backups.restore(backup, tmp_path / "new", secret())
    restored = vaults.unlock(tmp_path / "new", secret())
    assert restored.store.cases.count() == 1
    restored.close()


def test_a_restore_never_overwrites(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(DestinationExistsError):
        backups.restore(backup, tmp_path, secret())


def test_a_restore_needs_a_folder_to_stand_in(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        backups.restore(backup, tmp_path / "none" / "new", secret())


@pytest.mark.parametrize("name", ["vault.db", "mirror"])
@pytest.mark.parametrize("instead", ["nothing", "folder", "link"])
def test_a_backup_that_is_not_whole_restores_nothing(
    backup: Path, tmp_path: Path, name: str, instead: str
) -> None:
    (backup / name).unlink()
    if instead == "folder":
        (backup / name).mkdir()
    elif instead == "link":
        (backup / name).symlink_to(os.devnull)
    with pytest.raises(VaultMissingError):
        backups.restore(backup, tmp_path / "new", secret())
    assert {entry.name for entry in tmp_path.iterdir()} == {"vault"}


def test_a_wrong_passphrase_restores_nothing(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        backups.restore(backup, tmp_path / "new", secret("no such passphrase here"))
    assert {entry.name for entry in tmp_path.iterdir()} == {"vault"}


def test_a_full_disk_restores_nothing(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(UnavailableError), no_room_beyond(40_000):
        backups.restore(backup, tmp_path / "new", secret())
    assert {entry.name for entry in tmp_path.iterdir()} == {"vault"}


@pytest.mark.parametrize("files", [(), ("unfinished", "vault.db", "header.0")])
def test_what_a_restore_left_that_was_cut_off_is_cleared_away(
    backup: Path, tmp_path: Path, files: tuple[str, ...]
) -> None:
    left = tmp_path / "new.unfinished"
    left.mkdir()
    for name in files:
        (left / name).write_text("x", "utf-8")
    backups.restore(backup, tmp_path / "new", secret())
    assert not left.exists()
    assert not (tmp_path / "new" / "unfinished").exists()


@pytest.mark.parametrize("kind", ["vault", "folder", "file", "link"])
def test_a_restore_removes_nothing_that_it_did_not_make(
    backup: Path, tmp_path: Path, kind: str
) -> None:
    there = tmp_path / "new.unfinished"
    mine = tmp_path / "mine"
    if kind == "vault":
        shutil.copytree(backup, there)
    elif kind == "folder":
        there.mkdir()
        (there / "notes").write_text("mine", "utf-8")
    elif kind == "file":
        there.write_text("mine", "utf-8")
    else:
        mine.mkdir()
        (mine / "unfinished").write_text("mine", "utf-8")
        there.symlink_to(mine)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DestinationExistsError, match=r"new\.unfinished"):
        backups.restore(backup, tmp_path / "new", secret())
    assert sorted(tmp_path.rglob("*")) == before


def test_a_restore_that_is_cut_off_leaves_a_folder_that_says_so(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(source: Path, _: Path) -> None:
        assert [each.name for each in (tmp_path / "new.unfinished").iterdir()] == ["unfinished"]
        raise OSError(5, "cut")

    monkeypatch.setattr(shutil, "copyfile", cut)
    with pytest.raises(UnavailableError):
        backups.restore(backup, tmp_path / "new", secret())


def test_a_name_taken_meanwhile_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object) -> None:
        raise FileExistsError

    monkeypatch.setattr(Path, "rename", taken)
    with pytest.raises(DestinationExistsError), backups.all_or_nothing(tmp_path / "new"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_at_the_very_end_is_told(
    vault_session: VaultSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(backups, "sync_folder", full)
    with pytest.raises(DiskFullError):
        _backup(vault_session, tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == []
