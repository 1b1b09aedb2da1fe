"""Two versions of one case beside each other; a person decides, nothing is chosen beforehand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHeaderView, QVBoxLayout, QWidget

from intake.domain.changes import Changes, Noun
from intake.gui.i18n import plural, translate
from intake.gui.models.differences_model import DifferenceColumn, DifferencesModel
from intake.gui.sealing.version_words import place_words
from intake.gui.theme import Space, theme
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.buttons import PrimaryButton, QuietButton
from intake.gui.widgets.card import Card, EmptyState
from intake.gui.widgets.choice import RadioButton
from intake.gui.widgets.labels import Label, Muted, Small, Strong
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.row_table import RowTable
from intake.gui.words import ChoiceWords, status_word
from intake.gui.workers.store_worker import StoreWorker
from intake.services import parcels
from intake.services.parcels import Conflict, Version
from intake.services.session import VaultSession

_ROW_HEIGHT, _PLACE_WIDTH = 34, 320


class _SideCard(Card):
    """One version in a few words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.facts = Muted()
        self.body.addWidget(self.facts)


class ConflictPage(Page):
    """One conflict at a time.

    Signals:
        left: There is nothing more to decide, or the person wants to decide later.
    """

    left = Signal()

    def __init__(
        self, worker: StoreWorker, words: ChoiceWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, scrolls=False)
        self._worker, self._words = worker, words
        self._session: VaultSession | None = None
        self._found: tuple[Conflict, ...] = ()
        self.model = DifferencesModel(words, self)
        self.table = RowTable(_ROW_HEIGHT)
        self.ours_card, self.theirs_card = _SideCard(), _SideCard()
        self.whole_ours, self.whole_theirs = Label(), Label()
        self.choices = {version: RadioButton() for version in Version}
        self._group = QButtonGroup(self)
        self._place = Strong()
        self._question, self._left_over = Strong(), Small()
        self.empty = EmptyState("check")
        self.later, self.decide, self.why_not = QuietButton("", "back"), PrimaryButton(), Small()
        self._desk = QWidget()
        self._lay_out()
        self._connect()

    # -- what the window calls ----------------------------------------------------------------

    def open(self, session: VaultSession) -> None:
        """Show the first conflict of a vault."""
        self._session = session
        self.messages.clear()
        self._read()

    def refresh(self, changes: Changes) -> None:
        """Read again when parcels or cases changed."""
        if self._session is not None and self.isVisible() and Noun.PARCEL in changes.nouns:
            self._read()

    @property
    def chosen(self) -> Version | None:
        """What the person has chosen; nothing to begin with."""
        return next((v for v, button in self.choices.items() if button.isChecked()), None)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("Conflict", "Two versions of one case"))
        self.set_lead(
            translate(
                "Conflict",
                "Both are here, whole. Neither leaves this vault before somebody has decided. "
                "If in doubt, ask whoever sent the other one.",
            )
        )
        self._question.setText(translate("Conflict", "Which one counts?"))
        texts = {
            Version.OURS: translate("Conflict", "The one that was &here; the other one is removed"),
            Version.THEIRS: translate("Conflict", "The one that &came; ours is removed"),
            Version.BOTH: translate("Conflict", "&Both, as two cases: they are different accounts"),
        }
        for version, text in texts.items():
            self.choices[version].setText(text)
        self.later.setText(translate("Conflict", "Decide &later"))
        self.decide.setText(translate("Conflict", "&Keep what is chosen"))
        self.table.setAccessibleName(translate("Conflict", "Where they differ"))
        self.empty.set_texts(
            translate("Conflict", "There is nothing to decide."),
            translate("Conflict", "Back to the team"),
        )
        self._show()

    # -- showing ------------------------------------------------------------------------------

    def _read(self) -> None:
        self._worker.submit(
            parcels.conflicts, self._session, done=self._use, failed=self.show_error
        )

    def _use(self, found: tuple[Conflict, ...]) -> None:
        self._found = found
        self._group.setExclusive(False)
        for button in self.choices.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._show()
        self.table.setFocus()

    def _show(self) -> None:
        conflict = self._found[0] if self._found else None
        for part in (self._desk, self.decide, self.later, self.why_not):
            part.setVisible(conflict is not None)
        self.empty.setVisible(conflict is None)
        if conflict is None:
            self.model.show_differences((), "")
            return
        sender = conflict.received.sender
        self.model.show_differences(conflict.differences, sender)
        self.ours_card.set_heading(translate("Conflict", "Here"))
        self.theirs_card.set_heading(translate("Conflict", "From {sender}").format(sender=sender))
        for card, file in (
            (self.ours_card, conflict.ours),
            (self.theirs_card, conflict.theirs),
        ):
            facts = (
                file.case.code,
                status_word(file.case.status),
                plural("Cases", "%n person(s)", len(file.persons)),
                plural("Cases", "%n event(s)", len(file.events)),
            )
            card.facts.setText("   \u00b7   ".join(facts))
        more = len(self._found) - 1
        text = plural("Conflict", "%n more to decide afterwards", more) if more else ""
        self._left_over.setText(text)
        self.table.selectRow(0)
        self._show_row()
        self._show_ready()

    def _show_row(self) -> None:
        row = self.model.difference_at(self.table.currentIndex().row())
        ours, theirs = self.model.sides(row) if row is not None else ("", "")
        self._place.setText(place_words(row.place, self._words) if row is not None else "")
        self.whole_ours.setText(ours)
        self.whole_theirs.setText(theirs)

    def _show_ready(self) -> None:
        ready = self.chosen is not None
        self.decide.setEnabled(ready)
        self.why_not.setText("" if ready else translate("Conflict", "Choose first."))

    # -- deciding -----------------------------------------------------------------------------

    def _decide(self) -> None:
        version = self.chosen
        if version is None or not self._found:
            return
        parcel_id = self._found[0].received.parcel_id
        self._worker.submit(
            parcels.decide,
            self._session,
            parcel_id,
            version,
            done=partial(self._on_decided, version),
            failed=self.show_error,
            writes=True,
        )

    def _on_decided(self, version: Version, _changes: Changes) -> None:
        texts = {
            Version.OURS: translate("Conflict", "Kept as it was here. The other one is removed."),
            Version.THEIRS: translate("Conflict", "Kept as it came. The one from here is removed."),
            Version.BOTH: translate("Conflict", "Both are kept, as two cases."),
        }
        self.messages.show_message(MessageKind.OK, texts[version])  # ``refresh`` reads what is left

    # -- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(DifferenceColumn.PLACE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(DifferenceColumn.PLACE, theme().scaled(_PLACE_WIDTH))
        sides = AdaptiveRow()
        sides.setSpacing(Space.TWO)
        for card, whole in (
            (self.ours_card, self.whole_ours),
            (self.theirs_card, self.whole_theirs),
        ):
            card.body.addWidget(whole)
            sides.addWidget(card, 1)
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(Space.FOUR, 0, Space.FOUR, Space.TWO)
        column.setSpacing(Space.ONE_HALF)
        column.addWidget(self.table, 1)
        column.addWidget(self._place)
        column.addLayout(sides)
        column.addWidget(self._question)
        choices = QVBoxLayout()
        choices.setSpacing(0)
        for button in self.choices.values():
            self._group.addButton(button)
            choices.addWidget(button)
        column.addLayout(choices)
        column.addWidget(self._left_over)
        self.body.addWidget(self._desk, 1)
        self.body.addWidget(self.empty, 1)
        self.add_secondary(self.later)
        self.set_primary(self.decide)
        self.add_reason(self.why_not)

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(self._show_row)
        self._group.buttonToggled.connect(self._show_ready)
        self.decide.clicked.connect(self._decide)
        self.later.clicked.connect(self.left)
        self.empty.triggered.connect(self.left)
