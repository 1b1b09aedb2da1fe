"""Opens a copy of the header with a passphrase or a recovery key; it writes nothing."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from intake.errors import (
    IntakeError,
    TooLittleMemoryError,
    UnavailableError,
    VaultDamagedError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from intake.vault import header as header_format
from intake.vault import kdf
from intake.vault.header import Header
from intake.vault.keyslots import SlotKind, SlotSecret, header_mac_key
from intake.vault.passphrase import normalise
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from intake.vault.twins import Copy


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A copy of the header that was opened; as a context manager it wipes its secrets.

    Attributes:
        copy: The copy, whose keyed check code is right.
        index: The slot that opened.
        root: The vault's root key.
        mac_key: Key of the check code.
    """

    copy: Copy
    index: int
    root: Secret
    mac_key: Secret

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.root.wipe()
        self.mac_key.wipe()


def _key(secret: Secret | RecoveryKey, header: Header) -> SlotSecret:
    """Return what opens the slots of ``header``; this is where the time goes."""
    if isinstance(secret, RecoveryKey):
        return SlotSecret(SlotKind.RECOVERY, secret.secret.copy())
    with normalise(secret) as passphrase:
        return SlotSecret(SlotKind.PASSPHRASE, kdf.derive(passphrase, header.salt, header.costs))


def new_key(secret: Secret | RecoveryKey, header: Header) -> SlotSecret:
    """Return what will open the slots of a new header, derived twice.

    A bit that flips in a gigabyte of memory meanwhile would lock the owner out for good.

    Raises:
        UnavailableError: The two differ.
    """
    key = _key(secret, header)
    with _key(secret, header) as again:
        if again.secret != key.secret:
            raise UnavailableError(reason="the memory of this machine makes errors")
    return key


def unlock(copies: tuple[Copy, ...], secret: Secret | RecoveryKey) -> Unlocked:
    """Open the first copy that the secret opens; a forged one must not stand in the way.

    Args:
        copies: Intact copies, the one to prefer first.
        secret: A passphrase as typed, or the recovery key; not wiped.

    Raises:
        WrongPassphraseError, WrongRecoveryKeyError: It opens no slot.
        VaultDamagedError: It opens a slot, but the keyed check code is not right.
        UnavailableError: Too little memory.
    """
    failure: IntakeError = (
        WrongRecoveryKeyError() if isinstance(secret, RecoveryKey) else WrongPassphraseError()
    )
    keys: dict[bytes, SlotSecret] = {}
    with contextlib.ExitStack() as stack:
        for copy in copies:
            fields = copy.header.kdf_bytes()
            try:
                if fields not in keys:
                    keys[fields] = stack.enter_context(_key(secret, copy.header))
            except TooLittleMemoryError as error:
                failure = error
                continue
            found = keys[fields].unwrap(copy.header)
            if found is None:
                continue
            index, root = found
            mac_key = header_mac_key(root)
            if header_format.is_genuine(copy.content, mac_key):
                return Unlocked(copy, index, root, mac_key)
            failure = VaultDamagedError(part="header")
    raise failure


def in_memory(content: bytes) -> Copy:
    """Return a header that was not written yet, as it will be read."""
    return Copy("", content, header_format.parse(content, Path()))


def require_opens(copy: Copy, key: SlotSecret, root: Secret, mac_key: Secret) -> None:
    """Check that a copy opens with ``key`` to ``root`` and that its check code is right.

    Raises:
        VaultDamagedError: It does not.
    """
    found = key.unwrap(copy.header)
    if found is None or found[1] != root or not header_format.is_genuine(copy.content, mac_key):
        raise VaultDamagedError(part="header after writing")
