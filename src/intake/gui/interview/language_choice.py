"""In which language a statement is written: the detectors of names ask for it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from intake.gui.i18n import LANGUAGES, translate
from intake.gui.widgets.choice import ComboBox

OFFERED = ("be", "ru", "uk", "pl", "en", "lt", "lv", "de", "ka", "ar")


class LanguageChoice(ComboBox):
    """Languages under their own names; the first entry says that nobody said it.

    Signals:
        chosen: Tag of the language, or empty; told only when a person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem("", "")
        for tag in OFFERED:
            self.addItem(own_name(tag), tag)
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))
        self.retranslate()

    def show_language(self, tag: str) -> None:
        """Show a language; one that is not offered is added."""
        if self.findData(tag) < 0:
            self.addItem(own_name(tag), tag)
        self.setCurrentIndex(self.findData(tag))

    def retranslate(self) -> None:
        """Set texts in the interface language."""
        self.setItemText(0, translate("LanguageChoice", "Language not set"))
        name = translate("LanguageChoice", "Language of this text")
        self.setAccessibleName(name)
        self.setToolTip(name)


def own_name(tag: str) -> str:
    """Return a language under its own name, with a capital."""
    name = LANGUAGES.get(tag) or QLocale(tag).nativeLanguageName() or tag
    return name[:1].upper() + name[1:]
