"""The results of a search, below the search field and over the page; the words found stand out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from intake.gui.i18n import direction_of, plural, translate
from intake.gui.models.hits_model import HIT, WHERE, HitsModel
from intake.gui.offsets import Utf16Map
from intake.gui.theme import FontRole, Space, theme
from intake.gui.widgets.labels import Small
from intake.gui.words import ChoiceWords
from intake.store.search import SearchHit

_MOST_ROWS = 7
_CUT_BEFORE, _CUT_AFTER = "… ", " …"


class HitDelegate(QStyledItemDelegate):
    """Two lines a hit: code and place, then the snippet with the words found in bold."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of two lines."""
        body = QFontMetrics(theme().font(FontRole.BODY)).height()
        small = QFontMetrics(theme().font(FontRole.SMALL)).height()
        return QSize(0, body + small + 2 * Space.ONE + 2)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        hit: SearchHit | None = index.data(HIT)
        if hit is None:
            return
        tokens = theme().tokens
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.colour("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, tokens.colour("hover"))
        inner = option.rect.adjusted(Space.TWO, Space.ONE, -Space.TWO, -Space.ONE)
        small = theme().font(FontRole.SMALL)
        painter.setFont(small)
        painter.setPen(tokens.colour("muted"))
        head = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(small).height())
        near = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        aligned = QStyle.visualAlignment(option.direction, near)
        words = str(index.data(WHERE))
        room = QFontMetrics(small).elidedText(words, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, aligned, room)
        painter.setPen(tokens.colour("ink"))
        _draw_snippet(painter, inner, head.bottom() + 3, hit, option.direction)
        painter.restore()


class SearchPanel(QFrame):
    """A floating list of hits.

    Signals:
        chosen: A ``SearchHit``.
        left_up: Arrow up on the first hit, or Escape: back to the search field.

    Args:
        words: Labels of questions.
        parent: Owner.
    """

    chosen = Signal(object)
    left_up = Signal()

    def __init__(self, words: ChoiceWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "sheet")
        self.model = HitsModel(words, self)
        self.list = _HitList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count = Small()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.ONE, 1, Space.ONE)
        column.setSpacing(Space.HALF)
        column.addWidget(self.list)
        column.addWidget(self.count)
        self.count.setContentsMargins(Space.TWO, 0, Space.TWO, 0)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.list.left_up.connect(self.left_up)
        self.hide()

    def show_hits(self, hits: tuple[SearchHit, ...], below: QRect) -> None:
        """Show hits under a place of the parent.

        Args:
            hits: Best first.
            below: The search field in the parent's coordinates.
        """
        self.model.set_hits(hits)
        self.list.setAccessibleName(translate("Search", "Search results"))
        self.count.setText(
            plural("Search", "%n hit(s)", len(hits))
            if hits
            else translate("Search", "Nothing found. Try fewer letters of the word.")
        )
        row = self.list.sizeHintForRow(0) if hits else 0
        height = min(len(hits), _MOST_ROWS) * row
        self.list.setFixedHeight(height)
        self.list.setVisible(bool(hits))
        if hits:
            self.list.setCurrentIndex(self.model.index(0))
        self.setGeometry(below.left(), below.bottom() + Space.HALF, below.width(), 0)
        self.resize(below.width(), self.sizeHint().height())
        self.show()
        self.raise_()

    def choose_first(self) -> None:
        """Choose the best hit: Enter in the search field."""
        if self.model.rowCount():
            self.chosen.emit(self.model.hit(0))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.hit(index.row()))


class _HitList(QListView):
    """A list that gives the keyboard back at its upper end."""

    left_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave upwards on the first row, and on Escape."""
        first = self.currentIndex().row() <= 0
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and first):
            self.left_up.emit()
        else:
            super().keyPressEvent(event)


def fitting(hit: SearchHit, width_of: Callable[[str], int] = len, room: int | None = None) -> str:
    """Return a snippet on one line, with whole words left out at its end until it fits.

    Args:
        hit: The hit; its first found words always stay.
        width_of: Measures a text.
        room: How wide it may be; ``None`` for any width.
    """
    before = _CUT_BEFORE if hit.cut_before else ""
    snippet = hit.snippet.replace("\n", " ")
    text = f"{before}{snippet}{_CUT_AFTER if hit.cut_after else ''}"
    kept = hit.ranges[0][1] if hit.ranges else 0
    end = len(snippet)
    while room is not None and width_of(text) > room:
        end = snippet.rfind(" ", kept, end)
        if end < 0:
            break
        text = f"{before}{snippet[:end]}{_CUT_AFTER}"
    return text


def _draw_snippet(
    painter: QPainter, inner: QRect, top: int, hit: SearchHit, direction: Qt.LayoutDirection
) -> None:
    metrics = QFontMetrics(theme().font(FontRole.BODY))
    before = _CUT_BEFORE if hit.cut_before else ""
    text = fitting(hit, metrics.horizontalAdvance, inner.width())
    layout = QTextLayout(text, theme().font(FontRole.BODY))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(direction_of(hit.snippet))
    is_long = text != fitting(hit) or metrics.horizontalAdvance(text) > inner.width()
    # What does not fit is read from its own beginning: the words found stand near it.
    reading = option.textDirection() if is_long else direction
    at_right = reading is Qt.LayoutDirection.RightToLeft
    edge = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    units = Utf16Map(text)
    layout.setFormats(
        [
            _bold(units.to_units(len(before) + a), units.to_units(len(before) + b))
            for a, b in hit.ranges
            if len(before) + b <= len(text)
        ]
    )
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(inner.width())
    layout.endLayout()
    painter.setClipRect(inner)
    layout.draw(painter, QPointF(inner.left(), top))


def _bold(start: int, end: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = end - start
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.Bold)
    style.setForeground(theme().tokens.colour("accent"))
    made.format = style
    return made
