"""The vault header as bytes: written and parsed here, byte for byte as in ``docs/vault-format.md``.

It holds no name, no date and nothing about the content. Nothing here touches a disk or a key.
"""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, hmac

from intake.errors import (
    HostileHeaderError,
    NewerFormatError,
    NotAVaultError,
    VaultDamagedError,
    VaultEmptyError,
    VaultTruncatedError,
)
from intake.vault.kdf import SALT_BYTES, KdfCosts
from intake.vault.secret import Secret

MAGIC = b"INTAKEVH"
FORMAT = 1
HEADER_BYTES = 16 * 1024
VAULT_ID_BYTES = 16
SLOTS = 8
SLOT_BYTES = 12 + 32 + 16  # nonce, wrapped root key, tag

_KDF_ARGON2ID = 1
_START = struct.Struct(">8sH")  # the same in every format to come, as is the closing digest
_KDF = struct.Struct(f">HIII{SALT_BYTES}s")  # id, memory in KiB, passes, lanes, salt
_REST = struct.Struct(f">{VAULT_ID_BYTES}sQ")  # vault id, generation
_SLOTS_AT = 128
_RESERVED_AT = _SLOTS_AT + SLOTS * SLOT_BYTES
_DIGEST_BYTES = 32
_DIGEST_AT = HEADER_BYTES - _DIGEST_BYTES
_MAC_AT = _DIGEST_AT - _DIGEST_BYTES


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says.

    Attributes:
        vault_id: 16 random bytes, the same for the life of the vault.
        generation: Counts the writes of the header, from 1.
        costs: Costs of the key derivation.
        salt: 32 random bytes for the key derivation, new with every passphrase.
        slots: Eight times 60 bytes, used or random; nobody can tell which without a secret.
    """

    vault_id: bytes
    generation: int
    costs: KdfCosts
    salt: bytes
    slots: tuple[bytes, ...]

    @classmethod
    def blank(cls, costs: KdfCosts) -> Header:
        """Return the header of a new vault: a random id and salt, and only empty slots."""
        slots = tuple(os.urandom(SLOT_BYTES) for _ in range(SLOTS))
        return cls(os.urandom(VAULT_ID_BYTES), 1, costs, os.urandom(SALT_BYTES), slots)

    def with_slot(self, index: int, content: bytes) -> Header:
        """Return this header with another content of one slot."""
        return replace(self, slots=(*self.slots[:index], content, *self.slots[index + 1 :]))

    def with_only(self, index: int) -> Header:
        """Return this header with all slots but one made empty."""
        slots = tuple(
            slot if at == index else os.urandom(SLOT_BYTES) for at, slot in enumerate(self.slots)
        )
        return replace(self, slots=slots)

    def start_bytes(self) -> bytes:
        """Return magic and format."""
        return _START.pack(MAGIC, FORMAT)

    def kdf_bytes(self) -> bytes:
        """Return all fields of the key derivation."""
        costs = self.costs
        return _KDF.pack(_KDF_ARGON2ID, costs.memory_kib, costs.time_cost, costs.lanes, self.salt)


def write(header: Header, mac_key: Secret) -> bytes:
    """Return the 16 KiB of a header, with its keyed check code and its digest.

    Args:
        header: What it says.
        mac_key: Key of the check code; not wiped.
    """
    rest = _REST.pack(header.vault_id, header.generation)
    body = (header.start_bytes() + header.kdf_bytes() + rest).ljust(_SLOTS_AT, b"\0")
    body = (body + b"".join(header.slots)).ljust(_MAC_AT, b"\0")
    checked = body + _mac(body, mac_key).finalize()
    return checked + hashlib.sha256(checked).digest()


def parse(content: bytes, path: Path) -> Header:
    """Read a header that nobody has vouched for yet; the costs in it are inside their limits.

    Args:
        content: The file, or its first 16 KiB and one byte.
        path: Its path, for the errors.

    Raises:
        VaultEmptyError: There is no content.
        NotAVaultError: It is another kind of file.
        VaultTruncatedError: It is too short.
        VaultDamagedError: A byte has changed.
        NewerFormatError: A newer program wrote it.
        HostileHeaderError: It is whole, but says what no header of this program says.
    """
    _require_shape(content, path)
    checked, digest = content[:_DIGEST_AT], content[_DIGEST_AT:]
    if hashlib.sha256(checked).digest() != digest:
        raise VaultDamagedError(part=path.name)
    _, version = _START.unpack_from(content)
    if version > FORMAT:
        raise NewerFormatError(found=version, known=FORMAT)
    kdf, memory_kib, time_cost, lanes, salt = _KDF.unpack_from(content, _START.size)
    costs = KdfCosts(memory_kib, time_cost, lanes)
    vault_id, generation = _REST.unpack_from(content, _START.size + _KDF.size)
    ends = _START.size + _KDF.size + _REST.size
    reserved = content[ends:_SLOTS_AT] + content[_RESERVED_AT:_MAC_AT]
    for part, good in (
        ("format", version == FORMAT),
        ("key derivation", kdf == _KDF_ARGON2ID),
        ("generation", generation > 0),
        ("reserved bytes", not any(reserved)),
    ):
        if not good:
            raise HostileHeaderError(part=part)
    costs.require_allowed()
    starts = range(_SLOTS_AT, _RESERVED_AT, SLOT_BYTES)
    slots = tuple(content[at : at + SLOT_BYTES] for at in starts)
    return Header(vault_id, generation, costs, salt, slots)


def _require_shape(content: bytes, path: Path) -> None:
    """Check what can be told without knowing the format: magic and length."""
    if not content:
        raise VaultEmptyError(name=path.name)
    if content[: len(MAGIC)] != MAGIC[: len(content)]:
        raise NotAVaultError(path=str(path.parent))
    if len(content) < HEADER_BYTES:
        raise VaultTruncatedError(name=path.name)
    if len(content) > HEADER_BYTES:
        raise VaultDamagedError(part=f"{path.name}, too long")


def is_genuine(content: bytes, mac_key: Secret) -> bool:
    """Tell whether the keyed check code of a parsed header is right.

    Args:
        content: The 16 KiB.
        mac_key: Key of the check code; not wiped.
    """
    try:
        _mac(content[:_MAC_AT], mac_key).verify(content[_MAC_AT:_DIGEST_AT])
    except InvalidSignature:
        return False
    return True


def _mac(body: bytes, mac_key: Secret) -> hmac.HMAC:
    code = hmac.HMAC(mac_key.view(), hashes.SHA256())
    code.update(body)
    return code
