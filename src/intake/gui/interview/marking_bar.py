"""The strip above a statement: turns selected words into a mark."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from intake.domain.marks import MarkKind
from intake.gui.actions import ActionId, tooltip
from intake.gui.i18n import noop, translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.flow_row import FlowRow

KIND_WORDS = {
    MarkKind.PERSON: noop("marks", "Person"),
    MarkKind.PLACE: noop("marks", "Place"),
    MarkKind.ORGANISATION: noop("marks", "Organisation"),
    MarkKind.DATE: noop("marks", "Date"),
    MarkKind.NUMBER: noop("marks", "Number"),
    MarkKind.OTHER: noop("marks", "Other"),
}
MARK_ACTIONS = {
    MarkKind.PERSON: ActionId.MARK_PERSON,
    MarkKind.PLACE: ActionId.MARK_PLACE,
    MarkKind.ORGANISATION: ActionId.MARK_ORGANISATION,
    MarkKind.DATE: ActionId.MARK_DATE,
    MarkKind.NUMBER: ActionId.MARK_NUMBER,
    MarkKind.OTHER: ActionId.MARK_OTHER,
}
NEW = "new"  # stands for a person who is not in the case yet
_SWATCH = 14


def kind_word(kind: MarkKind) -> str:
    """Return a kind of mark in the interface language."""
    return translate("marks", KIND_WORDS[kind])


def swatch(kind: MarkKind) -> QIcon:
    """Return a small filled square in the colour of a kind, with an outline."""
    edge = theme().scaled(_SWATCH)
    picture = QPixmap(edge, edge)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme().tokens.colour("control_line"))
    painter.setBrush(theme().tokens.mark(kind))
    painter.drawRoundedRect(1, 1, edge - 3, edge - 3, 3, 3)
    painter.end()
    icon = QIcon(picture)
    # Qt would pale it while there is nothing to mark; the legend is to be read then too.
    icon.addPixmap(picture, QIcon.Mode.Disabled)
    return icon


class MarkingBar(QFrame):
    """Buttons for the six kinds; a person can be a known one or a new one.

    Signals:
        marked: ``(MarkKind, person id or empty)``; ``NEW`` asks for a new person.
    """

    marked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._persons: Mapping[str, str] = {}
        self.buttons: dict[MarkKind, QToolButton] = {}
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        for kind in MarkKind:
            button = QToolButton()
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, chosen=kind: self.choose(chosen))
            self.buttons[kind] = button
            row.addWidget(button)
        theme().changed.connect(self._tint)
        self._tint()
        self.retranslate()

    def set_persons(self, persons: Mapping[str, str]) -> None:
        """Set the known persons: id to label, ``P2, relative``."""
        self._persons = persons

    def set_usable(self, *, usable: bool) -> None:
        """Allow marking only while there are words to mark."""
        for button in self.buttons.values():
            button.setEnabled(usable)

    def choose(self, kind: MarkKind, at: QPoint | None = None) -> None:
        """Mark the words as this kind; for a person, ask which one.

        Args:
            kind: What the words are.
            at: Where to ask, global; below the button when ``None``.
        """
        if kind is MarkKind.PERSON:
            button = self.buttons[kind]
            self.offer_persons(at or button.mapToGlobal(button.rect().bottomLeft()))
        else:
            self.marked.emit(kind, "")

    def offer_persons(self, at: QPoint) -> QMenu:
        """Show the known persons, and a new one, in a menu; the first is chosen with Enter."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.person_actions(menu):
            menu.addAction(action)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])
        return menu

    def person_actions(self, menu: QMenu) -> list[QAction]:
        """Return an entry for each known person, for a new one, and for nobody in particular."""
        labels = [
            *((person, label) for person, label in self._persons.items()),
            (NEW, translate("MarkingBar", "A new person")),
            ("", translate("MarkingBar", "A person, without saying who")),
        ]
        made = []
        for person, label in labels:
            entry = QAction(label.replace("&", "&&"), menu)
            entry.triggered.connect(
                lambda _checked=False, chosen=person: self.marked.emit(MarkKind.PERSON, chosen)
            )
            made.append(entry)
        return made

    def retranslate(self) -> None:
        """Show texts in the interface language."""
        for kind, button in self.buttons.items():
            button.setText(kind_word(kind))
            button.setToolTip(tooltip(MARK_ACTIONS[kind]))
            button.setAccessibleName(button.toolTip())

    def _tint(self) -> None:
        for kind, button in self.buttons.items():
            button.setIcon(swatch(kind))
