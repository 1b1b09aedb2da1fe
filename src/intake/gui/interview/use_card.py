"""Consent to one use: at which level, to whom, until when, what to leave out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intake.domain.consent import IdentityLevel, RecipientGroup, Use, UseConsent
from intake.gui.i18n import translate
from intake.gui.interview.consent_words import GROUPS, LEVELS, USES, word
from intake.gui.theme import Space
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import CheckBox, ComboBox
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import ErrorText, Label, Small, Strong

NOTHING = UseConsent(IdentityLevel.NONE)


class UseCard(Card):
    """One use; its details appear once it is allowed at all.

    Signals:
        changed: ``(Use, UseConsent)``.
    """

    changed = Signal(object, object)

    def __init__(self, use: Use, withholdable: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.use = use
        self._granted = NOTHING
        self._withholdable = withholdable
        self._quiet = False
        self._name = Strong()
        self._level = ComboBox()
        for level in IdentityLevel:
            self._level.addItem("", level)
        self._level.currentIndexChanged.connect(self._on_level)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._level)
        self.body.addLayout(head)
        self._details = QWidget()
        self._groups: dict[RecipientGroup, CheckBox] = {}
        self._until, self._embargo, self._conditions = LineEdit(), LineEdit(), LineEdit()
        self._withhold = ComboBox()
        self._withheld = Small()
        self._labels = {
            key: Label() for key in ("to", "until", "embargo", "conditions", "withhold")
        }
        self._error = ErrorText()
        self._assemble_details()
        self.body.addWidget(self._details)
        self.retranslate()
        self._details.hide()

    def show_consent(self, granted: UseConsent) -> None:
        """Show what is stored for this use."""
        self._quiet = True
        self._granted = granted
        self._level.setCurrentIndex(self._level.findData(granted.level))
        for group, box in self._groups.items():
            box.setChecked(group in granted.recipients)
        for field, text in (
            (self._until, granted.until or ""),
            (self._embargo, granted.embargo or ""),
            (self._conditions, granted.conditions),
        ):
            if not field.hasFocus():
                field.setText(text)
        self._details.setVisible(granted.level is not IdentityLevel.NONE)
        self._say_withheld()
        self._quiet = False

    def retranslate(self) -> None:
        """Show texts in the interface language."""
        self._name.setText(word(USES[self.use]))
        self._level.setAccessibleName(word(USES[self.use]))
        for index, level in enumerate(IdentityLevel):
            self._level.setItemText(index, word(LEVELS[level]))
        for group, box in self._groups.items():
            box.setText(word(GROUPS[group]))
        texts = {
            "to": translate("UseCard", "To"),
            "until": translate("UseCard", "Until (day)"),
            "embargo": translate("UseCard", "Not before (day)"),
            "conditions": translate("UseCard", "Conditions in the person's words"),
            "withhold": translate("UseCard", "Leave out"),
        }
        for key, text in texts.items():
            self._labels[key].setText(text)
        self._until.setPlaceholderText(translate("UseCard", "2027-12-31"))
        self._embargo.setPlaceholderText(translate("UseCard", "2026-06-01"))
        for field, key in (
            (self._until, "until"),
            (self._embargo, "embargo"),
            (self._conditions, "conditions"),
            (self._withhold, "withhold"),
        ):
            field.setAccessibleName(f"{word(USES[self.use])}: {texts[key]}")
        self._withhold.setItemText(0, translate("UseCard", "Choose a fact to leave out"))
        self._say_withheld()

    def _assemble_details(self) -> None:
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._labels["to"])
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.TWO)
        for index, group in enumerate(RecipientGroup):
            box = CheckBox()
            box.clicked.connect(self._on_groups)
            self._groups[group] = box
            grid.addWidget(box, index // 4, index % 4)
        column.addLayout(grid)
        fields = QGridLayout()
        fields.setHorizontalSpacing(Space.TWO)
        for place, (key, field) in enumerate(
            (("until", self._until), ("embargo", self._embargo), ("withhold", self._withhold))
        ):
            fields.addWidget(self._labels[key], 0, place)
            fields.addWidget(field, 1, place)
        column.addLayout(fields)
        column.addWidget(self._withheld)
        column.addWidget(self._labels["conditions"])
        column.addWidget(self._conditions)
        column.addWidget(self._error)
        self._withhold.addItem("", "")
        for name, label in self._withholdable:
            self._withhold.addItem(label, name)
        self._withhold.activated.connect(self._on_withhold)
        for field in (self._until, self._embargo, self._conditions):
            field.editingFinished.connect(self._on_fields)

    def _on_level(self) -> None:
        level = self._level.currentData()
        self._details.setVisible(level is not IdentityLevel.NONE)
        self._give(replace(self._granted, level=level))

    def _on_groups(self) -> None:
        chosen = frozenset(group for group, box in self._groups.items() if box.isChecked())
        self._give(replace(self._granted, recipients=chosen))

    def _on_fields(self) -> None:
        until, embargo = self._until.text().strip(), self._embargo.text().strip()
        wrong = [day for day in (until, embargo) if day and not _is_day(day)]
        self._error.show_text(
            translate("UseCard", "Write a day as year-month-day, for example 2027-12-31.")
            if wrong
            else ""
        )
        if not wrong:
            conditions = self._conditions.text().strip()
            self._give(
                replace(
                    self._granted,
                    until=until or None,
                    embargo=embargo or None,
                    conditions=conditions,
                )
            )

    def _on_withhold(self) -> None:
        name = self._withhold.currentData()
        self._withhold.setCurrentIndex(0)
        if name:
            self._give(replace(self._granted, withhold=self._granted.withhold ^ {name}))
            self._say_withheld()

    def _give(self, granted: UseConsent) -> None:
        if self._quiet or granted == self._granted:
            return
        self._granted = granted
        self.changed.emit(self.use, granted)

    def _say_withheld(self) -> None:
        labels = dict(self._withholdable)
        names = ", ".join(sorted(labels.get(name, name) for name in self._granted.withhold))
        text = translate("UseCard", "Left out: {facts}").format(facts=names) if names else ""
        self._withheld.setText(text)
        self._withheld.setVisible(bool(text))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
