"""Marks survive edits of the statement without ever uncovering what they covered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.marks import Decision, Mark, MarkKind, carry_marks, new_mark


def _masked(start: int, end: int) -> Mark:
    return replace(new_mark(start, end, MarkKind.PERSON), decision=Decision.MASK)


def test_an_empty_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        new_mark(3, 3, MarkKind.PLACE)


def test_nothing_changes_when_the_text_is_the_same() -> None:
    marks = (_masked(0, 2),)
    assert carry_marks(marks, "ab", "ab") is marks


def test_a_mark_moves_with_its_text() -> None:
    (carried,) = carry_marks((_masked(4, 7),), "saw Zyt there", "I saw Zyt there")
    assert (carried.start, carried.end, carried.decision) == (6, 9, Decision.MASK)


def test_a_touched_mark_is_pending_again() -> None:
    (carried,) = carry_marks((_masked(4, 7),), "saw Zyt there", "saw Zytka there")
    assert "saw Zytka there"[carried.start : carried.end].startswith("Zyt")


def test_a_change_inside_goes_back_to_pending() -> None:
    (carried,) = carry_marks((_masked(4, 9),), "saw Zytka there", "saw Zytbka there")
    assert "saw Zytbka there"[carried.start : carried.end] == "Zytbka"
    assert carried.decision is Decision.PENDING


def test_a_cut_mark_shrinks_to_what_is_left_and_is_pending() -> None:
    (carried,) = carry_marks((_masked(4, 9),), "saw Zytka there", "saw Zyt there")
    assert "saw Zyt there"[carried.start : carried.end] == "Zyt"
    assert carried.decision is Decision.PENDING


def test_a_mark_whose_text_is_gone_goes() -> None:
    assert carry_marks((_masked(4, 7),), "saw Zyt there", "") == ()


def test_several_edits_at_once() -> None:
    old, new = "Ala met Ola and Ula.", "Now Ala met with Ola, then Ula."
    marks = (_masked(0, 3), _masked(8, 11), _masked(16, 19))
    assert [new[m.start : m.end] for m in carry_marks(marks, old, new)] == ["Ala", "Ola", "Ula"]


def test_a_huge_rewrite_keeps_what_stands_at_the_edges() -> None:
    old = "Ala " + "x" * 30_000 + " Ola"
    new = "Ala " + "y" * 30_000 + " Ola"
    marks = (_masked(0, 3), _masked(100, 200), _masked(30_005, 30_008))
    carried = carry_marks(marks, old, new)
    assert [new[m.start : m.end] for m in carried] == ["Ala", "Ola"]


@given(
    st.text("abcxyz ", min_size=1, max_size=30),
    st.text("abcxyz ", max_size=30),
    st.data(),
)
def test_carried_marks_lie_inside_the_text_and_decided_ones_cover_the_same(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    for mark in carry_marks((_masked(start, end),), old, new):
        assert 0 <= mark.start < mark.end <= len(new)
        if mark.decision is Decision.MASK:
            assert new[mark.start : mark.end] == old[start:end]


@given(st.text("abc ", min_size=2, max_size=30), st.text("abc", min_size=1, max_size=5), st.data())
def test_an_insertion_inside_a_mark_stays_covered(
    old: str, typed: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 2))
    end = data.draw(st.integers(start + 2, len(old)))
    place = data.draw(st.integers(start + 1, end - 1))
    new = old[:place] + typed + old[place:]
    (carried,) = carry_marks((_masked(start, end),), old, new)
    assert carried.end - carried.start >= end - start
