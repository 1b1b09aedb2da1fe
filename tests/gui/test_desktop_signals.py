"""Sleep, lid, screen lock and another person lock the window; told on a real message bus."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.gui.app import Program
from intake.gui.desktop import DesktopSignals, Event, desktop_signals
from intake.gui.desktop.signals_linux import BusSignals, session_bus, system_bus
from intake.gui.display import is_local
from intake.gui.windows.workspace import Workspace
from tests.gui.fake_desktop import (
    CONFIG,
    LOGIND,
    LOGIND_PATH,
    OTHER,
    OWN,
    SAVER,
    UPOWER,
    UPOWER_PATH,
    FakeDesktop,
)
from tests.gui.hands import Replacing

SESSION, MANAGER = f"{LOGIND}.Session", f"{LOGIND}.Manager"
YES, NO = True, False
WAYS: dict[str, tuple[Event, Callable[[FakeDesktop], None]]] = {
    "the machine is about to sleep": (
        Event.SLEEP,
        lambda d: d.say(LOGIND_PATH, MANAGER, "PrepareForSleep", YES),
    ),
    "the session is locked": (Event.SCREEN_LOCK, lambda d: d.say(OWN, SESSION, "Lock")),
    "the session says that it is locked": (
        Event.SCREEN_LOCK,
        lambda d: d.change(OWN, SESSION, LockedHint=True),
    ),
    "somebody else is in front": (
        Event.USER_SWITCH,
        lambda d: d.change(OWN, SESSION, Active=False),
    ),
    "the lid is closed": (Event.LID, lambda d: d.change(UPOWER_PATH, UPOWER, LidIsClosed=True)),
    "the screen saver is on": (
        Event.SCREEN_LOCK,
        lambda d: d.say("/org/gnome/ScreenSaver", SAVER, "ActiveChanged", YES),
    ),
}
OTHERS: dict[str, Callable[[FakeDesktop], None]] = {
    "the machine woke": lambda d: d.say(LOGIND_PATH, MANAGER, "PrepareForSleep", NO),
    "nonsense": lambda d: d.say(LOGIND_PATH, MANAGER, "PrepareForSleep", "yes", 1),
    "nothing": lambda d: d.say(LOGIND_PATH, MANAGER, "PrepareForSleep"),
    "another session is locked": lambda d: d.say(OTHER, SESSION, "Lock"),
    "another session changes": lambda d: d.change(OTHER, SESSION, Active=False),
    "the session is in front": lambda d: d.change(OWN, SESSION, Active=True),
    "the lid is opened": lambda d: d.change(UPOWER_PATH, UPOWER, LidIsClosed=False),
    "a battery changes": lambda d: d.change(UPOWER_PATH, f"{UPOWER}.Device", LidIsClosed=True),
    "the screen saver is off": lambda d: d.say("/x", SAVER, "ActiveChanged", NO),
}

# Qt's own thread of the buses goes on with a connection for a while; the program never leaves one.
_KEPT: list[BusSignals] = []


def kept(made: BusSignals) -> BusSignals:
    _KEPT.append(made)
    return made


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a message bus of its own and return where it listens."""
    folder = tmp_path_factory.mktemp("b")
    config = folder / "bus.conf"
    config.write_text(CONFIG.format(folder=folder))
    command = ["dbus-daemon", "--nofork", "--print-address=1", f"--config-file={config}"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        bus.kill()


@pytest.fixture
def desktop(qapp: QApplication, address: str) -> Iterator[FakeDesktop]:
    made = FakeDesktop(address, LOGIND, UPOWER, SAVER)
    yield made
    made.close()


@pytest.fixture
def signals(
    qtbot: QtBot, desktop: FakeDesktop, address: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BusSignals]:
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    made = kept(BusSignals(address, address))
    made.start()
    qtbot.waitUntil(lambda: made._own_session == OWN and made._delay is not None)
    qtbot.waitUntil(lambda: len(made.heard) == len(Event))
    yield made
    made.told.connect(str)
    made.told.disconnect()  # what has gone is told nothing


@pytest.mark.parametrize("way", WAYS)
def test_what_is_told_is_heard_as_what_it_is(
    qtbot: QtBot, signals: BusSignals, desktop: FakeDesktop, way: str
) -> None:
    event, tell = WAYS[way]
    heard: list[str] = []
    signals.told.connect(heard.append)
    tell(desktop)
    qtbot.waitUntil(lambda: heard == [event])


@pytest.mark.parametrize("way", OTHERS)
def test_nothing_else_is_taken_for_it(
    qtbot: QtBot, signals: BusSignals, desktop: FakeDesktop, way: str
) -> None:
    heard: list[str] = []
    signals.told.connect(heard.append)
    OTHERS[way](desktop)
    # What is told last arrives last: so everything before has been looked at.
    desktop.change(OWN, SESSION, Active=False)
    qtbot.waitUntil(lambda: Event.USER_SWITCH in heard)
    assert set(heard) == {Event.USER_SWITCH}


@pytest.fixture
def listening(program: Program, workspace: Workspace, signals: BusSignals) -> Program:
    """A program with an open vault that hears the desktop."""
    assert workspace.isVisible()
    program.listen(signals)
    return program


@pytest.mark.parametrize("way", WAYS)
def test_the_window_locks(
    qtbot: QtBot, listening: Program, desktop: FakeDesktop, replacing: Replacing, way: str
) -> None:
    with qtbot.captureExceptions() as caught:
        WAYS[way][1](desktop)
        qtbot.waitUntil(lambda: replacing.commands != [])
    assert "--locked" in replacing.commands[0]
    assert listening.window.isHidden()
    assert len(caught) > 0, "the end of the process"
    listening._session = None


def test_without_a_listener_nothing_locks(
    program: Program, workspace: Workspace, desktop: FakeDesktop, replacing: Replacing
) -> None:
    program.listen(DesktopSignals())
    for _event, tell in WAYS.values():
        tell(desktop)
    QTest.qWait(100)
    assert replacing.commands == []
    assert program.desktop.heard == frozenset()


def test_the_machine_waits_with_its_sleep_until_the_window_is_locked(
    qtbot: QtBot, signals: BusSignals, desktop: FakeDesktop
) -> None:
    heard: list[bool] = []
    signals.told.connect(lambda _event: heard.append(signals._delay is not None))
    assert "let go" not in desktop.told
    WAYS["the machine is about to sleep"][1](desktop)
    qtbot.waitUntil(lambda: "let go" in desktop.told)
    assert heard == [True], "the delay was given up before the window could lock"
    OTHERS["the machine woke"](desktop)
    qtbot.waitUntil(lambda: desktop.told.count("Inhibit") > 1)
    qtbot.waitUntil(lambda: signals._delay is not None)


def test_the_number_of_the_session_may_stand_in_the_environment(
    qtbot: QtBot, desktop: FakeDesktop, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_SESSION_ID", "1")
    made = kept(BusSignals(address, ""))
    made.start()
    qtbot.waitUntil(lambda: made._own_session == OWN)
    assert "Get" not in desktop.told


def test_while_the_own_session_is_not_known_each_may_be_it(
    qtbot: QtBot, signals: BusSignals, desktop: FakeDesktop
) -> None:
    signals._own_session = ""
    heard: list[str] = []
    signals.told.connect(heard.append)
    desktop.say(OTHER, SESSION, "Lock")
    qtbot.waitUntil(lambda: heard == [Event.SCREEN_LOCK])


def test_only_what_is_there_is_said_to_be_heard(qtbot: QtBot, address: str) -> None:
    saver = FakeDesktop(address, SAVER)
    made = kept(BusSignals(address, address))
    made.start()
    qtbot.waitUntil(lambda: made.heard == {Event.SCREEN_LOCK})
    saver.close()
    with qtbot.waitSignal(made.changed):
        made.look_again()
    QTest.qWait(100)
    assert made.heard == frozenset()


@pytest.mark.parametrize(
    ("given", "local"),
    [
        ("unix:path=/run/bus", True),
        ("unix:abstract=x;unix:path=/run/bus", True),
        ("tcp:host=127.0.0.1,port=9", False),
        ("unix:path=/run/bus;tcp:host=127.0.0.1,port=9", False),
        ("unixexec:path=/bin/true", False),
        ("autolaunch:", False),
        ("", False),
    ],
)
def test_only_sockets_of_this_machine_are_connected_to(given: str, *, local: bool) -> None:
    assert is_local(given) is local
    if not local:
        made = BusSignals(given, given)
        made.start()
        assert made._buses == {}
        assert made.heard == frozenset()


def test_a_bus_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    made = BusSignals(f"unix:path={tmp_path}/none", f"unix:path={tmp_path}/none")
    made.start()
    assert made.heard == frozenset()


def test_where_the_buses_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert session_bus() == ""
    (tmp_path / "bus").touch()
    assert session_bus() == f"unix:path={tmp_path}/bus"
    assert system_bus() == "unix:path=/run/dbus/system_bus_socket"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=x")
    assert session_bus() == "unix:path=x"
    assert isinstance(desktop_signals(), BusSignals)
