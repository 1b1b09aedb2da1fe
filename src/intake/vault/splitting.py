"""A recovery key split over three sheets of paper, of which any two give it back and one nothing.

Shamir's scheme over GF(256), with the polynomial of AES and of SLIP-39 (x^8 + x^4 + x^3 + x + 1):
each byte of the key is the constant of a straight line with a random slope, and the sheet with
number x holds the height of every line at x. So whoever has one sheet has a number that fits every
key alike. Multiplication takes the same steps whatever it multiplies.

A sheet is ten groups of four characters, A to J: A says which sheet of which split it is, B to J
hold 160 bits, and the check code of ``paper`` reaches over all of them. Two words, the same on all
three, are for people: they are drawn at random and say nothing about the key.
"""

from __future__ import annotations

from types import TracebackType
from typing import Self

from intake.errors import (
    MistypedRecoveryKeyError,
    MistypedSheetError,
    OtherSplitError,
    SameSheetError,
    WrongRecoveryKeyError,
    WrongSheetError,
)
from intake.vault import paper
from intake.vault.passphrase import word_list
from intake.vault.secret import Secret

SHEETS = 3
NEEDED = 2
GROUPS = 10
CHARACTERS = GROUPS * paper.GROUP_CHARACTERS
_HEAD_SYMBOLS = 2
_ID_BYTES = 2
_NUMBER_SHIFT = 8  # a symbol of the head: two bits, then a byte of the id of the split
_BYTE = 0xFF
_POLYNOMIAL = 0b100011011
_TOP_BIT = 7


class Sheet:
    """One sheet of a split key; as a context manager it wipes its part.

    Args:
        number: 1 to 3.
        split_id: Two random bytes, the same on the three sheets of one split.
        part: 160 bits; wiped together with the sheet.
    """

    __slots__ = ("number", "part", "split_id")

    def __init__(self, number: int, split_id: bytes, part: Secret) -> None:
        self.number = number
        self.split_id = split_id
        self.part = part

    @property
    def words(self) -> str:
        """Two words that tell sheets of different splits apart; no secret."""
        listed = word_list()
        step = len(listed) // (_BYTE + 1)
        return " ".join(listed[step * byte].decode("ascii") for byte in self.split_id)

    @property
    def groups(self) -> tuple[str, ...]:
        """The ten groups of four characters to show, which therefore stay in memory."""
        high, low = self.split_id
        head = [self.number << _NUMBER_SHIFT | high, low]
        return paper.groups_of(head + paper.unpacked(self.part.view()))

    def matches(self, typed: Secret) -> bool:
        """Tell whether ``typed`` is this sheet; a mistyped one is not."""
        try:
            with read_sheet(typed.view()) as other:
                is_same = (other.number, other.split_id) == (self.number, self.split_id)
                return is_same and other.part == self.part
        except WrongRecoveryKeyError:
            return False

    def wipe(self) -> None:
        """Wipe the part of the key that the sheet holds."""
        self.part.wipe()

    def __repr__(self) -> str:
        return f"<Sheet {self.number}, hidden>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.wipe()


def split(secret: Secret) -> tuple[Sheet, Sheet, Sheet]:
    """Split a secret, any two of whose sheets give it back.

    Args:
        secret: The 160 bits of a recovery key; not wiped.
    """
    with Secret.random(len(secret)) as slope, Secret.random(_ID_BYTES) as fresh:
        split_id = bytes(fresh.view())
        first, second, third = (
            Sheet(number, split_id, _height(secret, slope, number))
            for number in range(1, SHEETS + 1)
        )
    return first, second, third


def _height(secret: Secret, slope: Secret, number: int) -> Secret:
    heights = bytearray(len(secret))
    for at, (constant, rise) in enumerate(zip(secret.view(), slope.view(), strict=True)):
        heights[at] = constant ^ times(rise, number)
    return Secret(heights)


def combine(first: Sheet, second: Sheet) -> Secret:
    """Return the secret that two sheets of one split give.

    Raises:
        OtherSplitError: They belong to different splits.
        SameSheetError: They are the same sheet.
    """
    if first.split_id != second.split_id:
        raise OtherSplitError(first=first.words, second=second.words)
    if first.number == second.number:
        raise SameSheetError(number=first.number)
    return line_through((first.number, first.part), (second.number, second.part), at=0)


def line_through(first: tuple[int, Secret], second: tuple[int, Secret], *, at: int) -> Secret:
    """Return the heights at ``at`` of the lines through two points, byte by byte (GF(256)).

    Args:
        first: Place and heights of one point; places are public, heights are not.
        second: Place and heights of another one, elsewhere.
        at: The place that is asked for.
    """
    (left, left_heights), (right, right_heights) = first, second
    under = _inverse(left ^ right)
    left_share, right_share = times(at ^ right, under), times(at ^ left, under)
    heights = bytearray(len(left_heights))
    for index, (one, other) in enumerate(
        zip(left_heights.view(), right_heights.view(), strict=True)
    ):
        heights[index] = times(one, left_share) ^ times(other, right_share)
    return Secret(heights)


def times(left: int, right: int) -> int:
    """Multiply two elements of GF(256) in the same steps whatever they are."""
    product = 0
    for bit in range(_TOP_BIT + 1):
        product ^= -(right >> bit & 1) & left
        left = left << 1 ^ -(left >> _TOP_BIT) & _POLYNOMIAL
    return product


def _inverse(element: int) -> int:
    """Return the inverse of an element that is not zero: its power 254."""
    power = 1
    for _ in range(_BYTE - 1):
        power = times(power, element)
    return power


def read_sheet(typed: memoryview, place: int = 1) -> Sheet:
    """Read a sheet as a person types it; what is forgiven is what ``paper.read`` forgives.

    Args:
        typed: What was typed, in UTF-8.
        place: Which one it is of those that were typed, for the error.

    Raises:
        MistypedSheetError: One group is wrong, and it is known which.
        WrongSheetError: It is no sheet, and nobody can tell where it went wrong.
    """
    try:
        symbols = paper.read(typed, GROUPS)
    except MistypedRecoveryKeyError as error:
        letter = chr(ord("A") + int(error.parameters["group"]) - 1)
        raise MistypedSheetError(group=letter, place=place) from None
    except WrongRecoveryKeyError:
        raise WrongSheetError(place=place) from None
    first, second = symbols[:_HEAD_SYMBOLS]
    number = first >> _NUMBER_SHIFT
    if not number or second >> _NUMBER_SHIFT:  # a code word, but of something else
        raise WrongSheetError(place=place)
    split_id = bytes((first & _BYTE, second & _BYTE))
    return Sheet(number, split_id, Secret(paper.packed(symbols[_HEAD_SYMBOLS:])))


def read_two(typed: memoryview) -> Secret:
    """Return the secret that two sheets give, typed one after the other.

    Raises:
        WrongRecoveryKeyError: One is mistyped, or they do not belong together.
    """
    middle = _after(typed, CHARACTERS)
    with read_sheet(typed[:middle], 1) as first, read_sheet(typed[middle:], 2) as second:
        return combine(first, second)


def _after(typed: memoryview, count: int) -> int:
    """Return the place behind so many characters that are no separators."""
    seen = 0
    at = 0
    while seen < count:
        seen += not paper.is_separator(typed[at])
        at += 1
    return at


def join(first: Secret, second: Secret) -> Secret:
    """Return two sheets as they were typed, one after the other; neither is wiped."""
    size = len(first)
    both = bytearray(size + 1 + len(second))
    both[:size] = first.view()
    both[size : size + 1] = b"\n"
    both[size + 1 :] = second.view()
    return Secret(both)
