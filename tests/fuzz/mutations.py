"""Changes bytes as accidents and forgers do; the same seed of chance gives the same changes."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

LARGEST = 256 * 1024
_INTERESTING = (b"\x00", b"\xff", b"\x80", b"\x7f", b"\n", b"\r\n", b'"', b"{", b"[", b"]", b"}")
_WORDS = (
    *(b"null", b"true", b"-1", b"0", b"1e999", b"NaN", b"18446744073709551616", b"\\u0000"),
    *(b"\\ud800", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"../", b"/etc/passwd", b"C:\\", b"%s", b"PK"),
    *(b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"-> scrypt ", b"--- ", b"age"),
    *(b"__proto__", b"&lt;", b"<!ENTITY a 'a'>", b"=1+1", b"${", b"((((((((", b"if(", b"  ", b"\t"),
    *(b"\xe2\x80\xae", b"\xcc\x81", b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff"),
)
_NUMBER = re.compile(rb"\d+")

Change = Callable[[bytearray, random.Random], None]


def _place(content: bytearray, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _span(content: bytearray, chance: random.Random) -> slice:
    begin = _place(content, chance)
    return slice(begin, min(len(content), begin + 1 + int(chance.expovariate(0.05))))


def _flip(content: bytearray, chance: random.Random) -> None:
    if content:
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _set(content: bytearray, chance: random.Random) -> None:
    if content:
        content[chance.randrange(len(content))] = chance.randrange(256)


def _insert(content: bytearray, chance: random.Random) -> None:
    place = _place(content, chance)
    content[place:place] = chance.choice(_WORDS + _INTERESTING)


def _overwrite(content: bytearray, chance: random.Random) -> None:
    word = chance.choice(_WORDS + _INTERESTING)
    place = _place(content, chance)
    content[place : place + len(word)] = word


def _remove(content: bytearray, chance: random.Random) -> None:
    del content[_span(content, chance)]


def _repeat(content: bytearray, chance: random.Random) -> None:
    span = _span(content, chance)
    piece = content[span]
    times = chance.choice((1, 2, 16, 256, 4096))
    if piece and len(piece) * times < LARGEST:
        content[span.stop : span.stop] = piece * times


def _move(content: bytearray, chance: random.Random) -> None:
    span = _span(content, chance)
    piece = content[span]
    del content[span]
    place = _place(content, chance)
    content[place:place] = piece


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[_place(content, chance) :]


def _number(content: bytearray, chance: random.Random) -> None:
    found = list(_NUMBER.finditer(content))
    if found:
        match = chance.choice(found)
        new = chance.choice((b"0", b"-1", b"1", b"65536", b"4294967296", b"9" * 400))
        content[match.start() : match.end()] = new


_CHANGES: tuple[Change, ...] = (
    *(_flip, _flip, _set, _insert, _insert, _overwrite, _remove, _repeat, _move, _cut, _number),
)


def mutated(seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Return one of the seeds with a few changes, at times crossed with another one."""
    content = bytearray(chance.choice(seeds))
    if chance.random() < 0.1:
        other = chance.choice(seeds)
        content[_place(content, chance) :] = other[chance.randrange(len(other) + 1) :]
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 8, 20))):
        chance.choice(_CHANGES)(content, chance)
    return bytes(content[:LARGEST])
