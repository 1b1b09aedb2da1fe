"""Check boxes, radio buttons and drop-down lists, drawn from the theme's tokens."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from intake.gui.icons import pixmap
from intake.gui.theme import RADIUS, Space, theme

_BOX = 18.0
_MOVING = frozenset(
    {
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class CheckBox(QCheckBox):
    """A choice of yes or no; a long label goes on in a second line."""

    def __init__(self, *given: str | QWidget | None) -> None:
        super().__init__(*given)  # type: ignore[arg-type]  # words, owner, or both
        self.setSizePolicy(_wrapping())

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow one is a tall one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, in pixels."""
        return _height(self, width)

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word at least."""
        return _narrowest(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box; the label is the style's, unless it takes several lines."""
        if not _is_wrapped(self):
            super().paintEvent(event)
        painter = QPainter(self)
        _draw_lines(self, painter, QStyle.SubElement.SE_CheckBoxContents)
        box = _indicator(self, painter, QStyle.SubElement.SE_CheckBoxIndicator)
        filled = self.checkState() is not Qt.CheckState.Unchecked
        _fill(self, painter, filled=filled)
        painter.drawRoundedRect(box, 4, 4)
        if filled:
            ink = "on_accent" if self.isEnabled() else "ink"
            painter.setPen(_pen(theme().tokens.colour(ink), 2))
            if self.checkState() is Qt.CheckState.PartiallyChecked:
                painter.drawLine(QPointF(box.left() + 5, box.center().y()), _right(box))
            else:
                painter.drawPolyline(_tick(box))
        painter.end()


class RadioButton(QRadioButton):
    """One of several choices; a long label goes on in a second line."""

    def __init__(self, *given: str | QWidget | None) -> None:
        super().__init__(*given)  # type: ignore[arg-type]  # words, owner, or both
        self.setSizePolicy(_wrapping())

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow one is a tall one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, in pixels."""
        return _height(self, width)

    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word at least."""
        return _narrowest(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the choice that is made; a click stays where it is."""
        super().focusInEvent(event)
        group = self.group()
        chosen = group.checkedButton() if group is not None else self  # type: ignore[redundant-expr]  # the stubs know no button without one
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if isinstance(chosen, RadioButton) and chosen is not self and not by_mouse:
            chosen.setFocus(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring; the label is the style's, unless it takes several lines."""
        if not _is_wrapped(self):
            super().paintEvent(event)
        painter = QPainter(self)
        _draw_lines(self, painter, QStyle.SubElement.SE_RadioButtonContents)
        box = _indicator(self, painter, QStyle.SubElement.SE_RadioButtonIndicator)
        _fill(self, painter, filled=False)
        if self.isChecked() and self.isEnabled():
            painter.setPen(_pen(theme().tokens.colour("accent"), 2))
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            token = "accent" if self.isEnabled() else "ink"
            painter.setBrush(theme().tokens.colour(token))
            painter.drawEllipse(box.center(), _BOX / 4, _BOX / 4)
        painter.end()


class ComboBox(QComboBox):
    """A drop-down list; the wheel scrolls the page, it never changes an answer by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showPopup(self) -> None:
        """Give a short list the room for all of its entries: Qt forgets the padding of the view."""
        super().showPopup()
        view, shown = self.view(), min(self.count(), self.maxVisibleItems())
        window = view.window()
        _lay_out_now(window)
        wanted = sum(view.sizeHintForRow(row) for row in range(shown))
        missing = wanted - view.viewport().height()
        if missing <= 0:
            return
        place = window.geometry()
        place.setHeight(place.height() + missing)
        beyond = place.bottom() - self.screen().availableGeometry().bottom()
        place.translate(0, -max(0, beyond))
        window.setGeometry(place)
        _lay_out_now(window)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw our own arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = theme().tokens.colour("muted" if self.isEnabled() else "disabled")
        picture = pixmap("chevron-down", colour, size=16, ratio=self.devicePixelRatioF())
        at_right = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        x = self.width() - 16 - Space.ONE if at_right else Space.ONE
        painter.drawPixmap(x, (self.height() - 16) // 2, picture)
        painter.end()


class PickList(ComboBox):
    """A drop-down list of things to add; keys open it, so that none is taken in passing.

    A closed list of Qt takes each entry that an arrow or a letter comes by.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list for every key that would go on to another entry."""
        is_command = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _MOVING or (event.text().strip() and not is_command):
            self.showPopup()
        else:
            super().keyPressEvent(event)


def _lay_out_now(window: QWidget) -> None:
    """Give the parts of a window the sizes that they will have when it is drawn."""
    layout = window.layout()
    if layout is not None:
        layout.activate()


_Choice = QCheckBox | QRadioButton
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic


def _wrapping() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _around(button: _Choice) -> QSize:
    """Return what indicator and padding take beside and above one line of words."""
    line = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
    return button.sizeHint() - QSize(line.width(), button.fontMetrics().height())


def _height(button: _Choice, width: int) -> int:
    if width >= button.sizeHint().width():
        return button.sizeHint().height()
    around = _around(button)
    room = QRect(0, 0, max(width - around.width(), 1), 1 << 16)
    lines = button.fontMetrics().boundingRect(room, _WRAP, button.text())
    return max(button.sizeHint().height(), lines.height() + around.height())


def _narrowest(button: _Choice) -> QSize:
    words = button.text().replace("&", "").split()
    longest = max((button.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return QSize(longest + _around(button).width() + 1, button.sizeHint().height())


def _is_wrapped(button: _Choice) -> bool:
    return button.width() < button.sizeHint().width()


def _draw_lines(button: _Choice, painter: QPainter, part: QStyle.SubElement) -> None:
    """Draw a label that takes several lines; any other is the style's."""
    if not _is_wrapped(button):
        return
    option = QStyleOptionButton()
    button.initStyleOption(option)
    place = button.style().subElementRect(part, option, button)
    flags = _WRAP | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    painter.setLayoutDirection(button.layoutDirection())
    painter.setPen(button.palette().color(button.foregroundRole()))
    painter.drawText(place, flags, button.text())


def _indicator(
    button: QCheckBox | QRadioButton, painter: QPainter, part: QStyle.SubElement
) -> QRectF:
    """Return where the indicator goes; the style sheet leaves its place empty."""
    option = QStyleOptionButton()
    button.initStyleOption(option)
    place = QRectF(button.style().subElementRect(part, option, button))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0, 0, _BOX, _BOX)
    box.moveCenter(place.center())
    if _is_wrapped(button):
        box.moveTop((button.sizeHint().height() - _BOX) / 2)  # beside the first line
    return box.adjusted(0.5, 0.5, -0.5, -0.5)


def _fill(button: QAbstractButton, painter: QPainter, *, filled: bool) -> None:
    tokens = theme().tokens
    if button.hasFocus():
        painter.setPen(_pen(tokens.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = _ring(button)
        painter.drawRoundedRect(ring, RADIUS, RADIUS)
    edge = "accent" if filled else "control_line"
    painter.setPen(_pen(tokens.colour(edge if button.isEnabled() else "control_line"), 1))
    ground = "accent" if filled else "surface"
    painter.setBrush(tokens.colour(ground if button.isEnabled() else "window"))


def _ring(button: QAbstractButton) -> QRectF:
    """Return where the focus is shown: around indicator and words, not across the whole page."""
    whole = QRectF(button.rect())
    width = min(whole.width(), float(button.sizeHint().width()))
    left = whole.left() if button.isLeftToRight() else whole.right() - width
    return QRectF(left, whole.top(), width, whole.height()).adjusted(1, 1, -1, -1)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _tick(box: QRectF) -> list[QPointF]:
    return [
        QPointF(box.left() + 4.2, box.center().y() + 0.3),
        QPointF(box.center().x() - 0.8, box.bottom() - 4.6),
        QPointF(box.right() - 3.8, box.top() + 5.0),
    ]


def _right(box: QRectF) -> QPointF:
    return QPointF(box.right() - 5, box.center().y())
