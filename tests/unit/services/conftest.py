"""Vaults for tests of the services: one is made, the others are copies opened without its secret.

Deriving a key is what costs time; a copy is opened with the keys that the first opening left.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.redaction import suggest as suggesting
from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault import folder
from intake.vault.folder import Opened, VaultLock
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from tests import derivations

PASSPHRASE = "velvet ladder invented canyon pepper oblong"
NAME = "Test vault"
CHEAP = KdfCosts(64 * 1024, 3, 1)
OpenVault = Callable[[Path], VaultSession]


@dataclass(frozen=True)
class Template:
    """A closed, empty vault with everything that opens it; never changed by a test."""

    path: Path
    opened: Opened
    recovery: RecoveryKey

    def copy_to(self, folder: Path) -> Path:
        """Return a copy of the vault below a folder."""
        return Path(shutil.copytree(self.path, folder / "vault"))


def secret(text: str = PASSPHRASE) -> Secret:
    """Return a passphrase."""
    return Secret.from_text(text)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Return the vault that all others are copies of."""
    path = tmp_path_factory.mktemp("template") / "vault"
    recovery = vaults.new_recovery_key()
    vaults.create(path, name=NAME, passphrase=secret(), recovery=recovery, costs=CHEAP).close()
    return Template(path, folder.open_headers(path, recovery=recovery), recovery)


@pytest.fixture(scope="session")
def open_vault(template: Template) -> OpenVault:
    """Return a function that opens any copy of the template."""

    def opening(path: Path) -> VaultSession:
        lock = VaultLock.acquire(path)
        return VaultSession(path, vaults.open_store(path, template.opened), lock, name=NAME)

    return opening


@pytest.fixture
def vault_session(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> Iterator[VaultSession]:
    """Yield a real, empty, unlocked vault of this test's own."""
    session = open_vault(template.copy_to(tmp_path))
    yield session
    session.close()


@pytest.fixture(scope="module")
def module_session(
    tmp_path_factory: pytest.TempPathFactory, template: Template, open_vault: OpenVault
) -> Iterator[VaultSession]:
    """Yield a vault that all tests of a module share."""
    session = open_vault(template.copy_to(tmp_path_factory.mktemp("module")))
    yield session
    session.close()


@pytest.fixture
def shared_derivations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive a key from the same passphrase and salt only once: the disk is put back many times."""
    derivations.share(monkeypatch)


@pytest.fixture
def unread_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the review see less than the last search, which must keep what it finds all the same."""
    monkeypatch.setattr(suggesting, "readings", lambda _text: ())
