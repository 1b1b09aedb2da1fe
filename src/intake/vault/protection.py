"""What became of one protection of the process, for the Protection page; it protects nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class ProtectionState(StrEnum):
    """Whether a protection works."""

    ON = "on"
    NOT_AVAILABLE = "not_available"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Protection:
    """One protection of the process.

    Attributes:
        name: Its short name, a key for the text on the Protection page.
        state: Whether it works.
        detail: A short code when it does not: the error number of the system, for instance.
    """

    name: str
    state: ProtectionState
    detail: str = ""


def attempt(name: str, switch_on: Callable[[], bool]) -> Protection:
    """Switch a protection on and say what became of it.

    Args:
        name: Its short name.
        switch_on: Returns whether the system says afterwards that it is on.
    """
    try:
        is_on = switch_on()
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        return Protection(name, ProtectionState.FAILED, f"errno-{number}" if number else "refused")
    if is_on:
        return Protection(name, ProtectionState.ON)
    return Protection(name, ProtectionState.FAILED, "not-kept")


def not_available(name: str) -> Protection:
    """Return the result for a protection that this system does not have."""
    return Protection(name, ProtectionState.NOT_AVAILABLE)
