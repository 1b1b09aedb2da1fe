"""Lets one process at a time use a vault; it protects no content."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from intake.errors import InUseError, VaultMissingError
from intake.vault.disk import disk_errors

if sys.platform == "win32":
    from intake.vault.instance_lock_windows import lock, unlock
else:
    from intake.vault.instance_lock_posix import lock, unlock


class VaultLock:
    """The right to use a vault, held until ``release`` or the end of the process.

    Args:
        number: Descriptor that carries the lock; ``acquire`` makes one.
    """

    __slots__ = ("_number",)

    def __init__(self, number: int) -> None:
        self._number: int | None = number

    @classmethod
    def acquire(cls, folder: Path) -> Self:
        """Take the lock of a vault folder, or fail at once.

        Raises:
            InUseError: Another process, or another lock of this one, holds it.
            VaultMissingError: There is no such folder.
            UnavailableError: The file system has no locks.
        """
        with disk_errors():
            try:
                number = lock(folder)
            except (FileNotFoundError, NotADirectoryError):
                raise VaultMissingError(path=str(folder)) from None
        if number is None:
            raise InUseError
        return cls(number)

    def release(self) -> None:
        """Give the lock back; a second time is fine."""
        if self._number is not None:
            unlock(self._number)
            self._number = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
