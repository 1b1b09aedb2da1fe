"""The ways between the team, sealing and two versions of a case, and the end of a sealing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from intake.domain.ids import CaseId
from intake.gui.i18n import translate
from intake.gui.pages.conflict import ConflictPage
from intake.gui.pages.seal import SealPage
from intake.gui.pages.team.page import TeamPage
from intake.gui.sealing.steps import Mode
from intake.gui.widgets.message_bar import MessageBar, MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.sheet import Sheet
from intake.gui.windows.places import CASES, CONFLICTS, SEAL, TEAM
from intake.gui.words import ChoiceWords
from intake.gui.workers.store_worker import StoreWorker
from intake.services import seal_steps, settings
from intake.services.local_backups import Awaits
from intake.services.session import VaultSession
from intake.services.settings import Settings


class TeamWays(QObject):
    """Owns the three pages, and the bar about a sealing that was interrupted.

    Signals:
        went: The key of the place to go to.
        ended: The vault is closed and has new keys; only the lock is left.
        lock_asked: The receipt was read.

    Args:
        worker: The store's thread.
        words: Labels of choices.
        over: The widget whose window sheets cover.
    """

    went = Signal(str)
    ended = Signal()
    lock_asked = Signal()

    def __init__(self, worker: StoreWorker, words: ChoiceWords, over: QWidget) -> None:
        super().__init__(over)
        self._worker, self._over = worker, over
        self._session: VaultSession | None = None
        self._came_from = TEAM
        self._awaits: Awaits | None = None
        self.team, self.seal = TeamPage(worker), SealPage(worker, words)
        self.conflicts, self.bar = ConflictPage(worker, words), MessageBar()
        self.team.seal_asked.connect(partial(self._seal, Mode.CASES))
        self.team.border_asked.connect(partial(self._seal, Mode.BORDER))
        self.team.decide_asked.connect(lambda: self.went.emit(CONFLICTS))
        self.conflicts.left.connect(lambda: self.went.emit(TEAM))
        self.seal.left.connect(lambda: self.went.emit(self._came_from))
        self.seal.interrupted.connect(self.look_for_unfinished)
        self.seal.ended.connect(self._on_ended)
        self.seal.lock_asked.connect(self.lock_asked)
        self.bar.dismissed.connect(self._on_dismissed)
        self.bar.action_triggered.connect(partial(self._seal, Mode.FINISH))

    @property
    def pages(self) -> dict[str, Page]:
        """The pages by the key of their place."""
        return {TEAM: self.team, SEAL: self.seal, CONFLICTS: self.conflicts}

    def open(self, session: VaultSession) -> None:
        """Work on this vault."""
        self._session = session
        self.look_for_unfinished()

    def show_place(self, place: str) -> None:
        """Let a page look at the vault before it is shown."""
        self.bar.setVisible(self._awaits is not None and place != SEAL)
        if self._session is None:
            return
        if place == TEAM:
            self.team.open(self._session)
        elif place == CONFLICTS:
            self.conflicts.open(self._session)

    def look_for_unfinished(self) -> None:
        """Say so while the vault awaits new keys, after a sealing or a rescue."""
        if self._session is not None:
            work = seal_steps.awaits_new_keys
            self._worker.submit(work, self._session, done=self._show_unfinished)

    def seal_case(self, case_id: CaseId) -> None:
        """Seal a case that was chosen in the list."""
        self._begin(Mode.CASES, CASES, case_id)

    def offer(self, case_id: CaseId) -> None:
        """Offer to seal a case that was finalised just now, where the vault is set to do so."""
        if self._session is not None:
            self._worker.submit(settings.load, self._session, done=partial(self._offer, case_id))

    def _offer(self, case_id: CaseId, found: Settings) -> None:
        if not found.seal_when_finalised:
            return
        sheet = Sheet(
            self._over,
            translate("TeamWays", "Seal this case now?"),
            translate(
                "TeamWays",
                "It is finalised. Once it is sealed, only the people whom you choose can open it, "
                "and nobody ever again on this laptop. Nothing happens before the last step.",
            ),
            affirmative=translate("TeamWays", "Go on to sealing"),
            cancel=translate("TeamWays", "Not now"),
        )
        sheet.accepted.connect(partial(self.seal_case, case_id))
        sheet.open()

    def _seal(self, mode: Mode) -> None:
        self._begin(mode, TEAM)

    def _begin(self, mode: Mode, came_from: str, *ticked: CaseId) -> None:
        if self._session is None:
            return
        self._came_from = came_from
        self.seal.open(self._session, mode, ticked)
        self.went.emit(SEAL)

    def _show_unfinished(self, awaits: Awaits | None) -> None:
        self._awaits = awaits
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts of the bar in the interface language; nothing is said without a reason."""
        if self._awaits is None:
            self.bar.clear()
            return
        if self._awaits is Awaits.RESCUE:
            text = translate(
                "TeamWays",
                "This vault was rescued without its settings. It does not know any more where its "
                "backups are, which cases were erased in it, and which recalls belong to its "
                "cases. Give it new keys.",
            )
            action = translate("TeamWays", "New keys")
        else:
            text = translate(
                "TeamWays",
                "A sealing was interrupted: the cases are sealed, but the vault still has its old "
                "keys. Finish it before you travel.",
            )
            action = translate("TeamWays", "Finish the sealing")
        self.bar.show_message(MessageKind.WARN, text, action=action)
        self.bar.setHidden(self.seal.isVisible())  # the page says it itself

    def _on_ended(self) -> None:
        self._session, self._awaits = None, None
        self.bar.clear()
        self.went.emit(SEAL)
        self.ended.emit()

    def _on_dismissed(self) -> None:
        self._awaits = None  # until the vault is opened again
