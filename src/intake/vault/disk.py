"""Small files written so that a power cut leaves the old or the new one; it knows no format."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.errors import DiskFullError, IntakeError, ReadOnlyError, UnavailableError

if sys.platform == "win32":
    from intake.vault.disk_windows import outgoing, sync_folder
else:
    from intake.vault.disk_posix import outgoing, sync_folder

__all__ = [
    "discard",
    "disk_errors",
    "leftover",
    "read_start",
    "remove_scrambled",
    "replace_file",
    "scramble",
    "sync_folder",
    "write_new",
]

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_PRIVATE = stat.S_IRUSR | stat.S_IWUSR
# Flags that not every system has: no newline translation; links are not followed; a pipe that
# somebody put in the file's place does not block.
_BINARY = getattr(os, "O_BINARY", 0)
_PLAIN = _BINARY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn errors of the system into those for people.

    Raises:
        FileExistsError: As it is; the caller knows what it means.
        DiskFullError: No space is left.
        ReadOnlyError: Writing is not allowed.
        UnavailableError: Any other error of the disk.
    """
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise _for_people(error.errno) from error


def _for_people(number: int | None) -> IntakeError:
    if number in _FULL:
        return DiskFullError()
    if number in _FORBIDDEN:
        return ReadOnlyError()
    return UnavailableError(reason=f"the disk reports error {number}")


def read_start(path: Path, size: int) -> bytes | None:
    """Return at most ``size`` bytes of a file, or ``None`` if it is no regular file.

    Raises:
        OSError: It cannot be read; ``FileNotFoundError`` when it is not there.
    """
    try:
        number = os.open(path, os.O_RDONLY | _PLAIN)
    except OSError as error:
        if error.errno == errno.ELOOP:  # a link
            return None
        raise
    try:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            return None
        content = b""
        while chunk := os.read(number, size - len(content)):
            content += chunk
        return content
    finally:
        os.close(number)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet, readable for its owner only, and wait for the disk.

    Raises:
        FileExistsError: It exists; it is left as it is.
        OSError: It cannot be written; nothing of it is left.
    """
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, _PRIVATE)
    try:
        _write_all(number, content)
        os.fsync(number)
    except OSError:
        discard(path)
        raise
    finally:
        os.close(number)


def _write_all(number: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(number, rest) :]


def leftover(path: Path) -> Path:
    """Return the name under which a new content of ``path`` is prepared."""
    return path.with_name(f"{path.name}.new")


def replace_file(path: Path, content: bytes) -> None:
    """Give ``path`` a new content; at any moment it holds the old one or the new one, whole.

    The old content is overwritten once the new one is on the disk: an old header opens what was
    written under its keys for as long as its blocks can be found.

    Raises:
        OSError: The old content is still there, unless only the last wait for the disk failed.
    """
    prepared = leftover(path)
    prepared.unlink(missing_ok=True)
    write_new(prepared, content)
    with outgoing(path) as blot_out:
        try:
            os.replace(prepared, path)  # noqa: PTH105 (the tests fail each call of os in turn)
        except OSError:
            discard(prepared)
            raise
        sync_folder(path.parent)
        blot_out()


def discard(path: Path) -> None:
    """Remove a file if it is there and can be removed."""
    with contextlib.suppress(OSError):
        path.unlink()


def scramble(path: Path, size: int) -> None:
    """Overwrite the first ``size`` bytes of a file in place with random ones; wait for the disk.

    Flash memory may keep the old blocks all the same.

    Raises:
        OSError: It is not there, or cannot be written.
    """
    number = os.open(path, os.O_WRONLY | _PLAIN)
    try:
        _write_all(number, os.urandom(size))
        os.fsync(number)
    finally:
        os.close(number)


def remove_scrambled(path: Path) -> None:
    """Empty a file that was overwritten, wait for the disk, and remove its name.

    Raises:
        OSError: It is not there, or cannot be written.
    """
    number = os.open(path, os.O_WRONLY | _PLAIN)
    try:
        os.ftruncate(number, 0)
        os.fsync(number)
    finally:
        os.close(number)
    path.unlink()
