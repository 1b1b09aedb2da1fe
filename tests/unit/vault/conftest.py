"""One small vault is made per process; each test changes a copy of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from intake.vault import kdf
from intake.vault.folder import Opened, create_headers, open_headers
from intake.vault.kdf import KdfCosts
from intake.vault.keyslots import VaultKeys
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret

COSTS = KdfCosts(64 * 1024, 3, 2)
PASSPHRASE = b"seven lanterns over the quiet harbour"


@dataclass(frozen=True)
class Vault:
    """A vault on disk, what opens it, and the keys it must give."""

    path: Path
    recovery: RecoveryKey
    keys: VaultKeys

    @property
    def headers(self) -> tuple[Path, Path]:
        return self.path / "header.0", self.path / "header.1"

    def open(self, passphrase: bytes = PASSPHRASE) -> Opened:
        return open_headers(self.path, passphrase=Secret(passphrase))

    def open_with_recovery(self) -> Opened:
        return open_headers(self.path, recovery=self.recovery)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    path = tmp_path_factory.mktemp("made") / "vault"
    recovery = RecoveryKey.new()
    opened = create_headers(path, Secret(PASSPHRASE), recovery, COSTS)
    return Vault(path, recovery, opened.keys)


@cache
def _derived(passphrase: bytes, salt: bytes, costs: KdfCosts) -> bytes:
    return bytes(_DERIVE(Secret(passphrase), salt, costs).view())


_DERIVE = kdf.derive


@pytest.fixture
def shared_derivations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive a key from the same passphrase and salt only once per process."""

    def derive(passphrase: Secret, salt: bytes, costs: KdfCosts) -> Secret:
        return Secret(_derived(bytes(passphrase.view()), salt, costs))

    monkeypatch.setattr(kdf, "derive", derive)


@pytest.fixture
def vault(made: Vault, tmp_path: Path) -> Vault:
    path = tmp_path / "vault"
    shutil.copytree(made.path, path)
    return Vault(path, made.recovery, made.keys)
