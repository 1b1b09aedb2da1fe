"""Resolves the escapes of JSON and HTML that hide words from a reader; finds nothing."""

from __future__ import annotations

import html
from collections.abc import Iterator

import re2

_JSON_ESCAPE = re2.compile(r"\\u([0-9a-fA-F]{4})")
_DEEPEST_ESCAPE = 3
# One escape in a text, those of escapes too: "&#75;", "&amp;#x4b;", "&eacute;".
_ESCAPE = re2.compile(
    r"&(?:amp;?){0,2}(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};)"
    r"|\\u[0-9a-fA-F]{4}"
)


def unescaped(text: str) -> str:
    """Return ``text`` with the escapes of JSON and HTML resolved, those of escapes too."""
    for _ in range(_DEEPEST_ESCAPE):
        before = text
        if "\\u" in text:
            text = _JSON_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        if "&" in text:
            text = html.unescape(text)
        if text == before:
            break
    return text


def escapes_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each escape (start, end) and what it stands for, in order."""
    for match in _ESCAPE.finditer(text):
        meant = unescaped(match[0])
        if meant != match[0]:
            yield match.start(), match.end(), meant
