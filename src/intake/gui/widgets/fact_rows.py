"""Rows of facts: a picture, a sentence, and what belongs to it in small letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.theme import Space
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.labels import Label, Small


@dataclass(frozen=True, slots=True)
class Fact:
    """One row.

    Attributes:
        icon: Name of the picture.
        tint: Its colour token; the sentence says the same in words.
        text: The sentence.
        below: What belongs to it, or empty.
    """

    icon: str
    tint: str
    text: str
    below: str = ""


def good(text: str, below: str = "") -> Fact:
    """Return a fact that is as it should be."""
    return Fact("check", "ok", text, below)


def note(text: str, below: str = "") -> Fact:
    """Return a fact to know."""
    return Fact("info", "muted", text, below)


def warning(text: str, below: str = "") -> Fact:
    """Return a fact that asks somebody to do something."""
    return Fact("warning", "warn", text, below)


class FactRows(QWidget):
    """Facts below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.ONE_HALF)

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show these facts."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in facts:
            self._column.addWidget(_row(fact))


def _row(fact: Fact) -> QWidget:
    row = QWidget()
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(fact.text))
    if fact.below:
        words.addWidget(Small(fact.below))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(Space.ONE_HALF)
    line.addWidget(IconLabel(fact.icon, fact.tint), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(words, 1)
    return row
