"""The inline message: what is wrong, what to do, and a short code; close to its cause."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import IconButton, LinkButton
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.labels import Label, Small


class MessageKind(StrEnum):
    """How serious a message is; shown by an icon and a colour."""

    INFO = "info"
    OK = "ok"
    WARN = "warn"
    ERROR = "error"


_ICONS = {
    MessageKind.INFO: ("info", "accent"),
    MessageKind.OK: ("check", "ok"),
    MessageKind.WARN: ("warning", "warn"),
    MessageKind.ERROR: ("error", "danger"),
}


class MessageBar(QFrame):
    """A message on the page; hidden while there is nothing to say.

    Signals:
        action_triggered: The button in the message was pressed.
        dismissed: The person closed the message.
    """

    action_triggered = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel("info", "accent")
        self.text = Label()
        self.code = Small()
        self.code.setWordWrap(False)
        self.action = LinkButton()
        self.action.clicked.connect(self.action_triggered)
        self._close = IconButton("close")
        self._close.clicked.connect(self._dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.ONE_HALF, Space.HALF, Space.HALF, Space.HALF)
        row.setSpacing(Space.ONE)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.code)
        row.addWidget(self.action)
        row.addWidget(self._close)
        self.hide()

    def show_message(
        self, kind: MessageKind, text: str, *, code: str = "", action: str = ""
    ) -> None:
        """Show a message and tell screen readers.

        Args:
            kind: How serious it is.
            text: Plain words: what is the case and what to do.
            code: Short code to read out over the phone.
            action: Text of a button in the message, or empty for none.
        """
        self.setProperty("message", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.set_icon(*_ICONS[kind])
        self.text.setText(text)
        self.code.setText(code)
        self.code.setVisible(bool(code))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._close.set_word(translate("MessageBar", "Close this message"))
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        QTimer.singleShot(0, self, self.come_into_sight)  # only then has it its place

    def come_into_sight(self) -> None:
        """Scroll the page to the message, if it stands in a part that scrolls."""
        part = self.parentWidget()
        while part is not None and not isinstance(part, QScrollArea):
            part = part.parentWidget()
        if part is not None and self.isVisible():
            part.ensureWidgetVisible(self, 0, Space.TWO)

    def clear(self) -> None:
        """Hide; nothing is the matter any more."""
        self.hide()
        self.text.clear()
        self.code.clear()

    def _dismiss(self) -> None:
        self.clear()
        self.dismissed.emit()
