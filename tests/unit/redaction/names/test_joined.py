"""A name that is written as one word is known by its halves, in any script that has no sounds."""

from __future__ import annotations

import unicodedata

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.leaks import OwnPeople
from intake.redaction.names.joined import halves_of
from intake.redaction.source_text import word_key
from intake.redaction.suggest import Profile, suggest


def proposed(text: str, name: str, profile: Profile = Profile.BALANCED) -> list[str]:
    people = (Identity("P1", Role.OTHER, names=(name,)),)
    found = suggest(text, identities=people, profile=profile)
    return [text[hit.start : hit.end] for hit in found]


@pytest.mark.parametrize(
    ("name", "halves", "never"),
    [
        ("王正恩", {"正恩", "王先生", "老王"}, {"王正"}),
        ("巳正恩", {"正恩", "巳正"}, {"巳先生", "恩"}),
        ("王恩", {"王先生"}, {"恩", "王"}),
        ("山茶太郎", {"山茶", "太郎"}, {"山先生"}),
        ("长茶川太郎", {"长茶川", "太郎", "长茶", "川太郎"}, set()),
        ("김민술", {"민술", "김씨"}, {"김"}),
        ("김술", {"김씨"}, {"술"}),
        ("남궁민술", {"남궁", "민술"}, set()),
        ("즈민술", set(), {"민술"}),
        ("김치찌개술", set(), {"찌개술"}),
        ("王", set(), {"王"}),
        ("王民수", set(), {"民수"}),
        ("lampa", set(), {"mpa"}),
    ],
)
def test_a_name_in_one_word_has_halves(name: str, halves: set[str], never: set[str]) -> None:
    found = {unicodedata.normalize("NFC", half) for half in halves_of(word_key(name))}
    assert halves <= found
    assert not never & found
    if not halves:
        assert found == set()


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("አበበ ቢቂላ", "ለአበበ", "ለአበበ"),
        ("አበበ ቢቂላ", "አበበን", "አበበን"),
        ("አበበ ቢቂላ", "የቢቂላ", "የቢቂላ"),
        ("राम शर्मा", "रामलाई", "रामलाई"),
        ("राम शर्मा", "श्रीराम", "श्रीराम"),
        ("김민술", "민술를", "민술를"),
        ("김민술", "김씨는", "김씨는"),
        ("王正恩", "他们抓了正恩。", "正恩"),
        ("王正恩", "王先生说", "王先生"),
    ],
)
def test_a_name_in_a_script_without_sounds_is_found_in_a_longer_word(
    name: str, text: str, found: str
) -> None:
    for profile in (Profile.STRICT, Profile.BALANCED):
        assert proposed(text, name, profile) == [found]
    own = OwnPeople((Identity("P1", Role.OTHER, names=(name,)),))
    assert [text[place.start : place.end] for place in own.places(text)] == [found]


@pytest.mark.parametrize(
    ("name", "text"),
    [("김 민술", "김치를"), ("王正恩", "国王正在"), ("አበበ ቢቂላ", "በበላ"), ("राम शर्मा", "कलम")],
)
def test_a_shorter_part_than_two_signs_says_nothing_inside_a_word(name: str, text: str) -> None:
    assert proposed(text, name) == []


def test_the_name_itself_is_certain_and_what_holds_it_is_left_to_a_person() -> None:
    own = OwnPeople((Identity("P1", Role.OTHER, names=("राम 王正恩",)),))
    certain = {"रामलाई": True, "श्रीराम": False, "王正恩": True, "正恩": False}
    for text, refuses in certain.items():
        assert [place.refuses for place in own.places(text)] == [refuses]
