"""The second look on the review page: what is next for a statement, and files of colleagues."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake.domain.ids import CaseId, StatementId
from intake.export.looks import Request
from intake.gui.i18n import plural, translate
from intake.gui.review.look_sheets import AskSheet, ChangesSheet, ConfirmSheet, RequestSheet, told
from intake.gui.theme import Space
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.file_panel import Choose
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.workers.at_vault import AtVault, Newest
from intake.gui.workers.store_worker import StoreWorker
from intake.services import look_files, second_look
from intake.services.look_files import AnswerTaken, Asked
from intake.services.review import ReviewState
from intake.services.second_look import Stage, Status
from intake.services.session import VaultSession
from intake.store.statements import QueuedStatement

_AT_ONCE = 20  # statements; a decision that is stored meanwhile waits no longer than for these
_REQUEST_NAME, _ANSWER_NAME = "second-look.request", "second-look.answer"


class SecondLook(QWidget):
    """Buttons for the foot of the page: the next step, a colleague's request, an answer.

    Attributes:
        words: How far the statement is, a sentence; empty when there is nothing to say.

    Signals:
        told: ``words``, when they are found out.
        statement_asked: Id of a statement that a person wants to see.
        found: How far statements are (``dict`` of ``Status`` by their ids).
    """

    told = Signal(str)
    statement_asked = Signal(str)
    found = Signal(object)

    def __init__(self, worker: StoreWorker, page: Page) -> None:
        super().__init__(page)
        self._worker, self._page = worker, page
        self._vault = AtVault(worker, page.show_error)
        self._case_id = CaseId("")
        self._statement_id = StatementId("")
        self._status = Status(Stage.NOT_ASKED)
        self._queues = Newest()
        self.words = ""
        self.next_button = QuietButton("", "eye")
        self.request_button, self.answer_button = QuietButton("", "file"), QuietButton("", "check")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE)
        for button in (self.next_button, self.answer_button, self.request_button):
            row.addWidget(button)
        self.next_button.clicked.connect(self._go_on)
        self.request_button.clicked.connect(self._choose_request)
        self.answer_button.clicked.connect(self._choose_answer)
        self._show()

    @property
    def is_asked(self) -> bool:
        """Whether this vault asks for second looks, as far as is known."""
        return self._status.stage is not Stage.NOT_ASKED

    def begin(self, session: VaultSession) -> None:
        """Work on this vault."""
        self._vault.session = session

    def show_state(self, state: ReviewState) -> None:
        """Find out how far a statement is, and say so."""
        self._case_id, self._statement_id = state.case_id, state.statement.id
        self._vault.submit(second_look.status, state.statement.id, done=partial(self._take, state))

    def show_queue(self, items: Sequence[QueuedStatement]) -> None:
        """Find out how far the statements of a queue are, a few at a time, and tell."""
        is_newest = self._queues.ask()

        def look(first: int) -> None:
            part = items[first : first + _AT_ONCE]
            if part and is_newest():
                self._vault.submit(second_look.stages, part, done=partial(tell, first + _AT_ONCE))

        def tell(following: int, known: dict[StatementId, Status]) -> None:
            if known and is_newest():
                self.found.emit(known)
                look(following)

        look(0)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.request_button.setText(translate("SecondLook", "A request from a colleague"))
        self.answer_button.setText(translate("SecondLook", "An answer to a request"))
        self._show()

    def _take(self, state: ReviewState, status: Status) -> None:
        if state.statement.id == self._statement_id:
            self._status = status
            self._show()
            if self.is_asked:
                self.found.emit({state.statement.id: status})

    def _show(self) -> None:
        status = self._status
        waits = status.stage is Stage.WAITS
        self.next_button.setVisible(waits)
        self.next_button.setText(
            translate("SecondLook", "Ask for a second look")
            if status.colleagues
            else translate("SecondLook", "Let somebody else look")
        )
        self.answer_button.setVisible(self.is_asked and bool(status.colleagues))
        words = ""
        if waits:
            words = translate("SecondLook", "Reviewed. A second look is next.")
        elif status.stage is Stage.OBJECTED:
            words = translate("SecondLook", "Reviewed, but a colleague wants a change first.")
        elif status.stage is Stage.LOOKED_AT:
            text = translate("SecondLook", "Reviewed, and looked at by {name}.")
            words = text.format(name=status.by)
        self.words = words
        self.told.emit(words)

    # -- this vault's statements --------------------------------------------------------------

    def _go_on(self) -> None:
        self._page.messages.clear()
        if self._status.colleagues:
            self._vault.submit(second_look.waiting, self._case_id, done=self._ask)
        elif self._status.shown is not None:
            sheet = ConfirmSheet(self._page, self._status.shown)
            sheet.accepted.connect(lambda: self._confirm(sheet))
            sheet.open()

    def _ask(self, waiting: tuple[StatementId, ...]) -> None:
        sheet = AskSheet(self._page, self._status.colleagues, len(waiting))
        sheet.accepted.connect(lambda: self._ask_where(waiting, sheet.names.currentText()))
        sheet.open()

    def _ask_where(self, waiting: tuple[StatementId, ...], name: str) -> None:
        def write(path: Path) -> None:
            text = translate("SecondLook", "The request is in {path}. Give it to {name}.")
            self._vault.submit(
                look_files.ask,
                waiting,
                name,
                path,
                done=lambda asked: self._on_asked(asked, text.format(path=path, name=name)),
                writes=True,
            )

        self._choose_new(_REQUEST_NAME, write)

    def _on_asked(self, asked: Asked, text: str) -> None:
        if not asked.left_out:
            self._say(text)
            return
        rest = plural(
            "SecondLook",
            "%n statement(s) stayed out: no consent to be quoted, or somebody is still named.",
            asked.left_out,
        )
        self._page.messages.show_message(MessageKind.WARN, f"{text} {rest}")

    def _confirm(self, sheet: ConfirmSheet) -> None:
        sheet.set_busy(translate("SecondLook", "Recording the look."))
        self._worker.submit(
            second_look.confirm,
            self._vault.session,
            self._statement_id,
            sheet.code.text(),
            sheet.shown.digest,
            done=lambda _changes: sheet.finish(),
            failed=sheet.show_error,
            writes=True,
        )

    # -- files of colleagues ------------------------------------------------------------------

    def _choose_request(self) -> None:
        self._choose_file(
            lambda path: self._vault.submit(look_files.read_request, path, done=self._show_request)
        )

    def _show_request(self, request: Request) -> None:
        sheet = RequestSheet(self._page, request)
        sheet.accepted.connect(lambda: self._sign_where(request, sheet.said()))
        sheet.open()

    def _sign_where(self, request: Request, changes: dict[int, str]) -> None:
        def write(path: Path) -> None:
            text = translate("SecondLook", "The answer is in {path}. Give it to whoever asked.")
            done = partial(self._on_signed, text.format(path=path))
            self._vault.submit(look_files.sign, request, changes, path, done=done)

        self._choose_new(_ANSWER_NAME, write)

    def _on_signed(self, text: str, _nothing: object) -> None:
        self._say(text)

    def _choose_answer(self) -> None:
        self._choose_file(
            lambda path: self._vault.submit(look_files.take, path, done=self._on_taken, writes=True)
        )

    def _on_taken(self, taken: AnswerTaken) -> None:
        if not taken.wanted:
            kind = MessageKind.WARN if taken.outdated or taken.overruled else MessageKind.OK
            self._page.messages.show_message(kind, told(taken))
            return
        sheet = ChangesSheet(self._page, taken)
        first = taken.wanted[0].statement_id
        sheet.accepted.connect(lambda: self.statement_asked.emit(first))
        sheet.open()

    # -- inside -------------------------------------------------------------------------------

    def _choose_file(self, chosen: Callable[[Path], object]) -> None:
        self._page.messages.clear()
        heading = translate("SecondLook", "Choose the file that you were given")
        sheet = PathSheet(
            self._page, Choose.FILE, heading, translate("SecondLook", "Open this file")
        )
        sheet.chosen.connect(chosen)
        sheet.open()

    def _choose_new(self, name: str, chosen: Callable[[Path], object]) -> None:
        heading = translate("SecondLook", "Where to write the file")
        affirmative = translate("SecondLook", "Write here")
        sheet = PathSheet(self._page, Choose.NEW, heading, affirmative, name)
        sheet.chosen.connect(chosen)
        sheet.open()

    def _say(self, text: str) -> None:
        self._page.messages.show_message(MessageKind.OK, text)
