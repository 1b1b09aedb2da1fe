"""Destroys access to a vault, for good and for everybody, and says what remains of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.errors import DamagedError, InUseError, UnavailableError
from intake.services import backups
from intake.services.leftovers import opening_folders, standing
from intake.vault import destruction, folder
from intake.vault.folder import VaultLock


@dataclass(frozen=True, slots=True)
class Remains:
    """What is left after access was destroyed.

    Attributes:
        files: Folders with encrypted files that nobody can read any more.
        backups: Backups that still open with passphrase and recovery key, as far as known.
        was_open: The vault was open in another window: what that window shows stays until it locks.
    """

    files: tuple[Path, ...]
    backups: tuple[Path, ...]
    was_open: bool = False


def is_offered(path: Path) -> bool:
    """Tell, without a secret, whether the locked page may offer to destroy access."""
    return destruction.is_offered(standing(path))


def offer(path: Path, *, offered: bool) -> None:
    """Let the locked page of a vault offer to destroy access to it, or not any more.

    Raises:
        DamagedError: There is no vault.
        UnavailableError: Read-only or full disk.
    """
    place = standing(path)
    folder.describe(place)
    destruction.offer(place, offered=offered)


def destroy(path: Path, known: tuple[Path, ...] = ()) -> Remains:
    """Make a vault impossible to open for anybody; it cannot be undone.

    No secret is asked for, and a vault that is open elsewhere is destroyed all the same. Old blocks
    of flash memory, images of the disk and backups are out of reach.

    Args:
        path: Folder of the vault.
        known: Backups that the vault knows of, for what is told.

    Raises:
        VaultMissingError: There is no vault, or no header any more.
        NotAVaultError: There is something else.
        UnavailableError: A header could not be overwritten; it has lost its name where possible.
    """
    # What a change of keys has left lies beside the vault, not beside a link to it.
    places = opening_folders(path.resolve() if path.is_symlink() else path)
    try:
        vault_id = folder.describe(places[0]).vault_id
    except DamagedError:
        vault_id = None
    was_open = _is_open(places[0])
    destruction.destroy_all(places)  # before anything is looked for: that may take long
    found = known if vault_id is None else (*known, *backups.beside(places[0], vault_id))
    return Remains(places, tuple(dict.fromkeys(found)), was_open)


def remains(path: Path) -> Remains | None:
    """Return what is left where access was destroyed, or ``None`` where there is something else.

    A vault that lost its headers in another way looks the same.
    """
    is_left = (path / folder.DATABASE_NAME).is_file()
    is_left = is_left and not any((path / name).exists() for name in folder.HEADER_NAMES)
    return Remains((path,), backups.beside(path)) if is_left else None


def _is_open(place: Path) -> bool:
    try:
        VaultLock.acquire(place).release()
    except InUseError:
        return True
    except UnavailableError:  # no locks here: that must not stand in the way
        return False
    return False
