"""The statement editor: plain text with marks, in a calm measure; hands out finished texts only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from intake.domain.marks import Mark
from intake.domain.text import settle
from intake.gui.offsets import Utf16Map
from intake.gui.theme import STATEMENT_LINE_HEIGHT, STATEMENT_MEASURE, FontRole, Space, theme
from intake.gui.widgets.mark_highlighter import MarkHighlighter, Stretch
from intake.gui.widgets.mark_tags import paint_tags
from intake.gui.widgets.private_text import PARAGRAPH_BREAK, PrivateTextEdit

DEBOUNCE_MS = 400
LONGEST_UNSAVED_MS = 1600  # with the debounce: on its way at most 2 s after the first unsaved key
_BYTE_ORDER_MARK = "\ufeff"


class _Reading(NamedTuple):
    """The text as it stands, with its map; made once for each state of the document."""

    text: str
    map: Utf16Map


class StatementEdit(PrivateTextEdit):
    """Plain text in paragraphs, with marks drawn over it.

    Signals:
        typed: Something changed and is not saved yet.
        committed: ``(text, caret)`` in code points: to be saved now.
        mark_entered: Key of the mark that the caret is in now, or empty.
    """

    typed = Signal()
    committed = Signal(str, int)
    mark_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statement")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(Space.ONE_HALF)  # room for the codes above the first line
        self._highlighter = MarkHighlighter(self.document(), self)
        self._reading: _Reading | None = None
        self._loading = False
        self._dirty = False
        self._mark_here = ""
        self._debounce = self._timer(DEBOUNCE_MS)
        self._deadline = self._timer(LONGEST_UNSAVED_MS)
        self.document().contentsChange.connect(self._on_change)
        self.cursorPositionChanged.connect(self._on_caret)
        theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.commit)
        return timer

    # -- text ---------------------------------------------------------------------------------

    def load(
        self,
        text: str,
        caret: int = 0,
        marks: Sequence[Mark] = (),
        tags: Mapping[str, str] | None = None,
    ) -> None:
        """Show another text; nothing is committed and the undo history begins anew.

        Args:
            text: The text; settled first.
            caret: Where the caret goes, in code points.
            marks: Marks of the text.
            tags: Codes of persons by id, drawn above their marks.
        """
        settled = settle(text).lstrip(_BYTE_ORDER_MARK)
        mapped = Utf16Map(settled)
        self._loading = True
        try:
            self.document().setUndoRedoEnabled(False)
            with self._highlighter.loading(_stretches(mapped, marks, tags or {}, "")):
                self.document().clear()
                cursor = QTextCursor(self.document())
                cursor.setBlockFormat(_paragraph())
                cursor.insertText(settled)
            self.document().setUndoRedoEnabled(True)
            self._place_caret(mapped.to_units(max(0, min(caret, len(settled)))))
        finally:
            self._loading = False
        self._clean()

    def text(self) -> str:
        """Return the text; paragraphs end with a line feed."""
        return self._read().text

    def caret(self) -> int:
        """Return the caret's place in code points."""
        return self._read().map.to_points(self.textCursor().position())

    def selection(self) -> tuple[int, int]:
        """Return start and end of the selection in code points; equal when there is none."""
        cursor, mapped = self.textCursor(), self._read().map
        return mapped.to_points(cursor.selectionStart()), mapped.to_points(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select ``text[start:end]``, with the caret at its end, and bring it into view."""
        mapped = self._read().map
        cursor = self.textCursor()
        cursor.setPosition(mapped.to_units(start))
        cursor.setPosition(mapped.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def reveal(self, point: int) -> None:
        """Bring a place into view without moving the caret of an editor."""
        cursor = QTextCursor(self.document())
        last = max(0, self.document().characterCount() - 1)
        cursor.setPosition(min(self._read().map.to_units(point), last))
        box = self.cursorRect(cursor)
        if not self.viewport().rect().contains(box.center()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    def _read(self) -> _Reading:
        if self._reading is None:
            raw = self.document().toRawText().replace(PARAGRAPH_BREAK, "\n")
            text = settle(raw)
            self._reading = _Reading(text, Utf16Map(text))
        return self._reading

    # -- marks --------------------------------------------------------------------------------

    def show_marks(
        self, marks: Sequence[Mark], current: str = "", tags: Mapping[str, str] | None = None
    ) -> None:
        """Draw the marks of the text as it stands.

        Args:
            marks: The marks; ones that reach beyond the text are cut.
            current: Id of the one in focus.
            tags: Codes of persons by id, drawn above their marks.
        """
        self._highlighter.show_marks(_stretches(self._read().map, marks, tags or {}, current))
        self.viewport().update()
        self._on_caret()

    # -- saving -------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that has not been committed."""
        return self._dirty

    def commit(self) -> None:
        """Hand out the text when something was typed since the last time."""
        if not self._dirty:
            return
        self._drop_byte_order_mark()
        self._clean()
        self.committed.emit(self.text(), self.caret())

    def _clean(self) -> None:
        self._dirty = False
        self._debounce.stop()
        self._deadline.stop()

    def _drop_byte_order_mark(self) -> None:
        """Take out a mark of byte order that edits left at the very start.

        Nobody keeps one there, and every place behind it would be off by one.
        """
        start = QTextCursor(self.document())
        while self.document().characterAt(0) == _BYTE_ORDER_MARK:
            start.deleteChar()

    def _on_change(self, _position: int, removed: int, added: int) -> None:
        self._reading = None
        if self._loading or not (removed or added):
            return
        self._dirty = True
        self._debounce.start()
        if not self._deadline.isActive():
            self._deadline.start()
        self.typed.emit()

    def _on_caret(self) -> None:
        stretch = self._highlighter.at(self.textCursor().position())
        key = stretch.key if stretch is not None else ""
        if key != self._mark_here:
            self._mark_here = key
            self.mark_entered.emit(key)

    def mark_dirty(self) -> None:
        """Take the text as unsaved: whoever was handed it could not keep it."""
        self._dirty = True

    # -- Qt -----------------------------------------------------------------------------------

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when the focus leaves."""
        super().focusOutEvent(event)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert plain line ends only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: margins grow, lines do not."""
        self._apply_measure()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the codes of persons above their marks."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_tags(painter, self, self._highlighter, event.rect())
        painter.end()

    # -- inside -------------------------------------------------------------------------------

    def _apply_theme(self) -> None:
        self.setFont(theme().font(FontRole.STATEMENT))
        self._apply_measure()

    def _apply_measure(self) -> None:
        character = QFontMetricsF(self.font()).averageCharWidth()
        spare = self.width() - STATEMENT_MEASURE * character - 2 * Space.TWO
        margin = max(int(Space.HALF), int(spare / 2))
        self.setViewportMargins(margin, Space.HALF, margin, Space.HALF)

    def _place_caret(self, unit: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(unit)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()


def _paragraph() -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setLineHeight(
        STATEMENT_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    look.setBottomMargin(Space.ONE)
    return look


def _stretches(
    mapped: Utf16Map, marks: Sequence[Mark], tags: Mapping[str, str], current: str
) -> list[Stretch]:
    return [
        Stretch(
            mapped.to_units(mark.start),
            mapped.to_units(mark.end),
            mark.kind,
            mark.decision,
            mark.id,
            tags.get(mark.person_id or "", ""),
            mark.id == current,
        )
        for mark in marks
    ]
