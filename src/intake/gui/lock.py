"""The lock: hides everything, lets the last words be saved, and ends the process that held them.

Closing a vault leaves hundreds of copies of its text in the memory of a Python and Qt process.
Only the end of that process removes them, so a fresh locked image takes its place.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtGui import QGuiApplication

COMMIT_BUDGET_S = 0.15
LOCKED_OPTION = "--locked"
NEW_KEYS_OPTION = "--new-keys"
THROWN_AWAY_OPTION = "--thrown-away"

# What a window needs from the environment; everything else may hold traces and is left behind.
_KEPT = frozenset(
    {
        "DISPLAY",
        "HOME",
        "LANG",
        "LANGUAGE",
        "LOGNAME",
        "PATH",
        "PYTHONPATH",
        "SHELL",
        "SYSTEMROOT",
        "TZ",
        "USER",
        "USERPROFILE",
        "APPDATA",
        "WAYLAND_DISPLAY",
        "XAUTHORITY",
        "DBUS_SESSION_BUS_ADDRESS",
    }
)
_FIRST_OWN = 3  # below are standard input, output and error
_KEPT_PREFIXES = ("LC_", "QT_", "XDG_")

Replace = Callable[[Sequence[str], Mapping[str, str]], NoReturn]


class Lock:
    """Locks the program by replacing it.

    Args:
        commit: Sends what was typed and not saved yet on its way to the store.
        wait: Waits so many seconds for the store; whether everything arrived.
        abandon: Closes the store at once, without a checkpoint.
        replace: Puts a new process image in the place of this one; exchanged in tests.
        state: Returns the words for the state that was left, or an empty text when nobody knows
            whether everything arrived.
    """

    def __init__(
        self,
        *,
        commit: Callable[[], object],
        wait: Callable[[float], bool],
        abandon: Callable[[], object],
        replace: Replace,
        state: Callable[[], str] = str,
    ) -> None:
        self._commit = commit
        self._wait = wait
        self._abandon = abandon
        self._replace = replace
        self._state = state

    def lock(self, vault: Path | None, *, new_keys: bool = False) -> None:
        """Hide, save what can be saved within 150 ms, and become a locked process.

        Nothing may stop the way to the last line: an error on it would leave the vault open.

        Args:
            vault: The vault to offer afterwards; ``None`` when it was thrown away.
            new_keys: It is closed already, and has moved to new keys.
        """
        end = time.monotonic() + COMMIT_BUDGET_S
        try:
            hide_everything()
            self._commit()
            if self._wait(max(0.0, end - time.monotonic())):
                self._abandon()
        except Exception:  # noqa: BLE001, S110 (whatever happened, the process must end)
            pass
        finally:
            command = command_line(vault, self._state(), new_keys=new_keys)
            self._replace(command, scrubbed(os.environ))

    def lock_closed(self, vault: Path | None, state: str = "") -> None:
        """Hide, and start anew while no vault is open: a passphrase may be typed or a key derived.

        What is under way ends with the process, and nothing waits for it.

        Args:
            vault: The vault to offer afterwards; ``None`` for the first page.
            state: Words for the state in which it was locked last.
        """
        try:
            hide_everything()
        finally:
            command = own_program() if vault is None else command_line(vault, state)
            self._replace(command, scrubbed(os.environ))


def hide_everything() -> None:
    """Hide every window of the program, before anything else is done."""
    for window in QGuiApplication.topLevelWindows():
        window.hide()
    QGuiApplication.sync()


def command_line(vault: Path | None, state: str = "", *, new_keys: bool = False) -> list[str]:
    """Return the command that starts this program locked.

    Args:
        vault: The vault to offer; ``None`` when it held made-up cases, which are gone now.
        state: Words for the state in which it was locked; they tell nothing of what is in it.
        new_keys: It has moved to new keys, which the locked page says.
    """
    start = own_program()
    if vault is None:
        return [*start, THROWN_AWAY_OPTION]
    if new_keys:
        return [*start, NEW_KEYS_OPTION, str(vault)]
    return [*start, LOCKED_OPTION, str(vault), *([state] if state else [])]


def own_program() -> list[str]:
    """Return the command that starts this program; frozen or from its package."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "intake"]


def scrubbed(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a window needs from an environment, and nothing else."""
    return {
        name: value
        for name, value in environment.items()
        if name.upper() in _KEPT or name.upper().startswith(_KEPT_PREFIXES)
    }


def replace_process(command: Sequence[str], environment: Mapping[str, str]) -> NoReturn:
    """Put a new process image in the place of this one; returns never, and raises nothing.

    Where the program cannot start anew (it was moved or updated meanwhile), it ends: nothing is
    worse than a process that lives on with everything in its memory.
    """
    try:
        if sys.platform == "win32":
            subprocess.Popen(command, env=dict(environment), close_fds=True)  # noqa: S603 (our own program)
        else:
            close_on_exec(open_descriptors())
            os.execve(command[0], list(command), dict(environment))  # noqa: S606 (our own program)
    finally:
        os._exit(0 if sys.platform == "win32" else 1)


def open_descriptors() -> list[int]:
    """Return the numbers of all open files but the three standard ones."""
    try:
        names = [path.name for path in Path("/dev/fd").iterdir()]
    except OSError:
        return list(range(_FIRST_OWN, os.sysconf("SC_OPEN_MAX")))
    return [int(name) for name in names if name.isdigit() and int(name) >= _FIRST_OWN]


def close_on_exec(descriptors: Iterable[int]) -> None:
    """Let no file live on in the new image.

    They close in the same step in which the memory goes. Closed earlier, the display connection
    would end the process from within before it is replaced.
    """
    for descriptor in descriptors:
        try:
            os.set_inheritable(descriptor, False)  # noqa: FBT003 (the signature of os)
        except OSError:
            continue
