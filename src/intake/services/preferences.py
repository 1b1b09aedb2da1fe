"""The two preferences kept outside the vault, language and text size; they tell nothing of it."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

_TEXT_SIZES = range(80, 201)
_LANGUAGE_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Preferences:
    """What is kept outside the vault.

    Attributes:
        language: BCP 47 tag of the interface; empty for the system's.
        text_size: Percent, 80 to 200.
    """

    language: str = ""
    text_size: int = 100


def preferences_file() -> Path:
    """Return where the preferences of this user are kept on this system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home())
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "intake" / "preferences.json"


def load_preferences() -> Preferences:
    """Return language and text size; the defaults when the file is missing or broken."""
    try:
        found = json.loads(preferences_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(found, dict):
        return Preferences()
    language, size = found.get("language"), found.get("text_size")
    return Preferences(
        language=language if isinstance(language, str) and len(language) <= _LANGUAGE_LIMIT else "",
        text_size=size if isinstance(size, int) and size in _TEXT_SIZES else 100,
    )


def save_preferences(new: Preferences) -> None:
    """Store language and text size; a failure is ignored, nothing depends on them."""
    file = preferences_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(new)), "utf-8")
    except OSError:
        return
