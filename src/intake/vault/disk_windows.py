"""Names in a folder on Windows, where the file system's own log keeps them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

assert sys.platform == "win32"


def sync_folder(_folder: Path) -> None:
    """Do nothing: Windows cannot flush a folder, and NTFS logs its changes in order."""


@contextmanager
def outgoing(_path: Path) -> Iterator[Callable[[], None]]:
    """Yield what does nothing: an open file cannot be replaced on Windows."""
    yield lambda: None
