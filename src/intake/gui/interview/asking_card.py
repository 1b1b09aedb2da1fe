"""How consent was asked: whether it stands, who decided, how, in which language, which text."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from intake.domain.consent import Act, Consent, Decider, HowGiven
from intake.gui.i18n import translate
from intake.gui.interview.consent_words import ACTS, DECIDERS, WAYS, word
from intake.gui.interview.language_choice import LanguageChoice
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton, QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import CheckBox, ComboBox
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import Label
from intake.gui.words import iso_day_word

_ACTS_COLUMNS = 3


class AskingCard(Card):
    """The head of the record of consent.

    Signals:
        changed: The new ``Consent``.
        given: The person agrees; asked the second time: it stands.
        refused: The person does not agree.
        undone: It was recorded by mistake that the person agrees.
    """

    changed = Signal(object)
    given = Signal()
    refused = Signal()
    undone = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._consent = Consent()
        self._state = Label()
        self._state.setProperty("role", "strong")
        self.yes, self.no = QuietButton("", "check"), LinkButton()
        self.undo = LinkButton("", "undo")
        self.decider, self.how = ComboBox(), ComboBox()
        self.language, self.version = LanguageChoice(), LineEdit()
        self._labels = {key: Label() for key in ("decider", "how", "language", "version", "acts")}
        self.acts = {act: CheckBox() for act in ACTS}
        self._assemble()
        self.yes.clicked.connect(self.given)
        self.no.clicked.connect(self.refused)
        self.undo.clicked.connect(self.undone)
        self.decider.activated.connect(self._on_changed)
        self.how.activated.connect(self._on_changed)
        self.language.chosen.connect(self._on_changed)
        self.version.editingFinished.connect(self._on_changed)
        for box in self.acts.values():
            box.clicked.connect(self._on_changed)

    def show_consent(self, consent: Consent) -> None:
        """Show the stored record."""
        self._consent = consent
        self.decider.setCurrentIndex(self.decider.findData(consent.decided_by))
        self.how.setCurrentIndex(self.how.findData(consent.how))
        self.language.show_language(consent.language)
        if not self.version.hasFocus():
            self.version.setText(consent.text_version)
        for act, box in self.acts.items():
            box.setChecked(act in consent.acts)
        in_force = consent.withdrawn is None or bool(consent.withdrawn.what)
        for part in (self.decider, self.how, self.language, self.version, *self.acts.values()):
            part.setEnabled(in_force)
        self._say_state()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        texts = {
            "decider": translate("AskingCard", "Who decides"),
            "how": translate("AskingCard", "How consent was given"),
            "language": translate("AskingCard", "Explained in"),
            "version": translate("AskingCard", "Text version"),
            "acts": translate("AskingCard", "Allowed during the interview"),
        }
        for key, text in texts.items():
            self._labels[key].setText(text)
        self.language.retranslate()
        fields = (
            ("decider", self.decider),
            ("how", self.how),
            ("language", self.language),
            ("version", self.version),
        )
        for key, field in fields:
            field.setAccessibleName(texts[key])
        for decider, text in DECIDERS.items():
            self.decider.setItemText(self.decider.findData(decider), word(text))
        for way, text in WAYS.items():
            self.how.setItemText(self.how.findData(way), word(text))
        for act, box in self.acts.items():
            box.setText(word(ACTS[act]))
        self._say_state()

    def _assemble(self) -> None:
        for decider in DECIDERS:
            self.decider.addItem("", decider)
        for way in WAYS:
            self.how.addItem("", way)
        top = QHBoxLayout()
        top.setSpacing(Space.ONE)
        top.addWidget(self._state, 1)
        for button in (self.undo, self.no, self.yes):
            top.addWidget(button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.TWO)
        grid.setVerticalSpacing(2)
        fields = (
            ("decider", self.decider, 3),
            ("how", self.how, 2),
            ("language", self.language, 3),
            ("version", self.version, 1),
        )
        for place, (key, field, share) in enumerate(fields):
            grid.addWidget(self._labels[key], 0, place, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, share)
        acts = QGridLayout()
        acts.setHorizontalSpacing(Space.TWO)
        acts.setVerticalSpacing(0)
        for index, box in enumerate(self.acts.values()):
            acts.addWidget(box, index // _ACTS_COLUMNS, index % _ACTS_COLUMNS)
        self.body.addLayout(top)
        self.body.addLayout(grid)
        self.body.addSpacing(Space.HALF)
        self.body.addWidget(self._labels["acts"])
        self.body.addLayout(acts)

    def _on_changed(self) -> None:
        changed = replace(
            self._consent,
            decided_by=Decider(self.decider.currentData()),
            how=HowGiven(self.how.currentData()),
            language=str(self.language.currentData() or ""),
            text_version=self.version.text().strip() or self._consent.text_version,
            acts=frozenset(Act(act) for act, box in self.acts.items() if box.isChecked()),
        )
        if changed != self._consent:
            self._consent = changed
            self.changed.emit(changed)

    def _say_state(self) -> None:
        consent = self._consent
        day = iso_day_word(consent.given) if consent.given is not None else ""
        if consent.withdrawn is not None and not consent.withdrawn.what:
            text = translate("AskingCard", "Consent was withdrawn.")
        elif consent.given is None:
            text = translate(
                "AskingCard", "Consent has not been asked yet. Explain first, then ask."
            )
        elif consent.confirmed:
            text = translate("AskingCard", "Given on {day}, asked again at the end.")
        else:
            text = translate("AskingCard", "Given on {day}. To be asked again at the end.")
        self._state.setText(text.format(day=day))
        self.yes.setText(translate("AskingCard", "The person agrees"))
        self.no.setText(translate("AskingCard", "The person does not agree"))
        asked = consent.given is not None or consent.withdrawn is not None
        self.yes.setVisible(not asked)
        self.no.setVisible(not asked)
        self.undo.setText(translate("AskingCard", "Undo: the person has not agreed"))
        self.undo.setVisible(asked and consent.withdrawn is None)
