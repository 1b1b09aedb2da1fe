"""A recovery key to be written on paper, whole or on three sheets, and typed back from there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import IconButton
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.labels import Small, Strong
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.recovery_groups import RecoveryGroups
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from intake.vault.splitting import SHEETS, Sheet, join


class RecoveryPaper(QWidget):
    """Shows a key; with the box ticked, one sheet after the other instead.

    Signals:
        split_changed: Whether it is to be three sheets.
        shown: Another sheet is shown.
    """

    split_changed = Signal(bool)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: RecoveryKey | None = None
        self.sheets: tuple[Sheet, ...] = ()
        self._at = 0
        self.split = CheckBox()
        self.about = Small()
        self.groups = RecoveryGroups()
        self.sheet, self.before, self.after = Strong(), IconButton("back"), IconButton("forward")
        self._row = QWidget()
        self._lay_out()
        self.split.toggled.connect(self._choose)
        self.before.clicked.connect(lambda: self._go(self._at - 1))
        self.after.clicked.connect(lambda: self._go(self._at + 1))
        self.retranslate()

    @property
    def is_split(self) -> bool:
        """Whether three sheets are shown."""
        return bool(self.sheets)

    def set_key(self, key: RecoveryKey | None) -> None:
        """Show a key, which stays the caller's; ``None`` forgets it and wipes the sheets."""
        self._key = key
        self.split.setChecked(False)
        self._forget_sheets()
        self._show()

    def is_right(self, typed: list[PassphraseEdit]) -> list[PassphraseEdit]:
        """Return the fields in which something else stands than on the paper."""
        return [field for number, field in enumerate(typed) if not self._matches(number, field)]

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.split.setText(translate("RecoveryPaper", "Split it over three sheets"))
        self.about.setText(
            translate(
                "RecoveryPaper",
                "Any two sheets open the vault, one alone tells nothing. Keep them in three "
                "places, each with its number and its two words.",
            )
        )
        self.before.set_word(translate("RecoveryPaper", "The sheet before"))
        self.after.set_word(translate("RecoveryPaper", "The next sheet"))
        self._show()

    def _matches(self, number: int, field: PassphraseEdit) -> bool:
        with field.peek() as typed:
            if self.sheets:
                return self.sheets[number].matches(typed)
            return self._key is not None and self._key.matches(typed)

    def _choose(self, split: bool) -> None:  # noqa: FBT001 (a slot takes what comes)
        self._forget_sheets()
        if split and self._key is not None:
            self.sheets = self._key.split()
        self._go(0)
        self.split_changed.emit(split)

    def _go(self, number: int) -> None:
        self._at = number
        self._show()
        self.shown.emit()

    def _show(self) -> None:
        self._row.setVisible(self.is_split)
        if not self.sheets:
            self.groups.set_groups(() if self._key is None else self._key.groups)
            return
        sheet = self.sheets[self._at]
        self.groups.set_groups(sheet.groups, letters=True)
        self.sheet.setText(
            translate("RecoveryPaper", "Sheet {number} of {sheets}: {words}").format(
                number=sheet.number, sheets=SHEETS, words=sheet.words
            )
        )
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < SHEETS - 1)

    def _forget_sheets(self) -> None:
        for sheet in self.sheets:
            sheet.wipe()
        self.sheets, self._at = (), 0

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        row.addWidget(self.sheet, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for widget in (self.split, self.about, self._row, self.groups):
            column.addWidget(widget)


class RecoveryProof(QWidget):
    """Where the key, or each of the three sheets, is typed back.

    Signals:
        edited: Something was typed or removed.
        submitted: Enter was pressed.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, paper: RecoveryPaper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self.fields = [PassphraseEdit() for _ in range(SHEETS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for field in self.fields:
            field.field.set_monospace(monospace=True)
            field.edited.connect(self.edited)
            field.submitted.connect(self.submitted)
            column.addWidget(field)
        self.setFocusProxy(self.fields[0])
        paper.split_changed.connect(self._show_fields)
        self.retranslate()

    @property
    def used(self) -> list[PassphraseEdit]:
        """The fields that have to be filled in."""
        return self.fields if self._paper.is_split else self.fields[:1]

    @property
    def is_filled(self) -> bool:
        """Whether something stands in each of them."""
        return not any(field.is_empty for field in self.used)

    def is_right(self) -> bool:
        """Tell whether everything was typed back without a slip; mark the fields that are wrong."""
        wrong = self._paper.is_right(self.used)
        for field in wrong:
            field.set_wrong(wrong=True)
        return not wrong

    def wipe(self) -> None:
        """Forget what was typed."""
        for field in self.fields:
            field.wipe()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        for number, field in enumerate(self.fields, start=1):
            word = translate("RecoveryPaper", "Sheet {number}, typed back").format(number=number)
            if not self._paper.is_split:
                word = translate("RecoveryPaper", "The key, typed back")
            field.set_name(word)
            field.field.set_placeholder(word)
        self._show_fields()

    def _show_fields(self, _split: bool | None = None) -> None:  # noqa: FBT001 (a slot takes what comes)
        for field in self.fields:
            field.setVisible(field in self.used)
            if field not in self.used:
                field.wipe()
        if _split is not None:
            self.retranslate()
            self.edited.emit()


class RecoveryEntry(QWidget):
    """Takes a recovery key, or two sheets of one.

    Signals:
        edited: Something was typed or removed.
        submitted: Enter was pressed.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.second = PassphraseEdit(), PassphraseEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for field in (self.first, self.second):
            field.field.set_monospace(monospace=True)
            field.edited.connect(self.edited)
            field.submitted.connect(self.submitted)
            column.addWidget(field)
        self.setFocusProxy(self.first)
        self.retranslate()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return self.first.is_empty

    def take(self) -> Secret:
        """Return what was typed as one secret and empty the fields; the caller wipes it."""
        first = self.first.take()
        if self.second.is_empty:
            return first
        with first, self.second.take() as second:
            return join(first, second)

    def peek(self) -> Secret:
        """Return what was typed as one secret and keep it in the fields; the caller wipes it."""
        first = self.first.peek()
        if self.second.is_empty:
            return first
        with first, self.second.peek() as second:
            return join(first, second)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.first.wipe()
        self.second.wipe()

    def set_wrong(self, *, wrong: bool) -> None:
        """Show by the frames that this did not open it."""
        self.first.set_wrong(wrong=wrong)
        if not self.second.is_empty:
            self.second.set_wrong(wrong=wrong)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        words = (
            translate("RecoveryPaper", "Recovery key, or a sheet of it"),
            translate("RecoveryPaper", "Another sheet, if it was split"),
        )
        for field, word in zip((self.first, self.second), words, strict=True):
            field.set_name(word)
            field.field.set_placeholder(word)
