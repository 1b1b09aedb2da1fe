"""A made-up population that reports in quarters, and what a released row of it has lost."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from intake.disclosure.hierarchies import Level, QuasiField, Scale, generalise
from intake.disclosure.schemes import Record, Scheme
from intake.domain.answers import Answer
from intake.domain.classes import Generalisation

RECIPIENTS = {"analysts": "analysis", "un": "un_mechanisms"}
_REGIONS = {
    **dict.fromkeys(("Minsk", "Minsk region"), "centre"),
    **dict.fromkeys(("Hrodna", "Brest"), "west"),
    **dict.fromkeys(("Vitebsk", "Homel", "Mahilou"), "east"),
}
_GROUPS = {
    **dict.fromkeys(("activist", "opposition", "protester"), "civic"),
    **dict.fromkeys(("journalist", "artist"), "media"),
    **dict.fromkeys(("lawyer", "student", "athlete", "medic", "teacher"), "professional"),
    "worker": "labour",
}
QUASI = (
    QuasiField("region", Generalisation.PARENT, _REGIONS),
    QuasiField("age", Generalisation.BANDS, scale=Scale.AGE),
    QuasiField("sex", Generalisation.OTHER),
    QuasiField("group", Generalisation.PARENT, _GROUPS),
    QuasiField("left", Generalisation.QUARTER),
)
_LADDERS = {
    "region": (Level.AS_IS, Level.PARENT, Level.WITHHELD),
    "age": (Level.BAND_NARROW, Level.BAND_WIDE, Level.BAND_BROAD, Level.WITHHELD),
    "sex": (Level.AS_IS, Level.WITHHELD),
    "group": (Level.AS_IS, Level.PARENT, Level.WITHHELD),
    "left": (Level.QUARTER, Level.YEAR, Level.WITHHELD),
}


@dataclass(frozen=True)
class Person:
    """One line of the world."""

    number: int
    quarter: int
    answers: Mapping[str, Answer]
    sensitive: Mapping[str, str]
    corrected: Mapping[str, str]
    family: int
    edited: int | None
    withdrawn: int | None
    purposes: tuple[str, ...]

    def is_there(self, quarter: int) -> bool:
        """Tell whether the person has reported and not taken it back."""
        return self.quarter <= quarter and (self.withdrawn is None or quarter < self.withdrawn)

    def told(self, quarter: int) -> Mapping[str, str]:
        """Return the sensitive answers as they are recorded in a quarter."""
        is_corrected = self.edited is not None and quarter >= self.edited
        return self.corrected if is_corrected else self.sensitive


Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Released:
    """One row of a bundle, and whose it is, which no recipient is told."""

    owner: Person
    facts: Facts
    levels: Scheme
    sensitive: Mapping[str, str]


@dataclass(frozen=True)
class Bundle:
    """What one recipient has got in one quarter."""

    recipient: str
    quarter: int
    rows: tuple[Released, ...]


def read_world(path: Path) -> tuple[Person, ...]:
    """Return the people of a file of JSON lines."""
    return tuple(_person(json.loads(line)) for line in path.read_text("utf-8").splitlines())


def _person(line: dict[str, Any]) -> Person:
    quasi = dict(line["quasi"])
    year, quarter = quasi["left"].split("-Q")
    answers = {
        **{name: Answer(quasi[name]) for name in ("region", "sex", "group")},
        "age": Answer(int(quasi["age"].split("-")[0]) + 2),
        "left": Answer(f"{year}-{3 * int(quarter) - 1:02}"),
    }
    told = dict(line["sensitive"])
    return Person(
        number=line["person"],
        quarter=line["quarter"],
        answers=answers,
        sensitive=told,
        corrected={name: f"{value}, corrected" for name, value in told.items()},
        family=line["family"],
        edited=line["edited"],
        withdrawn=line["withdrawn"],
        purposes=tuple(line["purposes"]),
    )


def lattice(most_loss: float) -> tuple[Scheme, ...]:
    """Return every combination of levels up to a loss, from fine to coarse."""
    levels = [_LADDERS[each.name] for each in QUASI]
    found = [
        Scheme("/".join(chosen), dict(zip(_LADDERS, chosen, strict=True)))
        for chosen in product(*levels)
    ]
    ranked = sorted(found, key=lambda scheme: (_position(scheme), scheme.name))
    return tuple(scheme for scheme in ranked if _position(scheme) <= most_loss)


def _position(scheme: Scheme) -> float:
    places = [
        _LADDERS[each.name].index(scheme.levels[each.name]) / (len(_LADDERS[each.name]) - 1)
        for each in QUASI
    ]
    return sum(places) / len(places)


class Losses:
    """Normalised certainty penalty of a row: how many of a field's values a coarse one stands for.

    Args:
        people: The values that occur among them are all there are.
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self._values = {
            each.name: sorted({str(person.answers[each.name].value) for person in people})
            for each in QUASI
        }
        self._known: dict[tuple[str, Level, str], float] = {}

    def of(self, person: Person, scheme: Scheme) -> float:
        """Return the mean over the fields, 0 to 1."""
        return sum(self._field(person, each, scheme) for each in QUASI) / len(QUASI)

    def _field(self, person: Person, of: QuasiField, scheme: Scheme) -> float:
        level, answer = scheme.level(of), person.answers[of.name]
        key = (of.name, level, str(answer.value))
        if key not in self._known:
            values = self._values[of.name]
            own = generalise(answer, of, level)
            alike = sum(generalise(_answer(of, value), of, level) == own for value in values)
            self._known[key] = (alike - 1) / (len(values) - 1)
        return self._known[key]


def _answer(of: QuasiField, value: str) -> Answer:
    return Answer(int(value) if of.rule is Generalisation.BANDS else value)


def record_of(person: Person) -> Record:
    """Return what disclosure control sees of a person."""
    return Record(str(person.number), f"family {person.family}", person.answers)
