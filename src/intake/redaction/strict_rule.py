"""The safety net of the strict profile (capitalised words, bare numbers); recognises nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from intake.domain.marks import MarkKind
from intake.redaction.lists import is_function_word, words
from intake.redaction.source_text import SourceText, Token
from intake.redaction.suggestion import Suggestion

SOURCE = "strict"
_SHORTEST_NUMBER = 3
_LONGEST_INITIAL = 2
_SIGNS = frozenset("№#")
_TIGHT = frozenset("-/‑–")
_NEAR = frozenset(" .\u00a0№#")
_WIDEST_GAP = 3
_JOINTS = frozenset({" ", "-", "‑", "’", "'", ". ", "\u00a0", ".", "_"})


def find(source: SourceText) -> Iterator[Suggestion]:
    """Propose capitalised words and bare numbers; neighbours become one stretch."""
    run: list[Token] = []
    for token in source.tokens:
        if not _is_suspect(source, token):
            continue
        if run and not _is_joined(source, run[-1], token):
            yield _close(run)
            run = []
        run.append(token)
    if run:
        yield _close(run)
    yield from _numbers(source)


def _is_joined(source: SourceText, left: Token, right: Token) -> bool:
    """Tell whether two words belong together: a point stands only behind an initial."""
    gap = source.gap(left, right)
    return gap in _JOINTS and ("." not in gap or len(left.key) <= _LONGEST_INITIAL)


def _is_suspect(source: SourceText, token: Token) -> bool:
    """Tell whether a word must be looked at: capitalised, neither public nor a common opening."""
    if not token.is_capital or token.key in words("public_names"):
        return False
    if token.key == "i":
        return False
    is_initial = len(token.key) == 1 and source.text[token.end : token.end + 1] == "."
    if is_initial or not source.starts_sentence(token):
        return True
    return not is_opening(source, token)


def is_opening(source: SourceText, token: Token) -> bool:
    """Tell whether a capitalised word at the start of a sentence is a common one."""
    return (
        token.key in source.lower_keys
        or is_function_word(token.key, source.language)
        or token.key in words("form_words")
    )


def _close(run: list[Token]) -> Suggestion:
    return Suggestion(run[0].start, run[-1].end, MarkKind.OTHER, SOURCE, 0.35)


def _numbers(source: SourceText) -> Iterator[Suggestion]:
    for token in source.tokens:
        digits = sum(char.isdecimal() for char in token.key)
        if digits >= _SHORTEST_NUMBER and not is_year(token.key):
            yield _number(token)
    for left, right in pairwise(source.tokens):
        if right.key[0].isdecimal() and not is_year(right.key) and _belongs(source, left, right):
            yield _number(right)


def _belongs(source: SourceText, left: Token, right: Token) -> bool:
    """Tell whether a short number belongs to what is before it.

    A school, a house or a cell has a name before its number, a flat the word for it, and the file
    of an office a sign.
    """
    gap = source.gap(left, right)
    if gap.strip(" \u00a0") in _SIGNS:
        return True
    if left.key in words("number_signs") or left.key in words("house_units"):
        return len(gap) <= _WIDEST_GAP and _NEAR.issuperset(gap)
    if left.key[0].isdecimal() and gap in _TIGHT:  # the second half of "1847-20"
        before = source.text[max(0, left.start - _WIDEST_GAP) : left.start]
        return any(sign in before for sign in _SIGNS)
    if gap not in {" ", "-", " №", " № ", ", "} or not _is_suspect(source, left):
        return False
    # At the start of a sentence many words have a capital; what is counted follows its number.
    return not source.starts_sentence(left) or not _is_followed(source, right)


def _is_followed(source: SourceText, token: Token) -> bool:
    behind = source.text[token.end : token.end + 2]
    return behind[:1] in {" ", "\u00a0", "%"} and behind[1:].isalnum()


def _number(token: Token) -> Suggestion:
    return Suggestion(token.start, token.end, MarkKind.NUMBER, SOURCE, 0.3)


def is_year(key: str) -> bool:
    """Tell whether a folded word is a year of the last or this century."""
    return len(key) == 4 and key.isdecimal() and key[:2] in {"19", "20"}  # noqa: PLR2004 (a year)
