"""Buttons: one primary a page, quiet ones beside it, dangerous ones never filled on a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from intake.gui.icons import icon
from intake.gui.theme import ICON_SIZE, theme

_LOOKS = (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.PaletteChange)


class _Button(QPushButton):
    """A push button that keeps its icon in the theme's colours and answers to Enter."""

    kind = ""
    icon_tint = "ink"

    def __init__(self, text: str = "", icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("kind", self.kind)
        self.setAutoDefault(False)
        self._tint()

    def set_icon_name(self, name: str) -> None:
        """Show another icon; an empty name shows none."""
        self._icon_name = name
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when colours, size or direction changed."""
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _tint(self) -> None:
        if not self._icon_name:
            return
        edge = theme().scaled(ICON_SIZE)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setIconSize(QSize(edge, edge))
        self.setIcon(icon(self._icon_name, self.icon_tint, mirrored=mirrored))


class PrimaryButton(_Button):
    """The one thing to do next on a page, filled with the accent."""

    kind = "primary"
    icon_tint = "on_accent"


class QuietButton(_Button):
    """Any other action."""

    kind = "quiet"


class LinkButton(_Button):
    """An action inside text or at the edge of a page, without a frame."""

    kind = "link"
    icon_tint = "accent"


class DangerButton(_Button):
    """An action that removes something; it always asks first, so it only opens a question."""

    kind = "danger"
    icon_tint = "danger"


class ConfirmDangerButton(_Button):
    """The affirmative answer to a question about removing something; sheets only."""

    kind = "dangerfill"
    icon_tint = "on_danger"


class IconButton(QToolButton):
    """A tool with an icon alone; its word is the tooltip and the accessible name."""

    def __init__(self, icon_name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_word(text)
        self._tint()

    def set_word(self, text: str) -> None:
        """Set tooltip and accessible name."""
        self.setToolTip(text)
        self.setAccessibleName(text)

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon again when colours, size or direction changed."""
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._tint()

    def _tint(self) -> None:
        edge = theme().scaled(ICON_SIZE)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self.setIconSize(QSize(edge, edge))
        self.setIcon(icon(self._icon_name, mirrored=mirrored))
