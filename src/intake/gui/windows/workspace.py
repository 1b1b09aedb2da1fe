"""The open vault: rail, search, pages and status; leads from page to page, asks no store itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QDateTime, QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.ids import CaseId
from intake.forms.definition import FormDefinition
from intake.gui.actions import ActionId, shortcut_text, tooltip
from intake.gui.errors import explain
from intake.gui.i18n import translate
from intake.gui.pages.cases.page import CasesPage
from intake.gui.pages.export import ExportPage
from intake.gui.pages.interview import InterviewPage
from intake.gui.pages.protection.page import ProtectionPage
from intake.gui.pages.review import ReviewPage
from intake.gui.pages.settings.page import SettingsPage
from intake.gui.theme import Space
from intake.gui.widgets import tab_order
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.entry import SearchField
from intake.gui.widgets.labels import Small
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.rail import Rail
from intake.gui.widgets.search_panel import SearchPanel
from intake.gui.widgets.status_strip import StatusStrip
from intake.gui.windows.notes import healed_words, other_state_words, unsaved_words
from intake.gui.windows.places import (
    CASES,
    CONFLICTS,
    EXPORT,
    INTERVIEW,
    PROTECTION,
    REVIEW,
    SEAL,
    SETTINGS,
    TEAM,
)
from intake.gui.windows.team_ways import TeamWays
from intake.gui.words import ChoiceWords
from intake.gui.workers.store_worker import StoreWorker
from intake.gui.workers.watch import Watch
from intake.services import interviews, search, settings, unfinished, untouched
from intake.services.interviews import Begun
from intake.services.session import VaultSession
from intake.services.settings import Place
from intake.store.search import SearchHit
from intake.store.soundness import refusal

_SEARCH_WIDTH = 560
_BELONGS_TO = {INTERVIEW: CASES, SEAL: TEAM, CONFLICTS: TEAM}  # what the rail does not lead to


class Workspace(QWidget):
    """What is seen while a vault is open.

    Signals:
        lock_asked: Lock, as after a pause.
        panic_asked: Lock at once.
        ended: The vault is closed and has new keys; only the lock is left.
    """

    lock_asked = Signal()
    panic_asked = Signal()
    ended = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._form: FormDefinition | None = None
        self._language, self._words = "en", ChoiceWords()
        self._on_their_way, self._stuck, self._answered, self._is_held = 0, 0, "", False
        self.rail, self.status = Rail(), StatusStrip()
        self.watch = Watch(worker, self)
        self.search = SearchField()
        self.vault_name = Small()
        self.cases = CasesPage(worker, self._words)
        self.interview, self.review = InterviewPage(worker), ReviewPage(worker)
        self.export, self.settings = ExportPage(worker), SettingsPage(worker)
        self.ways = TeamWays(worker, self._words, self)
        self.protection = ProtectionPage(worker)
        self.places: dict[str, Page] = {
            CASES: self.cases,
            REVIEW: self.review,
            EXPORT: self.export,
            PROTECTION: self.protection,
            SETTINGS: self.settings,
            INTERVIEW: self.interview,
            **self.ways.pages,
        }
        self._top, self.pages = QFrame(), QStackedWidget()
        self.hits = SearchPanel(self._words, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- what the window calls ----------------------------------------------------------------

    def open(self, session: VaultSession) -> None:
        """Show a vault, at the place where it was locked."""
        self._session = session
        self.vault_name.setText(session.name)
        self.cases.open(session)
        self.settings.open(session)
        self.ways.open(session)
        self.go(CASES)
        self._tell_state(session)
        self.watch.start(session)
        self._worker.submit(interviews.form, done=self._use_form)

    def go(self, place: str) -> None:
        """Go to a place by its key; what was searched for is not carried to another one."""
        self.hits.hide()
        if self._is_held and place != SEAL:
            return
        if self.places[place] is not self.pages.currentWidget():
            self.search.clear()
        if self.pages.currentWidget() is self.interview:
            self.interview.flush()
            if place != INTERVIEW:
                self._forget_untouched()
        page = self.places[place]
        read_anew: dict[str, ReviewPage | ExportPage | ProtectionPage]
        read_anew = {REVIEW: self.review, EXPORT: self.export, PROTECTION: self.protection}
        if self._session is not None and place in read_anew:
            read_anew[place].open(self._session)
        elif place == SETTINGS:
            self.settings.care.show_state()
        self.ways.show_place(place)
        self._warn_of_unsaved(page)
        self.pages.setCurrentWidget(page)
        self.rail.set_current(_BELONGS_TO.get(place, place))
        if place == CASES:
            self.cases.look_again()
            self.cases.list.setFocus()

    def _warn_of_unsaved(self, page: Page) -> None:
        """Say on another page that something typed into the interview is no answer yet."""
        left = self.pages.currentWidget() is self.interview and page is not self.interview
        if left and self.interview.not_saved:
            text = unsaved_words(self.interview.not_saved, self.interview.code.text)
            page.messages.show_message(MessageKind.WARN, text)

    def go_to_search(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def commit_pending(self) -> None:
        """Send everything that is typed and not saved on its way; the vault is about to close."""
        self.watch.stop()
        self.interview.flush()
        if self._session is not None:
            self._worker.submit(settings.remember_place, self._session, self.place(), writes=True)

    def place(self) -> Place:
        """Return where the person is."""
        case_id = self.interview.case_id
        is_there = self.pages.currentWidget() is self.interview and case_id is not None
        return Place(case_id or "", self.interview.step_key) if is_there else Place()

    def _hold(self, held: bool) -> None:  # noqa: FBT001 (Qt's signal)
        """Lead nowhere while the vault moves to new keys: nobody may ask it anything."""
        self._is_held = held
        self.rail.set_leading(leads=not held)
        self._top.setEnabled(not held)

    def _end(self) -> None:
        """Lead nowhere any more: the vault is closed, and its receipt is read."""
        self._session = None
        self.watch.stop()
        self._hold(held=True)
        self.status.set_closed()
        self.ended.emit()

    def set_language(self, language: str) -> None:
        """Show the labels of the questionnaire in the interface language."""
        self._language = language
        self._words.language = language
        self.interview.follow_window(language)

    def show_problem(self, text: str, code: str) -> None:
        """Show an error that no page has taken, on the page that is seen."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        page.messages.show_message(MessageKind.ERROR, text, code=code)

    def refresh(self, changes: Changes) -> None:
        """Tell every page what a write touched."""
        for page in self.places.values() if not self._is_held else ():
            page.refresh(changes)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.ways.retranslate()
        # Without access keys: the page beside the rail needs its letters, and these have keys.
        texts = {
            CASES: (translate("Workspace", "Cases"), ActionId.GO_CASES),
            REVIEW: (translate("Workspace", "Review"), ActionId.GO_REVIEW),
            EXPORT: (translate("Workspace", "Export"), ActionId.GO_EXPORT),
            TEAM: (translate("Workspace", "Team"), ActionId.GO_TEAM),
            PROTECTION: (translate("Workspace", "Protection"), ActionId.GO_PROTECTION),
            SETTINGS: (translate("Workspace", "Settings"), ActionId.GO_SETTINGS),
        }
        for key, (text, action) in texts.items():
            self.rail.set_text(key, text, tooltip(action))
        self.rail.lock.set_text(translate("Workspace", "Lock"), tooltip(ActionId.LOCK))
        self.rail.panic.set_text(translate("Workspace", "Panic"), tooltip(ActionId.PANIC))
        self.search.setAccessibleName(translate("Workspace", "Search everything"))
        self.search.setPlaceholderText(
            translate("Workspace", "Search everything ({key})").format(
                key=shortcut_text(ActionId.SEARCH)
            )
        )

    # -- interviews ---------------------------------------------------------------------------

    def begin_interview(self) -> None:
        """Make a new case and open its interview."""
        if self._session is not None:
            self._worker.submit(
                interviews.begin,
                self._session,
                done=self._begun,
                failed=self.cases.show_error,
                writes=True,
            )

    def open_interview(self, case_id: CaseId, section: str = "") -> None:
        """Open the interview of a case, at a section of it."""
        if self._session is not None:
            self._worker.submit(
                unfinished.with_case,
                self._session,
                case_id,
                done=lambda found: self._show_interview(found[0], found[1], section),
                failed=self.cases.show_error,
            )

    def _forget_untouched(self) -> None:
        """Remove the case that is left when nothing was typed into it: it was opened by mistake."""
        case_id = self.interview.case_id
        if self._session is not None and case_id is not None and self.interview.is_untouched:
            self.interview.forget()
            self._worker.submit(untouched.forget_untouched, self._session, case_id, writes=True)

    def _begun(self, begun: Begun) -> None:
        self._show_interview(begun.file, {}, "")

    def _show_interview(self, file: CaseFile, kept: Mapping[str, str], section: str) -> None:
        if self._session is None or self._form is None:
            return
        self.cases.show_case(file.case.id)
        self.interview.open_case(self._session, file, self._form, section, kept)
        self.go(INTERVIEW)

    def _use_form(self, form: FormDefinition) -> None:
        self._form = form
        self._words.use(form)
        self.cases.retranslate()
        self.cases.filters.retranslate()
        if self._session is not None:
            self._worker.submit(settings.last_place, self._session, done=self._return_to)

    def _return_to(self, place: Place) -> None:
        if place.case_id:
            self.open_interview(CaseId(place.case_id), place.section)

    def compare_states(self, locked_in: str, opened_in: str) -> None:
        """Warn when the vault is not in the state in which this program locked it."""
        if locked_in != opened_in:
            text = other_state_words(locked_in, opened_in)
            self.cases.messages.show_message(MessageKind.WARN, text)

    def _tell_state(self, session: VaultSession) -> None:
        if session.rollback is not None:
            told = explain(refusal(session.rollback))
            self.cases.messages.show_message(MessageKind.WARN, told.text, code=told.code)
        elif session.healed:
            self.cases.messages.show_message(MessageKind.INFO, healed_words())

    def _tell_put_back(self) -> None:
        """Tell of what was found while the vault was open, on the page that is seen, too."""
        if self._session is not None:
            self._tell_state(self._session)
            self.settings.care.show_state()
            if self.pages.currentWidget() is not self.cases:
                told = explain(refusal(self._session.rollback or ""))
                self.show_problem(told.text, told.code)

    def _note_writes(self, count: int) -> None:
        self._on_their_way = count
        self.status.set_pending(self._on_their_way + self._stuck)

    def _note_unsaved(self, count: int) -> None:
        self._stuck = count
        self.status.set_pending(self._on_their_way + self._stuck)

    # -- search -------------------------------------------------------------------------------

    def _search(self, text: str) -> None:
        self._answered = ""
        if self._session is None or not text.strip():
            self.hits.hide()
            return
        self._worker.submit(search.search, self._session, text, done=self._show_hits)

    def _show_hits(self, hits: tuple[SearchHit, ...]) -> None:
        asked = self.search.text().strip()
        if asked and asked != self._answered:
            corner = self.search.mapTo(self, QPoint(0, 0))
            self.hits.show_hits(hits, QRect(corner, self.search.size()))

    def _enter_hits(self) -> None:
        if self.hits.isVisible():
            self.hits.list.setFocus()
        else:
            self._search(self.search.text())

    def _open_hit(self, hit: SearchHit) -> None:
        asked = self.search.text()
        self.go(CASES)
        self.search.show_text(asked)  # arrow down shows the other hits again
        self._answered = asked.strip()  # an answer on its way would cover what was opened
        self.cases.show_case(hit.case_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Close the hits: they would float in the wrong place."""
        super().resizeEvent(event)
        self.hits.hide()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 (Qt's signature)
        """Go from field to field as they are read; the rail comes after the end of the page."""
        parts = (self._top, self.hits, self.pages, self.status, self.rail)
        order = [stop for part in parts for stop in tab_order.stops(part)]
        return tab_order.step(order, forward=next)

    # -- making -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for key in (CASES, REVIEW, EXPORT, TEAM, PROTECTION, SETTINGS):
            self.rail.add_place(key, key)
        for page in self.places.values():
            self.pages.addWidget(page)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self._top.setProperty("band", "top")
        bar = QHBoxLayout(self._top)
        bar.setContentsMargins(Space.TWO, Space.ONE, Space.TWO, Space.ONE)
        bar.setSpacing(Space.ONE)
        bar.addWidget(self.search, 3)
        bar.addStretch(1)
        bar.addWidget(IconLabel("vault", "accent"))
        bar.addWidget(self.vault_name)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._top)
        right.addWidget(self.ways.bar)
        right.addWidget(self.pages, 1)
        right.addWidget(self.status)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self.rail.lock_asked.connect(self.lock_asked)
        self.rail.panic_asked.connect(self.panic_asked)
        self.search.searched.connect(self._search)
        self.search.left_down.connect(self._enter_hits)
        self.search.returnPressed.connect(self.hits.choose_first)
        self.hits.chosen.connect(self._open_hit)
        self.hits.left_up.connect(self.go_to_search)
        self.cases.new_asked.connect(self.begin_interview)
        self.cases.interview_asked.connect(self.open_interview)
        self.interview.pause_asked.connect(self.lock_asked)
        self.interview.left.connect(lambda: self.go(CASES))
        self.cases.seal_asked.connect(self.ways.seal_case)
        self.cases.finalised.connect(self.ways.offer)
        self.ways.went.connect(self.go)
        self.ways.lock_asked.connect(self.lock_asked)
        self.ways.ended.connect(self._end)
        self.ways.seal.worked.connect(self._hold)
        self.watch.found.connect(self._tell_put_back)
        self.review.cases_asked.connect(lambda: self.go(CASES))
        self.settings.care.caught_up.connect(self.cases.messages.clear)
        self.export.review_asked.connect(lambda: self.go(REVIEW))
        self._worker.committed.connect(lambda: self.status.set_saved(QDateTime.currentDateTime()))
        self._worker.writes_pending.connect(self._note_writes)
        self.interview.unsaved.connect(self._note_unsaved)
        self._worker.changed.connect(self.refresh)
