"""Brings text from outside into the one shape that store, window and bundle all keep unchanged."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
# NUL ends a string in some libraries; lone surrogates are no text; U+FDD0 and U+FDD1 are used by
# text widgets for frames, and U+FFFC stands for an object that is not there.
# What a terminal or a window would obey instead of showing it: control characters but tab and line
# feed, and those that turn the direction of a text around.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1\ufffc]")


def settle(text: str) -> str:
    """Return ``text`` with single line ends and without characters that nobody can keep.

    Line ends become line feeds; a leading byte order mark goes; NUL, unpaired surrogates and the
    characters that widgets use for themselves become U+FFFD, so that the length is kept and a
    reader sees that something stood there. Everything else stays as it was written.
    """
    return _UNKEEPABLE.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))


def inert(text: str) -> str:
    """Return settled text that no terminal and no window obeys, for what leaves.

    Control characters and those that turn the direction of a text around become U+FFFD; tabs and
    line feeds stay.
    """
    return _COMMANDS.sub(REPLACEMENT, settle(text))
