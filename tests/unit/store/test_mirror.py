"""The mirror says what was written last, to nobody else, and never lies about a torn slot."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from intake.errors import DestinationExistsError, DiskFullError, UnavailableError
from intake.store import mirror as mirror_module
from intake.store.mirror import SLOT_BYTES, Mirror, MirrorState, open_mirror, read_slots
from tests.unit.store.making import CHAIN_KEY, VAULT_ID

KEY = bytearray(CHAIN_KEY)


def state(counter: int) -> MirrorState:
    return MirrorState(counter, 1, bytes([counter]) * 32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mirror"


def made(path: Path, *counters: int) -> None:
    mirror = Mirror.create(path, KEY, VAULT_ID, state(0))
    for counter in counters:
        mirror.write(state(counter))
    mirror.close()


def read(path: Path, key: bytearray = KEY, vault_id: bytes = VAULT_ID) -> list[int | None]:
    mirror = Mirror(path, key, vault_id)
    slots = mirror.read()
    mirror.close()
    return [None if slot is None else slot.counter for slot in slots]


def test_slots_are_overwritten_in_turn_and_the_file_never_grows(path: Path) -> None:
    made(path)
    assert read(path) == [0, 0]
    path.unlink()
    made(path, 1, 2, 3, 4, 5)
    assert read(path) == [4, 5]
    assert path.stat().st_size == 2 * SLOT_BYTES == 128


def test_a_state_comes_back_whole(path: Path) -> None:
    mirror = Mirror.create(path, KEY, VAULT_ID, state(0))
    whole = MirrorState(2**63, 2**40, os.urandom(32))
    mirror.write(whole)
    assert mirror.read()[0] == whole
    mirror.close()


def test_every_flipped_byte_makes_its_slot_unreadable_and_leaves_the_other(path: Path) -> None:
    made(path, 1, 2)
    original = path.read_bytes()
    for place in range(len(original)):
        path.write_bytes(original[:place] + bytes([original[place] ^ 1]) + original[place + 1 :])
        assert read(path) == ([None, 1] if place < SLOT_BYTES else [2, None])


@pytest.mark.parametrize("length", [0, 1, 64, 127, 129, 4096])
def test_a_file_of_another_length_says_nothing(path: Path, length: int) -> None:
    made(path, 1)
    path.write_bytes((path.read_bytes() * 40)[:length])
    assert read(path) == [None, None]


def test_slots_that_changed_places_say_nothing(path: Path) -> None:
    made(path, 1, 2)
    content = path.read_bytes()
    path.write_bytes(content[SLOT_BYTES:] + content[:SLOT_BYTES])
    assert read(path) == [None, None]


def test_another_key_or_another_vault_reads_nothing(path: Path) -> None:
    made(path, 1)
    assert read(path, key=bytearray(32)) == [None, None]
    assert read(path, vault_id=b"another vault id") == [None, None]


def test_counter_and_head_are_not_there_in_clear(path: Path) -> None:
    mirror = Mirror.create(path, KEY, VAULT_ID, state(0))
    mirror.write(MirrorState(258, 1, b"head" * 8))
    mirror.close()
    content = path.read_bytes()
    assert b"head" not in content
    assert (258).to_bytes(8, "big") not in content


def test_writing_both_slots_mends_the_length(path: Path) -> None:
    made(path, 1)
    path.write_bytes(bytes(500))
    mirror = Mirror(path, KEY, VAULT_ID)
    mirror.write_both(state(7))
    mirror.close()
    assert read(path) == [7, 7]


def test_it_is_never_created_over_something(path: Path) -> None:
    path.write_bytes(b"something")
    with pytest.raises(DestinationExistsError):
        Mirror.create(path, KEY, VAULT_ID, state(0))
    assert path.read_bytes() == b"something"


def test_one_that_is_gone_is_made_anew_and_says_nothing(path: Path) -> None:
    mirror, slots = open_mirror(path, KEY, VAULT_ID)
    assert slots == (None, None)
    mirror.close()
    mirror, slots = open_mirror(path, KEY, VAULT_ID)
    assert slots == (MirrorState(0, 0, bytes(32)),) * 2
    mirror.close()


def test_one_that_cannot_be_opened_is_unavailable(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UnavailableError):
        Mirror(path, KEY, VAULT_ID)
    with pytest.raises(UnavailableError):
        read_slots(path, KEY, VAULT_ID)


def test_a_link_in_its_place_is_not_followed(path: Path) -> None:
    other = path.with_name("other")
    made(other, 1)
    before = other.read_bytes()
    path.symlink_to(other)
    with pytest.raises(UnavailableError):
        open_mirror(path, KEY, VAULT_ID)
    assert other.read_bytes() == before


@pytest.mark.parametrize("call", ["write", "ftruncate"])
def test_a_disk_that_is_full_at_creation_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(DiskFullError):
        Mirror.create(path, KEY, VAULT_ID, state(0))
    assert not path.exists()


def test_a_disk_that_refuses_is_never_silent(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "refused")

    made(path, 1)
    mirror = Mirror(path, KEY, VAULT_ID)
    monkeypatch.setattr(mirror_module, "_sync", refuse)
    with pytest.raises(UnavailableError):
        mirror.write(state(2))
    monkeypatch.setattr(os, "read", refuse)
    with pytest.raises(UnavailableError):
        mirror.read()
    monkeypatch.undo()
    mirror.close()
