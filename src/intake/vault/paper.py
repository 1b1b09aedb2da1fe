"""Groups of four characters that are written on paper: alphabet, check code, slips of the pen.

The alphabet is the ten digits and the letters without B, I, L and O, which are read as the digits
they look like. Two characters are one symbol of 10 bits. The last two symbols are a check: a
Reed-Solomon code over GF(1024), which notices every error in one or two symbols and knows where a
single wrong symbol stands. What the symbols mean is known to ``recovery`` and ``splitting``.
"""

from __future__ import annotations

from intake.errors import MistypedRecoveryKeyError, WrongRecoveryKeyError
from intake.vault.secret import Secret

GROUP_CHARACTERS = 4
SYMBOL_BITS = 10
SYMBOLS_PER_GROUP = 2

_ALPHABET = b"0123456789ACDEFGHJKMNPQRSTUVWXYZ"
_LOOKALIKES = {ord("O"): ord("0"), ord("I"): ord("1"), ord("L"): ord("1"), ord("B"): ord("8")}
_SEPARATORS = b" -\t\r\n"
_CHARACTER_BITS = 5
_CHECK_SYMBOLS = 2
_SYMBOL_MASK = (1 << SYMBOL_BITS) - 1
_SYMBOL_SHIFT = 16 - SYMBOL_BITS  # ten bits never reach over more than two bytes here
_POLYNOMIAL = 0b10000001001  # x^10 + x^3 + 1
_MOST_SYMBOLS = 20


def is_separator(byte: int) -> bool:
    """Tell whether a character only keeps groups apart."""
    return byte in _SEPARATORS


def read(typed: memoryview, groups: int) -> list[int]:
    """Return the symbols of some groups as they were typed, without the check symbols.

    Case does not matter, nor do spaces, hyphens and line ends; O counts as 0, I and L as 1, B as 8.

    Args:
        typed: What was typed, in UTF-8.
        groups: How many groups there must be.

    Raises:
        MistypedRecoveryKeyError: One group is wrong, and it is known which (from 1).
        WrongRecoveryKeyError: Nobody can tell where it went wrong.
    """
    with Secret(_values(typed, groups)) as values:
        view = values.view()
        pairs = zip(view[::2], view[1::2], strict=True)
        symbols = [high << _CHARACTER_BITS | low for high, low in pairs]
    _require_code_word(symbols)
    return symbols[:-_CHECK_SYMBOLS]


def written(symbols: list[int]) -> bytearray:
    """Return the characters of some symbols, with their check symbols behind."""
    whole = symbols + _check_symbols(symbols)
    characters = bytearray(2 * len(whole))
    for index, symbol in enumerate(whole):
        high, low = divmod(symbol, len(_ALPHABET))
        characters[2 * index] = _ALPHABET[high]
        characters[2 * index + 1] = _ALPHABET[low]
    return characters


def groups_of(symbols: list[int]) -> tuple[str, ...]:
    """Return the groups to show, which therefore stay in memory."""
    with Secret(written(symbols)) as text:
        view = text.view()
        starts = range(0, len(view), GROUP_CHARACTERS)
        return tuple(str(view[at : at + GROUP_CHARACTERS], "ascii") for at in starts)


def packed(symbols: list[int]) -> bytearray:
    """Return the bytes in data symbols: four symbols are five bytes."""
    content = bytearray(len(symbols) * SYMBOL_BITS // 8)
    for index, symbol in enumerate(symbols):
        byte, bit = divmod(index * SYMBOL_BITS, 8)
        shifted = symbol << (_SYMBOL_SHIFT - bit)
        content[byte] |= shifted >> 8
        content[byte + 1] |= shifted & 0xFF
    return content


def unpacked(content: memoryview) -> list[int]:
    """Return the data symbols of bytes."""
    symbols = []
    for index in range(len(content) * 8 // SYMBOL_BITS):
        byte, bit = divmod(index * SYMBOL_BITS, 8)
        two = content[byte] << 8 | content[byte + 1]
        symbols.append(two >> (_SYMBOL_SHIFT - bit) & _SYMBOL_MASK)
    return symbols


def _values(typed: memoryview, groups: int) -> bytearray:
    """Return the values 0 to 31 of the characters typed."""
    values = bytearray(groups * GROUP_CHARACTERS)
    lengths = [0]  # of the groups as they were typed
    for byte in typed:
        if byte in _SEPARATORS:
            lengths += [0] if lengths[-1] else []
            continue
        count = sum(lengths)
        value = _value(byte)
        if value < 0:
            group = len(lengths) if len(lengths) > 1 else count // GROUP_CHARACTERS + 1
            raise MistypedRecoveryKeyError(group=min(group, groups))
        if count < len(values):
            values[count] = value
        lengths[-1] += 1
    if sum(lengths) != len(values):
        raise _wrong_length(lengths, groups)
    return values


def _wrong_length(lengths: list[int], groups: int) -> WrongRecoveryKeyError:
    """Return the error for a text that is too short or too long, naming the group if one is odd."""
    odd = [at for at, size in enumerate(lengths, start=1) if size not in (0, GROUP_CHARACTERS)]
    if len(lengths) > 1 and len(odd) == 1 and odd[0] <= groups:
        return MistypedRecoveryKeyError(group=odd[0])
    return WrongRecoveryKeyError()


def _value(byte: int) -> int:
    upper = byte - 32 if ord("a") <= byte <= ord("z") else byte
    return _ALPHABET.find(_LOOKALIKES.get(upper, upper))


def _times(left: int, right: int) -> int:
    """Multiply two elements of GF(1024)."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left >> SYMBOL_BITS:
            left ^= _POLYNOMIAL
        right >>= 1
    return product


def _powers_of_x(count: int) -> tuple[int, ...]:
    powers = [1]
    while len(powers) < count:
        powers.append(_times(powers[-1], 2))
    return tuple(powers)


_WEIGHTS = _powers_of_x(_MOST_SYMBOLS)


def _syndromes(symbols: list[int]) -> tuple[int, int]:
    """Return the sum of the symbols, and their sum weighted with 1, x, x^2, ...; (0, 0) is good."""
    plain = weighted = 0
    for symbol, weight in zip(symbols, _WEIGHTS, strict=False):
        plain ^= symbol
        weighted ^= _times(weight, symbol)
    return plain, weighted


def _require_code_word(symbols: list[int]) -> None:
    plain, weighted = _syndromes(symbols)
    if not plain and not weighted:
        return
    for index, weight in enumerate(_WEIGHTS[: len(symbols)]):
        if plain and _times(weight, plain) == weighted:
            raise MistypedRecoveryKeyError(group=index // SYMBOLS_PER_GROUP + 1)
    raise WrongRecoveryKeyError


def _check_symbols(symbols: list[int]) -> list[int]:
    """Return the two symbols that make both sums of ``symbols`` zero."""
    plain, weighted = _syndromes(symbols)
    first, second = _WEIGHTS[len(symbols) : len(symbols) + _CHECK_SYMBOLS]
    wanted = weighted ^ _times(first, plain)
    last = next(x for x in range(1 << SYMBOL_BITS) if _times(first ^ second, x) == wanted)
    return [plain ^ last, last]
