"""Who only looks at a database takes that of another vault, or an empty one, for damage."""

from __future__ import annotations

import pytest

from intake.domain.progress import ignore_progress
from intake.errors import VaultDamagedError
from intake.store.connection import Database
from intake.store.reading import Looked, Place, look
from tests.unit.store.making import CHAIN_KEY, DB_KEY, VAULT_ID, Vault, small_case


def looked(vault: Vault, vault_id: bytes = VAULT_ID) -> Looked:
    place = Place(vault.database, vault.mirror, vault_id, vault.generation)
    return look(place, bytearray(DB_KEY), bytearray(CHAIN_KEY), ignore_progress, None)


def test_the_database_of_another_vault_under_the_same_key_is_refused(vault: Vault) -> None:
    store = vault.create()
    store.add_cases([small_case()])
    store.close()
    assert looked(vault).cases == 1
    with pytest.raises(VaultDamagedError, match="vault id"):
        looked(vault, b"another vault id")


def test_a_database_without_tables_is_refused(vault: Vault) -> None:
    Database.create(vault.database, bytearray(DB_KEY)).close()
    with pytest.raises(VaultDamagedError):
        looked(vault)
