"""Writes a file that did not exist, whole or not at all; never overwrites."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from intake.errors import (
    DestinationExistsError,
    DiskFullError,
    ReadOnlyError,
    UnavailableError,
    UsageError,
)

_CREATE = (
    os.O_CREAT
    | os.O_EXCL
    | os.O_RDWR
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_MODE = 0o600
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR})


def write_new(
    path: Path,
    write: Callable[[BinaryIO], None],
    check: Callable[[BinaryIO], None] | None = None,
    before_naming: Callable[[], None] | None = None,
) -> None:
    """Write a new file by way of a temporary name beside it.

    Nothing is left under either name when anything fails or is interrupted.

    Args:
        path: Where it goes; must not exist.
        write: Writes the content.
        check: Reads it back from the disk before it gets its name; raises to refuse it.
        before_naming: Called when nothing but the name is missing; raises to refuse it.

    Raises:
        UnavailableError: It exists, the disk is full or read-only.
        UsageError: The folder does not exist.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    with errors_of_disk(path):
        if os.path.lexists(path):
            raise DestinationExistsError(path=str(path))
        try:
            with create(part) as stream:
                write(stream)
                finish(stream)
            if check is not None:
                with part.open("rb") as written:
                    check(written)
            _rename(part, path, before_naming)
        finally:
            part.unlink(missing_ok=True)


def create(path: Path) -> BinaryIO:
    """Open a file that must not exist, readable by its owner only."""
    return os.fdopen(os.open(path, _CREATE, _MODE), "w+b")


def finish(stream: BinaryIO) -> None:
    """Bring a file to the disk, and make the next reader fetch it from there."""
    stream.flush()
    os.fsync(stream.fileno())
    forget = getattr(os, "posix_fadvise", None)
    if forget is not None:
        forget(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    with suppress(PermissionError):  # Windows opens no folders
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


@contextmanager
def open_existing(path: Path) -> Iterator[BinaryIO]:
    """Open a file of somebody else's for reading.

    Raises:
        UsageError: There is no such file, or it may not be read.
        UnavailableError: The disk fails while it is read.
    """
    try:
        # A named pipe would wait for ever.
        stream = path.open("rb") if path.is_file() else None
    except OSError:
        stream = None
    if stream is None:
        raise UsageError(what=f"The file {path} cannot be read. Check its path.")
    with errors_of_disk(path), stream:
        yield stream


@contextmanager
def errors_of_disk(path: Path) -> Iterator[None]:
    """Turn what the system says about ``path`` into our own errors."""
    try:
        yield
    except OSError as error:
        number = error.errno
        if number in _FULL:
            raise DiskFullError from error
        if number in _READ_ONLY:
            raise ReadOnlyError from error
        if number == errno.EEXIST:
            raise DestinationExistsError(path=str(path)) from error
        if number in _NO_FOLDER:
            what = f"There is no folder {path.parent}. Choose another place."
            raise UsageError(what=what) from error
        raise UnavailableError(reason=os.strerror(number or errno.EIO)) from error


def _rename(part: Path, path: Path, before_naming: Callable[[], None] | None) -> None:
    """Give the file its name; an empty file holds the name against others for that moment."""
    create(path).close()
    try:
        if before_naming is not None:
            before_naming()
        part.replace(path)
    except BaseException:
        path.unlink()
        raise
    sync_folder(path.parent)
