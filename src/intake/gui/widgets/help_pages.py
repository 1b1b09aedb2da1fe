"""What the words mean, and what to do when somebody is at the door: the shipped help, as text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from intake.gui.theme import FORM_WIDTH, Space, theme
from intake.gui.widgets.labels import Heading, Label
from intake.resources import resource_path

_FALLBACK = "en"
_LIST_WIDTH = 240
_HEIGHT = 440
_ROW_HEIGHT = 30


@dataclass(frozen=True, slots=True)
class HelpSection:
    """One section of the help: its title and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@cache
def help_sections(language: str) -> tuple[HelpSection, ...]:
    """Return the help in a language, in English where there is none."""
    try:
        path = resource_path("help", f"{language}.md")
    except FileNotFoundError:
        path = resource_path("help", f"{_FALLBACK}.md")
    sections = []
    for block in path.read_text("utf-8").split("\n## ")[1:]:
        title, *lines = block.split("\n")
        sections.append(HelpSection(title, tuple(line for line in lines if line.strip())))
    return tuple(sections)


class HelpPages(QWidget):
    """Sections at the near side, the text of the chosen one beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections = help_sections(QLocale().name().partition("_")[0])
        self.list = QListWidget()
        self.list.setFixedWidth(theme().scaled(_LIST_WIDTH))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setProperty("on", "surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.THREE)
        row.addWidget(self.list)
        row.addWidget(self._area, 1)
        self.setMinimumHeight(theme().scaled(_HEIGHT))
        for section in self._sections:
            item = QListWidgetItem(section.title, self.list)
            item.setSizeHint(QSize(0, theme().scaled(_ROW_HEIGHT)))
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        section = self._sections[row]
        page = QWidget()
        page.setMaximumWidth(theme().scaled(FORM_WIDTH))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.TWO, 0)
        column.setSpacing(Space.ONE_HALF)
        column.addWidget(Heading(section.title))
        for paragraph in section.paragraphs:
            column.addWidget(Label(paragraph))
        column.addStretch(1)
        self._area.setWidget(page)
        self._area.setAccessibleName(section.title)
        self.list.setAccessibleName(section.title)
