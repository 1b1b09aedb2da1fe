"""The check for invisible characters finds each kind of them and lets writing systems be."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.controls import unseen

SOMEWHERE = Path("src/intake/errors.py")


@pytest.mark.parametrize(
    "character",
    [
        "\u202e",  # right-to-left override
        "\u2066",  # isolate
        "\u200f",  # right-to-left mark
        "\u200b",  # zero-width space
        "\u200d",  # zero-width joiner
        "\u00ad",  # soft hyphen
        "\ufeff",  # byte order mark
        "\u2028",  # line separator
        "\x1b",
        "\x00",
        "\r",
        "\ue000",  # private use
    ],
)
def test_an_invisible_character_is_named_with_its_line(character: str) -> None:
    (finding,) = unseen(SOMEWHERE, f"first\nse{character}cond\n")
    assert finding.startswith(f":2: invisible character U+{ord(character):04X}")


def test_text_of_any_language_passes() -> None:
    text = "Ёлка\tŁódź\nمُحَمَّد საქართველო 🙂 e\u0301\n"
    assert list(unseen(SOMEWHERE, text)) == []


def test_an_escape_passes() -> None:
    assert list(unseen(SOMEWHERE, r'mark = "\u202e"')) == []
