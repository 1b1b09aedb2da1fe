"""Tells how the process is hardened and what surrounds a vault; it mends nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.services.surroundings import Finding, Machine, Surrounding, look
from intake.vault.hardening import Protection, ProtectionState, protections

__all__ = ["Finding", "Protection", "ProtectionReport", "ProtectionState", "Surrounding", "report"]


@dataclass(frozen=True, slots=True)
class ProtectionReport:
    """What protects the vault, and what does not.

    Attributes:
        process: What became of each protection of the process at its start.
        surroundings: What the system around it does.
    """

    process: tuple[Protection, ...]
    surroundings: tuple[Surrounding, ...]

    @property
    def warnings(self) -> int:
        """How many things are a danger: protections that failed, and risks around."""
        failed = sum(each.state is ProtectionState.FAILED for each in self.process)
        return failed + sum(each.finding is Finding.RISK for each in self.surroundings)


def report(vault: Path, shown_by: str = "", machine: Machine | None = None) -> ProtectionReport:
    """Look at everything anew; some milliseconds.

    Args:
        vault: The folder of the vault.
        shown_by: What shows the window: Qt's name for it, or empty without a window.
        machine: Where to look; this machine when ``None``.
    """
    found = look(machine or Machine(), vault.resolve(), shown_by)
    return ProtectionReport(protections(), found)
