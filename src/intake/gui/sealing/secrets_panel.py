"""The passphrase, and the recovery key: the one that is on paper, or a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from intake.errors import WrongPassphraseError, WrongRecoveryKeyError
from intake.gui.errors import explain
from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import RadioButton
from intake.gui.widgets.labels import ErrorText, Muted, Small, Strong
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.recovery_paper import RecoveryEntry, RecoveryPaper, RecoveryProof
from intake.vault.recovery import RecoveryKey, parse


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
        self.summary = Strong()
        self.passphrase, self.typed = PassphraseEdit(), RecoveryEntry()
        self.paper = RecoveryPaper()
        self.proof = RecoveryProof(self.paper)
        for field in self.proof.fields:
            field.field.set_shown(shown=True)  # the key stands above, to be read
        self.same, self.other = RadioButton(), RadioButton()
        self.problem = ErrorText()
        self._typed_name = Strong()
        self._choice = QButtonGroup(self)
        for button in (self.same, self.other):
            self._choice.addButton(button)
        self.same.setChecked(True)
        self._lay_out()
        self.other.toggled.connect(self._on_choice)
        for part in (self.passphrase, self.typed, self.proof):
            part.edited.connect(self.changed)
            part.submitted.connect(self.submitted)

    @property
    def is_filled(self) -> bool:
        """Whether everything is typed."""
        if self.passphrase.is_empty:
            return False
        return self.proof.is_filled if self.other.isChecked() else not self.typed.is_empty

    @property
    def new_key(self) -> RecoveryKey | None:
        """The new recovery key, if one is wanted."""
        return self._key

    def show_key(self, key: RecoveryKey) -> None:
        """Show a new recovery key; it is wiped by ``forget`` unless somebody took it."""
        self.drop_key()
        self._key = key
        self.paper.set_key(key)
        self._show_parts()

    def show_summary(self, text: str) -> None:
        """Say what will be done with these secrets; empty for nothing but new keys."""
        self.summary.setText(text)
        self.summary.setVisible(bool(text))

    def is_right(self) -> bool:
        """Tell whether the key was typed without a slip; show where it was not. Nothing is wiped.

        That it is the key of this vault is proven later, with the passphrase.
        """
        problem = self._slip_in_new() if self.other.isChecked() else self._slip_in_old()
        self.problem.show_text(problem)
        return not problem

    def _slip_in_new(self) -> str:
        if self._key is not None and self.proof.is_right():
            return ""
        return translate("Sealing", "This is not the key. Compare it group by group.")

    def _slip_in_old(self) -> str:
        try:
            with self.typed.peek() as typed, parse(typed):
                return ""
        except WrongRecoveryKeyError as error:
            self.typed.set_wrong(wrong=True)
            return explain(error).text

    def take_key(self) -> RecoveryKey | None:
        """Give the new key away; whoever takes it wipes it."""
        key, self._key = self._key, None
        self.paper.set_key(None)
        return key

    def drop_key(self) -> None:
        """Wipe the new key."""
        key = self.take_key()
        if key is not None:
            key.wipe()

    def forget(self) -> None:
        """Forget everything that was typed or shown."""
        for part in (self.passphrase, self.typed):
            part.wipe()
            part.set_wrong(wrong=False)
        self.proof.wipe()
        self.drop_key()
        self.problem.show_text("")
        self.same.setChecked(True)
        self._show_parts()

    def show_wrong(self, error: BaseException) -> None:
        """Point at the field that an error is about; what was typed into the others stays."""
        if isinstance(error, WrongPassphraseError):
            self.passphrase.wipe()
            self.passphrase.set_wrong(wrong=True)
            self.passphrase.setFocus()
        elif isinstance(error, WrongRecoveryKeyError):
            self.typed.set_wrong(wrong=True)
            self.typed.setFocus()

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
        for part in (self.typed, self.paper, self.proof):
            part.retranslate()
        self._show_parts()

    def _on_choice(self) -> None:
        self.typed.wipe()
        self.proof.wipe()
        self.problem.show_text("")
        if self.other.isChecked():
            self.new_key_asked.emit()
        else:
            self.drop_key()
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        new = self.other.isChecked()
        for part in (self.paper, self.proof, self._advice):
            part.setVisible(new)
        self.typed.setVisible(not new)
        name = (
            translate("Sealing", "The new key, typed back")
            if new
            else translate("Sealing", "The key from your paper")
        )
        self._typed_name.setText(name)

    def _lay_out(self) -> None:
        above: tuple[QWidget, ...] = (self._about, self.passphrase)
        below: tuple[QWidget, ...] = (
            self.same,
            self.other,
            self.paper,
            self._advice,
            self._typed_name,
            self.typed,
            self.proof,
            self.problem,
        )
        for card, parts in ((self._card, above), (self._paper_card, below)):
            for part in parts:
                card.body.addWidget(part)
            card.body.addStretch(1)
        row = AdaptiveRow()
        row.setSpacing(Space.TWO)
        row.addWidget(self._card, 1)
        row.addWidget(self._paper_card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TWO)
        column.addWidget(self.summary)
        column.addLayout(row)
