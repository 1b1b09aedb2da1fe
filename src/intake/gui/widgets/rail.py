"""The rail: where to go, and at its foot the lock and the panic button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from intake.gui.icons import pixmap
from intake.gui.theme import RADIUS, RAIL_WIDTH, FontRole, Space, theme

_ICON = 22
_PANIC_ICON = 44
_GAP = 3


class RailButton(QAbstractButton):
    """An icon above a word; filled softly when it is where one is."""

    def __init__(
        self,
        icon_name: str,
        tint: str = "ink",
        parent: QWidget | None = None,
        *,
        ground: str = "",
        icon_size: int = _ICON,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._tint = icon_name, tint
        self._ground, self._edge = ground, icon_size
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_text(self, text: str, tooltip: str = "") -> None:
        """Set the word (with an access key) and the tooltip."""
        self.setText(text)
        self.setToolTip(tooltip)
        self.setAccessibleName(text.replace("&", ""))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for icon and word."""
        height = theme().scaled(self._edge) + self.fontMetrics().height() + 2 * Space.ONE + _GAP
        return QSize(theme().scaled(RAIL_WIDTH) - Space.ONE, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, word and focus ring."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, hot = self.isChecked(), self.underMouse() and self.isEnabled()
        ground = "selection" if here else "hover" if hot else self._ground
        if ground:
            painter.setPen(tokens.colour(self._tint) if self._ground else Qt.PenStyle.NoPen)
            painter.setBrush(tokens.colour(ground))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        colour = tokens.colour("accent" if here else self._tint)
        if not self.isEnabled():
            colour = tokens.colour("control_line")
        edge = theme().scaled(self._edge)
        picture = pixmap(self._icon_name, colour, size=edge, ratio=self.devicePixelRatioF())
        painter.drawPixmap((self.width() - edge) // 2, Space.ONE, picture)
        font = theme().font(FontRole.SMALL)
        font.setWeight(font.Weight.DemiBold if here else font.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour)
        words = self.rect().adjusted(0, Space.ONE + edge + _GAP, 0, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, flags | Qt.TextFlag.TextHideMnemonic, self.text())
        if self.hasFocus():
            pen = painter.pen()
            pen.setColor(tokens.colour("focus"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()


class Rail(QFrame):
    """The narrow column at the reading edge.

    Signals:
        chosen: The key of the place to go to.
        lock_asked: The lock was pressed.
        panic_asked: The panic button was pressed.
    """

    chosen = Signal(str)
    lock_asked = Signal()
    panic_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", "rail")
        self._places: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.lock = RailButton("lock")
        self.lock.clicked.connect(self.lock_asked)
        # The largest one, so that a hand finds it that shakes.
        self.panic = RailButton("panic", "danger", ground="danger_tint", icon_size=_PANIC_ICON)
        self.panic.clicked.connect(self.panic_asked)
        for button in (self.lock, self.panic):
            # A space that was meant for a text field must not lock; both have keys of their own.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.HALF, Space.ONE, Space.HALF, Space.ONE)
        self._column.setSpacing(Space.HALF)
        self._column.addStretch(1)
        self._column.addWidget(self.lock)
        self._column.addWidget(self.panic)
        self._resize()
        theme().changed.connect(self._resize)

    def add_place(self, key: str, icon_name: str) -> None:
        """Add a place below the ones there are; its word comes by ``set_text``."""
        button = RailButton(icon_name)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(button)
        self._column.insertWidget(len(self._places), button)
        self._places[key] = button

    def set_text(self, key: str, text: str, tooltip: str = "") -> None:
        """Set the word of a place."""
        self._places[key].set_text(text, tooltip)

    def set_current(self, key: str) -> None:
        """Show where one is; an unknown key shows none."""
        button = self._places.get(key)
        if button is not None:
            button.setChecked(True)
            return
        checked = self._group.checkedButton()
        if checked is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def set_leading(self, *, leads: bool) -> None:
        """Lead to the places, or nowhere; lock and panic go on working."""
        for button in self._places.values():
            button.setEnabled(leads)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._resize()

    def _resize(self) -> None:
        self.setFixedWidth(theme().scaled(RAIL_WIDTH) + 1)
        # In a low window the others may draw closer.
        self.panic.setMinimumHeight(self.panic.sizeHint().height())
