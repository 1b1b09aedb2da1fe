"""Folders beside and inside a vault that a change of it needs, and what a crash leaves of them.

Somebody may have put a folder of their own under one of these names. So nothing is renamed or
removed unless everything in it has a name of ours, and a header that is whole says whose it is; or
the vault says that a change of its keys was cut off before there was one.
"""

from __future__ import annotations

import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

from intake.errors import (
    DamagedError,
    DestinationExistsError,
    NewerFormatError,
    UnavailableError,
    UsageError,
    VaultMissingError,
)
from intake.vault import destruction, folder
from intake.vault.disk import discard, disk_errors, leftover, sync_folder, write_new
from intake.vault.folder import VaultInfo

_BEFORE_UPDATE = "before-update-"
_COPY = re.compile(rf"{_BEFORE_UPDATE}[0-9]{{1,20}}")
_DATABASE = folder.DATABASE_NAME
_HEADERS = (*folder.HEADER_NAMES, *(leftover(Path(name)).name for name in folder.HEADER_NAMES))
# Goes into a vault before its headers are destroyed, and says afterwards whose the rest is.
_SIGN = "outdated"
_SIGN_MAGIC = b"INTAKE outdated vault "
_FILES = frozenset(
    {
        *_HEADERS,
        _DATABASE,
        folder.DATABASE_LOG_NAME,
        folder.DATABASE_JOURNAL_NAME,
        f"{_DATABASE}-room",
        folder.MIRROR_NAME,
        destruction.OFFER_NAME,
        "lock",  # where a system locks a file instead of the folder
        _SIGN,
    }
)


def before_update(path: Path, generation: int) -> Path:
    """Return where a vault is copied to before a newer program changes it."""
    return path / f"{_BEFORE_UPDATE}{generation}"


def forget_updates(path: Path) -> None:
    """Remove the copies of the vault that were made before updates.

    They lie inside of the vault's own folder; names are proof enough there, and a copy that a crash
    cut short has no header yet.

    What else somebody has put into one stays: a file manager does, without asking.

    Raises:
        UnavailableError: The disk does not allow it.
    """
    with disk_errors():
        for copy in path.glob(f"{_BEFORE_UPDATE}*"):
            if _is_copy(copy):
                remove_folder(copy)
            elif _is_named_as_copy(copy):
                destruction.destroy_headers(copy)
                for ours in filter(_is_file, copy.iterdir()):
                    ours.unlink()
                sync_folder(copy)


def unfinished(path: Path) -> Path:
    """Return where a vault under new keys is put together."""
    return path.with_name(path.name + ".rekey-unfinished")


def outdated(path: Path) -> Path:
    """Return the name of the vault under its old keys, until it is destroyed."""
    return path.with_name(path.name + ".rekey-old")


def standing(path: Path) -> Path:
    """Return the folder in which a vault is now; changes nothing.

    That is another one than ``path`` only when a change of keys was cut off between two names.
    """
    if os.path.lexists(path):
        return path
    old, new = outdated(path), unfinished(path)
    info = _whole(old)
    if info is None:
        return path
    return new if _is_successor(_whole(new), info) else old


def opening_folders(path: Path) -> tuple[Path, ...]:
    """Return every folder here whose header opens this vault, the vault's own first.

    That is the vault, copies in it from before an update, and what a change of keys has left.

    Raises:
        DamagedError: There is no vault, or something else.
    """
    place = standing(path)
    try:
        ours = folder.describe(place)
    except VaultMissingError:
        raise
    except DamagedError:  # damaged headers may be mended by somebody
        if not _is_folder(place) or not _has_only_ours(place):
            raise
        ours = None
    beside = [other for other in (outdated(path), unfinished(path)) if other != place]
    places = [place, *(other for other in beside if _is_of(other, ours))]
    named = (copy for each in places for copy in each.glob(f"{_BEFORE_UPDATE}*"))
    return (*places, *filter(_is_named_as_copy, named))


def _is_of(place: Path, ours: VaultInfo | None) -> bool:
    """Tell whether a folder beside a vault holds a header of the same vault and nothing else's."""
    if ours is None or not _is_folder(place) or not _has_only_ours(place):
        return False
    try:
        return folder.describe(place).vault_id == ours.vault_id
    except DamagedError:
        return False


def finish_rekey(path: Path) -> None:
    """Do what is left of a change of keys that was cut off; nothing when there was none.

    The vault under new keys is whole before the old one loses its name.

    Raises:
        UnavailableError: The disk does not allow it.
    """
    old = outdated(path)
    with disk_errors():
        place = standing(path)
        if place != path:
            place.rename(path)
            sync_folder(path.parent)
        if is_remnant(old, path):
            _destroy(old)


def is_remnant(place: Path, path: Path) -> bool:
    """Tell whether a folder beside a vault is what a change of that vault's keys has left.

    Somebody may have put a folder of their own, another vault or a link there: that is never taken.
    """
    if not _is_folder(place) or not _has_only_ours(place):
        return False
    try:
        ours = folder.describe(path)
        left = folder.describe(place)
    except DamagedError:  # the header goes first: what it opened is of no use to anybody
        return _is_folder(path) and _is_signed(place, path)
    return left.vault_id == ours.vault_id and left.generation != ours.generation


def is_stump(place: Path) -> bool:
    """Tell whether a folder beside a vault holds only names of ours, and no header that is whole.

    A change of keys leaves that when it is cut off while it makes the folder, or removes it.
    """
    if not _is_folder(place) or not _has_only_ours(place):
        return False
    try:
        folder.describe(place)
    except NewerFormatError:
        return False
    except DamagedError:
        return True
    return False


def require_movable(path: Path) -> None:
    """Refuse at once where the folder of the vault could not be renamed at the end.

    Raises:
        UsageError: The vault was opened by a link: the link would be renamed, and not the vault.
        UnavailableError: It is a disk of its own, or nothing may be renamed where it is.
    """
    if path.is_symlink():
        place = path.resolve()
        raise UsageError(
            what=f"The vault was opened by a link. Open its folder itself, {place}, then do this "
            "again."
        )
    if os.path.ismount(path) or not os.access(path.absolute().parent, os.W_OK):
        raise UnavailableError(reason="the folder of the vault cannot be renamed where it is")


def require_room(path: Path, *, was_cut_off: bool) -> None:
    """Refuse a change of keys where something that is not ours has one of the names it needs.

    Args:
        path: The vault.
        was_cut_off: The vault says that a change of its keys was begun and not finished.

    Raises:
        DestinationExistsError: There is such a thing; it is named.
        UnavailableError: The disk does not tell.
    """
    new, old = unfinished(path), outdated(path)
    with disk_errors():
        for place in (new, old):
            is_ours = is_remnant(place, path) or _is_empty(place)
            if place == new and was_cut_off:
                is_ours = is_ours or is_stump(new)
            if os.path.lexists(place) and not is_ours:
                raise DestinationExistsError(path=str(place))


def make_room(path: Path, *, was_cut_off: bool) -> None:
    """Remove what earlier changes of a vault's keys have left; see ``require_room``.

    Raises:
        IntakeError: As ``require_room``, or the disk does not allow it.
    """
    require_room(path, was_cut_off=was_cut_off)
    new, old = unfinished(path), outdated(path)
    with disk_errors():
        if _is_folder(new) and not _is_empty(new):
            remove_remnant(new)
        if _is_empty(old):
            old.rmdir()
        elif _is_folder(old):
            _destroy(old)


def _is_empty(place: Path) -> bool:
    return _is_folder(place) and not any(place.iterdir())


def remove_remnant(place: Path) -> None:
    """Remove what was recognised as the leftover of a change of keys; what proves it goes last.

    Raises:
        OSError: The disk does not allow it.
    """
    proof = {*folder.HEADER_NAMES, _SIGN}
    for entry in place.iterdir():
        if _is_folder(entry):
            remove_folder(entry)
        elif entry.name not in proof:
            entry.unlink()
    sync_folder(place)
    for entry in place.iterdir():
        entry.unlink()
    place.rmdir()
    sync_folder(place.parent)


def _destroy(old: Path) -> None:
    """Make a vault under old keys impossible to open, then remove what is left of it."""
    with suppress(DamagedError):  # without headers it is signed already
        signed = _SIGN_MAGIC + folder.describe(old).vault_id
        discard(old / _SIGN)
        write_new(old / _SIGN, signed)
        sync_folder(old)
    for place in (old, *filter(_is_copy, old.iterdir())):
        destruction.destroy_headers(place)
    remove_remnant(old)


def _whole(place: Path) -> VaultInfo | None:
    """Return what the header of a vault says, if there is a whole vault and nothing else."""
    if not _is_folder(place) or not _has_only_ours(place) or not (place / _DATABASE).is_file():
        return None
    try:
        return folder.describe(place)
    except DamagedError:
        return None


def _is_successor(info: VaultInfo | None, old: VaultInfo) -> bool:
    if info is None or info.vault_id != old.vault_id:
        return False
    return info.generation >= old.generation


def _is_signed(place: Path, path: Path) -> bool:
    sign = place / _SIGN
    if sign.is_symlink() or not sign.is_file():
        return False
    return sign.read_bytes() == _SIGN_MAGIC + folder.describe(path).vault_id


def _has_only_ours(place: Path) -> bool:
    """Tell whether a folder holds what a vault has and no more; if it is closed to us, no."""
    try:
        return all(
            _is_copy(entry) if _is_folder(entry) else _is_file(entry) for entry in place.iterdir()
        )
    except PermissionError:
        return False


def _is_copy(entry: Path) -> bool:
    """Tell whether something in a vault is a copy of it from before an update."""
    return _is_named_as_copy(entry) and all(_is_file(each) for each in entry.iterdir())


def _is_named_as_copy(entry: Path) -> bool:
    """Tell whether a folder in a vault has the name of a copy, whatever else is in it."""
    return _is_folder(entry) and _COPY.fullmatch(entry.name) is not None


def _is_file(entry: Path) -> bool:
    return entry.name in _FILES and entry.is_file() and not entry.is_symlink()


def require_only_ours(path: Path) -> None:
    """Refuse to change the keys of a vault in whose folder lie files of somebody else.

    They would go with the old vault, or keep it from being destroyed.

    Raises:
        UsageError: There are some; the first one is named.
    """
    with disk_errors():
        strange = sorted(
            entry.name
            for entry in path.iterdir()
            if not (_is_copy(entry) if _is_folder(entry) else _is_file(entry))
        )
    if strange:
        raise UsageError(
            what=f"The folder of the vault holds something that is not the vault's: {strange[0]}. "
            "Move it away, then do this again."
        )


def _is_folder(place: Path) -> bool:
    return place.is_dir() and not place.is_symlink()


def has_header(place: Path) -> bool:
    """Tell whether there is a header in a folder, or what an interrupted writing left of one."""
    return any(os.path.lexists(place / name) for name in _HEADERS)


def remove_folder(place: Path) -> None:
    """Remove the folder of a vault, if it is there; its headers open nothing any more.

    Raises:
        OSError: The disk does not allow it.
    """
    if place.exists():
        destruction.destroy_headers(place)
        shutil.rmtree(place)
        sync_folder(place.parent)
