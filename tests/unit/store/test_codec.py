"""What goes into a column comes out again, whatever it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.answers import Answer, Missing
from intake.store.codec import (
    from_answer_columns,
    from_blob,
    from_json,
    from_optional_time,
    from_time,
    to_answer_columns,
    to_blob,
    to_json,
    to_optional_time,
    to_time,
)

# Any code point at all: NUL, lone surrogates, private and unassigned ones.
ANY_TEXT = st.text(st.characters(), max_size=50)
VALUES = st.one_of(
    ANY_TEXT,
    st.integers(min_value=-(2**70), max_value=2**70),
    st.floats(allow_nan=False),
    st.lists(ANY_TEXT, max_size=4).map(tuple),
)


@given(ANY_TEXT)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    assert from_blob(to_blob(text)) == text


@given(VALUES)
def test_any_value_of_an_answer_comes_back_as_it_was(value: str | float | tuple[str, ...]) -> None:
    columns = to_answer_columns(Answer(value))
    back = from_answer_columns(columns["value"], columns["missing"])
    assert back == Answer(value)
    assert type(back.value) is type(value)


@pytest.mark.parametrize("missing", Missing)
def test_the_four_missing_answers_stay_four(missing: Missing) -> None:
    columns = to_answer_columns(Answer(missing=missing))
    assert columns == {"value": None, "missing": missing.value}
    assert from_answer_columns(None, missing.value) == Answer(missing=missing)


def test_json_keeps_its_order_of_keys_so_that_equal_values_are_equal_bytes() -> None:
    assert to_json({"b": 1, "a": 2}) == to_json({"a": 2, "b": 1}) == b'{"a":2,"b":1}'
    assert from_json(b'{"a":2}') == {"a": 2}


def test_times_are_kept_to_the_microsecond_and_sort_as_text() -> None:
    early = datetime(2022, 5, 26, 9, 30, tzinfo=UTC)
    late = early + timedelta(microseconds=1)
    assert from_time(to_time(late)) == late
    assert to_time(early) < to_time(late)
    elsewhere = early.astimezone(timezone(timedelta(hours=4)))
    assert to_time(elsewhere) == to_time(early)


def test_no_time_stays_no_time() -> None:
    moment = datetime(2022, 5, 26, tzinfo=UTC)
    assert from_optional_time(to_optional_time(None)) is None
    assert from_optional_time(to_optional_time(moment)) == moment
