"""What would leave this laptop, as it would read; only text that redaction has made comes here."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from intake.gui.offsets import Utf16Map
from intake.gui.theme import FontRole, theme
from intake.gui.widgets.statement_edit import StatementEdit
from intake.services.review import Preview


class PreviewPane(StatementEdit):
    """A read-only text in which what stands for hidden words is set apart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self._preview: Preview | None = None
        theme().changed.connect(self._draw)

    def show_preview(self, preview: Preview) -> None:
        """Show a preview; the place in the text is kept."""
        place = self.verticalScrollBar().value()
        if self._preview is None or preview.text != self._preview.text:
            self.load(preview.text)
        self._preview = preview
        self._draw()
        self.verticalScrollBar().setValue(place)

    def highlight(self, mark_id: str) -> None:
        """Bring the place of a mark into view and set it apart from the others."""
        self._draw(mark_id)

    def _draw(self, current: str = "") -> None:
        if self._preview is None:
            return
        mapped = Utf16Map(self._preview.text)
        tokens = theme().tokens
        drawn = []
        for span in self._preview.spans:
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            token = "selection" if span.mark_id == current else "sunken"
            look.setBackground(tokens.colour(token))
            look.setForeground(tokens.colour("ink"))
            look.setFontWeight(theme().font(FontRole.HEADING).weight())
            cursor = QTextCursor(self.document())
            cursor.setPosition(mapped.to_units(span.start))
            cursor.setPosition(mapped.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
            selection.format = look  # type: ignore[attr-defined]  # missing in the stubs
            selection.cursor = cursor  # type: ignore[attr-defined]  # as above
            drawn.append(selection)
            if span.mark_id == current:
                self.reveal(span.start)
        self.setExtraSelections(drawn)
