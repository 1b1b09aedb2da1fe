"""Text fields that keep case text off the system clipboard and out of prediction services."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QToolButton, QWidget

from intake.gui.clipboard import IN_APP, SYSTEM, drop_mouse_selection
from intake.gui.i18n import translate
from intake.gui.icons import icon, pixmap
from intake.gui.theme import ICON_SIZE, Space, theme

SENSITIVE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
SEARCH_DELAY_MS = 150
_SCISSORS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
)


class LineEdit(QLineEdit):
    """A field of one line; never for secrets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(SENSITIVE)
        self.setDragEnabled(False)
        self._align()

    def set_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that the value cannot stand."""
        _set_wrong(self, wrong=wrong)

    def changeEvent(self, event: QEvent) -> None:
        """Stand at the reading edge of the window, the caret of an empty field too."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        self.setAlignment(_reading_edge(self) | Qt.AlignmentFlag.AlignVCenter)

    def copy(self) -> None:
        """Copy the marked text inside the program."""
        IN_APP.copy(self.selectedText())

    def offer(self) -> None:
        """Give the marked text to other programs for ten seconds."""
        SYSTEM.offer(self.selectedText())

    def cut(self) -> None:
        """Cut the marked text inside the program."""
        if not self.isReadOnly():
            IN_APP.copy(self.selectedText())
            self.del_()

    def paste(self) -> None:
        """Insert what was copied inside the program, else the system's text."""
        if not self.isReadOnly():
            self.insert(IN_APP.text())

    def event(self, event: QEvent) -> bool:
        """Take the clipboard keys before Qt does."""
        if isinstance(event, QKeyEvent) and _clipboard_key(self, event):
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep marked text to ourselves; the middle button inserts nothing."""
        if event.button() is Qt.MouseButton.MiddleButton:
            return
        super().mouseReleaseEvent(event)
        drop_mouse_selection()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Keep the marked word to ourselves."""
        super().mouseDoubleClickEvent(event)
        drop_mouse_selection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer our own cut, copy and paste."""
        edit_menu(self).popup(event.globalPos())


class TextArea(QPlainTextEdit):
    """A field of several lines; Tab leaves it.

    Signals:
        focus_left: The keyboard went elsewhere; a good moment to save.
    """

    focus_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setInputMethodHints(SENSITIVE | Qt.InputMethodHint.ImhMultiLine)
        self.setTabChangesFocus(True)
        self._align()

    def set_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that the value cannot stand."""
        _set_wrong(self, wrong=wrong)

    def changeEvent(self, event: QEvent) -> None:
        """Stand at the reading edge of the window, the caret of an empty field too."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        self.document().setDefaultTextOption(QTextOption(_reading_edge(self)))

    def selected_text(self) -> str:
        """Return the marked text with line feeds."""
        return self.textCursor().selectedText().replace("\u2029", "\n")

    def copy(self) -> None:
        """Copy the marked text inside the program."""
        IN_APP.copy(self.selected_text())

    def offer(self) -> None:
        """Give the marked text to other programs for ten seconds."""
        SYSTEM.offer(self.selected_text())

    def cut(self) -> None:
        """Cut the marked text inside the program."""
        if not self.isReadOnly():
            IN_APP.copy(self.selected_text())
            self.textCursor().removeSelectedText()

    def paste(self) -> None:
        """Insert what was copied inside the program, else the system's text."""
        if not self.isReadOnly():
            self.textCursor().insertText(IN_APP.text())

    def event(self, event: QEvent) -> bool:
        """Take the clipboard keys before Qt does."""
        if isinstance(event, QKeyEvent) and _clipboard_key(self, event):
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard left."""
        super().focusOutEvent(event)
        self.focus_left.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give nothing to drags and to the mouse selection of other programs."""
        return QMimeData()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore the middle button, which would insert another program's selection."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ignore the middle button, which would insert another program's selection."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer our own cut, copy and paste."""
        edit_menu(self).popup(event.globalPos())


class SearchField(LineEdit):
    """A search field with a magnifier and a button that empties it.

    Signals:
        searched: The text, a moment after the last key or at once on Enter.
        left_down: Arrow down: the keyboard should go to the results.
    """

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SEARCH_DELAY_MS)
        self._delay.timeout.connect(self._emit)
        self._clear = QToolButton(self)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.textChanged.connect(self._changed)
        self.returnPressed.connect(self._emit)
        self._tint()
        self.retranslate()

    def retranslate(self) -> None:
        """Set texts that depend on the language."""
        word = translate("SearchField", "Empty the search field")
        self._clear.setToolTip(word)
        self._clear.setAccessibleName(word)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again when the colours changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._tint()
        elif event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._place_button()

    def show_text(self, text: str) -> None:
        """Show a text without searching for it."""
        self.setText(text)
        self._delay.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field, arrow down leaves it for the results."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the far end."""
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        edge = self.height() - 8
        at_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = Space.HALF if at_left else self.width() - edge - Space.HALF
        self._clear.setGeometry(QRect(x, 4, edge, edge))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the magnifier over the field."""
        super().paintEvent(event)
        painter = QPainter(self)
        edge = theme().scaled(ICON_SIZE) - 2
        at_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        x = Space.ONE + 2 if at_left else self.width() - edge - Space.ONE - 2
        picture = pixmap(
            "search", theme().tokens.colour("muted"), size=edge, ratio=self.devicePixelRatioF()
        )
        painter.drawPixmap(x, (self.height() - edge) // 2, picture)
        painter.end()

    def _tint(self) -> None:
        self._clear.setIcon(icon("close", "muted"))
        self._clear.setIconSize(QSize(14, 14))
        room = theme().scaled(ICON_SIZE) + Space.ONE
        self.setTextMargins(room, 0, room, 0)

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._delay.start()

    def _emit(self) -> None:
        self._delay.stop()
        self.searched.emit(self.text())


def _reading_edge(field: QWidget) -> Qt.AlignmentFlag:
    mirrored = field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return edge | Qt.AlignmentFlag.AlignAbsolute


def _set_wrong(field: QWidget, *, wrong: bool) -> None:
    if field.property("wrong") != wrong:
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


def _clipboard_key(field: LineEdit | TextArea, event: QKeyEvent) -> bool:
    if event.type() is not QEvent.Type.KeyPress:
        return False
    actions = (field.copy, field.cut, field.paste)
    for key, act in zip(_SCISSORS, actions, strict=True):
        if event.matches(key):
            act()
            return True
    return False


def edit_menu(field: LineEdit | TextArea) -> QMenu:
    """Return the context menu of a field: cut, copy and paste, inside the program by default."""
    menu = QMenu(field)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    entries = (
        (translate("Entry", "Cu&t"), field.cut, not field.isReadOnly()),
        (translate("Entry", "&Copy inside Intake"), field.copy, True),
        (translate("Entry", "Copy for &other programs, for 10 seconds"), field.offer, True),
        (translate("Entry", "&Paste"), field.paste, not field.isReadOnly()),
        (translate("Entry", "Select &all"), field.selectAll, True),
    )
    for text, act, usable in entries:
        entry = QAction(text, menu)
        entry.setEnabled(usable)
        entry.triggered.connect(act)
        menu.addAction(entry)
    return menu
