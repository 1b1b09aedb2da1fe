"""The lock on Windows, which cannot lock a folder: a file beside the vault's files."""

from __future__ import annotations

import msvcrt
import os
import sys
from pathlib import Path

assert sys.platform == "win32"

_NAME = "lock"


def lock(folder: Path) -> int | None:
    """Return a descriptor that holds the lock, or ``None`` if somebody else does.

    Raises:
        OSError: The folder is not there, or cannot be written.
    """
    if not folder.is_dir():
        raise FileNotFoundError
    number = os.open(folder / _NAME, os.O_RDWR | os.O_CREAT | os.O_NOINHERIT, 0o600)
    try:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    except OSError:
        os.close(number)
        return None
    return number


def unlock(number: int) -> None:
    """Give the lock back; the empty file stays."""
    msvcrt.locking(number, msvcrt.LK_UNLCK, 1)
    os.close(number)
