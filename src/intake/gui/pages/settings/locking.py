"""Locking: how long without input, and a second panic key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.gui.actions import TABLE
from intake.gui.i18n import translate
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import ErrorText, Label, Small, Strong
from intake.gui.widgets.setting_row import SettingRow
from intake.gui.widgets.stepper import Stepper

LONGEST_MINUTES = 60
_MODIFIERS = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_unknown,
    }
)


class ChordEdit(LineEdit):
    """Takes one key or chord by pressing it; Backspace empties, Tab leaves.

    Signals:
        chosen: The chord as portable text, or empty.
        refused: The chord cannot be had: Escape, a letter alone, or one that is taken.
    """

    chosen = Signal(str)
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)

    def set_chord(self, portable: str) -> None:
        """Show a chord."""
        sequence = QKeySequence(portable, QKeySequence.SequenceFormat.PortableText)
        self.setText(sequence.toString(QKeySequence.SequenceFormat.NativeText))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chord that is pressed."""
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.set_chord("")
            self.chosen.emit("")
            return
        portable = QKeySequence(event.keyCombination()).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        if not is_usable_chord(portable):
            self.refused.emit()
            return
        self.set_chord(portable)
        self.chosen.emit(portable)


def is_usable_chord(portable: str) -> bool:
    """Tell whether a chord can mean panic: not Escape, not typing, not taken already."""
    taken = {spec.shortcut for spec in TABLE.values()}
    if not portable or "Esc" in portable or portable in taken:
        return False
    is_function_key = portable.startswith("F") and portable[1:].isdigit()
    return is_function_key or "Ctrl+" in portable or "Alt+" in portable or portable == "Pause"


class LockingCard(Card):
    """When and how the vault locks.

    Signals:
        minutes_chosen: Minutes without input.
        chord_chosen: The second panic key as portable text.
    """

    minutes_chosen = Signal(int)
    chord_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.minutes = Stepper(1, LONGEST_MINUTES)
        self.chord = ChordEdit()
        self.chord.setFixedWidth(160)
        self.problem = ErrorText()
        self.state = Strong()
        self._minutes_row, self._chord_row = SettingRow(self.minutes), SettingRow(self.chord)
        self._state_row = QWidget()
        self._about_state = Label(), Small()
        self._assemble()
        self.minutes.changed.connect(self.minutes_chosen)
        self.chord.chosen.connect(self._choose)
        self.chord.refused.connect(self._refuse)

    def show_values(self, minutes: int, chord: str) -> None:
        """Show what is set."""
        self.minutes.set_value(minutes)
        self.chord.set_chord(chord)

    def show_state(self, words: str) -> None:
        """Show the words for the state in which the vault was opened; a new one has none."""
        self.state.setText(words)
        self._state_row.setVisible(bool(words))

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("Settings", "Locking"))
        self._minutes_row.set_texts(
            translate("Settings", "Lock after minutes without input"),
            translate("Settings", "The last minute is counted down where you can see it."),
        )
        self.minutes.set_words(
            translate("Settings", "Lock after minutes without input"),
            translate("Settings", "Fewer minutes"),
            translate("Settings", "More minutes"),
        )
        self._chord_row.set_texts(
            translate("Settings", "A second panic key beside F12"),
            translate("Settings", "Press it here. It locks at once, wherever you are."),
        )
        self.chord.setPlaceholderText(translate("Settings", "None"))
        name, about = self._about_state
        name.setText(translate("Settings", "State when the vault was opened"))
        about.setText(
            translate(
                "Settings",
                "Compare them with the words that you wrote down at the last lock. If they are the "
                "same, nobody has exchanged the files since. If not, show the vault to who looks "
                "after your security.",
            )
        )

    def _assemble(self) -> None:
        row = QVBoxLayout(self._state_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (Rule(), self._about_state[0], self.state, self._about_state[1]):
            row.addWidget(widget)
        parts = (self._minutes_row, Rule(), self._chord_row, self.problem, self._state_row)
        for part in parts:
            self.body.addWidget(part)
        self._state_row.hide()

    def _choose(self, chord: str) -> None:
        self.problem.show_text("")
        self.chord_chosen.emit(chord)

    def _refuse(self) -> None:
        self.problem.show_text(
            translate(
                "Settings",
                "This key is used elsewhere. Take a function key, or one with Ctrl or Alt.",
            )
        )
