"""Marks cover something."""

from __future__ import annotations

import pytest

from intake.domain.marks import Decision, MarkKind, new_mark


def test_an_empty_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        new_mark(3, 3, MarkKind.PLACE)


def test_a_new_mark_is_undecided_and_has_a_name_of_its_own() -> None:
    first, second = new_mark(0, 3, MarkKind.PLACE), new_mark(0, 3, MarkKind.PLACE)
    assert first.decision is Decision.PENDING
    assert first.id != second.id
