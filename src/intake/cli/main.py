"""Reads the command line, runs one command and turns what happened into an exit code.

Exit codes: 0 done, 2 usage, 3 damaged or hostile file, 4 refused by policy, 5 wrong passphrase or
key, 6 put back to an earlier state, 7 not possible now, 70 a bug, 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

from intake import __version__
from intake.cli import bundle, case, demo, export, key, redact, search, vault
from intake.cli.output import note
from intake.errors import IntakeError

_BUG = 70
_INTERRUPTED = 130
_USAGE = 2


class _Parser(argparse.ArgumentParser):
    """A parser whose usage errors never repeat the words they complain about more than needed."""

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
    for module in (vault, case, search, redact, export, bundle, key, demo):
        module.add_commands(commands)
    return top


def run(arguments: Sequence[str]) -> int:
    """Run one command.

    Args:
        arguments: Words after the program's name.

    Returns:
        The exit code.
    """
    try:
        options = parser().parse_args(list(arguments))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else _USAGE
    try:
        return int(options.run(options) or 0)
    except IntakeError as error:
        note(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        note("Stopped. Nothing was left half-written.")
        return _INTERRUPTED
    except BrokenPipeError:
        return _USAGE
    except Exception as error:  # noqa: BLE001 (the last line of defence: never a traceback with data)
        note(
            f"A bug in the program [{bug_code(error)}]. Please report this code; it holds no data."
        )
        return _BUG


def bug_code(error: BaseException) -> str:
    """Return type, file and line of an unexpected error: enough to find it, no values."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    name = last.filename.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{type(error).__name__} {name}:{last.lineno}"
