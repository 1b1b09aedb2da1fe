"""Key slots: wrap the vault's root key under a passphrase or recovery key, and make keys from it.

A slot does not say what opens it, nor whether it is in use. The module reads and writes no file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum
from types import TracebackType
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from intake.vault.header import Header
from intake.vault.kdf import KEY_BYTES, subkey
from intake.vault.secret import Secret

_NONCE_BYTES = 12


class SlotKind(Enum):
    """What opens a slot; the value is the label of its key and stands in what is authenticated."""

    PASSPHRASE = "passphrase slot"  # noqa: S105 (a label, not a password)
    RECOVERY = "recovery slot"


@dataclass(frozen=True, slots=True)
class VaultKeys:
    """The keys of an open vault, each for one purpose.

    Attributes:
        database: Key of the database file.
        attachments: Wraps the key of each attachment.
        header_mac: Key of the header's check code.
        chain: Key of the hash chain over rows and of the mirror.
    """

    database: Secret
    attachments: Secret
    header_mac: Secret
    chain: Secret

    @classmethod
    def from_root(cls, root: Secret) -> Self:
        """Derive the keys and wipe ``root``."""
        with root:
            return cls(
                database=subkey(root, "database"),
                attachments=subkey(root, "attachments"),
                header_mac=header_mac_key(root),
                chain=subkey(root, "chain"),
            )

    def wipe(self) -> None:
        """Wipe all of them."""
        for key in (self.database, self.attachments, self.header_mac, self.chain):
            key.wipe()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()


def header_mac_key(root: Secret) -> Secret:
    """Derive the key of the header's check code alone; ``root`` is not wiped."""
    return subkey(root, "header check code")


@dataclass(frozen=True, slots=True)
class SlotSecret:
    """What opens slots of one kind; as a context manager it wipes its secret.

    Attributes:
        kind: Passphrase or recovery key.
        secret: The derived passphrase, or the 160 bits of the recovery key.
    """

    kind: SlotKind
    secret: Secret

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.secret.wipe()

    def wrap(self, root: Secret, header: Header, index: int) -> bytes:
        """Return the content of slot ``index``: the root key, sealed.

        Args:
            root: The root key; not wiped.
            header: Header that the slot will stand in, with its final costs and salt.
            index: Number of the slot, from 0.
        """
        nonce = os.urandom(_NONCE_BYTES)
        with self._key(header, index) as key:
            cipher = ChaCha20Poly1305(key.view())
            return nonce + cipher.encrypt(nonce, root.view(), self._context(header, index))

    def unwrap(self, header: Header) -> tuple[int, Secret] | None:
        """Return number and root key of the slot that this opens, or ``None`` if none does."""
        for index, slot in enumerate(header.slots):
            root = self._unwrap_slot(header, index, slot)
            if root is not None:
                return index, root
        return None

    def _unwrap_slot(self, header: Header, index: int, slot: bytes) -> Secret | None:
        nonce, sealed = slot[:_NONCE_BYTES], slot[_NONCE_BYTES:]
        root = bytearray(KEY_BYTES)
        with self._key(header, index) as key:
            cipher = ChaCha20Poly1305(key.view())
            try:
                cipher.decrypt_into(nonce, sealed, self._context(header, index), root)
            except InvalidTag:
                return None
        return Secret(root)

    def _key(self, header: Header, index: int) -> Secret:
        return subkey(self.secret, f"{self.kind.value} {index}", salt=header.vault_id)

    def _context(self, header: Header, index: int) -> bytes:
        """Return what the slot is bound to.

        A recovery slot is not bound to the costs and the salt, for it does not depend on them, and
        it must outlive a new passphrase that brings new ones.
        """
        bound = header.start_bytes() + header.vault_id + bytes([index]) + self.kind.value.encode()
        return bound + header.kdf_bytes() if self.kind is SlotKind.PASSPHRASE else bound
