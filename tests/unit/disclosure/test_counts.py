"""Counts: small numbers are hidden and no sum, margin or difference gives them back."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.disclosure.counts import (
    THRESHOLD,
    TOTAL,
    CountTable,
    count_list,
    multiple_choice_counts,
    say,
    threshold_for,
)


def listed(cells: dict[str, int]) -> CountTable:
    return count_list((f"{row}{n}", row) for row, number in cells.items() for n in range(number))


@pytest.mark.parametrize(
    ("count", "said"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (9, "5"), (100, "100")]
)
def test_small_numbers_are_never_said(count: int, said: str) -> None:
    assert say(count) == said


def test_two_numbers_never_differ_by_a_small_one() -> None:
    told = {int(say(count)) for count in range(5, 200)}
    assert all(number % 5 == 0 for number in told)


def test_a_list_without_small_numbers_is_published_whole() -> None:
    made = listed({"a": 12, "b": 13})
    assert made.cells == {("a", TOTAL): 12, ("b", TOTAL): 13, (TOTAL, TOTAL): 25}
    assert (made.rows, made.suppressed) == (("a", "b"), 0)


@pytest.mark.parametrize(("k", "threshold"), [(3, 5), (5, 5), (20, 20)])
def test_a_higher_k_hides_more_numbers(k: int, threshold: int) -> None:
    assert threshold_for(k) == threshold
    people = {f"{sex}{n}": sex for sex, size in (("f", 6), ("m", 20)) for n in range(size)}
    made = count_list(people.items(), threshold_for(k))
    shown = (None, None) if k > 6 else (6, 20)
    assert (made.cells["f", TOTAL], made.cells["m", TOTAL]) == shown
    several = multiple_choice_counts({unit: [sex] for unit, sex in people.items()}, threshold)
    assert (several["f"], several["m"]) == shown


def test_a_hidden_number_never_stands_alone_in_its_sum() -> None:
    made = listed({"a": 12, "b": 3, "c": 9})
    assert made.cells == {
        ("a", TOTAL): 12,
        ("b", TOTAL): None,
        ("c", TOTAL): None,
        (TOTAL, TOTAL): 24,
    }


def test_nearly_everybody_in_one_place_is_hidden_too() -> None:
    assert listed({"a": 30, "b": 3}).cells["a", TOTAL] is None
    alone = listed({"a": 12})
    assert set(alone.cells.values()) == {None}
    assert alone.suppressed == 2


def test_a_person_counts_once() -> None:
    made = count_list([("u1", "a"), ("u1", "b"), *((f"v{n}", "a") for n in range(9))])
    assert made.rows == ("a",)


def test_an_empty_table_says_nothing() -> None:
    assert listed({}).cells == {(TOTAL, TOTAL): None}


def possible_values(made: CountTable, most: int) -> dict[tuple[str, str], set[int]]:
    """Try every list that agrees with what is published: what somebody with patience learns."""
    seen: dict[tuple[str, str], set[int]] = {name: set() for name in made.cells}
    open_or_known = [
        range(most + 1) if made.cells[row, TOTAL] is None else [made.cells[row, TOTAL]]
        for row in made.rows
    ]
    for numbers in product(*open_or_known):
        known = [number for number in numbers if number is not None]
        if made.cells[TOTAL, TOTAL] in {None, sum(known)}:
            for row, number in zip(made.rows, known, strict=True):
                seen[row, TOTAL].add(number)
            seen[TOTAL, TOTAL].add(sum(known))
    return seen


@given(st.lists(st.sampled_from([1, 3, 5, 6, 9]), min_size=2, max_size=4))
def test_somebody_who_tries_every_list_cannot_tell_a_hidden_number(numbers: list[int]) -> None:
    made = listed(dict(zip("abcd", numbers, strict=False)))
    most = sum(numbers) if made.cells[TOTAL, TOTAL] is not None else THRESHOLD
    seen = possible_values(made, most)
    hidden = [name for name, value in made.cells.items() if value is None]
    assert all(len(seen[name]) >= THRESHOLD for name in hidden)


@given(st.lists(st.integers(0, 40), min_size=5, max_size=5))
def test_no_published_number_is_small_or_leaves_few_others(numbers: list[int]) -> None:
    cells = dict(zip("abcde", numbers, strict=True))
    for (row, _), value in listed(cells).cells.items():
        if value is not None and row != TOTAL:
            assert THRESHOLD <= value == cells[row] <= sum(numbers) - THRESHOLD


def test_choices_of_several_are_hidden_when_few_or_nearly_all_chose_them() -> None:
    chosen = {
        f"u{n}": ["often", *(["rare"] if n < 3 else []), *(["half"] if n < 10 else [])]
        for n in range(20)
    }
    chosen["u20"] = ["half", "half"]
    assert multiple_choice_counts(chosen) == {"half": 11, "often": None, "rare": None}
