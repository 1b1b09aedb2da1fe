"""Dates in words of the interface language: how a person reads back what was understood."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale

from intake.domain.edtf import Edtf, Precision
from intake.gui.i18n import translate
from intake.gui.words import day_in_words


def describe(found: Edtf) -> str:
    """Return a date in words: a day, a month, a year or a span, with its doubts."""
    words = _span(found)
    if found.approximate:
        words = translate("dates", "about {date}").format(date=words)
    if found.uncertain:
        words = translate("dates", "{date}, not certain").format(date=words)
    return words


def _span(found: Edtf) -> str:
    first, last = found.earliest, found.latest
    if first is not None and last is not None:
        if found.precision is Precision.DAY or first == last:
            return _day(first)
        if found.precision is Precision.MONTH:
            # The name on its own: inside a date, Slavic languages inflect it.
            return f"{QLocale().standaloneMonthName(first.month)} {first.year}"
        if found.precision is Precision.YEAR:
            return str(first.year)
        text = translate("dates", "from {first} to {last}")
        return text.format(first=_day(first), last=_day(last))
    if first is not None:
        return translate("dates", "since {date}").format(date=_day(first))
    if last is not None:
        return translate("dates", "until {date}").format(date=_day(last))
    return ""


def _day(day: date) -> str:
    return day_in_words(QDate(day.year, day.month, day.day))
