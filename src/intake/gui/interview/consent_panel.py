"""Consent on the page: who decides, to what, for which use; asked once more at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intake.domain.consent import Act, Consent, Decider, HowGiven, Use, UseConsent
from intake.forms.definition import FormDefinition
from intake.gui.i18n import translate
from intake.gui.interview.consent_words import ACTS, DECIDERS, WAYS, word
from intake.gui.interview.use_card import NOTHING, UseCard
from intake.gui.theme import Space
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import CheckBox, ComboBox
from intake.gui.widgets.labels import Label, Muted, Small

TEXT_VERSION = "1"


def withholdable(form: FormDefinition, language: str) -> tuple[tuple[str, str], ...]:
    """Return the facts that a person may ask to leave out: (field name, label), by label."""
    leaving = [
        (question.name, question.label.get(language) or question.name)
        for question in form.questions
        if not question.disclosure.never_leaves
    ]
    return tuple(sorted(dict(leaving).items(), key=lambda pair: pair[1]))


class ConsentPanel(QWidget):
    """The record of consent as it stands.

    Signals:
        changed: The new ``Consent``.
    """

    changed = Signal(object)

    def __init__(self, form: FormDefinition, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consent = Consent()
        self._quiet = False
        self._state = Muted()
        self._given = QuietButton("", "consent")
        self._given.clicked.connect(self._on_given)
        self._decider, self._how = ComboBox(), ComboBox()
        self._headings = {key: Label() for key in ("decider", "how", "acts", "uses")}
        self._acts = {act: CheckBox() for act in Act}
        pairs = withholdable(form, language)
        self._uses = {use: UseCard(use, pairs) for use in Use}
        self._note = Small()
        self._assemble()
        self.retranslate()

    def show_consent(self, consent: Consent | None) -> None:
        """Show the stored record."""
        self._quiet = True
        self._consent = consent or Consent()
        self._decider.setCurrentIndex(self._decider.findData(self._consent.decided_by))
        self._how.setCurrentIndex(self._how.findData(self._consent.how))
        for act, box in self._acts.items():
            box.setChecked(act in self._consent.acts)
        for use, card in self._uses.items():
            card.show_consent(self._consent.uses.get(use, NOTHING))
        self._say_state()
        self._quiet = False

    def retranslate(self) -> None:
        """Show texts in the interface language."""
        self._headings["decider"].setText(translate("ConsentPanel", "Who decides"))
        self._headings["how"].setText(translate("ConsentPanel", "How consent was given"))
        self._headings["acts"].setText(translate("ConsentPanel", "During this interview"))
        self._headings["uses"].setText(
            translate("ConsentPanel", "Afterwards: each use is asked on its own")
        )
        self._note.setText(
            translate(
                "ConsentPanel",
                "Whatever is not allowed here never leaves this laptop. "
                "The person can change or take back any of it at any time.",
            )
        )
        for decider, text in DECIDERS.items():
            self._decider.setItemText(self._decider.findData(decider), word(text))
        for way, text in WAYS.items():
            self._how.setItemText(self._how.findData(way), word(text))
        self._decider.setAccessibleName(self._headings["decider"].text())
        self._how.setAccessibleName(self._headings["how"].text())
        for act, box in self._acts.items():
            box.setText(word(ACTS[act]))
        for card in self._uses.values():
            card.retranslate()
        self._say_state()

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        (self._given if self._given.isEnabled() else self._decider).setFocus()

    def _assemble(self) -> None:
        for decider in DECIDERS:
            self._decider.addItem("", decider)
        for way in WAYS:
            self._how.addItem("", way)
        first = Card()
        top = QHBoxLayout()
        top.addWidget(self._state, 1)
        top.addWidget(self._given)
        first.body.addLayout(top)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.TWO)
        grid.addWidget(self._headings["decider"], 0, 0)
        grid.addWidget(self._headings["how"], 0, 1)
        grid.addWidget(self._decider, 1, 0)
        grid.addWidget(self._how, 1, 1)
        first.body.addLayout(grid)
        first.body.addWidget(self._headings["acts"])
        acts = QGridLayout()
        for index, box in enumerate(self._acts.values()):
            acts.addWidget(box, index // 3, index % 3)
            box.clicked.connect(self._on_acts)
        first.body.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(first)
        column.addSpacing(Space.ONE)
        column.addWidget(self._headings["uses"])
        self._headings["uses"].setProperty("role", "strong")
        column.addWidget(self._note)
        for card in self._uses.values():
            card.changed.connect(self._on_use)
            column.addWidget(card)
        self._decider.currentIndexChanged.connect(self._on_basis)
        self._how.currentIndexChanged.connect(self._on_basis)

    def _on_given(self) -> None:
        today = datetime.now(UTC).astimezone().date().isoformat()
        if self._consent.given is None:
            self._give(replace(self._consent, given=today, text_version=TEXT_VERSION))
        else:
            self._give(replace(self._consent, confirmed=True))
        self._say_state()

    def _on_basis(self) -> None:
        decider, way = self._decider.currentData(), self._how.currentData()
        if isinstance(decider, str) and isinstance(way, str):
            self._give(replace(self._consent, decided_by=Decider(decider), how=HowGiven(way)))

    def _on_acts(self) -> None:
        chosen = frozenset(act for act, box in self._acts.items() if box.isChecked())
        self._give(replace(self._consent, acts=chosen))

    def _on_use(self, use: Use, granted: UseConsent) -> None:
        self._give(replace(self._consent, uses={**self._consent.uses, use: granted}))

    def _give(self, consent: Consent) -> None:
        if self._quiet or consent == self._consent:
            return
        self._consent = consent
        self.changed.emit(consent)

    def _say_state(self) -> None:
        consent = self._consent
        if consent.withdrawn is not None:
            text = translate("ConsentPanel", "Consent was withdrawn on {day}.").format(
                day=consent.withdrawn.day
            )
        elif consent.given is None:
            text = translate(
                "ConsentPanel", "Consent has not been asked yet. Explain first, then ask."
            )
        elif consent.confirmed:
            text = translate("ConsentPanel", "Given on {day}, asked again at the end.").format(
                day=consent.given
            )
        else:
            text = translate("ConsentPanel", "Given on {day}.").format(day=consent.given)
        self._state.setText(text)
        self._given.setText(
            translate("ConsentPanel", "Consent was given")
            if consent.given is None
            else translate("ConsentPanel", "Asked again, it stands")
        )
        self._given.setEnabled(consent.withdrawn is None and not consent.confirmed)
