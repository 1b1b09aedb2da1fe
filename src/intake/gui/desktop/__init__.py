"""What the desktop tells the window about the machine and the people in front of it."""

from __future__ import annotations

import sys

from intake.gui.desktop.signals import DesktopSignals, Event

__all__ = ["DesktopSignals", "Event", "desktop_signals"]


def desktop_signals() -> DesktopSignals:
    """Return what hears the signals of this system."""
    if sys.platform == "win32":
        from intake.gui.desktop.signals_windows import WindowsSignals  # noqa: PLC0415 (only there)

        return WindowsSignals()
    if sys.platform == "darwin":
        from intake.gui.desktop.signals_macos import MacSignals  # noqa: PLC0415 (only there)

        return MacSignals()
    from intake.gui.desktop.signals_linux import (  # noqa: PLC0415 (only there)
        BusSignals,
        session_bus,
        system_bus,
    )

    return BusSignals(system_bus(), session_bus())
