"""A desktop in a process of its own, on a message bus: logind, UPower and a screen saver.

Run as a program it owns the names of services that it is given, answers what they are asked, and
does what it reads: ``say PATH INTERFACE SIGNAL JSON`` or ``change PATH INTERFACE JSON``. It writes
what it is asked, and ``let go`` when somebody gives up a delay of sleep.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any

from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

LOGIND, UPOWER, SAVER = "org.freedesktop.login1", "org.freedesktop.UPower", "org.gnome.ScreenSaver"
LOGIND_PATH, UPOWER_PATH = "/org/freedesktop/login1", "/org/freedesktop/UPower"
OWN = f"{LOGIND_PATH}/session/_31"
OTHER = f"{LOGIND_PATH}/session/_32"
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/>
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/></policy></busconfig>
"""


class FakeDesktop:
    """The process as tests see it."""

    def __init__(self, address: str, *services: str) -> None:
        command = [sys.executable, str(Path(__file__)), address, *services]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.told: list[str] = []
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,))
        self._reader.start()

    def say(self, path: str, interface: str, signal: str, *arguments: object) -> None:
        """Send a signal."""
        self._write("say", path, interface, signal, json.dumps(arguments))

    def change(self, path: str, interface: str, **properties: object) -> None:
        """Change properties and tell of it, as the services do."""
        self._write("change", path, interface, json.dumps(properties))

    def close(self) -> None:
        """End the process."""
        with self._process:
            self._process.kill()
            self._reader.join()

    def _write(self, *words: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\t".join(words) + "\n")
        self._process.stdin.flush()

    def _read(self, stream: IO[str]) -> None:
        self.told.extend(line.strip() for line in stream)


class _Services(QDBusVirtualObject):
    """Owns the names and answers."""

    def __init__(self, address: str, services: list[str]) -> None:
        super().__init__()
        self.bus = QDBusConnection.connectToBus(address, "desktop")
        subtree = QDBusConnection.VirtualObjectRegisterOption.SubPath
        assert self.bus.registerVirtualObject("/org", self, subtree)
        for each in services:
            assert self.bus.registerService(each)
        self.properties: dict[str, object] = {"Active": True, "LockedHint": False, "Id": "1"}
        self.delays: list[QSocketNotifier] = []

    def introspect(self, _path: str) -> str:
        return ""

    def handleMessage(  # noqa: N802 (Qt's name)
        self, message: QDBusMessage, connection: QDBusConnection
    ) -> bool:
        """Answer as the services do."""
        arguments = message.arguments()
        answers: list[Any] = []
        if message.member() == "Get":
            answers = [QDBusVariant(self.properties.get(arguments[1], False))]
        elif message.member() == "GetSession" and arguments == ["1"]:
            answers = [QDBusObjectPath(OWN)]
        elif message.member() == "Inhibit" and arguments[0::3] == ["sleep", "delay"]:
            answers = [self._delay()]
        reply = message.createReply()
        reply.setArguments(answers)
        sent = connection.send(reply)
        tell(message.member())
        return sent

    def obey(self, line: str) -> None:
        """Do what a test wants."""
        words = line.strip().split("\t")
        message = QDBusMessage.createSignal(
            words[1], "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        message.setArguments([words[2], {}, []])
        if words[0] == "say":
            message = QDBusMessage.createSignal(words[1], words[2], words[3])
            message.setArguments(json.loads(words[4]))
        else:
            self.properties.update(json.loads(words[3]))
        assert self.bus.send(message)

    def _delay(self) -> QDBusUnixFileDescriptor:
        """Hand out one end of a pipe and say when nobody holds it any more."""
        reading, writing = os.pipe()
        handed_out = QDBusUnixFileDescriptor(writing)
        os.close(writing)
        watch = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)

        def let_go() -> None:
            watch.setEnabled(False)
            tell("let go")

        watch.activated.connect(let_go)
        self.delays.append(watch)
        return handed_out


def tell(word: str) -> None:
    """Write a word for the test."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    """Be the desktop."""
    application = QCoreApplication([])
    services = _Services(sys.argv[1], sys.argv[2:])
    commands = QSocketNotifier(0, QSocketNotifier.Type.Read)

    def read() -> None:
        for line in os.read(0, 1 << 16).decode().splitlines():
            services.obey(line)

    commands.activated.connect(read)
    tell("ready")
    application.exec()


if __name__ == "__main__":
    main()
