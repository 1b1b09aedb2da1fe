"""What stands around a stem is taken off in every language, and never more than that."""

from __future__ import annotations

import pytest

from intake.redaction.names.endings import diminutive_stems_of, oblique_stems_of, stems_of


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("гусятнікамі", "гусятнікамі"),
        ("гусятником", "гусятник"),
        ("гусятникові", "гусятник"),
        ("яном", "ян"),
        ("ζουμπρος", "ζουμπρ"),
        ("żabczykowi", "żabczyk"),
        ("goosey's", "goosey"),
        ("შპაკიძეს", "შპაკიძე"),
        ("والحمر", "حمر"),
        ("להמר", "המר"),
    ],
)
def test_a_stem_is_among_what_is_left(word: str, stem: str) -> None:
    found = stems_of(word)
    assert found[0] == word
    assert stem in found


@pytest.mark.parametrize("word", ["ам", "дом", "is", "hair", "gus", "لال"])
def test_nothing_is_taken_off_a_short_word(word: str) -> None:
    assert stems_of(word) == (word,)


@pytest.mark.parametrize(
    ("word", "stem"),
    [("зоркой", "зор"), ("зорюхе", "зор"), ("zoreczka", "zor"), ("зорык", "зор")],
)
def test_a_suffix_of_fondness_is_taken_off(word: str, stem: str) -> None:
    assert stem in diminutive_stems_of(word)


def test_a_word_without_one_has_no_fond_stem() -> None:
    assert diminutive_stems_of("зор") == ()


@pytest.mark.parametrize(
    ("name", "stems"),
    [
        ("швец", ["шевц"]),
        ("шклень", ["шкелн"]),
        ("кінь", ["кон", "кен"]),
        ("лев", []),
        ("зорка", []),
    ],
)
def test_the_last_vowel_of_a_name_moves_or_turns(name: str, stems: list[str]) -> None:
    assert list(oblique_stems_of(name)) == stems
