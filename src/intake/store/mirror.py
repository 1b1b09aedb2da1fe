"""Counter and head of the last commit in a small file of its own; knows nothing of the database."""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from intake.errors import UnavailableError
from intake.store.connection import create_file
from intake.store.refusals import from_os_error
from intake.store.tables import DIGEST_BYTES

SLOT_BYTES = 64
SLOTS = 2
_LAYOUT = struct.Struct(f">QQ{DIGEST_BYTES}s")  # 48 bytes; with the 16 of the cipher one slot

# Only the content changes, never the length, so that data alone needs to reach the disk.
_sync = getattr(os, "fdatasync", os.fsync)


@dataclass(frozen=True, slots=True)
class MirrorState:
    """What one slot says: number of commits, header generation, digest of the head."""

    counter: int
    generation: int
    head: bytes


Slots = tuple[MirrorState | None, MirrorState | None]


# A link in the mirror's place would let somebody have another file overwritten.
_FLAGS = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Mirror:
    """An open mirror file: two slots, each encrypted and authenticated (AES-SIV), used in turn.

    AES-SIV needs no nonce, and a slot that repeats is no harm; the vault's id and the slot's place
    are authenticated too.
    """

    def __init__(self, path: Path, key: bytearray, vault_id: bytes) -> None:
        try:
            self._descriptor = os.open(path, _FLAGS)
        except OSError as error:
            raise from_os_error(error) from None
        self._cipher = _cipher(key)
        self._vault_id = vault_id

    @classmethod
    def create(cls, path: Path, key: bytearray, vault_id: bytes, state: MirrorState) -> Mirror:
        """Create the file and write the state into both slots.

        Raises:
            DestinationExistsError: The file exists.
        """
        create_file(path)
        mirror = cls(path, key, vault_id)
        try:
            mirror.write_both(state)
        except UnavailableError:
            mirror.close()
            path.unlink()
            raise
        return mirror

    def read(self) -> Slots:
        """Return the slots in their places; ``None`` for one that is torn, foreign or damaged."""
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            content = os.read(self._descriptor, SLOTS * SLOT_BYTES + 1)
        except OSError as error:
            raise from_os_error(error) from None
        return _slots(content, self._cipher, self._vault_id)

    def write(self, state: MirrorState) -> None:
        """Overwrite the slot whose turn it is, and wait until it is on the disk.

        Raises:
            UnavailableError: The disk refused.
        """
        self._put((state.counter % SLOTS,), state)

    def write_both(self, state: MirrorState) -> None:
        """Overwrite both slots, and cut the file to them."""
        try:
            os.ftruncate(self._descriptor, SLOTS * SLOT_BYTES)
        except OSError as error:
            raise from_os_error(error) from None
        self._put(range(SLOTS), state)

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)

    def _put(self, places: tuple[int, ...] | range, state: MirrorState) -> None:
        plain = _LAYOUT.pack(state.counter, state.generation, state.head)
        try:
            for place in places:
                slot = self._cipher.encrypt(plain, _context(self._vault_id, place))
                os.lseek(self._descriptor, place * SLOT_BYTES, os.SEEK_SET)
                os.write(self._descriptor, slot)
            _sync(self._descriptor)
        except OSError as error:
            raise from_os_error(error) from None


def read_slots(path: Path, key: bytearray, vault_id: bytes) -> Slots:
    """Return what a mirror says, without opening it to be written; nothing for one that is gone.

    Raises:
        UnavailableError: It cannot be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(SLOTS * SLOT_BYTES + 1)
    except FileNotFoundError:
        return None, None
    except OSError as error:
        raise from_os_error(error) from None
    return _slots(content, _cipher(key), vault_id)


def _slots(content: bytes, cipher: AESSIV, vault_id: bytes) -> Slots:
    if len(content) != SLOTS * SLOT_BYTES:
        return None, None
    first, second = (
        _decrypted(content[place * SLOT_BYTES :][:SLOT_BYTES], cipher, _context(vault_id, place))
        for place in range(SLOTS)
    )
    return first, second


def _decrypted(slot: bytes, cipher: AESSIV, context: list[bytes]) -> MirrorState | None:
    try:
        return MirrorState(*_LAYOUT.unpack(cipher.decrypt(slot, context)))
    except InvalidTag:
        return None


def _cipher(key: bytearray) -> AESSIV:
    slot_key = hashlib.blake2b(key=key, person=b"intake-mirror", digest_size=64).digest()
    return AESSIV(slot_key)


def _context(vault_id: bytes, place: int) -> list[bytes]:
    return [b"intake mirror 1", vault_id, bytes([place])]


def open_mirror(path: Path, key: bytearray, vault_id: bytes) -> tuple[Mirror, Slots]:
    """Open a mirror and return what it says; one that is gone is made anew and says nothing."""
    if path.exists():
        mirror = Mirror(path, key, vault_id)
        return mirror, mirror.read()
    blank = MirrorState(0, 0, bytes(DIGEST_BYTES))
    return Mirror.create(path, key, vault_id, blank), (None, None)
