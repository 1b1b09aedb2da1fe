"""What would leave this laptop, as it would read; only text that redaction has made comes here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from intake.domain.marks import Decision, Mark, MarkKind
from intake.gui.offsets import Utf16Map
from intake.gui.widgets.mark_highlighter import MarkHighlighter, Stretch
from intake.gui.widgets.prose_edit import ProseEdit, settled_text
from intake.redaction.apply import Place
from intake.services.review import Preview


class PreviewPane(ProseEdit):
    """A read-only text in which what stands for hidden words is set apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)  # nothing that was shown here is kept
        self._highlighter = MarkHighlighter(self.document(), self)
        self._preview: Preview | None = None
        self._marks: Sequence[Mark] = ()
        self._current = ""

    def show_preview(self, preview: Preview, marks: Sequence[Mark]) -> None:
        """Show a preview; only what differs is set anew, and the place in the text is kept.

        Args:
            preview: What would leave.
            marks: The marks that it was made with.
        """
        text = settled_text(preview.text)
        before = self.text()
        if self._preview is None or not before:
            self._highlighter.show_marks([])
            self._fill(text)
            self.moveCursor(QTextCursor.MoveOperation.Start)
        elif text != before:
            self._replace(before, text)
        self._preview, self._marks = preview, marks
        self._draw()

    def highlight(self, mark_id: str) -> None:
        """Bring the place of a mark into view and set it apart from the others."""
        self._current = mark_id
        self._draw()
        place = self._place()
        if place is not None:
            self.reveal(place[0])

    def _place(self) -> tuple[int, int] | None:
        """Return where the mark in focus, or what hides it, stands in the preview."""
        mark = next((found for found in self._marks if found.id == self._current), None)
        if mark is None or self._preview is None:
            return None
        return _place_of(mark, self._preview.places)

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
        place = self._place()
        hidden = [(label.start, label.end, str(label.mark_id)) for label in self._preview.places]
        drawn = [(*found, Decision.MASK) for found in hidden]
        if place is not None and all(place != found[:2] for found in hidden):
            drawn.append((*place, self._current, Decision.KEEP))
        mapped = Utf16Map(self.text())
        self._highlighter.show_marks(
            [
                Stretch(
                    mapped.to_units(start),
                    mapped.to_units(end),
                    MarkKind.OTHER,
                    decision,
                    key,
                    current=(start, end) == place,
                )
                for start, end, key, decision in drawn
            ]
        )


def _place_of(mark: Mark, labels: Iterable[Place]) -> tuple[int, int]:
    """Return start and end of a mark in the preview: of the label over it, or of its own words."""
    shift = 0
    for label in labels:
        start, end = label.source
        if mark.start < end and start < mark.end:
            return label.start, label.end
        if end <= mark.start:
            shift = label.end - end
    return mark.start + shift, mark.end + shift
