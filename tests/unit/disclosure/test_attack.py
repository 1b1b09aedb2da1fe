"""The attack over all bundles: it must find people where rules are broken, and none where not."""

from __future__ import annotations

import json
import random

import pytest

from benchmarks.disclosure import series
from benchmarks.disclosure.policies import SABOTAGES, afresh, kept
from benchmarks.disclosure.world import Person, lattice, read_world
from intake.disclosure.attack import Sighting, attack, betrayed
from intake.disclosure.schemes import Scheme

K = 5


def seen(
    person: int, bundle: int, *, look: str = "a", version: str = "", told: str = ""
) -> Sighting:
    answers = {"told": frozenset({told})} if told else {}
    return Sighting(str(person), f"u{person}", f"b{bundle}", look, version, answers)


def rows(bundle: int, count: int = 6, **more: str) -> list[Sighting]:
    return [seen(n, bundle, **more) for n in range(count)]


def test_people_who_are_always_seen_together_stay_together() -> None:
    learned = attack([*rows(1), *rows(2), *rows(3)])
    assert set(learned.candidates.values()) == {6}
    assert learned.under(K) == learned.certain == frozenset()
    assert learned.under(7) == {str(n) for n in range(6)}


def test_who_joins_later_is_told_apart() -> None:
    learned = attack([*rows(1), *rows(2), seen(9, 2)])
    assert learned.candidates["9"] == 1
    assert learned.under(K) == {"9"}


def test_who_stays_away_once_is_told_apart() -> None:
    learned = attack([*rows(1), *rows(2)[1:]])
    assert learned.under(K) == {"0"}


def test_whose_row_has_changed_is_told_apart() -> None:
    changed = seen(0, 2, version="other")
    learned = attack([*rows(1), *rows(2)[1:], changed])
    assert learned.candidates["0"] == 1
    together = attack([*rows(1), *rows(2, version="other")])
    assert together.under(K) == frozenset(), "all changed at once"


def test_who_looks_otherwise_in_one_bundle_is_told_apart() -> None:
    learned = attack([*rows(1), *(seen(n, 2, look="b" if n < 2 else "c") for n in range(6))])
    assert learned.under(K) == {str(n) for n in range(6)}
    assert learned.candidates["0"] == 2


def test_a_family_is_one_candidate() -> None:
    family = [Sighting(str(n), "one", "b1", "a", "") for n in range(6)]
    assert set(attack(family).candidates.values()) == {1}


def test_what_all_candidates_said_is_certain() -> None:
    assert attack(rows(1, told="yes")).certain == {str(n) for n in range(6)}
    mixed = [*rows(1, told="yes")[1:], seen(0, 1, told="no")]
    assert attack(mixed).certain == {str(n) for n in range(6)}, "to the one who said no"
    two = [*rows(1, told="yes")[2:], *(seen(n, 1, told="no") for n in range(2))]
    assert attack(two).certain == frozenset()


def test_a_planned_bundle_answers_for_those_in_it_and_for_what_it_changes() -> None:
    assert betrayed(rows(1), rows(2), K) == {}
    assert betrayed(rows(1), rows(2)[:4], K) == dict.fromkeys("0123", 4) | dict.fromkeys("45", 2)
    assert betrayed(rows(1, 3), rows(2, 6)[3:], K) == dict.fromkeys("345", 3)
    assert betrayed(rows(1, 3), [seen(n, 2) for n in range(10, 16)], K) == {}, "done is done"
    assert betrayed([], rows(1, told="yes"), K) == dict.fromkeys("012345", 6)


# -- a series of bundles of people who are made up here -------------------------------------------


@pytest.fixture(scope="module")
def population(tmp_path_factory: pytest.TempPathFactory) -> tuple[Person, ...]:
    """Return some hundred people who report over four quarters, some of whom change or go."""
    rng = random.Random(11)
    path = tmp_path_factory.mktemp("population") / "people.jsonl"
    lines = []
    for number in range(160):
        quarter = 0 if number < 100 else 1 + number % 3
        later = rng.randint(quarter + 1, 4)
        quasi = {
            "region": rng.choice(["Minsk", "Hrodna", "Brest"]),
            "age": rng.choice(["25-29", "35-39"]),
            "sex": rng.choice(["female", "male"]),
            "group": rng.choice(["lawyer", "student", "journalist"]),
            "left": rng.choice(["2020-Q3", "2021-Q1"]),
        }
        line = {
            "person": number,
            "quarter": quarter,
            "quasi": quasi,
            "sensitive": {"need": rng.choice(["housing", "work", "rest"])},
            "family": number - (number % 9 == 1),
            "edited": later if number % 12 == 5 else None,
            "withdrawn": later if number % 17 == 7 else None,
            "purposes": ["analysis", *(["un_mechanisms"] if number % 4 else [])],
        }
        lines.append(json.dumps(line) + "\n")
    path.write_text("".join(lines), "utf-8")
    return read_world(path)


@pytest.fixture(scope="module")
def schemes() -> tuple[Scheme, ...]:
    """Return every combination of levels."""
    return lattice(1)


def test_classes_that_stay_betray_nobody(
    population: tuple[Person, ...], schemes: tuple[Scheme, ...]
) -> None:
    found = series.linked(kept(population, K, schemes), K)
    assert (found.under_k, found.certain) == (0, 0)
    assert found.attacked > 100


def test_bundles_that_are_each_made_afresh_betray_most_people(
    population: tuple[Person, ...], schemes: tuple[Scheme, ...]
) -> None:
    found = series.linked(afresh(population, K, schemes), K)
    assert found.under_k > found.attacked / 2


@pytest.mark.parametrize("sabotage", SABOTAGES)
def test_each_rule_that_is_broken_is_found(
    population: tuple[Person, ...], schemes: tuple[Scheme, ...], sabotage: str
) -> None:
    broken = kept(population, K, schemes, sabotage=sabotage)
    assert series.linked(broken, K).under_k > 0
