"""Start of the program: hardens the process, then hands over to the window or the command line."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

from intake.errors import CancelledError, UnavailableError
from intake.vault.hardening import harden_process

WINDOW_OPTIONS = frozenset({"--demo", "--locked", "--new-keys", "--thrown-away"})
# A closed terminal or a shutdown ends a command as Ctrl-C does: nothing half-written is left.
_ENDING = ("SIGTERM", "SIGHUP")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Intake and return its exit code (see ``intake.cli.main``).

    Args:
        arguments: Words after the program's name; those of the process when ``None``.
    """
    harden_process()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in WINDOW_OPTIONS:
        return _run_window(words)
    try:
        _end_as_asked()
        # Imported here: the command line must start without Qt, the window without the parser.
        from intake.cli.main import run  # noqa: PLC0415 (reason above)

        return run(words)
    except KeyboardInterrupt:  # before the command itself could take it
        return CancelledError.exit_code


def _end_as_asked() -> None:
    for name in _ENDING:
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def _run_window(words: list[str]) -> int:
    try:
        from intake.gui.app import run  # noqa: PLC0415 (as in main)
        from intake.gui.display import leave_foreign_bus, require_local  # noqa: PLC0415 (as in main)
    except ImportError as error:
        if (error.name or "").partition(".")[0] == "intake":
            raise
        missing = UnavailableError(reason="the window needs Qt; see intake --help for commands")
        return _refused(missing)
    try:
        require_local(os.environ)
    except UnavailableError as error:
        return _refused(error)
    leave_foreign_bus(os.environ)
    return run(words)


def _refused(error: UnavailableError) -> int:
    sys.stderr.write(f"{error}\n")
    return error.exit_code


if __name__ == "__main__":
    raise SystemExit(main())
