"""A repeat on the page: events or persons as cards, one open at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.domain.answers import Answer
from intake.forms.definition import Section
from intake.gui.i18n import translate
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.theme import Space
from intake.gui.widgets.buttons import IconButton, LinkButton, QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.labels import Muted, Small, Strong


@dataclass(frozen=True, slots=True)
class Record:
    """One event or person as a card shows it.

    Attributes:
        title: ``P2``, or the number of the event.
        links: For events, the persons linked as victims, by id.
    """

    id: str
    title: str
    answers: Mapping[str, Answer]
    links: frozenset[str] = field(default_factory=frozenset)


class RecordCard(Card):
    """One record: a line when closed, its questions when open.

    Signals:
        opened: The person wants this card open.
        committed: ``(record id, question name, Answer or None)``.
        removal_asked: Record id.
        links_changed: ``(record id, ids of persons)``.
    """

    opened = Signal(str)
    committed = Signal(str, str, object)
    removal_asked = Signal(str)
    links_changed = Signal(str, object)

    def __init__(
        self, record: Record, section: Section, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.record_id = record.id
        self._section, self._language = section, language
        self._panel: QuestionsPanel | None = None
        self._record = record
        self._name = Strong()
        self._summary = Muted()
        self._toggle = LinkButton()
        self._toggle.clicked.connect(lambda: self.opened.emit(self.record_id))
        self._remove = IconButton("trash")
        self._remove.clicked.connect(lambda: self.removal_asked.emit(self.record_id))
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.addWidget(self._name)
        head.addWidget(self._summary, 1)
        head.addWidget(self._toggle)
        head.addWidget(self._remove)
        self.body.addLayout(head)
        self._links = QHBoxLayout()
        self._links.setSpacing(Space.TWO)
        self._boxes: dict[str, CheckBox] = {}
        self.show_record(record)
        self.retranslate(language)

    @property
    def panel(self) -> QuestionsPanel | None:
        """The questions, made when the card is opened for the first time."""
        return self._panel

    def show_record(self, record: Record) -> None:
        """Show stored values."""
        self._record = record
        self._name.setText(record.title)
        self._summary.setText(self._summarise())
        if self._panel is not None:
            self._panel.show_answers(record.answers)
        for person, box in self._boxes.items():
            box.setChecked(person in record.links)

    def set_open(self, *, is_open: bool, persons: Mapping[str, str]) -> None:
        """Show or hide the questions.

        Args:
            is_open: Whether the questions are to be seen.
            persons: Persons that can be linked, id to label; empty for records without links.
        """
        if is_open and self._panel is None:
            self._build(persons)
        if self._panel is not None:
            self._panel.setVisible(is_open)
        for box in self._boxes.values():
            box.setVisible(is_open)
        self._toggle.setVisible(not is_open)

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        self._language = language
        self._toggle.setText(translate("RecordCard", "Open"))
        self._toggle.setAccessibleName(
            translate("RecordCard", "Open {record}").format(record=self._record.title)
        )
        self._remove.set_word(
            translate("RecordCard", "Remove {record}").format(record=self._record.title)
        )
        self._summary.setText(self._summarise())
        if self._panel is not None:
            self._panel.retranslate(language)

    def _build(self, persons: Mapping[str, str]) -> None:
        for person, label in persons.items():
            box = CheckBox(label)
            box.setChecked(person in self._record.links)
            box.clicked.connect(self._on_links)
            self._boxes[person] = box
            self._links.addWidget(box)
        if persons:
            self._links.insertWidget(0, Small(translate("RecordCard", "Done to:")))
            self._links.addStretch(1)
            self.body.addLayout(self._links)
        self._panel = QuestionsPanel(self._section, self._language, self)
        self._panel.committed.connect(
            lambda name, answer: self.committed.emit(self.record_id, name, answer)
        )
        self.body.addWidget(self._panel)
        self._panel.show_answers(self._record.answers)

    def _on_links(self) -> None:
        chosen = tuple(person for person, box in self._boxes.items() if box.isChecked())
        self.links_changed.emit(self.record_id, chosen)

    def _summarise(self) -> str:
        words = []
        for question in self._section.items:
            answer = self._record.answers.get(question.name)
            if answer is None or answer.missing is not None:
                continue
            names = question.choices.by_name
            words += [
                names[text].label.get(self._language) if text in names else text
                for text in answer.texts
            ]
        return ", ".join(words[:3])


class RecordsPanel(QWidget):
    """The cards of one repeat, and the button that adds one.

    Signals:
        addition_asked: The person wants another record.
        committed, removal_asked, links_changed: As on ``RecordCard``.
    """

    addition_asked = Signal()
    committed = Signal(str, str, object)
    removal_asked = Signal(str)
    links_changed = Signal(str, object)

    def __init__(self, section: Section, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._language = language
        self._persons: Mapping[str, str] = {}
        self._open = ""
        self.cards: dict[str, RecordCard] = {}
        self._empty = Muted()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(Space.ONE)
        self._add = QuietButton("", "plus")
        self._add.clicked.connect(self.addition_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TWO)
        column.addWidget(self._empty)
        column.addLayout(self._cards)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        column.addLayout(foot)
        self.retranslate(language)

    def show_records(
        self, records: tuple[Record, ...], persons: Mapping[str, str] | None = None
    ) -> None:
        """Show stored records in order; a new one is opened.

        Args:
            records: All records of this repeat.
            persons: Persons that events can be linked with, id to label.
        """
        self._persons = persons or {}
        ids = [record.id for record in records]
        for gone in set(self.cards) - set(ids):
            card = self.cards.pop(gone)
            self._cards.removeWidget(card)
            card.deleteLater()
        added = [record for record in records if record.id not in self.cards]
        for record in records:
            if record.id in self.cards:
                self.cards[record.id].show_record(record)
            else:
                self._add_card(record)
        self._empty.setVisible(not records)
        if len(added) == 1:
            self.open_record(added[0].id)

    def open_record(self, record_id: str) -> None:
        """Open one card, close the others, put the keyboard into its first question."""
        self._open = record_id
        for card in self.cards.values():
            card.set_open(is_open=card.record_id == record_id, persons=self._persons)
        panel = self.cards[record_id].panel
        if panel is not None:
            panel.focus_first()

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        self._language = language
        label = self.section.label.get(language)
        self._add.setText(translate("RecordsPanel", "Add: {what}").format(what=label))
        self._empty.setText(translate("RecordsPanel", "Nothing is recorded here yet."))
        for card in self.cards.values():
            card.retranslate(language)

    def flush(self) -> None:
        """Commit what stands in any edit now."""
        for card in self.cards.values():
            if card.panel is not None:
                card.panel.flush()

    def focus_first(self) -> None:
        """Put the keyboard into the open card, or on the button that adds one."""
        card = self.cards.get(self._open)
        if card is not None and card.panel is not None:
            card.panel.focus_first()
        else:
            self._add.setFocus()

    def current_panel(self) -> QuestionsPanel | None:
        """Return the questions of the open card."""
        card = self.cards.get(self._open)
        return card.panel if card is not None else None

    def _add_card(self, record: Record) -> None:
        card = RecordCard(record, self.section, self._language, self)
        card.opened.connect(self.open_record)
        card.committed.connect(self.committed)
        card.removal_asked.connect(self.removal_asked)
        card.links_changed.connect(self.links_changed)
        self.cards[record.id] = card
        self._cards.addWidget(card)
