"""Writes a file that did not exist, whole or not at all; never overwrites."""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from intake.errors import (
    DestinationExistsError,
    DiskFullError,
    IntakeError,
    NoFolderError,
    ReadOnlyError,
    UnavailableError,
    UnreadableFileError,
)
from intake.export.undisturbed import undisturbed

# Agrees at the last moment, and returns what takes the agreement back.
LastWord = Callable[[], Callable[[], None] | None]

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
# What file systems say that have no files without a name: FAT and those of the network.
_NO_NAMELESS = frozenset({errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL})
_NUMBERED = Path("/proc/self/fd")
_PART_START, _PART_END = ".intake-", ".part"
_PART = re.compile(r"\.intake-[0-9a-f]{16}\.part", re.ASCII)


def write_new(
    path: Path,
    write: Callable[[BinaryIO], None],
    check: Callable[[BinaryIO], None] | None = None,
    before_naming: LastWord | None = None,
) -> None:
    """Write a new file that has no name until it is whole.

    Nothing is left when anything fails or is interrupted. Where the file system knows files without
    a name, nothing is left even when the process is killed; elsewhere a part with a name of ours is
    left then, which the next writing into the same folder removes.

    Args:
        path: Where it goes; must not exist.
        write: Writes the content.
        check: Reads it back from the disk before it gets its name; raises to refuse it.
        before_naming: Called when nothing but the name is missing; raises to refuse it. What it
            returns is called when the name cannot be given all the same.

    Raises:
        UnavailableError: It exists, the disk is full or read-only.
        UsageError: The folder does not exist.
    """
    with errors_of_disk(path):
        if os.path.lexists(path):
            raise DestinationExistsError(path=str(path))
        _remove_parts(path.parent)
        with _opened(path.parent) as (stream, part):
            write(stream)
            finish(stream)
            if check is not None:
                with (part or _by_number(stream)).open("rb") as written:
                    check(written)
            _name(stream, part, path, before_naming)
        sync_folder(path.parent)


@contextmanager
def _opened(folder: Path) -> Iterator[tuple[BinaryIO, Path | None]]:
    """Yield a new file, and the name that it has for the time being if it must have one."""
    stream = _nameless(folder)
    if stream is not None:
        with stream:
            yield stream, None
        return
    part = folder / f"{_PART_START}{secrets.token_hex(8)}{_PART_END}"
    try:
        with create(part) as stream:
            _hold(stream.fileno())
            yield stream, part
    finally:
        part.unlink(missing_ok=True)


def _nameless(folder: Path) -> BinaryIO | None:
    """Return a file without a name; ``None`` where the system or the file system has none."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not _NUMBERED.is_dir():
        return None
    try:
        return os.fdopen(os.open(folder, flag | os.O_RDWR | os.O_CLOEXEC, _MODE), "w+b")
    except OSError as error:
        if error.errno in _NO_NAMELESS:
            return None
        raise


def _by_number(stream: BinaryIO) -> Path:
    """Return the path by which this process reaches an open file that has no name."""
    return _NUMBERED / str(stream.fileno())


def _name(stream: BinaryIO, part: Path | None, path: Path, last_word: LastWord | None) -> None:
    """Give the file its name, which nobody else can have taken meanwhile.

    The name is tried first: one that the system does not take must fail before the last word.
    """
    with undisturbed():
        create(path).close()
        if part is None:
            path.unlink()  # a link never takes a name that is there; a part replaces it
        take_back = None
        try:
            take_back = last_word() if last_word is not None else None
            if part is None:
                _link(stream, path)
            else:
                part.replace(path)
        except BaseException:
            if part is not None:
                path.unlink()
            if take_back is not None:
                with suppress(IntakeError):  # what stands in the way of the name is told
                    take_back()
            raise


def _link(stream: BinaryIO, path: Path) -> None:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        # Only with a folder by number the system is asked to follow the link to the open file.
        os.link(_by_number(stream), path.name, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)


def _remove_parts(folder: Path) -> None:
    """Remove what a killed process left in a folder, unless somebody is still writing it."""
    with suppress(OSError):  # the writing that follows will say what is wrong with the folder
        for part in folder.glob(f"{_PART_START}*{_PART_END}"):
            if _PART.fullmatch(part.name) and not part.is_symlink():
                _remove_unless_held(part)


def _remove_unless_held(part: Path) -> None:
    with suppress(OSError):
        number = os.open(part, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
        try:
            _hold(number)
        finally:
            os.close(number)
        part.unlink()


def _hold(number: int) -> None:
    """Take the lock of an open file or fail; Windows keeps open files from removal by itself."""
    try:
        import fcntl  # noqa: PLC0415 (absent on Windows)
    except ImportError:
        return
    fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


def create(path: Path) -> BinaryIO:
    """Open a file that must not exist, readable by its owner only; its name is its path."""
    return open(path, "w+b", opener=_creating)


def _creating(path: str, _flags: int) -> int:
    return os.open(path, _CREATE, _MODE)


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
        raise UnreadableFileError(path=str(path))
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
            raise NoFolderError(path=str(path.parent)) from error
        raise UnavailableError(reason=os.strerror(number or errno.EIO)) from error
