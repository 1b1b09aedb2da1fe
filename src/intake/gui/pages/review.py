"""The review page: what is marked, what was decided, and what would leave this laptop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from intake.domain.changes import Changes, Noun
from intake.domain.ids import MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.errors import IntakeError
from intake.gui.actions import ActionId, bind, shortcut_text
from intake.gui.i18n import plural, translate
from intake.gui.interview.marking_bar import MarkingBar
from intake.gui.models.marks_model import Column, MarksModel
from intake.gui.review.preview import PreviewPane
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from intake.gui.widgets.card import EmptyState
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.labels import Small, Strong
from intake.gui.widgets.page import Page
from intake.gui.widgets.statement_edit import StatementEdit
from intake.gui.workers.store_worker import StoreWorker
from intake.services import review
from intake.services.review import ReviewItem, ReviewState
from intake.services.session import VaultSession

_KIND_KEYS = {
    ActionId.KIND_PERSON: MarkKind.PERSON,
    ActionId.KIND_PLACE: MarkKind.PLACE,
    ActionId.KIND_ORGANISATION: MarkKind.ORGANISATION,
    ActionId.KIND_DATE: MarkKind.DATE,
    ActionId.KIND_NUMBER: MarkKind.NUMBER,
    ActionId.KIND_OTHER: MarkKind.OTHER,
}


class ReviewPage(Page):
    """One statement at a time: the text, its marks, and the preview.

    Signals:
        cases_asked: There is nothing to review; the person wants to go to the cases.
    """

    cases_asked = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._worker = worker
        self._session: VaultSession | None = None
        self._items: tuple[ReviewItem, ...] = ()
        self._state: ReviewState | None = None
        self._undo: list[tuple[MarkId, Decision]] = []
        self._chooser = ComboBox()
        self._progress = Small()
        self._empty = EmptyState("review")
        self._text = StatementEdit()
        self._text.setReadOnly(True)
        self._bar = MarkingBar()
        self._preview = PreviewPane()
        self._model = MarksModel(self)
        self._table = QTableView()
        self._same = LinkButton()
        self._hide, self._keep = QuietButton("", "check"), QuietButton("", "eye")
        self._finish = PrimaryButton()
        self._headings = {key: Strong() for key in ("text", "preview", "marks")}
        self._content = QWidget()
        self._arrange()
        self._connect()

    # -- what the window calls ----------------------------------------------------------------

    def open(self, session: VaultSession, statement_id: StatementId | None = None) -> None:
        """Show the queue, and one statement of it.

        Args:
            session: The open vault.
            statement_id: The statement to show; the first of the queue when ``None``.
        """
        self._session = session
        self._worker.submit(
            partial(review.queue, only_open=False),
            session,
            done=lambda items: self._show_queue(items, statement_id),
        )

    def refresh(self, changes: Changes) -> None:
        """Look again when statements or marks changed elsewhere."""
        concerned = changes.nouns & {Noun.STATEMENT, Noun.CASE}
        if self._session is not None and concerned and self.isVisible():
            current = self._state.statement.id if self._state is not None else None
            self.open(self._session, current)

    def retranslate(self) -> None:
        """Set every text in the interface language."""
        self.title.setText(translate("ReviewPage", "Review before sharing"))
        self._headings["text"].setText(translate("ReviewPage", "Statement"))
        self._headings["preview"].setText(translate("ReviewPage", "What leaves this laptop"))
        self._headings["marks"].setText(translate("ReviewPage", "Marks, the unsure first"))
        hide, keep = translate("ReviewPage", "Hide"), translate("ReviewPage", "Keep")
        self._hide.setText(f"{hide}  {shortcut_text(ActionId.ACCEPT_MARK)}")
        self._keep.setText(f"{keep}  {shortcut_text(ActionId.KEEP_MARK)}")
        self._finish.setText(translate("ReviewPage", "&Finish this review"))
        self._chooser.setAccessibleName(translate("ReviewPage", "Statement to review"))
        self._table.setAccessibleName(self._headings["marks"].text())
        self._text.setAccessibleName(self._headings["text"].text())
        self._preview.setAccessibleName(self._headings["preview"].text())
        self._bar.retranslate()
        self._empty.set_texts(
            translate("ReviewPage", "There is no statement to review yet."),
            translate("ReviewPage", "Go to the cases"),
        )
        self._show_texts()

    # -- showing ------------------------------------------------------------------------------

    def _show_queue(self, items: tuple[ReviewItem, ...], wanted: StatementId | None) -> None:
        self._items = items
        self._content.setVisible(bool(items))
        self._empty.setVisible(not items)
        self._finish.setVisible(bool(items))
        self._chooser.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self._chooser.clear()
        for item in items:
            self._chooser.addItem(_queue_line(item), item.statement_id)
        ids = [item.statement_id for item in items]
        index = ids.index(wanted) if wanted in ids else 0
        self._chooser.setCurrentIndex(index if items else -1)
        self._chooser.blockSignals(False)  # noqa: FBT003 (Qt's signature)
        self._chooser.setVisible(bool(items))
        if items and (self._state is None or self._state.statement.id != ids[index]):
            self._open_statement(ids[index])

    def _open_statement(self, statement_id: StatementId) -> None:
        self._undo.clear()
        self._ask(review.open_statement, statement_id, done=self._show_state)

    def _show_state(self, state: ReviewState) -> None:
        fresh = self._state is None or self._state.statement.id != state.statement.id
        self._state = state
        if fresh or self._text.text() != state.statement.text:
            self._text.load(state.statement.text)
        self._bar.set_persons(dict(state.persons))
        current = self._current()
        self._model.show_marks(state.statement.text, state.marks)
        row = self._model.row_of(current.id) if current is not None and not fresh else -1
        self._go_to_row(row if row >= 0 else max(0, self._model.next_pending(-1)))
        self._preview.show_preview(review.preview(state))
        self._show_queue_line(state)
        self._show_texts()

    def _show_queue_line(self, state: ReviewState) -> None:
        index = self._chooser.findData(state.statement.id)
        if index < 0:
            return
        pending = sum(mark.decision is Decision.PENDING for mark in state.marks)
        item = replace(
            self._items[index],
            pending=pending,
            total=len(state.marks),
            is_reviewed=state.statement.is_reviewed,
        )
        self._items = (*self._items[:index], item, *self._items[index + 1 :])
        self._chooser.setItemText(index, _queue_line(item))

    def _show_texts(self) -> None:
        if self._state is None:
            return
        marks = self._state.marks
        pending = sum(mark.decision is Decision.PENDING for mark in marks)
        done = len(marks) - pending
        text = translate("ReviewPage", "{done} of {all} decided").format(done=done, all=len(marks))
        if self._state.statement.is_reviewed:
            text = translate("ReviewPage", "Reviewed. {progress}").format(progress=text)
        self._progress.setText(text)
        self._finish.setEnabled(not pending and not self._state.statement.is_reviewed)
        self._finish.setToolTip(
            plural("ReviewPage", "%n mark(s) still to decide", pending) if pending else ""
        )

    # -- building -----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.header.addWidget(self._progress)
        self.header.addWidget(self._chooser)
        self._chooser.setMinimumWidth(360)
        top = QSplitter(Qt.Orientation.Horizontal)
        top.addWidget(_column(self._headings["text"], self._bar, self._text))
        top.addWidget(_column(self._headings["preview"], self._preview))
        top.setSizes([640, 560])
        head = QHBoxLayout()
        head.addWidget(self._headings["marks"])
        head.addStretch(1)
        head.addWidget(self._same)
        head.addWidget(self._hide)
        head.addWidget(self._keep)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, Space.ONE, 0, 0)
        column.addLayout(head)
        column.addWidget(self._table)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(top)
        split.addWidget(below)
        split.setSizes([340, 220])
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(Space.FOUR, 0, Space.FOUR, 0)
        inner.addWidget(split)
        self.body.addWidget(self._content, 1)
        self.body.addWidget(self._empty, 1)
        self._empty.hide()
        self.set_primary(self._finish)
        self._arrange_table()

    def _arrange_table(self) -> None:
        table = self._table
        table.setModel(self._model)
        table.setProperty("frame", True)  # noqa: FBT003 (Qt's signature)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.WORDS, QHeaderView.ResizeMode.Stretch)
        for column in (Column.KIND, Column.WHY, Column.DECISION):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        self._chooser.activated.connect(self._on_chosen)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._hide.clicked.connect(partial(self._decide, Decision.MASK))
        self._keep.clicked.connect(partial(self._decide, Decision.KEEP))
        self._same.clicked.connect(self._decide_everywhere)
        self._finish.clicked.connect(self._on_finish)
        self._empty.triggered.connect(self.cases_asked)
        self._bar.marked.connect(self._on_marked)
        self._text.mark_entered.connect(self._on_mark_clicked)
        bind(self, ActionId.ACCEPT_MARK, partial(self._decide, Decision.MASK))
        bind(self, ActionId.KEEP_MARK, partial(self._decide, Decision.KEEP))
        bind(self, ActionId.NEXT_MARK, partial(self._step, 1))
        bind(self, ActionId.PREVIOUS_MARK, partial(self._step, -1))
        bind(self, ActionId.UNDO_DECISION, self._undo_last)
        for action, kind in _KIND_KEYS.items():
            bind(self, action, partial(self._set_kind, kind))

    # -- what the person does -----------------------------------------------------------------

    def _current(self) -> Mark | None:
        return self._model.mark_at(self._table.currentIndex().row())

    def _go_to_row(self, row: int) -> None:
        if 0 <= row < self._model.rowCount():
            self._table.selectRow(row)
            self._table.scrollTo(self._model.index(row, 0))
            self._show_current(row)

    def _step(self, by: int) -> None:
        row = self._table.currentIndex().row() + by
        self._go_to_row(min(max(row, 0), self._model.rowCount() - 1))

    def _on_row(self, current: QModelIndex) -> None:
        self._show_current(current.row())

    def _show_current(self, row: int) -> None:
        mark = self._model.mark_at(row)
        if mark is None or self._state is None:
            return
        self._text.show_marks(self._state.marks, mark.id)
        self._text.reveal(mark.start)
        self._preview.highlight(mark.id)
        self._same.hide()
        self._ask(
            review.same_elsewhere,
            self._state.statement.id,
            mark.id,
            done=partial(self._show_same, mark.id),
        )

    def _show_same(self, mark_id: str, count: int) -> None:
        current = self._current()
        if current is None or current.id != mark_id:
            return
        self._same.setVisible(count > 0)
        text = plural("ReviewPage", "Decide the same in %n other place(s)", count)
        self._same.setText(text)

    def _on_chosen(self, index: int) -> None:
        self._open_statement(StatementId(self._chooser.itemData(index)))

    def _on_mark_clicked(self, key: str) -> None:
        row = self._model.row_of(key) if key else -1
        if row >= 0 and row != self._table.currentIndex().row():
            self._go_to_row(row)

    def _decide(self, decision: Decision) -> None:
        mark = self._current()
        if mark is None or self._state is None:
            return
        self._undo.append((mark.id, mark.decision))
        self._send_decision(mark.id, decision)
        following = self._model.next_pending(self._table.currentIndex().row())
        if following >= 0:
            self._go_to_row(following)

    def _send_decision(self, mark_id: MarkId, decision: Decision) -> None:
        assert self._state is not None
        self._change(review.decide, self._state.statement.id, (mark_id,), decision)

    def _decide_everywhere(self) -> None:
        mark = self._current()
        if mark is None or self._state is None:
            return
        decision = Decision.MASK if mark.decision is Decision.PENDING else mark.decision
        self._change(review.decide_everywhere, self._state.statement.id, mark.id, decision)

    def _undo_last(self) -> None:
        if self._undo and self._state is not None:
            mark_id, decision = self._undo.pop()
            self._send_decision(mark_id, decision)
            self._go_to_row(self._model.row_of(mark_id))

    def _set_kind(self, kind: MarkKind) -> None:
        mark = self._current()
        if mark is not None and self._state is not None:
            setting = partial(review.decide, kind=kind)
            self._change(setting, self._state.statement.id, (mark.id,), mark.decision)

    def _on_marked(self, kind: MarkKind, person: str) -> None:
        start, end = self._text.selection()
        if start < end and self._state is not None:
            known = PersonId(person) if person and person != "new" else None
            self._change(review.add_mark, self._state.statement.id, (start, end), kind, known)

    def _on_finish(self) -> None:
        if self._state is not None:
            self._change(review.complete, self._state.statement.id)

    # -- the store ----------------------------------------------------------------------------

    def _ask(
        self, work: Callable[..., object], *arguments: object, done: Callable[..., object]
    ) -> None:
        self._worker.submit(work, self._session, *arguments, done=done, failed=self._on_failed)

    def _change(self, work: Callable[..., object], *arguments: object) -> None:
        assert self._state is not None
        reading = partial(review.state, statement_id=self._state.statement.id)
        self._worker.submit(work, self._session, *arguments, failed=self._on_failed, writes=True)
        self._worker.submit(reading, self._session, done=self._show_state, failed=self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, IntakeError):
            self.show_error(error)
        else:
            self._worker.failed.emit(error)


def _queue_line(item: ReviewItem) -> str:
    if item.is_reviewed:
        state = translate("ReviewPage", "reviewed")
    else:
        state = plural("ReviewPage", "%n undecided", item.pending)
    return f"{item.code} · {item.language or '–'} · {state}"


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, Space.ONE, 0)
    column.setSpacing(Space.ONE)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[-1], 1)
    return holder
