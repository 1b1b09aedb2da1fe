"""Folders beside and inside a vault that a change of it needs, and what a crash leaves of them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from intake.errors import DamagedError
from intake.vault import folder
from intake.vault.disk import disk_errors, sync_folder

_BEFORE_UPDATE = "before-update-"
_FILES = (*folder.HEADER_NAMES, folder.DATABASE_NAME, folder.MIRROR_NAME, "lock")


def before_update(path: Path, generation: int) -> Path:
    """Return where a vault is copied to before a newer program changes it."""
    return path / f"{_BEFORE_UPDATE}{generation}"


def forget_updates(path: Path) -> None:
    """Remove the copies of the vault that were made before updates.

    Raises:
        UnavailableError: The disk does not allow it.
    """
    with disk_errors():
        for copy in path.glob(f"{_BEFORE_UPDATE}*"):
            remove_folder(copy)


def unfinished(path: Path) -> Path:
    """Return where a vault under new keys is put together."""
    return path.with_name(path.name + ".rekey-unfinished")


def outdated(path: Path) -> Path:
    """Return the name of the vault under its old keys, until it is destroyed."""
    return path.with_name(path.name + ".rekey-old")


def finish_rekey(path: Path) -> None:
    """Do what is left of a change of keys that was cut off; nothing when there was none.

    The vault under new keys is whole before the old one loses its name.

    Raises:
        UnavailableError: The disk does not allow it.
    """
    old, new = outdated(path), unfinished(path)
    with disk_errors():
        if not _is_folder(old):
            return
        if not os.path.lexists(path):
            (new if _is_folder(new) else old).rename(path)
            sync_folder(path.parent)
        if is_remnant(old, path):
            for place in (old, *filter(_is_folder, old.glob(f"{_BEFORE_UPDATE}*"))):
                folder.destroy_headers(place)
            remove_folder(old)


def is_remnant(place: Path, path: Path) -> bool:
    """Tell whether a folder beside a vault is what a change of that vault's keys has left.

    Somebody may have put a folder of their own, another vault or a link there: that is never taken.
    """
    if not _is_folder(place):
        return False
    try:
        left = folder.describe(place)
    except DamagedError:  # the header goes first: what it opened is of no use to anybody
        return all(_is_of_vault(entry) for entry in place.iterdir())
    ours = folder.describe(path)
    return left.vault_id == ours.vault_id and left.generation != ours.generation


def _is_of_vault(entry: Path) -> bool:
    if _is_folder(entry):
        return entry.name.startswith(_BEFORE_UPDATE)
    return entry.name.startswith(_FILES)


def _is_folder(place: Path) -> bool:
    return place.is_dir() and not place.is_symlink()


def remove_folder(place: Path) -> None:
    """Remove a folder with everything in it, if it is there.

    Raises:
        OSError: The disk does not allow it.
    """
    if place.exists():
        shutil.rmtree(place)
        sync_folder(place.parent)
