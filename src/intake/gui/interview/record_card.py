"""One event or person of a repeat as a card: a line when closed, its questions when open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.domain.answers import Answer
from intake.domain.person import Role
from intake.forms.definition import Section
from intake.gui.i18n import translate
from intake.gui.interview.link_grid import LinkGrid
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.interview.views import role_word, summary
from intake.gui.interview.writes import place_of
from intake.gui.theme import Space
from intake.gui.widgets.buttons import IconButton, QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.chip import Chip, ChipKind
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.labels import Label, Muted, Strong

ROLES = tuple(role for role in Role if role is not Role.INTERVIEWEE)


@dataclass(frozen=True, slots=True)
class Record:
    """One event or person as a card shows it.

    Attributes:
        title: ``P2, relative``, or the number of the event.
        role: What a person is; ``None`` for events.
        victims: For events, to whom it was done, by id.
        perpetrators: For events, who did it, by id.
    """

    id: str
    title: str
    answers: Mapping[str, Answer]
    role: Role | None = None
    victims: frozenset[str] = field(default_factory=frozenset)
    perpetrators: frozenset[str] = field(default_factory=frozenset)


class RecordCard(Card):
    """One record.

    Signals:
        toggled: The person wants this card open, or closed.
        answered: ``(record id, question name, Answer or None)``.
        unfinished: ``(record id, question name, text)`` that cannot be an answer; empty for none.
        removal_asked: Record id.
        links_changed: ``(record id, victims, perpetrators)``, ids.
        role_chosen: ``(record id, Role)``.
        perpetrator_asked: Somebody who is not in the case did it; record id.
    """

    toggled = Signal(str)
    answered = Signal(str, str, object)
    unfinished = Signal(str, str, str)
    removal_asked = Signal(str)
    links_changed = Signal(str, object, object)
    role_chosen = Signal(str, object)
    perpetrator_asked = Signal(str)
    finished = Signal()

    def __init__(
        self, record: Record, section: Section, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.record = record
        self._section, self._language = section, language
        self._persons: Mapping[str, str] = {}
        self._unfinished: Mapping[str, str] = {}
        self._is_changeable = True
        self.panel: QuestionsPanel | None = None
        self._name, self._summary, self._unsaved = Strong(), Muted(), Chip()
        self.toggle = QuietButton()
        self.remove = IconButton("trash")
        self.roles = ComboBox()
        self._role_label = Label()
        self.victims = LinkGrid(parent=self)
        self.perpetrators = LinkGrid(offers_new=True, parent=self)
        self._parts: tuple[QWidget, ...] = ()
        self._assemble()
        self._connect()
        self.show_record(record, {})
        self.retranslate(language)

    @property
    def is_open(self) -> bool:
        """Whether the questions are to be seen."""
        return self.panel is not None and not self.panel.isHidden()

    def show_record(
        self,
        record: Record,
        persons: Mapping[str, str],
        unfinished: Mapping[str, str] | None = None,
    ) -> None:
        """Show stored values.

        Args:
            record: The record.
            persons: Persons that an event can be linked with, id to label.
            unfinished: What was typed and cannot be saved as it is, by place.
        """
        self.record, self._persons, self._unfinished = record, persons, unfinished or {}
        self._name.setText(record.title)
        self._name_remove()
        self._show_toggle()
        if record.role is not None:
            self.roles.setCurrentIndex(self.roles.findData(record.role))
        else:
            self.victims.show_links(persons, record.victims)
            self.perpetrators.show_links(persons, record.perpetrators)
        if self.panel is not None:
            self._fill_panel(self.panel)

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide the questions."""
        if is_open and self.panel is None:
            self.panel = QuestionsPanel(self._section, self._language, self)
            self.panel.committed.connect(self.answered)
            self.panel.unfinished.connect(self._on_unfinished)
            self.panel.finished.connect(self.finished)
            self.panel.set_changeable(changeable=self._is_changeable)
            self.body.addWidget(self.panel)
            self._fill_panel(self.panel)
        for part in (*self._parts, self.panel):
            if part is not None:
                part.setVisible(is_open)
        self._show_toggle()

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        self._is_changeable = changeable
        self.remove.setVisible(changeable)
        for part in (self.roles, self.victims, self.perpetrators):
            part.setEnabled(changeable)
        if self.panel is not None:
            self.panel.set_changeable(changeable=changeable)

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        self._language = language
        self._name_remove()
        self._role_label.setText(translate("RecordCard", "In this case"))
        self.roles.setAccessibleName(self._role_label.text())
        for index, role in enumerate(ROLES):
            self.roles.setItemText(index, role_word(role))
        self.victims.retranslate(translate("RecordCard", "Done to"))
        self.perpetrators.retranslate(translate("RecordCard", "Done by"))
        self._show_toggle()
        if self.panel is not None:
            self.panel.retranslate(language)

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.addWidget(self._name)
        head.addWidget(self._summary, 1)
        head.addWidget(self._unsaved)
        head.addWidget(self.toggle)
        head.addWidget(self.remove)
        self.body.setContentsMargins(Space.TWO, Space.ONE, Space.ONE, Space.ONE)
        self.body.addLayout(head)
        if self.record.role is None:
            self._parts = (self.victims, self.perpetrators)
            self.body.addWidget(self.victims)
            self.body.addWidget(self.perpetrators)
        else:
            for role in ROLES:
                self.roles.addItem("", role)
            self._parts = (_row(self._role_label, self.roles),)
            self.body.addWidget(self._parts[0])
        for part in (self.victims, self.perpetrators, *self._parts):
            part.hide()

    def _connect(self) -> None:
        self.toggle.clicked.connect(lambda: self.toggled.emit(self.record.id))
        self.remove.clicked.connect(lambda: self.removal_asked.emit(self.record.id))
        self.roles.activated.connect(
            lambda index: self.role_chosen.emit(self.record.id, ROLES[index])
        )
        for grid in (self.victims, self.perpetrators):
            grid.changed.connect(self._on_links)
        self.perpetrators.new_asked.connect(lambda: self.perpetrator_asked.emit(self.record.id))

    def _fill_panel(self, panel: QuestionsPanel) -> None:
        panel.show_answers(self.record.id, self.record.answers, unfinished=self._unfinished)

    def _on_unfinished(self, owner: str, name: str, text: str) -> None:
        self._unfinished = {**self._unfinished, place_of(owner, name): text}
        self._show_unsaved()
        self.unfinished.emit(owner, name, text)

    def _show_unsaved(self) -> None:
        """Say on the card, which may be closed, that something in it is not saved."""
        own = place_of(self.record.id, "")
        kept = any(text for place, text in self._unfinished.items() if place.startswith(own))
        word = translate("RecordCard", "Not saved yet") if kept else ""
        self._unsaved.show_fact(word, ChipKind.ATTENTION)

    def _on_links(self) -> None:
        self.links_changed.emit(self.record.id, self.victims.chosen(), self.perpetrators.chosen())

    def _name_remove(self) -> None:
        text = translate("RecordCard", "Remove {record}")
        self.remove.set_word(text.format(record=self.record.title))

    def _show_toggle(self) -> None:
        self._show_unsaved()
        is_open = self.is_open
        said = summary(self._section, self.record.answers, self._language)
        self._summary.setText("" if is_open else said)
        self.toggle.setText(
            translate("RecordCard", "Close") if is_open else translate("RecordCard", "Open")
        )
        text = (
            translate("RecordCard", "Close {record}")
            if is_open
            else translate("RecordCard", "Open {record}")
        )
        self.toggle.setAccessibleName(text.format(record=self.record.title))


def _row(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, Space.HALF)
    row.setSpacing(Space.ONE)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder
