"""Drawn charts: as long as the numbers say, silent on hidden ones, never without a table."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from intake.export.layout import BundleFile
from intake.export.writers.charts import Bar, add_chart
from intake.export.writers.html import Page, is_ours
from intake.export.writers.words import Words


def page_of(*bars: Bar, language: str = "en") -> BundleFile:
    page = Page("Title", "Lead", language)
    add_chart(page, Words(language), bars)
    made = page.finish("report.html")
    assert is_ours(made.content)
    return made


def drawn(page: BundleFile) -> ET.Element:
    text = page.content.decode()
    return ET.fromstring(text[text.index("<svg") : text.index("</svg>") + len("</svg>")])


def rects(page: BundleFile) -> list[dict[str, str]]:
    return [dict(each.attrib) for each in drawn(page).iter("rect")]


def texts(page: BundleFile) -> list[str]:
    return [each.text or "" for each in drawn(page).iter("text")]


def table(page: BundleFile) -> list[tuple[str, str]]:
    text = page.content.decode()
    body = ET.fromstring(text[text.index("<table>") : text.index("</table>") + len("</table>")])
    return [(row[0].text or "", row[1].text or "") for row in body.iter("tr")][1:]


def test_bars_are_as_long_as_their_numbers_and_the_table_says_the_same() -> None:
    page = page_of(Bar("Lawyers", 20), Bar("Students", 5), Bar("Artists", 10))
    assert [int(each["width"]) for each in rects(page)] == [320, 80, 160]
    assert table(page) == [("Lawyers", "20"), ("Students", "5"), ("Artists", "10")]
    assert texts(page) == ["Lawyers", "20", "Students", "5", "Artists", "10"]


@pytest.mark.parametrize("labels", [("Lawyers", "Students", "Artists"), ("2020", "2021", "2022")])
def test_a_hidden_number_is_an_outline_of_one_size_and_a_word(labels: tuple[str, ...]) -> None:
    alone = page_of(*(Bar(label, None) for label in labels))
    beside = page_of(Bar(labels[0], 900), Bar(labels[1], None), Bar(labels[2], None))
    sizes = {
        (each["width"], each["height"])
        for page in (alone, beside)
        for each in rects(page)
        if each.get("class") == "hidden"
    }
    assert len(sizes) == 1
    assert table(beside)[1:] == [(labels[1], "hidden"), (labels[2], "hidden")]
    assert not any(text.isdecimal() and len(text) < 4 for text in texts(alone))


def test_years_and_quarters_stand_along_the_time_with_gaps_where_nobody_is() -> None:
    page = page_of(Bar("2020-Q3", 10), Bar("2021-Q2", 20))
    left, right = (int(each["x"]) for each in rects(page)[:2])
    assert right - left == 3 * (320 // 4)
    assert [int(each["height"]) for each in rects(page)[:2]] == [55, 110]
    assert {"2020-Q3", "2021-Q2"} <= set(texts(page))


def test_many_quarters_are_named_by_their_years() -> None:
    page = page_of(Bar("2018-Q1", 5), Bar("2022-Q4", 6))
    names = [text for text in texts(page) if len(text) >= 4]
    assert names == ["2018", "2019", "2020", "2021", "2022"]
    assert all(0 <= int(each.attrib["x"]) <= 320 for each in drawn(page).iter("text"))


def test_many_years_are_named_as_far_as_there_is_room() -> None:
    page = page_of(Bar("2000", 5), Bar("2022", 6))
    assert [text for text in texts(page) if len(text) >= 4] == [
        "2000",
        "2005",
        "2010",
        "2015",
        "2020",
    ]


def test_the_first_quarter_is_named_where_it_has_room() -> None:
    page = page_of(Bar("2020-Q2", 5), Bar("2023-Q1", 6))
    assert [text for text in texts(page) if len(text) >= 4] == ["2020-Q2", "2021", "2022", "2023"]
    close = page_of(Bar("2020-Q4", 5), Bar("2023-Q4", 6))
    assert [text for text in texts(close) if len(text) >= 4] == ["2021", "2022", "2023"]


@pytest.mark.parametrize("labels", [("2020", "2020-Q3"), ("2020", "several"), ("1900", "2022")])
def test_what_is_no_even_row_of_periods_stands_in_bars(labels: tuple[str, str]) -> None:
    assert [int(each["x"]) for each in rects(page_of(*(Bar(label, 5) for label in labels)))] == [
        0,
        0,
    ]


def test_a_long_label_is_short_in_the_drawing_and_whole_in_the_table() -> None:
    label = "A very long answer that has no room " * 3
    page = page_of(Bar(label, 7))
    assert table(page) == [(label, "7")]
    assert texts(page)[0].endswith("\u2026")
    assert len(texts(page)[0]) == 38


def test_words_of_a_case_are_left_for_the_leak_gate_in_both() -> None:
    page = page_of(Bar("Ours", 7), Bar("Pestrak", 8, ours=False))
    others = bytearray(page.content)
    for start, end in page.ours:
        others[start:end] = bytes(end - start)
    assert bytes(others).replace(b"\0", b"") == b"PestrakPestrak"


def test_markup_in_a_label_is_text() -> None:
    page = page_of(Bar("<script>1</script>", 7))
    assert b"<script>" not in page.content


def test_a_chart_of_nobody_is_empty() -> None:
    assert rects(page_of()) == []


def test_the_drawing_is_hidden_from_screen_readers_and_speaks_the_language_of_the_page() -> None:
    page = page_of(Bar("2020", None), language="be")
    assert drawn(page).get("aria-hidden") == "true"
    assert "\u0441\u0445\u0430\u0432\u0430\u043d\u0430" in page.content.decode()
    assert page.content.startswith(b'<!DOCTYPE html>\n<html lang="be">')
