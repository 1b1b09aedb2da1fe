"""Filters of the list of cases; which values they offer comes from the vault."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from intake.domain.case import CaseStatus
from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.choice import CheckBox, ComboBox
from intake.gui.words import ChoiceWords, month_word, status_word
from intake.store.cases import CaseFilter, FilterValues

EXPIRING_DAYS = 30


class FilterPanel(QFrame):
    """Five lists and two boxes; every change counts at once.

    Signals:
        changed: The filter is different now; see ``matching``.

    Args:
        words: Labels of choices.
        parent: Owner.
    """

    changed = Signal()

    def __init__(self, words: ChoiceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._choices = FilterValues((), (), (), ())
        self.status, self.group, self.country = ComboBox(), ComboBox(), ComboBox()
        self.interviewer, self.month = ComboBox(), ComboBox()
        self.needs_review, self.expiring = CheckBox(), CheckBox()
        self.clear_button = LinkButton("", "close")
        grid = QGridLayout()
        grid.setSpacing(Space.ONE)
        lists = (self.status, self.group, self.country, self.interviewer, self.month)
        for number, combo in enumerate(lists):
            combo.setSizeAdjustPolicy(
                ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(8)
            grid.addWidget(combo, number // 2, number % 2)
            combo.activated.connect(self.changed)
        grid.addWidget(self.clear_button, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.TWO, 0, Space.TWO, Space.ONE)
        column.setSpacing(Space.HALF)
        column.addLayout(grid)
        column.addWidget(self.needs_review)
        column.addWidget(self.expiring)
        self.needs_review.clicked.connect(self.changed)
        self.expiring.clicked.connect(self.changed)
        self.clear_button.clicked.connect(self.clear)
        self.retranslate()

    def matching(self) -> CaseFilter:
        """Return the filter as it is set."""
        soon = datetime.now(UTC).date() + timedelta(days=EXPIRING_DAYS)
        status = self.status.currentData()  # Qt hands an enum of texts back as a plain text
        return CaseFilter(
            status=None if status is None else CaseStatus(status),
            group=self.group.currentData(),
            country=self.country.currentData(),
            interviewer=self.interviewer.currentData(),
            month=self.month.currentData(),
            needs_review=True if self.needs_review.isChecked() else None,
            consent_expiring_before=soon.isoformat() if self.expiring.isChecked() else None,
        )

    @property
    def active(self) -> int:
        """How many filters are set."""
        lists = (self.status, self.group, self.country, self.interviewer, self.month)
        boxes = (self.needs_review, self.expiring)
        return sum(combo.currentData() is not None for combo in lists) + sum(
            box.isChecked() for box in boxes
        )

    def clear(self) -> None:
        """Let every case through."""
        for combo in (self.status, self.group, self.country, self.interviewer, self.month):
            combo.setCurrentIndex(0)
        self.needs_review.setChecked(False)
        self.expiring.setChecked(False)
        self.changed.emit()

    def show_choices(self, choices: FilterValues) -> None:
        """Offer these values; what is chosen stays chosen."""
        self._choices = choices
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts again when the language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.needs_review.setText(translate("Cases", "Needs review"))
        self.expiring.setText(translate("Cases", "Consent ends within 30 days"))
        self.clear_button.setText(translate("Cases", "Clear"))
        names = (
            (self.status, translate("Cases", "Status")),
            (self.group, translate("Cases", "Targeted group")),
            (self.country, translate("Cases", "Country of the interview")),
            (self.interviewer, translate("Cases", "Interviewer")),
            (self.month, translate("Cases", "Month of the interview")),
        )
        for combo, name in names:
            combo.setAccessibleName(name)
            combo.setToolTip(name)
        self._fill()

    def _fill(self) -> None:
        found = self._choices
        word = self._words.word
        statuses = [(status_word(status), status) for status in CaseStatus]
        groups = [(word("targeted_group", name), name) for name in found.groups]
        months = [(month_word(month), month) for month in found.months]
        countries = [(word("interview_country", name), name) for name in found.countries]
        _offer(self.status, translate("Cases", "Any status"), statuses)
        _offer(self.group, translate("Cases", "Any group"), groups)
        _offer(self.country, translate("Cases", "Any country"), countries)
        _offer(self.interviewer, translate("Cases", "Any interviewer"), _plain(found.interviewers))
        _offer(self.month, translate("Cases", "Any month"), months)


def _plain(values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(value, value) for value in values]


def _offer(combo: ComboBox, anything: str, values: Sequence[tuple[str, str]]) -> None:
    chosen = combo.currentData()
    combo.clear()
    combo.addItem(anything, None)
    for text, value in values:
        combo.addItem(text, value)
    combo.setCurrentIndex(max(0, combo.findData(chosen)) if chosen is not None else 0)
