"""Hears logind, UPower and screen savers on the two message buses; tells them nothing.

Only sockets of this machine are connected to. Every question is asked without waiting for the
answer: a service that hangs must not keep the window waiting.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCall,
    QDBusPendingCallWatcher,
)

from intake.gui.desktop.signals import DesktopSignals, Event
from intake.gui.display import is_local

_LOGIND, _LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_AUTO_SESSION = f"{_LOGIND_PATH}/session/auto"  # that of the process that asks
_MANAGER, _SESSION = f"{_LOGIND}.Manager", f"{_LOGIND}.Session"
_UPOWER, _UPOWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_BUS, _BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_PATIENCE_MS = 2_000
_YES, _NO = True, False

Answer = Callable[[list[Any]], object]


def session_bus() -> str:
    """Return the address of the person's bus; empty when none is known.

    Without an address the library would start a bus of its own: it is not asked to.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    socket = Path(runtime, "bus")
    usual = f"unix:path={socket}" if runtime and socket.exists() else ""
    return os.environ.get("DBUS_SESSION_BUS_ADDRESS") or usual


def system_bus() -> str:
    """Return the address of the machine's bus."""
    given = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")
    return given or "unix:path=/run/dbus/system_bus_socket"


class BusSignals(DesktopSignals):
    """Listens on the message buses of a Linux desktop.

    Args:
        system: Address of the machine's bus.
        session: Address of the person's bus.
        parent: Owner.
    """

    def __init__(self, system: str, session: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._addresses = {"system": system, "session": session}
        self._buses: dict[str, QDBusConnection] = {}
        self._services: dict[str, frozenset[str]] = {}
        self._own_session = ""
        self._delay: object = None  # a file of logind: the machine waits while it is open

    def start(self) -> None:
        """Connect to both buses and begin to listen; a bus that is not there is no error."""
        for name, address in self._addresses.items():
            if is_local(address):
                bus = QDBusConnection.connectToBus(address, f"intake-{name}-{id(self)}")
                if bus.isConnected():
                    self._buses[name] = bus
        self._listen()
        self._find_own_session()
        self._delay_sleep()
        self.look_again()

    def look_again(self) -> None:
        """Ask each bus who is there."""
        self._services.clear()
        self._hear()
        for name in self._buses:
            question = QDBusMessage.createMethodCall(_BUS, _BUS_PATH, _BUS, "ListNames")
            self._ask(name, question, partial(self._note_services, name))

    # -- what the buses say -------------------------------------------------------------------

    @Slot("QDBusMessage")
    def on_sleep(self, message: QDBusMessage) -> None:
        """Lock before the machine sleeps; let it sleep when there was nothing to lock."""
        arguments = message.arguments()
        if arguments[:1] == [True]:
            self.told.emit(Event.SLEEP)
            self._delay = None
        elif arguments[:1] == [False]:
            self._delay_sleep()

    @Slot("QDBusMessage")
    def on_lock(self, message: QDBusMessage) -> None:
        """Lock with the session."""
        if self._is_ours(message.path()):
            self.told.emit(Event.SCREEN_LOCK)

    @Slot("QDBusMessage")
    def on_session(self, message: QDBusMessage) -> None:
        """Ask what has changed: whether somebody else is in front, or the screen is locked."""
        path = message.path()
        if not self._is_ours(path) or message.arguments()[:1] != [_SESSION]:
            return
        for name, value, event in (
            ("Active", _NO, Event.USER_SWITCH),
            ("LockedHint", _YES, Event.SCREEN_LOCK),
        ):
            self._ask_property(_LOGIND, path, _SESSION, name, value, event)

    @Slot("QDBusMessage")
    def on_power(self, message: QDBusMessage) -> None:
        """Ask whether the lid is closed."""
        if message.arguments()[:1] == [_UPOWER]:
            self._ask_property(_UPOWER, _UPOWER_PATH, _UPOWER, "LidIsClosed", _YES, Event.LID)

    @Slot("QDBusMessage")
    def on_saver(self, message: QDBusMessage) -> None:
        """Lock with the screen."""
        if message.arguments()[:1] == [True]:
            self.told.emit(Event.SCREEN_LOCK)

    # -- asking -------------------------------------------------------------------------------

    def _listen(self) -> None:
        changed = "PropertiesChanged"
        on_session, on_power = self.on_session, self.on_power
        wanted = [
            ("system", _LOGIND, _LOGIND_PATH, _MANAGER, "PrepareForSleep", self.on_sleep),
            ("system", _LOGIND, "", _SESSION, "Lock", self.on_lock),
            ("system", _LOGIND, "", _PROPERTIES, changed, on_session),
            ("system", _UPOWER, _UPOWER_PATH, _PROPERTIES, changed, on_power),
            *(("session", "", "", saver, "ActiveChanged", self.on_saver) for saver in _SAVERS),
        ]
        for bus, service, path, interface, signal, heard in wanted:
            if bus in self._buses:
                slot = SLOT(f"{heard.__name__}(QDBusMessage)")
                at = (service, path, interface, signal, self, slot)
                self._buses[bus].connect(*at)  # type: ignore[call-overload]  # PySide6 takes the text that SLOT makes, and no bytes

    def _is_ours(self, path: str) -> bool:
        """Tell whether a session is this one; while that is not known, each may be."""
        return self._own_session in ("", path)

    def _find_own_session(self) -> None:
        number = os.environ.get("XDG_SESSION_ID")
        if number:
            self._ask_session(number)
            return
        question = QDBusMessage.createMethodCall(_LOGIND, _AUTO_SESSION, _PROPERTIES, "Get")
        question.setArguments([_SESSION, "Id"])
        self._ask("system", question, lambda answer: self._ask_session(str(_plain(answer[0]))))

    def _ask_session(self, number: str) -> None:
        question = QDBusMessage.createMethodCall(_LOGIND, _LOGIND_PATH, _MANAGER, "GetSession")
        question.setArguments([number])
        self._ask("system", question, self._note_own_session)

    def _delay_sleep(self) -> None:
        """Ask logind to let us lock before the machine sleeps; it waits some seconds at most."""
        question = QDBusMessage.createMethodCall(_LOGIND, _LOGIND_PATH, _MANAGER, "Inhibit")
        question.setArguments(["sleep", "Intake", "Intake locks first", "delay"])
        self._ask("system", question, self._keep_delay)

    def _ask_property(
        self, service: str, path: str, interface: str, name: str, value: object, event: Event
    ) -> None:
        question = QDBusMessage.createMethodCall(service, path, _PROPERTIES, "Get")
        question.setArguments([interface, name])

        def tell(answer: list[Any]) -> None:
            if answer and _plain(answer[0]) is value:
                self.told.emit(event)

        self._ask("system", question, tell)

    def _ask(self, bus: str, question: QDBusMessage, done: Answer) -> None:
        if bus not in self._buses:
            return
        pending: QDBusPendingCall = self._buses[bus].asyncCall(question, _PATIENCE_MS)
        watcher = QDBusPendingCallWatcher(pending, self)

        def finish(_watcher: object) -> None:
            reply = watcher.reply()
            watcher.deleteLater()
            if reply.type() is QDBusMessage.MessageType.ReplyMessage:
                done(reply.arguments())

        watcher.finished.connect(finish)

    # -- answers ------------------------------------------------------------------------------

    def _note_services(self, bus: str, answer: list[Any]) -> None:
        self._services[bus] = frozenset(str(name) for name in answer[0])
        system = self._services.get("system", frozenset())
        savers = self._services.get("session", frozenset()) & set(_SAVERS)
        heard = []
        if _LOGIND in system:
            heard += [Event.SLEEP, Event.SCREEN_LOCK, Event.USER_SWITCH]
        if _UPOWER in system:
            heard.append(Event.LID)
        if savers:
            heard.append(Event.SCREEN_LOCK)
        self._hear(*heard)

    def _note_own_session(self, answer: list[Any]) -> None:
        self._own_session = answer[0].path()

    def _keep_delay(self, answer: list[Any]) -> None:
        self._delay = answer[0]


def _plain(value: Any) -> object:  # noqa: ANN401 (a variant holds anything)
    variant = getattr(value, "variant", None)
    return value if variant is None else variant()
