"""Says in fixed English words what a settlement can be made coarser to; masks nothing."""

from __future__ import annotations

from collections.abc import Iterator

from intake.redaction.gazetteer.forms import bases_of
from intake.redaction.gazetteer.table import Gazetteer, Setting, Size, gazetteer
from intake.redaction.source_text import words_of

# Among fewer settlements than this, the size or the region would tell which one it is.
SEVERAL = 5
_ARTICLES = {
    Size.VILLAGE: "a village",
    Size.TOWN: "a town",
    Size.CITY: "a city",
    Size.LARGE_CITY: "a large city",
}


def general_name(name: str, country: str = "", known: Gazetteer | None = None) -> str | None:
    """Return what can be said of a settlement without naming it, or ``None`` where it is unknown.

    The finest of these that leaves several settlements to choose from: "a town in Hrodna region,
    Belarus", "a place in Hrodna region, Belarus", "a town in Belarus", "a place in Belarus".

    Args:
        name: As written, in any alphabet and case.
        country: Code of the country that is meant where several have a place of that name.
        known: The table; the one that ships with the program if none is given.
    """
    table = known or gazetteer()
    settings = _settings_of(words_of(name), table)
    settings = [each for each in settings if each.area.country == country] or settings
    if not settings:
        return None
    return next((said for said in _steps(settings, table)), None)


def _settings_of(keys: tuple[str, ...], table: Gazetteer) -> list[Setting]:
    """Return where the settlements of a name are; those named exactly so come before others."""
    names = [" ".join(keys), *_bases(keys)]
    return list(next((table.settings[each] for each in names if each in table.settings), ()))


def _bases(keys: tuple[str, ...]) -> Iterator[str]:
    """Return the names that the words may be a form of: each word in turn, or all."""
    if not keys:
        return
    *before, last = keys
    starts = [" ".join(before)]
    if len(before) == 1:
        starts = list(bases_of(before[0]))
    yield from (f"{start} {base}".strip() for start in starts for base in bases_of(last))


def _steps(settings: list[Setting], table: Gazetteer) -> Iterator[str]:
    """Return what is true of all the settlements and of several more, the finest first."""
    area, size = settings[0]
    one_country = all(each.area.country == area.country for each in settings)
    one_area = all(each.area == area for each in settings)
    one_size = all(each.size is size for each in settings)
    counts = table.counts
    of_size = {each: count for each, count in counts.items() if each.size is size}
    in_region = f"in {area.region}, {area.country_name}"
    in_country = f"in {area.country_name}"
    if area.region and one_area:
        if one_size and counts[settings[0]] >= SEVERAL:
            yield f"{_ARTICLES[size]} {in_region}"
        if sum(count for each, count in counts.items() if each.area == area) >= SEVERAL:
            yield f"a place {in_region}"
    if one_country:
        same = [n for each, n in of_size.items() if each.area.country == area.country]
        if one_size and sum(same) >= SEVERAL:
            yield f"{_ARTICLES[size]} {in_country}"
        yield f"a place {in_country}"
