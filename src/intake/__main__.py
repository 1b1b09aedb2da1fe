"""Start of the program: hardens the process, then hands over to the window or the command line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from intake.vault.hardening import harden_process

WINDOW_OPTIONS = frozenset({"--demo", "--locked"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Intake and return its exit code (see ``intake.cli.main``).

    Args:
        arguments: Words after the program's name; those of the process when ``None``.
    """
    harden_process()
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in WINDOW_OPTIONS:
        # Imported here: the command line must start without Qt, the window without the parser.
        from intake.gui.app import run as run_window  # noqa: PLC0415 (reason above)

        return run_window(words)
    from intake.cli.main import run as run_command  # noqa: PLC0415 (reason above)

    return run_command(words)


if __name__ == "__main__":
    raise SystemExit(main())
