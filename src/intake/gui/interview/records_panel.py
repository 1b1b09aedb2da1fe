"""A repeat on the page: events or persons as cards, one open at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.forms.definition import Section
from intake.gui.i18n import translate
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.interview.record_card import Record, RecordCard
from intake.gui.interview.step_panel import StepPanel
from intake.gui.interview.views import CaseView, person_labels
from intake.gui.theme import Space
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.labels import Muted


class RecordsPanel(StepPanel):
    """The cards of one repeat, and the button that adds one.

    Signals:
        addition_asked: The person wants another record.
        removal_asked, links_changed, role_chosen, perpetrator_asked: As on ``RecordCard``.
    """

    addition_asked = Signal()
    removal_asked = Signal(str)
    links_changed = Signal(str, object, object)
    role_chosen = Signal(str, object)
    perpetrator_asked = Signal(str)

    def __init__(self, section: Section, language: str, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent)
        self._persons: Mapping[str, str] = {}
        self._case = ""
        self._open = ""
        self._is_changeable = True
        self.cards: dict[str, RecordCard] = {}
        self._empty, self._everybody = Muted(), Muted()
        if self.is_about_events:
            self._everybody.hide()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(Space.ONE)
        self.add = QuietButton("", "plus")
        self.add.clicked.connect(self.addition_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TWO)
        column.addWidget(self._everybody)
        column.addWidget(self._empty)
        column.addLayout(self._cards)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        self.retranslate(language)

    @property
    def is_about_events(self) -> bool:
        """Whether the records are events; persons otherwise."""
        return self.section.kind == "event"

    def show_case(self, view: CaseView) -> None:
        """Show the records in order; one that is new since the last time is opened."""
        records = event_records(view) if self.is_about_events else person_records(view)
        self._persons = person_labels(view.file, view.form)
        if self._case != view.file.case.id:
            self._case, self._open = view.file.case.id, ""
            self._drop(set(self.cards))
        known = set(self.cards)
        self._drop(known - {record.id for record in records})
        for place, record in enumerate(records):
            if record.id not in self.cards:
                self._add_card(record, place)
            self.cards[record.id].show_record(record, self._persons, view.unfinished)
        self._empty.setVisible(not records)
        added = [record.id for record in records if record.id not in known]
        if len(added) == 1 and (known or len(records) == 1):
            self.open_record(added[0])

    def open_record(self, record_id: str) -> None:
        """Open one card, close the others, put the keyboard into its first question."""
        self._open = record_id
        for card in self.cards.values():
            card.set_open(is_open=card.record.id == record_id)
        self.focus_first()

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        self.language = language
        self.add.setText(
            translate("RecordsPanel", "Add an event")
            if self.is_about_events
            else translate("RecordsPanel", "Add a person")
        )
        self._everybody.setText(
            translate(
                "RecordsPanel",
                "Everybody the account names stands here, also those who did it.",
            )
        )
        self._empty.setText(translate("RecordsPanel", "Nothing is recorded here yet."))
        for card in self.cards.values():
            card.retranslate(language)

    def focus_first(self) -> None:
        """Put the keyboard into the open card, or on the button that adds one."""
        card = self.cards.get(self._open)
        if card is not None and card.panel is not None:
            card.panel.focus_first()
        else:
            self.add.setFocus()

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        self._is_changeable = changeable
        self.add.setVisible(changeable)
        for card in self.cards.values():
            card.set_changeable(changeable=changeable)

    def question_panels(self) -> tuple[QuestionsPanel, ...]:
        """Return the questions of every card that was opened."""
        return tuple(card.panel for card in self.cards.values() if card.panel is not None)

    @property
    def place(self) -> str:
        """Id of the record that is open."""
        return self._open

    def return_to(self, place: str) -> None:
        """Open a record by its id."""
        if place in self.cards:
            self.open_record(place)

    def _add_card(self, record: Record, place: int) -> None:
        card = RecordCard(record, self.section, self.language, self)
        card.toggled.connect(self._on_toggled)
        card.answered.connect(self.answered)
        card.unfinished.connect(self.unfinished)
        card.removal_asked.connect(self.removal_asked)
        card.links_changed.connect(self.links_changed)
        card.role_chosen.connect(self.role_chosen)
        card.perpetrator_asked.connect(self.perpetrator_asked)
        card.finished.connect(self.add.setFocus)
        card.set_changeable(changeable=self._is_changeable)
        self.cards[record.id] = card
        self._cards.insertWidget(place, card)

    def _drop(self, gone: set[str]) -> None:
        for record_id in gone:
            card = self.cards.pop(record_id)
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        if self._open in gone:
            self._open = ""

    def _on_toggled(self, record_id: str) -> None:
        card = self.cards[record_id]
        if card.is_open:
            self.flush()
            self._open = ""
            card.set_open(is_open=False)
        else:
            self.open_record(record_id)


def person_records(view: CaseView) -> tuple[Record, ...]:
    """Return the persons besides the interviewee as cards."""
    labels = person_labels(view.file, view.form)
    return tuple(
        Record(person.id, labels[person.id], person.answers, person.role) for person in view.others
    )


def event_records(view: CaseView) -> tuple[Record, ...]:
    """Return the events as cards, in the order of the account."""
    return tuple(
        Record(
            event.id,
            translate("RecordsPanel", "Event {number}").format(number=event.ordinal),
            event.answers,
            None,
            frozenset(event.victims),
            frozenset(event.perpetrators),
        )
        for event in sorted(view.file.events, key=lambda found: found.ordinal)
    )
