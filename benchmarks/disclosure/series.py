"""A series of bundles to two recipients, and somebody who knows everybody's facts and attacks it.

usage: python -m benchmarks.disclosure.series WORLD.jsonl [--k 5] [--most-loss 0.49]

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
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.disclosure.policies import SABOTAGES, afresh, kept
from benchmarks.disclosure.world import (
    QUASI,
    Bundle,
    Facts,
    Losses,
    Person,
    lattice,
    read_world,
    record_of,
)
from intake.disclosure.attack import Sighting, attack
from intake.disclosure.schemes import Scheme, generalised

COLUMNS = (
    *("policy", "left", "in the last", "loss", "under k", "certain"),
    *("taken for certain, true", "not true"),
)


@dataclass(frozen=True)
class Result:
    """What an attack found, in people.

    Attributes:
        under_k: Whose rows can be those of fewer than k unrelated people.
        certain: Of whom some sensitive answer is certain, and true.
        attacked: Who left in some bundle.
        wrong: Of whom some answer was taken for certain that is not true.
    """

    under_k: int
    certain: int
    attacked: int
    wrong: int = 0


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

    What is the same in all of them is taken for the person's answer. Nobody tells this attacker in
    which bundles the person is, so that some of it is not true.
    """
    left = {row.owner.number for bundle in bundles for row in bundle.rows}
    prepared = [_by_scheme(bundle) for bundle in bundles]
    sure = wrong = 0
    for person in people:
        if person.number in left:
            taken = _taken_for_certain(person, bundles, prepared)
            sure += any(person.sensitive[name] == value for name, value in taken.items())
            wrong += any(person.sensitive[name] != value for name, value in taken.items())
    return Result(0, sure, len(left), wrong)


_Indexed = Mapping[tuple[str, Facts], list[Mapping[str, str]]]


def _by_scheme(bundle: Bundle) -> tuple[dict[str, Scheme], _Indexed]:
    schemes = {row.levels.name: row.levels for row in bundle.rows}
    index: dict[tuple[str, Facts], list[Mapping[str, str]]] = defaultdict(list)
    for row in bundle.rows:
        index[row.levels.name, row.facts].append(row.sensitive)
    return schemes, index


def _taken_for_certain(
    person: Person,
    bundles: Sequence[Bundle],
    prepared: Sequence[tuple[dict[str, Scheme], _Indexed]],
) -> dict[str, str]:
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
    single = {name: next(iter(found)) for name, found in possible.items() if len(found) == 1}
    return {name: value for name, value in single.items() if value}


def _facts(person: Person, scheme: Scheme) -> Facts:
    return tuple(generalised(record_of(person), QUASI, scheme).values.items())


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
        f"{plain.wrong}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("world", type=Path)
    parser.add_argument("--k", type=int, default=5)
    parser.add_argument("--most-loss", type=float, default=0.49)
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
    print(f"| {' | '.join(COLUMNS)} |")
    print("|---" * len(COLUMNS) + "|")
    for name, policy in policies.items():
        print(_report(name, people, policy(), options.k, losses), flush=True)


if __name__ == "__main__":
    main()
