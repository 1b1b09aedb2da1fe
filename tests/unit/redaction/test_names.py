"""Names behind a cue and surnames by their endings are found; the small word between is not."""

from __future__ import annotations

import pytest

from intake.redaction.detectors import names
from intake.redaction.source_text import SourceText


def found(text: str, language: str, least: float = 0.5) -> set[str]:
    hits = names.find(SourceText(text, language))
    return {text[hit.start : hit.end] for hit in hits if hit.score >= least}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("nazywam się zorka gęś. mam dom. i tyle.", "pl", "zorka gęś"),
        ("его фамилия Гусь, кажется.", "ru", "Гусь"),
        ("яго мянушка «Гусь» была ўсім вядомая", "be", ""),
        ("they called her Goosey then.", "en", "Goosey"),
        ("آقای غازی آمد", "fa", "غازی آمد"),
        ("رأيت السيد وزة", "ar", "وزة"),
        ("Гусевская молчала.", "ru", "Гусевская"),
        ("Gusowskiej grożono.", "pl", "Gusowskiej"),
        ("потом пришёл гусенко. он молчал. мы тоже.", "ru", "гусенко"),
        ("Сергеич помог.", "ru", "Сергеич"),
    ],
)
def test_a_name_is_found_by_its_cue_or_ending(text: str, language: str, name: str) -> None:
    assert name in found(text, language) | {""}


def test_a_surname_in_small_letters_goes_to_the_strict_profile() -> None:
    text = "Потом пришёл гусенко из соседней камеры."
    assert found(text, "ru") == set()
    assert found(text, "ru", 0.2) == {"гусенко"}


def test_an_opening_word_that_is_written_small_elsewhere_is_less_certain() -> None:
    text = "Гусевская стена упала, гусевская стена!"
    assert found(text, "ru") == set()


def test_nothing_is_proposed_where_a_text_ends_behind_a_cue() -> None:
    assert found("его фамилия", "ru", 0.0) == set()
    assert found("они назвали фамилию. Потом ушли.", "ru", 0.0) == set()
