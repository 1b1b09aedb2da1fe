"""A vault folder is created once, opens with its secrets, and names what is wrong with it."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.errors import (
    DestinationExistsError,
    HostileHeaderError,
    IntakeError,
    NewerFormatError,
    NotAVaultError,
    UnavailableError,
    UsageError,
    VaultDamagedError,
    VaultEmptyError,
    VaultMissingError,
    VaultTruncatedError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from intake.vault import header as header_format
from intake.vault import kdf
from intake.vault.folder import (
    Twin,
    VaultInfo,
    create_headers,
    describe,
    open_headers,
)
from intake.vault.header import HEADER_BYTES
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from tests.unit.vault.conftest import COSTS, PASSPHRASE, Vault
from tests.unit.vault.forging import flip, forged


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


# --- creation -------------------------------------------------------------------------------------


def test_a_new_vault_opens_with_both_secrets(vault: Vault) -> None:
    for opened in (vault.open(), vault.open_with_recovery()):
        assert opened.keys == vault.keys
        assert opened.generation == 1
        assert opened.twin is Twin.INTACT
        assert not opened.healed


def test_both_copies_are_the_same_16_kib(vault: Vault) -> None:
    first, second = (path.read_bytes() for path in vault.headers)
    assert first == second
    assert len(first) == HEADER_BYTES
    assert set(state(vault.path)) == {"header.0", "header.1"}


def test_only_the_owner_may_read(made: Vault) -> None:
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.headers} == {0o600}


def test_an_empty_folder_is_taken_and_closed_to_others(tmp_path: Path, made: Vault) -> None:
    folder = tmp_path / "empty"
    folder.mkdir(mode=0o755)
    create_headers(folder, Secret(PASSPHRASE), made.recovery, COSTS)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert describe(folder).intact_copies == 2


def occupied_by_a_file(folder: Path) -> None:
    folder.mkdir()
    (folder / "holiday.jpg").write_bytes(b"x")


@pytest.mark.parametrize(
    "occupy",
    [
        occupied_by_a_file,
        lambda folder: folder.write_bytes(b"x"),
        lambda folder: folder.symlink_to("nowhere"),
    ],
)
def test_nothing_is_created_over_anything(
    tmp_path: Path, made: Vault, occupy: Callable[[Path], object]
) -> None:
    folder = tmp_path / "taken"
    occupy(folder)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DestinationExistsError):
        create_headers(folder, Secret(PASSPHRASE), made.recovery, COSTS)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_vault_is_never_created_over_a_vault(vault: Vault) -> None:
    before = state(vault.path)
    with pytest.raises(DestinationExistsError):
        create_headers(vault.path, Secret(PASSPHRASE), vault.recovery, COSTS)
    assert state(vault.path) == before


def test_a_header_that_turns_up_meanwhile_is_kept(
    tmp_path: Path, made: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "race"
    real = header_format.write

    def write_and_lose_the_race(*given: object) -> bytes:
        folder.mkdir()
        (folder / "header.1").write_bytes(b"somebody else's")
        return real(*given)  # type: ignore[arg-type] # passed on as it came

    monkeypatch.setattr(header_format, "write", write_and_lose_the_race)
    with pytest.raises(DestinationExistsError):
        create_headers(folder, Secret(PASSPHRASE), made.recovery, COSTS)
    assert state(folder) == {"header.1": b"somebody else's"}


def test_a_missing_folder_above_is_told(tmp_path: Path, made: Vault) -> None:
    with pytest.raises(UsageError, match="no folder"):
        create_headers(tmp_path / "no" / "vault", Secret(PASSPHRASE), made.recovery, COSTS)
    assert list(tmp_path.iterdir()) == []


def test_costs_below_the_policy_are_refused_at_creation(tmp_path: Path, made: Vault) -> None:
    with pytest.raises(HostileHeaderError):
        create_headers(tmp_path / "vault", Secret(PASSPHRASE), made.recovery, KdfCosts(1024, 3, 1))
    assert list(tmp_path.iterdir()) == []


def test_a_derivation_that_goes_wrong_once_never_becomes_a_vault(
    tmp_path: Path, made: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([Secret(b"a" * 32), Secret(b"b" * 32)])
    monkeypatch.setattr(kdf, "derive", lambda *_given: next(answers))
    with pytest.raises(UnavailableError, match="memory of this machine"):
        create_headers(tmp_path / "vault", Secret(PASSPHRASE), made.recovery, COSTS)
    assert list(tmp_path.iterdir()) == []


def test_a_header_that_would_not_open_is_never_written(
    tmp_path: Path, made: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(header_format, "is_genuine", lambda *_given: False)
    with pytest.raises(VaultDamagedError):
        create_headers(tmp_path / "vault", Secret(PASSPHRASE), made.recovery, COSTS)
    assert list(tmp_path.iterdir()) == []


def test_the_secrets_of_the_caller_are_not_wiped(vault: Vault) -> None:
    secret = Secret(PASSPHRASE)
    open_headers(vault.path, passphrase=secret)
    vault.open_with_recovery()
    assert not secret.is_wiped
    assert not vault.recovery.secret.is_wiped


def test_two_vaults_share_nothing(tmp_path: Path, made: Vault) -> None:
    other = create_headers(tmp_path / "other", Secret(PASSPHRASE), made.recovery, COSTS)
    assert other.vault_id != made.open().vault_id
    assert other.keys.database != made.keys.database


def test_a_re_key_goes_on_with_id_and_generation_and_has_new_keys(
    tmp_path: Path, vault: Vault
) -> None:
    old = vault.open()
    new = create_headers(
        tmp_path / "next", Secret(PASSPHRASE), vault.recovery, COSTS, successor_of=old
    )
    assert (new.vault_id, new.generation) == (old.vault_id, 2)
    assert new.keys.database != old.keys.database
    again = open_headers(tmp_path / "next", passphrase=Secret(PASSPHRASE))
    assert again.keys == new.keys


# --- opening --------------------------------------------------------------------------------------


def test_a_passphrase_out_of_a_file_opens(vault: Vault) -> None:
    assert vault.open(PASSPHRASE + b"\r\n").keys == vault.keys


@pytest.mark.parametrize("wrong", [b"", b"x", PASSPHRASE + b" ", PASSPHRASE.upper()])
def test_a_wrong_passphrase_is_told_from_damage(vault: Vault, wrong: bytes) -> None:
    before = state(vault.path)
    with pytest.raises(WrongPassphraseError):
        vault.open(wrong)
    assert state(vault.path) == before


def test_a_recovery_key_of_another_vault_is_told(vault: Vault) -> None:
    with pytest.raises(WrongRecoveryKeyError):
        open_headers(vault.path, recovery=RecoveryKey.new())


def test_either_secret_is_needed_and_only_one(vault: Vault) -> None:
    with pytest.raises(ValueError, match="either"):
        open_headers(vault.path)
    with pytest.raises(ValueError, match="either"):
        open_headers(vault.path, passphrase=Secret(PASSPHRASE), recovery=vault.recovery)


def test_one_attempt_is_one_derivation(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    real, runs = kdf.derive, []

    def counted(passphrase: Secret, salt: bytes, costs: KdfCosts) -> Secret:
        runs.append(costs)
        return real(passphrase, salt, costs)

    monkeypatch.setattr(kdf, "derive", counted)
    vault.open()
    with pytest.raises(WrongPassphraseError):
        vault.open(b"wrong")
    assert runs == [COSTS, COSTS]


def test_what_can_be_told_without_a_secret_is_in_the_clear_part_of_the_header(
    vault: Vault,
) -> None:
    with vault.open().keys:
        opened = vault.open()
    expected = VaultInfo(1, COSTS, 2, opened.vault_id, opened.generation)
    assert describe(vault.path) == expected
    vault.headers[0].unlink()
    assert describe(vault.path).intact_copies == 1


# --- what is wrong --------------------------------------------------------------------------------


def both(damage: Callable[[Path], object]) -> Callable[[Vault], None]:
    def apply(vault: Vault) -> None:
        for path in vault.headers:
            damage(path)

    return apply


def one_and_other(
    first: Callable[[Path], object], second: Callable[[Path], object]
) -> Callable[[Vault], None]:
    def apply(vault: Vault) -> None:
        first(vault.headers[0])
        second(vault.headers[1])

    return apply


def remove(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:600])


def damage_slot(path: Path) -> None:
    flip(path, 300)


def make_foreign(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(4080))


def make_newer(path: Path) -> None:
    path.write_bytes(forged(path.read_bytes(), 8, (2).to_bytes(2)))


def make_hostile(path: Path) -> None:
    path.write_bytes(forged(path.read_bytes(), 16, (17).to_bytes(4)))


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (both(remove), VaultMissingError),
        (both(empty), VaultEmptyError),
        (both(cut), VaultTruncatedError),
        (both(make_foreign), NotAVaultError),
        (both(make_folder), NotAVaultError),
        (both(make_newer), NewerFormatError),
        (both(damage_slot), HostileHeaderError),
        (both(make_hostile), HostileHeaderError),
        (one_and_other(remove, empty), VaultEmptyError),
        (one_and_other(empty, cut), VaultTruncatedError),
        (one_and_other(make_foreign, remove), NotAVaultError),
        (one_and_other(make_foreign, damage_slot), HostileHeaderError),
        (one_and_other(lambda _path: None, make_newer), NewerFormatError),
        (one_and_other(make_hostile, damage_slot), HostileHeaderError),
        (lambda vault: shutil.rmtree(vault.path), VaultMissingError),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_touched(
    vault: Vault, spoil: Callable[[Vault], None], kind: type[IntakeError]
) -> None:
    spoil(vault)
    before = sorted((p, p.is_file() and p.read_bytes()) for p in vault.path.parent.rglob("*"))
    for attempt in (vault.open_with_recovery, lambda: describe(vault.path)):
        with pytest.raises(kind):
            attempt()
    after = sorted((p, p.is_file() and p.read_bytes()) for p in vault.path.parent.rglob("*"))
    assert after == before


def test_a_plain_database_is_no_vault(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE notes (text)")
    database.close()
    with pytest.raises(NotAVaultError, match=r"notes\.db"):
        describe(path)


def test_a_header_that_may_not_be_read_is_told(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> int:
        raise PermissionError

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(UnavailableError, match="cannot be read"):
        describe(vault.path)


def test_a_hostile_header_is_refused_before_argon2_runs(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_given: object) -> int:
        raise AssertionError("Argon2 was run")

    both(make_hostile)(vault)
    monkeypatch.setattr(kdf, "core", never)
    with pytest.raises(HostileHeaderError):
        vault.open()
