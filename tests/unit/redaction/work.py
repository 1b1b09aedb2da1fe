"""Counts the work of a function: calls can be counted, seconds depend on the machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls_for(work: Callable[[str], object], text: str) -> int:
    """Return how many calls of functions (each step of a generator is one) a text costs."""
    count = 0

    def watch(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count
