"""Where backups of a vault were written, so that none of them keeps a case that was sealed."""

from __future__ import annotations

from pathlib import Path

from intake.domain.changes import Changes
from intake.errors import DamagedError
from intake.services.leftovers import remove_folder
from intake.services.session import VaultSession
from intake.store.transaction import Transaction
from intake.vault import destruction, folder
from intake.vault.disk import disk_errors

PREFIX = "intake-backup"
_PLACES, _SEALED_AT = "backup_places", "sealed_at"
_MOST_PLACES = 50


def prefix_of(vault_id: bytes) -> str:
    """Return how the names of the backups of a vault begin."""
    return f"{PREFIX}-{vault_id.hex()[:8]}-"


def places(session: VaultSession) -> tuple[Path, ...]:
    """Return the folders into which backups of this vault were written."""
    stored = session.store.settings.get(_PLACES)
    return tuple(Path(each) for each in stored) if isinstance(stored, list) else ()


def remember(session: VaultSession, tx: Transaction, place: Path) -> None:
    """Remember, inside of the vault, that a backup was written into a folder."""
    known = [str(each) for each in places(session)]
    absolute = str(place.absolute())
    if absolute not in known:
        session.store.settings.set(tx, _PLACES, [*known, absolute][-_MOST_PLACES:])


def known(session: VaultSession) -> tuple[Path, ...]:
    """Return every backup within reach, and the folders with backups that are not here now."""
    vault_id = folder.describe(session.path).vault_id
    within = (each for place in places(session) for each in _backups_in(place, vault_id))
    return (*within, *out_of_reach(session))


def note_sealed(session: VaultSession, tx: Transaction) -> None:
    """Note that every backup up to now holds a case that is sealed in this write."""
    session.store.settings.set(tx, _SEALED_AT, session.store.generation)


def awaits_rekey(session: VaultSession) -> bool:
    """Tell whether a case was sealed under the keys that the vault still has."""
    sealed_at = session.store.settings.get(_SEALED_AT)
    return isinstance(sealed_at, int) and session.store.generation <= sealed_at


def outdated(session: VaultSession) -> tuple[Path, ...]:
    """Return the backups within reach that hold a case which is sealed by now."""
    sealed_at = session.store.settings.get(_SEALED_AT)
    if not isinstance(sealed_at, int):
        return ()
    vault_id = folder.describe(session.path).vault_id
    return tuple(
        backup
        for place in places(session)
        for backup in _backups_in(place, vault_id)
        if folder.describe(backup).generation <= sealed_at
    )


def out_of_reach(session: VaultSession) -> tuple[Path, ...]:
    """Return the folders with backups that cannot be looked into now, a stick for one."""
    return tuple(each for each in places(session) if not each.is_dir())


def forget(session: VaultSession, place: Path) -> Changes:
    """Forget a folder that is gone for good, at a person's word."""
    with session.store.write() as tx:
        kept = [str(each) for each in places(session) if each != place]
        session.store.settings.set(tx, _PLACES, kept or None)
    return tx.changes


def destroy(backup: Path) -> None:
    """Make a backup impossible to open, then remove it.

    Raises:
        UnavailableError: The disk does not allow it.
    """
    with disk_errors():
        destruction.destroy_headers(backup)
        remove_folder(backup)


def _backups_in(place: Path, vault_id: bytes) -> list[Path]:
    """Return the whole backups of a vault in a folder; whatever else lies there is not ours."""
    if not place.is_dir():
        return []
    with disk_errors():
        named = sorted(place.glob(f"{prefix_of(vault_id)}*"))
    return [each for each in named if _is_of(each, vault_id)]


def _is_of(backup: Path, vault_id: bytes) -> bool:
    if backup.is_symlink() or not backup.is_dir():
        return False
    try:
        return folder.describe(backup).vault_id == vault_id
    except DamagedError:
        return False
