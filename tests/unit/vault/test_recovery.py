"""A recovery key survives handwriting, and a slip is noticed and located."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import MistypedRecoveryKeyError, WrongRecoveryKeyError
from intake.vault import paper
from intake.vault.recovery import RecoveryKey, parse
from intake.vault.secret import Secret

ALPHABET = "0123456789ACDEFGHJKMNPQRSTUVWXYZ"
KEY = RecoveryKey(Secret(bytes(range(100, 120))))
TEXT = "".join(KEY.groups)

keys = st.binary(min_size=20, max_size=20).map(lambda content: RecoveryKey(Secret(content)))


def group_of(typed: str) -> object:
    """Return the group that is said to be wrong, or ``None``."""
    with pytest.raises(WrongRecoveryKeyError) as caught:
        parse(typed)
    return caught.value.parameters.get("group")


def changed(text: str, at: int) -> str:
    other = ALPHABET[(ALPHABET.index(text[at]) + 7) % 32]
    return text[:at] + other + text[at + 1 :]


def test_a_new_key_has_160_random_bits() -> None:
    assert len(RecoveryKey.new().secret) == 20
    assert RecoveryKey.new().secret != RecoveryKey.new().secret


def test_it_is_shown_as_nine_groups_of_four() -> None:
    assert [len(group) for group in KEY.groups] == [4] * 9
    assert set(TEXT) <= set(ALPHABET)


@given(keys)
def test_what_is_shown_can_be_typed_back(key: RecoveryKey) -> None:
    assert parse(" ".join(key.groups)).secret == key.secret


@pytest.mark.parametrize(
    "typed",
    [
        TEXT,
        TEXT.lower(),
        "-".join(KEY.groups),
        " ".join(KEY.groups) + "\r\n",
        "\t".join(KEY.groups),
        " - ".join(TEXT),
        TEXT[:18] + "\n" + TEXT[18:],
    ],
)
def test_case_and_separators_do_not_matter(typed: str) -> None:
    assert KEY.matches(typed)
    assert KEY.matches(Secret.from_text(typed))


@given(keys)
def test_lookalikes_are_read_as_what_they_look_like(key: RecoveryKey) -> None:
    text = "".join(key.groups)
    for digit, letters in (("0", "Oo"), ("1", "IiLl"), ("8", "Bb")):
        for letter in letters:
            assert key.matches(text.replace(digit, letter))


def test_the_alphabet_has_no_two_characters_that_look_alike() -> None:
    assert not set("OILB") & set(ALPHABET)
    assert paper._ALPHABET.decode() == ALPHABET


@pytest.mark.parametrize("at", range(36))
def test_one_wrong_character_is_located(at: int) -> None:
    assert group_of(changed(TEXT, at)) == at // 4 + 1


@pytest.mark.parametrize("at", range(0, 36, 2))
def test_two_neighbours_that_changed_places_are_located(at: int) -> None:
    swapped = TEXT[:at] + TEXT[at + 1] + TEXT[at] + TEXT[at + 2 :]
    assert swapped == TEXT or group_of(swapped) == at // 4 + 1


def test_every_two_wrong_characters_are_noticed() -> None:
    for first, second in itertools.combinations(range(36), 2):
        assert not KEY.matches(changed(changed(TEXT, first), second))


def test_swapped_groups_are_noticed() -> None:
    for first, second in itertools.combinations(range(9), 2):
        groups = list(KEY.groups)
        groups[first], groups[second] = groups[second], groups[first]
        assert not KEY.matches(" ".join(groups))


def test_an_error_that_nobody_can_locate_names_no_group() -> None:
    assert group_of("0" * 35 + "1") == 9
    assert group_of("11" + "00" * 16 + "11") is None


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("", None),
        (TEXT[:-1], None),
        (TEXT + "00", None),
        (" ".join(KEY.groups[:8]), None),
        (" ".join((*KEY.groups, "7")), None),
        (" ".join((*KEY.groups, "7" * 4)), None),
        (" ".join((*KEY.groups[:3], KEY.groups[3][:3], *KEY.groups[4:])), 4),
        (" ".join((*KEY.groups[:3], KEY.groups[3] + "7", *KEY.groups[4:])), 4),
        (" ".join((KEY.groups[0][:3], KEY.groups[1][:3], *KEY.groups[2:])), None),
        (" ".join((*KEY.groups[:5], "AC!D", *KEY.groups[6:])), 6),
        (TEXT[:20] + "?" + TEXT[21:], 6),
        (TEXT + "?", 9),
        (" ".join((*KEY.groups, "?")), 9),
        ("АВСЕ", 1),
    ],
)
def test_a_slip_is_located_where_that_can_be_known(typed: str, group: int | None) -> None:
    assert group_of(typed) == group


def test_a_mistyped_key_has_an_error_of_its_own() -> None:
    with pytest.raises(MistypedRecoveryKeyError, match="Group 1 "):
        parse(changed(TEXT, 0))


def test_another_key_does_not_match() -> None:
    assert not KEY.matches("".join(RecoveryKey.new().groups))


def test_typing_does_not_wipe_what_was_typed() -> None:
    typed = Secret.from_text(TEXT)
    with parse(typed) as key:
        assert not typed.is_wiped
    assert key.secret.is_wiped


def test_no_rendering_shows_the_key() -> None:
    assert repr(KEY) == "<RecoveryKey, hidden>"
