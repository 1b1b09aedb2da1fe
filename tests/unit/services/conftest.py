"""Vaults for tests of the services: one is made, the others are copies opened without its secret.

Deriving a key is what costs time; a copy is opened with the keys that the first opening left.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault import folder
from intake.vault.folder import Opened, VaultLock
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret

PASSPHRASE = "velvet ladder invented canyon pepper oblong"
CHEAP = KdfCosts(64 * 1024, 3, 1)
OpenVault = Callable[[Path], VaultSession]
Template = tuple[Path, Opened]


def secret(text: str = PASSPHRASE) -> Secret:
    """Return a passphrase."""
    return Secret.from_text(text)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Return a closed, empty vault and its keys; never changed by a test."""
    path = tmp_path_factory.mktemp("template") / "vault"
    with vaults.new_recovery_key() as recovery:
        session = vaults.create(
            path, name="Test vault", passphrase=secret(), recovery=recovery, costs=CHEAP
        )
    session.close()
    return path, folder.open_headers(path, passphrase=secret())


@pytest.fixture(scope="session")
def open_vault(template: Template) -> OpenVault:
    """Return a function that opens any copy of the template."""
    _, opened = template

    def opening(path: Path) -> VaultSession:
        lock = VaultLock.acquire(path)
        return VaultSession(path, vaults.open_store(path, opened), lock, name="Test vault")

    return opening


@pytest.fixture
def vault_session(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> Iterator[VaultSession]:
    """Yield a real, empty, unlocked vault of this test's own."""
    session = open_vault(copied(template, tmp_path))
    yield session
    session.close()


@pytest.fixture(scope="module")
def module_session(
    tmp_path_factory: pytest.TempPathFactory, template: Template, open_vault: OpenVault
) -> Iterator[VaultSession]:
    """Yield a vault that all tests of a module share."""
    session = open_vault(copied(template, tmp_path_factory.mktemp("module")))
    yield session
    session.close()


def copied(template: Template, target: Path) -> Path:
    """Return a copy of the template's folder."""
    return Path(shutil.copytree(template[0], target / "vault"))
