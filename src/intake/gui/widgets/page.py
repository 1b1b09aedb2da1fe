"""The frame of every page: title, message, scrolling body, buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from intake.domain.changes import Changes
from intake.gui.errors import explain
from intake.gui.theme import Space
from intake.gui.widgets.buttons import PrimaryButton
from intake.gui.widgets.labels import Muted, Title
from intake.gui.widgets.message_bar import MessageBar, MessageKind


class Page(QWidget):
    """A place to go to. Subclasses fill ``body`` and set their texts in ``retranslate``.

    Attributes:
        header: Row of the title; add widgets at its end.
        body: Vertical layout of the content.
        footer: Row at the bottom: quiet buttons from the left, the primary one at the far end.
        messages: The inline message of the page.

    Args:
        parent: Owner.
        scrolls: The body scrolls as a whole; ``False`` for pages with lists of their own.
        titled: Show title and lead on top; ``False`` for pages with panes to the edge.
        width: Widest the body gets in pixels, kept at the reading edge; 0 for all there is.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        scrolls: bool = True,
        titled: bool = True,
        width: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Title()
        self.lead = Muted(parent=self)
        self.lead.hide()
        self.messages = MessageBar()
        self.header = QHBoxLayout()
        self.header.addWidget(self.title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.TWO)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(Space.ONE)
        self._foot = QFrame()
        self._foot.setProperty("band", "foot")
        self._foot.hide()
        self._primary: PrimaryButton | None = None
        self._texts_are_set = False
        self._build_frame(scrolls=scrolls, titled=titled, width=width)

    def set_primary(self, button: PrimaryButton) -> None:
        """Put the one primary button at the far end of the foot."""
        assert self._primary is None, "a page has one primary button"
        self._primary = button
        self.footer.addStretch(1)
        self.footer.addWidget(button)
        self._foot.show()

    def add_reason(self, label: QLabel) -> None:
        """Put a line that says why the primary button is disabled before it, as the last one."""
        label.setWordWrap(False)
        self.footer.insertWidget(self.footer.count() - 1, label)

    @property
    def primary(self) -> PrimaryButton | None:
        """The one primary button, if the page has one."""
        return self._primary

    def add_secondary(self, button: QPushButton) -> None:
        """Put a quiet button at the near end of the foot; before ``set_primary``."""
        self.footer.addWidget(button)
        self._foot.show()

    def set_lead(self, text: str) -> None:
        """Set the sentence below the title; an empty one takes no room."""
        self.lead.setText(text)
        self.lead.setVisible(bool(text))

    def show_error(self, error: BaseException, *, action: str = "") -> None:
        """Show an error in the interface language with its code."""
        told = explain(error)
        self.messages.show_message(MessageKind.ERROR, told.text, code=told.code, action=action)

    def retranslate(self) -> None:
        """Set every text in the interface language; called before the page is first shown."""

    def refresh(self, changes: Changes) -> None:
        """Take note of what a write touched; pages look again only at what concerns them."""

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

    def _build_frame(self, *, scrolls: bool, titled: bool, width: int) -> None:
        content = QWidget()
        content.setProperty("plain", True)  # noqa: FBT003 (Qt's signature)
        if width:
            content.setMaximumWidth(width + 2 * Space.FOUR)
        column = QVBoxLayout(content)
        edge = Space.FOUR if scrolls else 0
        column.setContentsMargins(edge, Space.ONE if scrolls else 0, edge, edge)
        column.addLayout(self.body)
        if scrolls:
            column.addStretch(1)
        self.footer.setContentsMargins(Space.FOUR, Space.ONE_HALF, Space.FOUR, Space.ONE_HALF)
        self._foot.setLayout(self.footer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._top(titled=titled))
        whole.addWidget(_scroll(content) if scrolls else content, 1)
        whole.addWidget(self._foot)

    def _top(self, *, titled: bool) -> QVBoxLayout:
        top = QVBoxLayout()
        top.setSpacing(Space.ONE)
        if titled:
            top.setContentsMargins(Space.FOUR, Space.THREE, Space.FOUR, Space.ONE)
            top.addLayout(self.header)
            top.addWidget(self.lead)
        else:
            self.title.setParent(self)
            self.title.hide()
        top.addWidget(self.messages)
        return top


def _scroll(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
