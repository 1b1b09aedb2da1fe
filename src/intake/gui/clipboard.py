"""The clipboard inside the program: what is copied from a case stays out of the system's one."""

from __future__ import annotations

from PySide6.QtGui import QClipboard, QGuiApplication


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


def drop_mouse_selection() -> None:
    """Take back the selection that Qt offered to other programs when text was marked.

    The offer is withdrawn in the same event in which it was made, so nobody has been given it.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


IN_APP = InAppClipboard()
