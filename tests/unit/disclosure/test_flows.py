"""What can be worked out: the exact range of a hidden number, compared with trying everything."""

from __future__ import annotations

from intake.disclosure.flows import Arc, Range, possible_range

START, END = ("start", ""), ("end", "")
WHOLE = Arc(END, START, ("total", "total"))


def arc(name: str) -> Arc:
    return Arc(START, END, (name, "total"))


def test_a_single_hidden_number_of_a_sum_is_known() -> None:
    values = {arc("a"): 7, arc("b"): 3, WHOLE: 10}
    assert possible_range(values, {arc("b")}, arc("b")) == Range(3, 3)


def test_two_hidden_numbers_share_what_is_left() -> None:
    values = {arc("a"): 7, arc("b"): 3, arc("c"): 9, WHOLE: 19}
    hidden = {arc("a"), arc("b")}
    assert possible_range(values, hidden, arc("b")) == Range(0, 10)
    assert possible_range(values, hidden, arc("a")) == Range(0, 10)


def test_without_the_sum_nothing_bounds_a_number() -> None:
    values = {arc("a"): 7, WHOLE: 7}
    assert possible_range(values, {arc("a"), WHOLE}, arc("a")) == Range(0, None)


def test_a_range_follows_through_rows_and_columns() -> None:
    row, column = ("row", "a"), ("column", "x")
    other_row, other_column = ("row", "b"), ("column", "y")
    cells = {
        Arc(row, column, ("a", "x")): 2,
        Arc(row, other_column, ("a", "y")): 8,
        Arc(other_row, column, ("b", "x")): 6,
        Arc(other_row, other_column, ("b", "y")): 1,
    }
    sums = {
        Arc(START, row, ("a", "total")): 10,
        Arc(START, other_row, ("b", "total")): 7,
        Arc(column, END, ("total", "x")): 8,
        Arc(other_column, END, ("total", "y")): 9,
        WHOLE: 17,
    }
    first = next(iter(cells))
    assert possible_range(cells | sums, set(cells), first) == Range(1, 8)
