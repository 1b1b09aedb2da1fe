"""Gives Qt the fonts that packages bring along; a checkout brings none and uses the system's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from intake.resources import resource_path


def shipped_fonts() -> Path | None:
    """Return the folder of the fonts shipped with the program, if there is one."""
    try:
        return resource_path("fonts")
    except FileNotFoundError:
        return None


def load_fonts(folder: Path | None) -> list[str]:
    """Make the fonts in a folder known to Qt, for this program only.

    Args:
        folder: Holds TrueType files; ``None`` for nothing to load.

    Returns:
        The families that were added, each once, sorted. A file that is no font adds nothing.
    """
    files = sorted(folder.glob("*.ttf")) if folder else []
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    return sorted({name for n in numbers for name in QFontDatabase.applicationFontFamilies(n)})
