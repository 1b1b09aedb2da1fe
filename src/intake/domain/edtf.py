"""Dates as people remember them (EDTF level 1): which days one covers, not how it is shown."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_LONGEST = 64
# Outside these years a date is a slip of the keyboard, and a season's end may leave the calendar.
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_OPEN = ".."

_DATE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?P<mark>[?~%]?)"
)

# EDTF numbers seasons like months; here as first and last month.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_WINTER = 24
_MONTHS = 12
_MONTHS_IN_QUARTER = 3


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or a stretch of time, with the days that it may cover.

    Attributes:
        text: The date as EDTF level 1, without blanks around it.
        earliest: First day that is possible; ``None`` when the start is open or not known.
        latest: Last day that is possible; ``None`` when the end is open or not known.
        precision: How exactly it is known; an interval has the precision ``INTERVAL``.
        approximate: "About" (``~`` or ``%``) at either end.
        uncertain: "Perhaps" (``?`` or ``%``) at either end.
    """

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False

    def to_quarter(self) -> str | None:
        """Return the quarter as ``2021-Q3``; ``None`` when it may be more than one."""
        return self._when_same(lambda day: f"{day.year:04}-Q{_quarter(day)}")

    def to_year(self) -> str | None:
        """Return the year as ``2021``; ``None`` when it may be more than one."""
        return self._when_same(lambda day: f"{day.year:04}")

    def _when_same(self, write: Callable[[date], str]) -> str | None:
        if self.earliest is None or self.latest is None:
            return None
        first, last = write(self.earliest), write(self.latest)
        return first if first == last else None


def parse(text: str) -> Edtf:
    """Read a date in EDTF level 1.

    Accepted are days, months, seasons (``2021-21`` for spring to ``2021-24`` for winter) and years,
    digits left open (``202X``, ``2021-XX``), the marks ``?``, ``~`` and ``%`` behind a date, and
    intervals with open (``..``) or unknown (empty) ends. Years run from 1000 to 2999.

    Raises:
        ValueError: It is no such date; the message says why and never repeats the text.
    """
    stripped = text.strip()
    if not stripped:
        raise ValueError("the date is empty")
    if len(stripped) > _LONGEST:
        raise ValueError("this is too long for a date")
    start, slash, end = stripped.partition("/")
    if not slash:
        return _parse_date(stripped)
    return _parse_interval(stripped, start, end)


def _parse_interval(text: str, start: str, end: str) -> Edtf:
    if "/" in end:
        raise ValueError("a stretch of time has one slash, between its start and its end")
    first = None if start in {"", _OPEN} else _parse_date(start)
    last = None if end in {"", _OPEN} else _parse_date(end)
    if first is None and last is None:
        raise ValueError("a stretch of time needs a start or an end")
    earliest = None if first is None else first.earliest
    latest = None if last is None else last.latest
    if earliest is not None and latest is not None and earliest > latest:
        raise ValueError("the end lies before the start")
    ends = [edge for edge in (first, last) if edge is not None]
    return Edtf(
        text,
        earliest,
        latest,
        Precision.INTERVAL,
        approximate=any(edge.approximate for edge in ends),
        uncertain=any(edge.uncertain for edge in ends),
    )


def _parse_date(text: str) -> Edtf:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(
            "write a date as 2021-07-14, 2021-07 or 2021, a season as 2021-21 (spring) to "
            "2021-24 (winter), with ~ behind it for 'about'"
        )
    mark = found["mark"]
    earliest, latest, precision = _days(found["year"], found["month"], found["day"])
    return Edtf(
        text,
        earliest,
        latest,
        precision,
        approximate=mark in {"~", "%"},
        uncertain=mark in {"?", "%"},
    )


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    """Return first day, last day and precision of one date."""
    if "X" in year:
        return _years(year, month)
    number = int(year)
    _check_year(number)
    if month is None or (month == "XX" and day in {None, "XX"}):
        return date(number, 1, 1), date(number, _MONTHS, 31), Precision.YEAR
    if month == "XX":
        raise ValueError("a day needs its month")
    return _months(number, int(month), day)


def _years(year: str, month: str | None) -> tuple[date, date, Precision]:
    if month is not None:
        raise ValueError("a month needs its year")
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    _check_year(first)
    precision = Precision.CENTURY if year.endswith("XX") else Precision.DECADE
    return date(first, 1, 1), date(last, _MONTHS, 31), precision


def _months(year: int, month: int, day: str | None) -> tuple[date, date, Precision]:
    if month in _SEASONS or month == _WINTER:
        if day is not None:
            raise ValueError("a season has no days")
        return *_season(year, month), Precision.SEASON
    if not 1 <= month <= _MONTHS:
        raise ValueError("a month is a number from 01 to 12")
    length = monthrange(year, month)[1]
    if day is None or day == "XX":
        return date(year, month, 1), date(year, month, length), Precision.MONTH
    if not 1 <= int(day) <= length:
        raise ValueError("this month has no such day")
    exact = date(year, month, int(day))
    return exact, exact, Precision.DAY


def _season(year: int, season: int) -> tuple[date, date]:
    if season == _WINTER:
        # Some mean January and February of that year, some the winter that begins in it.
        return date(year, 1, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])
    first, last = _SEASONS[season]
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _check_year(year: int) -> None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError("the year must lie between 1000 and 2999")


def _quarter(day: date) -> int:
    return (day.month - 1) // _MONTHS_IN_QUARTER + 1
