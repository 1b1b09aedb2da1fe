"""Bech32 (BIP 173) without its length limit, as age writes keys; knows nothing of what they mean.

Works on ``bytearray`` so that a secret key leaves no immutable copy behind.
"""

from __future__ import annotations

from collections.abc import Iterable

_ALPHABET = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES = {char: value for value, char in enumerate(_ALPHABET)}
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM = 6
_PRINTABLE = range(33, 127)
_TOP_BITS = 25


def encode(prefix: str, payload: bytes | bytearray) -> bytearray:
    """Return ``payload`` as lower-case bech32 under the human-readable ``prefix``."""
    words = _to_words(payload)
    words += _checksum(prefix, words)
    text = bytearray(prefix, "ascii") + b"1"
    text.extend(_ALPHABET[word] for word in words)
    return text


def decode(text: bytes | bytearray) -> tuple[str, bytearray]:
    """Return the lower-case prefix and the payload.

    Raises:
        ValueError: Mixed case, a foreign character, wrong checksum or non-zero padding.
    """
    lowered = bytearray(text).lower()
    if text not in (lowered, bytearray(text).upper()):
        raise ValueError("mixed case")
    split = lowered.rfind(b"1")
    if split < 1 or len(lowered) - split - 1 < _CHECKSUM:
        raise ValueError("no prefix or no checksum")
    if any(char not in _PRINTABLE for char in lowered[:split]):
        raise ValueError("prefix")
    prefix = lowered[:split].decode("ascii")
    try:
        words = [_VALUES[char] for char in lowered[split + 1 :]]
    except KeyError:
        raise ValueError("character") from None
    if _polymod([*_expand(prefix), *words]) != 1:
        raise ValueError("checksum")
    return prefix, _from_words(words[:-_CHECKSUM])


def _polymod(values: Iterable[int]) -> int:
    state = 1
    for value in values:
        top = state >> _TOP_BITS
        state = (state & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            if top >> bit & 1:
                state ^= term
    return state


def _expand(prefix: str) -> list[int]:
    codes = prefix.encode("ascii")
    return [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)]


def _checksum(prefix: str, words: list[int]) -> list[int]:
    state = _polymod([*_expand(prefix), *words, *([0] * _CHECKSUM)]) ^ 1
    return [state >> 5 * (_CHECKSUM - 1 - index) & 31 for index in range(_CHECKSUM)]


def _to_words(payload: bytes | bytearray) -> list[int]:
    words: list[int] = []
    state = bits = 0
    for byte in payload:
        state = (state << 8 | byte) & 0xFFF
        bits += 8
        while bits >= 5:  # noqa: PLR2004 (a bech32 character carries five bits)
            bits -= 5
            words.append(state >> bits & 31)
    if bits:
        words.append(state << 5 - bits & 31)
    return words


def _from_words(words: list[int]) -> bytearray:
    payload = bytearray()
    state = bits = 0
    for word in words:
        state = (state << 5 | word) & 0xFFF
        bits += 5
        if bits >= 8:  # noqa: PLR2004 (a byte)
            bits -= 8
            payload.append(state >> bits & 0xFF)
    if bits >= 5 or state & (1 << bits) - 1:  # noqa: PLR2004 (a whole unused character)
        raise ValueError("padding")
    return payload
