"""Makes a vault impossible to open for anybody, whatever they know; and the leave to offer that.

What opens a vault are two files of 16 KiB. Without them its database is random to everybody, so
these are overwritten, and the database may stay. Every overwriting comes before every removal: when
the power goes, the vault still opens as before, or it does not open at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intake.errors import IntakeError, UnavailableError
from intake.vault.disk import (
    discard,
    disk_errors,
    leftover,
    remove_scrambled,
    scramble,
    sync_folder,
    write_new,
)
from intake.vault.folder import HEADER_NAMES, MIRROR_NAME
from intake.vault.header import HEADER_BYTES

OFFER_NAME = "destroyable"  # an empty file: all that the locked page needs to know


def is_offered(folder: Path) -> bool:
    """Tell whether the locked page of this vault may offer to destroy access to it."""
    return (folder / OFFER_NAME).is_file()


def offer(folder: Path, *, offered: bool) -> None:
    """Let the locked page offer to destroy access to this vault, or not any more.

    The file says no more than the page shows to everybody who starts the program.

    Raises:
        UnavailableError: Read-only or full disk.
    """
    mark = folder / OFFER_NAME
    with disk_errors():
        if not offered:
            mark.unlink(missing_ok=True)
        elif not is_offered(folder):
            write_new(mark, b"")
        sync_folder(folder)


def destroy_headers(folder: Path) -> None:
    """Overwrite, empty and remove both copies of a vault's header.

    Flash memory, backups and earlier images of the disk may still hold them.

    Raises:
        UnavailableError: One of them could not be overwritten; the others are gone.
    """
    _destroy(list(_headers(folder)), [folder])


def destroy_all(folders: Iterable[Path]) -> None:
    """Destroy the headers of a vault, those of its copies, and then their mirrors.

    First every header of all folders is overwritten, then every mirror, and only then is anything
    emptied and removed. What cannot be overwritten is removed at least.

    Args:
        folders: Folders with a header of the vault, the one that matters most first.

    Raises:
        UnavailableError: Something could not be overwritten; it has lost its name where possible.
    """
    places = list(folders)
    headers = [path for place in places for path in _headers(place)]
    mirrors = [place / MIRROR_NAME for place in places]
    try:
        _destroy([*headers, *mirrors], places)
    except UnavailableError:
        for path in (*headers, *mirrors):
            discard(path)
        raise


def _headers(folder: Path) -> Iterator[Path]:
    for name in HEADER_NAMES:
        yield folder / name
    for name in HEADER_NAMES:  # what an interrupted replacement has left opens the vault too
        yield leftover(folder / name)


def _destroy(files: list[Path], folders: list[Path]) -> None:
    failed: list[IntakeError] = []
    scrambled: list[Path] = []
    for path in files:
        with _noting(failed), suppress(FileNotFoundError):
            scramble(path, HEADER_BYTES)  # a mirror is shorter
            scrambled.append(path)
    for path in scrambled:
        with _noting(failed):
            remove_scrambled(path)
    for folder in folders:
        with _noting(failed):
            sync_folder(folder)
    if failed:
        raise failed[0]


@contextmanager
def _noting(failed: list[IntakeError]) -> Iterator[None]:
    """Note what the disk refuses, and go on with the rest."""
    try:
        with disk_errors():
            yield
    except UnavailableError as error:
        failed.append(error)
