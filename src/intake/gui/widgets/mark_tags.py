"""Writes the code of a person above each mark of somebody known; frames the mark in focus."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLine
from PySide6.QtWidgets import QTextEdit

from intake.gui.theme import FontRole, theme
from intake.gui.widgets.mark_highlighter import MarkHighlighter, Stretch

_SHARE = 0.8  # of the small font: it stands in the room between two lines
_ROUND = 3
_LIFT = 7  # pixels between the capitals of the text, which may bear accents, and the code


def paint_tags(
    painter: QPainter, edit: QTextEdit, highlighter: MarkHighlighter, seen: QRect
) -> None:
    """Draw the tags of all marks in the part of the text that is being painted.

    Args:
        painter: On the viewport of ``edit``.
        edit: The editor.
        highlighter: Knows the marks.
        seen: What is painted, in coordinates of the viewport.
    """
    first = edit.cursorForPosition(seen.topLeft()).position()
    last = edit.cursorForPosition(seen.bottomRight()).position() + 1
    tagged = [stretch for stretch in highlighter.between(first, last) if stretch.tag]
    if not tagged:
        return
    font = theme().font(FontRole.SMALL)
    font.setPointSizeF(font.pointSizeF() * _SHARE)
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme().tokens.colour("accent"))
    lift = QFontMetricsF(edit.font()).capHeight() + theme().scaled(_LIFT)
    for stretch in tagged:
        _paint(painter, lift, edit, stretch)


def paint_frame(painter: QPainter, edit: QTextEdit, highlighter: MarkHighlighter) -> None:
    """Draw a frame around the mark in focus, a box for each line that it stands on."""
    current = next((stretch for stretch in highlighter.stretches if stretch.current), None)
    if current is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().tokens.colour("ink"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in _boxes(edit, current):
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), _ROUND, _ROUND)


def _boxes(edit: QTextEdit, stretch: Stretch) -> Iterator[QRectF]:
    document = edit.document()
    block = document.findBlock(stretch.start)
    while block.isValid() and block.position() < stretch.end:
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        top = corner.y() - edit.verticalScrollBar().value()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begin = block.position() + line.textStart()
            first, last = max(stretch.start, begin), min(stretch.end, begin + line.textLength())
            if first < last:
                ends = [_x(line, place - block.position()) for place in (first, last)]
                height = QFontMetricsF(edit.font())
                upper = top + line.y() + line.ascent() - height.ascent()
                width = abs(ends[1] - ends[0])
                yield QRectF(corner.x() + min(ends), upper, width, height.height())
        block = block.next()


def _x(line: QTextLine, inside: int) -> float:
    found = line.cursorToX(inside)  # (x, place), told as object in the stubs
    return float(found[0]) if isinstance(found, tuple) else 0.0


def _paint(painter: QPainter, lift: float, edit: QTextEdit, stretch: Stretch) -> None:
    block = edit.document().findBlock(stretch.start)
    inside = stretch.start - block.position()
    line = block.layout().lineForTextPosition(inside)
    if not line.isValid():
        return
    corner = edit.document().documentLayout().blockBoundingRect(block).topLeft()
    x = _x(line, inside)
    base = corner.y() - edit.verticalScrollBar().value() + line.y() + line.ascent()
    painter.drawText(QPointF(corner.x() + x, base - lift), stretch.tag)
