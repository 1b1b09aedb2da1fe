"""What would leave this laptop, as it would read; only text that redaction has made comes here."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from intake.domain.marks import Decision, MarkKind
from intake.gui.offsets import Utf16Map
from intake.gui.widgets.mark_highlighter import MarkHighlighter, Stretch
from intake.gui.widgets.prose_edit import ProseEdit, settled_text
from intake.services.review import Preview


class PreviewPane(ProseEdit):
    """A read-only text in which what stands for hidden words is set apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)  # nothing that was shown here is kept
        self._highlighter = MarkHighlighter(self.document(), self)
        self._preview: Preview | None = None
        self._current = ""

    def show_preview(self, preview: Preview) -> None:
        """Show a preview; only what differs is set anew, and the place in the text is kept."""
        text = settled_text(preview.text)
        before = self.text()
        if self._preview is None or not before:
            self._highlighter.show_marks([])
            self._fill(text)
        elif text != before:
            self._replace(before, text)
        self._preview = preview
        self._draw()

    def highlight(self, mark_id: str) -> None:
        """Bring the place of a mark into view and set it apart from the others."""
        self._current = mark_id
        self._draw()
        for span in self._preview.spans if self._preview is not None else ():
            if span.mark_id == mark_id:
                self.reveal(span.start)
                return

    def _replace(self, before: str, after: str) -> None:
        """Replace what lies between the equal head and the equal tail."""
        shortest = min(len(before), len(after))
        head = next((i for i in range(shortest) if before[i] != after[i]), shortest)
        room = shortest - head
        tail = next((i for i in range(room) if before[-1 - i] != after[-1 - i]), room)
        mapped = Utf16Map(before)
        cursor = QTextCursor(self.document())
        cursor.setPosition(mapped.to_units(head))
        cursor.setPosition(mapped.to_units(len(before) - tail), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(after[head : len(after) - tail])

    def _draw(self) -> None:
        if self._preview is None:
            return
        mapped = Utf16Map(self.text())
        self._highlighter.show_marks(
            [
                Stretch(
                    mapped.to_units(span.start),
                    mapped.to_units(span.end),
                    MarkKind.OTHER,
                    Decision.MASK,
                    span.mark_id,
                    current=span.mark_id == self._current,
                )
                for span in self._preview.spans
            ]
        )
