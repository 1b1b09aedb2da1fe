"""Vaults open with the right secret and with nothing else; changes never lock anybody out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from intake.domain.audit import Action
from intake.domain.progress import CancelToken
from intake.errors import (
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    InUseError,
    UsageError,
    VaultDamagedError,
    VaultMissingError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from intake.services import cases, interviews, team, vaults
from intake.services.leftovers import before_update
from intake.services.session import VaultSession
from intake.store.migrations import NEWEST
from intake.store.settings import SettingRepository
from intake.store.store import Store
from intake.vault.folder import VaultLock
from intake.vault.secret import Secret
from tests.unit.services.conftest import CHEAP, NAME, OpenVault, Template, secret

NEW = "another ladder seven invented oblong canyons"


@pytest.fixture
def path(tmp_path: Path, template: Template) -> Path:
    """Return a closed vault."""
    return template.copy_to(tmp_path)


def _recovery(template: Template) -> Secret:
    return secret(" ".join(template.recovery.groups).lower())


def _is_free(path: Path) -> bool:
    VaultLock.acquire(path).release()
    return True


# -- opening --------------------------------------------------------------------------------------


def test_name_and_content_come_back(path: Path, open_vault: OpenVault) -> None:
    session = open_vault(path)
    interviews.begin(session)
    session.close()
    again = vaults.unlock(path, secret())
    assert again.name == NAME
    assert again.store.cases.count() == 1
    assert (again.rollback, again.healed) == (None, False)
    again.close()


def test_a_wrong_passphrase_opens_nothing_and_leaves_it_free(path: Path) -> None:
    with pytest.raises(WrongPassphraseError):
        vaults.unlock(path, secret("not the one at all, sorry"))
    assert _is_free(path)


def test_a_second_instance_is_refused(vault_session: VaultSession) -> None:
    with pytest.raises(InUseError):
        vaults.unlock(vault_session.path, secret())


def test_a_missing_vault_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(VaultMissingError):
        vaults.unlock(tmp_path / "none", secret())
    assert not (tmp_path / "none").exists()


def test_cancelling_discards_the_key_and_frees_the_vault(path: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(CancelledError):
        vaults.unlock(path, secret(), cancel)
    assert _is_free(path)


def test_a_damaged_database_frees_the_vault(path: Path) -> None:
    content = bytearray((path / "vault.db").read_bytes())
    content[:64] = bytes(64)
    (path / "vault.db").write_bytes(content)
    with pytest.raises(VaultDamagedError):
        vaults.unlock(path, secret())
    assert _is_free(path)


def test_settings_that_cannot_be_read_close_the_store_and_free_the_vault(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise VaultDamagedError(part="settings")

    monkeypatch.setattr(SettingRepository, "get", fail)
    with pytest.raises(VaultDamagedError):
        vaults.unlock(path, secret())
    monkeypatch.undo()
    vaults.unlock(path, secret()).close()


def test_a_panic_leaves_log_and_lock_behind_nobody(vault_session: VaultSession) -> None:
    interviews.begin(vault_session)
    log = vault_session.path / "vault.db-wal"
    size = log.stat().st_size
    vault_session.abandon()
    assert log.stat().st_size == size > 0
    assert _is_free(vault_session.path)


def test_the_representation_of_a_session_names_nobody(vault_session: VaultSession) -> None:
    vault_session.people.everybody(vault_session.store)
    assert "people" not in repr(vault_session)


# -- creating -------------------------------------------------------------------------------------


def _create(
    path: Path, template: Template, text: str | None = None, *, offers_destroying: bool = False
) -> VaultSession:
    return vaults.create(
        path,
        name="",
        passphrase=secret() if text is None else secret(text),
        recovery=template.recovery,
        costs=CHEAP,
        offers_destroying=offers_destroying,
    )


def test_a_weak_passphrase_makes_no_vault(tmp_path: Path, template: Template) -> None:
    with pytest.raises(WeakPassphraseError):
        _create(tmp_path / "v", template, "letmein")
    assert not (tmp_path / "v").exists()


def test_a_vault_is_never_made_over_something(path: Path, template: Template) -> None:
    for taken in (path, path / "vault.db"):
        with pytest.raises(DestinationExistsError):
            _create(taken, template)


def _fail(*_: object, **__: object) -> None:
    raise DiskFullError


@pytest.mark.parametrize("was_there", [False, True])
@pytest.mark.parametrize(
    "break_it",
    [
        lambda patch: patch.setattr(Store, "create", _fail),
        lambda patch: patch.setattr(SettingRepository, "set", _fail),
    ],
)
def test_a_failed_creation_leaves_what_was_there(
    tmp_path: Path,
    template: Template,
    break_it: Callable[[pytest.MonkeyPatch], None],
    was_there: bool,  # noqa: FBT001 (an empty folder may be given)
) -> None:
    place = tmp_path / "v"
    if was_there:
        place.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        break_it(patch)
        with pytest.raises(DiskFullError):
            _create(place, template, offers_destroying=True)
    assert place.exists() == was_there
    assert not was_there or not any(place.iterdir())


def test_a_new_vault_has_keys_so_that_an_export_changes_nothing(
    vault_session: VaultSession,
) -> None:
    before = vault_session.store.state_digest()
    with team.keyring(vault_session):
        pass
    assert vault_session.store.state_digest() == before


def test_costs_outside_the_limits_are_a_usage_error() -> None:
    assert vaults.chosen_costs(64, 3).memory_kib == 64 * 1024
    assert vaults.chosen_costs(None, None).memory_kib == 256 * 1024
    for memory, passes in ((1, None), (4096, None), (None, 2), (None, 17), (-1, 3)):
        with pytest.raises(UsageError):
            vaults.chosen_costs(memory, passes)


def test_generated_secrets_are_strong_and_new() -> None:
    vaults.require_usable(Path("nowhere"), vaults.generate_passphrase())
    assert vaults.new_recovery_key().groups != vaults.new_recovery_key().groups


# -- changing secrets -----------------------------------------------------------------------------


def _opens(path: Path, text: str) -> None:
    session = vaults.unlock(path, secret(text))
    assert session.rollback is None
    assert vaults.check(session).good
    session.close()


def test_the_passphrase_changes(path: Path, open_vault: OpenVault) -> None:
    session = open_vault(path)
    vaults.change_passphrase(session, secret(), secret(NEW), CHEAP)
    assert session.store.audit.newest(1)[0].action is Action.PASSPHRASE_CHANGED
    session.close()
    with pytest.raises(WrongPassphraseError):
        vaults.unlock(path, secret())
    _opens(path, NEW)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("wrong one, I am afraid", NEW, WrongPassphraseError),
        (None, "letmein", WeakPassphraseError),
    ],
)
def test_a_refused_change_changes_nothing(
    path: Path, open_vault: OpenVault, old: str | None, new: str, error: type[Exception]
) -> None:
    session = open_vault(path)
    with pytest.raises(error):
        vaults.change_passphrase(session, secret() if old is None else secret(old), secret(new))
    session.close()
    _opens(path, "velvet ladder invented canyon pepper oblong")


def test_a_forgotten_passphrase_is_set_anew(path: Path, template: Template) -> None:
    session = vaults.unlock_with_recovery(path, _recovery(template))
    vaults.reset_passphrase(session, _recovery(template), secret(NEW), CHEAP)
    session.close()
    _opens(path, NEW)


def test_a_mistyped_recovery_key_opens_nothing_and_leaves_it_free(path: Path) -> None:
    with pytest.raises(WrongRecoveryKeyError):
        vaults.unlock_with_recovery(path, secret("0000"))
    assert _is_free(path)


def test_a_replaced_recovery_key_opens_and_the_old_does_not(
    path: Path, open_vault: OpenVault, template: Template
) -> None:
    session = open_vault(path)
    new = vaults.new_recovery_key()
    vaults.replace_recovery_key(session, secret(), new)
    assert session.store.audit.newest(1)[0].action is Action.RECOVERY_REPLACED
    session.close()
    with pytest.raises(WrongRecoveryKeyError):
        vaults.unlock_with_recovery(path, _recovery(template))
    vaults.unlock_with_recovery(path, secret(" ".join(new.groups))).close()


def test_a_disk_that_fills_after_the_change_tells_nobody_that_it_failed(
    path: Path, open_vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = open_vault(path)
    monkeypatch.setattr(session.store, "confirm_generation", _fail)
    vaults.replace_recovery_key(session, secret(), vaults.new_recovery_key())
    session.close()
    _opens(path, "velvet ladder invented canyon pepper oblong")


# -- checking -------------------------------------------------------------------------------------


def test_a_whole_vault_checks_out(vault_session: VaultSession) -> None:
    report = vaults.check(vault_session)
    assert report.good
    assert {line.part for line in report.lines} >= {"header", "database", "search", "chain"}


def _damage_header(path: Path, *numbers: int) -> None:
    for number in numbers:
        file = path / f"header.{number}"
        content = bytearray(file.read_bytes())
        content[100] ^= 1
        file.write_bytes(content)


@pytest.mark.parametrize(("numbers", "told"), [((1,), "one copy"), ((0, 1), "no copy")])
def test_a_damaged_header_is_named(
    vault_session: VaultSession, numbers: tuple[int, ...], told: str
) -> None:
    _damage_header(vault_session.path, *numbers)
    report = vaults.check(vault_session)
    (bad,) = (line for line in report.lines if not line.good)
    assert bad.part == "header"
    assert bad.detail.startswith(told)


def test_a_damaged_header_copy_is_healed_at_the_next_opening(path: Path) -> None:
    _damage_header(path, 1)
    healed = vaults.unlock(path, secret())
    assert healed.healed
    assert vaults.check(healed).good
    healed.close()


def test_a_changed_row_is_found(vault_session: VaultSession) -> None:
    interviews.begin(vault_session)
    vault_session.store._db.execute("UPDATE answers SET value = x'3137'")
    report = vaults.check(vault_session)
    assert not report.good
    assert any(line.detail for line in report.lines)


# -- updates --------------------------------------------------------------------------------------


def _old_vault(path: Path, open_vault: OpenVault, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the next opening believe that this vault was written by an older program."""
    open_vault(path).close()
    monkeypatch.setattr("intake.store.store.version_of", lambda _: NEWEST - 1)
    monkeypatch.setattr("intake.store.store.upgrade", lambda *_: None)


def test_what_somebody_keeps_where_the_copy_belongs_stays_and_stops_the_update(
    path: Path, open_vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    _old_vault(path, open_vault, monkeypatch)
    theirs = before_update(path, 1)
    theirs.mkdir()
    (theirs / "thesis.txt").write_text("mine", "utf-8")
    with pytest.raises(DestinationExistsError):
        open_vault(path)
    assert (theirs / "thesis.txt").read_text("utf-8") == "mine"


def test_before_an_update_the_vault_is_copied(
    path: Path, open_vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    _old_vault(path, open_vault, monkeypatch)
    left = before_update(path, 0)
    left.mkdir()
    (left / "vault.db").write_text("of an update that was cut off", "utf-8")
    open_vault(path).close()
    (copy,) = path.glob("before-update-*")
    monkeypatch.undo()
    opened = vaults.unlock(copy, secret())
    assert opened.rollback == vaults.COPY
    opened.close()


def test_an_update_that_cannot_be_backed_up_does_not_happen(
    path: Path, open_vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    _old_vault(path, open_vault, monkeypatch)
    monkeypatch.setattr(Store, "backup_to", _fail)
    with pytest.raises(DiskFullError):
        open_vault(path)


def test_erasing_a_case_takes_the_copies_of_updates_along(vault_session: VaultSession) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    copy = before_update(vault_session.path, 1)
    copy.mkdir()
    (copy / "vault.db").write_bytes(b"x")
    cases.erase(vault_session, case_id)
    assert not copy.exists()
