"""Classes: at least k unrelated people look alike, or the row stays out whole."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.disclosure.k_anonymity import Row, diversity, partition


def row(handle: int, unit: int, **values: str) -> Row:
    return Row(str(handle), str(unit), values)


def rows(*classes: tuple[str, int]) -> list[Row]:
    labels = [label for label, size in classes for _ in range(size)]
    return [row(n, n, group=label) for n, label in enumerate(labels)]


def test_a_class_under_k_is_suppressed_whole() -> None:
    part = partition(rows(("a", 5), ("b", 4), ("c", 7)), ["group"], 5)
    assert {r.values["group"] for r in part.kept} == {"a", "c"}
    assert len(part.suppressed) == 4
    assert part.class_sizes == {("a",): 5, ("c",): 7}


def test_people_of_one_family_count_as_one() -> None:
    family = [row(n, 0, group="a") for n in range(5)]
    assert partition(family, ["group"], 2).kept == ()
    joined = [*family, row(9, 9, group="a")]
    part = partition(joined, ["group"], 2)
    assert part.kept == tuple(joined)
    assert part.class_sizes == {("a",): 2}


def test_the_risk_is_the_mean_over_people_released() -> None:
    part = partition(rows(("a", 5), ("b", 10)), ["group"], 5)
    assert part.global_risk == pytest.approx((5 / 5 + 10 / 10) / 15)


def test_with_fewer_than_k_people_nothing_is_released() -> None:
    part = partition(rows(("a", 4)), ["group"], 5)
    assert (part.kept, part.global_risk, len(part.suppressed)) == ((), 0.0, 4)
    empty = partition([], ["group"], 5)
    assert (empty.kept, empty.suppressed) == ((), ())


def test_an_absent_field_is_a_value_of_its_own() -> None:
    mixed = [row(1, 1, group="a"), row(2, 2, group="a"), row(3, 3), row(4, 4)]
    assert partition(mixed, ["group"], 2).class_sizes == {("a",): 2, ("",): 2}


def test_k_below_two_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        partition([], ["group"], 1)


@given(
    st.lists(
        st.tuples(st.integers(0, 12), st.sampled_from("ab"), st.sampled_from("xyz")), max_size=60
    ),
    st.integers(2, 6),
)
def test_every_kept_row_hides_among_k_unrelated_people(
    drawn: list[tuple[int, str, str]], k: int
) -> None:
    made = [row(n, unit, g=g, h=h) for n, (unit, g, h) in enumerate(drawn)]
    part = partition(made, ["g", "h"], k)
    people = defaultdict(set)
    for each in part.kept:
        people[each.values["g"], each.values["h"]].add(each.unit)
    assert all(len(units) >= k for units in people.values())
    assert sorted([*part.kept, *part.suppressed], key=lambda r: int(r.handle)) == made
    all_people = defaultdict(set)
    for each in made:
        all_people[each.values["g"], each.values["h"]].add(each.unit)
    assert all(len(all_people[each.values["g"], each.values["h"]]) < k for each in part.suppressed)


def test_diversity_is_that_of_the_poorest_class_and_question() -> None:
    made = [row(n, n, g="a" if n < 3 else "b") for n in range(6)]
    answers = {
        "0": {"s": "x", "t": "no"},
        "1": {"s": "y", "t": "yes"},
        "2": {"s": "z", "t": "no"},
        "3": {"s": "x", "t": "yes"},
        "4": {"s": "y", "t": "no"},
        "5": {"s": "y"},
    }
    assert diversity(made, ["g"], answers) == 2
    assert diversity(made[:3], ["g"], {key: {"s": each["s"]} for key, each in answers.items()}) == 3
    assert diversity(made, ["g"], {**answers, "4": {}}) == 1  # one answer to t is left in b
    assert diversity(made, ["g"], {}) is None
    assert diversity([], ["g"], answers) is None


def test_a_sensitive_field_that_forms_classes_is_measured_among_people_alike_otherwise() -> None:
    made = [row(n, n, g="a", s="x" if n < 2 else "y") for n in range(4)]
    answers = {each.handle: {"s": each.values["s"]} for each in made}
    assert diversity(made, ["g", "s"], answers) == 2
    apart = [row(n, n, g="a" if n < 2 else "b", s="x" if n < 2 else "y") for n in range(4)]
    assert diversity(apart, ["g", "s"], answers) == 1
