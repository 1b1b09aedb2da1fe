"""A drill opens a backup where it lies, says what is in it, and changes nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from intake.domain.progress import CancelToken
from intake.errors import (
    CancelledError,
    DamagedError,
    HeadersMissingError,
    OneSheetError,
    SeveralBackupsError,
    VaultMissingError,
    WrongPassphraseError,
)
from intake.services import backups, vaults
from intake.services.drilling import DrillReport, Unverified, drill
from intake.services.session import VaultSession
from intake.store import reading
from intake.store.mirror import SLOT_BYTES, SLOTS
from intake.vault.secret import Secret
from tests.unit.services.conftest import Template, secret
from tests.unit.services.making import document, fill

PAGE = 4096


@pytest.fixture
def backup(vault_session: VaultSession, tmp_path: Path) -> Path:
    fill(vault_session, *(document(number) for number in range(4)))
    return backups.backup(vault_session, tmp_path / "b", secret()).path


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*.*")}


def wrong(report: DrillReport) -> set[str]:
    return {line.part for line in report.lines if not line.good}


def flip(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def test_a_good_backup_opens_and_is_counted(backup: Path) -> None:
    before = snapshot(backup)
    report = drill(backup, secret())
    assert report.good
    assert report.cases == 4
    assert report.newest is not None
    assert [line.part for line in report.lines] == ["header", "database", "chain", "mirror"]
    assert report.unverified == (Unverified.SEARCH, Unverified.RECOVERY)
    assert snapshot(backup) == before
    assert sorted(backup.iterdir()) == sorted(
        backup / name for name in ("header.0", "header.1", "mirror", "vault.db")
    )


def test_the_recovery_key_and_two_sheets_open_it_too(backup: Path, template: Template) -> None:
    typed = Secret.from_text(" ".join(template.recovery.groups))
    report = drill(backup, typed, with_recovery=True)
    assert report.good
    assert Unverified.PASSPHRASE in report.unverified
    first, second, _ = (" ".join(sheet.groups) for sheet in template.recovery.split())
    both = Secret.from_text(f"{first}\n{second}")
    assert drill(backup, both, with_recovery=True).good
    with pytest.raises(OneSheetError):
        drill(backup, Secret.from_text(first), with_recovery=True)


def test_nothing_is_opened_to_be_written(backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    real = os.open

    def watched(path: Path, flags: int, *rest: int) -> int:
        opened.append(flags)
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", watched)
    assert drill(backup, secret()).good
    assert opened
    assert not any(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) for flags in opened)
    assert "mode=ro" in reading.ReadingDatabase.access


def test_a_damaged_page_is_found_and_left_as_it_is(backup: Path) -> None:
    flip(backup / "vault.db", 9 * PAGE + 100)
    before = snapshot(backup)
    report = drill(backup, secret())
    assert wrong(report) == {"database", "chain", "mirror"}
    assert report.cases == 0
    assert Unverified.REST in report.unverified
    assert snapshot(backup) == before


def test_a_damaged_copy_of_the_header_is_found_and_not_healed(backup: Path) -> None:
    flip(backup / "header.1", 200)
    before = snapshot(backup)
    assert wrong(drill(backup, secret())) == {"header"}
    assert snapshot(backup) == before


def test_a_mirror_that_is_gone_or_damaged_is_found_and_not_made_anew(backup: Path) -> None:
    for slot in range(SLOTS):  # the newer one alone may be torn by a power cut
        flip(backup / "mirror", slot * SLOT_BYTES + 3)
    assert wrong(drill(backup, secret())) == {"mirror"}
    (backup / "mirror").write_bytes(b"short")
    assert wrong(drill(backup, secret())) == {"mirror"}
    (backup / "mirror").unlink()
    assert wrong(drill(backup, secret())) == {"mirror"}
    assert not (backup / "mirror").exists()


def test_a_log_beside_it_was_not_read_and_that_is_said(backup: Path) -> None:
    (backup / "vault.db-wal").write_bytes(b"newer writes")
    assert Unverified.LOG in drill(backup, secret()).unverified


def test_what_a_log_may_hold_is_not_said_to_be_missing(
    backup: Path, template: Template, tmp_path: Path
) -> None:
    later = template.copy_to(tmp_path / "later")
    session = vaults.unlock(later, secret())
    session.store.checkpoint()
    fill(session, document(1))
    copy = tmp_path / "copied while it was open"
    shutil.copytree(later, copy)
    session.close()
    report = drill(copy, secret())
    assert Unverified.LOG in report.unverified
    assert not wrong(report)


def test_what_does_not_open_is_an_error(backup: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        drill(backup, secret("not the one at all, sorry"))
    with pytest.raises(SeveralBackupsError):
        drill(backup.parent, secret())
    with pytest.raises(VaultMissingError):
        drill(backup / "nowhere", secret())
    (backup / "vault.db").write_bytes(b"")
    with pytest.raises(DamagedError):
        drill(backup, secret())
    for name in ("header.0", "header.1"):
        (backup / name).unlink()
    with pytest.raises(HeadersMissingError):
        drill(backup, secret())


def test_the_database_of_another_vault_is_no_part_of_it(backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(backup, other)
    flip(other / "vault.db", 0)  # another salt is another key
    with pytest.raises(DamagedError):
        drill(other, secret())


def test_it_can_be_stopped(backup: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        drill(backup, secret(), cancel=cancel)
