"""Vaults open with the right secret and with nothing else; changes never lock anybody out."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.errors import (
    DestinationExistsError,
    InUseError,
    UsageError,
    VaultMissingError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from intake.services import backups, interviews, vaults
from intake.services.session import VaultSession
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret

CHEAP = KdfCosts(64 * 1024, 3, 1)
OLD = "velvet ladder invented canyon pepper oblong"
NEW = "another ladder seven invented oblong canyons"


def _secret(text: str = OLD) -> Secret:
    return Secret.from_text(text)


@pytest.fixture
def recovery() -> RecoveryKey:
    """Return the key that the vault of these tests was made with."""
    return vaults.new_recovery_key()


@pytest.fixture
def path(tmp_path: Path, recovery: RecoveryKey) -> Path:
    """Return a closed vault with one case."""
    made = tmp_path / "vault"
    session = vaults.create(
        made, name="Named", passphrase=_secret(), recovery=recovery, costs=CHEAP
    )
    interviews.begin(session)
    session.close()
    return made


def test_name_and_content_come_back(path: Path) -> None:
    session = vaults.unlock(path, _secret())
    assert session.name == "Named"
    assert session.store.cases.count() == 1
    assert session.rollback is None
    session.close()


def test_a_wrong_passphrase_opens_nothing_and_leaves_it_free(path: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        vaults.unlock(path, _secret("not the one at all, sorry"))
    vaults.unlock(path, _secret()).close()


def test_a_second_instance_is_refused(path: Path) -> None:
    session = vaults.unlock(path, _secret())
    with pytest.raises(InUseError):
        vaults.unlock(path, _secret())
    session.close()


def test_a_missing_vault_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(VaultMissingError):
        vaults.unlock(tmp_path / "none", _secret())
    assert not (tmp_path / "none").exists()


def test_a_weak_passphrase_makes_no_vault(tmp_path: Path, recovery: RecoveryKey) -> None:
    with pytest.raises(WeakPassphraseError):
        vaults.create(
            tmp_path / "v", name="", passphrase=_secret("letmein"), recovery=recovery, costs=CHEAP
        )
    assert not (tmp_path / "v").exists()


def test_a_vault_is_never_made_over_something(path: Path, recovery: RecoveryKey) -> None:
    with pytest.raises(DestinationExistsError):
        vaults.create(path, name="", passphrase=_secret(), recovery=recovery, costs=CHEAP)


def test_a_failed_creation_leaves_nothing(
    tmp_path: Path, recovery: RecoveryKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DestinationExistsError(path="x")

    monkeypatch.setattr("intake.services.vaults._create_store", fail)
    with pytest.raises(DestinationExistsError):
        vaults.create(tmp_path / "v", name="", passphrase=_secret(), recovery=recovery, costs=CHEAP)
    assert not (tmp_path / "v").exists()


def test_costs_outside_the_limits_are_a_usage_error() -> None:
    assert vaults.chosen_costs(64, 3).memory_kib == 64 * 1024
    with pytest.raises(UsageError):
        vaults.chosen_costs(1, None)


def test_the_passphrase_changes(path: Path) -> None:
    session = vaults.unlock(path, _secret())
    vaults.change_passphrase(session, _secret(), _secret(NEW))
    session.close()
    with pytest.raises(WrongPassphraseError):
        vaults.unlock(path, _secret())
    again = vaults.unlock(path, _secret(NEW))
    assert again.rollback is None
    again.close()


def test_a_wrong_old_passphrase_changes_nothing(path: Path) -> None:
    session = vaults.unlock(path, _secret())
    with pytest.raises(WrongPassphraseError):
        vaults.change_passphrase(session, _secret("wrong one, I am afraid"), _secret(NEW))
    session.close()
    again = vaults.unlock(path, _secret())
    assert again.rollback is None
    again.close()


def test_a_forgotten_passphrase_is_set_anew(path: Path, recovery: RecoveryKey) -> None:
    typed = " ".join(recovery.groups).lower()
    session = vaults.unlock_with_recovery(path, _secret(typed))
    vaults.reset_passphrase(session, _secret(typed), _secret(NEW))
    session.close()
    vaults.unlock(path, _secret(NEW)).close()


def test_a_replaced_recovery_key_opens_and_the_old_does_not(
    path: Path, recovery: RecoveryKey
) -> None:
    session = vaults.unlock(path, _secret())
    new = vaults.new_recovery_key()
    vaults.replace_recovery_key(session, _secret(), new)
    session.close()
    with pytest.raises(WrongRecoveryKeyError):
        vaults.unlock_with_recovery(path, _secret(" ".join(recovery.groups)))
    vaults.unlock_with_recovery(path, _secret(" ".join(new.groups))).close()


def test_a_whole_vault_checks_out(vault_session: VaultSession) -> None:
    report = vaults.check(vault_session)
    assert report.good
    assert {line.part for line in report.lines} >= {"header", "database", "search", "chain"}


def test_a_damaged_header_copy_is_named_and_healed(path: Path) -> None:
    session = vaults.unlock(path, _secret())
    content = bytearray((path / "header.1").read_bytes())
    content[100] ^= 1
    (path / "header.1").write_bytes(content)
    report = vaults.check(session)
    assert [line.part for line in report.lines if not line.good] == ["header"]
    session.close()
    healed = vaults.unlock(path, _secret())
    assert healed.healed
    assert vaults.check(healed).good
    healed.close()


def test_backups_keep_three_and_open_with_the_same_passphrase(path: Path, tmp_path: Path) -> None:
    session = vaults.unlock(path, _secret())
    made = [backups.backup(session, tmp_path / "b", _secret()).path for _ in range(4)]
    session.close()
    assert sorted((tmp_path / "b").iterdir()) == sorted(made[1:])
    copy = vaults.unlock(made[-1], _secret())
    assert copy.store.cases.count() == 1
    copy.close()


def test_a_backup_never_lands_inside_the_vault(path: Path) -> None:
    session = vaults.unlock(path, _secret())
    with pytest.raises(UsageError):
        backups.backup(session, path / "b", _secret())
    session.close()


def test_a_wrong_passphrase_backs_up_nothing(path: Path, tmp_path: Path) -> None:
    session = vaults.unlock(path, _secret())
    with pytest.raises(WrongPassphraseError):
        backups.backup(session, tmp_path / "b", _secret("no such passphrase here"))
    session.close()
    assert not (tmp_path / "b").exists()


def test_a_restored_vault_says_so_until_it_is_caught_up(path: Path, tmp_path: Path) -> None:
    session = vaults.unlock(path, _secret())
    made = backups.backup(session, tmp_path / "b", _secret())
    session.close()
    backups.restore(made.path, tmp_path / "new", _secret())
    restored = vaults.unlock(tmp_path / "new", _secret())
    before = restored.rollback
    vaults.state_caught_up(restored)
    after = restored.rollback
    restored.close()
    assert (before, after) == (backups.RESTORED, None)


def test_a_restore_never_overwrites(path: Path, tmp_path: Path) -> None:
    with pytest.raises(DestinationExistsError):
        backups.restore(path, tmp_path, _secret())


@pytest.mark.parametrize("name", ["vault.db", "mirror"])
def test_a_backup_that_is_not_whole_restores_nothing(path: Path, tmp_path: Path, name: str) -> None:
    (path / name).unlink()
    with pytest.raises(VaultMissingError):
        backups.restore(path, tmp_path / "new", _secret())
    assert {entry.name for entry in tmp_path.iterdir()} == {"vault"}


def test_an_unfinished_backup_is_cleared_away(path: Path, tmp_path: Path) -> None:
    left = tmp_path / "new.unfinished"
    left.mkdir()
    (left / "junk").write_text("x", "utf-8")
    backups.restore(path, tmp_path / "new", _secret())
    assert not left.exists()
