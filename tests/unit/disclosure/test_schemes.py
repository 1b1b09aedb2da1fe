"""Schemes: one published list from fine to coarse, and the choice told as data."""

from __future__ import annotations

import random

import pytest

from intake.disclosure.hierarchies import LADDERS, Level, QuasiField, Scale
from intake.disclosure.schemes import (
    COUNTS_BELOW,
    MOST_SUPPRESSED,
    Advice,
    Record,
    Scheme,
    choose,
    generalised,
    published_schemes,
)
from intake.domain.answers import Answer
from intake.domain.classes import Generalisation
from intake.export.fields import FieldPolicy
from intake.forms.loader import core_form

PARENTS = {"harpist": "music", "drummer": "music", "baker": "food", "diver": "sea", "sailor": "sea"}
GROUP = QuasiField("profile.targeted_group", Generalisation.PARENT, PARENTS)
LEFT = QuasiField("displacement.left_on", Generalisation.QUARTER)
COUNTRY = QuasiField("displacement.first_country", Generalisation.COUNTRY_GROUP)
SEX = QuasiField("profile.sex", Generalisation.OTHER)
AGE = QuasiField("profile.age", Generalisation.BANDS, scale=Scale.AGE)
FIELDS = (GROUP, LEFT, COUNTRY, SEX, AGE)


def records(count: int, seed: int = 7) -> list[Record]:
    rng = random.Random(seed)
    return [
        Record(
            f"r{n}",
            f"u{n}",
            {
                GROUP.name: Answer((rng.choice(list(PARENTS)),)),
                LEFT.name: Answer(rng.choice(["2020-09", "2021-07", "2021-08", "2022-03"])),
                COUNTRY.name: Answer(rng.choice(["Poland", "Lithuania", "Georgia"])),
                SEX.name: Answer(rng.choice(["female", "male"])),
                AGE.name: Answer(rng.randint(18, 70)),
            },
        )
        for n in range(count)
    ]


def alike(count: int, group: str = "harpist", first: int = 0) -> list[Record]:
    return [
        Record(f"r{n}", f"u{n}", {GROUP.name: Answer((group,))})
        for n in range(first, first + count)
    ]


def scheme(name: str, **levels: Level) -> Scheme:
    return Scheme(name, {key.replace("__", "."): level for key, level in levels.items()})


FINE = scheme("fine", profile__targeted_group=Level.AS_IS)
COARSE = scheme("coarse", profile__targeted_group=Level.PARENT)


def test_the_published_list_runs_from_fine_to_coarse() -> None:
    schemes = published_schemes()
    sizes = [len(each.levels) for each in schemes]
    assert sizes == sorted(sizes, reverse=True)
    assert len(schemes) == len({each.name for each in schemes}) >= 8
    known = {name for each in schemes for name in each.levels}
    for name in known:
        ladder = next(
            levels
            for levels in LADDERS.values()
            if {each.levels[name] for each in schemes if name in each.levels} <= set(levels)
        )
        steps = [ladder.index(each.levels.get(name, Level.WITHHELD)) for each in schemes]
        assert steps == sorted(steps) or name == LEFT.name


def test_the_schemes_name_every_field_of_the_shipped_form_at_levels_it_has() -> None:
    fields = {each.name: each for each in FieldPolicy.of(core_form()).quasi}
    named = [item for each in published_schemes() for item in each.levels.items()]
    assert {name for name, _ in named} == set(fields)
    assert [(name, level) for name, level in named if level not in fields[name].ladder] == []


def test_the_coarsest_schemes_hold_one_coarse_field() -> None:
    assert all(len(each.levels) == 1 for each in published_schemes()[-2:])
    assert {level for each in published_schemes()[-2:] for level in each.levels.values()} == {
        Level.PARENT,
        Level.YEAR,
    }


def test_the_first_scheme_that_suppresses_few_enough_is_chosen() -> None:
    cases = [*alike(8), *alike(2, "drummer", 8)]
    choice = choose(cases, [GROUP], schemes=[FINE, COARSE])
    assert choice.scheme is FINE
    assert choice.within_limit
    assert choice.partition.share_suppressed == MOST_SUPPRESSED
    tighter = choose(cases, [GROUP], schemes=[FINE, COARSE], most_suppressed=0.1)
    assert tighter.scheme is COARSE


def test_where_none_suppresses_few_enough_the_one_that_keeps_most_is_chosen() -> None:
    cases = [*alike(5), *alike(3, "drummer", 5), *alike(4, "baker", 8)]
    choice = choose(cases, [GROUP], schemes=[FINE, COARSE])
    assert choice.scheme is COARSE
    assert (len(choice.rows), choice.within_limit) == (8, False)


def test_no_row_left_means_counts_only() -> None:
    choice = choose(alike(4), [GROUP], schemes=[FINE, COARSE])
    assert (choice.scheme, choice.rows, choice.advice) == (None, (), Advice.COUNTS_ONLY)
    assert len(choice.partition.suppressed) == choice.people == 4
    assert [outcome.loss for outcome in choice.outcomes] == [1.0, 1.0]


def test_few_people_are_advised_to_leave_as_counts() -> None:
    assert choose(alike(COUNTS_BELOW - 1), [GROUP], schemes=[FINE]).advice is Advice.COUNTS
    assert choose(alike(COUNTS_BELOW), [GROUP], schemes=[FINE]).advice is Advice.ROWS
    family = [Record(f"r{n}", "one family", {}) for n in range(COUNTS_BELOW)]
    assert choose([*family, *alike(9, first=99)], [GROUP], schemes=[FINE]).people == 10


@pytest.mark.parametrize("count", [35, 40])
def test_some_forty_invented_cases_can_leave_as_rows(count: int) -> None:
    choice = choose(records(count), FIELDS)
    assert choice.scheme is not None
    assert choice.within_limit
    assert len(choice.rows) >= 0.8 * count
    assert min(choice.partition.class_sizes.values()) >= 5


def test_more_cases_leave_finer() -> None:
    names = [each.name for each in published_schemes()]
    few, many = choose(records(40), FIELDS), choose(records(600), FIELDS)
    assert few.scheme is not None
    assert many.scheme is not None
    assert names.index(many.scheme.name) < names.index(few.scheme.name)


def test_the_choice_tells_what_every_scheme_would_have_done() -> None:
    choice = choose([*alike(5), *alike(5, "drummer", 5)], [GROUP, SEX], schemes=[FINE, COARSE])
    fine, coarse = choice.outcomes
    assert (fine.scheme, fine.kept, fine.suppressed, fine.classes) == ("fine", 10, 0, 2)
    assert coarse.classes == 1
    assert (coarse.global_risk, fine.global_risk) == pytest.approx((0.1, 0.2))
    assert 0 < fine.loss < coarse.loss < 1


def test_a_field_that_a_scheme_does_not_name_or_name_rightly_is_withheld() -> None:
    wrong = scheme("wrong", profile__targeted_group=Level.YEAR)
    record = alike(1)[0]
    assert generalised(record, [GROUP, SEX], FINE).values == {GROUP.name: "harpist"}
    assert generalised(record, [GROUP, SEX], wrong).values == {}


def test_an_answer_that_was_never_asked_is_a_missing_one() -> None:
    assert generalised(Record("r", "u", {}), [GROUP], COARSE).values == {
        GROUP.name: "missing:not_asked"
    }


def test_without_any_field_everybody_looks_alike() -> None:
    choice = choose(alike(6), [], schemes=[FINE])
    assert choice.partition.class_sizes == {(): 6}
    assert choice.outcomes[0].loss == 0
