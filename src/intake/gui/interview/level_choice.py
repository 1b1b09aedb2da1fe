"""How much may be known about the person for one use: buttons in a row, one of them down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from intake.domain.consent import IdentityLevel
from intake.gui.interview.consent_words import LEVELS_EXPLAINED, NOT_OFFERED, SHORT_LEVELS, word


class LevelChoice(QWidget):
    """The levels that this version can do; one that it cannot is shown only where it is recorded.

    Arrow keys move between them.

    Signals:
        chosen: ``IdentityLevel``, when a person chose.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[IdentityLevel, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for level in IdentityLevel:
            button = QPushButton()
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("kind", "segment")
            self._group.addButton(button, level.value)
            self.buttons[level] = button
            row.addWidget(button)
        self.setFocusProxy(self.buttons[IdentityLevel.NONE])
        self._group.idToggled.connect(self._on_toggled)
        self._level = IdentityLevel.NONE
        self._quiet = False
        self.show_level(IdentityLevel.NONE)

    def show_level(self, level: IdentityLevel) -> None:
        """Show a level without telling of it."""
        self._level = level
        self._quiet = True
        self.buttons[level].setChecked(True)
        self._show_offered()
        self._quiet = False
        self.setFocusProxy(self.buttons[level])

    def retranslate(self, use: str) -> None:
        """Set the texts in the interface language.

        Args:
            use: Name of the use, for screen readers.
        """
        for level, button in self.buttons.items():
            button.setText(word(SHORT_LEVELS[level]))
            button.setToolTip(word(LEVELS_EXPLAINED[level]))
            button.setAccessibleName(f"{use}: {button.text()}")

    def _show_offered(self) -> None:
        self.buttons[NOT_OFFERED].setVisible(self._level is NOT_OFFERED)

    def _on_toggled(self, number: int, on: bool) -> None:  # noqa: FBT001 (a Qt slot)
        level = IdentityLevel(number)
        if on and not self._quiet and level is not self._level:
            self._level = level
            self._show_offered()
            self.setFocusProxy(self.buttons[level])
            self.chosen.emit(level)
