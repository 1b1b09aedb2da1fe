"""Measures: the figures of the literature, on tables small enough to work out by hand."""

from __future__ import annotations

import pytest

from intake.disclosure.columns import FieldColumn
from intake.disclosure.hierarchies import Level, QuasiField
from intake.disclosure.k_anonymity import Row
from intake.disclosure.measures import (
    Losses,
    closeness,
    discernibility,
    imprecision,
    mean_loss,
)
from intake.disclosure.schemes import Record, Scheme
from intake.domain.answers import Answer
from intake.domain.classes import Generalisation

PARENTS = {"harpist": "music", "drummer": "music", "baker": "food", "cook": "food"}
GROUP = QuasiField("group", Generalisation.PARENT, PARENTS)
SEX = QuasiField("sex", Generalisation.OTHER)


def losses(*groups: str) -> Losses:
    records = [Record(g, g, {"group": Answer((g,)), "sex": Answer("f")}) for g in groups]
    return Losses({each.name: FieldColumn(each, records) for each in (GROUP, SEX)}, [GROUP, SEX])


def test_a_value_costs_what_it_could_stand_for() -> None:
    found = losses("harpist", "drummer", "baker", "cook")
    whole = {"group": Level.AS_IS, "sex": Level.AS_IS}
    assert found.of(Scheme("fine", whole), {"group": "harpist", "sex": "f"}) == 0
    parent = Scheme("parent", {**whole, "group": Level.PARENT})
    assert found.of(parent, {"group": "music", "sex": "f"}) == pytest.approx((2 - 1) / (4 - 1) / 2)
    assert found.of(Scheme("none", {}), {}) == pytest.approx(1 / 2), "the sex is the same for all"
    assert found.of(Scheme("fine", whole), {"sex": "f"}) == pytest.approx(1 / 2), "withheld here"


def test_where_nobody_differs_nothing_can_be_lost() -> None:
    assert losses("harpist").of(Scheme("none", {}), {}) == 0
    assert Losses({}, [GROUP]).of(Scheme("none", {}), {}) == 0


def test_a_row_is_as_precise_as_its_values_stand_on_their_ladders() -> None:
    fine = Scheme("fine", {"group": Level.AS_IS, "sex": Level.AS_IS})
    coarse = Scheme("coarse", {"group": Level.PARENT, "sex": Level.AS_IS})
    both = [GROUP, SEX]
    assert imprecision(fine, {"group": "cook", "sex": "f"}, both) == 0
    assert imprecision(fine, {"group": "missing:declined", "sex": "f"}, both) == 0
    assert imprecision(fine, {"group": "withheld", "sex": "f"}, both) == pytest.approx(1 / 2)
    assert imprecision(coarse, {"group": "food", "sex": "f"}, both) == pytest.approx(2 / 3 / 2)
    assert imprecision(coarse, {"sex": "f"}, both) == pytest.approx(1 / 2), "withheld here"
    assert imprecision(Scheme("none", {}), {}, both) == 1
    assert imprecision(fine, {}, []) == 0


def test_who_stays_out_has_lost_everything() -> None:
    assert mean_loss([(0.5, 6), (0.0, 2)], suppressed=2) == pytest.approx((3 + 2) / 10)
    assert mean_loss([]) == 0


def test_each_row_counts_those_it_cannot_be_told_from() -> None:
    assert discernibility([5, 7]) == 25 + 49
    assert discernibility([5], suppressed=3) == 25 + 3 * 8
    assert discernibility([]) == 0


def test_answers_are_close_where_classes_answer_as_all_do() -> None:
    rows = [Row(str(n), str(n), {"g": "ab"[n // 4]}) for n in range(8)]
    even = {str(n): {"s": "xy"[n % 2]} for n in range(8)}
    assert closeness(rows, ["g"], even) == 0
    apart = {str(n): {"s": "xy"[n // 4]} for n in range(8)}
    assert closeness(rows, ["g"], apart) == pytest.approx(1 / 2)
    assert closeness(rows, ["g"], {**even, "0": {"s": "y"}}) == pytest.approx(1 / 8)
    assert closeness(rows, ["g"], {}) is None


def test_an_answer_that_forms_classes_is_held_against_the_others() -> None:
    rows = [Row(str(n), str(n), {"g": "a", "s": "xy"[n % 2]}) for n in range(8)]
    assert closeness(rows, ["g", "s"], {r.handle: {"s": r.values["s"]} for r in rows}) == 0
