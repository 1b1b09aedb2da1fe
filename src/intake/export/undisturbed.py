"""Keeps Ctrl+C and the end of a session out of steps that belong together."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Windows has no SIGHUP.
_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let no signal that ends a command come between the steps of the block.

    One that arrives meanwhile is too late: the steps are over in a moment, and then there is
    nothing left to stop. Other threads than the main one never see a signal.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held = {}
    try:
        for name in _ENDING:
            number = getattr(signal, name, None)
            # What is left to the system or ignored stays so.
            if number is not None and callable(signal.getsignal(number)):
                held[number] = signal.signal(number, _pass_over)
        yield
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)


def _pass_over(_number: int, _frame: object) -> None:
    """Do nothing."""
