"""Words of a text: where they are, what they fold to, and what the text tells about capitals."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intake.redaction.source_text import SourceText, Token, scannable, word_key, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zorka's geese", ["zorkas", "geese"]),
        ("'quoted' words’", ["quoted", "words"]),
        ("Ку\u00adля\u200bба", ["куляба"]),
        ("й и\u0306", [word_key("й")] * 2),
        ("double-name_x", ["double", "name", "x"]),
        ("  \u0301a ", ["a"]),
        ("’ ' \u200b", []),
        ("Мар'яна", ["маряна"]),
        ("Łódź 12а", ["lodz", "12а"]),
    ],
)
def test_words_are_folded_without_what_hides_them(text: str, words: list[str]) -> None:
    assert list(words_of(text)) == words


def test_tokens_know_their_place_and_their_capital() -> None:
    source = SourceText("Гуси, geese и ǅ")
    assert [source.text[t.start : t.end] for t in source.tokens] == ["Гуси", "geese", "и", "ǅ"]
    assert [t.is_capital for t in source.tokens] == [True, False, False, True]


@given(st.text(max_size=60))
@example("5 \u0640 and")  # signs that stand alone and fold to nothing
@example("\uff9e\ufe7f\ufcf2")
def test_tokens_are_in_order_apart_and_not_empty(text: str) -> None:
    source = SourceText(text)
    reached = 0
    for token in source.tokens:
        assert reached <= token.start < token.end <= len(text)
        assert token.key == word_key(source.text[token.start : token.end]) != ""
        reached = token.end


def test_a_lone_surrogate_is_replaced_by_one_character() -> None:
    assert scannable("a\udfffb") == "a\ufffdb"
    assert scannable("гусь") == "гусь"


def test_where_lists_all_words_that_pass_in_order() -> None:
    source = SourceText("goose and Goose and swan")
    assert source.where(lambda key: key == "goose") == [0, 2]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Geese fly. They land", {"Geese", "They"}),
        ("He said: «Geese fly»", {"He", "Geese"}),
        ("in Geese - Swans", {"in"}),
        ("a\n– Swans", {"a", "Swans"}),
        ('then "Geese" came', {"then", "Geese"}),
    ],
)
def test_a_sentence_starts_after_a_point_a_break_or_a_quote(text: str, starts: set[str]) -> None:
    source = SourceText(text)
    found = {text[t.start : t.end] for t in source.tokens if source.starts_sentence(t)}
    assert found == starts


def test_a_text_ignores_case_when_most_sentences_start_small() -> None:
    assert SourceText("they came. we ran. Then nothing").ignores_case
    assert not SourceText("They came. We ran. then nothing").ignores_case
    assert not SourceText("12. 13.").ignores_case


@given(st.text(alphabet="aB .!'’\n\u200b«", max_size=30))
def test_capitals_are_judged_by_every_word_that_starts_a_sentence(text: str) -> None:
    source = SourceText(text)
    # Behind a letter or two a point says that they are short for something.
    short = {r.start for left, r in pairwise(source.tokens) if _is_short(text, left)}
    starts = [
        t
        for t in source.tokens
        if text[t.start].isalpha() and source.starts_sentence(t) and t.start not in short
    ]
    small = sum(not token.is_capital for token in starts)
    assert source.ignores_case == (bool(starts) and small > len(starts) / 2)


def _is_short(text: str, token: Token) -> bool:
    return len(token.key) <= 2 and text[token.end : token.end + 1] == "."


def test_words_of_addresses_and_handles_do_not_count_as_small_words() -> None:
    source = SourceText("Goose, goose.farm@example.org, a/gander, @swan, drake_1 and duck.")
    assert source.lower_keys == {"and", "duck"}


def test_the_language_is_read_without_its_region() -> None:
    assert SourceText("", "be-Latn").language == "be"
