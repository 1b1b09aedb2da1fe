"""Appearance: colours, language and text size; the latter two are kept outside the vault."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from intake.gui.i18n import available_languages, translate
from intake.gui.theme import HIGHEST_ZOOM, LOWEST_ZOOM, ZOOM_STEP, Appearance, Space, theme
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.choice import ComboBox, RadioButton
from intake.gui.widgets.setting_row import SettingRow
from intake.gui.widgets.stepper import Stepper


class AppearanceCard(Card):
    """What the window looks like.

    Signals:
        appearance_chosen: An ``Appearance``.
        language_chosen: Code of a language.
        text_size_chosen: Per cent.
    """

    appearance_chosen = Signal(object)
    language_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._choices = {appearance: RadioButton() for appearance in Appearance}
        self._group = QButtonGroup(self)
        self.language = ComboBox()
        self.text_size = Stepper(LOWEST_ZOOM, HIGHEST_ZOOM, ZOOM_STEP)
        self._appearance_row = SettingRow(self._radios())
        self._language_row = SettingRow(self.language)
        self._size_row = SettingRow(self.text_size)
        for code, name in available_languages().items():
            self.language.addItem(name, code)
        for row in (self._appearance_row, Rule(), self._language_row, Rule(), self._size_row):
            self.body.addWidget(row)
        self.language.activated.connect(self._choose_language)
        self.text_size.changed.connect(self.text_size_chosen)
        theme().changed.connect(self.show_state)
        self.show_state()

    def set_language(self, language: str) -> None:
        """Show which language is spoken."""
        self.language.setCurrentIndex(max(0, self.language.findData(language)))

    def show_state(self) -> None:
        """Show the appearance and text size in force."""
        self._choices[theme().appearance].setChecked(True)
        self.text_size.set_value(theme().zoom)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("Settings", "Appearance"))
        self._appearance_row.set_texts(translate("Settings", "Colours"))
        self._language_row.set_texts(
            translate("Settings", "Language"),
            translate("Settings", "Of the window. Interviews have a language of their own."),
        )
        self._size_row.set_texts(translate("Settings", "Text size in per cent"))
        self.text_size.set_words(
            translate("Settings", "Text size"),
            translate("Settings", "Smaller text"),
            translate("Settings", "Larger text"),
        )
        words = {
            Appearance.SYSTEM: translate("Settings", "As the system"),
            Appearance.LIGHT: translate("Settings", "Light"),
            Appearance.DARK: translate("Settings", "Dark"),
            Appearance.CONTRAST: translate("Settings", "High contrast"),
        }
        for appearance, button in self._choices.items():
            button.setText(words[appearance])

    def _radios(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        for appearance, button in self._choices.items():
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(
                lambda _checked=False, chosen=appearance: self.appearance_chosen.emit(chosen)
            )
        return holder

    def _choose_language(self, index: int) -> None:
        self.language_chosen.emit(self.language.itemData(index))
