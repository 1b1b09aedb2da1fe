"""Settled text is the same for store, window and bundle."""

from __future__ import annotations

from unicodedata import bidirectional, category

from hypothesis import given
from hypothesis import strategies as st

from intake.domain.text import inert, settle


def test_line_ends_become_one_kind() -> None:
    assert settle("a\r\nb\rc\u2028d\u2029e\u0085f\ng") == "a\nb\nc\nd\ne\nf\ng"


def test_what_cannot_be_kept_is_shown_as_such() -> None:
    assert settle("a\x00b\ud800c\ufdd0d\ufffce") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_a_byte_order_mark_goes_only_at_the_start() -> None:
    assert settle("\ufeffa\ufeff") == "a\ufeff"


def test_what_would_be_obeyed_is_shown_as_such() -> None:
    assert (
        inert("a\x1bb\x9bc\x7fd\u202ee\u2069f\bg") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg"
    )
    assert (
        inert("tab\tand\r\nline, \u200d\u200f\u0301 stay")
        == "tab\tand\nline, \u200d\u200f\u0301 stay"
    )


@given(st.text(st.characters(), max_size=40))
def test_inert_text_has_no_control_characters_but_tab_and_line_feed(text: str) -> None:
    made = inert(text)
    assert inert(made.removeprefix("\ufeff")) == made.removeprefix("\ufeff")
    assert all(category(char) not in {"Cc", "Cs"} for char in made if char not in "\t\n")
    assert {bidirectional(char) for char in made}.isdisjoint(
        {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    )


def test_other_scripts_emoji_and_spaces_stay() -> None:
    text = "Ёлка \u00a0 \U0001f600 مُحَمَّد \u202bx\u202c"
    assert settle(text) == text


@given(st.text(st.characters(), max_size=40))
def test_settling_twice_changes_nothing_and_the_result_is_encodable(text: str) -> None:
    once = settle(text)
    once.encode("utf-8")
    if not once.startswith("\ufeff"):
        assert settle(once) == once
