"""What new interviews begin with, and what leaves by default."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.disclosure.k_anonymity import DEFAULT_K, LEAST_K
from intake.gui.i18n import translate
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import Label
from intake.gui.widgets.setting_row import SettingRow
from intake.gui.widgets.stepper import Stepper
from intake.services.settings import LARGEST_K

PROFILES = ("strict", "balanced", "none")


class WorkCard(Card):
    """Codes for new interviews.

    Signals:
        interviewer_chosen: The interviewer's code.
        project_chosen: The project's name.
    """

    interviewer_chosen = Signal(str)
    project_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.interviewer, self.project = LineEdit(), LineEdit()
        for field in (self.interviewer, self.project):
            field.setFixedWidth(220)
        self._interviewer_row = SettingRow(self.interviewer)
        self._project_row = SettingRow(self.project)
        for widget in (self._interviewer_row, Rule(), self._project_row):
            self.body.addWidget(widget)
        self.interviewer.editingFinished.connect(
            lambda: self.interviewer_chosen.emit(self.interviewer.text().strip())
        )
        self.project.editingFinished.connect(
            lambda: self.project_chosen.emit(self.project.text().strip())
        )

    def show_values(self, interviewer: str, project: str) -> None:
        """Show what is set, unless somebody is typing."""
        for field, text in ((self.interviewer, interviewer), (self.project, project)):
            if not field.hasFocus():
                field.setText(text)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("Settings", "New interviews"))
        self._interviewer_row.set_texts(
            translate("Settings", "Interviewer's code"),
            translate("Settings", "A code, not a name: interviewers are at risk too."),
        )
        self._project_row.set_texts(translate("Settings", "Project"))


class ReleaseCard(Card):
    """How careful exports are.

    Signals:
        k_chosen: Smallest group of people in a bundle.
        profile_chosen: How statements are searched for names.
        second_look_chosen: Whether statements leave only after a second look.
        sealing_chosen: Whether sealing is offered when a case is finalised.
    """

    k_chosen = Signal(int)
    profile_chosen = Signal(str)
    second_look_chosen = Signal(bool)
    sealing_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.k = Stepper(LEAST_K, LARGEST_K)
        self.profile = ComboBox()
        self.profile.setFixedWidth(220)
        self.warning = Label()
        self.warning.hide()
        self.second_look = ComboBox()
        self.second_look.setFixedWidth(220)
        for asked in (False, True):
            self.second_look.addItem("", asked)
        self.sealing = ComboBox()
        self.sealing.setFixedWidth(220)
        for offered in (False, True):
            self.sealing.addItem("", offered)
        self._k_row, self._profile_row = SettingRow(self.k), SettingRow(self.profile)
        self._sealing_row = SettingRow(self.sealing)
        for profile in PROFILES:
            self.profile.addItem("", profile)
        self._look_row = SettingRow(self.second_look)
        searched = (self._k_row, self.warning, Rule(), self._profile_row)
        for widget in (*searched, Rule(), self._look_row, Rule(), self._sealing_row):
            self.body.addWidget(widget)
        self.sealing.activated.connect(
            lambda index: self.sealing_chosen.emit(self.sealing.itemData(index))
        )
        self.k.changed.connect(self._choose_k)
        self.profile.activated.connect(
            lambda index: self.profile_chosen.emit(self.profile.itemData(index))
        )
        self.second_look.activated.connect(
            lambda index: self.second_look_chosen.emit(self.second_look.itemData(index))
        )

    def show_values(self, k: int, profile: str, *, second_look: bool, sealing: bool) -> None:
        """Show what is set."""
        self.sealing.setCurrentIndex(int(sealing))
        self.second_look.setCurrentIndex(int(second_look))
        self.k.set_value(k)
        self.warning.setVisible(k < DEFAULT_K)
        self.profile.setCurrentIndex(max(0, self.profile.findData(profile)))

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("Settings", "Sharing"))
        self._retranslate_people()
        self._k_row.set_texts(
            translate("Settings", "Smallest group of people"),
            translate("Settings", "Nobody in a bundle can be told from fewer people than this."),
        )
        self.k.set_words(
            translate("Settings", "Smallest group of people"),
            translate("Settings", "Fewer people"),
            translate("Settings", "More people"),
        )
        self.warning.setText(
            translate("Settings", "Below 5 people are easier to recognise. Have a reason.")
        )
        self._profile_row.set_texts(
            translate("Settings", "Searching statements for names"),
            translate(
                "Settings",
                "Strict suggests more words than needed, and misses fewer. "
                "With none, no statement leaves this vault in a bundle.",
            ),
        )
        words = (
            translate("Settings", "Strict"),
            translate("Settings", "Balanced"),
            translate("Settings", "None: no statement leaves"),
        )
        for index, word in enumerate(words):
            self.profile.setItemText(index, word)

    def _retranslate_people(self) -> None:
        """Set the texts about who else has a part in what leaves."""
        self._look_row.set_texts(
            translate("Settings", "Second look before a statement leaves"),
            translate(
                "Settings",
                "Another person sees exactly what would leave. Where a colleague's key is "
                "trusted, the colleague signs it.",
            ),
        )
        self.second_look.setItemText(0, translate("Settings", "Not asked for"))
        self.second_look.setItemText(1, translate("Settings", "Asked for"))
        self._sealing_row.set_texts(
            translate("Settings", "Sealing when a case is finalised"),
            translate(
                "Settings",
                "A sealed case can be opened by your colleagues or the office alone, "
                "and never again on this laptop.",
            ),
        )
        self.sealing.setItemText(0, translate("Settings", "Not offered"))
        self.sealing.setItemText(1, translate("Settings", "Offered"))

    def _choose_k(self, k: int) -> None:
        self.warning.setVisible(k < DEFAULT_K)
        self.k_chosen.emit(k)
