"""Where what holds the cases of a vault may lie, so that none of it keeps a case that was sealed.

A vault remembers the folders into which its backups were written, each backup by itself, and what
it was itself made of: a backup that was restored, a damaged vault that was rescued. Once a case was
sealed, whatever does not belong to the keys that the vault has had since holds that case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from intake.domain.changes import Changes
from intake.errors import DamagedError, IntakeError
from intake.services.leftovers import has_header, remove_folder
from intake.services.session import VaultSession
from intake.store.store import Store
from intake.store.transaction import Transaction
from intake.vault import folder
from intake.vault.disk import disk_errors
from intake.vault.kdf import KEY_BYTES
from intake.vault.secret import Secret

PREFIX = "intake-backup"
_PLACES, _BACKUPS = "backup_places", "backups"
# Keys of the check code of every header that the vault has had since the newest sealing was
# finished; empty while a sealing waits for new keys.
_SINCE_SEALING = "headers since sealing"
_FORGOTTEN = "backups_forgotten"


class Awaits(StrEnum):
    """Why a vault awaits new keys."""

    SEALING = "sealing"
    RESCUE = "rescue"


def prefix_of(vault_id: bytes) -> str:
    """Return how the names of the backups of a vault begin."""
    return f"{PREFIX}-{vault_id.hex()[:8]}-"


def places(session: VaultSession) -> tuple[Path, ...]:
    """Return the folders into which backups of this vault were written."""
    return _stored(session.store, _PLACES)


def _stored(store: Store, name: str) -> tuple[Path, ...]:
    stored = store.settings.get(name)
    return tuple(Path(each) for each in stored) if isinstance(stored, list) else ()


def newest_place(session: VaultSession) -> Path | None:
    """Return the folder of the newest backup, of those that are there now."""
    made = reversed(_stored(session.store, _BACKUPS))
    newest = (*(each.parent for each in made), *reversed(places(session)))
    return next((each for each in newest if each.is_dir()), None)


def expect(store: Store, tx: Transaction, place: Path) -> None:
    """Remember, inside of the vault, that backups are written into a folder from now on.

    One that is cut off opens as well, and has to be found when a case is sealed.
    """
    folders = [str(each) for each in _stored(store, _PLACES)]
    if str(place.absolute()) not in folders:
        store.settings.set(tx, _PLACES, [*folders, str(place.absolute())])


def remember(store: Store, tx: Transaction, made: Path, pruned: Iterable[Path] = ()) -> None:
    """Remember, inside of the vault, another folder that opens with its keys.

    Args:
        store: The vault.
        tx: The open write.
        made: A backup that was written, or what this vault was made of.
        pruned: Backups that it has replaced.
    """
    expect(store, tx, made.parent)
    gone = {each.absolute() for each in pruned}
    kept = [str(each) for each in _stored(store, _BACKUPS) if each not in gone]
    store.settings.set(tx, _BACKUPS, [*kept, str(made.absolute())])


def note_sealed(store: Store, tx: Transaction) -> None:
    """Note that everything under the keys up to now holds a case that is sealed in this write."""
    store.keys.set_own(tx, _SINCE_SEALING, bytearray(), "")


def note_forgotten(store: Store, tx: Transaction) -> None:
    """Note that the vault does not know any more what opens with its keys, and await new ones."""
    store.settings.set(tx, _FORGOTTEN, value=True)


def why_awaits_rekey(session: VaultSession) -> Awaits | None:
    """Return why the vault awaits new keys, ``None`` when it awaits none.

    A case was sealed under those that it still has, or it was rescued without the list of what
    opens with them.
    """
    if _has_sealed(session.store):
        with _since_sealing(session.store) as keys:
            if not keys:
                return Awaits.SEALING
    return Awaits.RESCUE if session.store.settings.get(_FORGOTTEN) else None


def awaits_rekey(session: VaultSession) -> bool:
    """Tell whether the vault awaits new keys, for whatever reason."""
    return why_awaits_rekey(session) is not None


def note_rekeyed(store: Store, header_mac: Secret) -> None:
    """Note in a vault that it has new keys, and by what their headers are known.

    That is of use only if a case was ever sealed.

    Args:
        store: The vault under new keys.
        header_mac: Key of the check code of its header; not wiped.
    """
    if store.settings.get(_FORGOTTEN):
        with store.write() as tx:
            store.settings.set(tx, _FORGOTTEN, None)
    if not _has_sealed(store):
        return
    with _since_sealing(store) as keys, store.write() as tx:
        known = bytearray().join(each.view() for each in (*keys, header_mac))
        store.keys.set_own(tx, _SINCE_SEALING, known, "")
        known[:] = bytes(len(known))


def _has_sealed(store: Store) -> bool:
    """Tell whether a case was ever sealed, also where the notes of that are lost."""
    return bool(store.parcels.sealed()) or store.keys.own_public(_SINCE_SEALING) is not None


@contextmanager
def _since_sealing(store: Store) -> Iterator[tuple[Secret, ...]]:
    found = store.keys.own_secret(_SINCE_SEALING) or bytearray()
    with ExitStack() as wiped:
        yield tuple(
            wiped.enter_context(Secret(found[start : start + KEY_BYTES]))
            for start in range(0, len(found), KEY_BYTES)
        )
        found[:] = bytes(len(found))


@dataclass(frozen=True, slots=True)
class Found:
    """What opens with the keys of a vault, now or once, as one look around has found it.

    Attributes:
        within: Backups within reach, those that were cut off too.
        outdated: Those of them that hold a case which is sealed by now.
        out_of_reach: What cannot be destroyed from here: folders for backups that are not there now
            (a stick for one) or cannot be looked into, backups that are not where they were
            written or whose headers are damaged, and folders with a header of this vault under
            another name, beside backups and beside the vault itself.
    """

    within: tuple[Path, ...]
    outdated: tuple[Path, ...]
    out_of_reach: tuple[Path, ...]

    @property
    def known(self) -> tuple[Path, ...]:
        """Every backup within reach, and where others may be."""
        return (*self.within, *self.out_of_reach)


def look(session: VaultSession) -> Found:
    """Look into every folder in which something may lie that holds the vault's cases, as it is now.

    Nothing of it is remembered: sticks come and go, and no change of the vault tells of it. What
    cannot be read is no error, and is named.
    """
    vault_id = folder.describe(session.path).vault_id
    remembered = _stored(session.store, _BACKUPS)
    beside = (*(each.parent for each in remembered), session.path.absolute().parent)
    listed = {each: _entries_of(each) for each in (*places(session), *beside)}
    away = [place for place, entries in listed.items() if entries is None]
    moved = [each for each in remembered if each.parent not in away and not _is_folder(each)]
    entries = (entry for found in listed.values() for entry in found or ())
    found = list(_of_vault(entries, vault_id, session.path.resolve()))
    within = tuple(each for each, is_backup in found if is_backup)
    renamed = (each for each, is_backup in found if not is_backup)
    return Found(within, _outdated(session, within), (*away, *moved, *renamed))


def _entries_of(place: Path) -> list[Path] | None:
    """Return what lies in a folder, or ``None`` when it is not there or cannot be read."""
    try:
        return sorted(place.iterdir())
    except OSError:
        return None


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir() and not place.is_symlink()
    except OSError:
        return False


def _of_vault(entries: Iterable[Path], vault_id: bytes, own: Path) -> Iterator[tuple[Path, bool]]:
    """Yield the folders with headers of a vault but its own, and whether each is a backup."""
    for entry in entries:
        if not _is_folder(entry) or entry.resolve() == own:
            continue
        is_named = entry.name.startswith(prefix_of(vault_id))
        try:
            if folder.describe(entry).vault_id == vault_id:
                yield entry, is_named
        except DamagedError:  # somebody who knows how may mend it
            if is_named and has_header(entry):
                yield entry, False
        except IntakeError:  # it cannot be looked into
            if is_named:
                yield entry, False


def _outdated(session: VaultSession, backups: tuple[Path, ...]) -> tuple[Path, ...]:
    if not _has_sealed(session.store):
        return ()
    with _since_sealing(session.store) as keys:
        return tuple(each for each in backups if not folder.belongs_to(each, keys))


def destroy_outdated(session: VaultSession) -> tuple[Path, ...]:
    """Destroy the backups within reach that hold a sealed case; return those that are gone.

    Only then are they forgotten, so that one which the disk does not give up stays known. The
    vault must be under the keys that it has had since.
    """
    gone = tuple(each for each in look(session).outdated if _is_destroyed(each))
    if gone:
        with session.store.write() as tx:
            kept = [str(each) for each in _stored(session.store, _BACKUPS) if each not in gone]
            session.store.settings.set(tx, _BACKUPS, kept or None)
    return gone


def _is_destroyed(backup: Path) -> bool:
    """Make a backup impossible to open, then remove it; tell whether the disk has allowed it."""
    try:
        with disk_errors():
            remove_folder(backup)
    except IntakeError:
        return False
    return True


def forget(session: VaultSession, place: Path) -> Changes:
    """Forget a folder that is gone for good, at a person's word."""
    store = session.store
    with store.write() as tx:
        kept = [str(each) for each in places(session) if each != place]
        store.settings.set(tx, _PLACES, kept or None)
        rest = [str(b) for b in _stored(store, _BACKUPS) if place not in {b, b.parent}]
        store.settings.set(tx, _BACKUPS, rest or None)
    return tx.changes
