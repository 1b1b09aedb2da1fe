"""Bech32: the published examples, every length, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.export import bech32

# From BIP 173: valid strings whose data part is whole bytes or nothing.
VALID = {
    "A12UEL5L": ("a", b""),
    "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw": (
        "abcdef",
        bytes.fromhex("00443214c74254b635cf84653a56d7c675be77df"),
    ),
    "?1ezyfcl": ("?", b""),
}
# From BIP 173: invalid strings, then our own.
INVALID = {
    "pzry9x0s0muk": "no separator",
    "1pzry9x0s0muk": "empty prefix",
    "x1b4n0q5v": "foreign character in the data",
    "li1dgmt3": "checksum too short",
    "de1lg7wt\xff": "foreign character in the checksum",
    "A1G7SGD8": "checksum of the lower-case prefix",
    "10a06t8": "empty prefix",
    "1qzzfhee": "empty prefix",
    "A12uEL5L": "mixed case",
    "\x201nwldj5": "blank in the prefix",
    "\x7f1axkwrx": "control in the prefix",
    "": "nothing",
}


@pytest.mark.parametrize("text", VALID)
def test_published_strings_are_read(text: str) -> None:
    prefix, payload = bech32.decode(text.encode())
    assert (prefix, bytes(payload)) == VALID[text]


@pytest.mark.parametrize("text", INVALID)
def test_what_is_no_bech32_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        bech32.decode(text.encode("latin-1"))


@given(st.binary(max_size=100))
def test_any_bytes_come_back(payload: bytes) -> None:
    prefix, again = bech32.decode(bech32.encode("age", payload))
    assert (prefix, bytes(again)) == ("age", payload)


@pytest.mark.parametrize(
    ("words", "problem"), [([0], "padding"), ([0, 1], "padding"), ([31] * 3, "padding")]
)
def test_data_that_is_not_whole_bytes_is_refused(words: list[int], problem: str) -> None:
    words = words + bech32._checksum("age", words)
    text = b"age1" + bytes(bech32._ALPHABET[word] for word in words)
    with pytest.raises(ValueError, match=problem):
        bech32.decode(text)


@given(st.data())
def test_any_single_wrong_character_is_noticed(data: st.DataObject) -> None:
    text = bech32.encode("age", bytes(range(40)))
    position = data.draw(st.integers(4, len(text) - 1))
    other = data.draw(st.sampled_from([c for c in bech32._ALPHABET if c != text[position]]))
    text[position] = other
    with pytest.raises(ValueError, match="checksum"):
        bech32.decode(text)
