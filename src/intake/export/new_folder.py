"""Fills a folder that is new or empty, whole or not at all; touches none that holds anything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from intake.errors import DestinationExistsError
from intake.export.new_file import create, errors_of_disk, sync_folder

_FOLDER_MODE = 0o700

# Gives a new file below the folder, by a path with ``/`` that the caller has checked.
Write = Callable[[str], BinaryIO]


def require_new(folder: Path) -> None:
    """Refuse a folder that holds something.

    Raises:
        DestinationExistsError: It does, or is no folder.
    """
    with errors_of_disk(folder):
        if os.path.lexists(folder) and (folder.is_symlink() or not _is_empty(folder)):
            raise DestinationExistsError(path=str(folder))


@contextmanager
def filled(folder: Path) -> Iterator[Write]:
    """Give a way to create files in a folder; on any error nothing of it is left."""
    existed = folder.exists()
    made: set[Path] = {folder}

    def write(name: str) -> BinaryIO:
        path = folder / name
        for parent in [*reversed(path.relative_to(folder).parents)][1:]:
            (folder / parent).mkdir(mode=_FOLDER_MODE, exist_ok=True)
            made.add(folder / parent)
        return create(path)

    with errors_of_disk(folder):
        folder.mkdir(mode=_FOLDER_MODE, exist_ok=True)
        try:
            yield write
        except BaseException:
            _empty(folder)
            if not existed:
                folder.rmdir()
            raise
        for path in (*sorted(made, reverse=True), folder.parent):
            sync_folder(path)


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
