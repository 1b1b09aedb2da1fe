"""Settings kept in the vault, and the two preferences kept outside it."""

from __future__ import annotations

from dataclasses import dataclass

from intake.domain.changes import Changes
from intake.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class Settings:
    """Each setting, declared once with its default.

    Attributes:
        idle_minutes: Minutes without input until the vault locks (1 to 60).
        panic_shortcut: A second key sequence for the panic lock beside F12; never Esc.
        appearance: ``system``, ``light``, ``dark`` or ``contrast``.
        k: Smallest group of people in a bundle; 3 only on purpose.
        redaction_profile: ``strict``, ``balanced`` or ``none``.
        interviewer_code: Filled into new interviews; never a name.
        project: Filled into new cases.
    """

    idle_minutes: int = 5
    panic_shortcut: str = ""
    appearance: str = "system"
    k: int = 5
    redaction_profile: str = "strict"
    interviewer_code: str = ""
    project: str = ""


@dataclass(frozen=True, slots=True)
class Preferences:
    """The only things kept outside the vault: they say nothing about its content."""

    language: str = ""
    text_size: int = 100


def load(session: VaultSession) -> Settings:
    """Return the vault's settings; unknown or broken values fall back to the default."""
    raise NotImplementedError


def save(session: VaultSession, new: Settings) -> Changes:
    """Store the vault's settings."""
    raise NotImplementedError


def load_preferences() -> Preferences:
    """Return language and text size; defaults when the file is missing or broken."""
    raise NotImplementedError


def save_preferences(new: Preferences) -> None:
    """Store language and text size; a failure is ignored, nothing depends on them."""
    raise NotImplementedError
