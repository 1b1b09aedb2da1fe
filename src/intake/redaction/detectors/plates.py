"""Finds vehicle registration plates of Belarus, Ukraine, Russia, Poland, Lithuania and Georgia."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_UA = "ABCEHIKMOPTXАВСЕНІКМОРТХ"
_RU = "ABEKMHOPCTYXАВЕКМНОРСТУХ"
_SHAPES = (
    re2.compile(rf"\d{{4}}[ \-]?[{_UA}]{{2}}[ \-]?[0-8]"),  # Belarus
    re2.compile(rf"[{_UA}]{{2}}[ \-]?\d{{4}}[ \-]?[{_UA}]{{2}}"),  # Ukraine
    re2.compile(rf"[{_RU}][ \-]?\d{{3}}[ \-]?[{_RU}]{{2}}[ \-]?\d{{2,3}}"),  # Russia
    re2.compile(r"[A-Z]{3}[ :]\d{3}"),  # Lithuania
    re2.compile(r"[A-Z]{2}-?\d{3}-?[A-Z]{2}"),  # Georgia
    re2.compile(r"[A-Z]{2,3} [0-9A-Z]{0,2}\d[0-9A-Z]{2,3}"),  # Poland
)


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the plates of a text."""
    for shape in _SHAPES:
        for match in shape.finditer(source.text):
            start, end = match.span()
            digits = sum(char.isdigit() for char in match[0])
            if digits > 1 and stands_alone(source.text, start, end):
                yield Suggestion(start, end, MarkKind.NUMBER, "plate", 0.7)
