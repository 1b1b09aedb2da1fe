"""After a change of keys the vault is the same, and what the old keys opened is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from intake.domain.progress import CancelToken
from intake.errors import (
    CancelledError,
    DestinationExistsError,
    IntakeError,
    UnavailableError,
    UsageError,
    VaultMissingError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from intake.services import leftovers, vaults
from intake.services.leftovers import before_update, outdated, unfinished
from intake.services.rekeying import has_moved, rekey
from intake.services.session import VaultSession
from intake.vault import destruction, folder
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
    real = destruction.destroy_headers

    def seen(place: Path) -> None:
        destroyed.append(place.name)
        real(place)
        assert not (place / "header.0").exists()

    monkeypatch.setattr(destruction, "destroy_headers", seen)
    before_update(session.path, 1).mkdir()
    rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    assert destroyed[:2] == ["vault.rekey-old", "before-update-1"]


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
    assert has_moved(session.path) == (at == 2)
    assert unfinished(session.path).exists() == (at == 2)
    _is_whole(session.path)


def test_a_vault_that_cannot_get_another_name_is_refused_at_once(
    session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.path.ismount", lambda path: path == session.path)
    with pytest.raises(UnavailableError, match="cannot be renamed"):
        rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    assert session.store.is_open
    session.close()
    assert {each.name for each in session.path.parent.iterdir()} == {"vault"}


def test_a_vault_that_was_opened_by_a_link_is_refused_before_anything_is_changed(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    (tmp_path / "vault").symlink_to(template.copy_to(tmp_path / "disk"))
    session = open_vault(tmp_path / "vault")
    fill(session, document())
    with pytest.raises(UsageError, match="opened by a link"):
        rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    session.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["disk", "vault"]
    _is_whole(session.path)


def test_old_files_that_a_crash_left_go_at_the_next_opening(
    session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(_: Path) -> None:
        raise OSError(5, "cut")

    monkeypatch.setattr(destruction, "destroy_headers", crash)
    with pytest.raises(IntakeError):
        rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    monkeypatch.undo()
    assert outdated(session.path).exists()
    _is_whole(session.path)
    assert not outdated(session.path).exists()


def test_what_an_earlier_attempt_left_is_cleared_away(
    session: VaultSession, template: Template
) -> None:
    new = unfinished(session.path)
    with secret() as passphrase:
        spare = vaults.new_recovery_key()
        folder.create_headers(new, passphrase, spare, CHEAP, successor_of=template.opened)
    (new / "vault.db").write_text("x", "utf-8")
    rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    _is_whole(session.path)


@pytest.mark.parametrize("announced", [True, False])
def test_what_was_cut_off_before_it_had_a_header_goes_if_the_vault_knows_of_it(
    session: VaultSession, *, announced: bool
) -> None:
    new = unfinished(session.path)
    new.mkdir()
    (new / "header.0").write_bytes(b"cut sho")
    if announced:
        session.store.announce_generation(2)
        rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    else:
        with pytest.raises(DestinationExistsError):
            rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
        session.close()
        assert (new / "header.0").read_bytes() == b"cut sho"
    _is_whole(session.path)


def test_when_only_the_old_one_is_left_it_comes_back(tmp_path: Path, template: Template) -> None:
    path = template.copy_to(tmp_path)
    path.rename(outdated(path))
    assert vaults.info(path).intact_copies == 2
    with pytest.raises(VaultMissingError):
        vaults.info(tmp_path / "another")


def _stranger(place: Path, kind: str, template: Template) -> None:
    """Put something of somebody's own where a change of keys has its folders."""
    elsewhere = place.parent / "elsewhere"
    if kind == "a copy of the vault":
        shutil.copytree(place.parent / "vault", place)
    elif kind == "another vault":
        vaults.create(
            place,
            name="Other",
            passphrase=secret(),
            recovery=vaults.new_recovery_key(),
            costs=CHEAP,
        ).close()
    elif kind == "a folder":
        place.mkdir()
        (place / "notes").write_text("mine", "utf-8")
    elif kind == "a file":
        place.write_text("mine", "utf-8")
    else:
        elsewhere.mkdir()
        place.symlink_to(template.copy_to(elsewhere))


STRANGERS = ["a copy of the vault", "another vault", "a folder", "a file", "a link to a vault"]


def _contents(place: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", STRANGERS)
def test_an_opening_destroys_nothing_that_a_change_of_keys_did_not_leave(
    session: VaultSession, template: Template, kind: str
) -> None:
    session.close()
    _stranger(outdated(session.path), kind, template)
    before = _contents(session.path.parent)
    leftovers.finish_rekey(session.path)
    vaults.info(session.path)
    assert _contents(session.path.parent) == before


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_change_of_keys_removes_nothing_that_is_not_its_own(
    session: VaultSession, template: Template, kind: str
) -> None:
    session.store.checkpoint()
    _stranger(unfinished(session.path), kind, template)
    before = _contents(unfinished(session.path))
    with pytest.raises(DestinationExistsError):
        rekey(session, secret(), vaults.new_recovery_key(), CHEAP)
    session.close()
    assert _contents(unfinished(session.path)) == before
    _is_whole(session.path)


def test_a_link_is_never_put_in_the_place_of_a_vault(session: VaultSession, tmp_path: Path) -> None:
    session.close()
    away = session.path.rename(tmp_path / "away")
    outdated(session.path).symlink_to(away)
    with pytest.raises(VaultMissingError):
        vaults.info(session.path)
    assert (away / "header.0").is_file()
