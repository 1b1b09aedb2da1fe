"""A header is 16 KiB with one meaning; no changed byte, other file or hostile cost gets through."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from intake.errors import (
    HostileHeaderError,
    NewerFormatError,
    NotAVaultError,
    VaultDamagedError,
    VaultEmptyError,
    VaultTruncatedError,
)
from intake.vault.header import HEADER_BYTES, Header, is_genuine, parse, write
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret

PATH = Path("somewhere") / "header.0"
COSTS = KdfCosts(64 * 1024, 3, 2)
MAC_KEY = Secret(bytes(range(32)))
HEADER = Header.blank(COSTS)
CONTENT = write(HEADER, MAC_KEY)


def with_right_digest(content: bytes) -> bytes:
    return content[:-32] + hashlib.sha256(content[:-32]).digest()


def patched(at: int, new: bytes) -> bytes:
    return with_right_digest(CONTENT[:at] + new + CONTENT[at + len(new) :])


def flipped(at: int) -> bytes:
    return CONTENT[:at] + bytes([CONTENT[at] ^ 1 << at % 8]) + CONTENT[at + 1 :]


def test_a_header_says_what_was_written() -> None:
    assert len(CONTENT) == HEADER_BYTES == 16_384
    assert parse(CONTENT, PATH) == HEADER
    assert is_genuine(CONTENT, MAC_KEY)


def test_a_blank_header_is_random_where_it_can_be() -> None:
    other = Header.blank(COSTS)
    assert other.vault_id != HEADER.vault_id
    assert other.salt != HEADER.salt
    assert len({*other.slots, *HEADER.slots}) == 16
    assert {len(slot) for slot in other.slots} == {60}


def test_one_slot_can_be_filled_and_the_others_stay() -> None:
    slots = HEADER.with_slot(3, b"x" * 60).slots
    assert slots[3] == b"x" * 60
    assert slots[:3] + slots[4:] == HEADER.slots[:3] + HEADER.slots[4:]


def test_all_other_slots_can_be_emptied() -> None:
    slots = HEADER.with_only(3).slots
    assert slots[3] == HEADER.slots[3]
    assert not set(slots[:3] + slots[4:]) & set(HEADER.slots)


def test_every_flipped_byte_is_noticed_without_a_key() -> None:
    for at in range(HEADER_BYTES):
        with pytest.raises((VaultDamagedError, NotAVaultError)):
            parse(flipped(at), PATH)


def test_every_flipped_byte_under_a_corrected_digest_is_noticed_with_the_key() -> None:
    for at in range(HEADER_BYTES - 32):
        forged = with_right_digest(flipped(at))
        assert not is_genuine(forged, MAC_KEY)


def test_another_key_does_not_vouch() -> None:
    assert not is_genuine(CONTENT, Secret(bytes(32)))


def test_no_content_is_told() -> None:
    with pytest.raises(VaultEmptyError, match=r"header\.0"):
        parse(b"", PATH)


@pytest.mark.parametrize("length", [1, 7, 8, 100, 608, HEADER_BYTES - 33, HEADER_BYTES - 1])
def test_a_header_that_is_cut_short_is_told(length: int) -> None:
    with pytest.raises(VaultTruncatedError, match=r"header\.0"):
        parse(CONTENT[:length], PATH)


def test_a_header_with_more_behind_it_is_damaged() -> None:
    with pytest.raises(VaultDamagedError, match="too long"):
        parse(CONTENT + b"\0", PATH)


@pytest.mark.parametrize(
    "content", [b"SQLite format 3\0" * 2000, b"PK\x03\x04", b"\0" * HEADER_BYTES, b"intakevh"]
)
def test_another_file_is_told(content: bytes) -> None:
    with pytest.raises(NotAVaultError, match="somewhere"):
        parse(content, PATH)


@pytest.mark.parametrize("version", [2, 65_535])
def test_a_newer_format_is_told(version: int) -> None:
    with pytest.raises(NewerFormatError, match=f"format {version}"):
        parse(patched(8, struct.pack(">H", version)), PATH)


@pytest.mark.parametrize(
    ("at", "new", "part"),
    [
        (8, struct.pack(">H", 0), "format"),
        (10, struct.pack(">H", 0), "key derivation"),
        (10, struct.pack(">H", 2), "key derivation"),
        (72, struct.pack(">Q", 0), "generation"),
        (80, b"\x01", "reserved"),
        (127, b"\x01", "reserved"),
        (608, b"\x01", "reserved"),
        (HEADER_BYTES - 65, b"\x01", "reserved"),
    ],
)
def test_a_header_that_says_what_none_says_is_hostile(at: int, new: bytes, part: str) -> None:
    with pytest.raises(HostileHeaderError, match=part):
        parse(patched(at, new), PATH)


@pytest.mark.parametrize(
    ("at", "value", "part"),
    [
        (12, 0, "memory cost"),
        (12, 64 * 1024 - 1, "memory cost"),
        (12, 2048 * 1024 + 1, "memory cost"),
        (12, 0xFFFF_FFFF, "memory cost"),
        (16, 0, "time cost"),
        (16, 2, "time cost"),
        (16, 17, "time cost"),
        (16, 0xFFFF_FFFF, "time cost"),
        (20, 0, "lanes"),
        (20, 9, "lanes"),
        (20, 0xFFFF_FFFF, "lanes"),
    ],
)
def test_a_cost_outside_its_limits_is_hostile(at: int, value: int, part: str) -> None:
    with pytest.raises(HostileHeaderError, match=part):
        parse(patched(at, struct.pack(">I", value)), PATH)


@pytest.mark.parametrize(
    "change",
    [
        lambda header: replace(header, generation=2**64 - 1),
        lambda header: replace(header, costs=KdfCosts(2048 * 1024, 16, 8)),
        lambda header: header.with_slot(7, bytes(60)),
    ],
)
def test_extremes_survive_a_round_trip(change: Callable[[Header], Header]) -> None:
    header = change(HEADER)
    assert parse(write(header, MAC_KEY), PATH) == header
