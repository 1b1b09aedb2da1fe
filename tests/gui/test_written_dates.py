"""Dates as people write them are understood, and what could mean two days is not."""

from __future__ import annotations

import pytest

from intake.domain.edtf import parse
from intake.gui.questions.written_dates import to_edtf


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12.08.2020", "2020-08-12"),
        ("1.8.2020", "2020-08-01"),
        ("13/08/2020", "2020-08-13"),
        ("13-08-2020", "2020-08-13"),
        ("2020.08.12", "2020-08-12"),
        ("08.2020", "2020-08"),
        ("8/2020", "2020-08"),
        ("12.08.2020~", "2020-08-12~"),
        ("12.08.2020/14.08.2020", "2020-08-12/2020-08-14"),
        ("08.2020 / ..", "2020-08/.."),
        ("August 2020", "2020-08"),
        ("12 August 2020", "2020-08-12"),
        ("August 12, 2020", "2020-08-12"),
        ("12 августа 2020 г.", "2020-08-12"),
        ("август 2020", "2020-08"),
        ("12 жніўня 2020", "2020-08-12"),
        ("Жнівень 2020", "2020-08"),
        ("12 серпня 2020 року", "2020-08-12"),
        ("12 sierpnia 2020", "2020-08-12"),
        ("summer 2021", "2021-22"),
        ("summer of 2021~", "2021-22~"),
        ("летам 2021 года", "2021-22"),
        ("осень 2020", "2020-23"),
        ("восени 2020", "2020-23"),
        ("Zima 2020", "2020-24"),
    ],
)
def test_a_date_is_understood_as_it_is_written(written: str, meant: str) -> None:
    assert to_edtf(written) == meant
    parse(meant)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "2021-07-14",
        "2020-08/2020-11",
        "../2020",
        "12/08/2020",  # the 12th of August, or the 8th of December
        "12-08-2020",
        "last summer",
        "12 summer 2021",
        "1 2 August 2020",
        "August",
        "August 2020 2021",
        "12.08.20",
        "8.12.2020 or so",
        "~",
    ],
)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert to_edtf(text) == text
