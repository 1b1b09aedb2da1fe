"""Every detector: what it finds and leaves alone, and that work grows no faster than text."""

from __future__ import annotations

import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

import intake.redaction
from intake.domain.marks import MarkKind
from intake.redaction.detectors import DETECTORS
from intake.redaction.detectors.dates import dates_in
from intake.redaction.mended import mended
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion
from tests.unit.redaction.work import calls_for

VECTORS = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "vectors" / "redaction" / "detectors.jsonl")
    .read_text("utf-8")
    .splitlines()
]
# The most work that a text twice as long may make.
LINEAR = 2.3
# RE2 falls back to a slow machine when a program outgrows its memory.
LARGEST_PROGRAM = 10_000
NASTY = [
    *(
        "1234567890",
        "1 ",
        "1.",
        "1-",
        "1/",
        "+1 ",
        "(",
        "a",
        "a@",
        "a.b@c.",
        "a_",
        "a:",
        "A1",
        "http://",
    ),
    *(
        "5 May ",
        "May 5 ",
        "ул. Аб 5, ",
        "школа «А ",
        "А. ",
        "паспорт 1",
        "the only ",
        "two ",
        "AB12 ",
    ),
    *(
        "в Минске, ",
        "Новая ",
        "Ростов на ",
        "г. Аб ",
        "village of Ab ",
        "Abska region ",
        "gmina Ab ",
    ),
    *("telegram: ", "Mr A ", "Аовна ", "й\u0301", "\u200b", "Ab ", "слова разные "),
    *("plus five ", "семь тысяч ", "double ", "May twenty ", "5 и ", "5, ", "12 числа "),
    *("д. 5, ", "пр-т А ", "ул. а ", "Straße 5 ", "nick is in ", "номера а1 ", "lat 5.5, "),
    *("12.05 ", "4-га ", "на Спас ", "Абвг 4-1 ", "Абвг 5 m. 1 "),
    *("К-", "К ", "К.", "а-\n", "+1\n", "A#1", "1A", "II K 1/2", "00-000 А", "zwanzig"),
]


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(intake.redaction.__path__, "intake.redaction."):
        yield importlib.import_module(found.name)


def patterns(value: Any) -> Iterator[Any]:
    if isinstance(value, re2._Regexp):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from patterns(each)


@pytest.mark.parametrize(
    "vector", VECTORS, ids=lambda v: f"{v['detector']}-{v['language']}-{v['text'][:24]}"
)
def test_a_detector_finds_exactly_what_its_vector_says(vector: dict[str, Any]) -> None:
    detector, text = DETECTORS[vector["detector"]], vector["text"]
    found = {text[hit.start : hit.end] for hit in detector(SourceText(text, vector["language"]))}
    assert found == set(vector["found"])


@pytest.mark.parametrize("name", DETECTORS)
def test_every_detector_has_vectors_with_and_without_a_hit(name: str) -> None:
    found = [bool(vector["found"]) for vector in VECTORS if vector["detector"] == name]
    assert set(found) == {True, False}


@pytest.mark.parametrize("name", DETECTORS)
def test_a_detector_signs_its_suggestions_with_its_registered_name(name: str) -> None:
    texts = [v["text"] for v in VECTORS if v["detector"] == name and v["found"]]
    hits = [hit for text in texts for hit in DETECTORS[name](SourceText(text))]
    assert {hit.source for hit in hits} == {name}
    assert all(0 < hit.score <= 1 and isinstance(hit.kind, MarkKind) for hit in hits)


def test_no_module_scans_with_the_backtracking_engine() -> None:
    assert [module.__name__ for module in modules() if "re" in vars(module)] == []


def test_every_pattern_is_small_enough_for_the_fast_machine() -> None:
    found = [
        pattern for module in modules() for v in vars(module).values() for pattern in patterns(v)
    ]
    assert len(found) > 20
    assert [p.pattern[:40] for p in found if p.programsize > LARGEST_PROGRAM] == []


@pytest.mark.parametrize("unit", NASTY)
@pytest.mark.parametrize("name", DETECTORS)
def test_the_work_grows_no_faster_than_the_text(name: str, unit: str) -> None:
    def find(text: str) -> list[Suggestion]:
        return list(DETECTORS[name](SourceText(text, "ru")))

    calls_for(find, unit * 8)  # lists are read and cached once
    # What is remembered fills up somewhere: of two doublings one must be what it seems.
    assert any(_is_linear(find, unit, times) for times in (150, 600))


def test_work_that_grows_with_the_square_would_be_noticed() -> None:
    def find(text: str) -> list[int]:
        return [len(text[:at]) for at in range(len(text)) for _ in range(at)]

    assert not any(_is_linear(find, "a", times) for times in (150, 600))


def _is_linear(find: Callable[[str], object], unit: str, times: int) -> bool:
    short, long = (calls_for(find, unit * each) for each in (times, 2 * times))
    return long <= LINEAR * short + 50


@pytest.mark.parametrize("unit", NASTY)
def test_the_work_of_mending_grows_no_faster_than_the_text(unit: str) -> None:
    calls_for(mended, unit * 8)
    short, long = (calls_for(mended, unit * times) for times in (150, 300))
    assert long <= LINEAR * short + 50


@given(st.text(max_size=80), st.sampled_from(["", "en", "ru", "be", "uk", "pl"]))
def test_whatever_the_text_spans_lie_inside_it(text: str, language: str) -> None:
    source = SourceText(text, language)
    for detector in DETECTORS.values():
        for hit in detector(source):
            assert 0 <= hit.start < hit.end <= len(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 May 2021", (2021, 5, 3)),
        ("5/31/21", (2021, 5, 31)),
        ("31.12.68", (1968, 12, 31)),
        ("2021-12-09", (2021, 12, 9)),
        ("двадцать первого июня 1999", (1999, 6, 21)),
        ("тридцать первого мая", (None, 5, 31)),
        ("twentieth of May '84", (1984, 5, 20)),
        ("May 14, 2021", (2021, 5, 14)),
        ("12.05", (None, 5, 12)),
        ("11 числа", (None, None, 11)),
    ],
)
def test_a_date_is_read_to_its_value(text: str, value: tuple[int | None, int | None, int]) -> None:
    assert value in [(d.year, d.month, d.day) for d in dates_in(SourceText(text, "ru"))]


def test_a_long_list_of_numbers_is_taken_for_phones_without_asking_the_library() -> None:
    text = "; ".join(f"900 {number:03} 77" for number in range(400))
    found = list(DETECTORS["phone"](SourceText(text)))
    unasked = [hit for hit in found if hit.score == 0.7]
    assert len(unasked) == 200
    assert all(hit.start > text.index("900 199") for hit in unasked)


def test_a_lone_surrogate_hides_nothing_behind_it() -> None:
    text = "\ud800 write to made.up@example.org"
    (hit,) = DETECTORS["e-mail"](SourceText(text))
    assert text[hit.start : hit.end] == "made.up@example.org"


def test_a_number_without_the_word_for_it_is_no_postcode() -> None:
    text = "zip 22000 and later 33000 geese"
    hits = DETECTORS["address"](SourceText(text, "en"))
    assert [text[hit.start : hit.end] for hit in hits] == ["22000"]
