"""Reads EDTF level 1 dates as far as quarters and years; knows no days."""

from __future__ import annotations

from typing import NamedTuple

_MONTHS = 12
_QUARTER = 3
# Seasons 21 to 24 (spring to winter); a winter lies in two years and has no quarter.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}


class _Span(NamedTuple):
    year: int
    first_month: int
    last_month: int


def quarter_of(text: str) -> str | None:
    """Return ``2021-Q3``, or the year when only that is certain, or ``None``.

    Args:
        text: An EDTF level 1 date or interval.
    """
    span = _span(text)
    if span is None:
        return None
    first, last = ((month - 1) // _QUARTER + 1 for month in span[1:])
    return f"{span.year}-Q{first}" if first == last else str(span.year)


def year_of(text: str) -> str | None:
    """Return the year that a date or interval lies in, or ``None`` when it is not one year."""
    span = _span(text)
    return None if span is None else str(span.year)


def _span(text: str) -> _Span | None:
    """Return year, first and last month of a date or interval inside one year."""
    parts = [_point(part) for part in text.strip().split("/")]
    first, last = parts[0], parts[-1]
    if first is None or last is None or len(parts) > 2 or first.year != last.year:  # noqa: PLR2004 (start and end)
        return None
    if last.last_month < first.first_month:
        return None
    return _Span(first.year, first.first_month, last.last_month)


def _point(text: str) -> _Span | None:
    fields = text.strip().rstrip("?~%").split("-")
    if not (len(fields[0]) == 4 and fields[0].isdecimal()):  # noqa: PLR2004 (a year)
        return None
    year = int(fields[0])
    if len(fields) == 1 or fields[1] == "XX":
        return _Span(year, 1, _MONTHS)
    if not fields[1].isdecimal():
        return None
    month = int(fields[1])
    if month in _SEASONS:
        return _Span(year, *_SEASONS[month])
    return _Span(year, month, month) if 1 <= month <= _MONTHS else None
