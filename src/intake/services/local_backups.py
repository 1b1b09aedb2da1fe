"""Where backups of a vault were written, so that none of them keeps a case that was sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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


def newest_place(session: VaultSession) -> Path | None:
    """Return the folder of the newest backup, of those that are there now."""
    newest = (*(each.parent for each in reversed(_remembered(session))), *reversed(places(session)))
    return next((each for each in newest if each.is_dir()), None)


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


@dataclass(frozen=True, slots=True)
class Found:
    """The backups of a vault as one look around has found them.

    Attributes:
        within: Whole backups within reach.
        outdated: Those of them that hold a case which is sealed by now.
        out_of_reach: Where backups may be that cannot be destroyed from here: folders that are not
            there now (a stick for one), backups that are not where they were written, and folders
            beside backups that this vault's keys may open under another name.
    """

    within: tuple[Path, ...]
    outdated: tuple[Path, ...]
    out_of_reach: tuple[Path, ...]

    @property
    def known(self) -> tuple[Path, ...]:
        """Every backup within reach, and where others may be."""
        return (*self.within, *self.out_of_reach)


def look(session: VaultSession) -> Found:
    """Look at every folder into which backups were written, as it is now.

    Nothing of it is remembered: sticks come and go, and no change of the vault tells of it. Each
    header is read once.
    """
    vault_id = folder.describe(session.path).vault_id
    folders = places(session)
    away = [each for each in folders if not each.is_dir()]
    moved = [each for each in _remembered(session) if not each.is_dir() and each.parent not in away]
    within: dict[Path, int] = {}
    renamed = []
    own = session.path.resolve()
    for each, generation in _of_vault(folders, vault_id):
        if each.name.startswith(prefix_of(vault_id)):
            within[each] = generation
        elif each.resolve() != own:
            renamed.append(each)
    sealed_at = session.store.settings.get(_SEALED_AT)
    newest = sealed_at if isinstance(sealed_at, int) else -1
    outdated = tuple(each for each, generation in within.items() if generation <= newest)
    return Found(tuple(within), outdated, (*away, *moved, *renamed))


def _of_vault(folders: Iterable[Path], vault_id: bytes) -> Iterator[tuple[Path, int]]:
    """Yield the folders with headers of a vault, and their generations; the rest is not ours."""
    for place in folders:
        if not place.is_dir():
            continue
        with disk_errors():
            entries = sorted(place.iterdir())
        for entry in entries:
            if entry.is_symlink() or not entry.is_dir():
                continue
            try:
                header = folder.describe(entry)
            except DamagedError:
                continue
            if header.vault_id == vault_id:
                yield entry, header.generation


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
