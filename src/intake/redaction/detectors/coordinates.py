"""Finds geographic coordinates as decimals, as degrees, minutes and seconds, and as plus codes."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_SIDE = r"[NSEWСЮВЗЗПУ]"
_FIGURE = r"[+\-−]?\d{1,3}[.,٫]\d{3,}°?"
_GAP = r"[ \t]*[,;،/ ][ \t]*"
_DECIMAL = re2.compile(
    rf"(?:{_SIDE}[ \t]?)?{_FIGURE}[ \t]?{_SIDE}?{_GAP}(?:{_SIDE}[ \t]?)?{_FIGURE}(?:[ \t]?{_SIDE})?"
)
# Fewer figures are enough where a word or a sign says what they are.
_NAME = r"(?:lat(?:itude)?|широта|шырата|szerokość|breite|geo)"
_OTHER = r"(?:lon(?:g(?:itude)?)?|lng|долгота|довгота|даўгата|długość|länge)"
_ROUGH = r"[+\-−]?\d{1,3}(?:[.,٫]\d+)?°?(?:[ \t]?[nsewсюзв])?"
_NAMED = re2.compile(
    rf"(?i){_NAME}[:=., \t]{{1,3}}{_ROUGH}[,;/ \t]{{1,3}}(?:{_OTHER}[:=., \t]{{1,3}})?{_ROUGH}"
)
_SIDED = re2.compile(
    rf"(?i)\d{{1,2}}[.,]\d{{1,}}°?[ \t]?[NSСЮ]{_GAP}\d{{1,3}}[.,]\d{{1,}}°?[ \t]?[EWВЗ]"
)
_ANGLE = (
    r"\d{1,3}[ \t]?[°º][ \t]?\d{1,2}(?:[.,]\d+)?[ \t]?['′’]"
    r"(?:[ \t]?\d{1,2}(?:[.,]\d+)?[ \t]?(?:\"|″|”|''|’’|′′))?[ \t]?"
)
_SEXAGESIMAL = re2.compile(
    rf"(?:{_SIDE}[ \t]?)?{_ANGLE}{_SIDE}?(?:[,; \t]*(?:{_SIDE}[ \t]?)?{_ANGLE}{_SIDE}?)?"
)
_SPACED = re2.compile(
    r"(?i)\d{1,2}[ \-]\d{1,2}[ \-]\d{1,2}(?:[.,]\d+)?[ ]?[NS][,; ]{0,2}"
    r"\d{1,3}[ \-]\d{1,2}[ \-]\d{1,2}(?:[.,]\d+)?[ ]?[EW]"
)
_PLUS_CODE = re2.compile(r"[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}")


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the coordinates of a text."""
    for pattern in (_DECIMAL, _NAMED, _SIDED, _SEXAGESIMAL, _SPACED, _PLUS_CODE):
        for match in pattern.finditer(source.text):
            start, end = match.span()
            if stands_alone(source.text, start, end):
                yield Suggestion(start, end, MarkKind.PLACE, "coordinates", 0.9)
