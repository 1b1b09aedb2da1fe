"""The one place that converts between code points (Python) and UTF-16 units (Qt)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_WIDE = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Positions of one text in both countings.

    Args:
        text: The text; its characters beyond U+FFFF take two units in Qt.
    """

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [found.start() for found in _WIDE.finditer(text)]
        self._wide_units = [index + shift for shift, index in enumerate(self._wide)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 position of a code point index."""
        return point + bisect_left(self._wide, point)

    def to_points(self, unit: int) -> int:
        """Return the code point index of a UTF-16 position.

        A position inside a surrogate pair belongs to the character it splits.
        """
        return unit - bisect_right(self._wide_units, unit - 1)
