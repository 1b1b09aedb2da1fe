"""What single words of a date stand for: months, days, the ordinals of a year; reads no text."""

from __future__ import annotations

from functools import lru_cache

from intake.redaction.detectors.dates_in_figures import LAST_DAY
from intake.redaction.detectors.number_words import numerals, value_of
from intake.redaction.lists import named, numbered

ENDINGS = named("date_words", "ending")
_JOINED_ORDINALS = ("sten", "ste", "ster", "ten", "te", "ter")  # "einundzwanzigsten"


@lru_cache(maxsize=1 << 14)
def month_of(key: str) -> int | None:
    """Return the month that a folded word names: 0 for one of another calendar, or ``None``."""
    return next((number for number, forms in numbered("months") if forms.holds(key)), None)


@lru_cache(maxsize=1 << 14)
def day_of(key: str) -> int | None:
    """Return the day that a word or figure stands for, or ``None``."""
    digits = key[:2] if key[:2].isdecimal() else key[:1]
    if digits.isdecimal():
        ending = key[len(digits) :]
        number = int(digits)
        return number if 1 <= number <= LAST_DAY and (not ending or ending in ENDINGS) else None
    return ordinal_of(key) or None


@lru_cache(maxsize=1 << 14)
def cardinal_of(key: str) -> int | None:
    """Return the day that is said as "twenty" instead of "twentieth"."""
    value = None if key[0].isdecimal() else value_of(key)
    return value if value is not None and 1 <= value <= LAST_DAY else None


@lru_cache(maxsize=1 << 14)
def ordinal_of(key: str) -> int:
    """Return the day that an ordinal in words stands for, 0 when it is none."""
    for name in ("ordinals", "tens"):
        found = next((number for number, forms in numbered(name) if key in forms), 0)
        if found:
            return found
    joined = next((key[: -len(end)] for end in _JOINED_ORDINALS if key.endswith(end)), "")
    return (joined and cardinal_of(joined)) or 0


@lru_cache(maxsize=1 << 14)
def year_ordinal_of(key: str) -> int:
    """Return what an ordinal stands for at the end of a year, where days do not reach."""
    return ordinal_of(key) or next((n for n, forms in numbered("year_ordinals") if key in forms), 0)


@lru_cache(maxsize=1 << 10)
def values_of(keys: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers that words make together."""
    return tuple(each.value for each in numerals(keys))
