"""The lock on Linux and macOS: on the folder itself, so it leaves no file and works read-only."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


def lock(folder: Path) -> int | None:
    """Return a descriptor that holds the lock, or ``None`` if somebody else does.

    The descriptor is closed when the process image is replaced.

    Raises:
        OSError: The folder cannot be opened, or its file system has no locks.
    """
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(number)
        return None
    except OSError:
        os.close(number)
        raise
    return number


def unlock(number: int) -> None:
    """Give the lock back."""
    os.close(number)
