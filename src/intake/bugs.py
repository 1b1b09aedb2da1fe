"""The short code of a bug: enough to find it, no values."""

from __future__ import annotations

_OWN = "intake"


def bug_code(error: BaseException) -> str:
    """Return type of an unexpected error, and module and line of the program where it came up."""
    trace = error.__traceback__
    place = "?"
    while trace is not None:
        name = str(trace.tb_frame.f_globals.get("__name__", ""))
        if name.partition(".")[0] == _OWN:
            place = f"{name.removeprefix(f'{_OWN}.')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__}@{place}"
