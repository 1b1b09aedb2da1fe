"""Dates as people of the region write them, turned into EDTF; only what can be meant in one way.

Day first with dots (``12.08.2020``), with slashes or hyphens where the day shows that it stands
first (``13/08/2020``), a month with its year (``08.2020``, ``August 2020``), a day with the name of
its month, and seasons (``summer 2021``), in the languages of the interviews.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QLocale

_LANGUAGES = ("en", "be", "ru", "uk", "pl")
_MONTHS = 12
_MARKS = ("?", "~", "%")
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./](\d{4})")
_YEAR, _DAY = re.compile(r"\d{4}"), re.compile(r"\d{1,2}")
# EDTF numbers seasons behind the months. Each as it is called, and as it is said of a time.
_SEASONS = {
    21: "spring вясна вясны вясной увесну весна весны весной весни навесні wiosna wiosną wiosny",
    22: "summer лета летам улетку лето летом літо літа влітку lato latem lata",
    23: "autumn fall восень восені увосень осень осени осенью осінь осені восени jesień jesienią",
    24: "winter зіма зімы зімой узімку зима зимы зимой зими взимку zima zimą zimy",
}
_FILLERS = frozenset({"of", "in", "у", "в", "w", "г", "года", "год", "гады", "р", "року", "roku"})


def to_edtf(text: str) -> str:
    """Return a date as EDTF where it is written in another way; any other text as it is."""
    stripped = text.strip()
    mark = stripped[-1:] if stripped.endswith(_MARKS) else ""
    body = stripped.removesuffix(mark).strip()
    found = _of_numbers(body) or _of_words(body)
    if found:
        return found + mark
    start, slash, end = stripped.partition("/")
    if not slash or "/" in end:
        return text
    ends = start.strip(), end.strip()
    meant = to_edtf(ends[0]), to_edtf(ends[1])
    return "/".join(meant) if meant != ends else text


def _of_numbers(text: str) -> str:
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        # With slashes and hyphens some write the month first.
        if found[2] == "." or day > _MONTHS:
            return f"{year:04}-{month:02}-{day:02}"
    if found := _YEAR_FIRST.fullmatch(text):
        return f"{int(found[1]):04}-{int(found[2]):02}-{int(found[3]):02}"
    if found := _MONTH_FIRST.fullmatch(text):
        return f"{int(found[2]):04}-{int(found[1]):02}"
    return ""


def _of_words(text: str) -> str:
    """Return a date that names its month or season: the name, its year, and perhaps a day."""
    every = text.casefold().replace(",", " ").replace(".", " ").split()
    words = [word for word in every if word not in _FILLERS]
    names = [word for word in words if word in _names()]
    years = [word for word in words if _YEAR.fullmatch(word)]
    days = [word for word in words if _DAY.fullmatch(word)]
    if (len(names), len(years)) != (1, 1) or len(words) != len(names) + len(years) + len(days):
        return ""
    number = _names()[names[0]]
    month = f"{int(years[0]):04}-{number:02}"
    if not days:
        return month
    return f"{month}-{int(days[0]):02}" if len(days) == 1 and number <= _MONTHS else ""


@cache
def _names() -> Mapping[str, int]:
    """Return the names of months and seasons in every language, and their numbers in EDTF."""
    found = {word: number for number, words in _SEASONS.items() for word in words.split()}
    for language in _LANGUAGES:
        locale = QLocale(language)
        for month in range(1, _MONTHS + 1):
            for name in (locale.monthName(month), locale.standaloneMonthName(month)):
                found[name.casefold()] = month
    return found
