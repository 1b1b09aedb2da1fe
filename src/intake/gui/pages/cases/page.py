"""The page of cases: list, filters and order at the reading edge, the chosen case beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from intake.domain.case import CaseFile, CaseStatus, CaseSummary
from intake.domain.changes import Changes, Noun
from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId
from intake.gui.actions import ActionId, bind, tooltip
from intake.gui.i18n import plural, translate
from intake.gui.models.case_list_model import CaseListModel
from intake.gui.pages.cases.detail import READABLE, CaseDetail, recall_words
from intake.gui.pages.cases.erasing import ask_erasure
from intake.gui.pages.cases.filter_panel import FilterPanel
from intake.gui.pages.cases.finalising import ask_finalising
from intake.gui.pages.cases.recalling import ask_letters
from intake.gui.theme import Space
from intake.gui.widgets.buttons import IconButton, QuietButton
from intake.gui.widgets.card import EmptyState
from intake.gui.widgets.case_row import CaseRowDelegate
from intake.gui.widgets.choice import CheckBox, ComboBox
from intake.gui.widgets.labels import Small, Title
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.sheet import Sheet
from intake.gui.words import ChoiceWords
from intake.gui.workers.store_worker import StoreWorker
from intake.services import cases, left_bundles, unfinished
from intake.services.cases import WithdrawalReceipt
from intake.services.days import today
from intake.services.left_bundles import LeftBundle
from intake.services.session import VaultSession
from intake.store.cases import CaseOrder

_LIST_WIDTH = 420
_FIRST_ROWS = 100  # more than any screen shows
_CONCERNED = frozenset(
    {
        Noun.CASE,
        Noun.ANSWER,
        Noun.STATEMENT,
        Noun.MARK,
        Noun.CONSENT,
        Noun.PERSON,
        Noun.EVENT,
        Noun.RELEASE,
    }
)


class CasesPage(Page):
    """Every case of the vault.

    Signals:
        interview_asked: A ``CaseId``: open its interview.
        new_asked: Begin a new interview.
        seal_asked: A ``CaseId``: seal this finished case.
        finalised: A ``CaseId``: it was finalised just now.
    """

    interview_asked = Signal(object)
    new_asked = Signal()
    seal_asked = Signal(object)
    finalised = Signal(object)

    def __init__(
        self, worker: StoreWorker, words: ChoiceWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, scrolls=False, titled=False)
        self._worker, self._words = worker, words
        self._session: VaultSession | None = None
        self._wanted: CaseId | None = None
        self._stale = False
        self.model = CaseListModel(words, self)
        self.list = QListView()
        self.filters = FilterPanel(words)
        self.detail = CaseDetail(words)
        self.list_title, self.count = Title(), Small()
        for label in (self.list_title, self.count):
            label.setWordWrap(False)  # the side is at least as wide as its words
        self.new_button = QuietButton("", "plus")
        self.filter_button = IconButton("filter")
        self.filter_button.setCheckable(True)
        self.order = ComboBox()
        self.empty, self.nothing = EmptyState("cases"), EmptyState("search")
        self.right, self.left = QStackedWidget(), QStackedWidget()
        self._lay_out(words)
        self._connect()

    # -- what the window calls ----------------------------------------------------------------

    def open(self, session: VaultSession) -> None:
        """Show the cases of a vault."""
        self._session = session
        self._load()

    def refresh(self, changes: Changes) -> None:
        """Look again when a case changed; while hidden, at the next showing."""
        if not changes.nouns & _CONCERNED:
            return
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    def look_again(self) -> None:
        """Look again when something changed while the page was hidden."""
        if self._stale:
            self._load()

    def show_case(self, case_id: CaseId) -> None:
        """Choose a case, even when a filter hides it."""
        self._wanted = case_id
        if self.model.row_of(case_id) < 0:
            self.filters.clear()  # reads the list again, and then chooses the case
        else:
            self._choose_wanted()

    @property
    def chosen(self) -> CaseSummary | None:
        """The case that is chosen."""
        index = self.list.currentIndex()
        return self.model.summary(index.row()) if index.isValid() else None

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.list_title.setText(translate("Cases", "Cases"))
        self.list.setAccessibleName(translate("Cases", "Cases"))
        self.new_button.setText(translate("Cases", "&New interview"))
        self.new_button.setToolTip(tooltip(ActionId.NEW_INTERVIEW))
        self.filter_button.set_word(translate("Cases", "Filter the list"))
        self.order.setAccessibleName(translate("Cases", "Order"))
        self.order.setToolTip(translate("Cases", "Order"))
        self.empty.set_texts(
            translate("Cases", "No cases yet. An interview is where a case begins."),
            translate("Cases", "New interview"),
        )
        self.nothing.set_texts(
            translate("Cases", "No case passes these filters."),
            translate("Cases", "Clear the filters"),
        )
        orders = (
            translate("Cases", "Last changed first"),
            translate("Cases", "Newest first"),
            translate("Cases", "By code"),
            translate("Cases", "By day of the interview"),
            translate("Cases", "By status"),
            translate("Cases", "By country"),
            translate("Cases", "By group"),
        )
        for index, text in enumerate(orders):
            self.order.setItemText(index, text)
        self.detail.retranslate()
        self._show_count()

    # -- showing ------------------------------------------------------------------------------

    def _load(self) -> None:
        self._stale = False
        if self._session is None:
            return
        if self.model.rowCount():
            self._list(-1, self.show_cases)
        else:
            self._list(_FIRST_ROWS, self._show_first)
        self._worker.submit(cases.filter_choices, self._session, done=self.filters.show_choices)

    def _list(self, limit: int, done: Callable[[tuple[CaseSummary, ...]], object]) -> None:
        matching, order = self.filters.matching(), CaseOrder(self.order.currentData())
        self._worker.submit(cases.list_cases, self._session, matching, order, limit, done=done)

    def _show_first(self, rows: tuple[CaseSummary, ...]) -> None:
        """Show what fits on a screen at once; the rest of a long list follows."""
        if len(rows) < _FIRST_ROWS:
            self.show_cases(rows)
            return
        wanted = self._wanted
        self.show_cases(rows)
        self._wanted = wanted  # it may be further down
        self.count.clear()
        self._list(-1, self.show_cases)

    def show_cases(self, rows: tuple[CaseSummary, ...]) -> None:
        """Show these rows; the chosen case stays chosen."""
        chosen = self.chosen
        if self._wanted is None and chosen is not None:
            self._wanted = chosen.id
        self.model.set_rows(rows)
        filtered = self.filters.active > 0
        something = bool(rows) or filtered
        self.left.setCurrentIndex(0 if rows else 1)
        for part in (self.filter_button, self.order, self.new_button, self.left, self.count):
            part.setVisible(something)
        self.nothing.setVisible(filtered)
        self.right.setCurrentIndex(0 if something else 1)
        self._show_count()
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        if not self.model.rowCount():
            self._show_chosen(QModelIndex())
            return
        row = self.model.row_of(self._wanted) if self._wanted is not None else -1
        if row >= 0:
            self._wanted = None
        index = self.model.index(max(row, 0))
        self.list.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._show_chosen(index)

    def _show_chosen(self, index: QModelIndex) -> None:
        self.detail.setVisible(index.isValid())
        if not index.isValid() or self._session is None:
            return
        summary = self.model.summary(index.row())
        self.detail.show_case(summary, None)
        self._worker.submit(cases.case_file, self._session, summary.id, done=self._show_file)
        self._worker.submit(
            left_bundles.bundles_of,
            self._session,
            summary.id,
            done=partial(self._show_bundles, summary.id),
        )

    def _show_file(self, file: CaseFile) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.id == file.case.id:
            self.detail.show_case(chosen, file)

    def _show_bundles(self, case_id: CaseId, bundles: tuple[LeftBundle, ...]) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.id == case_id:
            self.detail.show_bundles(bundles)

    def _show_count(self) -> None:
        self.count.setText(plural("Cases", "%n case(s)", self.model.rowCount()))

    # -- doing --------------------------------------------------------------------------------

    def _open_chosen(self) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.status in READABLE:
            self.interview_asked.emit(chosen.id)

    def _set_status(self, status: CaseStatus) -> None:
        chosen, submit = self.chosen, self._worker.submit
        if chosen is None:
            return
        todo = (cases.set_status, self._session, chosen.id, status)
        store = partial(submit, *todo, failed=self.show_error, writes=True)
        if status is CaseStatus.DRAFT:
            store()
            return
        store = partial(store, done=lambda _changes: self.finalised.emit(chosen.id))
        ask = partial(ask_finalising, self, words=self._words, go_on=store)
        submit(unfinished.with_case, self._session, chosen.id, done=ask, failed=self.show_error)

    def _ask_withdrawal(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        sheet = Sheet(
            self,
            translate("Cases", "Record that consent was withdrawn?"),
            translate(
                "Cases",
                "Nothing more of {code} leaves this laptop, and it can never be changed again, "
                "only read. This cannot be taken back. You are told which bundles to recall. If it "
                "has left in one, the whole group with which it left stays out of later bundles.",
            ).format(code=chosen.code),
            affirmative=translate("Cases", "Record the withdrawal"),
            cancel=translate("Cases", "Cancel"),
            danger=True,
        )
        erase = CheckBox(translate("Cases", "The person asks that the record be erased"))
        sheet.body.addWidget(erase)
        sheet.accepted.connect(lambda: self._withdraw(chosen, erase=erase.isChecked()))
        sheet.open()

    def _withdraw(self, chosen: CaseSummary, *, erase: bool) -> None:
        self._worker.submit(
            cases.withdraw,
            self._session,
            chosen.id,
            Withdrawal(today(), erase=erase),
            done=partial(self._withdrawn, chosen, erase),
            failed=self.show_error,
            writes=True,
        )

    def _withdrawn(self, chosen: CaseSummary, erase: bool, receipt: WithdrawalReceipt) -> None:  # noqa: FBT001 (bound by partial)
        kind = MessageKind.WARN if receipt.recalled else MessageKind.INFO
        self.messages.show_message(kind, recall_words(chosen.code, receipt.recalled))
        if erase:
            self._ask_erasure(chosen)

    def _ask_chosen_erasure(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self._ask_erasure(chosen)

    def _ask_erasure(self, case: CaseSummary) -> None:
        erase = (cases.erase, self._session, case.id)
        go_on = partial(self._worker.submit, *erase, failed=self.show_error, writes=True)
        ask = partial(ask_erasure, self, case.code, go_on)
        self._worker.submit(left_bundles.bundles_of, self._session, case.id, done=ask)

    def _ask_letters(self) -> None:
        chosen, session = self.chosen, self._session
        if chosen is not None and session is not None:
            ask_letters(self, self._worker, session, chosen.id)

    def _ask_sealing(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.seal_asked.emit(chosen.id)

    # -- making -------------------------------------------------------------------------------

    def _lay_out(self, words: ChoiceWords) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(CaseRowDelegate(words, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        for order in CaseOrder:
            self.order.addItem("", order)
        self.filters.hide()
        self.left.addWidget(self.list)
        self.left.addWidget(self.nothing)
        self.right.addWidget(self.detail)
        self.right.addWidget(self.empty)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._side())
        splitter.addWidget(self.right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, 2 * _LIST_WIDTH])
        self.body.addWidget(splitter, 1)

    def _side(self) -> QWidget:
        top = QHBoxLayout()
        top.setContentsMargins(Space.TWO, Space.TWO, Space.ONE, Space.ONE)
        top.setSpacing(Space.TWO)
        top.addWidget(self.list_title, 1)
        top.addWidget(self.new_button)
        tools = QHBoxLayout()
        tools.setContentsMargins(Space.TWO, 0, Space.ONE, Space.ONE)
        tools.setSpacing(Space.ONE)
        tools.addWidget(self.count, 1)
        tools.addWidget(self.order)
        tools.addWidget(self.filter_button)
        side = QFrame()
        side.setProperty("band", "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(tools)
        column.addWidget(self.filters)
        column.addWidget(self.left, 1)
        column.addStretch()  # keeps the title at the top while there is no list
        return side

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.list.activated.connect(self._open_chosen)
        self.filters.changed.connect(self._load)
        self.order.activated.connect(self._load)
        self.filter_button.toggled.connect(self.filters.setVisible)
        self.new_button.clicked.connect(self.new_asked)
        self.empty.triggered.connect(self.new_asked)
        self.nothing.triggered.connect(self.filters.clear)
        self.detail.open_asked.connect(self._open_chosen)
        self.detail.status_asked.connect(self._set_status)
        self.detail.withdraw_asked.connect(self._ask_withdrawal)
        self.detail.letters_asked.connect(self._ask_letters)
        self.detail.erase_asked.connect(self._ask_chosen_erasure)
        self.detail.seal_asked.connect(self._ask_sealing)
        bind(self, ActionId.NEW_INTERVIEW, self.new_asked.emit)
        bind(self, ActionId.OPEN_INTERVIEW, self._open_chosen)
