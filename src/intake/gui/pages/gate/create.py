"""Create a vault in five steps; nothing is written before the recovery key was typed back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from intake.gui.ending.destroy_sheet import what_it_means
from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.vault_places import default_vault
from intake.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.file_panel import Choose, FilePanel
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.labels import ErrorText, Label, Small, Strong
from intake.gui.widgets.new_passphrase import NewPassphrase
from intake.gui.widgets.recovery_paper import RecoveryPaper, RecoveryProof
from intake.gui.workers.store_worker import StoreWorker
from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret


class _PlaceStep(Card):
    """Where the vault is and what it is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.name_label, self.name = Strong(), LineEdit()
        self.name_hint = Small()
        self.folder_label, self.folder = Strong(), Label()
        self.change = LinkButton("", "folder")
        self.panel = FilePanel(Choose.NEW)
        self.panel.set_name(default_vault().name)
        self.panel.hide()
        self.change.clicked.connect(self._show_panel)
        self.panel.changed.connect(self._show_path)
        for widget in (self.name_label, self.name, self.name_hint):
            self.body.addWidget(widget)
        self.body.addSpacing(Space.ONE)
        self.body.addWidget(self.folder_label)
        self.body.addWidget(self.folder)
        self.body.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.panel)
        self._show_path()

    @property
    def path(self) -> Path | None:
        """The folder to create, or ``None`` while the name cannot stand."""
        return self.panel.path

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        name = translate("Create", "Name of the vault")
        self.name_label.setText(name)
        self.name.setAccessibleName(name)
        self.name_hint.setText(
            translate("Create", "Kept inside the vault: it is seen only after unlocking.")
        )
        self.folder_label.setText(translate("Create", "Folder"))
        self.change.setText(translate("Create", "Choose another folder"))

    def _show_panel(self) -> None:
        self.panel.show()
        self.change.hide()

    def _show_path(self) -> None:
        path = self.panel.path
        self.folder.setText("" if path is None else str(path))


class _LastResortStep(Card):
    """What destroying access means, and whether the locked page offers it: not unless asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.meaning = tuple(Label() for _ in what_it_means())
        self.offered, self.hint = CheckBox(), Small()
        for widget in self.meaning:
            self.body.addWidget(widget)
        self.body.addSpacing(Space.ONE)
        self.body.addWidget(self.offered)
        self.body.addWidget(self.hint)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        for label, text in zip(self.meaning, what_it_means(), strict=True):
            label.setText(text)
        self.offered.setText(translate("Settings", "Offer it on the locked page"))
        self.hint.setText(
            translate(
                "Create",
                "Whoever starts the program then sees that it is offered. The settings have it in "
                "any case, and there you can decide otherwise on any day.",
            )
        )


class _PaperStep(Card):
    """The recovery key to be written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.explanation = Label()
        self.paper = RecoveryPaper()
        self.advice = Small()
        for widget in (self.explanation, self.paper, self.advice):
            self.body.addWidget(widget)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.paper.retranslate()
        self.explanation.setText(
            translate(
                "Create",
                "If you ever forget the passphrase, only this key opens the vault. "
                "Write it on paper now.",
            )
        )
        self.advice.setText(
            translate(
                "Create",
                "Do not photograph it. Keep the paper away from the laptop, with somebody you "
                "trust. Without passphrase and key the vault is lost: nobody can open it.",
            )
        )


class _ProofStep(Card):
    """The recovery key typed back."""

    def __init__(self, paper: RecoveryPaper, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.explanation = Label()
        self.typed = RecoveryProof(paper)
        for each in self.typed.fields:
            each.field.set_shown(shown=True)
            each.reveal.hide()
        self.problem = ErrorText()
        for widget in (self.explanation, self.typed, self.problem):
            self.body.addWidget(widget)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.explanation.setText(
            translate(
                "Create", "Type the recovery key from your paper, so that it is sure to be right."
            )
        )
        self.typed.retranslate()


class CreatePage(GatePage):
    """Asks step by step; nothing is written before the recovery key was typed back.

    Signals:
        created: A ``VaultSession``, open.
        left: The person went back before the first step.
    """

    created = Signal(object)
    left = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._worker = worker
        self._key: RecoveryKey | None = None
        self._secret: Secret | None = None
        self.place, self.paper = _PlaceStep(), _PaperStep()
        self.proof = _ProofStep(self.paper.paper)
        self.passphrase, self.last_resort = NewPassphrase(), _LastResortStep()
        self.step_line = Small()
        self.step = 0
        self.back_button = QuietButton("", "back")
        self.next_button = PrimaryButton()
        self._lay_out()
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        self.place.name.textChanged.connect(self._show_state)
        self.place.name.returnPressed.connect(self._next)
        self.place.panel.changed.connect(self._show_state)
        self.passphrase.changed.connect(self._show_state)
        self.passphrase.submitted.connect(self._next)
        self.proof.typed.edited.connect(self._show_state)
        self.proof.typed.submitted.connect(self._next)

    def start(self) -> None:
        """Begin at the first step with nothing filled in."""
        self._forget()
        self.passphrase.wipe()
        self.proof.typed.wipe()
        self.last_resort.offered.setChecked(False)
        self.messages.clear()
        self._go(0)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.place.retranslate()
        self.last_resort.retranslate()
        self.paper.retranslate()
        self.proof.retranslate()
        self.back_button.setText(translate("Create", "&Back"))
        self._show_state()

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.passphrase)
        self.steps: tuple[QWidget, ...] = (
            self.place,
            card,
            self.last_resort,
            self.paper,
            self.proof,
        )
        self.body.setSpacing(Space.ONE)
        self.body.addWidget(self.step_line)
        for step in self.steps:
            self.body.addWidget(step)
        self.buttons.addWidget(self.back_button)
        self.end_buttons(self.next_button)

    def _go(self, step: int) -> None:
        self.step = step
        for number, widget in enumerate(self.steps):
            widget.setVisible(number == step)
        self._show_state()
        firsts = (
            self.place.name,
            self.passphrase,
            self.next_button,
            self.next_button,
            self.proof.typed,
        )
        firsts[step].setFocus()

    def _show_state(self) -> None:
        step = self.step
        titles = (
            translate("Create", "Create a vault"),
            translate("Create", "Choose a passphrase"),
            translate("Create", "Decide about the last resort"),
            translate("Create", "Write down the recovery key"),
            translate("Create", "Type the recovery key back"),
        )
        leads = (
            translate("Create", "A vault is one encrypted folder. Everything you write is in it."),
            translate("Create", "It opens the vault. Nobody can reset it for you."),
            translate(
                "Create",
                "Access to a vault can be destroyed: nobody opens it afterwards, you neither. Read "
                "now what that means; it is no reading for the day of need.",
            ),
            translate("Create", "Paper cannot be hacked, and it can be burnt."),
            translate("Create", "Then the vault is created."),
        )
        self.title.setText(titles[step])
        self.lead.setText(leads[step])
        self.step_line.setText(
            translate("Create", "Step {step} of {steps}").format(
                step=step + 1, steps=len(self.steps)
            )
        )
        self.next_button.setText(
            translate("Create", "Create the vault")
            if step == len(self.steps) - 1
            else translate("Create", "&Next")
        )
        self.next_button.setEnabled(self._may_go_on(step))

    def _may_go_on(self, step: int) -> bool:
        conditions = (
            bool(self.place.name.text().strip()) and self.place.path is not None,
            self.passphrase.is_ready,
            True,
            True,
            self.proof.typed.is_filled,
        )
        return conditions[step]

    def _back(self) -> None:
        step = self.step
        self.messages.clear()
        if step == 0:
            self.passphrase.wipe()
            self._forget()
            self.left.emit()
            return
        self.proof.typed.wipe()
        self._go(step - 1)

    def _next(self) -> None:
        step = self.step
        if not self._may_go_on(step):
            return
        if step == len(self.steps) - 1:
            self._create()
            return
        if step == 1 and self._key is None:
            self._worker.submit(vaults.new_recovery_key, done=self._show_key, failed=self._refused)
        self._go(step + 1)

    def _show_key(self, key: RecoveryKey) -> None:
        self._key = key
        self.paper.paper.set_key(key)

    def _create(self) -> None:
        assert self._key is not None
        path = self.place.path
        assert path is not None
        if not self.proof.typed.is_right():
            self.proof.problem.show_text(
                translate("Create", "This is not the key. Compare it group by group.")
            )
            return
        self.proof.problem.show_text("")
        self._secret = self.passphrase.first.peek()
        self.set_busy(translate("Create", "Creating the vault. This takes a few seconds."))
        work = partial(
            vaults.create,
            path,
            name=self.place.name.text().strip(),
            passphrase=self._secret,
            recovery=self._key,
            offers_destroying=self.last_resort.offered.isChecked(),
        )
        self._worker.submit(work, done=self._created, failed=self._refused)

    def _created(self, session: VaultSession) -> None:
        self.set_busy()
        self.passphrase.wipe()
        self.proof.typed.wipe()
        self._forget()
        self.created.emit(session)

    def _refused(self, error: BaseException) -> None:
        self.set_busy()
        if self._secret is not None:
            self._secret.wipe()
            self._secret = None
        self.show_error(error)

    def _forget(self) -> None:
        self.paper.paper.set_key(None)
        if self._key is not None:
            self._key.wipe()
            self._key = None
        if self._secret is not None:
            self._secret.wipe()
            self._secret = None
