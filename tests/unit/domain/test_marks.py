"""Marks cover something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.domain.marks import Decision, Mark, MarkKind, Paraphrase, new_mark


def test_an_empty_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        new_mark(3, 3, MarkKind.PLACE)


def test_a_new_mark_is_undecided_and_has_a_name_of_its_own() -> None:
    first, second = new_mark(0, 3, MarkKind.PLACE), new_mark(0, 3, MarkKind.PLACE)
    assert first.decision is Decision.PENDING
    assert first.id != second.id


def hidden(start: int, end: int) -> Mark:
    return replace(new_mark(start, end, MarkKind.PERSON), decision=Decision.MASK)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("  \n", ()),
        ("short", (hidden(2, 6),)),
        ("short", (replace(hidden(0, 2), decision=Decision.KEEP),)),
        ("short", (replace(hidden(0, 2), decision=Decision.PENDING),)),
        ("short", (replace(hidden(0, 2), paraphrase=Paraphrase("inside")),)),
    ],
)
def test_nothing_in_a_paraphrase_is_open_or_out_of_place(
    text: str, marks: tuple[Mark, ...]
) -> None:
    with pytest.raises(ValueError, match="paraphrase"):
        Paraphrase(text, marks)
