"""The pairs of initials that a recorded name makes, however many words it has."""

from __future__ import annotations

from intake.redaction.names.initials import Initials, _pairs_of
from intake.redaction.source_text import SourceText


def test_a_pair_is_of_two_words_even_where_both_begin_alike() -> None:
    assert _pairs_of("ab") == {("a", "b"), ("b", "a")}
    assert _pairs_of("aab") == {("a", "a"), ("a", "b"), ("b", "a")}


def test_a_name_of_a_thousand_words_has_the_pairs_of_its_letters() -> None:
    assert _pairs_of("aab" * 1_000) == _pairs_of("aabb")


def test_the_initials_of_a_long_name_are_found() -> None:
    initials = Initials(is_wide=True)
    initials.add(0, [*("гусак" for _ in range(500)), "дрозд"])
    text = "Там был Д.Г. вчера."
    assert [text[m.start : m.end] for m in initials.find(SourceText(text, "ru"))] == ["Д.Г"]
