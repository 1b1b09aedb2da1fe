"""The frame of pages in front of the vault: one calm column in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from intake.gui.errors import explain
from intake.gui.icons import pixmap
from intake.gui.theme import FORM_WIDTH, RADIUS, Space, theme
from intake.gui.widgets.busy import Busy
from intake.gui.widgets.labels import Muted, Title
from intake.gui.widgets.message_bar import MessageBar, MessageKind

_MARK = 48


class GatePage(QWidget):
    """A page without a rail. Subclasses fill ``body`` and set texts in ``retranslate``.

    Attributes:
        body: Vertical layout of the content; disabled as a whole while something runs.
        buttons: Row below the body: quiet buttons, a stretch, the primary one.
        messages: The inline message, between body and buttons.
        busy: What is under way.

    Args:
        mark: Name of an icon above the title, or empty for none.
        width: Widest the column gets, in pixels at normal text size.
        fills: The content begins at the top, as what takes all the height there is does.
        parent: Owner.
    """

    def __init__(
        self,
        mark: str = "",
        parent: QWidget | None = None,
        *,
        width: int = FORM_WIDTH,
        fills: bool = False,
    ) -> None:
        super().__init__(parent)
        self._width, self._fills = width, fills
        self._mark = _Mark(mark)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "window")
        self.title = Title()
        self.lead = Muted()
        self.messages = MessageBar()
        self.busy = Busy()
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(Space.TWO)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.ONE)
        self._row = QWidget()
        self._row.setLayout(self.buttons)
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self._column, self._middle = QWidget(), QWidget()
        self._texts_are_set = False
        self._build_frame()
        self._fit_column()
        theme().changed.connect(self._fit_column)

    def set_busy(self, text: str = "", *, cancel: str = "") -> None:
        """Disable the page and show, after a moment, what is under way; empty text ends it."""
        working = bool(text)
        self.content.setEnabled(not working)
        self._row.setEnabled(not working)
        if working:
            self.messages.clear()
            self.busy.start(text, cancel=cancel)
        else:
            self.busy.stop()

    def show_error(self, error: BaseException) -> None:
        """Show an error in the interface language with its code."""
        told = explain(error)
        self.messages.show_message(MessageKind.ERROR, told.text, code=told.code)

    def end_buttons(self, primary: QPushButton) -> None:
        """Put the one primary button at the far end."""
        self.buttons.addStretch(1)
        self.buttons.addWidget(primary)

    def retranslate(self) -> None:
        """Set every text in the interface language; called before the page is first shown."""

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts again when the language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and self._texts_are_set:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Set the texts when the page is shown for the first time."""
        if not self._texts_are_set:
            self._texts_are_set = True
            self.retranslate()
        super().showEvent(event)

    def height_left(self, widget: QWidget) -> int:
        """Return how high something of the content can be so that the page need not scroll."""
        layout = self._middle.layout()
        assert layout is not None
        needed = layout.totalHeightForWidth(self._middle.width())
        return self.height() - needed + widget.height()

    def _fit_column(self) -> None:
        self._column.setMaximumWidth(theme().scaled(self._width))

    def _build_frame(self) -> None:
        column = QVBoxLayout(self._column)
        edge = Space.TWO if self._fills else Space.THREE
        column.setContentsMargins(0, 0 if self._fills else edge, 0, edge)
        column.setSpacing(Space.ONE_HALF)
        column.addStretch(0 if self._fills else 1)
        column.addWidget(self._mark)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addSpacing(Space.ONE)
        column.addWidget(self.content)
        column.addWidget(self.messages)
        column.addWidget(self.busy)
        column.addSpacing(Space.HALF)
        column.addWidget(self._row)
        column.addStretch(0 if self._fills else 2)
        self._middle.setProperty("plain", True)  # noqa: FBT003 (Qt's signature)
        row = QHBoxLayout(self._middle)
        row.addStretch(1)
        row.addWidget(self._column, 100)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)


class _Mark(QWidget):
    """An icon on a filled square: the face of a page."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setFixedHeight(_MARK + Space.ONE if icon_name else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square at the reading edge."""
        if not self._icon_name:
            return
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at_left = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        square = QRect(0 if at_left else self.width() - _MARK, 0, _MARK, _MARK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("accent"))
        painter.drawRoundedRect(square, 2 * RADIUS, 2 * RADIUS)
        edge = _MARK * 5 // 8
        picture = pixmap(
            self._icon_name,
            tokens.colour("on_accent"),
            size=edge,
            ratio=self.devicePixelRatioF(),
        )
        margin = (_MARK - edge) // 2
        painter.drawPixmap(square.left() + margin, margin, picture)
        painter.end()
