"""Tables of counts attacked: everything that agrees with what is published is tried."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.disclosure.counts import THRESHOLD
from intake.export.counting import FieldCounts, count_answers

ANSWERS = tuple("abcd")


def published(numbers: Mapping[str, int]) -> dict[str, int]:
    people = {
        f"{answer}{n}": (answer,) for answer, number in numbers.items() for n in range(number)
    }
    return {value: n for value, n in count_answers("q", people).people if n is not None}


def still_possible(told: Mapping[str, int], people: int) -> dict[str, set[int]]:
    """Return what each answer may have been for somebody who knows how many answered, and what."""
    seen: dict[str, set[int]] = {answer: set() for answer in ANSWERS}
    ranges = [[told[each]] if each in told else range(people + 1) for each in ANSWERS]
    for numbers in product(*ranges):
        if sum(numbers) == people:
            for answer, number in zip(ANSWERS, numbers, strict=True):
                seen[answer].add(number)
    return seen


@given(st.lists(st.sampled_from([0, 1, 2, 4, 5, 6, 9, 14]), min_size=4, max_size=4))
def test_whoever_knows_how_many_answered_cannot_tell_a_hidden_number(numbers: list[int]) -> None:
    """The sum may be known from another list of the same bundle, in which nothing is hidden."""
    people = sum(numbers)
    told = published(dict(zip(ANSWERS, numbers, strict=True)))
    seen = still_possible(told, people)
    for answer, number in zip(ANSWERS, numbers, strict=True):
        if answer in told:
            assert told[answer] == number >= THRESHOLD
        elif number:  # where only zeros are missing, they follow from the sum
            assert len(seen[answer]) >= min(THRESHOLD, people + 1)
            assert 0 in seen[answer], "that somebody gave it is not known"


@given(st.lists(st.integers(0, 30), min_size=4, max_size=4), st.integers(0, 3), st.integers(1, 4))
def test_who_answered_rarely_and_who_not_at_all_are_told_alike(
    numbers: list[int], which: int, few: int
) -> None:
    """A list tells nothing of an answer that few gave by naming it."""
    rare = [few if n == which else number for n, number in enumerate(numbers)]
    assert ANSWERS[which] not in published(dict(zip(ANSWERS, rare, strict=True)))


@pytest.mark.parametrize("number", [1, 4, 12])
def test_what_everybody_answered_is_not_told(number: int) -> None:
    assert published({"a": number}) == {}


def test_of_several_choices_those_of_few_or_nearly_all_are_not_named() -> None:
    chosen = {
        f"u{n}": ("often", *(("rare",) if n < 3 else ()), *(("half",) if n < 9 else ()))
        for n in range(20)
    }
    assert count_answers("q", chosen) == FieldCounts("q", (("half", 9),))
