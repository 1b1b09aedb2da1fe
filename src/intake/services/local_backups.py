"""Where backups of a vault were written, so that none of them keeps a case that was sealed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from intake.domain.changes import Changes
from intake.errors import DamagedError
from intake.services.leftovers import remove_folder
from intake.services.session import VaultSession
from intake.store.store import Store
from intake.store.transaction import Transaction
from intake.vault import folder
from intake.vault.disk import disk_errors

PREFIX = "intake-backup"
_PLACES, _BACKUPS = "backup_places", "backups"
_SEALED_AT, _AWAITS = "sealed_at", "awaits_new_keys"
_MOST_PLACES = 50


def prefix_of(vault_id: bytes) -> str:
    """Return how the names of the backups of a vault begin."""
    return f"{PREFIX}-{vault_id.hex()[:8]}-"


def places(session: VaultSession) -> tuple[Path, ...]:
    """Return the folders into which backups of this vault were written."""
    stored = session.store.settings.get(_PLACES)
    return tuple(Path(each) for each in stored) if isinstance(stored, list) else ()


def expect(session: VaultSession, tx: Transaction, place: Path) -> None:
    """Remember, inside of the vault, that backups are written into a folder from now on.

    One that is cut off opens as well, and has to be found when a case is sealed.
    """
    folders = [str(each) for each in places(session)]
    if str(place.absolute()) not in folders:
        session.store.settings.set(tx, _PLACES, [*folders, str(place.absolute())][-_MOST_PLACES:])


def remember(
    session: VaultSession, tx: Transaction, backup: Path, pruned: Iterable[Path] = ()
) -> None:
    """Remember, inside of the vault, that a backup was written, and which ones it has replaced."""
    expect(session, tx, backup.parent)
    gone = {each.absolute() for each in pruned}
    kept = [str(each) for each in _remembered(session) if each not in gone]
    session.store.settings.set(tx, _BACKUPS, [*kept, str(backup.absolute())])


def _remembered(session: VaultSession) -> tuple[Path, ...]:
    stored = session.store.settings.get(_BACKUPS)
    return tuple(Path(each) for each in stored) if isinstance(stored, list) else ()


def known(session: VaultSession) -> tuple[Path, ...]:
    """Return every backup within reach, and the folders with backups that are not here now."""
    vault_id = folder.describe(session.path).vault_id
    within = (each for place in places(session) for each in _backups_in(place, vault_id))
    return (*within, *out_of_reach(session))


def note_sealed(session: VaultSession, tx: Transaction) -> None:
    """Note that every backup up to now holds a case that is sealed in this write."""
    session.store.settings.set(tx, _SEALED_AT, session.store.generation)
    session.store.settings.set(tx, _AWAITS, "yes")


def awaits_rekey(session: VaultSession) -> bool:
    """Tell whether a case was sealed under the keys that the vault still has."""
    return session.store.settings.get(_AWAITS) is not None


def note_rekeyed(store: Store) -> None:
    """Note in a vault under new keys that nothing waits for them any more."""
    if store.settings.get(_AWAITS) is not None:
        with store.write() as tx:
            store.settings.set(tx, _AWAITS, None)


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
    """Return where backups may be that cannot be destroyed from here.

    These are folders that are not there now (a stick for one), backups that are not where they were
    written, and folders beside backups that this vault's keys may open under another name.
    """
    away = [each for each in places(session) if not each.is_dir()]
    moved = [each for each in _remembered(session) if not each.is_dir() and each.parent not in away]
    vault_id = folder.describe(session.path).vault_id
    renamed = [
        each
        for place in places(session)
        if place.is_dir()
        for each in sorted(place.iterdir())
        if _is_of(each, vault_id) and not each.name.startswith(prefix_of(vault_id))
    ]
    own = session.path.resolve()
    return (*away, *moved, *(each for each in renamed if each.resolve() != own))


def forget_destroyed(session: VaultSession, backups: Iterable[Path]) -> None:
    """Forget backups that are about to be destroyed; one that stays is found where it lies."""
    gone = {each.absolute() for each in backups}
    with session.store.write() as tx:
        kept = [str(each) for each in _remembered(session) if each not in gone]
        session.store.settings.set(tx, _BACKUPS, kept or None)


def forget(session: VaultSession, place: Path) -> Changes:
    """Forget a folder that is gone for good, at a person's word."""
    with session.store.write() as tx:
        kept = [str(each) for each in places(session) if each != place]
        session.store.settings.set(tx, _PLACES, kept or None)
        rest = [str(b) for b in _remembered(session) if place not in {b, b.parent}]
        session.store.settings.set(tx, _BACKUPS, rest or None)
    return tx.changes


def destroy(backup: Path) -> None:
    """Make a backup impossible to open, then remove it.

    Raises:
        UnavailableError: The disk does not allow it.
    """
    with disk_errors():
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
