"""Finds numbers dictated in words (phones, documents); knows no quantities with a unit."""

from __future__ import annotations

from collections.abc import Iterator

from intake.domain.marks import MarkKind
from intake.redaction.lists import words
from intake.redaction.source_text import SourceText, Token
from intake.redaction.suggestion import Suggestion

# Three number words may be a quantity ("two hundred fifty"); four in a row are a dictation.
_SHORTEST = 4
_JOINTS = frozenset(" \t\u00a0,.-–—…\n")
_WIDEST_JOINT = 4


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the dictated numbers of a text."""
    run: list[Token] = []
    for index in source.where(_is_number):
        token = source.tokens[index]
        if run and not _joined(source.gap(run[-1], token)):
            yield from _close(run)
            run = []
        if run or not token.key[0].isdecimal():
            run.append(token)
    yield from _close(run)


def _is_number(key: str) -> bool:
    return key.isdecimal() or key in words("numbers")


def _joined(gap: str) -> bool:
    return len(gap) <= _WIDEST_JOINT and all(char in _JOINTS for char in gap)


def _close(run: list[Token]) -> Iterator[Suggestion]:
    spoken = sum(not token.key.isdecimal() for token in run)
    if spoken < _SHORTEST:
        return
    start = run[0].start
    yield Suggestion(start, run[-1].end, MarkKind.NUMBER, "spoken_number", 0.75)
