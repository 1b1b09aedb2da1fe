"""The pages of a bundle as text, tables and charts of the window; nothing is shown as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from intake.gui.i18n import translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.labels import Heading, Label, Muted, Strong, Title
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.services.bundles import Block, Grid, Kind, Passage

_MEASURE = 760
# Characters that a window lays out within seconds, and what any text, line or mark costs of them.
# The codebook of the shipped form has less than half of that.
_MOST, _EACH = 1_000_000, 100
_LABELS = {
    Kind.TITLE: Title,
    Kind.HEADING: Heading,
    Kind.SMALL_HEADING: Strong,
    Kind.LEAD: Muted,
    Kind.PARAGRAPH: Label,
}


class ReportView(QScrollArea):
    """One page of a bundle, or its beginning: somebody else has written it, and it can be endless.

    Args:
        blocks: What stands on the page.
    """

    def __init__(self, blocks: Iterable[Block], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(Space.TWO, Space.TWO, Space.TWO, Space.FOUR)
        self._column.setSpacing(Space.ONE)
        room = _MOST
        for block in blocks:
            room -= _size(block)
            if room < 0:
                words = translate("ReportView", "The page goes on. Save the files to see all.")
                self._add_passage(Passage(Kind.WARNING, words))
                break
            if isinstance(block, Passage):
                self._add_passage(block)
            else:
                self._column.addWidget(_grid(block))
        self._column.addStretch(1)
        inner = QWidget()
        inner.setLayout(self._column)
        inner.setMaximumWidth(theme().scaled(_MEASURE))
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self.setWidget(middle)

    def _add_passage(self, passage: Passage) -> None:
        if passage.kind is Kind.WARNING:
            bar = MessageBar()
            bar.show_message(MessageKind.WARN, passage.text)
            self._column.addWidget(bar)
        elif passage.kind is Kind.QUOTE:
            card = Card()
            words = Label(passage.text)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            card.body.addWidget(words)
            self._column.addWidget(card)
        elif passage.kind is Kind.ITEM:
            self._column.addWidget(Label(f"\u2022 {passage.text}"))
        else:
            if passage.kind in (Kind.HEADING, Kind.SMALL_HEADING):
                self._column.addSpacing(Space.ONE)
            self._column.addWidget(_LABELS[passage.kind](passage.text))


def _size(block: Block) -> int:
    """Return what it costs to lay a block out, in characters."""
    if isinstance(block, Passage):
        return _EACH + len(block.text)
    lines = [block.header, *block.rows]
    cells = sum(_EACH + len(cell) for line in lines for cell in line)
    return cells + _EACH * (len(lines) + block.drawing.count("<")) + len(block.drawing)


def _grid(block: Grid) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, Space.ONE)
    row.setSpacing(Space.THREE)
    if block.drawing:
        row.addWidget(ChartPicture(block.drawing), 4, Qt.AlignmentFlag.AlignTop)
    row.addWidget(_table(block), 3, Qt.AlignmentFlag.AlignTop)
    return whole


def _table(block: Grid) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(Space.TWO)
    grid.setVerticalSpacing(Space.HALF)
    wide = max((len(row) for row in block.rows), default=1)
    lines = [block.header, *block.rows] if block.header else list(block.rows)
    for number, cells in enumerate(lines):
        for column, text in enumerate(cells):
            is_head = bool(block.header) and number == 0
            grid.addWidget(Muted(text) if is_head else Label(text), 2 * number, column)
        grid.addWidget(Rule(), 2 * number + 1, 0, 1, wide)
    grid.setColumnStretch(0, 1)
    for column in range(1, wide):
        grid.setColumnStretch(column, 0 if block.drawing else 1)
    return table


class ChartPicture(QWidget):
    """A drawing of a bundle in the colours of the window; the table beside it says the same.

    Args:
        drawing: SVG of ours, without any colour.
    """

    def __init__(self, drawing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        size = QSvgRenderer(QByteArray(drawing.encode())).viewBoxF()
        self._shape = size.height() / size.width() if size.width() else 0.0

    def hasHeightForWidth(self) -> bool:
        """Say that the picture keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture, in pixels."""
        return int(width * self._shape)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        width = float(self.width())
        QSvgRenderer(QByteArray(self.coloured().encode())).render(
            painter, QRectF(0, 0, width, width * self._shape)
        )
        painter.end()

    def coloured(self) -> str:
        """Return the drawing in the colours of the window."""
        tokens = theme().tokens
        ink, bar, soft = (tokens.colour(name).name() for name in ("ink", "accent", "muted"))
        hidden = f'<rect fill="none" stroke="{soft}" stroke-dasharray="3 2" '
        return (
            self._drawing.replace('<rect class="hidden" ', hidden)
            .replace("<rect x", f'<rect fill="{bar}" x')
            .replace("<text ", f'<text fill="{ink}" font-family="Noto Sans" font-size="12" ')
            .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
        )
