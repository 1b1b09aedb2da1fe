"""What comes from others, and what to do before a journey."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.gui.i18n import plural, translate
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.setting_row import SettingRow


class ParcelsCard(Card):
    """Receive a parcel or a recall; decide between two versions of a case.

    Signals:
        receive_asked: The person has a file.
        decide_asked: The person wants to decide between versions.
    """

    receive_asked = Signal()
    decide_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._waiting = 0
        self.receive_button, self.decide_button = (
            QuietButton("", "folder"),
            QuietButton("", "review"),
        )
        self._receive_row = SettingRow(self.receive_button)
        self._decide_row, self._rule = SettingRow(self.decide_button), Rule()
        for widget in (self._receive_row, self._rule, self._decide_row):
            self.body.addWidget(widget)
        self.receive_button.clicked.connect(self.receive_asked)
        self.decide_button.clicked.connect(self.decide_asked)
        self.show_waiting(0)

    def show_waiting(self, count: int) -> None:
        """Show of how many cases two versions are here."""
        self._waiting = count
        self._decide_row.setVisible(count > 0)
        self._rule.setVisible(count > 0)
        self._decide_row.set_texts(
            plural("TeamPage", "%n case(s) in two versions", count),
            translate("TeamPage", "Neither leaves this vault before somebody has decided."),
        )

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("TeamPage", "Parcels for this vault"))
        self._receive_row.set_texts(
            translate("TeamPage", "A parcel or a recall"),
            translate("TeamPage", "From somebody whose key you trust. The file itself stays."),
        )
        self.receive_button.setText(translate("TeamPage", "Receive"))
        self.decide_button.setText(translate("TeamPage", "Decide"))
        self.show_waiting(self._waiting)


class JourneyCard(Card):
    """Seal everything, and see what is left on this laptop.

    Signals:
        border_asked: Seal everything, drafts too.
        report_asked: Show what is left.
    """

    border_asked = Signal()
    report_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.border_button, self.report_button = QuietButton("", "lock"), QuietButton("", "search")
        self._border_row = SettingRow(self.border_button)
        self._report_row = SettingRow(self.report_button)
        for widget in (self._border_row, Rule(), self._report_row):
            self.body.addWidget(widget)
        self.border_button.clicked.connect(self.border_asked)
        self.report_button.clicked.connect(self.report_asked)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("TeamPage", "Before a border or a journey"))
        self._border_row.set_texts(
            translate("TeamPage", "Seal everything"),
            translate("TeamPage", "Every case, drafts too. Afterwards no case opens here."),
        )
        self._report_row.set_texts(
            translate("TeamPage", "What is left on this laptop"),
            translate("TeamPage", "What somebody with your passphrase would find."),
        )
        self.border_button.setText(translate("TeamPage", "Seal all"))
        self.report_button.setText(translate("TeamPage", "Look"))
