"""The lock: hides everything, lets the last words be saved, and ends the process that held them.

Closing a vault leaves hundreds of copies of its text in the memory of a Python and Qt process.
Only the end of that process removes them, so a fresh locked image takes its place.
"""

from __future__ import annotations

import faulthandler
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from PySide6.QtGui import QGuiApplication

COMMIT_BUDGET_S = 0.15
LONGEST_S = 3.0  # a lock that took so long hangs
LONGEST_CLOSE_S = 30.0  # what was typed is waited for, but not for ever
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
_NOWHERE = os.open(os.devnull, os.O_WRONLY)  # opened now: at the lock there may be no descriptor
_FIRST_OWN = 3  # below are standard input, output and error
_KEPT_PREFIXES = ("LC_", "QT_", "XDG_")

Replace = Callable[[Sequence[str], Mapping[str, str]], NoReturn]


@dataclass(frozen=True, slots=True)
class Handover:
    """What the process that locks hands to the locked one: all that it is to show.

    Attributes:
        vault: The vault to offer; ``None`` for the first page.
        words: Words for the state in which it was locked, empty when nobody knows whether
            everything arrived; they tell nothing of what is in it.
        has_new_keys: The vault has moved to new keys, which the locked page says.
        was_thrown_away: There were made-up cases; they are gone, and so is their vault.
    """

    vault: Path | None = None
    words: str = ""
    has_new_keys: bool = False
    was_thrown_away: bool = False

    def options(self) -> list[str]:
        """Return the options of the program that say this; ``read`` reads them."""
        if self.was_thrown_away:
            return [THROWN_AWAY_OPTION]
        if self.vault is None:
            return []
        if self.has_new_keys:
            return [NEW_KEYS_OPTION, str(self.vault)]
        return [LOCKED_OPTION, str(self.vault), *([self.words] if self.words else [])]

    @classmethod
    def read(cls, options: Sequence[str]) -> Handover:
        """Return what the options of a program say; other ones say nothing of a lock."""
        match options:
            case [option] if option == THROWN_AWAY_OPTION:
                return cls(was_thrown_away=True)
            case [option, vault] if option == NEW_KEYS_OPTION:
                return cls(Path(vault), has_new_keys=True)
            case [option, vault, *words] if option == LOCKED_OPTION:
                return cls(Path(vault), "".join(words[:1]))
        return cls()


class Lock:
    """Locks the program by replacing it.

    Args:
        commit: Sends what was typed and not saved yet on its way to the store.
        wait: Waits so many seconds for the store; whether everything arrived.
        abandon: Closes the store at once, without a checkpoint.
        replace: Puts a new process image in the place of this one; exchanged in tests.
        words: Returns the words for the state that was left, once everything has arrived.
    """

    def __init__(
        self,
        *,
        commit: Callable[[], object],
        wait: Callable[[float], bool],
        abandon: Callable[[], object],
        replace: Replace,
        words: Callable[[], str] = str,
    ) -> None:
        self._commit = commit
        self._wait = wait
        self._abandon = abandon
        self._replace = replace
        self._words = words

    def lock(self, handover: Handover) -> None:
        """Hide, save what can be saved within 150 ms, and become a locked process.

        Nothing may stop the way to the last line: an error on it would leave the vault open.

        Args:
            handover: What the locked process is to show. Words that are left in this very lock
                are added to it.
        """
        end = time.monotonic() + COMMIT_BUDGET_S
        with ends_within(LONGEST_S):
            try:
                hide_everything()
                self._commit()
                if self._wait(max(0.0, end - time.monotonic())):
                    self._abandon()
            except Exception:  # noqa: BLE001, S110 (whatever happened, the process must end)
                pass
            finally:
                left = replace(handover, words=self._words() or handover.words)
                self._replace([*own_program(), *left.options()], scrubbed(os.environ))


@contextmanager
def ends_within(seconds: float) -> Iterator[None]:
    """End the process after a while, whatever hangs: a display that does not answer, for one.

    The watch needs no turn of the interpreter. What it would tell goes nowhere.
    """
    faulthandler.dump_traceback_later(seconds, exit=True, file=_NOWHERE)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def hide_everything() -> None:
    """Hide every window of the program, before anything else is done."""
    for window in QGuiApplication.topLevelWindows():
        window.hide()
    QGuiApplication.sync()


def own_program() -> list[str]:
    """Return the command that starts this program; frozen or from its package.

    Nothing out of the folder that somebody started it in is run.
    """
    return (
        [sys.executable]
        if getattr(sys, "frozen", False)
        else [sys.executable, "-P", "-m", "intake"]
    )


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
