"""The lattice: one published list, ordered by what matters and by nothing in the data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.disclosure.hierarchies import Level
from intake.disclosure.lattice import (
    GIVEN_UP,
    MOST,
    USUAL,
    by_axis,
    known_schemes,
    lattice,
    nodes_of,
    ordered,
    published_axes,
    read_axes,
)
from intake.disclosure.schemes import published_schemes
from intake.export.fields import FieldPolicy
from intake.forms.loader import core_form

QUASI = {each.name: each for each in FieldPolicy.of(core_form()).quasi}
AXES = tuple(axis.name for axis in published_axes())
SMALL = """axis,field,a,b,1,2
when,,0,0.5,0,1
when,left,quarter,year,quarter,withheld
sex,,0,0,0,1
sex,sex,as_is,as_is,as_is,withheld
"""
weights = st.dictionaries(st.sampled_from(AXES), st.integers(1, MOST))


def small() -> list[str]:
    return SMALL.splitlines()


def test_every_field_of_the_form_lies_on_one_axis_at_levels_that_it_has() -> None:
    levels = [item for axis in published_axes() for r in axis.rungs for item in r.levels.items()]
    assert {name for name, _ in levels} == QUASI.keys()
    assert [(name, at) for name, at in levels if at not in QUASI[name].ladder] == []
    grouped = by_axis(list(QUASI.values()))
    assert sorted(each.name for group in grouped for each in group) == sorted(QUASI)


def test_a_rung_is_never_finer_than_one_before_it() -> None:
    for axis in published_axes():
        for letters in (("a", "b"), ("1", "2", "3", "4")):
            rungs = axis.among(letters)
            costs = [rung.cost for rung in rungs]
            assert costs == sorted(costs)
            for name in axis.fields:
                steps = [QUASI[name].ladder.index(rung.levels[name]) for rung in rungs]
                assert steps == sorted(steps), (axis.name, name)


def test_the_list_holds_each_scheme_once_and_none_that_tells_nothing() -> None:
    schemes = lattice()
    assert len({each.name for each in schemes}) == len(schemes) == 927
    told = [tuple(each.levels.values()) for each in schemes]
    assert len(set(told)) == len(told)
    assert all(set(levels) != {Level.WITHHELD} for levels in told)
    assert set(schemes[0].levels.items()) >= set(published_schemes()[0].levels.items())


def test_classes_of_the_older_list_still_have_their_schemes() -> None:
    known = known_schemes()
    assert all(known[scheme.name] is scheme for scheme in (*published_schemes(), *lattice()))


@given(weights)
def test_weights_order_the_list_and_change_nothing_in_it(chosen: dict[str, int]) -> None:
    assert {each.name: each for each in lattice(chosen)} == {each.name: each for each in lattice()}


@given(st.sampled_from(AXES))
def test_what_is_given_up_is_in_no_scheme(axis: str) -> None:
    fields = next(each.fields for each in published_axes() if each.name == axis)
    found = lattice({axis: GIVEN_UP})
    assert found
    assert {scheme.levels[name] for scheme in found for name in fields} == {Level.WITHHELD}


def test_what_matters_more_is_given_up_later() -> None:
    def first_without(axis: str, chosen: dict[str, int]) -> int:
        fields = next(each.fields for each in published_axes() if each.name == axis)
        gone = [{s.levels[f] for f in fields} == {Level.WITHHELD} for s in lattice(chosen)]
        return gone.index(True)

    for axis in ("when", "place", "age", "group"):
        least, usual, most = (first_without(axis, {axis: w}) for w in (1, USUAL, MOST))
        assert least < usual < most


def test_keep_the_time_and_give_up_the_region() -> None:
    found = lattice({"when": MOST, "place": GIVEN_UP})
    assert found[0].levels["displacement.left_on"] is Level.QUARTER
    assert found[0].levels["profile.region_of_origin"] is Level.WITHHELD


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"shoe size": 1}, "the axes are"),
        ({"when": 5}, "a weight is"),
        ({"when": -1}, "a weight is"),
        (dict.fromkeys(AXES, GIVEN_UP), "everything is given up"),
    ],
)
def test_weights_that_cannot_be_meant_are_refused(chosen: dict[str, int], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        lattice(chosen)


def test_of_two_that_cost_the_same_the_finer_one_comes_first() -> None:
    axes = read_axes(small())
    names = [scheme.name for scheme in ordered(nodes_of(axes), axes, {})]
    assert names == ["aa", "ba", "12", "21"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("left,quarter,year,quarter,withheld", "left,quarter,,quarter,withheld"), "no level at"),
        (("as_is,as_is,as_is,withheld", "as_is,as_is,as_is,as_is"), "does not end"),
        (("sex,sex", "sex,left"), "two axes"),
        (("quarter,year", "quarter,decade"), "decade"),
    ],
)
def test_a_list_with_a_hole_is_refused(change: tuple[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_axes(SMALL.replace(*change).splitlines())
