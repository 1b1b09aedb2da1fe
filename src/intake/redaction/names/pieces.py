"""Words and numbers that are written in pieces, put together; knows no people."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import re2

from intake.redaction.identity_keys import digits_of
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText, Token

START, ENDING = 4, 7
# A line end or two, with or without a hyphen, quoted or not; a hyphen and a space, where a line end
# has been; a hyphen or another mark; a blank that never breaks.
_CUT = re2.compile(
    r"[-‐‑¬=]?[ \t]{0,3}(?:\r?\n[ \t>]{0,3}){1,2}|[-‐‑¬][ \t]{1,3}"
    r"|[-‐‑/*_\"\x{B7}\x{2022}]{1,2}|[\x{A0}\x{2007}\x{202F}]"
)
_SPACED = frozenset(" .-_*\u00a0\u00b7\u2022")
_WIDEST = 2
_MOST_LETTERS = 24
_DIGITS = re2.compile(r"\p{Nd}+")
_WIDEST_IN_NUMBER = 4
_MOST_DIGITS = 15
_MOST_REMEMBERED = 1_000


class Number(NamedTuple):
    """The digits of ``text[start:end]`` in ASCII."""

    start: int
    end: int
    digits: str


def words_in_pieces(
    source: SourceText, known: Container[str], starts: Container[str]
) -> Iterator[Token]:
    """Yield each word that would be there if a cut or the spaces between letters were not.

    Args:
        source: The text.
        known: Keys that are looked for inside longer runs of letters.
        starts: Their first ``START`` letters.
    """
    tokens = source.tokens
    cuts = source.joined(lambda gap: _CUT.fullmatch(gap) is not None)
    for index, is_cut in enumerate(cuts):
        # What is shorter than the beginning of a name names nobody.
        if is_cut and len(source.keys[index]) + len(source.keys[index + 1]) > START:
            yield _together(tokens[index : index + 2])
    for run in spaced_out(source):
        letters = "".join(token.key for token in run)
        if START < len(run) <= _MOST_LETTERS:
            yield _together(run)
        for first in range(len(run) - START):
            if letters[first : first + START] in starts:
                for last in range(first + START + 1, min(len(run), first + _MOST_LETTERS) + 1):
                    if letters[first:last] in known:
                        yield _together(run[first:last])


def spaced_out(source: SourceText) -> Iterator[list[Token]]:
    """Yield the longest runs of single letters."""
    run: list[Token] = []
    for token in source.tokens:
        if len(token.key) == 1 and token.key.isalpha():
            gap = source.gap(run[-1], token) if run else ""
            if run and not (len(gap) <= _WIDEST and _SPACED.issuperset(gap)):
                yield run
                run = []
            run.append(token)
    yield run


def _together(tokens: Sequence[Token]) -> Token:
    key = "".join(token.key for token in tokens)
    return Token(tokens[0].start, tokens[-1].end, key, tokens[0].is_capital)


def numbers_in_pieces(text: str, endings: Container[str]) -> Iterator[Number]:
    """Yield what groups of digits make together, whatever but letters stands between them.

    Args:
        text: The text.
        endings: The last ``ENDING`` digits of the numbers that matter.
    """
    run: deque[tuple[int, int]] = deque(maxlen=_MOST_DIGITS)
    digits = ""
    reached = 0
    for start, end in spans(_DIGITS, text):
        if run and (start - reached > _WIDEST_IN_NUMBER or _has_letter(text[reached:start])):
            run.clear()
            digits = ""
        run.append((start, end))
        reached = end
        digits = (digits + digits_of(text[start:end]))[-_MOST_DIGITS:]
        if digits[-ENDING:] in endings:
            yield from _numbers_at_the_end(run, digits)


@lru_cache(_MOST_REMEMBERED)
def _has_letter(gap: str) -> bool:
    return any(map(str.isalpha, gap))


def _numbers_at_the_end(run: deque[tuple[int, int]], digits: str) -> Iterator[Number]:
    length = 0
    for first, last in reversed(run):
        length += last - first
        if ENDING <= length <= len(digits):
            yield Number(first, run[-1][1], digits[-length:])
