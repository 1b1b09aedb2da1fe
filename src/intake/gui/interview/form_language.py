"""In which language the questions are shown: the person's, whatever the window speaks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.interview.language_choice import own_name
from intake.gui.widgets.choice import ComboBox


class FormLanguage(ComboBox):
    """The languages of a questionnaire; hidden while there is only one.

    Signals:
        chosen: Tag of the language, when a person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "en"
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))
        self.hide()

    def show_languages(self, tags: tuple[str, ...]) -> None:
        """Offer these languages."""
        self.clear()
        for tag in tags:
            self.addItem(own_name(tag), tag)
        self.setVisible(len(tags) > 1)
        self.show_language(self.language)

    def show_language(self, tag: str) -> None:
        """Show which language is spoken; one that the form lacks falls back to its first."""
        self.language = tag
        self.setCurrentIndex(max(0, self.findData(tag)))

    def retranslate(self) -> None:
        """Set texts in the interface language."""
        name = translate("FormLanguage", "Language of the questions")
        self.setAccessibleName(name)
        self.setToolTip(name)
