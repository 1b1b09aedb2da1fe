"""Keeps the window on this machine: no display, bus or viewer that is reached over a network.

The library that draws the window opens these sockets itself, where no hook of ours sees them.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping

from intake.errors import UnavailableError

_BUS = "DBUS_SESSION_BUS_ADDRESS"
_NOBODY = "disabled:"
_NOT_X11 = frozenset({"wayland", "wayland-egl", "offscreen", "minimal", "windows", "cocoa"})


def require_local(environment: Mapping[str, str]) -> None:
    """Refuse to show the window on another machine: everything that is typed would go there.

    Raises:
        UnavailableError: The display lies elsewhere, or others could look at it over a network.
    """
    asked = environment.get("QT_QPA_PLATFORM", "").split(";")  # each is tried, in this order
    platforms = {each.partition(":")[0].strip() for each in asked}
    host = environment.get("DISPLAY", "").rpartition(":")[0]
    is_remote = bool(host) and host != "unix" and not host.startswith("/")
    if "vnc" in platforms or (is_remote and not platforms <= _NOT_X11):
        raise UnavailableError(
            reason="the display is on another machine; start Intake where you sit"
        )


def leave_foreign_bus(environment: MutableMapping[str, str]) -> None:
    """Let the library know of no message bus but one that is a local socket."""
    address = environment.get(_BUS, "")
    if address and not is_local(address):
        environment[_BUS] = _NOBODY


def is_local(address: str) -> bool:
    """Tell whether an address leads to sockets of this machine only, and starts no program."""
    return bool(address) and all(each.startswith("unix:") for each in address.split(";"))
