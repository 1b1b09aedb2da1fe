"""A text edit whose words stay in the program: own clipboard, no drags, no mouse selection."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from intake.domain.text import settle
from intake.gui.clipboard import IN_APP

PARAGRAPH_BREAK = "\u2029"


class PrivateTextEdit(QTextEdit):
    """Plain text; Tab leaves it; nothing of it reaches another program.

    Signals:
        menu_asked: The person wants to do something with the selection (``QPoint``, global).
    """

    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhMultiLine
        )

    def copy_inside(self) -> None:
        """Copy the selection; other programs do not get it."""
        IN_APP.copy(self.textCursor().selectedText().replace(PARAGRAPH_BREAK, "\n"))

    def cut_inside(self) -> None:
        """Cut the selection; other programs do not get it."""
        if not self.isReadOnly():
            self.copy_inside()
            self.textCursor().removeSelectedText()

    def paste_inside(self) -> None:
        """Insert what was copied last, here or in another program, as plain text."""
        self._insert(IN_APP.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the clipboard before Qt does."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_inside()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut_inside()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_inside()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore the middle button, which would insert another program's selection."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ignore the middle button, which would insert another program's selection."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for our own menu; Qt's copies to the system clipboard."""
        self.menu_asked.emit(event.globalPos())
        event.accept()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Hand out nothing: text leaves this window only through an export."""
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell that only text can be inserted."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert as plain, settled text."""
        self._insert(source.text())

    def _insert(self, text: str) -> None:
        if text and not self.isReadOnly():
            self.textCursor().insertText(settle(text))
            self.ensureCursorVisible()
