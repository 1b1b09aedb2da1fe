"""Finds e-mail addresses, also the spelled-out ones; never asks whether a domain exists."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_LOCAL = r"[\p{L}\p{N}][\p{L}\p{M}\p{N}._%+\-]*"
_DOMAIN = r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\-]*(?:\.[\p{L}\p{N}\-]+)+"
_PLAIN = re2.compile(_LOCAL + r"[ \t]?[@＠][ \t]?" + _DOMAIN)
_AT_WORDS = "at|собака|собачка|сабака|сабачка|małpa|małpka|равлик|ät|klammeraffe"
_AT = rf"[ \t]*(?:[\[({{][ \t]*(?:at|@)[ \t]*[\])}}]|[ \t](?i:{_AT_WORDS})[ \t])[ \t]*"
_DOT = (
    r"(?:\.|[ \t]?(?:\[\.\]|\(\.\)|[\[(]dot[\])])[ \t]?"
    r"|[ \t](?i:dot|точка|кропка|крапка|kropka|punkt)[ \t])"
)
_SPELLED = re2.compile(
    r"[\p{L}\p{N}][\p{L}\p{N}._+\-]*" + _AT + r"[\p{L}\p{N}\-]+" + _DOT + r"[\p{L}]+(?:\.[\p{L}]+)?"
)


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the e-mail addresses of a text."""
    for match in _PLAIN.finditer(source.text):
        start, end = match.span()
        yield Suggestion(start, end, MarkKind.OTHER, "e-mail", 0.99)
    for match in _SPELLED.finditer(source.text):
        start, end = match.span()
        if any(char in match[0] for char in "[](){}") or _is_spoken(match[0]):
            yield Suggestion(start, end, MarkKind.OTHER, "e-mail", 0.8)


def _is_spoken(found: str) -> bool:
    """Tell "name at mail dot org" from "at home.Then": the dot is a word too."""
    words = found.lower().split()
    return any(word in {"dot", "точка", "кропка", "крапка", "kropka", "punkt"} for word in words)
