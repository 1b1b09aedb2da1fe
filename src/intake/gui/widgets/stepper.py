"""A whole number with a button on either side; the wheel never changes it by accident."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.gui.widgets.buttons import IconButton
from intake.gui.widgets.entry import LineEdit

_WIDTH = 72


class Stepper(QWidget):
    """Less, the number, more. The number can be typed; arrow keys step it.

    Signals:
        changed: The number, when a person changed it.
    """

    changed = Signal(int)

    def __init__(
        self, lowest: int, highest: int, step: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lowest, self._highest, self._step = lowest, highest, step
        self._value = lowest
        self.less, self.more = IconButton("minus"), IconButton("plus")
        self.number = LineEdit()
        self.number.setValidator(QIntValidator(0, highest, self.number))
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedWidth(_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.less, self.number, self.more):
            row.addWidget(widget)
        self.setFocusProxy(self.number)
        self.less.clicked.connect(lambda: self._choose(self._value - self._step))
        self.more.clicked.connect(lambda: self._choose(self._value + self._step))
        self.number.editingFinished.connect(self._take_typed)
        self._show()

    @property
    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number without telling of it."""
        self._value = max(self._lowest, min(self._highest, value))
        self._show()

    def set_words(self, name: str, less: str, more: str) -> None:
        """Set what it is, and what the buttons do."""
        self.number.setAccessibleName(name)
        self.less.set_word(less)
        self.more.set_word(more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow keys."""
        steps = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._value + step)

    def _take_typed(self) -> None:
        typed = self.number.text()
        self._choose(int(typed) if typed.isdecimal() else self._value)

    def _choose(self, value: int) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.changed.emit(self._value)

    def _show(self) -> None:
        self.number.setText(str(self._value))
        self.less.setEnabled(self._value > self._lowest)
        self.more.setEnabled(self._value < self._highest)
