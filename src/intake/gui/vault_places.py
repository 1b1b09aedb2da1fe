"""Where vaults are looked for and how one is recognised from outside; opens nothing."""

from __future__ import annotations

from pathlib import Path

from intake.vault.folder import HEADER_NAMES


def default_vault() -> Path:
    """Return the folder that is offered for a first vault and looked for at the start."""
    return Path.home() / "Intake"


def looks_like_vault(folder: Path) -> bool:
    """Tell whether a folder holds the files of a vault; nothing is read."""
    try:
        return any((folder / name).is_file() for name in HEADER_NAMES)
    except OSError:
        return False
