"""Makes single values coarser along fixed ladders; looks at no other record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from intake.disclosure.places import country_group, resolve
from intake.domain.answers import Answer
from intake.domain.classes import Generalisation
from intake.domain.edtf import Edtf, parse


class Level(StrEnum):
    """How coarse a value is."""

    AS_IS = "as_is"
    QUARTER = "quarter"
    YEAR = "year"
    REGION = "region"
    COUNTRY = "country"
    COUNTRY_GROUP = "country_group"
    BAND_NARROW = "band_narrow"
    BAND_WIDE = "band_wide"
    BAND_BROAD = "band_broad"
    PARENTS = "parents"
    PARENT = "parent"
    WITHHELD = "withheld"


class Scale(StrEnum):
    """What an integer counts; each has bands of its own."""

    AGE = "age"
    COUNT = "count"
    DAYS = "days"
    HOURS = "hours"


WITHHELD = "withheld"
SEVERAL = "several"
OTHER = "other"

LADDERS: Mapping[Generalisation, tuple[Level, ...]] = MappingProxyType(
    {
        Generalisation.NONE: (Level.AS_IS, Level.WITHHELD),
        Generalisation.QUARTER: (Level.QUARTER, Level.YEAR, Level.WITHHELD),
        Generalisation.REGION: (
            Level.REGION,
            Level.COUNTRY,
            Level.COUNTRY_GROUP,
            Level.WITHHELD,
        ),
        Generalisation.COUNTRY_GROUP: (Level.COUNTRY_GROUP, Level.WITHHELD),
        Generalisation.BANDS: (
            Level.BAND_NARROW,
            Level.BAND_WIDE,
            Level.BAND_BROAD,
            Level.WITHHELD,
        ),
        Generalisation.PARENT: (Level.AS_IS, Level.PARENTS, Level.PARENT, Level.WITHHELD),
        Generalisation.OTHER: (Level.AS_IS, Level.PARENT, Level.WITHHELD),
    }
)
# At these levels several different values become one word; finer ones keep the sorted set.
_ONE_WORD = frozenset({Level.YEAR, Level.COUNTRY_GROUP, Level.BAND_BROAD, Level.PARENT})

# Upper ends of bands, the last one open. A wider band holds whole narrower ones: two releases at
# different levels must not cut each other into pieces.
_BANDS: Mapping[tuple[Scale, Level], tuple[int, ...]] = MappingProxyType(
    {
        (Scale.AGE, Level.BAND_NARROW): (13, 17, *range(24, 85, 5)),
        (Scale.AGE, Level.BAND_WIDE): (17, 29, 39, 49, 59, 69),
        (Scale.AGE, Level.BAND_BROAD): (17, 29, 49),
        (Scale.COUNT, Level.BAND_NARROW): (0, 1, 4, 9, 19),
        (Scale.COUNT, Level.BAND_WIDE): (0, 4, 19),
        (Scale.COUNT, Level.BAND_BROAD): (0,),
        (Scale.DAYS, Level.BAND_NARROW): (0, 3, 15, 30, 90, 365),
        (Scale.DAYS, Level.BAND_WIDE): (0, 15, 90),
        (Scale.DAYS, Level.BAND_BROAD): (15,),
        (Scale.HOURS, Level.BAND_NARROW): (3, 12, 24, 72, 168),
        (Scale.HOURS, Level.BAND_WIDE): (24, 168),
        (Scale.HOURS, Level.BAND_BROAD): (24,),
    }
)


@dataclass(frozen=True, slots=True)
class QuasiField:
    """A field that takes part in classes, and how it is made coarser.

    Attributes:
        name: As in the schemes, ``profile.age``.
        parents: For choices: the parent of each choice; what has none becomes ``other``.
        scale: For integers: what is counted.
    """

    name: str
    rule: Generalisation
    parents: Mapping[str, str] = field(default_factory=dict)
    scale: Scale = Scale.COUNT

    @property
    def ladder(self) -> tuple[Level, ...]:
        """The levels of the field from fine to coarse; the last one withholds it."""
        return LADDERS[self.rule]


def generalise(answer: Answer, of: QuasiField, level: Level) -> str:
    """Return an answer at one level of its field's ladder.

    Several values become their sorted set at fine levels and ``several`` at coarse ones. A missing
    answer keeps its reason, which is what the class is formed with. What cannot be placed on the
    ladder (nothing chosen, an unknown place, a period that crosses its band) is ``withheld``.

    Raises:
        ValueError: The level is not on the field's ladder.
    """
    if level not in of.ladder:
        raise ValueError(f"{level.value} is no level of a field with rule {of.rule.name.lower()}")
    if level is Level.WITHHELD or answer.value == ():
        return WITHHELD
    if answer.missing is not None:
        return f"missing:{answer.missing.value}"
    step = _step(of, level)
    values = sorted({step(text) for text in answer.texts})
    if len(values) == 1:
        return values[0]
    if level in _ONE_WORD or WITHHELD in values:
        return SEVERAL
    return ";".join(values)


def _step(of: QuasiField, level: Level) -> Callable[[str], str]:
    """Return what makes one value of a field as coarse as the level."""
    if level in {Level.PARENT, Level.PARENTS}:
        return lambda text: of.parents.get(text, OTHER)
    if level in {Level.BAND_NARROW, Level.BAND_WIDE, Level.BAND_BROAD}:
        return lambda text: _band(text, _BANDS[of.scale, level])
    return _STEPS[level]


def _band(text: str, ends: tuple[int, ...]) -> str:
    number = int(text) if text.lstrip("-").isdecimal() else -1
    if number < 0:
        return WITHHELD
    start = 0
    for end in ends:
        if number <= end:
            return str(end) if start == end else f"{start}-{end}"
        start = end + 1
    return f"{start}+"


def _quarter(text: str) -> str:
    """Return the quarter, or the year where only that is certain."""
    date = _date(text)
    return WITHHELD if date is None else date.to_quarter() or date.to_year() or WITHHELD


def _year(text: str) -> str:
    date = _date(text)
    return WITHHELD if date is None else date.to_year() or WITHHELD


def _date(text: str) -> Edtf | None:
    try:
        return parse(text)
    except ValueError:
        return None


def _region(text: str) -> str:
    place = resolve(text)
    if place is None:
        return WITHHELD
    return f"{place.country}: {place.region}" if place.region else place.country


def _country(text: str) -> str:
    place = resolve(text)
    return WITHHELD if place is None else place.country


def _group(text: str) -> str:
    place = resolve(text)
    return WITHHELD if place is None else country_group(place.country)


_STEPS: Mapping[Level, Callable[[str], str]] = MappingProxyType(
    {
        Level.AS_IS: str,
        Level.QUARTER: _quarter,
        Level.YEAR: _year,
        Level.REGION: _region,
        Level.COUNTRY: _country,
        Level.COUNTRY_GROUP: _group,
    }
)
