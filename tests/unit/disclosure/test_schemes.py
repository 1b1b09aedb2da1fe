"""Schemes: one published list from fine to coarse."""

from __future__ import annotations

from intake.disclosure.hierarchies import LADDERS, Level, QuasiField
from intake.disclosure.schemes import (
    Generaliser,
    Record,
    Scheme,
    generalised,
    levels_of,
    published_schemes,
)
from intake.domain.answers import Answer, Missing
from intake.domain.classes import Generalisation
from intake.export.fields import FieldPolicy
from intake.forms.loader import core_form

PARENTS = {"harpist": "music", "drummer": "music", "baker": "food", "diver": "sea", "sailor": "sea"}
GROUP = QuasiField("profile.targeted_group", Generalisation.PARENT, PARENTS)
LEFT = QuasiField("displacement.left_on", Generalisation.QUARTER)
SEX = QuasiField("profile.sex", Generalisation.OTHER)


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


def test_a_field_that_a_scheme_does_not_name_or_name_rightly_is_withheld() -> None:
    wrong = scheme("wrong", profile__targeted_group=Level.YEAR)
    record = alike(1)[0]
    assert generalised(record, [GROUP, SEX], FINE).values == {GROUP.name: "harpist"}
    assert generalised(record, [GROUP, SEX], wrong).values == {}


def test_equal_answers_of_another_kind_are_not_taken_for_one_another() -> None:
    count = QuasiField("count", Generalisation.BANDS)
    narrow = Scheme("narrow", {"count": Level.BAND_NARROW})
    generaliser = Generaliser([count])
    given = [
        Answer(1),
        Answer(1.0),
        Answer("1"),
        Answer(("1", "5")),
        Answer(missing=Missing.NOT_ASKED),
    ]
    said = [generaliser.row(Record("r", "u", {"count": each}), narrow).values for each in given]
    again = [
        generalised(Record("r", "u", {"count": each}), [count], narrow).values for each in given
    ]
    assert said == again
    assert [each["count"] for each in said][:3] == ["1", "withheld", "1"]


def test_an_answer_that_was_never_asked_is_a_missing_one() -> None:
    assert generalised(Record("r", "u", {}), [GROUP], COARSE).values == {
        GROUP.name: "missing:not_asked"
    }


def test_the_levels_of_a_field_are_told_from_fine_to_coarse_and_once() -> None:
    assert levels_of([COARSE, FINE, COARSE], GROUP) == (Level.AS_IS, Level.PARENT)
    assert levels_of([FINE, COARSE], SEX) == (Level.WITHHELD,)
    assert levels_of([], SEX) == ()
