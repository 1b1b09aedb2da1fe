"""Secrets can be replaced, backed up and destroyed; the vault's keys stay what they are."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from intake.errors import (
    DestinationExistsError,
    ReadOnlyError,
    UsageError,
    VaultDamagedError,
    VaultMissingError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from intake.vault import kdf
from intake.vault.destruction import destroy_headers
from intake.vault.folder import (
    Twin,
    change_passphrase,
    copy_headers,
    describe,
    open_headers,
    replace_recovery,
)
from intake.vault.header import Header, parse
from intake.vault.kdf import KdfCosts
from intake.vault.keyslots import SlotSecret
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from tests.unit.vault.conftest import COSTS, PASSPHRASE, Vault
from tests.unit.vault.forging import flip

pytestmark = pytest.mark.usefixtures("shared_derivations")

NEW = b"nine paper boats under the old bridge"


def change(vault: Vault) -> int:
    return change_passphrase(vault.path, Secret(PASSPHRASE), Secret(NEW), COSTS)


def test_a_new_passphrase_replaces_the_old_one(vault: Vault) -> None:
    assert change(vault) == 2
    opened = vault.open(NEW)
    assert opened.keys == vault.keys
    assert opened.generation == 2
    assert opened.twin is Twin.INTACT
    with pytest.raises(WrongPassphraseError):
        vault.open()


def test_the_recovery_key_outlives_a_new_passphrase_with_other_costs(vault: Vault) -> None:
    dearer = replace(COSTS, memory_kib=72 * 1024)
    change_passphrase(vault.path, Secret(PASSPHRASE), Secret(NEW), dearer)
    assert describe(vault.path).costs == dearer
    assert vault.open_with_recovery().keys == vault.keys


def test_a_new_passphrase_has_a_new_salt_and_the_vault_keeps_its_id(vault: Vault) -> None:
    path = vault.headers[0]
    before = parse(path.read_bytes(), path)
    change(vault)
    after = parse(path.read_bytes(), path)
    assert after.salt != before.salt
    assert after.vault_id == before.vault_id
    changed = [at for at in range(8) if after.slots[at] != before.slots[at]]
    assert len(changed) == 1


def test_costs_are_calibrated_when_nobody_gives_them(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    calibrated = KdfCosts(65 * 1024, 3, 1)
    monkeypatch.setattr(kdf, "calibrate", lambda: calibrated)
    change_passphrase(vault.path, Secret(PASSPHRASE), Secret(NEW))
    assert describe(vault.path).costs == calibrated


def test_a_wrong_old_passphrase_changes_nothing(vault: Vault) -> None:
    before = [path.read_bytes() for path in vault.headers]
    with pytest.raises(WrongPassphraseError):
        change_passphrase(vault.path, Secret(b"wrong"), Secret(NEW), COSTS)
    assert [path.read_bytes() for path in vault.headers] == before


def test_a_new_passphrase_that_is_not_text_changes_nothing(vault: Vault) -> None:
    before = [path.read_bytes() for path in vault.headers]
    with pytest.raises(UsageError):
        change_passphrase(vault.path, Secret(PASSPHRASE), Secret(b"\xff"), COSTS)
    assert [path.read_bytes() for path in vault.headers] == before


def test_the_recovery_key_sets_a_new_passphrase_and_ends_the_forgotten_one(vault: Vault) -> None:
    assert change_passphrase(vault.path, vault.recovery, Secret(NEW), COSTS) == 2
    assert vault.open(NEW).keys == vault.open_with_recovery().keys == vault.keys
    with pytest.raises(WrongPassphraseError):
        vault.open()


def slots_kept(vault: Vault, before: bytes) -> int:
    path = vault.headers[0]
    pairs = zip(parse(before, path).slots, parse(path.read_bytes(), path).slots, strict=True)
    return sum(old == new for old, new in pairs)


def test_what_opened_keeps_its_slot_and_all_others_are_emptied(vault: Vault) -> None:
    before = vault.headers[0].read_bytes()
    change_passphrase(vault.path, vault.recovery, Secret(NEW), COSTS)
    assert slots_kept(vault, before) == 1

    before = vault.headers[0].read_bytes()
    replace_recovery(vault.path, Secret(NEW), RecoveryKey.new())
    assert slots_kept(vault, before) == 1


@pytest.mark.parametrize("wrong", [bytes(60), None], ids=["opens with nothing", "another root"])
def test_a_slot_that_would_not_open_is_never_written(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, wrong: bytes | None
) -> None:
    real = SlotSecret.wrap

    def broken(key: SlotSecret, _root: Secret, header: Header, index: int) -> bytes:
        return wrong or real(key, Secret(bytes(32)), header, index)

    monkeypatch.setattr(SlotSecret, "wrap", broken)
    before = [path.read_bytes() for path in vault.headers]
    with pytest.raises(VaultDamagedError):
        change(vault)
    assert [path.read_bytes() for path in vault.headers] == before


def test_a_new_recovery_key_ends_the_old_one(vault: Vault) -> None:
    new = RecoveryKey.new()
    assert replace_recovery(vault.path, Secret(PASSPHRASE), new) == 2
    assert not new.secret.is_wiped
    assert open_headers(vault.path, recovery=new).keys == vault.keys
    assert vault.open().keys == vault.keys
    with pytest.raises(WrongRecoveryKeyError):
        vault.open_with_recovery()


def test_a_change_on_top_of_a_damaged_copy_repairs_it(vault: Vault) -> None:
    flip(vault.headers[0], 100)
    assert change(vault) == 2
    assert vault.open(NEW).twin is Twin.INTACT


def test_changes_count_on(vault: Vault) -> None:
    new = RecoveryKey.new()
    change(vault)
    replace_recovery(vault.path, Secret(NEW), new)
    assert change_passphrase(vault.path, new, Secret(PASSPHRASE), COSTS) == 4
    assert vault.open().generation == 4


def test_an_interrupted_change_opens_with_both_and_the_new_secret_finishes_it(
    vault: Vault,
) -> None:
    old = vault.headers[0].read_bytes()
    change(vault)
    vault.headers[0].write_bytes(old)  # as if only the other copy had been replaced

    first = vault.open()
    assert (first.generation, first.twin) == (1, Twin.NEWER)
    assert vault.headers[0].read_bytes() == old

    assert vault.open(NEW).healed
    with pytest.raises(WrongPassphraseError):
        vault.open()


def test_a_change_after_an_interrupted_one_gets_a_higher_generation(vault: Vault) -> None:
    old = vault.headers[0].read_bytes()
    change(vault)
    vault.headers[0].write_bytes(old)
    third = b"three"
    assert change_passphrase(vault.path, Secret(PASSPHRASE), Secret(third), COSTS) == 3
    assert vault.open(third).twin is Twin.INTACT
    with pytest.raises(WrongPassphraseError):
        vault.open(NEW)


def test_a_backup_has_a_header_of_its_own_with_the_same_secrets(
    vault: Vault, tmp_path: Path
) -> None:
    destination = tmp_path / "backup"
    destination.mkdir()
    change(vault)
    assert copy_headers(vault.path, destination, vault.keys) == 2
    assert open_headers(destination, passphrase=Secret(NEW)).keys == vault.keys
    assert open_headers(destination, recovery=vault.recovery).twin is Twin.INTACT
    with pytest.raises(DestinationExistsError):
        copy_headers(vault.path, destination, vault.keys)
    assert describe(destination).intact_copies == 2


def test_a_header_that_the_keys_do_not_vouch_for_is_not_backed_up(
    vault: Vault, tmp_path: Path
) -> None:
    stranger = replace(vault.keys, header_mac=Secret(bytes(32)))
    with pytest.raises(VaultDamagedError):
        copy_headers(vault.path, tmp_path, stranger)
    assert sorted(tmp_path.iterdir()) == [vault.path]


def test_a_destroyed_vault_opens_with_nothing(vault: Vault) -> None:
    (vault.path / "header.0.new").write_bytes(b"left over")
    (vault.path / "vault.db").write_bytes(b"stays")
    destroy_headers(vault.path)
    assert [path.name for path in vault.path.iterdir()] == ["vault.db"]
    with pytest.raises(VaultMissingError):
        vault.open_with_recovery()


def test_destroying_overwrites_the_bytes_where_they_lie(vault: Vault, tmp_path: Path) -> None:
    content = vault.headers[0].read_bytes()
    seen = tmp_path / "same-file"
    seen.hardlink_to(vault.headers[0])
    sizes: list[int] = []
    overwritten: list[bytes] = []

    real = os.ftruncate

    def watched(number: int, size: int) -> None:
        overwritten.append(seen.read_bytes())
        sizes.append(size)
        real(number, size)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "ftruncate", watched)
        destroy_headers(vault.path)
    assert len(overwritten[0]) == len(content)
    assert overwritten[0][:608] != content[:608]
    assert sizes == [0, 0]
    assert seen.read_bytes() == b""


def test_one_copy_that_resists_does_not_save_the_other(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def resist(path: Path, flags: int, *rest: int) -> int:
        if Path(path).name == "header.0":
            raise PermissionError(13, "resists")
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", resist)
    with pytest.raises(ReadOnlyError):
        destroy_headers(vault.path)
    assert not vault.headers[1].exists()
