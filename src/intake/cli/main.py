"""Reads the command line, runs one command and turns what happened into an exit code.

Exit codes: 0 done, 2 usage, 3 damaged or hostile file, 4 refused by policy, 5 wrong passphrase or
key, 6 put back to an earlier state, 7 not possible now, 70 a bug, 130 interrupted.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from intake import __version__
from intake.bugs import bug_code
from intake.cli import bundle, case, demo, export, form, key, parcel, redact, review, search, vault
from intake.cli.output import note
from intake.errors import CancelledError, IntakeError, UnavailableError
from intake.vault.disk import disk_errors

_BUG = 70
_USAGE = 2
_GROUPS = (vault, case, search, form, redact, review, export, bundle, key, parcel, demo)


class _Parser(argparse.ArgumentParser):
    """A parser that takes options only as they are written: half a word is no consent."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 (argparse's own signature)
        super().__init__(**{**settings, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        """Print usage and the message on stderr; exit 2."""
        self.print_usage(sys.stderr)
        note(f"{self.prog}: {message}. See {self.prog} --help.")
        raise SystemExit(_USAGE)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(
        prog="intake",
        description="Document human rights violations: encrypted, and shared without harm.",
        epilog="Without a command the window opens; --demo opens it on made-up cases.",
    )
    top.add_argument("--version", action="version", version=f"intake {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in _GROUPS:
        module.add_commands(commands)
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: Words after the program's name.

    Returns:
        The exit code.
    """
    _take_any_text()
    try:
        options = parser().parse_args(list(arguments))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else _USAGE
    try:
        with disk_errors():
            code = int(options.run(options))
            sys.stdout.flush()
    except IntakeError as error:
        return _told(error)
    except KeyboardInterrupt:
        return _told(CancelledError())
    except Exception as error:  # noqa: BLE001 (the last line of defence: never a traceback with data)
        note(
            f"A bug in the program [{bug_code(error)}]. Please report this code; it holds no data."
        )
        return _BUG
    return code


def _told(error: IntakeError) -> int:
    if isinstance(error.__cause__, BrokenPipeError):
        _drop_output()
        error = UnavailableError(reason="nobody reads the output")
    note(str(error))
    return error.exit_code


def _drop_output() -> None:
    """Let nothing more be written to a pipe that nobody reads, at the end of the process too."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _take_any_text() -> None:
    """Print what a stream's encoding does not know as an escape instead of failing on it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
