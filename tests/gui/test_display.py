"""The window is never shown on another machine, and no foreign message bus is asked."""

from __future__ import annotations

import subprocess
import sys

import pytest

from intake.errors import UnavailableError
from intake.gui.display import leave_foreign_bus, require_local
from tests.children import environment


@pytest.mark.parametrize(
    "found",
    [
        {},
        {"DISPLAY": ":0"},
        {"DISPLAY": "unix:1.0"},
        {"DISPLAY": "/private/tmp/made.up/org.xquartz:0"},
        {"DISPLAY": "elsewhere:0", "QT_QPA_PLATFORM": "wayland"},
        {"DISPLAY": "localhost:10.0", "QT_QPA_PLATFORM": "offscreen"},
    ],
)
def test_a_display_of_this_machine_is_used(found: dict[str, str]) -> None:
    require_local(found)


@pytest.mark.parametrize(
    "found",
    [
        {"DISPLAY": "localhost:10.0"},
        {"DISPLAY": "192.0.2.1:0", "QT_QPA_PLATFORM": "xcb"},
        {"DISPLAY": "tcp/elsewhere:0"},
        {"DISPLAY": ":0", "QT_QPA_PLATFORM": "vnc:port=5900"},
        {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb;vnc"},
        {"DISPLAY": "elsewhere:0", "QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_a_display_elsewhere_is_refused(found: dict[str, str]) -> None:
    with pytest.raises(UnavailableError, match="another machine"):
        require_local(found)


def test_the_program_says_so_and_ends() -> None:
    found = environment() | {"DISPLAY": "localhost:10.0"}
    found.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "intake"], env=found, capture_output=True, text=True, check=False
    )
    assert done.returncode == UnavailableError.exit_code
    assert "another machine" in done.stderr


def test_only_local_buses_are_left_to_the_library() -> None:
    local = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/made/up"}
    leave_foreign_bus(local)
    assert local["DBUS_SESSION_BUS_ADDRESS"] == "unix:path=/made/up"
    foreign = {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=192.0.2.1,port=1"}
    leave_foreign_bus(foreign)
    assert foreign["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"
    none: dict[str, str] = {}
    leave_foreign_bus(none)
    assert none == {}
