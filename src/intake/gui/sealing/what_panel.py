"""Which cases are sealed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.domain.ids import CaseId
from intake.gui.i18n import plural, translate
from intake.gui.models.pick_model import PickModel
from intake.gui.sealing.meaning import ShortMeaning
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.labels import Label, Strong
from intake.gui.widgets.pick_list import PickList
from intake.gui.words import ChoiceWords
from intake.services.seal_steps import Sealable

_LIST_HEIGHT = 320


class WhatPanel(QWidget):
    """Finished cases to tick.

    Signals:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, words: ChoiceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undecided: tuple[str, ...] = ()
        self._unanswered: tuple[str, ...] = ()
        self.short = ShortMeaning()
        self.model = PickModel(words, self)
        self.list = PickList()
        self.list.setModel(self.model)
        self.list.setMinimumHeight(theme().scaled(_LIST_HEIGHT))
        self._count, self._nothing = Strong(), Label()
        self._waiting, self._typed = Label(), Label()
        self.all_button, self.none_button = LinkButton(), LinkButton()
        self._lay_out()
        self.list.toggled.connect(self.model.toggle)
        self.model.ticked.connect(self._on_ticked)
        self.all_button.clicked.connect(lambda: self.model.tick_all(on=True))
        self.none_button.clicked.connect(lambda: self.model.tick_all(on=False))

    def show_cases(self, found: Sealable, ticked: frozenset[CaseId]) -> None:
        """Show what can be sealed; the named cases are ticked."""
        self._undecided, self._unanswered = found.undecided, found.unanswered
        self.model.show_cases(found.cases, ticked)
        for part in (self.list, self._count, self.all_button, self.none_button):
            part.setVisible(bool(found.cases))
        self._nothing.setVisible(not found.cases)
        self._waiting.setVisible(bool(found.undecided))
        self._typed.setVisible(bool(found.unanswered))
        self.short.setVisible(not found.is_first)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.short.retranslate()
        self.list.setAccessibleName(translate("Sealing", "Finished cases"))
        self.all_button.setText(translate("Sealing", "Choose all"))
        self.none_button.setText(translate("Sealing", "Choose none"))
        self._nothing.setText(
            translate("Sealing", "There is no finished case to seal. Finalise a case first.")
        )
        self._waiting.setText(two_versions_words(self._undecided))
        self._typed.setText(unanswered_words(self._unanswered))
        self._on_ticked()

    def _on_ticked(self) -> None:
        self._count.setText(plural("Sealing", "%n case(s) chosen", len(self.model.chosen)))
        self.changed.emit()

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(Space.ONE)
        tools.addWidget(self._count, 1)
        tools.addWidget(self.all_button)
        tools.addWidget(self.none_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE_HALF)
        for part in (self.short, self._nothing, self._waiting, self._typed):
            column.addWidget(part)
        column.addLayout(tools)
        column.addWidget(self.list, 1)


def kept_back_words(found: Sealable) -> str:
    """Return which cases cannot be sealed as they are, and why; empty when all can."""
    told = (
        two_versions_words(found.undecided) if found.undecided else "",
        unanswered_words(found.unanswered) if found.unanswered else "",
    )
    return "\n".join(each for each in told if each)


def two_versions_words(codes: tuple[str, ...]) -> str:
    """Return that somebody has to decide about cases before they can be sealed."""
    text = translate("Sealing", "Two versions of these are here; decide first: {codes}")
    return text.format(codes=", ".join(codes))


def unanswered_words(codes: tuple[str, ...]) -> str:
    """Return that something in cases has to be finished before they can be sealed."""
    text = translate(
        "Sealing", "Something typed into these is no answer yet; open and finish: {codes}"
    )
    return text.format(codes=", ".join(codes))
