"""The passphrase, and the recovery key: the one that is on paper, or a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from intake.errors import WrongPassphraseError
from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import RadioButton
from intake.gui.widgets.labels import ErrorText, Muted, Small, Strong
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.recovery_groups import RecoveryGroups
from intake.vault.recovery import RecoveryKey


class SecretsPanel(QWidget):
    """What the new keys of the vault are made with.

    Signals:
        changed: Something was typed, or the other recovery key was chosen.
        new_key_asked: A new recovery key is wanted.
        submitted: Enter was pressed.
    """

    changed = Signal()
    new_key_asked = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: RecoveryKey | None = None
        self._card, self._paper_card = Card(), Card()
        self._about, self._advice = Muted(), Small()
        self.passphrase, self.typed = PassphraseEdit(), PassphraseEdit()
        self.typed.field.set_monospace(monospace=True)
        self.same, self.other = RadioButton(), RadioButton()
        self.groups, self.problem = RecoveryGroups(), ErrorText()
        self._typed_name = Strong()
        self._choice = QButtonGroup(self)
        for button in (self.same, self.other):
            self._choice.addButton(button)
        self.same.setChecked(True)
        self._lay_out()
        self.other.toggled.connect(self._on_choice)
        for field in (self.passphrase, self.typed):
            field.edited.connect(self.changed)
            field.submitted.connect(self.submitted)

    @property
    def is_filled(self) -> bool:
        """Whether everything is typed."""
        return not self.passphrase.is_empty and not self.typed.is_empty

    @property
    def new_key(self) -> RecoveryKey | None:
        """The new recovery key, if one is wanted."""
        return self._key

    def show_key(self, key: RecoveryKey) -> None:
        """Show a new recovery key; it is wiped by ``forget`` unless somebody took it."""
        self.drop_key()
        self._key = key
        self.groups.set_groups(key.groups)
        self._show_parts()

    def is_right(self) -> bool:
        """Tell whether a new key was typed back without a slip; show it when not."""
        if self._key is None:
            return True
        with self.typed.peek() as typed:
            right = self._key.matches(typed)
        self.typed.set_wrong(wrong=not right)
        text = translate("Sealing", "This is not the key. Compare it group by group.")
        self.problem.show_text("" if right else text)
        return right

    def take_key(self) -> RecoveryKey | None:
        """Give the new key away; whoever takes it wipes it."""
        key, self._key = self._key, None
        self.groups.set_groups(())
        return key

    def drop_key(self) -> None:
        """Wipe the new key."""
        key = self.take_key()
        if key is not None:
            key.wipe()

    def forget(self) -> None:
        """Forget everything that was typed or shown."""
        for field in (self.passphrase, self.typed):
            field.wipe()
            field.set_wrong(wrong=False)
        self.drop_key()
        self.problem.show_text("")
        self.same.setChecked(True)
        self._show_parts()

    def show_wrong(self, error: BaseException) -> None:
        """Point at the field that an error is about."""
        wrong = isinstance(error, WrongPassphraseError)
        self.passphrase.set_wrong(wrong=wrong)
        self.typed.set_wrong(wrong=not wrong)
        (self.passphrase if wrong else self.typed).setFocus()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        passphrase = translate("Sealing", "Passphrase of this vault")
        self._card.set_heading(passphrase)
        self.passphrase.set_name(passphrase)
        self._about.setText(
            translate(
                "Sealing",
                "It stays the same. The vault moves to new keys, so that nothing that was written "
                "under the old ones opens any more.",
            )
        )
        self._paper_card.set_heading(translate("Sealing", "Recovery key"))
        self.same.setText(translate("Sealing", "I have the paper here: the key stays the same"))
        self.other.setText(translate("Sealing", "I do not have it here: show me a new one"))
        self._advice.setText(
            translate("Sealing", "Write it on paper. The old paper is worthless afterwards.")
        )
        self._show_parts()

    def _on_choice(self) -> None:
        self.typed.wipe()
        self.problem.show_text("")
        if self.other.isChecked():
            self.new_key_asked.emit()
        else:
            self.drop_key()
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        new = self.other.isChecked()
        self.groups.setVisible(new)
        self.typed.field.set_shown(shown=new)  # it stands above, to be read
        self._advice.setVisible(new)
        name = (
            translate("Sealing", "The new key, typed back")
            if new
            else translate("Sealing", "The key from your paper")
        )
        self._typed_name.setText(name)
        self.typed.set_name(name)

    def _lay_out(self) -> None:
        above: tuple[QWidget, ...] = (self._about, self.passphrase)
        below: tuple[QWidget, ...] = (
            self.same,
            self.other,
            self.groups,
            self._advice,
            self._typed_name,
            self.typed,
            self.problem,
        )
        for card, parts in ((self._card, above), (self._paper_card, below)):
            for part in parts:
                card.body.addWidget(part)
            card.body.addStretch(1)
        row = AdaptiveRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        row.addWidget(self._card, 1)
        row.addWidget(self._paper_card, 1)
