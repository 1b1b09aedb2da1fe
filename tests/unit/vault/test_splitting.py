"""Any two sheets give the key, one alone fits every key, and a mix-up is told."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import (
    MistypedSheetError,
    OneSheetError,
    OtherSplitError,
    SameSheetError,
    WrongRecoveryKeyError,
    WrongSheetError,
)
from intake.vault import paper, splitting
from intake.vault.folder import change_passphrase, open_headers
from intake.vault.recovery import RecoveryKey, parse
from intake.vault.secret import Secret
from intake.vault.splitting import Sheet, join, split, times
from tests.unit.vault.conftest import COSTS, Vault

KEY = RecoveryKey(Secret(bytes(range(100, 120))))
SHEETS = KEY.split()
ALPHABET = "0123456789ACDEFGHJKMNPQRSTUVWXYZ"

keys = st.binary(min_size=20, max_size=20).map(lambda content: RecoveryKey(Secret(content)))


def text_of(sheet: Sheet) -> str:
    return " ".join(sheet.groups)


def changed(text: str, at: int) -> str:
    other = ALPHABET[(ALPHABET.index(text[at]) + 7) % 32]
    return text[:at] + other + text[at + 1 :]


@given(keys)
def test_any_two_sheets_give_the_key(key: RecoveryKey) -> None:
    for first, second in itertools.permutations(key.split(), 2):
        assert parse(text_of(first) + "\n" + text_of(second)).secret == key.secret


def test_a_byte_of_one_sheet_fits_every_byte_of_a_key_once() -> None:
    """For each sheet and each secret byte, the 256 slopes give each of the 256 heights once.

    So whatever stands on a sheet, each secret byte is behind it with exactly one slope, and slopes
    are drawn evenly: the sheet says nothing.
    """
    for number in (1, 2, 3):
        for constant in range(256):
            heights = {constant ^ times(rise, number) for rise in range(256)}
            assert len(heights) == 256


def test_the_sheets_hold_those_heights(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown to be blind above is what is written on paper."""
    slope, key = bytes(range(60, 80)), bytes(range(20))
    drawn = iter([Secret(slope), Secret(b"\x01\x02")])
    monkeypatch.setattr(Secret, "random", lambda _size: next(drawn))
    for number, sheet in enumerate(split(Secret(key)), start=1):
        expected = bytes(k ^ times(s, number) for k, s in zip(key, slope, strict=True))
        assert bytes(sheet.part.view()) == expected


def test_each_split_of_a_key_draws_new_slopes_and_words() -> None:
    splits = [KEY.split() for _ in range(64)]
    assert len({bytes(sheets[0].part.view()) for sheets in splits}) == 64
    assert len({sheets[0].split_id for sheets in splits}) > 60
    for sheets in splits:
        assert len({sheet.words for sheet in sheets}) == 1
        assert [sheet.number for sheet in sheets] == [1, 2, 3]
        assert all(KEY.secret != sheet.part for sheet in sheets)


def test_every_split_id_has_words_of_its_own() -> None:
    words = Counter(
        Sheet(1, bytes((high, low)), Secret(bytes(20))).words
        for high in range(256)
        for low in range(256)
    )
    assert max(words.values()) == 1


def test_multiplication_is_that_of_aes() -> None:
    assert times(0x57, 0x83) == 0xC1  # FIPS 197, 4.2
    assert times(0x57, 0x13) == 0xFE
    for element in range(1, 256):
        assert times(element, splitting._inverse(element)) == 1


@pytest.mark.parametrize("at", range(40))
def test_one_wrong_character_of_a_sheet_is_located(at: int) -> None:
    first, second = ("".join(sheet.groups) for sheet in SHEETS[:2])
    letter = "ABCDEFGHIJ"[at // 4]
    with pytest.raises(MistypedSheetError, match=f"Group {letter} of the sheet typed as number 1 "):
        parse(changed(first, at) + second)
    with pytest.raises(MistypedSheetError, match=f"Group {letter} of the sheet typed as number 2 "):
        parse(f"{second} {changed(first, at)}")


def test_two_wrong_characters_of_a_sheet_are_noticed() -> None:
    text = "".join(SHEETS[0].groups)
    for first, second in itertools.combinations(range(40), 2):
        typed = Secret.from_text(changed(changed(text, first), second))
        assert not SHEETS[0].matches(typed)


def test_one_sheet_alone_is_told_by_its_words() -> None:
    with pytest.raises(OneSheetError, match=f"{SHEETS[1].words}, sheet 2"):
        parse(text_of(SHEETS[1]))


def test_the_same_sheet_twice_is_told() -> None:
    with pytest.raises(SameSheetError, match="sheet 3 twice"):
        parse(text_of(SHEETS[2]) + text_of(SHEETS[2]))


def test_sheets_of_two_splits_of_the_same_key_are_told() -> None:
    other = Sheet(2, b"\x00\x00", SHEETS[1].part.copy())
    one = Sheet(1, b"\x00\x01", SHEETS[0].part.copy())
    with pytest.raises(OtherSplitError, match=f"{one.words}, the other {other.words}"):
        parse(text_of(one) + " " + text_of(other))


@pytest.mark.parametrize("head", [[0, 7], [1 << 8, 1 << 8]])
def test_what_is_no_sheet_but_has_a_good_check_is_told(head: list[int]) -> None:
    text = " ".join(paper.groups_of(head + [5] * 16))
    with pytest.raises(WrongSheetError):
        parse(text)


def test_a_sheet_that_is_all_wrong_is_told() -> None:
    with pytest.raises(WrongSheetError, match="number 2"):
        parse(text_of(SHEETS[0]) + " " + "1111" + " 0000" * 8 + " 1111")


def test_a_sheet_matches_only_itself() -> None:
    first, second, _ = SHEETS
    assert first.matches(Secret.from_text(text_of(first).lower().replace(" ", "-")))
    assert not first.matches(Secret.from_text(text_of(second)))
    assert not first.matches(Secret.from_text("no sheet"))
    twin = Sheet(1, first.split_id, Secret(bytes(20)))
    assert not first.matches(Secret.from_text(text_of(twin)))
    assert repr(first) == "<Sheet 1, hidden>"


def test_two_sheets_are_joined_without_losing_either() -> None:
    first, second, _ = SHEETS
    with (
        Secret.from_text(text_of(first)) as one,
        Secret.from_text(text_of(second)) as other,
        join(one, other) as both,
    ):
        assert KEY.matches(both)


def test_two_sheets_open_the_vault_and_set_a_new_passphrase(vault: Vault) -> None:
    first, _, third = vault.recovery.split()
    with parse(text_of(third) + text_of(first)) as key:
        assert open_headers(vault.path, recovery=key).keys == vault.keys
        change_passphrase(vault.path, key, Secret(b"nine paper boats upstream"), COSTS)
    assert vault.open(b"nine paper boats upstream").keys == vault.keys


def test_sheets_and_what_they_give_are_wiped() -> None:
    with KEY.split()[0] as sheet:
        pass
    assert sheet.part.is_wiped
    with pytest.raises(WrongRecoveryKeyError), KEY.split()[1] as other:
        parse(text_of(other))
    assert other.part.is_wiped
