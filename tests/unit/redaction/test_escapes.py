"""What an escape of HTML or JSON stands for is read, and where it stood is known."""

from __future__ import annotations

import pytest

from intake.redaction.escapes import escapes_in, unescaped


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("&#75;ubik", [(0, 5, "K")]),
        ("a &amp;#x4b;ubi&#107", [(2, 12, "K"), (15, 20, "k")]),
        (r"\u041aубик &eacute;", [(0, 6, "К"), (11, 19, "é")]),
        ("A & B; &bogus; &", []),
    ],
)
def test_each_escape_has_its_place(text: str, found: list[tuple[int, int, str]]) -> None:
    assert list(escapes_in(text)) == found


def test_escapes_of_escapes_are_resolved() -> None:
    assert unescaped(r"&amp;#75;\u0026#75;") == "KK"
