"""Rescue: what can be read in a damaged vault goes into a new one, and what is lost is named."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import DestinationExistsError, NoFolderError, VaultDamagedError
from intake.forms.loader import core_form
from intake.services import erased, local_backups, settings, team, vaults, versions
from intake.services.backups import all_or_nothing
from intake.services.leftovers import standing
from intake.services.released import count_all_as_left
from intake.store.connection import Database
from intake.store.mirror import read_slots
from intake.store.rescue import Rescued, RescuedCase, rescue
from intake.store.salvage import Salvage
from intake.store.store import Store
from intake.store.tables import BUNDLES, PARCELS, RELEASES
from intake.store.transaction import Transaction
from intake.vault import folder
from intake.vault.disk import disk_errors
from intake.vault.folder import (
    DATABASE_LOG_NAME,
    DATABASE_NAME,
    MIRROR_NAME,
    Opened,
    VaultLock,
)
from intake.vault.recovery import parse
from intake.vault.secret import Secret

__all__ = ["Rescued", "RescuedCase", "rescue_into"]

RESCUED = "rescued from a damaged vault"
_DAMAGED = "damaged"
_LEDGER = frozenset({BUNDLES.name, RELEASES.name})


def rescue_into(
    path: Path,
    new: Path,
    secret: Secret,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
    *,
    with_recovery: bool = False,
) -> Rescued:
    """Copy every case that can be read into a new vault; the damaged one stays as it is.

    The new vault opens with the same passphrase and recovery key. It writes no bundle until
    somebody has stated that withdrawals and releases are recorded: some may be among what is lost.
    Where notes of parcels are among it, versions of one case are to be decided about once more.
    Where settings are among it, it takes in no case that it does not have until then, since one may
    have been erased in it, and it awaits new keys, since it does not know what opens with these.

    Args:
        path: The damaged vault.
        new: Folder of the new vault; must not exist. It needs room for two copies meanwhile.
        secret: Passphrase of the damaged vault; wiped by the caller.
        progress: Cases done, of how many.
        cancel: Asked after each case.
        with_recovery: The secret is the recovery key, or two sheets of it.

    Raises:
        DestinationExistsError: There is something at ``new``.
        UsageError: There is no folder above it.
        DamagedError: Nothing can be read: neither copy of the header, or not the first pages.
        WrongSecretError: The secret does not open the vault.
        UnavailableError: In use, disk full; nothing is left of the new vault.
        CancelledError: Stopped; nothing is left of the new vault.
    """
    if os.path.lexists(new):
        raise DestinationExistsError(path=str(new))
    if not new.absolute().parent.is_dir():
        raise NoFolderError(path=str(new.parent))
    place = standing(path)
    folder.describe(place)
    with VaultLock.acquire(place), disk_errors(), all_or_nothing(new) as unfinished:
        opened = look_into(place, secret, with_recovery=with_recovery)
        with opened.keys:
            folder.copy_headers(place, unfinished, opened.keys)
            found = _rescued(place, unfinished, opened, progress, cancel)
            _prove(unfinished, opened)
    return found


def look_into(path: Path, secret: Secret, *, with_recovery: bool) -> Opened:
    """Open the header of a vault or a backup and change nothing.

    Raises:
        IntakeError: As ``vaults.unlock`` and ``vaults.unlock_with_recovery``.
    """
    if not with_recovery:
        return folder.look_into_headers(path, passphrase=secret)
    with parse(secret) as recovery:
        return folder.look_into_headers(path, recovery=recovery)


def _copied(place: Path, into: Path, opened: Opened) -> Path:
    """Copy the encrypted database, and write back in the copy what its log holds."""
    into.mkdir(mode=0o700)
    for name in (DATABASE_NAME, DATABASE_LOG_NAME):
        if (place / name).is_file() and not (place / name).is_symlink():
            shutil.copyfile(place / name, into / name)
    copy = into / DATABASE_NAME
    with vaults.raw(opened.keys.database) as db_key:
        db = Database.open(copy, db_key)
        try:
            db.checkpoint()
        finally:
            db.close()
    return copy


def _rescued(
    place: Path,
    unfinished: Path,
    opened: Opened,
    progress: ProgressCallback,
    cancel: CancelToken | None,
) -> Rescued:
    copy = _copied(place, unfinished / _DAMAGED, opened)
    with (
        vaults.raw(opened.keys.database) as db_key,
        vaults.raw(opened.keys.chain) as chain_key,
    ):
        slots = read_slots(place / MIRROR_NAME, chain_key, opened.vault_id)
        source = Salvage(copy, db_key)
        store = Store.create(
            unfinished / DATABASE_NAME,
            db_key=db_key,
            chain_key=chain_key,
            mirror_path=unfinished / MIRROR_NAME,
            vault_id=opened.vault_id,
            header_generation=opened.generation,
        )
        try:
            writes = _writes(source)
            found = rescue(source, store, progress, cancel, form=core_form().reference)
            with store.write() as tx:
                # It opens with the same keys, and holds what could not be read here as well.
                local_backups.remember(store, tx, place)
                _stay_shut(store, tx, found)
            store.mark_rolled_back(RESCUED)
        finally:
            store.close()
            source.close()
    shutil.rmtree(copy.parent)
    mirrored = max((slot.counter for slot in slots if slot is not None), default=0)
    return replace(found, unsaved=max(0, mirrored - (mirrored if writes is None else writes)))


def _stay_shut(store: Store, tx: Transaction, found: Rescued) -> None:
    """Let a vault that has forgotten something go by the strictest that it could have been."""
    if found.forgets:
        settings.stay_strict(store, tx)
        team.end_confirmations(store, tx)
        erased.note_forgotten(store, tx)
        local_backups.note_forgotten(store, tx)
    if PARCELS.name in found.lost:
        erased.note_recalls_forgotten(store, tx)
        versions.compare_again(store, tx)
    if not _LEDGER.isdisjoint(found.lost):
        count_all_as_left(store, tx)


def _writes(source: Salvage) -> int | None:
    """Return how many writes the file has seen, or ``None`` when it cannot tell."""
    found = source.rows("SELECT counter FROM vault")
    return int(str(found[0][0])) if found else None


def _prove(unfinished: Path, opened: Opened) -> None:
    """Check the new vault as it lies on the disk."""
    store = vaults.open_store(unfinished, opened)
    try:
        wrong = store.check()
    finally:
        store.close()
    if wrong:
        raise VaultDamagedError(part=wrong[0].part)
