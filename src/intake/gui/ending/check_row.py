"""One line of a check: whether it is good, which part, what was found, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.ending.words import advice_word, found_words
from intake.gui.theme import Space
from intake.gui.vault_words import part_word
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.labels import Label, Small
from intake.services.checking import CheckLine


class CheckRow(QWidget):
    """A line with an icon; what to do stands below what was found."""

    def __init__(self, line: CheckLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE)
        icon = ("check", "ok") if line.good else ("error", "danger")
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconLabel(*icon), 0, top)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(f"{part_word(line.part)}: {found_words(line)}"))
        if line.advice:
            words.addWidget(Small(advice_word(line)))
        row.addLayout(words, 1)
