"""Long text in a calm measure, places told in code points; knows no marks, saves nothing."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QWidget

from intake.domain.text import settle
from intake.gui.offsets import Utf16Map
from intake.gui.theme import STATEMENT_LINE_HEIGHT, STATEMENT_MEASURE, FontRole, Space, theme
from intake.gui.widgets.private_text import PARAGRAPH_BREAK, PrivateTextEdit

BYTE_ORDER_MARK = "\ufeff"
_APOSTROPHES, _HYPHENS = "'’`", "-‐‑"


class _Reading(NamedTuple):
    """The text as it stands, with its map; made once for each state of the document."""

    text: str
    map: Utf16Map


class ProseEdit(PrivateTextEdit):
    """Plain text in paragraphs of at most 68 characters a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statement")
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reading: _Reading | None = None
        self._revealed: int | None = None
        self.document().contentsChange.connect(self._forget)
        theme().changed.connect(self._apply_theme)
        self._apply_theme()

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

    def selected_words(self) -> tuple[int, int]:
        """Return the selection without the blanks at its ends; equal when no word is in it."""
        start, end = self.selection()
        chosen = self.text()[start:end]
        first = start + len(chosen) - len(chosen.lstrip())
        return first, first + len(chosen.strip())

    def whole_words(self) -> tuple[int, int]:
        """Return the selected words, each to its end where the selection cuts it."""
        start, end = self.selected_words()
        text = self.text()
        if start < end:
            while goes_through(text, start):
                start -= 1
            while goes_through(text, end):
                end += 1
        return start, end

    def word_at_caret(self) -> tuple[int, int]:
        """Return the word that the caret touches, a double name whole; equal when it is at none."""
        text, start = self.text(), self.caret()
        if not (start < len(text) and _is_of_word(text[start])):
            start -= 1
        if start < 0 or not _is_of_word(text[start]):
            return 0, 0
        end = start + 1
        while goes_through(text, start, _APOSTROPHES + _HYPHENS):
            start -= 1
        while goes_through(text, end, _APOSTROPHES + _HYPHENS):
            end += 1
        return start, end

    def select(self, start: int, end: int) -> None:
        """Select ``text[start:end]``, with the caret at its end, and bring it into view."""
        mapped = self._read().map
        cursor = self.textCursor()
        cursor.setPosition(mapped.to_units(start))
        cursor.setPosition(mapped.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def reveal(self, point: int) -> None:
        """Bring a place into view; the caret stays where it is.

        What is only read keeps the place in view when it gets another size.
        """
        self._revealed = point
        cursor = QTextCursor(self.document())
        last = max(0, self.document().characterCount() - 1)
        cursor.setPosition(min(self._read().map.to_units(point), last))
        box = self.cursorRect(cursor)
        if not self.viewport().rect().contains(box.center()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: margins grow, lines do not."""
        self._apply_measure()
        super().resizeEvent(event)
        if self._revealed is not None and self.isReadOnly():
            self.reveal(self._revealed)

    def _read(self) -> _Reading:
        if self._reading is None:
            raw = self.document().toRawText().replace(PARAGRAPH_BREAK, "\n")
            text = settle(raw)
            self._reading = _Reading(text, Utf16Map(text))
        return self._reading

    def _fill(self, settled: str) -> None:
        """Put another text in the place of all there is."""
        self._revealed = None
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(_paragraph())
        cursor.insertText(settled)

    def _forget(self) -> None:
        self._reading = None

    def _apply_theme(self) -> None:
        self.setFont(theme().font(FontRole.STATEMENT))
        # Codes of persons stand above the first line too.
        self.document().setDocumentMargin(theme().scaled(Space.TWO))
        self._apply_measure()

    def _apply_measure(self) -> None:
        character = QFontMetricsF(self.font()).averageCharWidth()
        spare = self.width() - STATEMENT_MEASURE * character - 2 * Space.TWO
        margin = max(int(Space.HALF), int(spare / 2))
        self.setViewportMargins(margin, Space.HALF, margin, Space.HALF)


def goes_through(text: str, place: int, joints: str = _APOSTROPHES) -> bool:
    """Tell whether a word goes on over a place, a code point index between two characters.

    Args:
        text: The text.
        place: Where it would be cut.
        joints: Characters that are part of a word while they stand inside of it.
    """
    if not 0 < place < len(text):
        return False
    before, behind = text[place - 1], text[place]
    if before in joints:
        return place > 1 and _is_of_word(text[place - 2]) and _is_of_word(behind)
    if behind in joints:
        return place + 1 < len(text) and _is_of_word(before) and _is_of_word(text[place + 1])
    return _is_of_word(before) and _is_of_word(behind)


def _is_of_word(char: str) -> bool:
    """Tell whether a character is a letter or digit, or a sign above or below one."""
    return char.isalnum() or unicodedata.category(char).startswith("M")


def settled_text(text: str) -> str:
    """Return a text as an editor can hold it: settled, without marks of byte order in front."""
    return settle(text).lstrip(BYTE_ORDER_MARK)


def _paragraph() -> QTextBlockFormat:
    look = QTextBlockFormat()
    look.setLineHeight(
        STATEMENT_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    look.setBottomMargin(Space.ONE)
    return look
