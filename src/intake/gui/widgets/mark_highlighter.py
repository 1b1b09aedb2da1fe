"""Draws marks over a statement: undecided ones dashed, masked ones filled, kept ones underlined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QColor,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextDocument,
)

from intake.domain.marks import Decision, MarkKind
from intake.gui.theme import theme


@dataclass(slots=True)
class Stretch:
    """A mark in UTF-16 units of the document as it stands."""

    start: int
    end: int
    kind: MarkKind
    decision: Decision
    key: str
    current: bool = False


class MarkHighlighter(QSyntaxHighlighter):
    """Keeps the drawing of marks up to date while text is typed.

    Between two saves positions are shifted here so that the picture follows the keys; the marks
    that count are carried by the service when the draft is saved.
    """

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(document)
        if parent is not None:
            self.setParent(parent)
        self._stretches: list[Stretch] = []
        self._starts: list[int] = []
        self._longest = 0
        document.contentsChange.connect(self._shift)
        theme().changed.connect(self.rehighlight)

    @property
    def stretches(self) -> Sequence[Stretch]:
        """The marks as drawn, by start."""
        return self._stretches

    def show_marks(self, stretches: list[Stretch]) -> None:
        """Draw other marks; only blocks whose picture changes are drawn again."""
        touched = _differing(self._stretches, stretches)
        self._set(stretches)
        document = self.document()
        for start, end in touched:
            block = document.findBlock(start)
            while block.isValid() and block.position() <= end:
                self.rehighlightBlock(block)
                block = block.next()

    def highlightBlock(self, text: str) -> None:
        """Format the marks of one block (Qt)."""
        del text  # lengths come from the block: Python would count code points
        block = self.currentBlock()
        first, length = block.position(), block.length()
        index = bisect_left(self._starts, first - self._longest)
        while index < len(self._stretches) and self._starts[index] < first + length:
            stretch = self._stretches[index]
            start, end = max(stretch.start, first), min(stretch.end, first + length)
            if start < end:
                self.setFormat(start - first, end - start, mark_format(stretch))
            index += 1

    def at(self, unit: int) -> Stretch | None:
        """Return the mark that covers a position, the innermost where several do."""
        index = bisect_right(self._starts, unit)
        covering = [
            stretch
            for stretch in self._stretches[max(0, index - 50) : index]
            if stretch.start <= unit < stretch.end
        ]
        return min(covering, key=lambda found: found.end - found.start, default=None)

    def _set(self, stretches: list[Stretch]) -> None:
        self._stretches = sorted(stretches, key=lambda found: (found.start, found.end))
        self._starts = [stretch.start for stretch in self._stretches]
        self._longest = max((s.end - s.start for s in self._stretches), default=0)

    def _shift(self, position: int, removed: int, added: int) -> None:
        if not self._stretches or (removed == added and not removed):
            return
        delta = added - removed
        kept: list[Stretch] = []
        for stretch in self._stretches:
            if stretch.end <= position:
                kept.append(stretch)
            elif stretch.start >= position + removed:
                stretch.start += delta
                stretch.end += delta
                kept.append(stretch)
            else:
                stretch.end = max(stretch.end + delta, position + added)
                stretch.start = min(stretch.start, position)
                stretch.decision = Decision.PENDING
                if stretch.start < stretch.end:
                    kept.append(stretch)
        self._set(kept)


def mark_format(stretch: Stretch) -> QTextCharFormat:
    """Return how a mark looks: the state is told by line and fill, never by colour alone."""
    tokens = theme().tokens
    look = QTextCharFormat()
    fill = tokens.mark(stretch.kind)
    ink = tokens.colour("ink")
    if stretch.decision is Decision.MASK:
        look.setBackground(fill)
        look.setForeground(ink)
    elif stretch.decision is Decision.PENDING:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(_line_colour(stretch.kind))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(tokens.colour("muted"))
    if stretch.current:
        look.setBackground(tokens.colour("selection"))
    return look


def _line_colour(kind: MarkKind) -> QColor:
    # Fills are pale by design; a line needs contrast of its own, so it takes the warning colour.
    del kind
    return theme().tokens.colour("warn")


def _differing(old: Sequence[Stretch], new: Sequence[Stretch]) -> list[tuple[int, int]]:
    def picture(found: Stretch) -> tuple[int, int, str, str, bool]:
        return (found.start, found.end, found.kind, found.decision, found.current)

    before, after = {picture(s) for s in old}, {picture(s) for s in new}
    return sorted((p[0], p[1]) for p in before ^ after)
