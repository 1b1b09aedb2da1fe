"""Brings text from outside into the one shape that store, window and bundle all keep unchanged."""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
# NUL ends a string in some libraries; lone surrogates are no text; U+FDD0 and U+FDD1 are used by
# text widgets for frames, and U+FFFC stands for an object that is not there.
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1\ufffc]")


def settle(text: str) -> str:
    """Return ``text`` with single line ends and without characters that nobody can keep.

    Line ends become line feeds; a leading byte order mark goes; NUL, unpaired surrogates and the
    characters that widgets use for themselves become U+FFFD, so that the length is kept and a
    reader sees that something stood there. Everything else stays as it was written.
    """
    return _UNKEEPABLE.sub(REPLACEMENT, _LINE_ENDS.sub("\n", text.removeprefix("\ufeff")))
