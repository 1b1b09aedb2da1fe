"""The recovery key on paper: 160 random bits as nine groups of four, safe against slips of the pen.

The alphabet is the ten digits and the letters without B, I, L and O, which are read as the digits
they look like. A key is 16 data symbols of 10 bits (two characters each) and 2 check symbols: a
Reed-Solomon code over GF(1024), which notices every error in one or two symbols and knows where a
single wrong symbol stands. The module opens nothing; ``keyslots`` makes keys from the 160 bits.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

from intake.errors import MistypedRecoveryKeyError, WrongRecoveryKeyError
from intake.vault.secret import Secret

BYTES = 20
GROUPS = 9
GROUP_CHARACTERS = 4

_ALPHABET = b"0123456789ACDEFGHJKMNPQRSTUVWXYZ"
_LOOKALIKES = {ord("O"): ord("0"), ord("I"): ord("1"), ord("L"): ord("1"), ord("B"): ord("8")}
_SEPARATORS = b" -\t\r\n"
_LONGEST_TYPED = 256  # bytes: room for any way to set the groups apart
_CHARACTERS = GROUPS * GROUP_CHARACTERS
_CHARACTER_BITS = 5
_SYMBOL_BITS = 10
_DATA_SYMBOLS = BYTES * 8 // _SYMBOL_BITS
_SYMBOLS = _CHARACTERS * _CHARACTER_BITS // _SYMBOL_BITS
_SYMBOLS_PER_GROUP = _SYMBOLS // GROUPS
_SYMBOL_MASK = (1 << _SYMBOL_BITS) - 1
_SYMBOL_SHIFT = 16 - _SYMBOL_BITS  # ten bits never reach over more than two bytes here
_POLYNOMIAL = 0b10000001001  # x^10 + x^3 + 1


class RecoveryKey:
    """A recovery key.

    Args:
        secret: Its 160 bits; wiped together with the key.
    """

    __slots__ = ("secret",)

    def __init__(self, secret: Secret) -> None:
        self.secret = secret

    @classmethod
    def new(cls) -> Self:
        """Return a fresh random key."""
        return cls(Secret.random(BYTES))

    @property
    def groups(self) -> tuple[str, ...]:
        """The nine groups of four characters to show, which therefore stay in memory."""
        with Secret(_written(self.secret.view())) as written:
            view = written.view()
            starts = range(0, _CHARACTERS, GROUP_CHARACTERS)
            return tuple(str(view[at : at + GROUP_CHARACTERS], "ascii") for at in starts)

    def matches(self, typed: Secret | str) -> bool:
        """Tell whether ``typed`` is this key; a mistyped one is not."""
        try:
            with parse(typed) as other:
                return self.secret == other.secret
        except WrongRecoveryKeyError:
            return False

    def wipe(self) -> None:
        """Wipe the key."""
        self.secret.wipe()

    def __repr__(self) -> str:
        return "<RecoveryKey, hidden>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()


def parse(typed: Secret | str) -> RecoveryKey:
    """Read a recovery key as a person types it.

    Case does not matter, nor do spaces, hyphens and line ends; O counts as 0, I and L as 1, B as 8.

    Args:
        typed: What was typed, in UTF-8; a ``Secret`` is not wiped.

    Raises:
        MistypedRecoveryKeyError: One group is wrong, and it is known which.
        WrongRecoveryKeyError: It is not a key, and nobody can tell where it went wrong.
    """
    raw = typed if isinstance(typed, Secret) else Secret.from_text(typed)
    with Secret(_values(raw.view())) as values:
        view = values.view()
        pairs = zip(view[::2], view[1::2], strict=True)
        symbols = [high << _CHARACTER_BITS | low for high, low in pairs]
    _require_code_word(symbols)
    return RecoveryKey(Secret(_packed(symbols[:_DATA_SYMBOLS])))


def _values(typed: memoryview) -> bytearray:
    """Return the values 0 to 31 of the characters typed."""
    if len(typed) > _LONGEST_TYPED:
        raise WrongRecoveryKeyError
    values = bytearray(_CHARACTERS)
    lengths = [0]  # of the groups as they were typed
    for byte in typed:
        if byte in _SEPARATORS:
            lengths += [0] if lengths[-1] else []
            continue
        count = sum(lengths)
        value = _value(byte)
        if value < 0:
            group = len(lengths) if len(lengths) > 1 else count // GROUP_CHARACTERS + 1
            raise MistypedRecoveryKeyError(group=min(group, GROUPS))
        if count < _CHARACTERS:
            values[count] = value
        lengths[-1] += 1
    if sum(lengths) != _CHARACTERS:
        raise _wrong_length(lengths)
    return values


def _wrong_length(lengths: list[int]) -> WrongRecoveryKeyError:
    """Return the error for a key that is too short or too long, naming the group if one is odd."""
    odd = [at for at, size in enumerate(lengths, start=1) if size not in (0, GROUP_CHARACTERS)]
    if len(lengths) > 1 and len(odd) == 1 and odd[0] <= GROUPS:
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
        if left >> _SYMBOL_BITS:
            left ^= _POLYNOMIAL
        right >>= 1
    return product


def _powers_of_x(count: int) -> tuple[int, ...]:
    powers = [1]
    while len(powers) < count:
        powers.append(_times(powers[-1], 2))
    return tuple(powers)


_WEIGHTS = _powers_of_x(_SYMBOLS)


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
    for index, weight in enumerate(_WEIGHTS):
        if plain and _times(weight, plain) == weighted:
            raise MistypedRecoveryKeyError(group=index // _SYMBOLS_PER_GROUP + 1)
    raise WrongRecoveryKeyError


def _check_symbols(symbols: list[int]) -> list[int]:
    """Return the two symbols that make both sums of ``symbols`` zero."""
    plain, weighted = _syndromes(symbols)
    first, second = _WEIGHTS[_DATA_SYMBOLS:]
    wanted = weighted ^ _times(first, plain)
    last = next(x for x in range(1 << _SYMBOL_BITS) if _times(first ^ second, x) == wanted)
    return [plain ^ last, last]


def _packed(symbols: list[int]) -> bytearray:
    """Return the 20 bytes in the data symbols."""
    key = bytearray(BYTES)
    for index, symbol in enumerate(symbols):
        byte, bit = divmod(index * _SYMBOL_BITS, 8)
        shifted = symbol << (_SYMBOL_SHIFT - bit)
        key[byte] |= shifted >> 8
        key[byte + 1] |= shifted & 0xFF
    return key


def _unpacked(key: memoryview) -> list[int]:
    """Return the data symbols of a key."""
    symbols = []
    for index in range(_DATA_SYMBOLS):
        byte, bit = divmod(index * _SYMBOL_BITS, 8)
        two = key[byte] << 8 | key[byte + 1]
        symbols.append(two >> (_SYMBOL_SHIFT - bit) & _SYMBOL_MASK)
    return symbols


def _written(key: memoryview) -> bytearray:
    """Return the 36 characters of a key."""
    symbols = _unpacked(key)
    symbols += _check_symbols(symbols)
    written = bytearray(_CHARACTERS)
    for index, symbol in enumerate(symbols):
        high, low = divmod(symbol, len(_ALPHABET))
        written[2 * index] = _ALPHABET[high]
        written[2 * index + 1] = _ALPHABET[low]
    return written
