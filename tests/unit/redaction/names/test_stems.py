"""Words with another ending are found without comparing each with each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from intake.redaction.names.index import long_stems, same_stem

WORDS = st.text("ab", min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_words_share_a_beginning_when_only_an_ending_differs(one: str, other: str) -> None:
    is_shared = not set(long_stems(one)).isdisjoint(long_stems(other))
    assert is_shared == same_stem(one, other)
