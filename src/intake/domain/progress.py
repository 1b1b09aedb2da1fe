"""Progress and cancel for long work; knows nothing of threads or windows."""

from __future__ import annotations

from collections.abc import Callable

from intake.errors import CancelledError

# Called with (done, total); a total of 0 means it is not known yet.
ProgressCallback = Callable[[int, int], None]


def ignore_progress(_done: int, _total: int) -> None:
    """Take progress and do nothing with it."""


class CancelToken:
    """Lets one thread ask another to stop at its next safe point."""

    def __init__(self) -> None:
        self._asked = False

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._asked = True

    def check(self) -> None:
        """Raise at a safe point when stopping was asked for.

        Raises:
            CancelledError: The person stopped the work.
        """
        if self._asked:
            raise CancelledError
