"""Draws marks over a statement: undecided ones dashed, masked ones filled, kept ones underlined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from intake.domain.marks import Decision, MarkKind
from intake.gui.theme import theme


@dataclass(slots=True)
class Stretch:
    """A mark in UTF-16 units of the document as it stands.

    Attributes:
        key: Id of the mark.
        tag: Code of the person it stands for, ``P2``; empty for none.
        current: It is the one in focus.
    """

    start: int
    end: int
    kind: MarkKind
    decision: Decision
    key: str
    tag: str = ""
    current: bool = False


class MarkHighlighter(QSyntaxHighlighter):
    """Keeps the drawing of marks up to date while text is typed.

    Between two saves positions are shifted here so that the picture follows the keys; the marks
    that count are carried by the service when the draft is saved.
    """

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._stretches: list[Stretch] = []
        self._starts: list[int] = []
        self._longest = 0
        self._resting = False
        self._looks: dict[tuple[MarkKind, Decision], QTextCharFormat] = {}
        # Connected before Qt connects its own drawing, so that it draws the shifted places.
        document.contentsChange.connect(self._shift)
        self.setDocument(document)
        theme().changed.connect(self._retint)

    @property
    def stretches(self) -> Sequence[Stretch]:
        """The marks as drawn, by start."""
        return self._stretches

    @contextmanager
    def loading(self, stretches: list[Stretch]) -> Iterator[None]:
        """Take the marks of a text that is set inside; they stand where that text has them."""
        self._take(stretches)
        self._resting = True
        try:
            yield
        finally:
            self._resting = False

    def _take(self, stretches: list[Stretch]) -> None:
        self._stretches = sorted(stretches, key=lambda found: (found.start, found.end))
        self._starts = [stretch.start for stretch in self._stretches]
        self._longest = max((s.end - s.start for s in self._stretches), default=0)

    def show_marks(self, stretches: list[Stretch]) -> None:
        """Draw other marks; only blocks whose picture changes are drawn again, each once."""
        before = self._stretches
        self._take(stretches)
        if before == self._stretches:
            return
        document = self.document()
        for number in self._touched_blocks(_differing(before, self._stretches)):
            self.rehighlightBlock(document.findBlockByNumber(number))

    def highlightBlock(self, text: str) -> None:
        """Format the marks of one block (Qt)."""
        del text  # lengths come from the block: Python would count code points
        if not self._stretches:
            return
        block = self.currentBlock()
        first, length = block.position(), block.length()
        for stretch in self.between(first, first + length):
            start, end = max(stretch.start, first), min(stretch.end, first + length)
            self.setFormat(start - first, end - start, self._look(stretch))

    def between(self, first: int, last: int) -> Iterator[Stretch]:
        """Yield the marks that share something with ``first`` to ``last``, by start."""
        index = bisect_left(self._starts, first - self._longest)
        while index < len(self._stretches) and self._starts[index] < last:
            if self._stretches[index].end > first:
                yield self._stretches[index]
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

    def _shift(self, position: int, removed: int, added: int) -> None:
        if self._resting or not self._stretches or not (removed or added):
            return
        delta, last = added - removed, position + removed
        first_near = bisect_left(self._starts, position - self._longest)
        first_after = max(first_near, bisect_left(self._starts, last))
        near = [
            stretch
            for stretch in self._stretches[first_near:first_after]
            if stretch.end <= position or _touched(stretch, position, added, delta)
        ]
        after = self._stretches[first_after:]
        if delta:
            for stretch in after:
                stretch.start += delta
                stretch.end += delta
        self._stretches[first_near:] = near + after
        self._starts[first_near:] = [stretch.start for stretch in near]
        self._starts += [stretch.start for stretch in after]
        self._longest = max(self._longest, max((s.end - s.start for s in near), default=0))

    def _touched_blocks(self, spans: list[tuple[int, int]]) -> list[int]:
        document = self.document()
        numbers: set[int] = set()
        for start, end in spans:
            block = document.findBlock(start)
            while block.isValid() and block.position() < end:
                numbers.add(block.blockNumber())
                block = block.next()
        return sorted(numbers)

    def _look(self, stretch: Stretch) -> QTextCharFormat:
        key = (stretch.kind, stretch.decision)
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = mark_format(*key)
        return found

    def _retint(self) -> None:
        self._looks.clear()
        self.rehighlight()


def mark_format(kind: MarkKind, decision: Decision) -> QTextCharFormat:
    """Return how a mark looks: the state is told by line and fill, never by colour alone.

    The one in focus gets a frame (``paint_frame``): no fill could be told from all of the kinds'.
    """
    tokens = theme().tokens
    look = QTextCharFormat()
    if decision is Decision.MASK:
        look.setBackground(tokens.mark(kind))
        look.setForeground(tokens.colour("ink"))
    elif decision is Decision.PENDING:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        # Fills are pale by design; a line needs contrast of its own.
        look.setUnderlineColor(tokens.colour("warn"))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(tokens.colour("muted"))
    return look


def _touched(stretch: Stretch, position: int, added: int, delta: int) -> bool:
    """Adjust a mark whose own text changed; tell whether anything of it is left."""
    stretch.end = max(stretch.end + delta, position + added)
    stretch.start = min(stretch.start, position)
    stretch.decision = Decision.PENDING
    return stretch.start < stretch.end


def _differing(old: Sequence[Stretch], new: Sequence[Stretch]) -> list[tuple[int, int]]:
    def picture(found: Stretch) -> tuple[int, int, str, str, bool]:
        return (found.start, found.end, found.kind, found.decision, found.current)

    before, after = {picture(s) for s in old}, {picture(s) for s in new}
    return sorted((p[0], p[1]) for p in before ^ after)
