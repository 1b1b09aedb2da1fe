"""The terms of one use: who may receive it, from when until when, what stays out, conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from intake.domain.consent import IdentityLevel, RecipientGroup, UseConsent, is_day
from intake.gui.i18n import translate
from intake.gui.interview.consent_words import GROUPS, word
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.choice import CheckBox, PickList
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import ErrorText, Label

_COLUMNS = 4
_WITHHELD_COLUMNS = 3


class UseTerms(QWidget):
    """The fields of the terms.

    A day that cannot be read is kept in its field and stored nowhere; as long as it stands there,
    ``is_wrong`` says so, and nobody can tell how long the use is allowed.

    Signals:
        unread: The days that cannot be read are others now; told before ``changed``.
        changed: The ``UseConsent`` with the new terms; also when only ``is_wrong`` changes.
    """

    unread = Signal()
    changed = Signal(object)

    def __init__(self, facts: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._granted = UseConsent(IdentityLevel.NONE)
        self._facts = dict(facts)
        self._use = ""
        self.groups: dict[RecipientGroup, CheckBox] = {}
        self.until, self.embargo, self.conditions = LineEdit(), LineEdit(), LineEdit()
        self.withhold = PickList()
        self.met = CheckBox()
        self.withheld: dict[str, LinkButton] = {}
        self._withheld_grid = QGridLayout()
        self._labels = {
            key: Label() for key in ("to", "until", "embargo", "withhold", "conditions")
        }
        self._error = ErrorText()
        self._wrong: frozenset[LineEdit] = frozenset()
        self._assemble()
        self._connect()

    @property
    def is_wrong(self) -> bool:
        """Whether a field holds something that is no day."""
        return bool(self._wrong)

    @property
    def wrong_days(self) -> dict[str, str]:
        """What was typed where a day belongs and is none, by name of the field; empty if right."""
        fields = {"until": self.until, "embargo": self.embargo}
        return {n: f.text().strip() if f in self._wrong else "" for n, f in fields.items()}

    def show_wrong_days(self, days: Mapping[str, str]) -> None:
        """Show days that could not be read when they were typed."""
        for name, field in (("until", self.until), ("embargo", self.embargo)):
            if days.get(name) and not field.hasFocus():
                field.setText(days[name])
        self._judge()

    def forget(self) -> None:
        """Drop what cannot be read, before the terms of another person are shown."""
        for field in (self.until, self.embargo):
            field.clear()
        self._judge()

    def flush(self) -> None:
        """Hand out what is being typed as it stands."""
        self._on_fields()

    def show_terms(self, granted: UseConsent) -> None:
        """Show stored terms; a field that is being typed in, or cannot be read, is left alone."""
        self._granted = granted
        for group, box in self.groups.items():
            box.setChecked(group in granted.recipients)
        for field, text in (
            (self.until, granted.until or ""),
            (self.embargo, granted.embargo or ""),
            (self.conditions, granted.conditions),
        ):
            if not field.hasFocus() and field not in self._wrong:
                field.setText(text)
        self.met.setChecked(granted.conditions_met)
        self.met.setVisible(bool(granted.conditions.strip()))
        self._show_withheld()

    def focus_first(self) -> None:
        """Put the keyboard on the first recipient."""
        next(iter(self.groups.values())).setFocus()

    def retranslate(self, use: str, facts: Mapping[str, str]) -> None:
        """Set the texts in the interface language.

        Args:
            use: Name of the use, for screen readers.
            facts: Labels of the facts that can be left out, by field name.
        """
        self._use, self._facts = use, dict(facts)
        for group, box in self.groups.items():
            box.setText(word(GROUPS[group]))
            box.setAccessibleName(f"{use}: {box.text()}")
        texts = {
            "to": translate("UseTerms", "Who may receive it"),
            "embargo": translate("UseTerms", "Not before (day)"),
            "until": translate("UseTerms", "Until (day)"),
            "withhold": translate("UseTerms", "Leave out"),
            "conditions": translate("UseTerms", "Conditions, in the person's own words"),
        }
        for key, text in texts.items():
            self._labels[key].setText(text)
        for field, key in (
            (self.until, "until"),
            (self.embargo, "embargo"),
            (self.conditions, "conditions"),
            (self.withhold, "withhold"),
        ):
            field.setAccessibleName(f"{use}: {texts[key]}")
        self.until.setPlaceholderText(translate("UseTerms", "such as 2027-12-31"))
        self.embargo.setPlaceholderText(translate("UseTerms", "such as 2026-06-01"))
        self.met.setText(translate("UseTerms", "Somebody has made sure that these are met"))
        self.met.setAccessibleName(f"{use}: {self.met.text()}")
        self._fill_withhold()
        self._show_withheld()
        self._judge()

    def _assemble(self) -> None:
        groups = QGridLayout()
        groups.setHorizontalSpacing(Space.TWO)
        groups.setVerticalSpacing(0)
        for index, group in enumerate(RecipientGroup):
            self.groups[group] = CheckBox()
            groups.addWidget(self.groups[group], index // _COLUMNS, index % _COLUMNS)
        fields = QGridLayout()
        fields.setHorizontalSpacing(Space.TWO)
        fields.setVerticalSpacing(2)
        places = (("embargo", self.embargo), ("until", self.until), ("withhold", self.withhold))
        for place, (key, field) in enumerate(places):
            fields.addWidget(self._labels[key], 0, place)
            fields.addWidget(field, 1, place)
        for place, share in enumerate((2, 2, 3)):
            fields.setColumnStretch(place, share)
        self._withheld_grid.setHorizontalSpacing(Space.ONE)
        self._withheld_grid.setVerticalSpacing(0)
        self._withheld_grid.setColumnStretch(_WITHHELD_COLUMNS, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.HALF, 0, Space.ONE)
        column.setSpacing(Space.HALF)
        column.addWidget(self._labels["to"])
        column.addLayout(groups)
        column.addLayout(fields)
        column.addWidget(self._error)
        column.addLayout(self._withheld_grid)
        column.addWidget(self._labels["conditions"])
        column.addWidget(self.conditions)
        column.addWidget(self.met)

    def _connect(self) -> None:
        for box in self.groups.values():
            box.clicked.connect(self._on_groups)
        self.withhold.activated.connect(self._on_withhold)
        self.met.clicked.connect(self._on_met)
        for field in (self.until, self.embargo, self.conditions):
            field.editingFinished.connect(self._on_fields)

    def _on_groups(self) -> None:
        chosen = frozenset(group for group, box in self.groups.items() if box.isChecked())
        self._give(replace(self._granted, recipients=chosen))

    def _on_fields(self) -> None:
        was_wrong, days = self.is_wrong, self.wrong_days
        self._judge()
        if self.wrong_days != days or self.is_wrong:
            self.unread.emit()
        conditions = self.conditions.text().strip()
        same = conditions == self._granted.conditions.strip()
        changed = replace(
            self._granted,
            until=self._day(self.until, self._granted.until),
            embargo=self._day(self.embargo, self._granted.embargo),
            conditions=self._granted.conditions if same else conditions,
            conditions_met=self._granted.conditions_met and same,
        )
        if changed == self._granted and self.is_wrong != was_wrong:
            self.changed.emit(changed)
        self._give(changed)

    def _day(self, field: LineEdit, stored: str | None) -> str | None:
        return stored if field in self._wrong else field.text().strip() or None

    def _judge(self) -> None:
        """Tell of each day whether it is one."""
        typed = {field: field.text().strip() for field in (self.until, self.embargo)}
        self._wrong = frozenset(field for field, day in typed.items() if day and not is_day(day))
        for field in typed:
            field.set_wrong(wrong=field in self._wrong)
        self._error.show_text(
            translate(
                "UseTerms",
                "Write a day as year-month-day, for example 2027-12-31. "
                "As long as no day can be read here, this use is not allowed.",
            )
            if self._wrong
            else ""
        )

    def _on_withhold(self) -> None:
        name = self.withhold.currentData()
        self.withhold.setCurrentIndex(0)
        if name:
            self._give(replace(self._granted, withhold=self._granted.withhold | {name}))

    def _take_back(self, name: str) -> None:
        self._give(replace(self._granted, withhold=self._granted.withhold - {name}))
        self.withhold.setFocus()

    def _on_met(self) -> None:
        self._give(replace(self._granted, conditions_met=self.met.isChecked()))

    def _give(self, granted: UseConsent) -> None:
        if granted != self._granted:
            self._granted = granted
            self.met.setVisible(bool(granted.conditions))
            self._show_withheld()
            self.changed.emit(granted)

    def _fill_withhold(self) -> None:
        self.withhold.clear()
        self.withhold.addItem(translate("UseTerms", "Choose a fact"), "")
        for name, label in self._facts.items():
            self.withhold.addItem(label, name)

    def _show_withheld(self) -> None:
        wanted = sorted(self._granted.withhold, key=lambda name: self._facts.get(name, name))
        labels = [self._facts.get(name, name) for name in wanted]
        shown = [button.text() for button in self.withheld.values()]
        if list(self.withheld) == wanted and shown == labels:
            return
        for button in self.withheld.values():
            self._withheld_grid.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.withheld = {}
        for index, (name, label) in enumerate(zip(wanted, labels, strict=True)):
            button = LinkButton(label, "close")
            button.setAccessibleName(
                translate("UseTerms", "Do not leave out: {fact}").format(fact=label)
            )
            button.clicked.connect(lambda _checked=False, chosen=name: self._take_back(chosen))
            self.withheld[name] = button
            place = (index // _WITHHELD_COLUMNS, index % _WITHHELD_COLUMNS)
            self._withheld_grid.addWidget(button, *place, Qt.AlignmentFlag.AlignLeading)
