"""The entries of one folder for the file panel; reads names only, opens and remembers nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from intake.domain.folding import fold
from intake.gui.icons import icon

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One row: ``special`` is a folder that the caller recognised, a vault for one."""

    name: str
    is_folder: bool
    special: bool = False


class FolderModel(QAbstractListModel):
    """Folders first, then files, by name; hidden entries are left out.

    Args:
        is_special: Recognises folders that get an icon of their own and are not entered.
        parent: Owner.
    """

    def __init__(
        self,
        is_special: Callable[[Path], bool] = lambda _path: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_special = is_special
        self._entries: list[FolderEntry] = []

    def load(self, folder: Path, lists: Callable[[str], bool]) -> bool:
        """Show another folder; ``False`` when it cannot be read (nothing changes then).

        Args:
            folder: The folder.
            lists: Tells by its name whether a file is listed; folders always are.
        """
        try:
            entries = self._read(folder, lists)
        except OSError:
            return False
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()
        return True

    def load_again(self, folder: Path, lists: Callable[[str], bool]) -> bool:
        """Show what has changed in a folder; ``False`` when nothing has, or it cannot be read."""
        try:
            entries = self._read(folder, lists)
        except OSError:
            return False
        if entries == self._entries:
            return False
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()
        return True

    def entry(self, row: int) -> FolderEntry:
        """Return one row."""
        return self._entries[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 (Qt's signature)
        """Return name or icon of an entry."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == Qt.ItemDataRole.DecorationRole:
            if entry.special:
                return icon("vault", "accent")
            return icon("folder" if entry.is_folder else "file", "muted")
        return None

    def _read(self, folder: Path, lists: Callable[[str], bool]) -> list[FolderEntry]:
        found = []
        with os.scandir(folder) as listing:
            for item in listing:
                if item.name.startswith("."):
                    continue
                is_folder = _is_folder(item)
                if is_folder:
                    special = self._is_special(Path(item.path))
                    found.append(FolderEntry(item.name, is_folder=True, special=special))
                elif lists(item.name):
                    found.append(FolderEntry(item.name, is_folder=False))
        return sorted(found, key=lambda entry: (not entry.is_folder, fold(entry.name)))


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False
