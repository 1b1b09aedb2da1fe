"""Folders beside and inside a vault that a change of it needs, and what a crash leaves of them."""

from __future__ import annotations

import shutil
from pathlib import Path

from intake.vault import folder
from intake.vault.disk import disk_errors, sync_folder

_BEFORE_UPDATE = "before-update-"


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
        if not old.exists():
            return
        if not path.exists():
            (new if new.exists() else old).rename(path)
            sync_folder(path.parent)
        if old.exists():
            for place in (old, *old.glob(f"{_BEFORE_UPDATE}*")):
                folder.destroy_headers(place)
            remove_folder(old)


def remove_folder(place: Path) -> None:
    """Remove a folder with everything in it, if it is there.

    Raises:
        OSError: The disk does not allow it.
    """
    if place.exists():
        shutil.rmtree(place)
        sync_folder(place.parent)
