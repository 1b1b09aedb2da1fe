"""The folder of made-up cases: held while it is used, removed afterwards, also after a crash.

A folder is ``intake-demo-`` and eight hexadecimal digits. It holds a marker and the vault, nothing
else, and the process that made it holds a lock on it until it ends. So a folder that looks like
this and that nobody holds is what a process that was killed has left.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from intake.errors import IntakeError
from intake.vault.disk import disk_errors
from intake.vault.instance_lock import VaultLock

_MARKER, _VAULT = "made-up-cases", "vault"
_TEXT = "Intake made this folder for made-up cases and removes it by itself.\n"
_NAME = re.compile(r"intake-demo-[0-9a-f]{8}")
_KNOWN = frozenset({_MARKER, _VAULT, "lock"})  # the lock is a file on Windows only


class ThrowAwayFolder:
    """A new folder for one vault with made-up cases, and the right to use it.

    Args:
        parent: Where to make it.

    Attributes:
        path: The folder.

    Raises:
        UnavailableError: The disk is full or read-only.
    """

    def __init__(self, parent: Path) -> None:
        self.path = parent / f"intake-demo-{secrets.token_hex(4)}"
        with disk_errors():
            self.path.mkdir(mode=0o700, parents=True)
            self._lock = VaultLock.acquire(self.path)
            (self.path / _MARKER).write_text(_TEXT, "utf-8")

    @property
    def vault(self) -> Path:
        """Where the vault goes."""
        return self.path / _VAULT

    def remove(self) -> None:
        """Remove the folder with everything in it."""
        # The lock goes last: meanwhile nobody else takes the folder for a remnant.
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.release()


def remove_remnants(parents: Iterable[Path]) -> None:
    """Remove what demos that were killed have left in these folders; never anything else."""
    for parent in parents:
        try:
            found = [entry for entry in parent.iterdir() if _is_ours(entry)]
        except OSError:
            continue
        for entry in found:
            _remove_unheld(entry)


def _is_ours(entry: Path) -> bool:
    """Tell whether an entry is a folder of ours by its name, its marker and its content."""
    if not _NAME.fullmatch(entry.name) or entry.is_symlink() or not entry.is_dir():
        return False
    marker = entry / _MARKER
    try:
        marked = not marker.is_symlink() and marker.read_text("utf-8") == _TEXT
        return marked and {each.name for each in entry.iterdir()} <= _KNOWN
    except (OSError, UnicodeDecodeError):
        return False


def _remove_unheld(entry: Path) -> None:
    try:
        with VaultLock.acquire(entry):
            shutil.rmtree(entry, ignore_errors=True)
    except IntakeError:  # a demo that runs, or a disk that refuses: both stay
        return
