from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.edtf import Edtf, Precision, parse

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
MARKS = st.sampled_from(["", "?", "~", "%"])


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2021-07-14", date(2021, 7, 14), date(2021, 7, 14), Precision.DAY),
        ("2021-07", date(2021, 7, 1), date(2021, 7, 31), Precision.MONTH),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), Precision.MONTH),
        ("2021", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2021-07~", date(2021, 7, 1), date(2021, 7, 31), Precision.MONTH),
        ("2021?", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2020-08/2020-11", date(2020, 8, 1), date(2020, 11, 30), Precision.INTERVAL),
        ("2020-08-11/2020-08-14", date(2020, 8, 11), date(2020, 8, 14), Precision.INTERVAL),
        ("2020-08/..", date(2020, 8, 1), None, Precision.INTERVAL),
        ("2020-08/", date(2020, 8, 1), None, Precision.INTERVAL),
        ("../2020", None, date(2020, 12, 31), Precision.INTERVAL),
        ("/2020", None, date(2020, 12, 31), Precision.INTERVAL),
        ("2021-21", date(2021, 3, 1), date(2021, 5, 31), Precision.SEASON),
        ("2021-22", date(2021, 6, 1), date(2021, 8, 31), Precision.SEASON),
        ("2021-23", date(2021, 9, 1), date(2021, 11, 30), Precision.SEASON),
        ("2021-24", date(2021, 1, 1), date(2022, 2, 28), Precision.SEASON),
        ("2999-24", date(2999, 1, 1), date(3000, 2, 28), Precision.SEASON),
        ("2021-XX", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2021-XX-XX", date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR),
        ("2021-07-XX", date(2021, 7, 1), date(2021, 7, 31), Precision.MONTH),
        ("198X", date(1980, 1, 1), date(1989, 12, 31), Precision.DECADE),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), Precision.CENTURY),
    ],
)
def test_a_date_covers_the_days_that_are_possible(
    text: str, earliest: date | None, latest: date | None, precision: Precision
) -> None:
    found = parse(text)
    assert (found.earliest, found.latest, found.precision) == (earliest, latest, precision)
    assert found.text == text


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2021-07", False, False),
        ("2021-07~", True, False),
        ("2021-07?", False, True),
        ("2021-07%", True, True),
        ("2020~/2021", True, False),
        ("2020/2021?", False, True),
        ("../2021~", True, False),
    ],
)
def test_about_and_perhaps_are_kept_apart(text: str, *, approximate: bool, uncertain: bool) -> None:
    found = parse(text)
    assert (found.approximate, found.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("text", "quarter", "year"),
    [
        ("2021-07-14", "2021-Q3", "2021"),
        ("2021-07~", "2021-Q3", "2021"),
        ("2020-08-11/2020-08-14", "2020-Q3", "2020"),
        ("2020-08/2020-09", "2020-Q3", "2020"),
        ("2020-08/2020-11", None, "2020"),
        ("2021-21", None, "2021"),
        ("2021", None, "2021"),
        ("2020-12/2021-01", None, None),
        ("2020-08/..", None, None),
        ("../2020", None, None),
        ("2021-01", "2021-Q1", "2021"),
        ("2021-03-31", "2021-Q1", "2021"),
        ("2021-04-01", "2021-Q2", "2021"),
        ("2021-12-31", "2021-Q4", "2021"),
        ("1066-10", "1066-Q4", "1066"),
    ],
)
def test_a_coarser_date_is_given_only_when_no_other_is_possible(
    text: str, quarter: str | None, year: str | None
) -> None:
    found = parse(text)
    assert (found.to_quarter(), found.to_year()) == (quarter, year)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("2" * 65, "too long"),
        ("14.07.2021", "write a date as"),
        ("2021-7-14", "write a date as"),
        ("2021-07-14T10:00", "write a date as"),
        ("2021~~", "write a date as"),
        ("٢٠٢١", "write a date as"),
        ("2021-07-14\n2021", "write a date as"),
        ("..", "write a date as"),
        ("-2021", "write a date as"),
        ("Y12021", "write a date as"),
        ("2021-13", "from 01 to 12"),
        ("2021-00", "from 01 to 12"),
        ("2021-25", "from 01 to 12"),
        ("2021-02-29", "no such day"),
        ("2021-02-00", "no such day"),
        ("2021-21-01", "season has no days"),
        ("2021-24-XX", "season has no days"),
        ("2021-XX-05", "needs its month"),
        ("202X-05", "needs its year"),
        ("0999", "between 1000 and 2999"),
        ("3000", "between 1000 and 2999"),
        ("09XX", "between 1000 and 2999"),
        ("../..", "needs a start or an end"),
        ("/", "needs a start or an end"),
        ("2020/2021/2022", "one slash"),
        ("2020-11/2020-08", "end lies before the start"),
    ],
)
def test_what_is_no_date_is_refused_in_plain_words_without_repeating_it(
    text: str, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        parse(text)
    assert len(text.strip()) < 3 or text.strip() not in str(caught.value)


@given(DAYS, MARKS)
def test_every_day_reads_back_as_itself(day: date, mark: str) -> None:
    found = parse(f" {day.isoformat()}{mark} ")
    assert found == Edtf(
        day.isoformat() + mark, day, day, Precision.DAY, mark in {"~", "%"}, mark in {"?", "%"}
    )
    assert parse(found.text) == found


@given(DAYS)
def test_a_coarser_writing_of_a_day_covers_that_day(day: date) -> None:
    decade = f"{day.year // 10:03}X"
    for text in (f"{day:%Y}".zfill(4), f"{day.year:04}-{day.month:02}", decade):
        found = parse(text)
        assert found.earliest is not None
        assert found.latest is not None
        assert found.earliest <= day <= found.latest


@given(DAYS, DAYS)
def test_an_interval_is_in_order_or_refused(first: date, last: date) -> None:
    text = f"{first.isoformat()}/{last.isoformat()}"
    if first > last:
        with pytest.raises(ValueError, match="end lies before"):
            parse(text)
        return
    found = parse(text)
    assert (found.earliest, found.latest) == (first, last)


@given(st.text(alphabet="0123456789-/.X?~%  ", max_size=30) | st.text(max_size=80))
def test_any_text_is_read_or_refused_and_what_is_read_is_in_order(text: str) -> None:
    try:
        found = parse(text)
    except ValueError:
        return
    assert found.earliest is not None or found.latest is not None
    if found.earliest is not None and found.latest is not None:
        assert found.earliest <= found.latest
    assert parse(found.text) == found
    year = found.to_year()
    if year is not None:
        assert parse(year).precision is Precision.YEAR
