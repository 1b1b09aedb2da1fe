"""A question inside the window: the page behind is dimmed, and only "yes" is yes."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from intake.gui.errors import explain
from intake.gui.theme import Space, theme
from intake.gui.widgets import tab_order
from intake.gui.widgets.busy import Busy
from intake.gui.widgets.buttons import ConfirmDangerButton, PrimaryButton, QuietButton
from intake.gui.widgets.labels import Heading, Label
from intake.gui.widgets.message_bar import MessageBar, MessageKind

_WIDTH = 480
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QWidget):
    """A question or a small form over the window it belongs to; answered by signal.

    Anything but the affirmative button (Escape, a lock) cancels. The sheet deletes itself, at once
    or, when it ``stays``, after ``finish``: for work that may be refused and tried again.

    Attributes:
        behind: What must not react while this sheet is open.
        enter_confirms: Enter in a field presses the affirmative button: never where something is
            removed, and not where a person vouches for something.

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

    enter_confirms = True

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
        self._left: QWidget | None = None
        self.behind: list[QWidget] = []
        self.enter_confirms = self.enter_confirms and not danger
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
        self._shut_out()

    def cancel(self) -> None:
        """Close without doing anything; not while something runs."""
        if self._content.isEnabled():
            self.finish()
            self.rejected.emit()

    def set_busy(self, text: str = "") -> None:
        """Disable the sheet and say what is under way; empty text ends it."""
        if text and not self.hasFocus():
            self._left = self.focusWidget()
            self.setFocus()  # a disabled field would hand the keyboard to nobody, Escape with it
        for part in (self._content, self.yes, self.no):
            part.setEnabled(not text)
        if text:
            self.messages.clear()
            self.busy.start(text)
        else:
            self.busy.stop()
            if self.hasFocus() and self._left is not None and shiboken6.isValid(self._left):
                self._left.setFocus()

    def show_error(self, error: BaseException) -> None:
        """End what is under way and show why it did not work."""
        self.set_busy()
        told = explain(error)
        self.messages.show_message(MessageKind.ERROR, told.text, code=told.code)

    def finish(self) -> None:
        """Close; the keyboard goes back to where it was."""
        self._window.removeEventFilter(self)
        self._let_in()
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
        """Cancel on Escape; take Enter in a field for the affirmative answer where that is safe."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in _ENTER and self.enter_confirms and not self.yes.isHidden():
            self.yes.click()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 (Qt's signature)
        """Keep Tab inside the sheet."""
        tab_order.step(tab_order.stops(self), forward=next)
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

    def _shut_out(self) -> None:
        """Let nothing behind react: neither a click nor an access key, nor work that ends there.

        The window itself stays as it is: its keys for locking go on working.
        """
        options = Qt.FindChildOption.FindDirectChildrenOnly
        for part in self._window.findChildren(QWidget, options=options):
            if part is not self and not part.isWindow() and part.isEnabledTo(self._window):
                self.behind.append(part)
                part.setEnabled(False)

    def _let_in(self) -> None:
        """Let what is behind react again, unless another sheet has opened over this one."""
        behind, self.behind = self.behind, []
        for sheet in open_sheets(self._window):
            if self in sheet.behind:
                sheet.behind.remove(self)
                sheet.behind += behind
                return
        for part in behind:
            if shiboken6.isValid(part):
                part.setEnabled(True)

    def _first_field(self) -> QWidget | None:
        fields = (stop for stop in tab_order.stops(self) if stop not in (self.yes, self.no))
        return next(fields, None)

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


def open_sheets(window: QWidget) -> list[Sheet]:
    """Return the sheets that are open over a window."""
    options = Qt.FindChildOption.FindDirectChildrenOnly
    return [sheet for sheet in window.findChildren(Sheet, options=options) if not sheet.isHidden()]
