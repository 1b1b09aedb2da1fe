"""The words that a team always hides, or never: the list of a vault, to add to and to clear."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from intake.domain.marks import Decision, MarkKind
from intake.domain.rulings import Ruling
from intake.gui.errors import explain
from intake.gui.i18n import translate
from intake.gui.models.rulings_model import RulingColumn, RulingsModel, decision_word
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import Small
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.gui.widgets.row_table import RowTable
from intake.gui.workers.store_worker import StoreWorker
from intake.services import rulings
from intake.services.session import VaultSession

_ROW_HEIGHT = 30
_ROWS_SHOWN = 5
_DECISION_WIDTH, _CHOICE_WIDTH = 170, 200
_DECISIONS = (Decision.MASK, Decision.KEEP)


class WordsCard(Card):
    """The list, a line to add to it, and a button that takes the chosen entry off."""

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._removed: Ruling | None = None
        self._about, self._empty = Small(), Small()
        self.model = RulingsModel(self)
        self.table = RowTable(_ROW_HEIGHT)
        self.words, self.decision = LineEdit(), ComboBox()
        self.add_button, self.remove_button = QuietButton("", "plus"), QuietButton("", "trash")
        self.messages = MessageBar()
        self._prepare_table()
        line = QHBoxLayout()
        line.setSpacing(Space.ONE)
        line.addWidget(self.words, 1)
        for part in (self.decision, self.add_button):
            line.addWidget(part)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.remove_button)
        for widget in (self._about, self.messages, self._empty, self.table):
            self.body.addWidget(widget)
        self.body.addLayout(below)
        self.body.addLayout(line)
        for _ in _DECISIONS:
            self.decision.addItem("")
        self.decision.setMinimumWidth(theme().scaled(_CHOICE_WIDTH))
        self._connect()

    def open(self, session: VaultSession) -> None:
        """Show the list of a vault."""
        self._session = session
        self.read()

    def read(self) -> None:
        """Read the list again."""
        if self._session is not None:
            self._worker.submit(rulings.of_vault, self._session, done=self.show_rulings)

    def show_rulings(self, found: tuple[Ruling, ...]) -> None:
        """Show the entries."""
        self.model.show_rulings(found)
        for widget in (self.table, self.remove_button):
            widget.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._on_row()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("Settings", "Words to hide, words to leave"))
        self._about.setText(
            translate(
                "Settings",
                "For names of groups that must never leave, and for words that are wrongly "
                "proposed. Who is recorded in this vault is hidden whatever stands here. "
                "The list stays when a case is erased.",
            )
        )
        self._empty.setText(translate("Settings", "Nothing is on the list yet."))
        self.words.setAccessibleName(translate("Settings", "Words for the list"))
        self.words.setPlaceholderText(translate("Settings", "Words"))
        self.decision.setAccessibleName(translate("Settings", "What is done with the words"))
        for row, decision in enumerate(_DECISIONS):
            self.decision.setItemText(row, decision_word(decision))
        self.add_button.setText(translate("Settings", "Add"))
        self.remove_button.setText(translate("Settings", "Take off the list"))
        self.table.setAccessibleName(self.heading.text())

    def _prepare_table(self) -> None:
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(RulingColumn.WORDS, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(RulingColumn.DECISION, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(RulingColumn.DECISION, theme().scaled(_DECISION_WIDTH))
        self.table.setFixedHeight(theme().scaled(_ROW_HEIGHT * (_ROWS_SHOWN + 1)))

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._add)
        self.words.returnPressed.connect(self._add)
        self.remove_button.clicked.connect(self._remove)
        self.table.selectionModel().selectionChanged.connect(self._on_row)
        self.messages.action_triggered.connect(self._put_back)

    def _chosen(self) -> Ruling | None:
        rows = self.table.selectionModel().selectedRows()
        return self.model.ruling_at(rows[0].row()) if rows else None

    def _on_row(self) -> None:
        self.remove_button.setEnabled(self._chosen() is not None)

    def _add(self) -> None:
        decision = _DECISIONS[self.decision.currentIndex()]
        added = (self.words.text(), decision, MarkKind.OTHER)
        self._write(rulings.add, *added, done=self._on_added)

    def _on_added(self, _changes: object) -> None:
        self.messages.clear()
        self.words.clear()
        self.read()

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._removed = chosen
            self._write(rulings.remove, chosen.id, done=self._on_removed)

    def _on_removed(self, _changes: object) -> None:
        self.messages.show_message(
            MessageKind.OK,
            translate("Settings", "Taken off the list."),
            action=translate("Settings", "Undo"),
        )
        self.read()

    def _put_back(self) -> None:
        if self._removed is not None:
            self._write(rulings.restore, self._removed, done=self._on_added)
            self._removed = None

    def _write(
        self, work: Callable[..., Any], *arguments: object, done: Callable[[object], object]
    ) -> None:
        if self._session is not None:
            self._worker.submit(
                work, self._session, *arguments, done=done, failed=self._tell, writes=True
            )

    def _tell(self, error: BaseException) -> None:
        told = explain(error)
        self.messages.show_message(MessageKind.ERROR, told.text, code=told.code)
