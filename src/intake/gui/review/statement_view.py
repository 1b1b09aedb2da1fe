"""The statement under review: read only, with a caret that keys lead through it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from intake.gui.theme import CARET_WIDTH, theme
from intake.gui.widgets.statement_edit import StatementEdit

_BY_KEYS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
# A menu over the text, or another window for a moment, is no leaving.
_FOR_A_MOMENT = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})


class StatementView(StatementEdit):
    """What a person reads and selects in, by mouse or by keys; nothing can be typed.

    Signals:
        led: Whether keys lead the caret now.
    """

    led = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_led = False
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(theme().scaled(CARET_WIDTH))

    @property
    def is_led(self) -> bool:
        """Whether keys lead the caret: a decision then is about the place where it stands."""
        return self._is_led

    def enter(self, point: int) -> None:
        """Take the keyboard, with the caret at a place in code points."""
        self.put_caret(point)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_caret(self, point: int) -> None:
        """Put the caret at a place in code points; that selects nothing and points at no mark."""
        cursor = self.textCursor()
        cursor.setPosition(self._read().map.to_units(point))
        self._loading = True
        try:
            self.setTextCursor(cursor)
        finally:
            self._loading = False
        self.ensureCursorVisible()

    def drop_selection(self) -> None:
        """Leave the caret where the selected words end."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def meant_words(self) -> tuple[int, int]:
        """Return the words that a key would mark, in code points; equal when there are none.

        These are the selected words, each to its end. Where keys lead the caret and nothing is
        selected, it is the word that the caret touches, unless a mark has a part of it.
        """
        if self.textCursor().hasSelection() or not self._is_led:
            return self.whole_words()
        start, end = self.word_at_caret()
        mapped = self._read().map
        marked = any(self._highlighter.between(mapped.to_units(start), mapped.to_units(end)))
        return (0, 0) if marked else (start, end)

    def mark_at_caret(self) -> str:
        """Return the key of the mark that the caret touches; that in focus before any other."""
        unit = self.textCursor().position()
        first = self._highlighter.at(unit) or self._highlighter.at(unit - 1)
        touched = list(self._highlighter.between(unit - 1, unit + 1))
        found = next((stretch for stretch in touched if stretch.current), first)
        return found.key if found is not None else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys lead the caret when they brought the keyboard here (Qt)."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self._lead(is_led=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys that go elsewhere lead nothing here (Qt)."""
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_MOMENT:
            self._lead(is_led=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let keys that move the caret lead it from here on (Qt)."""
        before = _ends(self.textCursor())
        super().keyPressEvent(event)
        if _ends(self.textCursor()) != before:
            self._lead(is_led=True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the mouse lead: its clicks clear a selection and mean no word (Qt)."""
        self._lead(is_led=False)
        super().mousePressEvent(event)

    def _lead(self, *, is_led: bool) -> None:
        if is_led is not self._is_led:
            self._is_led = is_led
            self.led.emit(is_led)


def _ends(cursor: QTextCursor) -> tuple[int, int]:
    return cursor.anchor(), cursor.position()
