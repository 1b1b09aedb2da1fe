"""Every byte of both headers: a flip is healed from the twin, and two flips are noticed."""

from __future__ import annotations

import pytest

from intake.errors import HostileHeaderError, NotAVaultError
from intake.vault.header import HEADER_BYTES
from tests.unit.vault.conftest import Vault
from tests.unit.vault.forging import flip

# Everything with a meaning; the rest is reserved, and the long campaign takes it in.
MEANINGFUL = [*range(608), *range(HEADER_BYTES - 64, HEADER_BYTES)]


def is_healed(vault: Vault, copy: int, at: int) -> bool:
    path = vault.headers[copy]
    good = path.read_bytes()
    flip(path, at)
    opened = vault.open_with_recovery()
    return opened.healed and path.read_bytes() == good


@pytest.mark.parametrize("copy", [0, 1])
def test_a_flip_of_any_byte_with_a_meaning_is_healed(vault: Vault, copy: int) -> None:
    assert [at for at in MEANINGFUL if not is_healed(vault, copy, at)] == []


@pytest.mark.slow
@pytest.mark.parametrize("copy", [0, 1])
def test_a_flip_of_any_byte_at_all_is_healed(vault: Vault, copy: int) -> None:
    assert [at for at in range(HEADER_BYTES) if not is_healed(vault, copy, at)] == []


@pytest.mark.parametrize("at", range(0, HEADER_BYTES, 257))
def test_a_flip_in_both_copies_is_noticed_and_nothing_is_written(vault: Vault, at: int) -> None:
    for path in vault.headers:
        flip(path, at)
    before = [path.read_bytes() for path in vault.headers]
    with pytest.raises((HostileHeaderError, NotAVaultError)):
        vault.open_with_recovery()
    assert [path.read_bytes() for path in vault.headers] == before
