"""Where the surroundings are looked at, and what is found; it judges nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

_LONGEST = 1 << 20  # bytes of a file that are read at most: settings are shorter


class Finding(StrEnum):
    """What something around the program means for a vault."""

    GOOD = "good"
    RISK = "risk"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Surrounding:
    """One thing that was looked at.

    Attributes:
        name: Its short name, a key for its texts.
        finding: What it means.
        detail: A short code for the way in which it does: a key for its texts, too.
        names: Programs or services that were found, by their own names.
    """

    name: str
    finding: Finding
    detail: str = ""
    names: tuple[str, ...] = ()


def good(name: str, detail: str = "") -> Surrounding:
    """Return that something is as it should be."""
    return Surrounding(name, Finding.GOOD, detail)


def risk(name: str, detail: str = "", names: tuple[str, ...] = ()) -> Surrounding:
    """Return that something is a danger for the vault."""
    return Surrounding(name, Finding.RISK, detail, names)


def unknown(name: str, detail: str = "") -> Surrounding:
    """Return that it cannot be told."""
    return Surrounding(name, Finding.UNKNOWN, detail)


@dataclass(frozen=True, slots=True)
class Machine:
    """The machine that is looked at.

    Attributes:
        root: The folder that stands for ``/``; another one in tests.
        home: The person's folder.
        environment: The variables of the environment.
        system: ``linux``, ``win32``, ``darwin`` and so on.
    """

    root: Path = Path("/")
    home: Path = field(default_factory=Path.home)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    system: str = sys.platform

    def at(self, path: str | Path) -> Path:
        """Return where a path of the machine lies."""
        return self.root / str(path).lstrip("/")

    def read(self, path: str | Path) -> str | None:
        """Return the text of a file of the machine; ``None`` when it cannot be read."""
        return read_text(self.at(path))

    def at_home(self, *parts: str) -> Path:
        """Return a path below the person's folder."""
        return self.at(self.home.joinpath(*parts))


def read_text(path: Path) -> str | None:
    """Return the text of a file, whatever bytes are in it; ``None`` when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST).decode("utf-8", errors="replace")
    except (OSError, ValueError):
        return None


def listed(folder: Path) -> list[Path]:
    """Return what is in a folder, sorted; nothing when it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def exists(path: Path) -> bool:
    """Tell whether something can be seen at a path."""
    try:
        return path.exists()
    except OSError:
        return False
