"""Destroying access: whether the locked page offers it, and the control itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.errors import IntakeError
from intake.gui.ending.destroy_sheet import DestroySheet, what_it_means
from intake.gui.errors import explain
from intake.gui.i18n import translate
from intake.gui.widgets.buttons import DangerButton
from intake.gui.widgets.card import Card, Rule
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.gui.widgets.setting_row import SettingRow
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import StoreWorker
from intake.services import ending, local_backups
from intake.services.local_backups import Found
from intake.services.session import VaultSession


class EndingCard(Card):
    """The offer on the locked page, off until somebody has read what it means, and the button.

    Signals:
        access_destroyed: Nothing opens the vault any more.
    """

    access_destroyed = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self.offered = CheckBox()
        self.destroy_button = DangerButton("", "trash")
        self.messages = MessageBar()
        self._offer_row, self._destroy_row = (
            SettingRow(self.offered),
            SettingRow(self.destroy_button),
        )
        for widget in (self._offer_row, Rule(), self._destroy_row, self.messages):
            self.body.addWidget(widget)
        self.offered.clicked.connect(self._choose)
        self.destroy_button.clicked.connect(self._ask)

    def open(self, session: VaultSession) -> None:
        """Offer it for this vault."""
        self._session = session
        self.offered.setChecked(ending.is_offered(session.path))

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("Settings", "Destroying access"))
        self._offer_row.set_texts(
            translate("Settings", "Offer it on the locked page"),
            translate("Settings", "Whoever starts the program then sees that it is offered."),
        )
        self._destroy_row.set_texts(
            translate("Settings", "Destroy access"),
            translate("Settings", "Nobody can open the vault afterwards, you neither."),
        )
        self.destroy_button.setText(translate("Settings", "Destroy"))

    def _choose(self) -> None:
        if not self.offered.isChecked():
            self._offer(offered=False)
            return
        self.offered.setChecked(False)
        sheet = Sheet(
            self,
            translate("Settings", "Offer to destroy access on the locked page?"),
            "\n\n".join(what_it_means()),
            affirmative=translate("Settings", "Offer it"),
            cancel=translate("Settings", "Cancel"),
        )
        sheet.accepted.connect(lambda: self._offer(offered=True))
        sheet.open()

    def _offer(self, *, offered: bool) -> None:
        if self._session is None:
            return
        self.messages.clear()
        try:
            ending.offer(self._session.path, offered=offered)
        except IntakeError as error:
            told = explain(error)
            self.messages.show_message(MessageKind.ERROR, told.text, code=told.code)
        self.offered.setChecked(ending.is_offered(self._session.path))

    def _ask(self) -> None:
        if self._session is not None:
            self._worker.submit(local_backups.look, self._session, done=self._open_sheet)

    def _open_sheet(self, found: Found) -> None:
        if self._session is not None:
            sheet = DestroySheet(self, self._session.path, found.known)
            sheet.access_destroyed.connect(lambda _left: self.access_destroyed.emit())
            sheet.open()
