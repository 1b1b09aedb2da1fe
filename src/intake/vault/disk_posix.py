"""Makes names in a folder durable, and what is replaced unreadable, on Linux and macOS."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Wait until the names in ``folder`` are on the disk.

    Raises:
        OSError: The disk reports an error.
    """
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


# Its times do not matter where nobody will find the file any more.
_wait_for_content = getattr(os, "fdatasync", os.fsync)


@contextmanager
def outgoing(path: Path) -> Iterator[Callable[[], None]]:
    """Yield what overwrites the content that ``path`` has now, for when the name has moved on.

    Whoever linked the file under another name keeps it. The replacement stands already when this
    fails, so that a failure is passed over.
    """
    try:
        number = os.open(path, os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | os.O_NONBLOCK)
    except OSError:  # there was nothing yet, or it cannot be written
        yield lambda: None
        return
    try:
        yield lambda: _blot_out(number)
    finally:
        os.close(number)


def _blot_out(number: int) -> None:
    with contextlib.suppress(OSError):
        found = os.fstat(number)
        if found.st_nlink == 0:
            os.pwrite(number, os.urandom(found.st_size), 0)
            _wait_for_content(number)
