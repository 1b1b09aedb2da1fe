"""The review page: what is marked, what was decided, and what would leave this laptop."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from intake.domain.changes import Changes, Noun
from intake.domain.ids import StatementId
from intake.domain.marks import Mark
from intake.errors import IntakeError
from intake.gui.actions import ActionId, bind, shortcut_text
from intake.gui.i18n import plural, translate
from intake.gui.models.marks_model import MarksModel
from intake.gui.review.deciding import Deciding
from intake.gui.review.decisions import Decisions
from intake.gui.review.desk import ReviewDesk, indented
from intake.gui.review.passages import Passages
from intake.gui.review.person_words import codes_of, labels_of
from intake.gui.review.queue_head import QueueHead, pending, statement_name
from intake.gui.review.reviewer import Reviewer
from intake.gui.review.second_look import SecondLook
from intake.gui.widgets.busy import Busy
from intake.gui.widgets.buttons import PrimaryButton
from intake.gui.widgets.card import EmptyState
from intake.gui.widgets.labels import Small
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.workers.store_worker import StoreWorker
from intake.services.review import Preview, ReviewState
from intake.services.session import VaultSession
from intake.store.statements import QueuedStatement


class ReviewPage(Page):
    """One statement at a time: the text, its marks, and the preview.

    Signals:
        cases_asked: There is nothing to review; the person wants to go to the cases.
    """

    cases_asked = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._reviewer = Reviewer(worker, self)
        self._decisions = Decisions(self._reviewer, self)
        self.head = QueueHead()
        self.empty, self.busy = EmptyState("review"), Busy()
        self._model = MarksModel(self)
        self.passages = Passages(self._reviewer, self._decisions, self)
        self.looks = SecondLook(worker, self)
        self.desk = ReviewDesk(self._model, self.passages)
        self.text, self.preview = self.desk.text, self.desk.preview
        self.marking, self.marks = self.desk.marking, self.desk.marks
        self.deciding = Deciding(self.desk, self._model, self._decisions, self._reviewer)
        self.finish, self.why_not = PrimaryButton(), Small()
        self._arrange()
        self._connect()

    @property
    def _state(self) -> ReviewState | None:
        return self._decisions.state

    # -- what the window calls ----------------------------------------------------------------

    def open(self, session: VaultSession, statement_id: StatementId | None = None) -> None:
        """Show the queue, and one statement of it.

        Args:
            session: The open vault.
            statement_id: The statement to show; when ``None`` the one that was shown last, or the
                first that needs a review.
        """
        self._reviewer.begin(session)
        self.looks.begin(session)
        wanted = statement_id or (self._state.statement.id if self._state is not None else None)
        self._reviewer.read_queue(partial(self._show_queue, wanted))

    def refresh(self, changes: Changes) -> None:
        """Look again when statements or marks changed elsewhere."""
        concerned = changes.nouns & {Noun.STATEMENT, Noun.CASE, Noun.MARK}
        session = self._reviewer.session
        elsewhere = concerned and not self._reviewer.is_own(changes)
        if session is not None and elsewhere and self.isVisible():
            self.open(session)

    def retranslate(self) -> None:
        """Set every text in the interface language."""
        self.title.setText(translate("ReviewPage", "Review before sharing"))
        finish = translate("ReviewPage", "&Finish this review")
        self.finish.setText(f"{finish}  {shortcut_text(ActionId.FINISH_REVIEW)}")
        self.desk.retranslate()
        self.passages.panel.retranslate()
        self.looks.retranslate()
        self.empty.set_texts(
            translate("ReviewPage", "There is no statement to review yet."),
            translate("ReviewPage", "Go to the cases"),
        )
        self.head.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard into the list of marks."""
        super().showEvent(event)
        self.marks.setFocus()

    # -- the queue ----------------------------------------------------------------------------

    def _show_queue(self, wanted: StatementId | None, items: tuple[QueuedStatement, ...]) -> None:
        self.desk.setVisible(bool(items))
        self.finish.setVisible(bool(items))
        self.why_not.setVisible(bool(items))
        self.empty.setVisible(not items)
        ids = [item.statement_id for item in items]
        open_ids = [item.statement_id for item in items if not item.is_reviewed]
        chosen = wanted if wanted in ids else next(iter(open_ids or ids), None)
        self.head.show_items(items, chosen)
        self.looks.show_queue([item for item in items if item.is_reviewed])
        if chosen is None:
            self._decisions.state = None
        else:
            self._open_statement(chosen)

    def _open_statement(self, statement_id: StatementId) -> None:
        self.busy.start(translate("ReviewPage", "Looking for what names somebody"))
        self._reviewer.open_statement(statement_id, self._show_state)

    # -- one statement ------------------------------------------------------------------------

    def _show_state(self, state: ReviewState) -> None:
        """Show a statement as it is stored."""
        self.busy.stop()
        before = self._state
        fresh = before is None or before.statement.id != state.statement.id
        current = self._current()
        if fresh or self.text.text() != state.statement.text:
            self._decisions.forget()
            self.text.load(state.statement.text)
        self._decisions.state = state
        self.passages.show_state(state)
        self.looks.show_state(state)
        self.desk.no_model.setVisible(state.without_model)
        self._offer_persons()
        known = state.statement
        self._model.explain_by(known.text, known.language, state.identities)
        self._model.show_marks(state.statement.text, state.marks, labels_of(state))
        row = self._model.row_of(current.id) if current is not None and not fresh else -1
        stays = row >= 0 or self.text.is_led  # where a person reads on, nothing jumps
        self._put_in_focus(row if stays and not fresh else self._model.next_pending(-1))
        self._show_marks()
        if fresh and not self.head.isAncestorOf(self.focusWidget()):
            self.marks.setFocus()  # where the keys of the review work

    def _put_in_focus(self, row: int) -> None:
        """Put a row in focus; where all is decided, none: a key must not overturn what is."""
        if row >= 0:
            self.marks.go_to(row)
        else:
            self.marks.go_nowhere()

    def _offer_persons(self) -> None:
        assert self._state is not None
        self.marking.set_persons(labels_of(self._state))

    def _show_marks(self) -> None:
        """Draw the marks as they are now, and ask what would leave."""
        if self._state is None:
            return
        mark = self._current()
        self.text.show_marks(
            self._state.marks, mark.id if mark is not None else "", codes_of(self._state)
        )
        self._reviewer.work_out(self._state, partial(self._show_preview, self._state.marks))
        self.head.show_state(self._state)
        undecided = pending(self._state)
        self.finish.setEnabled(not undecided and not self._state.statement.is_reviewed)
        why = plural("ReviewPage", "%n mark(s) still to decide", undecided) if undecided else ""
        if self._state.statement.is_reviewed:
            why = self.looks.words or translate("ReviewPage", "This review is finished.")
        self.finish.setToolTip(why)
        self.why_not.setText(why)
        self.marks.undo_button.setEnabled(self._decisions.can_undo)
        self.deciding.ask_reach()

    def _show_preview(self, marks: tuple[Mark, ...], preview: Preview) -> None:
        self.preview.show_preview(preview, marks)
        mark = self._current()
        self.preview.highlight(mark.id if mark is not None else "")

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.title.setWordWrap(False)
        self.header.addWidget(self.head)
        self.body.addLayout(indented(self.busy))
        self.body.addWidget(self.desk, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self.footer.addWidget(self.looks)
        self.set_primary(self.finish)
        self.add_reason(self.why_not)

    def _connect(self) -> None:
        self.head.chosen.connect(lambda chosen: self._open_statement(StatementId(chosen)))
        self.marks.row_entered.connect(self._on_row)
        self.finish.clicked.connect(self._on_finish)
        self.empty.triggered.connect(self.cases_asked)
        self.text.mark_pointed_at.connect(self._on_pointed_at)
        self._reviewer.failed.connect(self._on_failed)
        self._decisions.decided.connect(self._on_decided)
        self._decisions.read.connect(self._show_state)
        self._decisions.persons_changed.connect(self._offer_persons)
        self._decisions.returned.connect(self._on_returned)
        self.deciding.listed.connect(partial(self._say, MessageKind.OK))
        self.deciding.refused.connect(partial(self._say, MessageKind.INFO))
        self.deciding.gone_on.connect(self.messages.clear)
        self._connect_sharing()
        # Qt gives the keyboard back to the field, once its list has closed.
        self.head.closed.connect(self.marks.setFocus, Qt.ConnectionType.QueuedConnection)
        bind(self, ActionId.CHOOSE_STATEMENT, self.head.offer)
        bind(self.desk, ActionId.FINISH_REVIEW, self._finish_by_key)
        bind(self, ActionId.NEXT_SECTION, partial(self.head.turn, 1))
        bind(self, ActionId.PREVIOUS_SECTION, partial(self.head.turn, -1))

    def _connect_sharing(self) -> None:
        self.desk.rewrite_button.clicked.connect(self._rewrite)
        bind(self, ActionId.WRITE_VERSION, self._rewrite)
        self.passages.toggled.connect(self._on_writing)
        self.looks.told.connect(lambda words: self.why_not.setText(words or self.why_not.text()))
        self.looks.found.connect(self.head.show_looks)
        self.looks.statement_asked.connect(lambda found: self._open_statement(StatementId(found)))

    # -- what the person does -----------------------------------------------------------------

    def _current(self) -> Mark | None:
        return self.deciding.current()

    def _on_row(self, row: int) -> None:
        mark = self._model.mark_at(row)
        self.deciding.forget_reach()
        if mark is None or self._state is None:
            return
        self.text.show_marks(self._state.marks, mark.id, codes_of(self._state))
        self.text.reveal(mark.start)
        self.preview.highlight(mark.id)
        self.deciding.ask_reach()

    def _on_pointed_at(self, key: str) -> None:
        row = self._model.row_of(key)
        if row >= 0:
            self.marks.go_to(row)

    def _rewrite(self) -> None:
        """Write what leaves in place of the selected passage, else of the mark in focus."""
        self.passages.start(self.text.selected_words(), self._current())

    def _on_writing(self, writing: bool) -> None:  # noqa: FBT001 (Qt's signal)
        """Let no single key decide anything while a version for sharing is being written."""
        for action in (*self.actions(), *self.desk.actions(), *self.text.actions()):
            action.setEnabled(not writing)
        self.head.setEnabled(not writing)
        if not writing:
            self.marks.setFocus()

    def _on_decided(self) -> None:
        if self._state is not None:
            state = self._state
            self._model.show_marks(state.statement.text, state.marks, labels_of(state))
            self._show_marks()

    def _say(self, kind: MessageKind, words: str) -> None:
        self.messages.show_message(kind, words)

    def _on_returned(self, mark_id: str) -> None:
        self.marks.go_to(self._model.row_of(mark_id))
        self.deciding.follow()
        self.marks.undo_button.setEnabled(self._decisions.can_undo)

    def _finish_by_key(self) -> None:
        """Finish, or say what stands in the way."""
        if self.finish.isEnabled():
            self._on_finish()
        else:
            self._say(MessageKind.INFO, self.why_not.text())

    def _on_finish(self) -> None:
        if self._state is not None:
            self._reviewer.complete(self._state.statement.id, self._on_completed)

    def _on_completed(self, _changes: Changes) -> None:
        self.messages.clear()
        self._decisions.forget()
        self._reviewer.read_queue(self._go_on)

    def _go_on(self, items: tuple[QueuedStatement, ...]) -> None:
        """Open the next statement that needs a review; say so when none does."""
        left = [item.statement_id for item in items if not item.is_reviewed]
        current = self._state.statement.id if self._state is not None else None
        # Where a second look is next, the statement stays: its next step stands below it.
        self._show_queue(left[0] if left and not self.looks.is_asked else current, items)
        if not left:
            text = translate("ReviewPage", "Every statement is reviewed.")
        elif self.looks.is_asked:
            text = translate("ReviewPage", "{done} is reviewed.")
        else:
            text = translate("ReviewPage", "{done} is reviewed. Next: {next}.")
        named = {item.statement_id: statement_name(item) for item in items}
        done = named.get(current, "") if current is not None else ""
        self._say(MessageKind.OK, text.format(done=done, next=named[left[0]] if left else ""))

    def _on_failed(self, error: BaseException) -> None:
        self.busy.stop()
        if isinstance(error, IntakeError):
            self.show_error(error)
        if self._state is not None:
            self._reviewer.read(self._state.statement.id, self._show_state)
