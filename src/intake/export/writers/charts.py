"""Draws counts: bars beside their labels, or columns along the time; each with a table beside it.

Whole numbers and short texts only, so that a reader can tell a drawing of ours from any other.
Hidden numbers have an outline of one size, whatever they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.export.writers.html import Page, Piece
from intake.export.writers.words import Words

_WIDTH = 320
_ROW, _BAR, _ABOVE_BAR = 30, 9, 16
_LABEL = 38  # characters that fit beside the number
_PLOT, _TOP, _BELOW = 110, 18, 22
_HIDDEN = 8
_MOST_COLUMNS = 24
_NAME = 52  # room for the name of a quarter
_PERIOD = re.compile(r"([12][0-9]{3})(?:-Q([1-4]))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer of a chart.

    Attributes:
        number: Of people; ``None`` where it is hidden.
        ours: No word of the label comes from a case.
    """

    label: str
    number: int | None
    ours: bool = True


def add_chart(page: Page, words: Words, bars: Sequence[Bar]) -> None:
    """Add a drawing of counts and the table that says the same."""
    told = [(_label(bar), _told(words, bar)) for bar in bars]
    periods = _periods(bars)
    drawing = _columns(bars, periods) if periods else _rows(words, bars)
    page.figure(drawing, (words("Answer"), words("People")), told)


def _label(bar: Bar) -> Piece:
    return Piece(bar.label, bar.ours)


def _told(words: Words, bar: Bar) -> str:
    return words("hidden") if bar.number is None else str(bar.number)


def _longest(bars: Sequence[Bar]) -> int:
    return max((bar.number or 0 for bar in bars), default=0) or 1


def _rows(words: Words, bars: Sequence[Bar]) -> list[Piece]:
    longest = _longest(bars)
    pieces = [_open(_ROW * len(bars))]
    for index, bar in enumerate(bars):
        top = index * _ROW
        short = bar.label if len(bar.label) <= _LABEL else bar.label[: _LABEL - 1] + "\u2026"
        pieces += _text(0, top + 12, Piece(short, bar.ours))
        pieces += _text(_WIDTH, top + 12, Piece(_told(words, bar)), "end")
        width = _HIDDEN if bar.number is None else bar.number * _WIDTH // longest
        pieces.append(_rect(0, top + _ABOVE_BAR, width, _BAR, is_hidden=bar.number is None))
    return [*pieces, _close()]


def _periods(bars: Sequence[Bar]) -> list[str]:
    """Return every period from the first to the last, if all labels are years, or all quarters."""
    found = [_PERIOD.fullmatch(bar.label) for bar in bars]
    at = [(int(match[1]), int(match[2] or 0)) for match in found if match]
    if not bars or len(at) < len(bars) or len({quarter == 0 for _, quarter in at}) > 1:
        return []
    (first, early), (last, late) = min(at), max(at)
    if not early:
        every = [str(year) for year in range(first, last + 1)]
    else:
        numbers = range(4 * first + early - 1, 4 * last + late)
        every = [f"{number // 4}-Q{number % 4 + 1}" for number in numbers]
    return every if 1 < len(every) <= _MOST_COLUMNS else []


def _columns(bars: Sequence[Bar], periods: Sequence[str]) -> list[Piece]:
    longest = _longest(bars)
    by_period = {bar.label: bar for bar in bars}
    step = _WIDTH // len(periods)
    bottom = _TOP + _PLOT
    pieces = [_open(bottom + _BELOW)]
    for index, period in enumerate(periods):
        if period in by_period:
            pieces += _column(by_period[period], index * step, step, longest)
    for index, name in _names(periods, step).items():
        middle = min(max(index * step + step // 2, _NAME // 2), _WIDTH - _NAME // 2)
        pieces += _text(middle, bottom + 16, Piece(name), "middle")
    return [*pieces, _rect(0, bottom, _WIDTH, 1), _close()]


def _column(bar: Bar, left: int, step: int, longest: int) -> list[Piece]:
    wide = max(3, min(28, step - 3))
    high = _HIDDEN if bar.number is None else bar.number * _PLOT // longest
    middle, top = left + step // 2, _TOP + _PLOT - high
    drawn = [_rect(middle - wide // 2, top, wide, high, is_hidden=bar.number is None)]
    if bar.number is not None:
        drawn += _text(middle, top - 4, Piece(str(bar.number)), "middle")
    return drawn


def _names(periods: Sequence[str], step: int) -> dict[int, str]:
    """Return which periods are named below the time, as many as have room."""
    if step >= _NAME:
        return dict(enumerate(periods))
    if "Q" in periods[0]:  # the years, where they begin
        starts = [index for index, period in enumerate(periods) if period.endswith("Q1")]
    else:
        starts = list(range(0, len(periods), 1 + _NAME // step))
    if not starts or starts[0] * step >= _NAME:
        starts.insert(0, 0)
    return {index: periods[index].removesuffix("-Q1") for index in starts}


def _open(height: int) -> Piece:
    return Piece(f'<svg viewBox="0 0 {_WIDTH} {height}" aria-hidden="true">\n', is_markup=True)


def _close() -> Piece:
    return Piece("</svg>\n", is_markup=True)


def _rect(x: int, y: int, width: int, height: int, *, is_hidden: bool = False) -> Piece:
    kind = 'class="hidden" ' if is_hidden else ""
    place = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return Piece(f"<rect {kind}{place}></rect>\n", is_markup=True)


def _text(x: int, y: int, text: Piece, anchor: str = "") -> list[Piece]:
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    opening = Piece(f'<text x="{x}" y="{y}"{anchored}>', is_markup=True)
    return [opening, text, Piece("</text>\n", is_markup=True)]
