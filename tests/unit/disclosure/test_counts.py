"""Counts: small numbers are hidden and no sum, margin or difference gives them back."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.disclosure.counts import (
    THRESHOLD,
    TOTAL,
    CountTable,
    band,
    count_list,
    count_table,
    multiple_choice_counts,
    say,
    threshold_for,
)


def table(cells: dict[tuple[str, str], int]) -> CountTable:
    return count_table(
        (f"{row}{column}{n}", row, column)
        for (row, column), number in cells.items()
        for n in range(number)
    )


def listed(cells: dict[str, int]) -> CountTable:
    return count_list((f"{row}{n}", row) for row, number in cells.items() for n in range(number))


@pytest.mark.parametrize(
    ("count", "said", "in_bands"),
    [
        (0, "fewer than 5", "fewer than 5"),
        (4, "fewer than 5", "fewer than 5"),
        (5, "5", "5-9"),
        (9, "9", "5-9"),
        (10, "10", "10-24"),
        (99, "99", "50-99"),
        (100, "100", "100+"),
        (4000, "4000", "100+"),
    ],
)
def test_small_numbers_are_never_said(count: int, said: str, in_bands: str) -> None:
    assert (say(count), band(count)) == (said, in_bands)


def test_a_list_without_small_numbers_is_published_whole() -> None:
    made = listed({"a": 12, "b": 13})
    assert made.cells == {("a", TOTAL): 12, ("b", TOTAL): 13, (TOTAL, TOTAL): 25}
    assert (made.rows, made.columns, made.suppressed) == (("a", "b"), (), 0)


@pytest.mark.parametrize(("k", "threshold"), [(3, 5), (5, 5), (20, 20)])
def test_a_higher_k_hides_more_numbers(k: int, threshold: int) -> None:
    assert threshold_for(k) == threshold
    people = {f"{sex}{n}": sex for sex, size in (("f", 6), ("m", 20)) for n in range(size)}
    made = count_list(people.items(), threshold_for(k))
    shown = (None, None) if k > 6 else (6, 20)
    assert (made.cells["f", TOTAL], made.cells["m", TOTAL]) == shown
    sizes = product("fm", "xy", range(20))
    three = ((f"{row}{of}{n}", row, of) for row, of, n in sizes if row == "m" or n < 6)
    assert count_table(three, threshold_for(k)).cells["f", "x"] == shown[0]
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
    twice = count_table([("u1", "a", "x"), ("u1", "b", "x")])
    assert twice.rows == ("a",)


def test_an_empty_table_says_nothing() -> None:
    assert listed({}).cells == {(TOTAL, TOTAL): None}
    assert table({}).cells == {(TOTAL, TOTAL): None}


def test_a_block_is_hidden_where_one_cell_would_be_given_back() -> None:
    made = table(
        {
            ("a", "x"): 12,
            ("a", "y"): 17,
            ("b", "x"): 18,
            ("b", "y"): 2,
            ("c", "x"): 20,
            ("c", "y"): 30,
        }
    )
    hidden = {name for name, value in made.cells.items() if value is None}
    assert hidden >= {("b", "x"), ("b", "y")}
    assert len({row for row, column in hidden if column == "y"}) > 1
    assert made.cells[TOTAL, TOTAL] == 99


Pair = tuple[int, int]


def possible_rows(made: CountTable, row: str, most: int) -> list[Pair]:
    """Return every pair of cells that agrees with what is published of one row."""
    first, second = (made.cells[row, column] for column in "xy")
    total = made.cells[row, TOTAL]
    lefts = range(most + 1) if first is None else [first]
    pairs = []
    for left in lefts:
        rights = range(most + 1) if second is None else [second]
        if total is not None:
            rights = [right for right in [total - left] if right in rights]
        pairs += [(left, right) for right in rights]
    return pairs


def possible_values(made: CountTable, most: int) -> dict[tuple[str, str], set[int]]:
    """Try every table that agrees with what is published: what somebody with patience learns."""
    seen: dict[tuple[str, str], set[int]] = {name: set() for name in made.cells}
    for (ax, ay), (bx, by) in product(*(possible_rows(made, row, most) for row in "ab")):
        everything = {
            ("a", "x"): ax,
            ("a", "y"): ay,
            ("b", "x"): bx,
            ("b", "y"): by,
            ("a", TOTAL): ax + ay,
            ("b", TOTAL): bx + by,
            (TOTAL, "x"): ax + bx,
            (TOTAL, "y"): ay + by,
            (TOTAL, TOTAL): ax + ay + bx + by,
        }
        if all(value in {None, everything[name]} for name, value in made.cells.items()):
            for name, value in everything.items():
                seen[name].add(value)
    return seen


@settings(max_examples=30)
@given(st.lists(st.sampled_from([1, 3, 5, 6, 9]), min_size=4, max_size=4))
def test_somebody_who_tries_every_table_cannot_tell_a_hidden_number(numbers: list[int]) -> None:
    made = table(dict(zip(product("ab", "xy"), numbers, strict=True)))
    most = sum(numbers) if made.cells[TOTAL, TOTAL] is not None else THRESHOLD
    seen = possible_values(made, most)
    hidden = [name for name, value in made.cells.items() if value is None]
    assert all(len(seen[name]) >= THRESHOLD for name in hidden)


@given(st.lists(st.integers(0, 40), min_size=12, max_size=12))
def test_no_published_number_is_small_or_leaves_few_others(numbers: list[int]) -> None:
    cells = dict(zip(product("abcd", "xyz"), numbers, strict=True))
    made = table(cells)
    truth = {
        TOTAL: sum(numbers),
        **{row: sum(n for (r, _), n in cells.items() if r == row) for row in "abcd"},
    }
    for (row, column), value in made.cells.items():
        if value is None:
            continue
        assert value >= THRESHOLD
        if TOTAL not in {row, column}:
            assert value == cells[row, column]
            assert truth[row] - value >= THRESHOLD


def test_choices_of_several_are_hidden_when_few_or_nearly_all_chose_them() -> None:
    chosen = {
        f"u{n}": ["often", *(["rare"] if n < 3 else []), *(["half"] if n < 10 else [])]
        for n in range(20)
    }
    chosen["u20"] = ["half", "half"]
    assert multiple_choice_counts(chosen) == {"half": 11, "often": None, "rare": None}
