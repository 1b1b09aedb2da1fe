"""Asks for a recall of a sealed case: the day, whether to erase, and who has the parcel."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake.domain.consent import is_day
from intake.domain.parcel import SealedCase
from intake.gui.i18n import translate
from intake.gui.sealing.key_choice import KeyChoice
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import ErrorText, Strong
from intake.gui.widgets.sheet import Sheet
from intake.gui.words import iso_day_word, month_word
from intake.services.team import PublicKey

_WIDTH = 600


class RecallSheet(Sheet):
    """A signed file tells the office that consent to a sealed case was taken back.

    Args:
        over: A widget of the window to cover.
        case: What was sealed.
        keys: Trusted keys.
        today: ISO day to begin with.
        before: ISO day on which a recall of it was written already; empty for none.
    """

    def __init__(
        self,
        over: QWidget,
        case: SealedCase,
        keys: tuple[PublicKey, ...],
        today: str,
        before: str = "",
    ) -> None:
        super().__init__(
            over,
            translate("RecallSheet", "Recall a sealed case"),
            translate(
                "RecallSheet",
                "The case cannot be opened here, so the withdrawal is recorded where the parcel "
                "is. A small signed file says so; it opens only with the keys that you choose.",
            ),
            affirmative=translate("RecallSheet", "Choose where to write it"),
            cancel=translate("RecallSheet", "Cancel"),
        )
        self.set_width(_WIDTH)
        self.day, self._wrong = LineEdit(), ErrorText()
        self.day.setText(today)
        day = Strong(translate("RecallSheet", "Day on which consent was taken back"))
        self.day.setAccessibleName(day.text())
        self.erase = CheckBox(translate("RecallSheet", "The person asks that the record be erased"))
        self.keys = _choice(keys)
        who = Strong(translate("RecallSheet", "Who has the parcel"))
        above = (Strong(_what(case)), _warning(before), day, self.day, self._wrong)
        parts = (*above, self.erase, who, self.keys)
        for part in parts:
            self.body.addWidget(part)
        self.day.textChanged.connect(self._show_state)
        self.keys.changed.connect(self._show_state)
        self._show_state()

    def _show_state(self) -> None:
        right = is_day(self.day.text().strip())
        text = translate("RecallSheet", "Write a day as year-month-day, for example 2027-12-31.")
        self._wrong.show_text("" if right else text)
        self.yes.setEnabled(right and bool(self.keys.names()))


def _what(case: SealedCase) -> str:
    return month_word(case.month) + (f"  \u00b7  {case.label}" if case.label else "")


def _choice(keys: tuple[PublicKey, ...]) -> KeyChoice:
    made = KeyChoice()
    made.show_keys(keys)
    return made


def _warning(before: str) -> ErrorText:
    """Return what to think of before a second recall, and nothing before the first."""
    text = translate(
        "RecallSheet",
        "A recall of this case was written on {day}. Write another one only if that one did not "
        "arrive, or for somebody else who has the parcel.",
    )
    label = ErrorText()
    label.show_text(text.format(day=iso_day_word(before)) if before else "")
    return label
