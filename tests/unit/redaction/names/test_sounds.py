"""Spellings of one name sound alike in every alphabet, and other words do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.redaction.names.sounds import VOWELS, skeleton, sounds_of

ALIKE = [
    "Гусятнік Гусятник Husiatnik Gusyatnik Husiatnyk",
    "Жабчык Жабчик Żabczyk Žabčyk Zhabchyk",
    "Чыжэвіч Чижевич Czyżewicz Čyževič Chyzhevich",
    "Шчупак Щупак Szczupak Ščupak Shchupak",
    "Бусяньковуў Busiańkovŭ",
    "Радзімонт Radzimont Радимонт",
    "Жук Żuk Žuk Zuk Zhuk",
    "Лучко Luczko Lučko Lucko Luchko",
    "შპაკიძე Shpakidze Шпакидзе",
    "Loutchenko Лутченко",
    "חמר Hamr",
    "Хамр حمر",
    "Зубрава Ζουμπράβα זובראבה زوبرافا",
    "Ξυντόβσκι Ксиндовски",
    "Ντόρκα Dorka",
    "פיבפר Fibpir",
]


@pytest.mark.parametrize("line", ALIKE)
def test_spellings_of_one_name_share_their_consonants(line: str) -> None:
    first, *others = line.split()
    mine = {sound.skeleton for sound in sounds_of(first)}
    for other in others:
        assert mine & {sound.skeleton for sound in sounds_of(other)}, other


@pytest.mark.parametrize(
    ("word", "cores"),
    [
        ("Natallia", {"natal"}),
        ("Наталья", {"natal"}),
        ("Chyż", {"ciz", "giz", "siz"}),
        ("Jaś", {"as", "zas"}),
        ("Верцінскі", {"vercinsk"}),
        ("Haŭryłaŭ", {"gavrilav"}),
        ("Gauryl", {"gavril"}),
        ("Guei", {"g"}),
        ("Öztürk", {"azturk"}),
        ("x", {"ks"}),
        ("123", set()),
        ("", set()),
        ("李", set()),
        ("ა", {""}),
        ("Łarkoff", {"larkav"}),
        ("Żabią", {"zab"}),
    ],
)
def test_a_word_is_read_in_all_the_ways_it_can_be(word: str, cores: set[str]) -> None:
    assert {sound.core for sound in sounds_of(word)} == cores


@pytest.mark.parametrize("other", ["Гусак", "Гнутік", "Husynka"])
def test_other_words_do_not_sound_the_same(other: str) -> None:
    mine = {sound.skeleton for sound in sounds_of("Гусятнік")}
    assert not mine & {sound.skeleton for sound in sounds_of(other)}


def test_a_skeleton_joins_what_changes_into_one_another_and_doubles_nothing() -> None:
    assert skeleton("ccttassg") == "tsg"


@given(st.text(max_size=20))
def test_whatever_the_word_a_core_ends_in_a_consonant(word: str) -> None:
    for sound in sounds_of(word):
        assert sound.core[-1:] not in tuple(VOWELS) or not sound.core
        assert not set(sound.skeleton) & set(VOWELS)
