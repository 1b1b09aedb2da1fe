"""The statement editor: plain text with marks, in a calm measure; hands out finished texts only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from intake.domain.marks import Mark
from intake.domain.text import settle
from intake.gui.offsets import Utf16Map
from intake.gui.theme import STATEMENT_LINE_HEIGHT, STATEMENT_MEASURE, FontRole, Space, theme
from intake.gui.widgets.mark_highlighter import MarkHighlighter, Stretch

DEBOUNCE_MS = 400
LONGEST_UNSAVED_MS = 1600  # with the debounce: on disk at most 2 s after the last key
_PARAGRAPH_BREAK = "\u2029"


class StatementEdit(QTextEdit):
    """Plain text in paragraphs, with marks drawn over it.

    Signals:
        typed: Something changed and is not saved yet.
        committed: ``(text, caret)`` in code points: to be saved now.
        left: The focus went to another widget; what was typed has been committed.
        mark_clicked: Key of the mark under the caret after a click, or empty.
        marking_asked: The person wants to mark the selection (menu key, right click).
    """

    typed = Signal()
    committed = Signal(str, int)
    left = Signal()
    mark_clicked = Signal(str)
    marking_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statement")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._highlighter = MarkHighlighter(self.document(), self)
        self._loading = False
        self._dirty = False
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

    def load(self, text: str, caret: int = 0) -> None:
        """Show another text; nothing is committed and the undo history begins anew.

        Args:
            text: The text; settled first.
            caret: Where the caret goes, in code points.
        """
        self._loading = True
        try:
            self._highlighter.show_marks([])
            self.document().setUndoRedoEnabled(False)
            self.setPlainText(settle(text))
            self._lay_out()
            self.document().setUndoRedoEnabled(True)
            self._place_caret(Utf16Map(text).to_units(min(caret, len(text))))
        finally:
            self._loading = False
        self._clean()

    def text(self) -> str:
        """Return the text; paragraphs end with a line feed."""
        return settle(self.document().toRawText().replace(_PARAGRAPH_BREAK, "\n"))

    def caret(self) -> int:
        """Return the caret's place in code points."""
        return Utf16Map(self.text()).to_points(self.textCursor().position())

    def selection(self) -> tuple[int, int]:
        """Return start and end of the selection in code points; equal when there is none."""
        cursor, mapped = self.textCursor(), Utf16Map(self.text())
        return mapped.to_points(cursor.selectionStart()), mapped.to_points(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select ``text[start:end]`` and bring it into view."""
        mapped = Utf16Map(self.text())
        cursor = self.textCursor()
        cursor.setPosition(mapped.to_units(end))
        cursor.setPosition(mapped.to_units(start), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def reveal(self, point: int) -> None:
        """Bring a place into view without moving the caret of an editor."""
        mapped = Utf16Map(self.text())
        cursor = QTextCursor(self.document())
        cursor.setPosition(
            min(mapped.to_units(point), max(0, self.document().characterCount() - 1))
        )
        box = self.cursorRect(cursor)
        if not self.viewport().rect().contains(box.center()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    # -- marks --------------------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Mark], current: str = "") -> None:
        """Draw the marks of the text as it stands; ``current`` is the key of the one in focus."""
        mapped = Utf16Map(self.text())
        self._highlighter.show_marks(
            [
                Stretch(
                    mapped.to_units(mark.start),
                    mapped.to_units(mark.end),
                    mark.kind,
                    mark.decision,
                    mark.id,
                    mark.id == current,
                )
                for mark in marks
            ]
        )

    # -- saving -------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that has not been committed."""
        return self._dirty

    def commit(self) -> None:
        """Hand out the text when something was typed since the last time."""
        if not self._dirty:
            return
        self._clean()
        text = self.text()
        self.committed.emit(text, Utf16Map(text).to_points(self.textCursor().position()))

    def _clean(self) -> None:
        self._dirty = False
        self._debounce.stop()
        self._deadline.stop()

    def _on_change(self, _position: int, removed: int, added: int) -> None:
        if self._loading or (not removed and not added):
            return
        self._dirty = True
        self._debounce.start()
        if not self._deadline.isActive():
            self._deadline.start()
        self.typed.emit()

    def _on_caret(self) -> None:
        stretch = self._highlighter.at(self.textCursor().position())
        self.mark_clicked.emit(stretch.key if stretch is not None else "")

    # -- Qt -----------------------------------------------------------------------------------

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when the focus leaves."""
        super().focusOutEvent(event)
        self.commit()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert plain line ends only; all else is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer marking instead of Qt's menu, whose copy goes to the system clipboard."""
        self.marking_asked.emit()
        event.accept()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Hand out nothing: text leaves this window only through an export."""
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell that only text can be pasted."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain, settled text."""
        if source.hasText() and not self.isReadOnly():
            self.textCursor().insertText(settle(source.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: margins grow, lines do not."""
        self._apply_measure()
        super().resizeEvent(event)

    def _apply_theme(self) -> None:
        self.setFont(theme().font(FontRole.STATEMENT))
        self._apply_measure()

    def _apply_measure(self) -> None:
        character = QFontMetricsF(self.font()).averageCharWidth()
        spare = self.width() - STATEMENT_MEASURE * character - 2 * Space.TWO
        margin = max(int(Space.TWO), int(spare / 2))
        self.setViewportMargins(margin, Space.ONE, margin, Space.ONE)

    def _lay_out(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        look = QTextBlockFormat()
        look.setLineHeight(
            STATEMENT_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        look.setBottomMargin(Space.ONE)
        cursor.mergeBlockFormat(look)

    def _place_caret(self, unit: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(unit)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
