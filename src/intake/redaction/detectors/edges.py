"""Tells where a found stretch begins and ends; finds nothing."""

from __future__ import annotations


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is not part of a longer word or number."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after
