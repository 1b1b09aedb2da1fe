"""Destroyed is destroyed: whatever fails on the way, a vault opens as before or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from intake.errors import DiskFullError, IntakeError, ReadOnlyError, UnavailableError
from intake.vault import destruction
from intake.vault.destruction import OFFER_NAME, destroy_all, is_offered, offer
from intake.vault.folder import open_headers
from tests.unit.vault.conftest import Vault
from tests.unit.vault.faulty_disk import (
    ERRORS,
    FaultyDisk,
    PowerCutError,
    possible_states,
    states_after,
)

pytestmark = pytest.mark.usefixtures("shared_derivations")

TOLD = {"full": DiskFullError, "input/output": UnavailableError, "read-only": ReadOnlyError}
MIRROR = bytes(range(128))
# Three files: overwritten and synced first, then truncated, synced and removed; then the folder.
CALLS = 3 * 2 + 3 * 3 + 1


@pytest.fixture
def vault(vault: Vault) -> Vault:
    (vault.path / "mirror").write_bytes(MIRROR)
    (vault.path / "vault.db").write_bytes(b"stays")
    return vault


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def opens(vault: Vault) -> bool:
    """Tell whether the vault opens, which must give the old keys, or fails as it should."""
    try:
        opened = open_headers(vault.path, recovery=vault.recovery)
    except IntakeError:
        return False
    assert opened.keys == vault.keys
    return True


def outcomes(vault: Vault, states: set[tuple[tuple[str, bytes], ...]]) -> list[bool]:
    found = []
    for state in sorted(states):
        shutil.rmtree(vault.path)
        vault.path.mkdir()
        for name, content in state:
            (vault.path / name).write_bytes(content)
        found.append(opens(vault))
    return found


def test_everything_is_overwritten_before_anything_goes(vault: Vault) -> None:
    with FaultyDisk(vault.path).installed() as watched:
        destroy_all([vault.path])
    kinds = [(call.kind, call.name) for call in watched.calls]
    files = ("header.0", "header.1", "mirror")
    expected = [(kind, name) for name in files for kind in ("overwrite", "fsync")]
    expected += [(kind, name) for name in files for kind in ("truncate", "fsync", "unlink")]
    assert kinds == [*expected, ("fsync", ".")]
    assert len(kinds) == CALLS
    assert contents(vault.path) == {"vault.db": b"stays"}
    for call in watched.calls:
        if call.kind == "overwrite":
            assert len(call.content) == 16_384
            assert len(set(call.content)) > 200


@pytest.mark.parametrize("torn", [False, True])
@pytest.mark.parametrize("at", range(CALLS))
def test_when_the_power_goes_it_opens_as_before_or_not_at_all(
    vault: Vault, at: int, *, torn: bool
) -> None:
    with (
        FaultyDisk(vault.path, at, None, torn=torn).installed(),
        pytest.raises(PowerCutError),
    ):
        destroy_all([vault.path])
    # Both headers are overwritten with the third call, however much of it was done.
    assert opens(vault) == (at < 2 or (at == 2 and not torn))
    destroy_all([vault.path])
    assert not opens(vault)


def test_every_state_of_an_unsynced_disk_opens_as_before_or_not_at_all(vault: Vault) -> None:
    before = contents(vault.path)
    with FaultyDisk(vault.path).installed() as watched:
        destroy_all([vault.path])
    found = outcomes(vault, possible_states(before, watched.calls))
    assert set(found) == {True, False}


def test_after_the_last_call_no_state_opens(vault: Vault) -> None:
    before = contents(vault.path)
    with FaultyDisk(vault.path).installed() as watched:
        destroy_all([vault.path])
    assert not any(outcomes(vault, states_after(before, watched.calls)))


def test_the_simulated_power_cut_sees_a_destruction_that_does_not_wait(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the wait for the overwritten bytes, a state with the old ones is possible."""

    def careless(path: Path, size: int) -> None:
        number = os.open(path, os.O_WRONLY)
        os.write(number, os.urandom(size))
        os.close(number)

    monkeypatch.setattr(destruction, "scramble", careless)
    before = contents(vault.path)
    with FaultyDisk(vault.path).installed() as watched:
        destroy_all([vault.path])
    without_waits = [call for call in watched.calls if call.kind != "fsync"]
    assert any(outcomes(vault, states_after(before, without_waits)))


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("at", range(CALLS))
def test_a_call_that_fails_is_told_and_the_rest_is_done(vault: Vault, at: int, error: str) -> None:
    with FaultyDisk(vault.path, at, ERRORS[error]).installed(), pytest.raises(TOLD[error]):
        destroy_all([vault.path])
    assert not opens(vault)
    assert contents(vault.path) == {"vault.db": b"stays"}


def test_copies_and_half_written_headers_go_too(vault: Vault) -> None:
    copy = vault.path / "before-update-1"
    copy.mkdir()
    for header in vault.headers:
        shutil.copy(header, copy)
    shutil.copy(vault.headers[0], vault.path / "header.1.new")
    destroy_all([vault.path, copy])
    assert not list(vault.path.rglob("header*"))


def test_a_link_in_the_place_of_a_header_leads_nowhere(vault: Vault, tmp_path: Path) -> None:
    other = tmp_path / "not ours"
    other.write_bytes(b"of somebody else")
    vault.headers[0].unlink()
    vault.headers[0].symlink_to(other)
    with pytest.raises(UnavailableError):
        destroy_all([vault.path])
    assert other.read_bytes() == b"of somebody else"
    assert not list(vault.path.glob("header*"))


def test_the_offer_is_an_empty_file_that_can_be_taken_back(vault: Vault) -> None:
    assert not is_offered(vault.path)
    for _ in range(2):
        offer(vault.path, offered=True)
        assert is_offered(vault.path)
    assert (vault.path / OFFER_NAME).read_bytes() == b""
    assert (vault.path / OFFER_NAME).stat().st_mode & 0o777 == 0o600
    for _ in range(2):
        offer(vault.path, offered=False)
        assert not is_offered(vault.path)


def test_an_offer_on_a_disk_that_refuses_is_told(vault: Vault) -> None:
    with FaultyDisk(vault.path, 0, ERRORS["full"]).installed(), pytest.raises(DiskFullError):
        offer(vault.path, offered=True)
    assert not is_offered(vault.path)
