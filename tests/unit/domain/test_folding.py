"""Folding finds what a person means, and its offsets lead back to what was written."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain import folding
from intake.domain.folding import fold, fold_with_offsets


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Ёлка", "елка"),
        ("Łódź", "lodz"),
        ("ў", "у"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("محـــمد", "محمد"),
        ("Straße", "strasse"),
        ("ＡＢＣ", "abc"),
        ("İstanbul", "istanbul"),
    ],
)
def test_variants_fold_to_the_same(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@given(st.text("йїёўéüАй", max_size=10))
def test_composed_and_decomposed_writing_fold_to_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=50))
def test_offsets_point_into_the_text(text: str) -> None:
    folded = fold_with_offsets(text)
    assert len(folded.text) == len(folded.origins)
    assert all(0 <= origin < len(text) for origin in folded.origins)
    assert list(folded.origins) == sorted(folded.origins)
    assert folded.text == fold(text)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_long_text_folds_as_its_characters_do(text: str) -> None:
    assert fold(text + "." * 80) == fold(text) + "." * 80


def test_every_letter_folds_alike_in_short_and_long_texts() -> None:
    letters = [chr(point) for point in range(0x80, 0x2400)]
    assert fold(" ".join(letters)) == " ".join(map(fold, letters))


def test_a_full_cache_still_folds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folding, "_CACHE", {})
    monkeypatch.setattr(folding, "_CACHE_LIMIT", 0)
    assert fold("Ё") == "е"
