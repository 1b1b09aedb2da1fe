"""A fixed, published list of how coarse people are made; tunes nothing to the data.

Choosing per cell or per record would itself tell something about the records, so there is one
ordered list of schemes for everybody, and only the choice depends on the cases at hand.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from intake.disclosure.hierarchies import Level, QuasiField, generalise
from intake.disclosure.k_anonymity import Row
from intake.domain.answers import NOT_ASKED, Answer, Missing, Value
from intake.resources import resource_path

_Words = dict[tuple[type, Value | None, Missing | None], str]


@dataclass(frozen=True, slots=True)
class Record:
    """One record as recorded; ``unit`` as in :class:`Row`."""

    handle: str
    unit: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Scheme:
    """The level of each quasi-identifier; a field that is not named is withheld."""

    name: str
    levels: Mapping[str, Level]

    def level(self, of: QuasiField) -> Level:
        """Return the level of a field: never finer than its ladder begins."""
        wanted = self.levels.get(of.name, Level.WITHHELD)
        return wanted if wanted in of.ladder else Level.WITHHELD

    def fields(self, quasi: Sequence[QuasiField]) -> tuple[QuasiField, ...]:
        """Return the fields that leave under this scheme."""
        return tuple(each for each in quasi if self.level(each) is not Level.WITHHELD)


class Generaliser:
    """Makes many records as coarse as schemes say; equal answers are worked out once.

    Args:
        quasi: The fields that could single somebody out.
    """

    def __init__(self, quasi: Sequence[QuasiField]) -> None:
        self._quasi = tuple(quasi)
        self._steps: dict[str, tuple[tuple[QuasiField, Level, _Words], ...]] = {}
        self._words: dict[tuple[str, Level], _Words] = {}

    def row(self, record: Record, scheme: Scheme) -> Row:
        """Return a record at the levels of a scheme; withheld fields are absent."""
        steps = self._steps.get(scheme.name)
        if steps is None:
            steps = self._steps[scheme.name] = tuple(self._steps_of(scheme))
        values = {}
        for each, level, words in steps:
            answer = record.answers.get(each.name, NOT_ASKED)
            key = type(answer.value), answer.value, answer.missing  # 1, 1.0 and true are equal
            word = words.get(key)
            if word is None:
                word = words[key] = generalise(answer, each, level)
            values[each.name] = word
        return Row(record.handle, record.unit, values)

    def _steps_of(self, scheme: Scheme) -> Iterator[tuple[QuasiField, Level, _Words]]:
        for each in scheme.fields(self._quasi):
            level = scheme.level(each)
            yield each, level, self._words.setdefault((each.name, level), {})


def generalised(record: Record, quasi: Sequence[QuasiField], scheme: Scheme) -> Row:
    """Return one record at the levels of a scheme; withheld fields are absent."""
    return Generaliser(quasi).row(record, scheme)


@cache
def published_schemes() -> tuple[Scheme, ...]:
    """Return the shipped list from fine to coarse."""
    with resource_path("disclosure", "schemes.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names = [name for name in rows[0] if name != "field"]
    return tuple(
        Scheme(
            name,
            MappingProxyType({row["field"]: Level(row[name]) for row in rows if row[name]}),
        )
        for name in names
    )


def levels_of(schemes: Sequence[Scheme], of: QuasiField) -> tuple[Level, ...]:
    """Return the levels of a field under some schemes, from fine to coarse, each once."""
    used = {scheme.level(of) for scheme in schemes}
    return tuple(level for level in of.ladder if level in used)
