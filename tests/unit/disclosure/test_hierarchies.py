"""Ladders: every value gets coarser step by step, and what cannot be placed is withheld."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.disclosure.hierarchies import (
    LADDERS,
    SEVERAL,
    WITHHELD,
    Level,
    QuasiField,
    Scale,
    generalise,
)
from intake.domain.answers import Answer, Missing
from intake.domain.classes import Generalisation

PARENTS = {"harpist": "music", "drummer": "music", "baker": "food"}
DATE = QuasiField("left_on", Generalisation.QUARTER)
PLACE = QuasiField("region", Generalisation.REGION)
GROUP = QuasiField("country", Generalisation.COUNTRY_GROUP)
CHOICE = QuasiField("occupation", Generalisation.PARENT, PARENTS)
OTHER = QuasiField("language", Generalisation.OTHER, PARENTS)
PLAIN = QuasiField("danger", Generalisation.NONE)
AGE = QuasiField("age", Generalisation.BANDS, scale=Scale.AGE)


def ladder(of: QuasiField, *values: str) -> list[str]:
    answer = Answer(values[0] if len(values) == 1 else values)
    return [generalise(answer, of, level) for level in of.ladder]


@pytest.mark.parametrize(
    ("of", "values", "expected"),
    [
        (DATE, ["2021-07-14"], ["2021-Q3", "2021", WITHHELD]),
        (DATE, ["2021-07~"], ["2021-Q3", "2021", WITHHELD]),
        (DATE, ["2021"], ["2021", "2021", WITHHELD]),
        (DATE, ["2021-02/2021-05"], ["2021", "2021", WITHHELD]),
        (DATE, ["2020-08/2021-01"], [WITHHELD] * 3),
        (DATE, ["2020-08/.."], [WITHHELD] * 3),
        (DATE, ["last summer"], [WITHHELD] * 3),
        (DATE, ["2021-07", "2021-08"], ["2021-Q3", "2021", WITHHELD]),
        (DATE, ["2021-07", "2022-08"], ["2021-Q3;2022-Q3", SEVERAL, WITHHELD]),
        (DATE, ["2021-07", "soon"], [SEVERAL, SEVERAL, WITHHELD]),
        (PLACE, ["Lida"], ["BY: Hrodna region", "BY", "belarus", WITHHELD]),
        (PLACE, ["Poland"], ["PL", "PL", "neighbouring_eu", WITHHELD]),
        (PLACE, ["Gooseville"], [WITHHELD] * 4),
        (PLACE, ["Lida", "Minsk"], ["BY: Hrodna region;BY: Minsk city", "BY", "belarus", WITHHELD]),
        (GROUP, ["GE"], ["eastern_europe_caucasus", WITHHELD]),
        (GROUP, ["PL", "GE"], [SEVERAL, WITHHELD]),
        (CHOICE, ["harpist"], ["harpist", "music", "music", WITHHELD]),
        (CHOICE, ["drummer", "harpist"], ["drummer;harpist", "music", "music", WITHHELD]),
        (CHOICE, ["baker", "harpist"], ["baker;harpist", "food;music", SEVERAL, WITHHELD]),
        (CHOICE, ["diver"], ["diver", "other", "other", WITHHELD]),
        (OTHER, ["diver"], ["diver", "other", WITHHELD]),
        (PLAIN, ["high"], ["high", WITHHELD]),
        (AGE, ["38"], ["35-39", "30-39", "30-49", WITHHELD]),
        (AGE, ["soon"], [WITHHELD] * 4),
        (AGE, ["-3"], [WITHHELD] * 4),
    ],
)
def test_a_value_climbs_its_ladder(of: QuasiField, values: list[str], expected: list[str]) -> None:
    assert ladder(of, *values) == expected


@pytest.mark.parametrize(
    ("scale", "number", "expected"),
    [
        (Scale.AGE, 13, ["0-13", "0-17", "0-17"]),
        (Scale.AGE, 97, ["85+", "70+", "50+"]),
        (Scale.COUNT, 0, ["0", "0", "0"]),
        (Scale.COUNT, 1, ["1", "1-4", "1+"]),
        (Scale.COUNT, 3, ["2-4", "1-4", "1+"]),
        (Scale.DAYS, 15, ["4-15", "1-15", "0-15"]),
        (Scale.DAYS, 400, ["366+", "91+", "16+"]),
        (Scale.HOURS, 20, ["13-24", "0-24", "0-24"]),
    ],
)
def test_numbers_fall_into_the_bands_of_what_is_counted(
    scale: Scale, number: int, expected: list[str]
) -> None:
    of = QuasiField("n", Generalisation.BANDS, scale=scale)
    assert ladder(of, str(number))[:-1] == expected
    assert generalise(Answer(number), of, Level.BAND_NARROW) == expected[0]


@given(st.integers(0, 2000), st.sampled_from(Scale))
def test_every_number_lies_in_its_band_and_a_wider_band_holds_the_narrower(
    number: int, scale: Scale
) -> None:
    of = QuasiField("n", Generalisation.BANDS, scale=scale)
    bounds = []
    for level in of.ladder[:-1]:
        band = generalise(Answer(number), of, level)
        low, _, high = band.removesuffix("+").partition("-")
        bounds.append((int(low), int(high or (10**6 if band.endswith("+") else low))))
        assert bounds[-1][0] <= number <= bounds[-1][1]
    for narrow, wide in pairwise(bounds):
        assert wide[0] <= narrow[0] <= narrow[1] <= wide[1]


@pytest.mark.parametrize("reason", Missing)
def test_a_missing_answer_keeps_its_reason_until_it_is_withheld(reason: Missing) -> None:
    answer = Answer(missing=reason)
    assert [generalise(answer, DATE, level) for level in DATE.ladder] == [
        f"missing:{reason.value}",
        f"missing:{reason.value}",
        WITHHELD,
    ]


def test_nothing_chosen_of_several_is_withheld() -> None:
    assert {generalise(Answer(()), CHOICE, level) for level in CHOICE.ladder} == {WITHHELD}


def test_a_level_of_another_ladder_is_refused() -> None:
    with pytest.raises(ValueError, match="no level of a field with rule quarter"):
        generalise(Answer("2021"), DATE, Level.REGION)


def test_every_rule_has_a_ladder_that_ends_withheld() -> None:
    assert set(LADDERS) == set(Generalisation)
    assert {ladder[-1] for ladder in LADDERS.values()} == {Level.WITHHELD}
    assert {ladder.count(Level.WITHHELD) for ladder in LADDERS.values()} == {1}
