"""Consent to one use: at which level, to whom, until when, what to leave out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.domain.consent import IdentityLevel, Use, UseConsent
from intake.gui.i18n import translate
from intake.gui.interview.consent_words import USES, terms, word
from intake.gui.interview.level_choice import LevelChoice
from intake.gui.interview.use_terms import UseTerms
from intake.gui.interview.writes import LEVEL
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.chip import Chip, ChipKind
from intake.gui.widgets.labels import Small, Strong

NOTHING = UseConsent(IdentityLevel.NONE)


class UseCard(Card):
    """One use in a line; its terms appear below once it is allowed at all.

    While one of the terms cannot be read, the use is handed out as not allowed, whatever level was
    chosen; the choice comes into force when the term is right.

    Signals:
        changed: ``(Use, UseConsent)``.
        unfinished: ``(Use, texts by name of the field)``: what cannot be read, and the level that
            was chosen meanwhile; empty texts when everything can be read.
    """

    changed = Signal(object, object)
    unfinished = Signal(object, object)

    def __init__(self, use: Use, facts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.use = use
        self._granted = NOTHING
        self._chosen = IdentityLevel.NONE
        self._facts = facts
        self._is_changeable = True
        self._name, self._said = Strong(), Small()
        self._name.setWordWrap(True)
        self._withdrawn, self._unsaved = Chip(), Chip()
        self.level = LevelChoice()
        self.more = LinkButton()
        self.terms = UseTerms(facts)
        self._assemble()
        self.level.chosen.connect(self._on_level)
        self.more.clicked.connect(self._on_more)
        self.terms.changed.connect(self._on_terms)
        self.terms.unread.connect(self._tell_unfinished)
        self.retranslate(facts)

    def show_consent(self, granted: UseConsent, *, withdrawn: bool) -> None:
        """Show what is stored for this use.

        Args:
            granted: The consent.
            withdrawn: The person took it back.
        """
        self._granted = granted
        if withdrawn or not self.terms.is_wrong:
            self._chosen = granted.level
        self.level.show_level(self._chosen)
        self.level.setEnabled(self._is_changeable and not withdrawn)
        self.terms.show_terms(granted)
        word_ = translate("UseCard", "Withdrawn") if withdrawn else ""
        self._withdrawn.show_fact(word_, ChipKind.ATTENTION)
        if withdrawn or self._chosen is IdentityLevel.NONE:
            self.terms.hide()
        self._say()

    def show_unfinished(self, texts: Mapping[str, str]) -> None:
        """Show what was typed and cannot be read, with the level that was chosen for it.

        Args:
            texts: Text by name of the field, as ``unfinished`` told; empty drops what stands there.
        """
        if not any(texts.values()):
            if self.terms.is_wrong:
                self.terms.forget()
                self.terms.show_terms(self._granted)
            return
        self.terms.show_wrong_days(texts)
        if self.terms.is_wrong and texts.get(LEVEL, "").isdigit():
            self._chosen = IdentityLevel(int(texts[LEVEL]))
            self.level.show_level(self._chosen)
            self.terms.setVisible(self._chosen is not IdentityLevel.NONE)
        self._say()

    def forget(self) -> None:
        """Drop what cannot be read, before the consent of another person is shown."""
        self.terms.forget()

    def flush(self) -> None:
        """Hand out what is being typed as it stands."""
        if self._is_changeable and self._chosen is not IdentityLevel.NONE:
            self.terms.flush()

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        self._is_changeable = changeable
        self.level.setEnabled(changeable and not self._withdrawn.text)
        self._say()

    def retranslate(self, facts: Mapping[str, str]) -> None:
        """Show texts in the interface language.

        Args:
            facts: Labels of the facts that can be left out, by field name.
        """
        self._facts = facts
        name = word(USES[self.use])
        self._name.setText(name)
        self.level.retranslate(name)
        self.terms.retranslate(name, facts)
        self._say()

    def _assemble(self) -> None:
        self.body.setContentsMargins(Space.TWO, Space.ONE, Space.ONE, Space.ONE)
        self.body.setSpacing(Space.HALF)
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.addWidget(self._name, 1)
        head.addWidget(self._unsaved)
        head.addWidget(self._withdrawn)
        head.addWidget(self.level)
        line = QHBoxLayout()
        line.addWidget(self._said, 1)
        line.addWidget(self.more)
        self.body.addLayout(head)
        self.body.addLayout(line)
        self.body.addWidget(self.terms)
        self.terms.hide()

    def _on_level(self, level: IdentityLevel) -> None:
        self._chosen = level
        if self.terms.is_wrong:
            self._tell_unfinished()
        self._give(self._granted)
        allowed = level is not IdentityLevel.NONE
        # Nobody may receive it until somebody says who: so that is asked at once.
        self.terms.setVisible(allowed and (not self._granted.recipients or self.terms.isVisible()))
        self._say()

    def _on_more(self) -> None:
        self.terms.setVisible(self.terms.isHidden())
        self._say()
        if not self.terms.isHidden():
            self.terms.focus_first()

    def _tell_unfinished(self) -> None:
        level = str(self._chosen.value) if self.terms.is_wrong else ""
        self.unfinished.emit(self.use, {**self.terms.wrong_days, LEVEL: level})

    def _on_terms(self, granted: UseConsent) -> None:
        self._give(granted)
        self._say()

    def _give(self, terms: UseConsent) -> None:
        level = IdentityLevel.NONE if self.terms.is_wrong else self._chosen
        granted = replace(terms, level=level)
        if granted != self._granted:
            self._granted = granted
            self.terms.show_terms(granted)
            self.changed.emit(self.use, granted)

    def _say(self) -> None:
        unsaved = translate("UseCard", "Not saved yet") if self.terms.is_wrong else ""
        self._unsaved.show_fact(unsaved, ChipKind.ATTENTION)
        allowed = self._chosen is not IdentityLevel.NONE
        is_open = not self.terms.isHidden()
        self._said.setText(" · ".join(terms(self._granted, self._facts)) if allowed else "")
        self._said.setVisible(allowed)
        self._said.setProperty("role", "small" if self._granted.recipients else "error")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self.more.setVisible(allowed and self.level.isEnabled())
        self.more.setText(
            translate("UseCard", "Close") if is_open else translate("UseCard", "Change")
        )
        self.more.setAccessibleName(f"{word(USES[self.use])}: {self.more.text()}")
