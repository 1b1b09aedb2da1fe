"""Consent on the page: who decides, to what, for which use; read back at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intake.domain.consent import Consent, IdentityLevel, Use, UseConsent, is_taken_back
from intake.forms.definition import FormDefinition, Section
from intake.gui.i18n import plural, translate
from intake.gui.interview.asking_card import AskingCard
from intake.gui.interview.consent_words import (
    FREQUENT,
    LEVELS_EXPLAINED,
    NOT_OFFERED,
    RARER,
    SHORT_LEVELS,
    USES,
    word,
)
from intake.gui.interview.read_back_card import ReadBackCard
from intake.gui.interview.step_panel import StepPanel
from intake.gui.interview.unfinished import owner_of_use
from intake.gui.interview.use_card import NOTHING, UseCard
from intake.gui.interview.views import CaseView
from intake.gui.interview.writes import CONSENT_KEY, Key, place_of
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.chip import Chip, ChipKind
from intake.gui.widgets.entry import TextArea
from intake.gui.widgets.labels import Heading, Label, Muted, Small, Strong
from intake.gui.words import iso_day_word
from intake.services.days import today

_NOTE_LINES = 2


def leavable_facts(form: FormDefinition, language: str) -> dict[str, str]:
    """Return the facts that a person may ask to leave out: field name to label, by label."""
    leaving = {
        question.name: question.label.get(language) or question.name
        for question in form.questions
        if not question.disclosure.never_leaves
    }
    return dict(sorted(leaving.items(), key=lambda pair: pair[1].casefold()))


class ConsentPanel(StepPanel):
    """The record of consent as it stands.

    Args:
        form: The questionnaire; tells which facts can be left out.
        section: The section of consent.
        language: Language of the questions.
        again: Consent is asked the second time here.
        parent: Owner.

    Signals:
        changed: The new ``Consent``.
        refused: The person does not agree.
    """

    changed = Signal(object)
    refused = Signal()

    def __init__(
        self,
        form: FormDefinition,
        section: Section,
        language: str,
        *,
        again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(section, language, parent)
        self._form = form
        self._again = again
        self._case_id = ""
        self._consent = Consent()
        self._facts: Mapping[str, str] = leavable_facts(form, language)
        self._unsaved = Chip()
        self._withdrawn = QFrame()
        self._withdrawn_text = Label()
        self.read_back = ReadBackCard()
        self.asking = AskingCard()
        self.cards = {use: UseCard(use, self._facts) for use in (*FREQUENT, *RARER)}
        self._uses_title, self._uses_note = Heading(), Muted()
        self._legend = [(Strong(), Small()) for _ in IdentityLevel]
        self.more = LinkButton("", "chevron-down")
        self._rarer = QWidget()
        self._note_label, self.note = Label(), TextArea()
        self._editor = QWidget()
        self._assemble()
        self._connect()
        self.retranslate(language)

    def show_case(self, view: CaseView) -> None:
        """Show the stored record of consent."""
        if view.file.case.id != self._case_id:
            self._case_id = view.file.case.id
            for card in self.cards.values():
                card.forget()
        self._show(view.file.consent or Consent())
        for use, card in self.cards.items():
            own = place_of(owner_of_use(use), "")
            kept = view.unfinished.items()
            card.show_unfinished({k.removeprefix(own): t for k, t in kept if k.startswith(own)})
            if use in RARER and card.terms.is_wrong:
                self._rarer.show()
        self._say_more()

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        super().retranslate(language)
        self._facts = leavable_facts(self._form, language)
        self._uses_title.setText(translate("ConsentPanel", "Afterwards, each use on its own"))
        self._uses_note.setText(
            translate(
                "ConsentPanel",
                "Whatever is not allowed here never leaves this laptop. "
                "The person can change or take back any of it at any time.",
            )
        )
        for level, (name, explained) in zip(IdentityLevel, self._legend, strict=True):
            name.setText(word(SHORT_LEVELS[level]))
            explained.setText(word(LEVELS_EXPLAINED[level]))
        self._note_label.setText(
            translate("ConsentPanel", "What to leave out, from whom, and why, in own words")
        )
        self.note.setAccessibleName(self._note_label.text())
        self.asking.retranslate()
        for card in self.cards.values():
            card.retranslate(self._facts)
        self._show(self._consent)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing to do."""
        if self._again and not self._is_open:
            (
                self.read_back.stands
                if self.read_back.stands.isEnabled()
                else self.read_back.change
            ).setFocus()
        else:
            (self.asking.decider if self.asking.yes.isHidden() else self.asking.yes).setFocus()

    def flush(self) -> None:
        """Hand out what is being typed as it stands."""
        self._on_note()
        for card in self.cards.values():
            card.flush()

    def show_stuck(self, stuck: frozenset[Key]) -> None:
        """Say when the record is not in the store."""
        text = translate("ConsentPanel", "Not saved yet") if CONSENT_KEY in stuck else ""
        self._unsaved.show_fact(text, ChipKind.ATTENTION)

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        for part in (self.asking, self.note, self.read_back):
            part.setEnabled(changeable)
        for card in self.cards.values():
            card.set_changeable(changeable=changeable)

    # -- inside -------------------------------------------------------------------------------

    @property
    def _is_open(self) -> bool:
        return not self._editor.isHidden()

    def _assemble(self) -> None:
        self._withdrawn.setProperty("message", "warn")
        warning = QHBoxLayout(self._withdrawn)
        warning.addWidget(IconLabel("withdraw", "warn"))
        warning.addWidget(self._withdrawn_text, 1)
        editor = QVBoxLayout(self._editor)
        editor.setContentsMargins(0, 0, 0, 0)
        editor.setSpacing(Space.ONE)
        editor.addWidget(self.asking)
        editor.addSpacing(Space.ONE)
        editor.addWidget(self._uses_title)
        editor.addWidget(self._uses_note)
        editor.addLayout(self._make_legend())
        for use in FREQUENT:
            editor.addWidget(self.cards[use])
        editor.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        rarer = QVBoxLayout(self._rarer)
        rarer.setContentsMargins(0, 0, 0, 0)
        rarer.setSpacing(Space.ONE)
        for use in RARER:
            rarer.addWidget(self.cards[use])
        self._rarer.hide()
        editor.addWidget(self._rarer)
        editor.addWidget(self._note_label)
        editor.addWidget(self.note)
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * _NOTE_LINES + Space.THREE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        for widget in (self._unsaved, self._withdrawn, self.read_back, self._editor):
            column.addWidget(widget)
        self._unsaved.hide()
        self.read_back.setVisible(self._again)
        self._editor.setVisible(not self._again)

    def _make_legend(self) -> QGridLayout:
        legend = QGridLayout()
        legend.setHorizontalSpacing(Space.ONE_HALF)
        legend.setVerticalSpacing(0)
        legend.setContentsMargins(0, 0, 0, Space.ONE)
        for row, (name, explained) in enumerate(self._legend):
            legend.addWidget(name, row, 0)
            legend.addWidget(explained, row, 1)
        legend.setColumnStretch(1, 1)
        return legend

    def _connect(self) -> None:
        self.asking.changed.connect(self._change)
        self.asking.given.connect(self._on_given)
        self.asking.refused.connect(self.refused)
        self.asking.undone.connect(self._on_undone)
        self.read_back.confirmed.connect(lambda: self._give(replace(self._consent, confirmed=True)))
        self.read_back.change_asked.connect(self._on_change_asked)
        self.more.clicked.connect(self._on_more)
        self.note.focus_left.connect(self._on_note)
        for card in self.cards.values():
            card.changed.connect(self._on_use)
            card.unfinished.connect(self._on_unfinished)

    def _show(self, consent: Consent) -> None:
        self._consent = consent
        self.asking.show_consent(consent)
        taken = consent.withdrawn
        for use, card in self.cards.items():
            withdrawn = is_taken_back(consent, use)
            card.show_consent(consent.uses.get(use, NOTHING), withdrawn=withdrawn)
        if not self.note.hasFocus():
            self.note.setPlainText(consent.withhold_note)
        self._withdrawn.setVisible(taken is not None)
        self._withdrawn_text.setText(_withdrawal(consent))
        self.read_back.show_consent(consent, self._facts)
        recorded = any(granted.level is NOT_OFFERED for granted in consent.uses.values())
        for label in self._legend[NOT_OFFERED.value]:
            label.setVisible(recorded)
        if any(self._is_allowed(use) for use in RARER):
            self._rarer.show()
        self._say_more()

    def _is_allowed(self, use: Use) -> bool:
        return self._consent.uses.get(use, NOTHING).level is not IdentityLevel.NONE

    def _say_more(self) -> None:
        hidden = self._rarer.isHidden()
        self.more.setText(
            plural("ConsentPanel", "%n more use(s): courts, United Nations, media …", len(RARER))
            if hidden
            else translate("ConsentPanel", "Fewer uses")
        )
        self.more.setVisible(hidden or not any(self._is_allowed(use) for use in RARER))

    def _on_more(self) -> None:
        self._rarer.setVisible(self._rarer.isHidden())
        self._say_more()

    def _on_change_asked(self) -> None:
        self._editor.setVisible(not self._is_open)
        if self._is_open:
            self.cards[FREQUENT[0]].level.setFocus()

    def _on_given(self) -> None:
        self._give(replace(self._consent, given=today()))
        self.asking.decider.setFocus()

    def _on_undone(self) -> None:
        """Take back a click by mistake: what else is written down stays."""
        self._give(replace(self._consent, given=None, confirmed=False))
        self.asking.yes.setFocus()

    def _on_note(self) -> None:
        text = self.note.toPlainText().strip()
        if text != self._consent.withhold_note.strip():
            self._change(replace(self._consent, withhold_note=text))

    def _on_use(self, use: Use, granted: UseConsent) -> None:
        self._change(replace(self._consent, uses={**self._consent.uses, use: granted}))

    def _on_unfinished(self, use: Use, texts: Mapping[str, str]) -> None:
        for name, text in texts.items():
            self.unfinished.emit(owner_of_use(use), name, text)

    def _change(self, consent: Consent) -> None:
        """Take a change of what was agreed: what was confirmed before is another thing now."""
        self._give(
            replace(consent, confirmed=self._consent.confirmed and _same(consent, self._consent))
        )

    def _give(self, consent: Consent) -> None:
        if consent != self._consent:
            self._show(consent)
            self.changed.emit(consent)


def _same(one: Consent, other: Consent) -> bool:
    """Tell whether two records allow the same; that conditions were met is no part of it."""

    def core(consent: Consent) -> Consent:
        uses = {use: replace(g, conditions_met=False) for use, g in consent.uses.items()}
        return replace(consent, uses=uses, confirmed=False)

    return core(one) == core(other)


def _withdrawal(consent: Consent) -> str:
    taken = consent.withdrawn
    if taken is None:
        return ""
    day = iso_day_word(taken.day)
    if taken.what:
        uses = ", ".join(word(text) for use, text in USES.items() if use in taken.what)
        text = translate("ConsentPanel", "On {day} the person took back: {uses}.")
        text = text.format(day=day, uses=uses)
    else:
        text = translate("ConsentPanel", "On {day} the person took everything back.")
        text = text.format(day=day)
    if taken.erase:
        text += " " + translate("ConsentPanel", "The person asked that the record be erased.")
    return text
