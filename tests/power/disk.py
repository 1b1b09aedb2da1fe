"""What a disk may hold when the power goes: whatever nobody waited for is there or not, by chance.

Files and folders are nodes with numbers, as in a file system: a name is an entry of a folder, and
has a fate of its own. This is stricter than most file systems, which keep changes in their order.
"""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
ROOT = 0


@dataclass(frozen=True)
class New:
    """A node that has no name yet."""

    node: int
    is_folder: bool


@dataclass(frozen=True)
class Write:
    """Bytes that go to a place in a file."""

    node: int
    place: int
    content: bytes


@dataclass(frozen=True)
class Cut:
    """A file gets another length."""

    node: int
    size: int


@dataclass(frozen=True)
class Name:
    """Entries of folders that change at once: (folder, name, what it leads to or ``None``)."""

    changes: tuple[tuple[int, str, int | None], ...]

    @property
    def entries(self) -> set[tuple[int, str]]:
        """Which entries change."""
        return {(folder, name) for folder, name, _ in self.changes}


@dataclass(frozen=True)
class Sync:
    """Somebody waits until the content of a file, or the names in a folder, are on the disk."""

    node: int


@dataclass(frozen=True)
class Said:
    """Something was told to whoever watches; nothing happens to the disk."""

    text: str


Step = New | Write | Cut | Name | Sync | Said


@dataclass
class Disk:
    """Folders by number, with what their names lead to; files by number."""

    folders: dict[int, dict[str, int]] = field(default_factory=lambda: {ROOT: {}})
    files: dict[int, bytearray] = field(default_factory=dict)

    def copy(self) -> Disk:
        """Return a disk that can be changed without changing this one."""
        return Disk(
            {node: dict(names) for node, names in self.folders.items()},
            {node: bytearray(content) for node, content in self.files.items()},
        )

    def apply(self, step: Step) -> None:
        """Let a step happen."""
        if isinstance(step, New):
            if step.is_folder:
                self.folders[step.node] = {}
            else:
                self.files[step.node] = bytearray()
        elif isinstance(step, Write):
            self._write(step, len(step.content))
        elif isinstance(step, Cut):
            content = self.files[step.node]
            content[step.size :] = bytes(max(0, step.size - len(content)))
        elif isinstance(step, Name):
            for folder, name, node in step.changes:
                if node is None:
                    self.folders[folder].pop(name, None)
                else:
                    self.folders[folder][name] = node

    def apply_by_chance(self, step: Write | Cut, chance: random.Random) -> None:
        """Let a change reach the disk or not; or of a write the first sectors alone."""
        fate = chance.randrange(3)
        if fate == 1:
            self.apply(step)
        elif fate and isinstance(step, Write):
            self._write(step, chance.randint(0, len(step.content) // SECTOR) * SECTOR)

    def _write(self, step: Write, length: int) -> None:
        content = self.files[step.node]
        end = step.place + length
        content.extend(bytes(max(0, end - len(content))))
        content[step.place : end] = step.content[:length]

    def read(self, place: Path, node: int = ROOT) -> None:
        """Take over what is in a folder of this machine."""
        for path in sorted(place.iterdir()):
            found = len(self.folders) + len(self.files)
            self.folders[node][path.name] = found
            if path.is_dir():
                self.folders[found] = {}
                self.read(path, found)
            else:
                self.files[found] = bytearray(path.read_bytes())

    def put(self, place: Path, node: int = ROOT) -> None:
        """Make a folder of this machine hold what is on the disk, and nothing else."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        for name, found in self.folders[node].items():
            if found in self.folders:
                self.put(place / name, found)
            else:
                (place / name).write_bytes(self.files[found])

    def tree(self, node: int = ROOT) -> dict[str, object]:
        """Return what the names lead to, to be compared."""
        return {
            name: self.tree(found) if found in self.folders else bytes(self.files[found])
            for name, found in self.folders[node].items()
        }


def after_a_power_cut(before: Disk, steps: Iterable[Step], chance: random.Random) -> Disk:
    """Return what a disk may hold when the power goes after the last of some steps.

    What somebody waited for is there. Of what nobody waited for, each write is there, lost, or
    there in part, by whole sectors; each length is the new or the old one; and each change of names
    happened or did not, without regard to those before it. A renaming is never half done.
    """
    disk = before.copy()
    contents: dict[int, list[Write | Cut]] = {}
    names: list[Name] = []
    for step in steps:
        if isinstance(step, Write | Cut):
            contents.setdefault(step.node, []).append(step)
        elif isinstance(step, Name):
            names.append(step)
        elif isinstance(step, Sync):
            for earlier in contents.pop(step.node, []):
                disk.apply(earlier)
            names = _settle(disk, names, step.node)
        else:
            disk.apply(step)
    for name in names:
        if chance.randrange(2):
            disk.apply(name)
    for each in itertools.chain.from_iterable(contents.values()):
        disk.apply_by_chance(each, chance)
    return disk


def _settle(disk: Disk, names: list[Name], folder: int) -> list[Name]:
    """Let the changes of names happen that a wait for a folder brings to the disk; return the rest.

    With a renaming from another folder comes whatever happened to the same entries before.
    """
    wanted: set[tuple[int, str]] = set()
    settled = []
    for name in reversed(names):
        if name.entries & wanted or any(place == folder for place, _ in name.entries):
            wanted |= name.entries
            settled.append(name)
    for name in reversed(settled):
        disk.apply(name)
    happened = {id(name) for name in settled}
    return [name for name in names if id(name) not in happened]


def moments(steps: Sequence[Step], count: int, chance: random.Random) -> list[int]:
    """Return how many steps were done when the power goes, for a number of cuts.

    A row of writes to one file counts as one moment, or nearly all cuts would fall into the copying
    of a database.
    """
    rows = [0]
    for number, (step, following) in enumerate(itertools.pairwise(steps), 1):
        if not (
            isinstance(step, Write) and isinstance(following, Write) and step.node == following.node
        ):
            rows.append(number)
    rows.append(len(steps))
    found = []
    for _ in range(count):
        row = chance.randrange(len(rows))
        end = rows[row + 1] if row + 1 < len(rows) else rows[row] + 1
        found.append(chance.randrange(rows[row], end))
    return found
