"""A missed conversion shifts every later mark and leaks a name: so both ways, for any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from intake.gui.offsets import Utf16Map

TEXTS = st.text("aё\U0001f600\U00010348م", max_size=30)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_units_agree_with_the_encoding(text: str) -> None:
    mapped = Utf16Map(text)
    for point in range(len(text) + 1):
        assert mapped.to_units(point) == _units(text[:point])


@given(TEXTS)
def test_there_and_back(text: str) -> None:
    mapped = Utf16Map(text)
    for point in range(len(text) + 1):
        assert mapped.to_points(mapped.to_units(point)) == point


@given(TEXTS)
def test_a_position_inside_a_pair_belongs_to_its_character(text: str) -> None:
    mapped = Utf16Map(text)
    for point, char in enumerate(text):
        if ord(char) > 0xFFFF:
            assert mapped.to_points(mapped.to_units(point) + 1) == point
