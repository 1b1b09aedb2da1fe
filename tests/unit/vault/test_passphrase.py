"""One passphrase gives the same bytes on every keyboard; the generator and the floor hold."""

from __future__ import annotations

import math
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import UsageError, WeakPassphraseError
from intake.vault import passphrase
from intake.vault.passphrase import generate, normalise, require_strength, strength, word_list
from intake.vault.secret import Secret

# Letters, marks and syllable parts that melt together, and the letter that grows most: to 12 bytes.
MELTING = "eE\u0438\u0301\u0306\u0323\u0307\u1112\u1161\u11ab\u09c7\u09be\U0001d160"
FLOOR = math.log10(math.perm(7776, 6))


def normal(raw: bytes) -> bytes:
    return bytes(normalise(Secret(raw)).view())


def judged(text: str) -> passphrase.Strength:
    return strength(Secret.from_text(text))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"plain", b"plain"),
        (b"plain\n", b"plain"),
        (b"plain\r\n", b"plain"),
        (b"plain\n\n", b"plain\n"),
        (b"plain\r\n\r\n", b"plain\r\n"),
        (b"plain\r", b"plain\r"),
        (b"plain \n", b"plain "),
        (b"\nplain", b"\nplain"),
        (b"\n", b""),
        (b"\r\n", b""),
        (b"", b""),
    ],
)
def test_exactly_one_trailing_line_end_is_removed(raw: bytes, expected: bytes) -> None:
    assert normal(raw) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("e\u0301", "\u00e9"),
        ("\u0435\u0308\u043b\u043a\u0430", "\u0451\u043b\u043a\u0430"),
        ("\u0438\u0306", "\u0439"),
        ("a\u0323\u0307", "\u1ea1\u0307"),
        ("a\u0307\u0323", "\u1ea1\u0307"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("\u212b", "\u00c5"),
        ("\ufb01", "\ufb01"),
        ("\U0001f642", "\U0001f642"),
        ("\u0301e", "\u0301e"),
        ("\U0001d160", "\U0001d158\U0001d165\U0001d16e"),
    ],
)
def test_the_form_is_nfc(typed: str, expected: str) -> None:
    assert normal(typed.encode()) == expected.encode()


@given(st.text(st.characters(codec="utf-8") | st.sampled_from(MELTING)))
def test_piecewise_nfc_is_nfc(text: str) -> None:
    closed = text + "."
    assert normal(closed.encode()) == unicodedata.normalize("NFC", closed).encode()


def test_no_character_that_melts_into_the_one_before_it_starts_a_piece() -> None:
    """Every second half of a canonical decomposition, in the Unicode version of this Python."""
    halves = {
        chr(int(parts[1], 16))
        for code in range(sys.maxunicode + 1)
        if len(parts := unicodedata.decomposition(chr(code)).split()) == 2
        and not parts[0].startswith("<")
    }
    assert len(halves) > 50
    assert [half for half in halves if not passphrase._joins(half)] == []


@pytest.mark.parametrize("raw", [b"\xff", b"abc\xc3", b"\xc0\xaf", b"\xed\xa0\x80", b"\x80"])
def test_what_is_not_utf_8_is_refused_without_showing_it(raw: bytes) -> None:
    with pytest.raises(UsageError, match="not UTF-8") as caught:
        normalise(Secret(raw))
    assert caught.value.__suppress_context__
    assert "abc" not in str(caught.value)


def test_what_was_typed_is_not_wiped() -> None:
    typed = Secret(b"typed")
    normalise(typed)
    assert not typed.is_wiped


def test_the_list_has_7776_different_short_plain_words_in_order() -> None:
    words = word_list()
    assert len(words) == len(set(words)) == 7776
    assert list(words) == sorted(words)
    assert all(word.isalpha() and word.islower() and 4 <= len(word) <= 9 for word in words)


def test_a_generated_passphrase_is_six_different_words_of_the_list() -> None:
    found = bytes(generate().view()).split(b" ")
    assert len(set(found)) == 6
    assert set(found) <= set(word_list())


@pytest.mark.parametrize("count", [1, 7])
def test_the_number_of_words_can_be_chosen(count: int) -> None:
    assert len(bytes(generate(count).view()).split(b" ")) == count


def test_two_generated_passphrases_differ() -> None:
    assert generate() != generate()


def test_every_word_of_the_list_can_be_drawn() -> None:
    assert set(bytes(generate(7776).view()).split(b" ")) == set(word_list())


def test_six_generated_words_reach_the_floor_and_five_do_not() -> None:
    assert strength(generate(6)).enough
    assert not strength(generate(5)).enough
    assert strength(generate(6)).guesses_log10 == pytest.approx(FLOOR)
    assert strength(generate(6)).bits == pytest.approx(77.5, abs=0.1)


def test_a_line_end_or_hyphens_do_not_change_the_estimate() -> None:
    words = str(generate().view(), "ascii")
    assert judged(words + "\n") == judged(words.replace(" ", "-")) == judged(words)


def test_a_repeated_word_counts_once() -> None:
    five = str(generate(5).view(), "ascii")
    assert not judged(f"{five} {five}").enough


@pytest.mark.parametrize(
    "text",
    [
        "",
        "password",
        "correct horse battery staple",
        "qazwsxedcrfvtgbyhnujm",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "неприкосновенность собственности",
        "nieprzewidywalność wszechświata",
        "kV8#mQ2$xLp9!wRt4",
    ],
)
def test_what_is_easier_to_guess_is_refused(text: str) -> None:
    assert judged(text).guesses_log10 < FLOOR
    with pytest.raises(WeakPassphraseError):
        require_strength(Secret.from_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "kV8#mQ2$xLp9!wRt4Zb7&nC3",
        "сем ліхтароў над ціхай гаванню ноччу",
        "3f9a8c1be2d74f60913f9a8c1be2",
    ],
)
def test_what_is_as_hard_to_guess_is_accepted(text: str) -> None:
    assert judged(text).enough
    require_strength(Secret.from_text(text))


def test_a_foreign_word_counts_as_a_word_and_not_as_random_letters() -> None:
    one = judged("собственности").guesses_log10
    assert one == pytest.approx(2 * math.log10(50_000), abs=1)


def test_only_the_first_hundred_characters_are_judged() -> None:
    text = "Хш7" * 33 + "Я"
    assert judged(text + "z" * 4000) == judged(text)
