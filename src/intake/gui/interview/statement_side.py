"""Beside a statement: the events of the account, or the interviewer's own notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.interview.timeline import Timeline
from intake.gui.interview.views import TimelineEntry
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.labels import Muted

_WIDTH = 264


class StatementSide(QWidget):
    """A narrow column with two tabs.

    Args:
        notes: The interviewer's own questions; ``None`` when the form has none.
        parent: Owner.

    Signals:
        event_asked: The person wants to record an event.
        event_chosen: Id of an event to open.
    """

    event_asked = Signal()
    event_chosen = Signal(str)

    def __init__(self, notes: QWidget | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme().scaled(_WIDTH))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.timeline = Timeline()
        self._none = Muted()
        self.add_event = QuietButton("", "plus")
        self.add_event.clicked.connect(self.event_asked)
        self.timeline.chosen.connect(self.event_chosen)
        self._stack = QStackedWidget()
        events = QWidget()
        column = QVBoxLayout(events)
        column.setContentsMargins(0, Space.ONE, 0, Space.ONE)
        column.setSpacing(Space.ONE)
        for widget in (self._none, self.timeline, self.add_event):
            column.addWidget(widget)
        column.addStretch(1)
        pages = [events]
        if notes is not None:
            own = QWidget()
            room = QVBoxLayout(own)
            room.setContentsMargins(0, 0, Space.ONE, 0)
            room.addWidget(notes)
            room.addStretch(1)
            pages.append(own)
        for page in pages:
            self._stack.addWidget(_scrolled(page))
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs)
        whole.addWidget(self._stack, 1)
        self.retranslate()

    def show_events(self, entries: Sequence[TimelineEntry]) -> None:
        """Show the events of the account."""
        self.timeline.show_entries(entries)
        self._none.setVisible(not entries)

    def retranslate(self) -> None:
        """Show texts in the interface language."""
        names = (translate("StatementSide", "Timeline"), translate("StatementSide", "My own notes"))
        for index in range(self.tabs.count()):
            self.tabs.setTabText(index, names[index])
        self.tabs.setAccessibleName(translate("StatementSide", "Beside the account"))
        self.add_event.setText(translate("StatementSide", "Add an event"))
        self._none.setText(
            translate("StatementSide", "What happened, one event at a time, as it comes up.")
        )


def _scrolled(page: QWidget) -> QScrollArea:
    page.setProperty("plain", True)  # noqa: FBT003 (Qt's signature)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
