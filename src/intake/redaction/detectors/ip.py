"""Finds network addresses (IPv4, IPv6, MAC)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_V4 = re2.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_V6 = re2.compile(r"(?i)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}")
_MAC = re2.compile(r"(?i)[0-9a-f]{2}(?:[:\-][0-9a-f]{2}){5}|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}")


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the network addresses of a text."""
    for pattern in (_V4, _V6):
        for match in pattern.finditer(source.text):
            start, end = match.span()
            if stands_alone(source.text, start, end) and _is_address(match[0]):
                yield Suggestion(start, end, MarkKind.NUMBER, "ip", 0.95)
    for match in _MAC.finditer(source.text):
        start, end = match.span()
        if stands_alone(source.text, start, end):
            yield Suggestion(start, end, MarkKind.NUMBER, "ip", 0.95)


def _is_address(found: str) -> bool:
    try:
        ipaddress.ip_address(found)
    except ValueError:
        return False
    return True
