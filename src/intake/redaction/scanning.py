"""Where a pattern matches a text, several times as fast as the matches of ``re2`` tell it."""

from __future__ import annotations

from collections.abc import Iterator

import re2


def spans(pattern: re2._Regexp, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a pattern matches, without its groups, in the order of the text.

    Args:
        pattern: Made from a string.
        text: Without lone surrogates.
    """
    if pattern.search(text) is None:
        return
    encoded = text.encode()
    places = (match.span() for match in pattern.finditer(encoded))
    if len(encoded) == len(text):
        yield from places
        return
    reached = at = 0
    for first, last in places:
        start = at + len(encoded[reached:first].decode())
        at = start + len(encoded[first:last].decode())
        reached = last
        yield start, at
