"""Vaults: create, unlock, check, change secrets, back up and restore."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.services.session import VaultSession
from intake.vault.folder import VaultInfo
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of a vault check: ``part`` is header, database, search, chain or mirror."""

    part: str
    good: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Result of a vault check."""

    lines: tuple[CheckLine, ...]

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return all(line.good for line in self.lines)


@dataclass(frozen=True, slots=True)
class BackupReceipt:
    """A backup that was written, opened and verified."""

    path: Path
    cases: int
    size: int


def new_recovery_key() -> RecoveryKey:
    """Return a fresh recovery key; the person types it back before ``create`` is called."""
    raise NotImplementedError


def generate_passphrase() -> Secret:
    """Return six random words."""
    raise NotImplementedError


def create(
    path: Path,
    *,
    name: str,
    passphrase: Secret,
    recovery: RecoveryKey,
    costs: KdfCosts | None = None,
) -> VaultSession:
    """Create a vault and leave it open.

    Args:
        path: Folder that must not exist, or be empty.
        name: The vault's own name, kept inside.
        passphrase: Wiped by the caller.
        recovery: The key that was shown and typed back.
        costs: Costs of the key derivation; calibrated to this machine when ``None``.

    Raises:
        WeakPassphraseError: Below the strength floor.
        DestinationExistsError: The folder exists and is not empty.
        UnavailableError: Read-only or full disk, too little memory.
    """
    raise NotImplementedError


def unlock(path: Path, passphrase: Secret, cancel: CancelToken | None = None) -> VaultSession:
    """Open a vault with its passphrase; the errors are those of ``intake.vault.folder``."""
    raise NotImplementedError


def unlock_with_recovery(path: Path, typed: Secret) -> VaultSession:
    """Open a vault with its recovery key as it was typed."""
    raise NotImplementedError


def info(path: Path) -> VaultInfo:
    """Return what can be told without a passphrase: format and costs."""
    raise NotImplementedError


def check(
    session: VaultSession,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> CheckReport:
    """Check header, database, search index, chain and mirror of an open vault."""
    raise NotImplementedError


def change_passphrase(session: VaultSession, old: Secret, new: Secret) -> None:
    """Wrap the vault's key under a new passphrase; the recovery key stays valid."""
    raise NotImplementedError


def reset_passphrase(session: VaultSession, recovery: Secret, new: Secret) -> None:
    """Set a new passphrase with the recovery key, for a forgotten one."""
    raise NotImplementedError


def replace_recovery_key(session: VaultSession, passphrase: Secret, new: RecoveryKey) -> None:
    """Replace the recovery key; the old paper is worthless afterwards."""
    raise NotImplementedError


def backup(
    session: VaultSession,
    destination: Path,
    progress: ProgressCallback = ignore_progress,
) -> BackupReceipt:
    """Write a backup into the folder ``destination``, open and verify it, keep 3 generations.

    The backup is a vault folder of its own with the same passphrase and recovery key.
    """
    raise NotImplementedError


def restore(backup_path: Path, vault_path: Path) -> None:
    """Copy a backup to a new vault folder; never over an existing one.

    Raises:
        DestinationExistsError: There is something at ``vault_path``.
        DamagedError: The backup is not whole.
    """
    raise NotImplementedError
