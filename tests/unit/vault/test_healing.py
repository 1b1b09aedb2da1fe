"""A damaged or forged copy of the header is healed from its twin and never stands in the way."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.errors import TooLittleMemoryError, VaultDamagedError
from intake.vault import kdf
from intake.vault.folder import Twin
from intake.vault.header import HEADER_BYTES
from tests.unit.vault.conftest import Vault
from tests.unit.vault.forging import flip, forged


@pytest.mark.parametrize("copy", [0, 1])
@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes() + b"more"),
        lambda path: path.write_bytes(b"something else"),
        lambda path: flip(path, 0),
        lambda path: flip(path, 9),
        lambda path: flip(path, 200),
        lambda path: flip(path, HEADER_BYTES - 1),
        lambda path: path.write_bytes(forged(path.read_bytes(), 40, b"\0")),
    ],
    ids=["gone", "empty", "short", "long", "foreign", "magic", "format", "slot", "digest", "salt"],
)
def test_a_damaged_copy_is_healed_from_its_twin(
    vault: Vault, copy: int, damage: Callable[[Path], object]
) -> None:
    good = vault.headers[1 - copy].read_bytes()
    damage(vault.headers[copy])
    opened = vault.open()
    assert opened.healed
    assert opened.keys == vault.keys
    assert vault.headers[copy].read_bytes() == good
    assert not vault.open().healed


def test_a_link_in_the_place_of_a_copy_is_replaced_and_its_target_kept(
    vault: Vault, tmp_path: Path
) -> None:
    target = tmp_path / "diary"
    target.write_bytes(b"dear diary")
    vault.headers[0].unlink()
    vault.headers[0].symlink_to(target)
    assert vault.open_with_recovery().healed
    assert target.read_bytes() == b"dear diary"
    assert not vault.headers[0].is_symlink()


def test_a_pipe_in_the_place_of_a_copy_does_not_block(vault: Vault) -> None:
    vault.headers[0].unlink()
    os.mkfifo(vault.headers[0])
    assert vault.open_with_recovery().healed


def test_a_copy_that_cannot_be_healed_does_not_stand_in_the_way(vault: Vault) -> None:
    vault.headers[0].unlink()
    vault.headers[0].mkdir()
    opened = vault.open_with_recovery()
    assert opened.keys == vault.keys
    assert opened.twin is Twin.DAMAGED


def test_a_forged_newer_copy_neither_opens_nor_stands_in_the_way(vault: Vault) -> None:
    content = vault.headers[0].read_bytes()
    vault.headers[0].write_bytes(forged(content, 72, (2**63).to_bytes(8)))
    opened = vault.open()
    assert opened.generation == 1
    assert opened.healed
    assert vault.headers[0].read_bytes() == content


def test_a_forged_copy_that_asks_for_much_memory_does_not_stand_in_the_way(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = forged(vault.headers[0].read_bytes(), 72, (9).to_bytes(8))
    vault.headers[0].write_bytes(forged(content, 12, (2048 * 1024).to_bytes(4)))
    monkeypatch.setattr(kdf, "free_memory_kib", lambda: 1024 * 1024)
    assert vault.open().healed


def test_too_little_memory_is_told_when_nothing_else_opens(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kdf, "free_memory_kib", lambda: 1024)
    with pytest.raises(TooLittleMemoryError):
        vault.open()


def test_a_right_secret_on_two_forged_copies_is_damage(vault: Vault) -> None:
    for path in vault.headers:
        path.write_bytes(forged(path.read_bytes(), 72, (5).to_bytes(8)))
    with pytest.raises(VaultDamagedError):
        vault.open()


def test_what_an_interrupted_change_left_is_removed(vault: Vault) -> None:
    (vault.path / "header.1.new").write_bytes(b"half")
    vault.open_with_recovery()
    assert {path.name for path in vault.path.iterdir()} == {"header.0", "header.1"}
