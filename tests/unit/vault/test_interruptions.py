"""Whatever fails while the header is written, the vault opens with the old or the new secret."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.errors import (
    DiskFullError,
    IntakeError,
    ReadOnlyError,
    UnavailableError,
    VaultDamagedError,
    WrongSecretError,
)
from intake.vault import disk as vault_disk
from intake.vault import twins
from intake.vault.folder import (
    Twin,
    change_passphrase,
    create_headers,
    open_headers,
    replace_recovery,
)
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from tests.unit.vault.conftest import COSTS, PASSPHRASE, Vault
from tests.unit.vault.faulty_disk import ERRORS, Call, FaultyDisk, PowerCutError, possible_states
from tests.unit.vault.forging import forged

pytestmark = pytest.mark.usefixtures("shared_derivations")

NEW_KEY = RecoveryKey.new()
NEW = b"nine paper boats under the old bridge"
TOLD = {"full": DiskFullError, "input/output": UnavailableError, "read-only": ReadOnlyError}
# Two times: create, write and sync the prepared file, rename it, sync the folder.
CALLS = 10


def give_new_key(vault: Vault) -> int:
    return replace_recovery(vault.path, Secret(PASSPHRASE), NEW_KEY)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def opens(vault: Vault, recovery: RecoveryKey) -> bool:
    try:
        opened = open_headers(vault.path, recovery=recovery)
    except WrongSecretError:
        return False
    return opened.keys == vault.keys


def test_the_calls_are_those_that_make_a_replacement_safe(vault: Vault) -> None:
    with FaultyDisk(vault.path).installed() as disk:
        give_new_key(vault)
    kinds = [(call.kind, call.name) for call in disk.calls]
    assert kinds == [
        (kind, name)
        for copy in ("header.1.new", "header.0.new")
        for kind, name in (
            ("create", copy),
            ("write", copy),
            ("fsync", copy),
            ("replace", copy),
            ("fsync", "."),
        )
    ]
    assert len(kinds) == CALLS


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("at", range(CALLS))
def test_a_call_that_fails_is_told_and_the_vault_opens(vault: Vault, at: int, error: str) -> None:
    disk = FaultyDisk(vault.path, at, ERRORS[error], torn=True)
    with disk.installed(), pytest.raises(TOLD[error]):
        give_new_key(vault)
    assert not list(vault.path.glob("*.new"))
    assert opens(vault, vault.recovery) or opens(vault, NEW_KEY)
    if at < CALLS - 1:  # the second copy has not been replaced yet
        assert opens(vault, vault.recovery)
    assert vault.open().keys == vault.keys
    assert give_new_key(vault) >= 2
    assert opens(vault, NEW_KEY)


@pytest.mark.parametrize("torn", [False, True])
@pytest.mark.parametrize("at", range(CALLS))
def test_when_the_power_goes_the_vault_opens_with_one_of_both(
    vault: Vault, at: int, *, torn: bool
) -> None:
    disk = FaultyDisk(vault.path, at, None, torn=torn)
    with disk.installed(), pytest.raises(PowerCutError):
        give_new_key(vault)
    assert opens(vault, vault.recovery) or opens(vault, NEW_KEY)
    assert vault.open().keys == vault.keys
    assert give_new_key(vault) >= 2
    assert opens(vault, NEW_KEY)
    assert not opens(vault, vault.recovery)


def openable(
    vault: Vault, calls: list[Call], before: dict[str, bytes], attempt: Callable[[], bool]
) -> list[bool]:
    """Return for every state that the disk may be in whether ``attempt`` opens the vault."""
    outcomes = []
    for state in sorted(possible_states(before, calls)):
        shutil.rmtree(vault.path)
        vault.path.mkdir()
        for name, content in state:
            (vault.path / name).write_bytes(content)
        outcomes.append(attempt())
    return outcomes


def either_key_opens(vault: Vault) -> bool:
    try:
        return opens(vault, vault.recovery) or opens(vault, NEW_KEY)
    except IntakeError:
        return False


def test_every_state_of_an_unsynced_disk_opens_after_a_new_recovery_key(vault: Vault) -> None:
    before = contents(vault.path)
    with FaultyDisk(vault.path).installed() as disk:
        give_new_key(vault)
    outcomes = openable(vault, disk.calls, before, lambda: either_key_opens(vault))
    assert len(outcomes) > 8
    assert all(outcomes)


def test_every_state_of_an_unsynced_disk_opens_after_a_new_passphrase(vault: Vault) -> None:
    def either_passphrase_opens() -> bool:
        try:
            return vault.open(NEW).keys == vault.keys
        except WrongSecretError:
            return vault.open().keys == vault.keys

    before = contents(vault.path)
    with FaultyDisk(vault.path).installed() as disk:
        change_passphrase(vault.path, Secret(PASSPHRASE), Secret(NEW), COSTS)
    assert all(openable(vault, disk.calls, before, either_passphrase_opens))


def test_every_state_of_an_unsynced_disk_opens_after_healing(vault: Vault) -> None:
    vault.headers[0].write_bytes(b"")
    before = contents(vault.path)
    with FaultyDisk(vault.path).installed() as disk:
        assert vault.open_with_recovery().healed
    assert len(disk.calls) == CALLS // 2
    assert all(openable(vault, disk.calls, before, lambda: opens(vault, vault.recovery)))


def test_the_simulated_power_cut_sees_a_replacement_that_is_not_safe(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the wait for the content of a new file, some states must not open."""

    def careless(path: Path, content: bytes) -> None:
        number = os.open(path.with_name("careless"), os.O_WRONLY | os.O_CREAT, 0o600)
        os.write(number, content)
        os.close(number)
        os.replace(path.with_name("careless"), path)  # noqa: PTH105 (the watched call)

    monkeypatch.setattr(twins, "replace_file", careless)
    before = contents(vault.path)
    with FaultyDisk(vault.path).installed() as disk:
        give_new_key(vault)
    assert not all(openable(vault, disk.calls, before, lambda: either_key_opens(vault)))


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("at", range(CALLS // 2))
def test_a_twin_that_cannot_be_healed_does_not_stand_in_the_way(
    vault: Vault, at: int, error: str
) -> None:
    vault.headers[0].write_bytes(b"")
    with FaultyDisk(vault.path, at, ERRORS[error], torn=True).installed():
        opened = vault.open_with_recovery()
    assert opened.keys == vault.keys
    assert opened.twin is Twin.DAMAGED
    assert vault.open_with_recovery().twin in {Twin.HEALED, Twin.INTACT}


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("at", range(7))
def test_a_creation_that_fails_leaves_nothing(
    made: Vault, tmp_path: Path, at: int, error: str
) -> None:
    folder = tmp_path / "new"
    disk = FaultyDisk(folder, at, ERRORS[error], torn=True)
    with disk.installed(), pytest.raises(TOLD[error]):
        create_headers(folder, Secret(PASSPHRASE), made.recovery, COSTS)
    assert len(disk.calls) > at
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_survives_a_creation_that_fails(made: Vault, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    with FaultyDisk(folder, 1, ERRORS["full"]).installed(), pytest.raises(DiskFullError):
        create_headers(folder, Secret(PASSPHRASE), made.recovery, COSTS)
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_removed_after_a_failure_does_not_hide_it(
    made: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rmdir", refuse)
    folder = tmp_path / "new"
    with FaultyDisk(folder, 1, ERRORS["full"]).installed(), pytest.raises(DiskFullError):
        create_headers(folder, Secret(PASSPHRASE), made.recovery, COSTS)


@pytest.mark.parametrize("lie", ["other bytes", "damage"])
def test_a_disk_that_gives_back_something_else_is_told(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, lie: str
) -> None:
    """The second copy, which still opens with the old secret, is not touched then."""
    old = vault.headers[0].read_bytes()
    real = vault_disk.replace_file

    def lying(path: Path, content: bytes) -> None:
        real(path, old if lie == "other bytes" else content[:-1] + b"?")

    monkeypatch.setattr(twins, "replace_file", lying)
    with pytest.raises(VaultDamagedError, match="after writing"):
        give_new_key(vault)
    assert vault.headers[0].read_bytes() == old
    assert opens(vault, vault.recovery)


def test_each_copy_is_proven_as_the_disk_gives_it_back(vault: Vault) -> None:
    proven: list[str] = []
    content = vault.headers[0].read_bytes()
    twins.replace(vault.path, content, lambda copy: proven.append(copy.name), last="header.0")
    assert proven == ["header.1", "header.0"]


def test_a_first_copy_that_cannot_be_proven_saves_the_second(vault: Vault) -> None:
    def refuse(_copy: twins.Copy) -> None:
        raise VaultDamagedError(part="x")

    old = vault.headers[0].read_bytes()
    new = forged(old, 72, (2).to_bytes(8))
    with pytest.raises(VaultDamagedError):
        twins.replace(vault.path, new, refuse, last="header.0")
    assert [path.read_bytes() for path in vault.headers] == [old, new]


def test_a_partial_write_is_continued(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda number, content: real(number, content[:1000]))
    give_new_key(vault)
    assert open_headers(vault.path, recovery=NEW_KEY).twin is Twin.INTACT
