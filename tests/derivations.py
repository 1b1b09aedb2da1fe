"""Derives each key only once: most vaults of the tests are copies of one, and deriving is slow."""

from __future__ import annotations

from functools import cache

import pytest

from intake.vault import kdf
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret

_derive = kdf.derive


@cache
def _derived(passphrase: bytes, salt: bytes, costs: KdfCosts) -> bytes:
    with Secret(bytearray(passphrase)) as secret, _derive(secret, salt, costs) as key:
        return bytes(key.view())


def share(patch: pytest.MonkeyPatch) -> None:
    """Let the same passphrase, salt and costs give the key that was derived from them before."""

    def derive(passphrase: Secret, salt: bytes, costs: KdfCosts) -> Secret:
        return Secret(bytearray(_derived(bytes(passphrase.view()), salt, costs)))

    patch.setattr(kdf, "derive", derive)
