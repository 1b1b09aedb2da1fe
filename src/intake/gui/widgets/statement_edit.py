"""The statement editor: prose with marks; hands out finished texts only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from intake.domain.marks import Mark
from intake.gui.offsets import Utf16Map
from intake.gui.widgets.mark_highlighter import MarkHighlighter, Stretch
from intake.gui.widgets.mark_tags import paint_frame, paint_tags
from intake.gui.widgets.prose_edit import BYTE_ORDER_MARK, ProseEdit, settled_text

DEBOUNCE_MS = 400
LONGEST_UNSAVED_MS = 1600  # with the debounce: on its way at most 2 s after the last key


class StatementEdit(ProseEdit):
    """Plain text in paragraphs, with marks drawn over it.

    Signals:
        typed: Something changed and is not saved yet.
        committed: ``(text, caret)`` in code points: to be saved now.
        mark_entered: Key of the mark that the caret is in now, or empty.
        mark_pointed_at: Key of the mark that a person put the caret into, by mouse or keys;
            drawing marks or showing another text points at nothing.
    """

    typed = Signal()
    committed = Signal(str, int)
    mark_entered = Signal(str)
    mark_pointed_at = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highlighter = MarkHighlighter(self.document(), self)
        self._loading = False
        self._dirty = False
        self._mark_here = ""
        self._debounce = self._timer(DEBOUNCE_MS)
        self._deadline = self._timer(LONGEST_UNSAVED_MS)
        self.document().contentsChange.connect(self._on_change)
        self.cursorPositionChanged.connect(self._on_moved)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.commit)
        return timer

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
        settled = settled_text(text)
        mapped = Utf16Map(settled)
        self._loading = True
        try:
            self.document().setUndoRedoEnabled(False)
            with self._highlighter.loading(_stretches(mapped, marks, tags or {}, "")):
                self._fill(settled)
            self.document().setUndoRedoEnabled(True)
            cursor = self.textCursor()
            cursor.setPosition(mapped.to_units(max(0, min(caret, len(settled)))))
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        finally:
            self._loading = False
        self._clean()

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the codes of persons above their marks."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_tags(painter, self, self._highlighter, event.rect())
        paint_frame(painter, self, self._highlighter)
        painter.end()

    def _on_moved(self) -> None:
        self._on_caret()
        if self._mark_here and not self._loading:
            self.mark_pointed_at.emit(self._mark_here)

    def _on_caret(self) -> None:
        stretch = self._highlighter.at(self.textCursor().position())
        key = stretch.key if stretch is not None else ""
        if key != self._mark_here:
            self._mark_here = key
            self.mark_entered.emit(key)

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

    def mark_dirty(self) -> None:
        """Take the text as unsaved: whoever was handed it could not keep it."""
        self._dirty = True

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

    def _clean(self) -> None:
        self._dirty = False
        self._debounce.stop()
        self._deadline.stop()

    def _drop_byte_order_mark(self) -> None:
        """Take out a mark of byte order that edits left at the very start.

        Nobody keeps one there, and every place behind it would be off by one.
        """
        start = QTextCursor(self.document())
        while self.document().characterAt(0) == BYTE_ORDER_MARK:
            start.deleteChar()

    def _on_change(self, _position: int, removed: int, added: int) -> None:
        if self._loading or not (removed or added):
            return
        self._dirty = True
        self._debounce.start()
        if not self._deadline.isActive():
            self._deadline.start()
        self.typed.emit()


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
