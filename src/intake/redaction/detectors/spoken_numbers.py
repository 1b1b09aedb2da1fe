"""Finds numbers dictated in words (phones, documents); knows no quantities with a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from intake.domain.marks import MarkKind
from intake.redaction.detectors.number_words import numerals, value_of
from intake.redaction.lists import named, words
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_PLUS = named("dictation", "plus")
_DOUBLE = named("dictation", "double")
_FILLER = named("dictation", "filler")
_LETTER = named("dictation", "letter")
_JOINTS = frozenset(" \t\u00a0,.-–—…\n+()/")
_WIDEST_JOINT = 4
_MOST_FILLERS = 2
_MOST_LETTERS = 3
_CUES_BEFORE = 3
_SURE, _DOUBTFUL = 0.75, 0.35
_FEWEST_WORDS = 2  # figures with one word among them are found as what they are
_SHORTEST = 4
_LONG, _PHONE = 5, 7
_LONGEST_SERIES = 2


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the dictated numbers of a text."""
    found = source.standing(_may_belong)
    joins = source.joined(_is_joint) if found else []
    run: list[int] = []
    for index in found:
        if run and not _is_joined(source.keys, joins, run[-1], index):
            yield from _close(source, run)
            run = []
        run.append(index)
    yield from _close(source, run)


def _may_belong(key: str) -> bool:
    return key.isdecimal() or key in _PLUS or key in _DOUBLE or value_of(key) is not None


def _is_joint(gap: str) -> bool:
    return len(gap) <= _WIDEST_JOINT and _JOINTS.issuperset(gap)


def _is_joined(keys: Sequence[str], joins: Sequence[bool], left: int, right: int) -> bool:
    """Tell whether nothing but spaces, signs and words such as "dash" stands between two words."""
    if right - left == 1:
        return joins[left]
    if right - left - 1 > _MOST_FILLERS or not all(joins[left:right]):
        return False
    return all(key in _FILLER for key in keys[left + 1 : right])


def _close(source: SourceText, run: Sequence[int]) -> Iterator[Suggestion]:
    if len(run) < _FEWEST_WORDS:
        return
    keys = [source.keys[index] for index in run]
    if len(keys) - sum(map(str.isdecimal, keys)) < _FEWEST_WORDS:
        return
    score = _score(source, run, keys)
    if score:
        start = source.tokens[_series_before(source, run[0])].start
        yield Suggestion(start, source.tokens[run[-1]].end, MarkKind.NUMBER, "spoken_number", score)


def _score(source: SourceText, run: Sequence[int], keys: Sequence[str]) -> float:
    """Tell a dictation from a quantity: it has more numbers, or more figures, than one thing needs.

    Three numbers in a row may be a list ("ten, twenty, thirty"); four are a dictation.
    """
    found = numerals(keys)
    digits = sum(each.digits for each in found) + sum(key in _DOUBLE for key in keys)
    spoken = sum(not key.isdecimal() for key in keys)
    several = len(found) >= 2  # noqa: PLR2004 (one number is a quantity)
    is_signed = keys[0] in _PLUS or _has_cue(source, run[0])
    is_long = digits >= _PHONE or (digits >= _LONG and len(keys) >= _SHORTEST)
    if several and is_signed and digits >= _SHORTEST:
        return _SURE
    if len(found) >= _SHORTEST and (spoken >= _SHORTEST or digits >= _PHONE):
        return _SURE
    if len(found) > 2 and is_long:  # noqa: PLR2004 (two long numbers are asked about below)
        return _SURE
    if several and digits > _LONG and not _has_comma(source, run):
        return _SURE
    return _DOUBTFUL if several and spoken >= _SHORTEST else 0.0


def _has_cue(source: SourceText, first: int) -> bool:
    before = source.tokens[max(0, first - _CUES_BEFORE) : first]
    return any(
        each.key in words("phone_cues") or each.key in words("document_cues") for each in before
    )


def _has_comma(source: SourceText, run: Sequence[int]) -> bool:
    return any(not source.gaps[left].isspace() for left in run[:-1])


def _series_before(source: SourceText, first: int) -> int:
    """Return the token of the first letter that is said before the figures ("MP three five")."""
    for _ in range(_MOST_LETTERS):
        before = first - 1
        if before < 0 or source.gap(source.tokens[before], source.tokens[first]) != " ":
            break
        token = source.tokens[before]
        written = source.text[token.start : token.end]
        is_series = len(written) <= _LONGEST_SERIES and written.isupper()
        if not (token.key in _LETTER or (is_series and written.isalpha())):
            break
        first = before
    return first
