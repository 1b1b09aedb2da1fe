"""Carries marks from a text to what it became, without ever uncovering what they covered.

Where it cannot be known which of two equal words a mark stood over, both are covered. Autosave
comes here with every pause in typing, so nothing is done that a long text or many marks make slow.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from intake.domain.ids import MarkId, new_id
from intake.domain.marks import Decision, Mark
from intake.domain.rewriting import Rewriting, Span


class _Piece(NamedTuple):
    """A stretch of the new text; certain where letters that were marked stand in it for sure."""

    start: int
    end: int
    certain: bool


def carry_marks(marks: tuple[Mark, ...], old: str, new: str) -> tuple[Mark, ...]:
    """Carry marks from an old text to a new one.

    A mark whose text is unchanged moves with it, also with a paragraph to another place. A mark
    whose text was touched goes back to pending over what is left of it, what was written in its
    place, and letters that were written directly against its edges. A mark whose text is gone goes.
    What was written instead, and what else may be words that were marked, is covered by new pending
    marks with what is known of the old one. A paraphrase stays with one of them: a passage is told
    once.

    Args:
        marks: Marks of ``old``.
        old: Text before the change.
        new: Text after the change.

    Returns:
        Marks of ``new``, sorted by start.
    """
    if old == new or not marks:
        return marks
    change = Rewriting(old, new)
    known = [(mark, change.whole((mark.start, mark.end))) for mark in marks]
    covered = _Covered([(mark, place) for mark, place in known if place])
    carried: list[tuple[Mark, bool]] = []
    for mark, place in sorted(known, key=lambda each: each[0].start):
        carried += _carry(mark, place, change, covered)
    kept = _without_doubles(carried)
    return tuple(sorted(kept, key=lambda mark: (mark.start, mark.end)))


def _carry(
    mark: Mark, place: Span | None, change: Rewriting, covered: _Covered
) -> Iterator[tuple[Mark, bool]]:
    """Yield what becomes of a mark, and whether its letters stand there for sure."""
    stretch = mark.start, mark.end
    others = [
        span
        for span in change.instead(stretch)
        if span[0] < span[1] and not covered.has(span, mark.decision)
    ]
    name: MarkId | None = mark.id
    left: list[Span] = []
    if place and not (others and mark.decision is Decision.KEEP):
        # Hidden words stay hidden, and equal ones are hidden with them. A word that is shown was
        # decided for one place, and which of them that is cannot be known.
        yield mark if place == stretch else replace(mark, start=place[0], end=place[1]), True
        name = None
    else:
        left = list(change.left(stretch))
    pieces = [
        _Piece(*change.with_letters(stretch, span, certain=certain), certain)
        for spans, certain in ((left, True), (others, False))
        for span in spans
    ]
    for *piece, certain in sorted(_united(pieces), key=lambda each: not each.certain):
        start, end = change.trimmed(stretch, (piece[0], piece[1]))
        if start == end:
            continue
        known = name if name and certain else MarkId(new_id())
        left_of_it = replace(mark, id=known, start=start, end=end, decision=Decision.PENDING)
        yield left_of_it if name else replace(left_of_it, paraphrase=None), certain
        name = None


def _united(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Return pieces sorted, those that meet as one."""
    united: list[_Piece] = []
    for piece in sorted(pieces):
        if united and piece.start <= united[-1].end:
            last = united[-1]
            united[-1] = _Piece(last.start, max(last.end, piece.end), last.certain or piece.certain)
        else:
            united.append(piece)
    return united


def _without_doubles(carried: list[tuple[Mark, bool]]) -> Iterator[Mark]:
    """Yield marks by start, without what only repeats that a stretch is hidden."""
    reached = 0
    for mark, certain in sorted(
        carried, key=lambda each: (each[0].start, -each[0].end, not each[1])
    ):
        if certain or mark.end > reached:
            yield mark
            if mark.decision is not Decision.KEEP:
                reached = max(reached, mark.end)


class _Covered:
    """Says whether a stretch lies inside a mark that was carried unchanged."""

    def __init__(self, whole: list[tuple[Mark, Span]]) -> None:
        everything = sorted(place for _, place in whole)
        hidden = sorted(place for mark, place in whole if mark.decision is not Decision.KEEP)
        self._starts = {False: [p[0] for p in hidden], True: [p[0] for p in everything]}
        self._reached = {
            False: list(accumulate((p[1] for p in hidden), max)),
            True: list(accumulate((p[1] for p in everything), max)),
        }

    def has(self, place: Span, decision: Decision) -> bool:
        """Tell whether a place needs no mark of its own; what is shown hides nothing else."""
        kept = decision is Decision.KEEP
        before = bisect_right(self._starts[kept], place[0])
        return before > 0 and self._reached[kept][before - 1] >= place[1]
