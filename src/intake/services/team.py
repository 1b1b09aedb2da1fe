"""Keys: the vault's own, those pinned of others, and analysts' key files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.domain.changes import Changes
from intake.services.session import VaultSession
from intake.vault.secret import Secret


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key as people see it: a name, six fingerprint words, the text of its file."""

    name: str
    words: str
    text: str


def own_key(session: VaultSession, *, name: str = "") -> PublicKey:
    """Return this vault's public key; made at the first call."""
    raise NotImplementedError


def trusted_keys(session: VaultSession) -> tuple[PublicKey, ...]:
    """Return the pinned keys by name."""
    raise NotImplementedError


def trust(session: VaultSession, name: str, key_file: Path) -> tuple[PublicKey, Changes]:
    """Pin a public key under a name.

    Raises:
        UsageError: The name is pinned to another key already.
        BundleDamagedError: The file is no public key file or its own signature fails.
    """
    raise NotImplementedError


def create_key(path: Path, passphrase: Secret) -> PublicKey:
    """Write an analyst's key file and its public part ``path.pub``; never overwrites."""
    raise NotImplementedError
