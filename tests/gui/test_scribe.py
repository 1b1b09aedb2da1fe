"""What is typed reaches the store, says so only then, and is never lost on the way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.case import CaseStatus
from intake.domain.ids import CaseId
from intake.domain.marks import Decision, MarkKind, new_mark
from intake.domain.person import Role
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.scribe import RETRY_MS
from intake.gui.interview.section_panel import SectionPanel
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.windows.places import INTERVIEW
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker, StoreWorker
from intake.services import cases, interviews, marking, records, settings, vaults
from intake.services.session import VaultSession
from intake.services.settings import Place
from intake.vault.secret import Secret
from tests.gui.hands import (
    CONTROL,
    END,
    ENTER,
    LEFT,
    TAB,
    Seat,
    broken,
    click,
    named,
    press,
    stored,
    told,
    type_into,
    type_text,
    words_on,
)

PASSPHRASE = "quiet lantern orbit maple thunder velvet"
LAMP = "\U0001fa94"
Ids = tuple[CaseId, ...]


@pytest.fixture
def seat(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_ids: Ids) -> Seat:
    return Seat(qtbot, worker, session, case_ids[0])


class Desk:
    """The open vault with the real thread that owns the store."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.worker = StoreWorker()
        self.worker.failed.connect(_raise)
        self.session: VaultSession = self.ask(vaults.unlock, folder, Secret.from_text(PASSPHRASE))
        self.workspace = Workspace(self.worker)
        qtbot.addWidget(self.workspace)
        self.workspace.resize(1366, 740)
        with qtbot.waitActive(self.workspace):
            self.workspace.show()
        self.workspace.open(self.session)
        self.settle()

    def ask(self, work: Callable[..., Any], *arguments: object) -> Any:
        """Run work of the services on the store's thread and return its result."""
        with self.qtbot.waitCallback(timeout=20_000) as answered:
            self.worker.submit(work, *arguments, done=answered, failed=_raise)
        return answered.args[0]

    def settle(self) -> None:
        """Wait until everything on its way has arrived, and what followed from it."""
        for _ in range(4):
            self.ask(int)

    def open(self, case_id: CaseId, section: str) -> StatementPanel:
        self.workspace.open_interview(case_id, section)
        self.qtbot.waitUntil(
            lambda: self.workspace.pages.currentWidget() is self.workspace.interview
        )
        current = self.workspace.interview._stack.current
        assert current is not None
        assert isinstance(current.panel, StatementPanel)
        return current.panel

    def close(self) -> None:
        self.workspace.interview.flush()
        self.ask(self.session.close)
        self.worker.close()


def _raise(error: BaseException) -> None:
    raise error


@pytest.fixture
def desk(qtbot: QtBot, vault_folder: Path) -> Iterator[Desk]:
    made = Desk(qtbot, vault_folder)
    yield made
    made.close()


def writing(seat: Seat) -> StatementPanel:
    """Open the account with the caret at its end."""
    panel = seat.go("statement")
    assert isinstance(panel, StatementPanel)
    panel.editor.setFocus()
    press(END, CONTROL)
    return panel


# -- when it is saved -----------------------------------------------------------------------------


def test_what_was_typed_is_in_the_store_after_two_seconds(
    qtbot: QtBot, desk: Desk, case_ids: Ids
) -> None:
    panel = desk.open(case_ids[0], "statement")
    panel.editor.setFocus()
    press(END, CONTROL)
    with qtbot.waitSignal(desk.worker.committed, timeout=2000):
        type_text(" Then they left.")
    assert desk.ask(told, desk.session, case_ids[0]).text.endswith(" Then they left.")


def test_it_says_saved_only_after_the_commit(qtbot: QtBot, desk: Desk, case_ids: Ids) -> None:
    panel = desk.open(case_ids[0], "statement")
    status = desk.workspace.status
    assert not status._saved.text().startswith("Saved "), "nothing has been written yet"
    gate = threading.Event()
    desk.worker.submit(gate.wait)
    try:
        panel.editor.setFocus()
        type_text("x")
        panel.editor.commit()
        QApplication.processEvents()
        assert status._pending.isVisible()
        assert status._pending.text() == "1 change not saved yet"
        assert status._saved.isHidden()
    finally:
        with qtbot.waitSignal(desk.worker.committed):
            gate.set()
    assert desk.ask(told, desk.session, case_ids[0]).text.endswith("x")
    assert status._saved.isVisible()
    assert status._saved.text().startswith("Saved ")
    assert status._pending.isHidden()


def test_a_key_never_waits_for_the_store(qtbot: QtBot, desk: Desk, case_ids: Ids) -> None:
    panel = desk.open(case_ids[0], "statement")
    gate = threading.Event()
    desk.worker.submit(gate.wait)
    try:
        panel.editor.setFocus()
        type_text("one")
        panel.editor.commit()
        type_text("two")
        assert panel.editor.text().endswith("onetwo")
    finally:
        gate.set()
    desk.settle()
    assert panel.editor.text().endswith("onetwo"), "an older save does not wipe what came later"
    assert panel.editor.caret() == len(panel.editor.text())
    panel.editor.commit()
    assert desk.ask(told, desk.session, case_ids[0]).text.endswith("onetwo")


def test_a_failure_that_a_newer_save_has_overtaken_is_no_failure(
    qtbot: QtBot, desk: Desk, case_ids: Ids
) -> None:
    panel = desk.open(case_ids[0], "statement")
    panel.editor.setFocus()
    for setting, words in (("ON", "one"), ("OFF", "two")):
        change = f"PRAGMA query_only = {setting}"
        desk.worker.submit(lambda sql=change: desk.session.store._db.execute(sql) and None)
        type_text(words)
        panel.editor.commit()
    desk.settle()
    assert desk.ask(told, desk.session, case_ids[0]).text.endswith("onetwo")
    assert desk.workspace.interview.messages.isHidden()
    assert not desk.workspace.interview._scribe._retry.isActive()


def test_leaving_a_field_saves_it_at_once(seat: Seat) -> None:
    panel = writing(seat)
    type_text(" Then.")
    panel.side.add_event.setFocus()
    assert told(seat.session, seat.case_id).text.endswith(" Then.")
    profile = seat.go("profile")
    assert isinstance(profile, SectionPanel)
    profile.questions.rows["age"].setFocus()
    type_text("41")
    press(TAB)
    assert seat.file.interviews[0].answers["age"] == Answer(41)


def test_going_to_another_step_saves_the_one_before(seat: Seat) -> None:
    writing(seat)
    type_text(" Then.")
    press(Qt.Key.Key_PageDown, CONTROL)
    assert seat.step == "acts"
    assert told(seat.session, seat.case_id).text.endswith(" Then.")


def test_there_is_no_button_to_save(seat: Seat) -> None:
    for key in seat.keys:
        seat.go(key)
        words = [line.replace("&", "") for line in words_on(seat.page).splitlines()]
        assert not [line for line in words if line.startswith("Save")]


# -- when it fails --------------------------------------------------------------------------------


def test_a_failed_save_is_shown_kept_and_tried_again(qtbot: QtBot, seat: Seat) -> None:
    unsaved: list[int] = []
    seat.page.unsaved.connect(unsaved.append)
    panel = writing(seat)
    before = told(seat.session, seat.case_id).text
    with broken(seat.session):
        type_text(" Then.")
        panel.editor.commit()
        assert "What you typed stays here" in seat.message
        assert seat.page.messages.code.text() != ""
        assert panel._unsaved.text == "Not saved yet"
        assert unsaved[-1] == 1
        assert told(seat.session, seat.case_id).text == before
        click(named(seat.page.messages, "Try again now"))
        assert unsaved[-1] == 1
    seat.page._scribe.try_again()
    assert told(seat.session, seat.case_id).text == f"{before} Then."
    assert seat.message == ""
    assert panel._unsaved.isHidden()
    assert unsaved[-1] == 0


def test_it_is_tried_again_without_being_asked(qtbot: QtBot, seat: Seat) -> None:
    assert RETRY_MS <= 5000
    seat.page._scribe._retry.setInterval(5)
    panel = writing(seat)
    with broken(seat.session):
        type_text(" Then.")
        panel.editor.commit()
        assert seat.page._scribe._retry.isActive()
    with qtbot.waitSignal(seat.page._scribe.recovered):
        pass
    assert told(seat.session, seat.case_id).text.endswith(" Then.")
    assert not seat.page._scribe._retry.isActive()


def test_a_failed_answer_is_marked_at_its_question(seat: Seat) -> None:
    profile = seat.go("profile")
    assert isinstance(profile, SectionPanel)
    rows = profile.questions.rows
    with broken(seat.session):
        rows["age"].setFocus()
        type_text("41")
        press(ENTER)
        assert rows["age"]._unsaved.text == "Not saved yet"
        assert rows["sex"]._unsaved.isHidden()
        press(Qt.Key.Key_PageUp, CONTROL)
        press(Qt.Key.Key_PageDown, CONTROL)
        assert rows["age"]._unsaved.text == "Not saved yet", "also after coming back"
        assert rows["age"].edit.field.text() == "41"  # type: ignore[attr-defined]  # typed edit
    seat.page.flush()
    assert seat.file.interviews[0].answers["age"] == Answer(41)
    assert rows["age"]._unsaved.isHidden()


def test_a_reason_is_told_once_until_all_is_well(seat: Seat) -> None:
    panel = writing(seat)
    failures: list[object] = []
    seat.page._scribe.failed.connect(failures.append)
    for _ in range(2):
        with broken(seat.session):
            for letter in "abc":
                type_text(letter)
                panel.editor.commit()
            seat.page._scribe.try_again()
        seat.page._scribe.try_again()
    assert len(failures) == 2


def test_an_older_text_never_overwrites_a_newer_one(seat: Seat) -> None:
    panel = writing(seat)
    with broken(seat.session):
        type_text(" older")
        panel.editor.commit()
    type_text(" newer")
    panel.editor.commit()
    seat.page._scribe.try_again()
    assert told(seat.session, seat.case_id).text.endswith(" older newer")
    assert seat.page._scribe.all_stuck == 0
    assert seat.message == "", "the newer one took the complaint of the older one back"
    assert panel._unsaved.isHidden()


def test_what_failed_belongs_to_its_case_whatever_is_open(seat: Seat, case_ids: Ids) -> None:
    first, second = case_ids[0], case_ids[2]
    before = told(seat.session, second).text
    panel = writing(seat)
    with broken(seat.session):
        type_text(" Then.")
        panel.editor.commit()
        seat.case_id = second
        seat.open("statement")
        assert panel.editor.text() == before
        assert panel._unsaved.isHidden()
        seat.case_id = first
        seat.open("statement")
        assert panel.editor.text().endswith(" Then."), "shown although it is not in the store"
        assert panel._unsaved.isVisible()
        seat.case_id = second
        seat.open("statement")
    seat.page._scribe.try_again()
    assert told(seat.session, first).text.endswith(" Then.")
    assert told(seat.session, second).text == before


def test_what_the_store_refuses_for_good_is_said_where_it_stands(seat: Seat) -> None:
    records.add_event_to_case(seat.session, seat.case_id)
    panel = seat.go("acts")
    seat.open("acts")
    assert isinstance(panel, RecordsPanel)
    event = seat.file.events[0]
    panel.open_record(event.id)
    card = panel.cards[event.id]
    assert card.panel is not None
    records.remove_event(seat.session, event.id)
    card.panel.rows["act_date"].setFocus()
    type_text("2020")
    press(ENTER)
    assert "no longer there" in card.panel.rows["act_date"]._error.text()
    assert seat.page._scribe.all_stuck == 0, "it is not tried again"


def test_a_refused_account_stays_on_the_page_and_is_handed_out_again(seat: Seat) -> None:
    panel = writing(seat)
    statement = told(seat.session, seat.case_id)
    interviews.set_final(seat.session, statement.id, final=True)
    type_text(" Then.")
    panel.editor.commit()
    assert "finalised" in seat.message
    assert panel.editor.text().endswith(" Then.")
    assert panel.editor.is_dirty
    interviews.set_final(seat.session, statement.id, final=False)
    panel.editor.commit()
    assert told(seat.session, seat.case_id).text.endswith(" Then.")


# -- nothing is lost at a lock --------------------------------------------------------------------


def test_a_lock_in_mid_word_keeps_the_word_and_the_caret(
    qtbot: QtBot, desk: Desk, case_ids: Ids
) -> None:
    panel = desk.open(case_ids[0], "statement")
    panel.editor.setFocus()
    press(END, CONTROL)
    type_text(f" {LAMP} and th")
    press(LEFT, times=3)
    caret = panel.editor.caret()
    desk.workspace.commit_pending()
    assert desk.worker.wait(5)
    statement = desk.ask(told, desk.session, case_ids[0])
    assert statement.text.endswith(f" {LAMP} and th")
    assert statement.caret == caret == len(statement.text) - 3
    assert desk.ask(settings.last_place, desk.session) == Place(case_ids[0], "statement")
    again = Workspace(desk.worker)
    qtbot.addWidget(again)
    with qtbot.waitActive(again):
        again.show()
    again.open(desk.session)
    qtbot.waitUntil(lambda: again.pages.currentWidget() is again.places[INTERVIEW])
    opened = again.interview._stack.current
    assert opened is not None
    assert isinstance(opened.panel, StatementPanel)
    assert opened.panel.editor.caret() == caret
    assert opened.panel.editor.hasFocus()


def test_a_lock_comes_back_to_the_same_event_and_the_same_narrative(
    seat: Seat, case_ids: Ids
) -> None:
    for _ in range(2):
        records.add_event_to_case(seat.session, seat.case_id)
    seat.open("acts")
    events = seat.file.events
    panel = seat.panel
    assert isinstance(panel, RecordsPanel)
    panel.open_record(events[1].id)
    assert seat.page.step_key == f"acts#{events[1].id}"
    seat.open(seat.page.step_key)
    assert panel.cards[events[1].id].is_open
    statement = seat.go("statement")
    assert isinstance(statement, StatementPanel)
    statement.tabs.setCurrentIndex(1)
    assert seat.page.step_key == "statement#translation"
    seat.go("acts")
    seat.open("statement#translation")
    assert statement.tabs.currentIndex() == 1
    seat.open("statement#unknown")
    seat.open("unknown")


def test_all_that_is_open_is_handed_out_by_one_call(seat: Seat) -> None:
    seat.go("consent")
    consent = seat.panel
    consent.note.setFocus()  # type: ignore[attr-defined]  # the panel of consent
    type_text("Not to my brother.")
    seat.page.flush()
    found = seat.file.consent
    assert found is not None
    assert found.withhold_note == "Not to my brother."


# -- what others change ---------------------------------------------------------------------------


def test_a_change_from_elsewhere_is_shown_and_leaves_what_is_typed(seat: Seat) -> None:
    panel = writing(seat)
    type_text(" typing")
    _, changes = records.add_person(seat.session, seat.case_id, Role.WITNESS)
    seat.page.refresh(changes)
    assert panel.editor.text().endswith(" typing")
    assert panel.editor.is_dirty
    assert "P2, witness" in panel._labels.values()


def test_a_change_that_is_ones_own_is_not_read_again(seat: Seat) -> None:
    reads: list[object] = []
    seat.page._desk.reloaded.connect(lambda: reads.append(None))
    panel = writing(seat)
    type_text(" typing")
    panel.editor.commit()
    assert reads == []
    changes = cases.set_status(seat.session, seat.case_id, CaseStatus.FINALISED)
    seat.page.refresh(changes)
    assert reads == [None]
    seat.page.refresh(type(changes)())
    assert reads == [None]


def test_marks_that_moved_with_the_text_are_drawn_where_they_went(seat: Seat) -> None:
    statement = told(seat.session, seat.case_id)
    start = statement.text.index("Vasil")
    made = new_mark(start, start + len("Vasil Lodachnik"), MarkKind.PERSON)
    marking.add_mark(seat.session, statement.id, made)
    seat.open("statement")
    panel = seat.panel
    assert isinstance(panel, StatementPanel)
    panel.editor.setFocus()
    press(Qt.Key.Key_Home, CONTROL)
    type_text(f"{LAMP} x ")
    panel.editor.commit()
    (mark,) = stored(seat.session, seat.case_id).marks[statement.id]
    assert panel.editor.text()[mark.start : mark.end] == "Vasil Lodachnik"
    (shown,) = panel._marks[statement.id]
    assert shown == mark
    panel.editor.select(mark.start + 2, mark.start + 2)
    type_text("x")
    panel.editor.commit()
    (shown,) = panel._marks[statement.id]
    assert shown.decision is Decision.PENDING


# -- undo of what was removed ---------------------------------------------------------------------


def test_a_removed_person_comes_back_with_the_links(seat: Seat) -> None:
    person, _ = records.add_person(seat.session, seat.case_id, Role.WITNESS)
    event, _ = records.add_event_to_case(seat.session, seat.case_id)
    records.link_persons(seat.session, event.id, victims=(person.id,), perpetrators=())
    seat.open("others")
    click(named(seat.panel, "Remove P2, witness"))
    assert [p.code for p in seat.file.persons] == ["P1"]
    assert stored(seat.session, seat.case_id).events[0].victims == ()
    assert seat.message == "Removed."
    click(named(seat.page.messages, "Undo"))
    assert [p.code for p in seat.file.persons] == ["P1", "P2"]
    assert seat.file.events[0].victims == (person.id,)
    assert seat.message == ""


def test_a_removed_event_comes_back_with_its_answers(seat: Seat) -> None:
    event, _ = records.add_event_to_case(seat.session, seat.case_id)
    interviews.save_answer(seat.session, seat.case_id, event.id, "act_date", Answer("2020"))
    seat.open("acts")
    click(named(seat.panel, "Remove Event 1"))
    assert stored(seat.session, seat.case_id).events == ()
    click(named(seat.page.messages, "Undo"))
    assert seat.file.events[0].answers["act_date"] == Answer("2020")


def test_undo_of_one_case_never_reaches_into_another(seat: Seat, case_ids: Ids) -> None:
    records.add_event_to_case(seat.session, seat.case_id)
    seat.open("acts")
    click(named(seat.panel, "Remove Event 1"))
    seat.case_id = case_ids[2]
    seat.open("acts")
    assert seat.message != "Removed."
    seat.page._scribe.undo()
    assert stored(seat.session, case_ids[0]).events == ()


def test_a_field_can_be_typed_into_and_emptied_again(seat: Seat) -> None:
    profile = seat.go("profile")
    assert isinstance(profile, SectionPanel)
    field = profile.questions.rows["occupation_text"].edit.field  # type: ignore[attr-defined]  # a text has a field
    type_into(field, "lamp maker")
    press(ENTER)
    assert seat.file.interviews[0].answers["occupation_text"] == Answer("lamp maker")
    type_into(field, "")
    press(ENTER)
    assert "occupation_text" not in seat.file.interviews[0].answers
