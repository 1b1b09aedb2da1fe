"""Finds network addresses (IPv4, IPv6, MAC)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_V4 = re2.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_LARGEST = 255  # number in an address
_MOST_COLONS = 7
_V6 = re2.compile(r"(?i)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}")
_MAC = re2.compile(r"(?i)[0-9a-f]{2}(?:[:\-][0-9a-f]{2}){5}|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}")


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the network addresses of a text."""
    text = source.text
    for pattern, is_address in ((_V4, _is_fourth), (_V6, _is_sixth)):
        for start, end in spans(pattern, text):
            if is_address(text[start:end]) and stands_alone(text, start, end):
                yield Suggestion(start, end, MarkKind.NUMBER, "ip", 0.95)
    for start, end in spans(_MAC, text):
        if stands_alone(text, start, end):
            yield Suggestion(start, end, MarkKind.NUMBER, "ip", 0.95)


def _is_fourth(found: str) -> bool:
    """Tell whether four numbers with points are an address: none is large or has a zero before."""
    return all(
        part.isascii() and (part[0] != "0" or part == "0") and int(part) <= _LARGEST
        for part in found.split(".")
    )


def _is_sixth(found: str) -> bool:
    if found.count(":") == _MOST_COLONS and "." not in found:
        return "::" not in f":{found}:" or _is_address(found)
    return ("::" in found or "." in found) and _is_address(found)


def _is_address(found: str) -> bool:
    try:
        ipaddress.IPv6Address(found)
    except ValueError:
        return False
    return True
