"""Made-up people who report over some quarters: what is true of them, what they wish, what happens.

They are drawn here; nothing of them is real, and nothing comes from anywhere else.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Given = str | int
ANALYSTS, UN = "analysts", "un"
PURPOSES: Mapping[str, str] = {ANALYSTS: "analysis", UN: "un_mechanisms"}
_WORDS = ("lamp", "ladder", "oblong", "kettle", "harbour", "thimble", "walnut", "lantern", "sleigh")
_SEVERITY = ("beating", "none", "isolation", "sleep_deprivation", "denied_care")
_SHARE_WITH_UN, _SHARE_QUOTED, _SHARE_FAMILY, _SHARE_FOUND_LATE = 0.8, 0.6, 0.12, 0.5
# To each eighth of the people one of these happens, in turn.
_EVERY = 8
_CHANGES = ("edited", "sensitive edited", "reworded", "withdrawn", "erased")


# What an attacker knows.
FACTS: Mapping[str, Sequence[Given]] = {
    "sex": ("female", "male"),
    "age": (24, 27, 31, 38, 45, 52, 61),
    "targeted_group": (
        *("activist", "student", "opposition", "teacher", "journalist", "lawyer", "worker"),
    ),
    "act_type": ("arbitrary_arrest", "home_search", "administrative_detention"),
    "act_date": ("2020-08", "2020-11", "2021-02", "2021-07"),
    "left_on": ("2021-04", "2021-09", "2020-12", "2022-01"),
}
SENSITIVE: Mapping[str, Sequence[Given]] = {
    "religion": ("orthodox", "none", "roman_catholic", "jewish", "muslim"),
    "ill_treatment": _SEVERITY,
    "need": ("legalisation", "mental_health", "housing", "work", "health"),
}
_PLAIN: Mapping[str, Sequence[Given]] = {"recording": ("notes", "audio")}
_OF_EVENTS = frozenset({"act_type", "act_date", "ill_treatment"})
_LISTS = frozenset({"targeted_group", "ill_treatment", "need"})


@dataclass(frozen=True)
class Person:
    """Somebody made up.

    Attributes:
        number: From 0.
        unit: The same for people of one family.
        quarter: Before which bundle the person reports, from 0.
        facts: What an attacker knows.
        told: What nobody may learn, at first.
        plain: What only the two in the room know.
        uses: Purposes, and ``quotation``, that the person agrees to.
        happens: What is done to the record before the bundles of a quarter: ``edited``, ``sensitive
            edited``, ``withdrawn``, ``erased``, ``reworded`` or ``related``, by quarter.
    """

    number: int
    unit: int
    quarter: int
    facts: Mapping[str, Given]
    told: Mapping[str, Given]
    plain: Mapping[str, Given]
    uses: frozenset[str]
    happens: Mapping[int, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """A recognisably invented name that nobody else has."""
        letters = "".join("abcdefghij"[int(digit)] for digit in f"{self.number:03}")
        return f"Zubrava Lampa{letters}vich"

    @property
    def known_unit(self) -> int:
        """The family as it is recorded when the person leaves: one found late is none by then."""
        return self.number if "related" in self.happens.values() else self.unit

    def phone(self, quarter: int) -> str:
        """Return the phone as it is recorded in a quarter; a family shares it once it is found."""
        late = [q for q, what in self.happens.items() if what == "related"]
        shares = all(q <= quarter for q in late)
        return f"+37529{7_000_000 + (self.unit if shares else self.number)}"

    def told_in(self, quarter: int) -> Mapping[str, Given]:
        """Return the sensitive answers as they are recorded in a quarter."""
        if self._has_happened("sensitive edited", quarter):
            return {**self.told, "religion": "buddhist"}
        return self.told

    def facts_in(self, quarter: int) -> Mapping[str, Given]:
        """Return the facts as they are recorded in a quarter."""
        return {**self.facts, "age": 71} if self._has_happened("edited", quarter) else self.facts

    def words_in(self, quarter: int) -> str:
        """Return the statement as it is recorded in a quarter."""
        chance = random.Random(f"words of {self.number}")
        told = " ".join(chance.choices(_WORDS, k=4))
        more = " There were four of them." if self._has_happened("reworded", quarter) else ""
        return f"They came early. {self.name} was not told why. I saw {told} that day.{more}"

    def is_there(self, quarter: int) -> bool:
        """Tell whether the person has reported and not taken it back."""
        gone = self._has_happened("withdrawn", quarter) or self._has_happened("erased", quarter)
        return self.quarter <= quarter and not gone

    def _has_happened(self, what: str, quarter: int) -> bool:
        return any(which == what and q <= quarter for q, which in self.happens.items())


def people(number: int, quarters: int, seed: int = 20) -> tuple[Person, ...]:
    """Draw people, most of whom report in the first quarter.

    Args:
        number: How many.
        quarters: In how many quarters bundles are written.
        seed: Of the draw.
    """
    chance = random.Random(seed)
    made: list[Person] = []
    for index in range(number):
        quarter = 0 if index < number * 0.6 else 1 + index % max(1, quarters - 1)
        made.append(_person(chance, index, min(quarter, quarters - 1), quarters, made))
    return tuple(made)


def _person(
    chance: random.Random, number: int, quarter: int, quarters: int, others: Sequence[Person]
) -> Person:
    uses = {"analysis"}
    uses |= {"un_mechanisms"} if chance.random() < _SHARE_WITH_UN else set()
    uses |= {"quotation"} if chance.random() < _SHARE_QUOTED else set()
    relative = chance.choice(others) if others and chance.random() < _SHARE_FAMILY else None
    happens: dict[int, str] = {}
    later = list(range(quarter + 1, quarters))
    if later and number % _EVERY == _EVERY - 1:
        happens[chance.choice(later)] = _CHANGES[number // _EVERY % len(_CHANGES)]
    elif later and relative is not None and chance.random() < _SHARE_FOUND_LATE:
        happens[chance.choice(later)] = "related"
    return Person(
        number,
        number if relative is None else relative.unit,
        quarter,
        {name: _skewed(chance, values) for name, values in FACTS.items()},
        {name: _skewed(chance, values) for name, values in SENSITIVE.items()},
        {name: chance.choice(values) for name, values in _PLAIN.items()},
        frozenset(uses),
        happens,
    )


def _skewed(chance: random.Random, values: Sequence[Given]) -> Given:
    return chance.choices(values, weights=[1 / (place + 1) for place in range(len(values))])[0]


def document(person: Person, quarter: int) -> dict[str, Any]:
    """Return a person's record in a quarter, in the interchange format."""
    answers = {**person.facts_in(quarter), **person.told_in(quarter), **person.plain}
    listed = {name: [value] if name in _LISTS else value for name, value in answers.items()}
    event = {name: value for name, value in listed.items() if name in _OF_EVENTS}
    rest = {name: value for name, value in listed.items() if name not in _OF_EVENTS}
    recipients = {"recipients": ["any"], "level": "code"}
    first = {"ref": "p1", "role": "interviewee", "names": [person.name]}
    return {
        "language": "en",
        "interview": {"date": "2022-05-26", "mode": "in_person"},
        "persons": [{**first, "phones": [person.phone(quarter)]}],
        "consent": {"given": "2022-05-26", "uses": dict.fromkeys(sorted(person.uses), recipients)},
        "answers": rest,
        "events": [{**event, "victims": ["p1"]}],
        "statement": person.words_in(quarter),
    }
