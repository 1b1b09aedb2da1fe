"""Help on one sheet: all shortcuts, made from the table of actions, and what the words mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from intake.gui.actions import TABLE, Group, group_title, shortcut_text, title
from intake.gui.i18n import translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.help_pages import HelpPages
from intake.gui.widgets.labels import Label, Strong
from intake.gui.widgets.sheet import Sheet

_WIDTH, _HIGHEST = 940, 300
_COLUMNS = ((Group.EVERYWHERE, Group.CASES), (Group.INTERVIEW,), (Group.REVIEW,))


class KeyCap(QLabel):
    """A key as it looks on the keyboard."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


class ShortcutSheet(Sheet):
    """Three columns of actions and their keys; behind a second tab what the words mean."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(
            over,
            translate("ShortcutSheet", "Help"),
            affirmative=translate("ShortcutSheet", "&Close"),
            cancel="",
        )
        self.set_width(_WIDTH)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.addTab(translate("ShortcutSheet", "Keys"))
        self.tabs.addTab(translate("ShortcutSheet", "Words, and the door"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self._keys())
        self.pages.addWidget(HelpPages())
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.pages)

    @staticmethod
    def _keys() -> QWidget:
        holder = QWidget()
        columns = QHBoxLayout(holder)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(Space.FOUR)
        for groups in _COLUMNS:
            column = QVBoxLayout()
            column.setSpacing(Space.ONE)
            for group in groups:
                column.addWidget(Strong(group_title(group)))
                column.addLayout(_rows(group))
                column.addSpacing(Space.ONE)
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea()  # large text does not fit a small window
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(translate("ShortcutSheet", "Keys"))
        for part in (area, holder):
            part.setProperty("ground", "surface")
        area.setWidget(holder)
        area.setMinimumHeight(min(holder.sizeHint().height(), theme().scaled(_HIGHEST)))
        return area


def _rows(group: Group) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.ONE_HALF)
    grid.setVerticalSpacing(Space.HALF)
    grid.setColumnStretch(1, 1)
    for row, action in enumerate(a for a, spec in TABLE.items() if spec.group is group):
        grid.addWidget(KeyCap(shortcut_text(action)), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(title(action)), row, 1)
    return grid
