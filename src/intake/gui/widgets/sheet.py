"""A question inside the window: the page behind is dimmed, and only "yes" is yes."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from intake.gui.errors import explain
from intake.gui.theme import Space, theme
from intake.gui.widgets.busy import Busy
from intake.gui.widgets.buttons import ConfirmDangerButton, PrimaryButton, QuietButton
from intake.gui.widgets.labels import Heading, Label
from intake.gui.widgets.message_bar import MessageBar, MessageKind

_WIDTH = 480


class Sheet(QWidget):
    """A question or a small form over the window it belongs to; answered by signal.

    Anything but the affirmative button (Escape, a lock) cancels. The sheet deletes itself, at once
    or, when it ``stays``, after ``finish``: for work that may be refused and tried again.

    Signals:
        accepted: The affirmative button was pressed.
        rejected: Everything else.

    Args:
        over: A widget of the window to cover.
        heading: What is asked, a sentence.
        text: What follows from it, in plain words.
        affirmative: Text of the button that does it, a verb.
        cancel: Text of the other button; empty shows none.
        danger: The affirmative button removes something.
        stays: Stay open when accepted, until ``finish``.
    """

    accepted = Signal()
    rejected = Signal()

    def __init__(
        self,
        over: QWidget,
        heading: str,
        text: str = "",
        *,
        affirmative: str,
        cancel: str,
        danger: bool = False,
        stays: bool = False,
    ) -> None:
        window = over.window()
        super().__init__(window)
        self._came_from = QApplication.focusWidget()
        self._window = window
        self._stays = stays
        self._wide = _WIDTH
        self._first: QWidget | None = None
        self.yes: QPushButton = (
            ConfirmDangerButton(affirmative) if danger else PrimaryButton(affirmative)
        )
        self.no = QuietButton(cancel)
        if not cancel:
            self.no.hide()
        self.yes.clicked.connect(self._accept)
        self.no.clicked.connect(self.cancel)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.ONE)
        self.messages = MessageBar()
        self.busy = Busy()
        self.setAccessibleName(heading)
        self._build_frame(heading, text)
        window.installEventFilter(self)

    def set_width(self, pixels: int) -> None:
        """Set how wide the sheet is at normal text size; never wider than the window."""
        self._wide = pixels
        self._fit()

    def set_first(self, field: QWidget) -> None:
        """Set where the keyboard goes when the sheet opens; the first field otherwise."""
        self._first = field

    def open(self) -> None:
        """Show the sheet; the keyboard goes to its first field, or to the safe answer."""
        self._fit()
        self.show()
        self.raise_()
        first = self._first or self._first_field()
        (first or (self.no if not self.no.isHidden() else self.yes)).setFocus(
            Qt.FocusReason.PopupFocusReason
        )

    def cancel(self) -> None:
        """Close without doing anything; not while something runs."""
        if self._content.isEnabled():
            self.finish()
            self.rejected.emit()

    def set_busy(self, text: str = "") -> None:
        """Disable the sheet and say what is under way; empty text ends it."""
        for part in (self._content, self.yes, self.no):
            part.setEnabled(not text)
        if text:
            self.messages.clear()
            self.busy.start(text)
        else:
            self.busy.stop()

    def show_error(self, error: BaseException) -> None:
        """End what is under way and show why it did not work."""
        self.set_busy()
        told = explain(error)
        self.messages.show_message(MessageKind.ERROR, told.text, code=told.code)

    def finish(self) -> None:
        """Close; the keyboard goes back to where it was."""
        self._window.removeEventFilter(self)
        self.hide()
        if self._came_from is not None and shiboken6.isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 (Qt's signature)
        """Keep Tab inside the sheet."""
        stops = [
            w
            for w in self.findChildren(QWidget)
            if w.isVisibleTo(self)
            and w.isEnabled()
            and w.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        ]
        here = QApplication.focusWidget()
        if not stops:
            return True
        at = stops.index(here) if here in stops else -1
        stops[(at + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().tokens.colour("backdrop"))
        painter.end()

    def _accept(self) -> None:
        if not self._stays:
            self.finish()
        self.accepted.emit()

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        room = max(self._window.width() - 2 * Space.THREE, 1)
        self._card.setFixedWidth(min(theme().scaled(self._wide), room))

    def _first_field(self) -> QWidget | None:
        for child in self._card.findChildren(QWidget):
            if child in (self.yes, self.no) or not child.isVisibleTo(self):
                continue
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus:
                return child
        return None

    def _build_frame(self, heading: str, text: str) -> None:
        self._card = QFrame(self)
        self._card.setProperty("card", "sheet")
        column = QVBoxLayout(self._card)
        column.setContentsMargins(Space.THREE, Space.THREE, Space.THREE, Space.TWO)
        column.setSpacing(Space.ONE_HALF)
        column.addWidget(Heading(heading))
        if text:
            column.addWidget(Label(text))
        column.addWidget(self._content)
        column.addWidget(self.messages)
        column.addWidget(self.busy)
        column.addSpacing(Space.ONE)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.ONE)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
