"""The safety net: capitalised words, words of no language, bare numbers; recognises nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from intake.domain.marks import MarkKind
from intake.redaction.lists import is_function_word, words
from intake.redaction.source_text import NAME_JOINTS, SourceText, Token
from intake.redaction.strangers import is_plain_word, is_stranger, strangers
from intake.redaction.suggestion import Suggestion

SOURCE = "strict"
_CAPITAL, _NAMED = 0.35, 0.5  # the second one counts in the balanced profile, too
_SHORTEST_NUMBER = 3
_LONGEST_INITIAL = 2
_SIGNS = frozenset("№#")
_TIGHT = frozenset("-/‑–")
_NEAR = frozenset(" .\u00a0№#")
_WIDEST_GAP = 3
_MOST_REMEMBERED = 20_000


def find(source: SourceText) -> Iterator[Suggestion]:
    """Propose capitalised words and bare numbers; neighbours become one stretch."""
    run: list[Token] = []
    suspects = strangers(source) if source.ignores_case else _capitals(source)
    for token in suspects:
        is_alike = bool(run) and run[-1].is_capital == token.is_capital
        if run and not (is_alike and _is_joined(source, run[-1], token)):
            yield _close(source, run)
            run = []
        run.append(token)
    if run:
        yield _close(source, run)
    yield from _numbers(source)


def _capitals(source: SourceText) -> Iterator[Token]:
    # Telephones begin sentences with a capital, and leave names small.
    small = {token.start for token in strangers(source) if not token.is_capital}
    return (token for token in source.tokens if token.start in small or _is_suspect(source, token))


def _is_joined(source: SourceText, left: Token, right: Token) -> bool:
    """Tell whether two words belong together: a point stands only behind an initial."""
    gap = source.gap(left, right)
    return gap in NAME_JOINTS and ("." not in gap or len(left.key) <= _LONGEST_INITIAL)


def _is_suspect(source: SourceText, token: Token) -> bool:
    """Tell whether a word must be looked at: capitalised, neither public nor a common opening."""
    if not token.is_capital or _is_public(token.key, source.text[token.start : token.end]):
        return False
    is_initial = len(token.key) == 1 and source.text[token.end : token.end + 1] == "."
    if is_initial or not source.starts_sentence(token):
        return True
    return not (is_opening(source, token) or is_plain_word(source, token))


@lru_cache(_MOST_REMEMBERED)
def _is_public(key: str, written: str) -> bool:
    return key == "i" or words("public_names").means(key, written)


def is_opening(source: SourceText, token: Token) -> bool:
    """Tell whether a capitalised word at the start of a sentence is a common one."""
    return (
        token.key in source.lower_keys
        or is_function_word(token.key, source.language)
        or token.key in words("form_words")
    )


def _close(source: SourceText, run: list[Token]) -> Suggestion:
    score = _NAMED if any(is_stranger(source, token) for token in run) else _CAPITAL
    return Suggestion(run[0].start, run[-1].end, MarkKind.OTHER, SOURCE, score)


def _numbers(source: SourceText) -> Iterator[Suggestion]:
    tokens = source.tokens
    yield from (_number(tokens[index]) for index in source.standing(_is_long))
    for index in source.standing(_is_short):
        if index and _belongs(source, index):
            yield _number(tokens[index])


def _is_short(key: str) -> bool:
    return key[0].isdecimal() and not is_year(key)


def _is_long(key: str) -> bool:
    return sum(map(str.isdecimal, key)) >= _SHORTEST_NUMBER and not is_year(key)


def _belongs(source: SourceText, index: int) -> bool:
    """Tell whether a short number belongs to what is before it.

    A school, a house or a cell has a name before its number, a flat the word for it, and the file
    of an office a sign.
    """
    left, right = source.tokens[index - 1 : index + 1]
    gap = source.gaps[index - 1]
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
