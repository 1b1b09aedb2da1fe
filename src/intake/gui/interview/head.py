"""What stands above every step of an interview: the case, the language, skip, pause and stop."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from intake.gui.i18n import translate
from intake.gui.interview.form_language import FormLanguage
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.chip import Chip
from intake.gui.widgets.labels import Strong


class Head:
    """The widgets beside the title of a step.

    Args:
        row: Where the title stands.
    """

    def __init__(self, row: QHBoxLayout) -> None:
        self.code, self.languages = Chip(), FormLanguage()
        self._label = Strong()
        self.skip, self.pause = QuietButton("", "skip"), QuietButton("", "pause")
        self.stop = QuietButton("", "stop")
        row.insertWidget(0, self.code)
        for widget in (self._label, self.languages, self.skip, self.pause, self.stop):
            row.addWidget(widget)

    def retranslate(self) -> None:
        """Set every text in the interface language."""
        self.skip.setText(translate("InterviewPage", "S&kip"))
        self.pause.setText(translate("InterviewPage", "&Pause"))
        self.stop.setText(translate("InterviewPage", "&Stop"))
        self.skip.setToolTip(
            translate("InterviewPage", "Leave this section for later, or for good")
        )
        self.pause.setToolTip(translate("InterviewPage", "Save everything and lock (F9)"))
        self.stop.setToolTip(translate("InterviewPage", "The person wants to stop (Ctrl+F9)"))
        self._label.setText(translate("InterviewPage", "Questions in:"))
        self.languages.retranslate()
