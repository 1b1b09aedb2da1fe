"""The team page: your key, keys that you trust, sealed cases, parcels, and journeys."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.domain.changes import Changes, Noun
from intake.domain.parcel import SealedCase
from intake.gui.i18n import translate
from intake.gui.keys.own_key import OwnKey, written_text
from intake.gui.keys.trusting import Trusting, known_text
from intake.gui.pages.team.keys_card import KeysCard
from intake.gui.pages.team.own_card import OwnCard
from intake.gui.pages.team.parcels_card import JourneyCard, ParcelsCard
from intake.gui.pages.team.sealed_card import SealedCard
from intake.gui.sealing.left_list import LeftSheet
from intake.gui.sealing.recall_sheet import RecallSheet
from intake.gui.sealing.received_words import received_words
from intake.gui.theme import Space
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.busy import Busy
from intake.gui.widgets.buttons import PrimaryButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.file_panel import Choose
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import StoreWorker
from intake.services import parcels, recalls, seal_steps, sealing, team, what_is_left
from intake.services.days import today
from intake.services.parcels import Outcome
from intake.services.recalls import Arrived
from intake.services.session import VaultSession
from intake.services.team import PublicKey
from intake.services.what_is_left import WhatIsLeft

_RECALL_NAME = "recall.parcel"


class TeamPage(Page):
    """Everything about other people who work on the cases.

    Signals:
        seal_asked: Seal finished cases.
        border_asked: Seal everything.
        decide_asked: Decide between two versions of a case.
    """

    seal_asked = Signal()
    border_asked = Signal()
    decide_asked = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._is_complete = False  # all of the team was read
        self._keys: tuple[PublicKey, ...] = ()
        self.own, self.keys = OwnCard(), KeysCard()
        self.sealed, self.parcels, self.journey = SealedCard(), ParcelsCard(), JourneyCard()
        self.busy = Busy()
        self.seal_button = PrimaryButton("", "lock")
        self.own_key, self.trusting = OwnKey(worker, self), Trusting(worker, self)
        self._lay_out()
        self._connect()

    # -- what the window calls ----------------------------------------------------------------

    def open(self, session: VaultSession) -> None:
        """Show the team of a vault; what was read once is read again when it changes."""
        self.trusting.begin(session)
        self.messages.clear()
        if session is self._session and self._is_complete:
            return
        self._session, self._is_complete = session, True
        submit = self._worker.submit
        submit(team.own_key, session, done=self.own.show_key, failed=self._not_read)
        self._read_keys()
        self._read_parcels()

    def refresh(self, changes: Changes) -> None:
        """Read again what was changed."""
        if self._session is None:
            return
        if Noun.KEY in changes.nouns:
            self._read_keys()
        if Noun.PARCEL in changes.nouns:
            self._read_parcels()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("TeamPage", "Team"))
        self.seal_button.setText(translate("TeamPage", "&Seal cases"))
        for card in (self.own, self.keys, self.sealed, self.parcels, self.journey):
            card.retranslate()

    def _not_read(self, error: BaseException) -> None:
        self._is_complete = False
        self.show_error(error)

    # -- keys ---------------------------------------------------------------------------------

    def _read_keys(self) -> None:
        self._worker.submit(
            team.trusted_keys, self._session, done=self._show_keys, failed=self._not_read
        )

    def _show_keys(self, keys: tuple[PublicKey, ...]) -> None:
        self._keys = keys
        self.keys.show_keys(keys)

    def _save_key(self) -> None:
        if self._session is not None:
            self.messages.clear()
            self.own_key.save(self._session)

    def _show_words(self) -> None:
        if self._session is not None:
            self.messages.clear()
            self.own_key.show(self._session)

    def _say(self, kind: MessageKind, text: str) -> None:
        self.messages.show_message(kind, text)

    def _on_key_written(self, path: Path) -> None:
        self._say(MessageKind.OK, written_text(path))

    def _on_trusted(self, name: str) -> None:
        text = translate("TeamPage", "The key of {name} is trusted from now on.")
        self._say(MessageKind.OK, text.format(name=name))

    def _ask_forget(self, key: PublicKey) -> None:
        sheet = Sheet(
            self,
            translate("TeamPage", "Forget the key of {name}?").format(name=key.name),
            translate(
                "TeamPage",
                "Nothing can be sealed for it and nothing signed with it is received any more. "
                "Parcels that are written already can still be opened with it.",
            ),
            affirmative=translate("TeamPage", "Forget it"),
            cancel=translate("TeamPage", "Keep it"),
            danger=True,
        )
        sheet.accepted.connect(partial(self._forget, key.name))
        sheet.open()

    def _forget(self, name: str) -> None:
        self._worker.submit(team.forget, self._session, name, failed=self.show_error, writes=True)

    # -- parcels ------------------------------------------------------------------------------

    def _read_parcels(self) -> None:
        submit = self._worker.submit
        submit(
            seal_steps.sealed_cases,
            self._session,
            done=self._show_sealed,
            failed=self._not_read,
        )
        submit(
            parcels.waiting,
            self._session,
            done=self.parcels.show_waiting,
            failed=self._not_read,
        )

    def _show_sealed(self, found: tuple[SealedCase, ...]) -> None:
        self._worker.submit(
            recalls.recalled,
            self._session,
            done=partial(self.sealed.show_cases, found),
            failed=self._not_read,
        )

    def _ask_file(self) -> None:
        self.messages.clear()
        sheet = PathSheet(
            self,
            Choose.FILE,
            translate("TeamPage", "The parcel or the recall"),
            translate("TeamPage", "Receive"),
            lists=_may_be_parcel,
        )
        sheet.chosen.connect(self.receive)
        sheet.open()

    def receive(self, path: Path) -> None:
        """Take in a parcel or a recall."""
        self.parcels.setEnabled(False)
        self.busy.start(translate("TeamPage", "Opening the parcel and checking every record"))
        self._worker.submit(
            recalls.receive,
            self._session,
            path,
            done=self._on_received,
            failed=self._on_refused,
            writes=True,
        )

    def _on_received(self, arrived: Arrived) -> None:
        self._end_work()
        received = arrived.received
        kinds = {Outcome.CONFLICT: MessageKind.WARN, Outcome.RECALLED: MessageKind.WARN}
        action = translate("TeamPage", "Decide") if received.outcome is Outcome.CONFLICT else ""
        kind = kinds.get(received.outcome, MessageKind.OK)
        self.messages.show_message(kind, received_words(arrived), action=action)

    def _on_refused(self, error: BaseException) -> None:
        self._end_work()
        self.show_error(error)

    def _end_work(self) -> None:
        self.busy.stop()
        self.parcels.setEnabled(True)

    # -- recalls and what is left -------------------------------------------------------------

    def _ask_recall(self, case: SealedCase) -> None:
        self.messages.clear()
        before = self.sealed.model.recalled_on(case)
        sheet = RecallSheet(self, case, self._keys, today(), before)
        sheet.accepted.connect(
            lambda: self._ask_where(
                case, sheet.keys.names(), sheet.day.text().strip(), erase=sheet.erase.isChecked()
            )
        )
        sheet.open()

    def _ask_where(
        self, case: SealedCase, names: tuple[str, ...], day: str, *, erase: bool
    ) -> None:
        session = self._session
        assert session is not None
        sheet = PathSheet(
            self,
            Choose.NEW,
            translate("TeamPage", "Where to write the recall"),
            translate("TeamPage", "Write here"),
            _RECALL_NAME,
        )

        def write(path: Path) -> None:
            work = partial(
                recalls.write_recall,
                session,
                case.parcel_id,
                to=names,
                out=path,
                day=day,
                erase=erase,
            )
            done = partial(self._on_recalled, path)
            self._worker.submit(work, done=done, failed=self.show_error, writes=True)

        sheet.chosen.connect(write)
        sheet.open()

    def _on_recalled(self, path: Path, _changes: Changes) -> None:
        text = translate(
            "TeamPage", "The recall is in {path}. Hand it to whoever has the parcel, soon."
        )
        self._say(MessageKind.OK, text.format(path=path))

    def _look(self) -> None:
        self._worker.submit(
            what_is_left.what_is_left, self._session, done=self._show_left, failed=self.show_error
        )

    def _show_left(self, found: WhatIsLeft) -> None:
        LeftSheet(self, found).open()

    # -- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        columns = AdaptiveRow()
        columns.setSpacing(Space.TWO)
        cards: tuple[tuple[Card, ...], ...] = (
            (self.own, self.keys),
            (self.sealed, self.parcels, self.journey),
        )
        for part in cards:
            column = QVBoxLayout()
            column.setSpacing(Space.TWO)
            for card in part:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.busy)
        self.body.addLayout(columns)
        self.set_primary(self.seal_button)

    def _connect(self) -> None:
        self.seal_button.clicked.connect(self.seal_asked)
        self.own.save_asked.connect(self._save_key)
        self.own.words_asked.connect(self._show_words)
        self.own_key.written.connect(self._on_key_written)
        self.own_key.failed.connect(self.show_error)
        self.keys.add_asked.connect(self.trusting.ask_file)
        self.keys.forget_asked.connect(self._ask_forget)
        self.trusting.trusted.connect(self._on_trusted)
        self.trusting.known.connect(lambda name: self._say(MessageKind.INFO, known_text(name)))
        self.trusting.failed.connect(self.show_error)
        self.sealed.recall_asked.connect(self._ask_recall)
        self.parcels.receive_asked.connect(self._ask_file)
        self.parcels.decide_asked.connect(self.decide_asked)
        self.messages.action_triggered.connect(self.decide_asked)
        self.journey.border_asked.connect(self.border_asked)
        self.journey.report_asked.connect(self._look)


def _may_be_parcel(name: str) -> bool:
    """Tell by a name whether a file is a parcel or a recall, whatever a messenger put behind it."""
    return sealing.ENDING in name.casefold()
