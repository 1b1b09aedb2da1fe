"""Finds bank account numbers in IBAN form; a wrong check digit only lowers the score."""

from __future__ import annotations

from collections.abc import Iterator

import re2
from stdnum import iban

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_CANDIDATE = re2.compile(r"(?i)[A-Z]{2}\d{2}(?:[ \-]?[A-Z0-9]{4}){2,7}(?:[ \-]?[A-Z0-9]{1,3})?")
_MIN_DIGITS = 8


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the account numbers of a text."""
    for match in _CANDIDATE.finditer(source.text):
        start, end = match.span()
        digits = sum(char.isdigit() for char in match[0])
        if digits < _MIN_DIGITS or not stands_alone(source.text, start, end):
            continue
        score = 0.99 if iban.is_valid(match[0], check_country=False) else 0.7
        yield Suggestion(start, end, MarkKind.NUMBER, "iban", score)
