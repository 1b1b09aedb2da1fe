"""Leads to the key without which nothing can be sealed, where sealing begins and not at its end."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.keys.trusting import Trusting, known_text
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.gui.workers.store_worker import StoreWorker


class FirstKey(QObject):
    """Says on a page that no key is trusted yet, and adds one.

    Args:
        worker: The store's thread.
        over: The page.
        messages: Its message bar; no other message of the page has a button.
    """

    def __init__(self, worker: StoreWorker, over: QWidget, messages: MessageBar) -> None:
        super().__init__(over)
        self._messages = messages
        self.trusting = Trusting(worker, over)
        messages.action_triggered.connect(self.trusting.ask_file)
        self.trusting.trusted.connect(self._on_trusted)
        self.trusting.known.connect(
            lambda name: messages.show_message(MessageKind.INFO, known_text(name))
        )

    def show(self) -> None:
        """Say what is missing, with the button that adds it."""
        text = translate(
            "SealPage",
            "No key is trusted here yet, so nobody could open a parcel. Ask the office or a "
            "colleague for their key file.",
        )
        action = translate("TeamPage", "Add a key file")
        self._messages.show_message(MessageKind.WARN, text, action=action)

    def _on_trusted(self, name: str) -> None:
        text = translate("TeamPage", "The key of {name} is trusted from now on.")
        self._messages.show_message(MessageKind.OK, text.format(name=name))
