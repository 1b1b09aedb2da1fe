"""Finds geographic coordinates in decimal degrees and in degrees, minutes and seconds."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_SIDE = r"[NSEWСЮВЗЗПУ]"
_DECIMAL = re2.compile(
    r"[+\-]?\d{1,3}[.,]\d{3,}°?[ \t]?" + _SIDE + r"?[ \t]*[,;/ ][ \t]*"
    r"[+\-]?\d{1,3}[.,]\d{3,}°?(?:[ \t]?" + _SIDE + ")?"
)
_ANGLE = (
    r"\d{1,3}[ \t]?°[ \t]?\d{1,2}(?:[.,]\d+)?[ \t]?['′’]"
    r"(?:[ \t]?\d{1,2}(?:[.,]\d+)?[ \t]?(?:\"|″|”|''))?[ \t]?"
)
_SEXAGESIMAL = re2.compile(_ANGLE + _SIDE + r"?(?:[,; \t]*" + _ANGLE + _SIDE + "?)?")


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the coordinates of a text."""
    for pattern in (_DECIMAL, _SEXAGESIMAL):
        for match in pattern.finditer(source.text):
            start, end = match.span()
            if stands_alone(source.text, start, end):
                yield Suggestion(start, end, MarkKind.PLACE, "coordinates", 0.9)
