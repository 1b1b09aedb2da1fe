"""A fresh vault for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.store.store import Store
from tests.unit.store.making import Vault


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    folder = tmp_path / "vault"
    folder.mkdir()
    return Vault(folder)


@pytest.fixture
def store(vault: Vault) -> Iterator[Store]:
    made = vault.create()
    yield made
    made.close()
