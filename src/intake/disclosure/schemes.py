"""Chooses from a fixed, published list how coarse a bundle must be; tunes nothing to the data.

Choosing per cell or per record would itself tell something about the records, so there is one
ordered list of schemes for everybody, and only the choice depends on the cases at hand.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from intake.disclosure.hierarchies import Level, QuasiField, generalise
from intake.disclosure.k_anonymity import DEFAULT_K, Partition, Row, partition
from intake.domain.answers import NOT_ASKED, Answer
from intake.resources import resource_path

MOST_SUPPRESSED = 0.2
COUNTS_BELOW = 60


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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a scheme would do to the records at hand.

    Attributes:
        loss: Between 0 (all at the finest level) and 1 (nothing leaves): the mean position on the
            ladders, where a suppressed row has lost everything.
    """

    scheme: str
    kept: int
    suppressed: int
    classes: int
    global_risk: float
    loss: float


class Advice(StrEnum):
    """What the program recommends."""

    ROWS = "rows"
    COUNTS = "counts"
    COUNTS_ONLY = "counts_only"  # no scheme keeps a single row


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen scheme, what is left under it, and why.

    Attributes:
        scheme: ``None`` when no scheme keeps a row: only counts can leave.
        rows: Generalised rows that may leave.
        people: Unrelated people among the records.
        within_limit: The scheme suppresses no more than the stated share.
        outcomes: What each scheme of the list would have done, in its order.
    """

    scheme: Scheme | None
    partition: Partition
    people: int
    within_limit: bool
    advice: Advice
    outcomes: tuple[Outcome, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that may leave."""
        return self.partition.kept


def choose(
    records: Sequence[Record],
    quasi: Sequence[QuasiField],
    *,
    k: int = DEFAULT_K,
    most_suppressed: float = MOST_SUPPRESSED,
    schemes: Sequence[Scheme] | None = None,
) -> Choice:
    """Choose the first scheme that suppresses few enough rows, else the one that keeps most.

    Args:
        records: The records of one bundle.
        quasi: All fields that could single somebody out; each scheme gives a level to some.
        k: Least number of unrelated people in a class.
        most_suppressed: Share of rows between 0 and 1.
        schemes: From fine to coarse; the published list when not given.
    """
    people = len({record.unit for record in records})
    tried = [_try(scheme, records, quasi, k) for scheme in (schemes or published_schemes())]
    outcomes = tuple(outcome for _, _, outcome in tried)
    kept = [(scheme, part) for scheme, part, _ in tried if part.kept]
    if not kept:
        nothing = Partition((), tuple(Row(r.handle, r.unit, {}) for r in records), {}, 0.0)
        return Choice(
            None, nothing, people, within_limit=False, advice=Advice.COUNTS_ONLY, outcomes=outcomes
        )
    advice = Advice.COUNTS if people < COUNTS_BELOW else Advice.ROWS
    within = next(((s, p) for s, p in kept if p.share_suppressed <= most_suppressed), None)
    scheme, part = within or max(kept, key=lambda pair: len(pair[1].kept))
    return Choice(scheme, part, people, within is not None, advice, outcomes)


def generalised(record: Record, quasi: Sequence[QuasiField], scheme: Scheme) -> Row:
    """Return a record at the levels of a scheme; withheld fields are absent."""
    return Row(
        record.handle,
        record.unit,
        {
            each.name: generalise(
                record.answers.get(each.name, NOT_ASKED), each, scheme.level(each)
            )
            for each in scheme.fields(quasi)
        },
    )


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


def _try(
    scheme: Scheme, records: Sequence[Record], quasi: Sequence[QuasiField], k: int
) -> tuple[Scheme, Partition, Outcome]:
    rows = [generalised(record, quasi, scheme) for record in records]
    part = partition(rows, [each.name for each in scheme.fields(quasi)], k)
    ladder_loss = _mean([_position(each, scheme.level(each)) for each in quasi])
    loss = part.share_suppressed + (1 - part.share_suppressed) * ladder_loss
    outcome = Outcome(
        scheme.name,
        len(part.kept),
        len(part.suppressed),
        len(part.class_sizes),
        part.global_risk,
        round(loss, 4),
    )
    return scheme, part, outcome


def _position(of: QuasiField, level: Level) -> float:
    return of.ladder.index(level) / (len(of.ladder) - 1)


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
