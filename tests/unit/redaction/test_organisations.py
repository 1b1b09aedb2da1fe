"""Bodies that are singled out are proposed; kinds of bodies, which single nobody out, are not."""

from __future__ import annotations

import pytest

from intake.redaction.detectors import organisations
from intake.redaction.source_text import SourceText


def found(text: str, language: str = "en") -> list[str]:
    return [text[hit.start : hit.end] for hit in organisations.find(SourceText(text, language))]


@pytest.mark.parametrize(
    "text",
    [
        "Then the Administrative Court wrote back.",
        "She asked the Public Library and the Military Hospital.",
    ],
)
def test_a_kind_of_body_singles_nobody_out(text: str) -> None:
    assert found(text) == []


def test_a_kind_of_body_belongs_to_the_name_before_it() -> None:
    assert found("Then the Gooseham Administrative Court wrote.") == [
        "Gooseham Administrative Court"
    ]
