"""What was agreed to, to be read back to the person before the interview ends."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.domain.consent import Consent
from intake.gui.i18n import translate
from intake.gui.interview.consent_words import agreement
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton, QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.labels import Label, Muted


class ReadBackCard(Card):
    """The agreement in plain lines, and the question whether it stands.

    Signals:
        confirmed: It stands.
        change_asked: The person wants something else.
    """

    confirmed = Signal()
    change_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._consent = Consent()
        self._facts: Mapping[str, str] = {}
        self._rest = Muted()
        self._labels: list[Label] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(Space.HALF)
        self.stands, self.change = QuietButton("", "check"), LinkButton()
        self.stands.clicked.connect(self.confirmed)
        self.change.clicked.connect(self.change_asked)
        foot = QHBoxLayout()
        foot.setSpacing(Space.ONE)
        foot.addWidget(self.stands)
        foot.addWidget(self.change)
        foot.addStretch(1)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._rest)
        self.body.addLayout(foot)

    def show_consent(self, consent: Consent, facts: Mapping[str, str]) -> None:
        """Show the stored record.

        Args:
            consent: The record.
            facts: Labels of the facts that can be left out, by field name.
        """
        self._consent, self._facts = consent, facts
        self.retranslate()

    @property
    def lines(self) -> tuple[str, ...]:
        """What is to be read out."""
        return tuple(label.text() for label in self._labels)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("ReadBackCard", "Read this back, and ask whether it stands"))
        lines = list(agreement(self._consent, self._facts)) if self._consent.given else []
        for label in self._labels:
            self._lines.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = [Label(line) for line in lines]
        for label in self._labels:
            self._lines.addWidget(label)
        self._rest.setText(
            translate("ReadBackCard", "For anything else the account is not used.")
            if self._consent.given
            else translate("ReadBackCard", "Consent has not been asked yet.")
        )
        self.stands.setText(
            translate("ReadBackCard", "Asked again: it stands")
            if self._consent.confirmed
            else translate("ReadBackCard", "It stands")
        )
        given = self._consent.given is not None and self._consent.withdrawn is None
        self.stands.setEnabled(given and not self._consent.confirmed)
        self.change.setText(translate("ReadBackCard", "Change something"))
