"""After a change of keys the vault is the same, and what the old keys opened is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.domain.progress import CancelToken
from intake.errors import (
    CancelledError,
    IntakeError,
    VaultMissingError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from intake.services import vaults
from intake.services.leftovers import before_update, outdated, unfinished
from intake.services.rekeying import rekey
from intake.services.session import VaultSession
from intake.vault import folder
from intake.vault.secret import Secret
from tests.unit.services.conftest import CHEAP, OpenVault, Template, secret
from tests.unit.services.making import document, fill


@pytest.fixture
def session(tmp_path: Path, template: Template, open_vault: OpenVault) -> VaultSession:
    """Return an open vault with one case; ``rekey`` closes it."""
    opened = open_vault(template.copy_to(tmp_path))
    fill(opened, document())
    return opened


def _is_whole(path: Path) -> None:
    again = vaults.unlock(path, secret())
    assert again.store.cases.count() == 1
    assert again.rollback is None
    assert vaults.check(again).good
    again.close()


def test_everything_is_there_under_new_keys(session: VaultSession, template: Template) -> None:
    path = session.path
    recovery = vaults.new_recovery_key()
    before_update(path, 1).mkdir()
    rekey(session, secret(), recovery, CHEAP)
    assert {each.name for each in path.parent.iterdir()} == {"vault"}
    _is_whole(path)
    with pytest.raises(WrongRecoveryKeyError):
        folder.open_headers(path, recovery=template.recovery)
    with folder.open_headers(path, recovery=recovery).keys as keys:
        assert keys.database != template.opened.keys.database
        assert keys.chain != template.opened.keys.chain


def test_the_old_header_is_overwritten_before_it_goes(
    session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    destroyed: list[str] = []
    real = folder.destroy_headers

    def seen(place: Path) -> None:
        destroyed.append(place.name)
        real(place)
        assert not (place / "header.0").exists()

    monkeypatch.setattr(folder, "destroy_headers", seen)
    before_update(session.path, 1).mkdir()
    rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    assert destroyed == ["vault.rekey-old", "before-update-1"]


@pytest.mark.parametrize(
    ("passphrase", "cancelled", "error"),
    [
        (secret("not the one at all, sorry"), False, WrongPassphraseError),
        (secret(), True, CancelledError),
    ],
)
def test_a_refused_change_changes_nothing(
    session: VaultSession,
    passphrase: Secret,
    cancelled: bool,  # noqa: FBT001 (a row of the table)
    error: type[IntakeError],
) -> None:
    cancel = CancelToken()
    if cancelled:
        cancel.cancel()
    with pytest.raises(error):
        rekey(session, passphrase, vaults.new_recovery_key(), CHEAP, cancel=cancel)
    session.close()
    assert {each.name for each in session.path.parent.iterdir()} == {"vault"}
    _is_whole(session.path)


@pytest.mark.parametrize("at", [1, 2])
def test_a_crash_between_the_two_names_is_mended_by_the_next_opening(
    session: VaultSession, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    real, calls = Path.rename, []

    def crash(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == at:
            raise OSError(5, "cut")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", crash)
    with pytest.raises(IntakeError):
        rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    monkeypatch.undo()
    assert session.path.exists() == (at == 1)
    _is_whole(session.path)


def test_old_files_that_a_crash_left_go_at_the_next_opening(
    session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_: Path) -> None:
        raise OSError(5, "cut")

    monkeypatch.setattr(folder, "destroy_headers", crash)
    with pytest.raises(IntakeError):
        rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    monkeypatch.undo()
    assert outdated(session.path).exists()
    _is_whole(session.path)
    assert not outdated(session.path).exists()


def test_what_an_earlier_attempt_left_is_cleared_away(session: VaultSession) -> None:
    unfinished(session.path).mkdir()
    (unfinished(session.path) / "junk").write_text("x", "utf-8")
    rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    _is_whole(session.path)


def test_when_only_the_old_one_is_left_it_comes_back(tmp_path: Path, template: Template) -> None:
    path = template.copy_to(tmp_path)
    path.rename(outdated(path))
    assert vaults.info(path).intact_copies == 2
    with pytest.raises(VaultMissingError):
        vaults.info(tmp_path / "another")
