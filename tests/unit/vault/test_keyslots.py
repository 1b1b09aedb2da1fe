"""A slot opens only with its own secret, in its own place, in its own vault."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from intake.vault.header import Header
from intake.vault.kdf import KdfCosts, subkey
from intake.vault.keyslots import SlotKind, SlotSecret, VaultKeys, header_mac_key
from intake.vault.secret import Secret

ROOT = Secret(bytes(range(32)))
STRETCHED = SlotSecret(SlotKind.PASSPHRASE, Secret(b"s" * 32))
PAPER = SlotSecret(SlotKind.RECOVERY, Secret(b"r" * 20))
BLANK = Header.blank(KdfCosts(64 * 1024, 3, 2))
HEADER = BLANK.with_slot(2, STRETCHED.wrap(ROOT, BLANK, 2)).with_slot(5, PAPER.wrap(ROOT, BLANK, 5))


@pytest.mark.parametrize(("key", "index"), [(STRETCHED, 2), (PAPER, 5)])
def test_each_secret_opens_its_slot(key: SlotSecret, index: int) -> None:
    assert key.unwrap(HEADER) == (index, ROOT)


@pytest.mark.parametrize("index", range(8))
def test_every_slot_is_tried(index: int) -> None:
    header = BLANK.with_slot(index, STRETCHED.wrap(ROOT, BLANK, index))
    assert STRETCHED.unwrap(header) == (index, ROOT)


@pytest.mark.parametrize(
    "key",
    [
        SlotSecret(SlotKind.PASSPHRASE, Secret(b"t" * 32)),
        SlotSecret(SlotKind.RECOVERY, Secret(b"s" * 32)),
        SlotSecret(SlotKind.PASSPHRASE, Secret(b"r" * 20)),
    ],
)
def test_nothing_else_opens_a_slot(key: SlotSecret) -> None:
    assert key.unwrap(HEADER) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda header: replace(header, vault_id=bytes(16)),
        lambda header: replace(header, salt=bytes(32)),
        lambda header: replace(header, costs=KdfCosts(64 * 1024 + 1, 3, 2)),
        lambda header: replace(header, costs=KdfCosts(64 * 1024, 4, 2)),
        lambda header: replace(header, costs=KdfCosts(64 * 1024, 3, 3)),
        lambda header: header.with_slot(3, header.slots[2]).with_slot(2, header.slots[3]),
    ],
)
def test_a_passphrase_slot_is_bound_to_vault_place_and_derivation(
    change: Callable[[Header], Header],
) -> None:
    assert STRETCHED.unwrap(change(HEADER)) is None


def test_a_recovery_slot_outlives_a_new_salt_and_new_costs() -> None:
    changed = replace(HEADER, salt=bytes(32), costs=KdfCosts(128 * 1024, 4, 1), generation=9)
    assert PAPER.unwrap(changed) == (5, ROOT)


@pytest.mark.parametrize(
    "change",
    [
        lambda header: replace(header, vault_id=bytes(16)),
        lambda header: header.with_slot(3, header.slots[5]).with_slot(5, header.slots[3]),
    ],
)
def test_a_recovery_slot_is_bound_to_vault_and_place(change: Callable[[Header], Header]) -> None:
    assert PAPER.unwrap(change(HEADER)) is None


@pytest.mark.parametrize("at", range(60))
def test_every_flipped_byte_of_a_slot_closes_it(at: int) -> None:
    slot = bytearray(HEADER.slots[2])
    slot[at] ^= 0x10
    assert STRETCHED.unwrap(HEADER.with_slot(2, bytes(slot))) is None


def test_the_same_key_is_never_sealed_the_same_way_twice() -> None:
    slots = {STRETCHED.wrap(ROOT, BLANK, 2) for _ in range(100)}
    assert len(slots) == 100
    assert len({slot[:12] for slot in slots}) == 100


def test_used_and_empty_slots_have_the_same_look() -> None:
    """Neither length nor any byte value at any place tells a used slot from an empty one."""
    used = [STRETCHED.wrap(ROOT, BLANK, 0) for _ in range(2000)]
    empty = [slot for _ in range(250) for slot in Header.blank(BLANK.costs).slots]
    for slots in (used, empty):
        for at in range(60):
            values = Counter(slot[at] for slot in slots)
            assert len(values) > 240
            assert max(values.values()) < 40


def test_four_keys_are_made_and_the_root_is_wiped() -> None:
    root = ROOT.copy()
    keys = VaultKeys.from_root(root)
    assert root.is_wiped
    every = [keys.database, keys.attachments, keys.header_mac, keys.chain]
    assert len({bytes(key.view()) for key in every}) == 4
    assert {len(key) for key in every} == {32}
    assert keys.header_mac == header_mac_key(ROOT)
    assert keys.database == subkey(ROOT, "database")


def test_keys_are_wiped_together() -> None:
    with VaultKeys.from_root(ROOT.copy()) as keys:
        assert not keys.chain.is_wiped
    assert all(
        key.is_wiped for key in (keys.database, keys.attachments, keys.header_mac, keys.chain)
    )


def test_a_slot_secret_is_wiped_when_its_context_ends() -> None:
    with SlotSecret(SlotKind.RECOVERY, Secret(b"r" * 20)) as key:
        assert not key.secret.is_wiped
    assert key.secret.is_wiped


def test_no_rendering_shows_a_key() -> None:
    shown = f"{VaultKeys.from_root(ROOT.copy())!r} {STRETCHED!r}"
    assert shown.count("hidden") == 5
