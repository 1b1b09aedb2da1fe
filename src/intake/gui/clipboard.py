"""The clipboard inside the program: what is copied from a case stays out of the system's one.

Nothing reaches the system's clipboard by itself. A person can offer the words of a field to other
programs, for ten seconds; whatever else offers something is taken back.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QAbstractItemView, QApplication

OFFERED_MS = 10_000
# What managers of clipboards are asked to keep out of their history.
_NOT_TO_BE_KEPT = {
    "x-kde-passwordManagerHint": b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    "application/x-nspasteboard-concealed-type": b"1",
}


class InAppClipboard:
    """Holds the last copied text; nothing outside the program can read it."""

    def __init__(self) -> None:
        self._text = ""

    def copy(self, text: str) -> None:
        """Keep a text; an empty one changes nothing."""
        if text:
            self._text = text

    def text(self) -> str:
        """Return what was copied last, else what another program offers."""
        return self._text or QGuiApplication.clipboard().text()

    def clear(self) -> None:
        """Forget what was copied."""
        self._text = ""


class SystemOffer:
    """Text that a person gave to other programs on purpose; it goes after ten seconds."""

    def __init__(self) -> None:
        self._text = ""
        self._number = 0

    def offer(self, text: str, milliseconds: int = OFFERED_MS) -> None:
        """Put a text on the system's clipboard for a while; an empty one changes nothing."""
        if not text:
            return
        content = QMimeData()
        content.setText(text)
        for kind, value in _NOT_TO_BE_KEPT.items():
            content.setData(kind, value)
        self._text = text
        self._number += 1
        number = self._number
        QGuiApplication.clipboard().setMimeData(content)
        QTimer.singleShot(milliseconds, lambda: self._expire(number))

    def take_back(self) -> None:
        """Empty the system's clipboard, unless another program has filled it since.

        Asks no other program, which could keep us waiting: a lock comes this way.
        """
        clipboard = QGuiApplication.clipboard()
        if self._text and clipboard.ownsClipboard():
            clipboard.clear()
        self._text = ""

    def is_offered(self, text: str) -> bool:
        """Tell whether a person gave just this text to other programs."""
        return bool(text) and text == self._text

    def _expire(self, number: int) -> None:
        if number == self._number:
            self.take_back()


class ClipboardGuard(QObject):
    """Keeps what Qt's own widgets would copy from the system's clipboard and mouse selection.

    Lists and tables put the words of a row there when somebody presses the key for copying. The
    key is taken from them; whatever is offered all the same is withdrawn in the event in which
    it was offered.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        QGuiApplication.clipboard().changed.connect(self._look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Swallow the key for copying where a list or a table has the keyboard."""
        return (
            isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
            and isinstance(QApplication.focusWidget(), QAbstractItemView)
        )

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _look(self, mode: QClipboard.Mode) -> None:
        clipboard = QGuiApplication.clipboard()
        if mode is QClipboard.Mode.Selection:
            drop_mouse_selection()
        elif clipboard.ownsClipboard() and not SYSTEM.is_offered(clipboard.text()):
            clipboard.clear()


def drop_mouse_selection() -> None:
    """Take back the selection that Qt offered to other programs when text was marked.

    The offer is withdrawn in the same event in which it was made, so nobody has been given it.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


IN_APP = InAppClipboard()
SYSTEM = SystemOffer()
