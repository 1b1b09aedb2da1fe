"""Writes the code of a person above each mark that stands for somebody known."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QTextEdit

from intake.gui.theme import FontRole, theme
from intake.gui.widgets.mark_highlighter import MarkHighlighter, Stretch

_SHARE = 0.8  # of the small font: it stands in the room between two lines
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


def _paint(painter: QPainter, lift: float, edit: QTextEdit, stretch: Stretch) -> None:
    block = edit.document().findBlock(stretch.start)
    inside = stretch.start - block.position()
    line = block.layout().lineForTextPosition(inside)
    if not line.isValid():
        return
    corner = edit.document().documentLayout().blockBoundingRect(block).topLeft()
    found = line.cursorToX(inside)  # (x, place), told as object in the stubs
    x = float(found[0]) if isinstance(found, tuple) else 0.0
    base = corner.y() - edit.verticalScrollBar().value() + line.y() + line.ascent()
    painter.drawText(QPointF(corner.x() + x, base - lift), stretch.tag)
