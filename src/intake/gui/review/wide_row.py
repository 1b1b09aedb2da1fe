"""Decides once for every place: buttons for the mark in focus; decides nothing itself."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake.gui.actions import ActionId, shortcut_text, tooltip
from intake.gui.i18n import plural, translate
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.flow_row import FlowRow
from intake.services.everywhere import Reach

NOWHERE = Reach(0, 0)


class WideRow(QWidget):
    """What can be decided for more than one place, and for how many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach, self._code, self._keeps = NOWHERE, "", False
        self.same, self.person = LinkButton(), LinkButton()
        self.never, self.always = LinkButton(), LinkButton()
        row = FlowRow(self)
        for button in (self.same, self.person, self.never, self.always):
            row.addWidget(button)
        self.show_reach(NOWHERE)

    def show_reach(
        self, reach: Reach, code: str = "", *, in_focus: bool = False, keeps: bool = False
    ) -> None:
        """Offer what a decision about the mark in focus can reach.

        Args:
            reach: How many other marks have something in common with it.
            code: The code of the person it stands for; empty for nobody known.
            in_focus: There is a mark in focus.
            keeps: Its words are kept, and the same would be.
        """
        self._reach, self._code, self._keeps = reach, code, keeps
        self.same.setVisible(in_focus and reach.words > 0)
        self.person.setVisible(in_focus and bool(code) and reach.person > 0)
        # A recorded person is hidden anyway: the lists are for words that name nobody.
        for button in (self.never, self.always):
            button.setVisible(in_focus and not code and reach.is_for_list)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        hide = plural("WideRow", "Hide the same in %n other place(s)", self._reach.words)
        keep = plural("WideRow", "Keep the same in %n other place(s)", self._reach.words)
        texts = (
            (self.same, keep if self._keeps else hide, ActionId.DECIDE_SAME),
            (
                self.person,
                plural("WideRow", "Hide {who} in %n place(s)", self._reach.person).replace(
                    "{who}", self._code
                ),
                ActionId.HIDE_PERSON,
            ),
            (self.never, translate("WideRow", "Never a name here"), ActionId.NEVER_A_NAME),
            (self.always, translate("WideRow", "Always hide"), ActionId.ALWAYS_HIDE),
        )
        for button, text, action in texts:
            button.setText(f"{text}  {shortcut_text(action)}")
            button.setToolTip(tooltip(action))
