"""A series of bundles to two recipients, and somebody who knows everybody's facts and attacks it.

usage: python -m benchmarks.disclosure.series WORLD.jsonl [--k 5]

One person a line: ``person``, ``quarter`` (of the first bundle that may hold the person), ``quasi``
(facts that an attacker knows), ``sensitive`` (what nobody may learn), ``family``, ``edited`` and
``withdrawn`` (a quarter or ``null``), ``purposes``.

The attacker holds every row that any recipient has, knows the facts, the family, the quarter and
the consent of everybody, and when somebody was corrected or withdrew; all but what is sensitive.
``under k`` are people whose rows cannot be anybody's but those of fewer than k unrelated people;
``certain`` are sensitive answers that are the same in all rows that can be a person's. The control
series must betray people, or the attack proves nothing.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from intake.disclosure.attack import Sighting, attack
from intake.disclosure.classes import Candidate, form_classes
from intake.disclosure.hierarchies import Level, QuasiField, Scale, generalise
from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Record, Scheme, generalised
from intake.domain.answers import Answer
from intake.domain.classes import Generalisation

SABOTAGES = ("changed", "recipient", "joined")
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


@dataclass
class _Class:
    """A class of the ledger, with the answers that it left with."""

    members: tuple[Person, ...]
    rows: tuple[Row, ...]
    scheme: Scheme
    withheld: frozenset[str]
    terms: str
    left_with: dict[int, Mapping[str, str]]
    is_retired: bool = False


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


# -- policies -------------------------------------------------------------------------------------


def _record(person: Person) -> Record:
    return Record(str(person.number), f"family {person.family}", person.answers)


def _candidate(person: Person, quarter: int, purposes: Sequence[str]) -> Candidate:
    told = person.told(quarter)
    sensitive = {name: frozenset({value}) for name, value in told.items()}
    terms = "+".join(each for each in purposes if each in person.purposes)
    return Candidate(_record(person), terms, sensitive)


def kept(
    people: Sequence[Person],
    k: int,
    schemes: Sequence[Scheme],
    *,
    sabotage: str = "",
) -> tuple[Bundle, ...]:
    """Release classes that stay as they are, as the program does.

    Args:
        people: The world.
        k: Least size of a class.
        schemes: From fine to coarse.
        sabotage: A rule that is broken on purpose: ``changed`` rows leave corrected, classes are
            formed for each ``recipient``, or ``joined`` by newcomers.
    """
    bundles: list[Bundle] = []
    ledgers: dict[str, list[_Class]] = defaultdict(list)
    for quarter in range(1 + max(person.quarter for person in people)):
        for recipient, purpose in RECIPIENTS.items():
            name = recipient if sabotage == "recipient" else "all"
            asked = (purpose,) if sabotage == "recipient" else tuple(RECIPIENTS.values())
            ledger = ledgers[name]
            _retire(ledger, quarter, keeps_changed=sabotage == "changed")
            known = {person.number for each in ledger for person in each.members}
            new = [p for p in people if p.is_there(quarter) and p.number not in known]
            if sabotage == "joined":
                new = _join(ledger, new, quarter)
            _form(ledger, new, quarter, asked, schemes, k)
            rows = [row for each in ledger for row in _leaving(each, purpose, quarter)]
            bundles.append(Bundle(recipient, quarter, tuple(rows)))
    return tuple(bundles)


def _retire(ledger: Iterable[_Class], quarter: int, *, keeps_changed: bool) -> None:
    for each in ledger:
        gone = any(not person.is_there(quarter) for person in each.members)
        changed = any(
            person.told(quarter) != each.left_with[person.number] for person in each.members
        )
        each.is_retired |= (gone or changed) and not keeps_changed


def _form(
    ledger: list[_Class],
    new: Sequence[Person],
    quarter: int,
    purposes: Sequence[str],
    schemes: Sequence[Scheme],
    k: int,
) -> None:
    by_handle = {str(person.number): person for person in new}
    wanted = [p for p in new if set(purposes) & set(p.purposes)]
    candidates = [_candidate(person, quarter, purposes) for person in wanted]
    for each in form_classes(candidates, QUASI, schemes, k).classes:
        members = tuple(by_handle[row.handle] for row in each.rows)
        terms = "+".join(p for p in purposes if p in members[0].purposes)
        left_with = {person.number: person.told(quarter) for person in members}
        made = _Class(members, each.rows, each.scheme, each.withheld, terms, left_with)
        ledger.append(made)


def _join(ledger: Iterable[_Class], new: Sequence[Person], quarter: int) -> list[Person]:
    """Put newcomers into classes that they fit: the sabotage that ``new classes of k`` forbids."""
    alone = []
    for person in new:
        for each in ledger:
            row = generalised(_record(person), QUASI, each.scheme)
            is_alike = row.values == each.rows[0].values and not each.is_retired
            if (
                is_alike
                and each.terms == _candidate(person, quarter, tuple(RECIPIENTS.values())).terms
            ):
                each.members += (person,)
                each.rows += (row,)
                each.left_with[person.number] = person.told(quarter)
                break
        else:
            alone.append(person)
    return alone


def _leaving(each: _Class, purpose: str, quarter: int) -> Iterator[Released]:
    if each.is_retired or purpose not in each.terms.split("+"):
        return
    for person, row in zip(each.members, each.rows, strict=True):
        if person.is_there(quarter):
            told = {n: v for n, v in person.told(quarter).items() if n not in each.withheld}
            yield Released(person, tuple(row.values.items()), each.scheme, told)


def afresh(people: Sequence[Person], k: int, schemes: Sequence[Scheme]) -> tuple[Bundle, ...]:
    """Release everybody in each bundle, anonymised by itself: the control."""
    bundles = []
    for quarter in range(1 + max(person.quarter for person in people)):
        for recipient, purpose in RECIPIENTS.items():
            there = [p for p in people if p.is_there(quarter) and purpose in p.purposes]
            by_handle = {str(person.number): person for person in there}
            candidates = [_candidate(person, quarter, (purpose,)) for person in there]
            rows = tuple(
                Released(
                    by_handle[row.handle],
                    tuple(row.values.items()),
                    each.scheme,
                    by_handle[row.handle].told(quarter),
                )
                for each in form_classes(candidates, QUASI, schemes, k).classes
                for row in each.rows
            )
            bundles.append(Bundle(recipient, quarter, rows))
    return tuple(bundles)


# -- attacks --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Result:
    """What an attack found, in people.

    Attributes:
        under_k: Whose rows can be those of fewer than k unrelated people.
        certain: Of whom some sensitive answer is certain, and true.
        attacked: Who left in some bundle.
    """

    under_k: int
    certain: int
    attacked: int


def linked(bundles: Sequence[Bundle], k: int) -> Result:
    """Attack with more than anybody has, as the program does before it writes a bundle.

    The attacker knows which row of one bundle is which of another one, and all of every person but
    what is sensitive; to whose row it belongs of no one.
    """
    learned = attack(
        Sighting(
            person=str(row.owner.number),
            unit=str(row.owner.family),
            bundle=str(number),
            look=str(row.facts),
            version=str(sorted(row.sensitive.items())),
            answers={name: frozenset({value}) for name, value in row.sensitive.items()},
        )
        for number, bundle in enumerate(bundles)
        for row in bundle.rows
    )
    return Result(len(learned.under(k)), len(learned.certain), len(learned.candidates))


def matched(bundles: Sequence[Bundle], people: Sequence[Person]) -> Result:
    """Attack with what recipients have: in each bundle the rows that a person's facts fit.

    What is the same in all of them is taken for the person's answer; only what is true counts.
    """
    left = {row.owner.number for bundle in bundles for row in bundle.rows}
    prepared = [_by_scheme(bundle) for bundle in bundles]
    sure = 0
    for person in people:
        if person.number in left and _is_certain(person, bundles, prepared):
            sure += 1
    return Result(0, sure, len(left))


_Indexed = Mapping[tuple[str, Facts], list[Mapping[str, str]]]


def _by_scheme(bundle: Bundle) -> tuple[dict[str, Scheme], _Indexed]:
    schemes = {row.levels.name: row.levels for row in bundle.rows}
    index: dict[tuple[str, Facts], list[Mapping[str, str]]] = defaultdict(list)
    for row in bundle.rows:
        index[row.levels.name, row.facts].append(row.sensitive)
    return schemes, index


def _is_certain(
    person: Person,
    bundles: Sequence[Bundle],
    prepared: Sequence[tuple[dict[str, Scheme], _Indexed]],
) -> bool:
    possible: dict[str, set[str]] = {}
    for bundle, (schemes, index) in zip(bundles, prepared, strict=True):
        is_before = person.edited is None or bundle.quarter < person.edited
        if not (person.is_there(bundle.quarter) and is_before):
            continue
        fitting = [
            told
            for scheme in schemes.values()
            for told in index.get((scheme.name, _facts(person, scheme)), ())
        ]
        for name in person.sensitive if fitting else ():
            values = {told.get(name, "") for told in fitting}
            possible[name] = possible.get(name, values) & values
    return any(possible.get(name) == {value} for name, value in person.sensitive.items())


def _facts(person: Person, scheme: Scheme) -> Facts:
    return tuple(generalised(_record(person), QUASI, scheme).values.items())


# -- the table ------------------------------------------------------------------------------------


def _report(
    name: str, people: Sequence[Person], bundles: Sequence[Bundle], k: int, losses: Losses
) -> str:
    rows = {row.owner.number: row for bundle in bundles for row in bundle.rows}
    last = max(bundle.quarter for bundle in bundles)
    eligible = sum(person.is_there(last) for person in people)
    now = {row.owner.number for bundle in bundles if bundle.quarter == last for row in bundle.rows}
    ever = sum(person.number in rows for person in people if person.is_there(last))
    loss = sum(losses.of(row.owner, row.levels) for row in rows.values()) / max(1, len(rows))
    strong, plain = linked(bundles, k), matched(bundles, people)
    cells = (
        name,
        f"{ever / eligible:.0%}",
        f"{len(now) / eligible:.0%}",
        f"{loss:.3f}",
        f"{strong.under_k} ({strong.under_k / max(1, strong.attacked):.0%})",
        f"{strong.certain} ({strong.certain / max(1, strong.attacked):.0%})",
        f"{plain.certain} ({plain.certain / max(1, plain.attacked):.1%})",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("--k", type=int, default=5)
    parser.add_argument("--most-loss", type=float, default=0.6)
    options = parser.parse_args()
    people = read_world(options.world)
    schemes, losses = lattice(options.most_loss), Losses(people)
    policies: dict[str, Callable[[], tuple[Bundle, ...]]] = {
        "classes that stay": lambda: kept(people, options.k, schemes),
        "each afresh": lambda: afresh(people, options.k, schemes),
        **{
            f"sabotage: {each}": partial(kept, people, options.k, schemes, sabotage=each)
            for each in SABOTAGES
        },
    }
    print("| policy | left | in the last | loss | under k | certain, linked | certain, matched |")
    print("|---|---|---|---|---|---|---|")
    for name, policy in policies.items():
        print(_report(name, people, policy(), options.k, losses), flush=True)


if __name__ == "__main__":
    main()
