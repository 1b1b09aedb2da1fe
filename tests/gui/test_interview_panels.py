"""The account with its marks, the line of events beside it, and who did what to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.ids import CaseId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Role
from intake.domain.statement import Statement
from intake.gui.actions import TABLE
from intake.gui.i18n import Interpreter
from intake.gui.interview.marking_bar import MARK_ACTIONS, swatch
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.interview.timeline import Timeline
from intake.gui.interview.views import person_label
from intake.gui.widgets.paged_text import PAGED_FROM
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import interviews, records
from intake.services.session import VaultSession
from tests.gui.hands import (
    CONTROL,
    ENTER,
    RIGHT,
    SPACE,
    Seat,
    broken,
    choose,
    click,
    entries,
    keyboard,
    named,
    open_menu,
    opens_menus,
    pick,
    press,
    stored,
    told,
    type_text,
    words_on,
)

LAMP = "\U0001fa94"
ACCOUNT = f"{LAMP} Zubrava Lampa came at six. \u0641\u062a\u062d saw it."


@pytest.fixture
def seat(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> Seat:
    """Sit down before an interview that was begun just now."""
    return Seat(qtbot, worker, session)


# -- the account ----------------------------------------------------------------------------------


def account(seat: Seat, text: str = ACCOUNT) -> StatementPanel:
    statement = told(seat.session, seat.case_id)
    interviews.save_draft(seat.session, statement.id, text, 0)
    seat.open("statement")
    panel = seat.panel
    assert isinstance(panel, StatementPanel)
    return panel


def marks_of(seat: Seat) -> tuple[tuple[str, Mark], ...]:
    """Return the marked words in the store with their marks."""
    file = stored(seat.session, seat.case_id)
    statement: Statement = told(seat.session, seat.case_id)
    return tuple((statement.text[m.start : m.end], m) for m in file.marks.get(statement.id, ()))


def select(panel: StatementPanel, words: str) -> None:
    start = panel.editor.text().index(words)
    panel.editor.setFocus()
    panel.editor.select(start, start + len(words))


@opens_menus
def test_selected_words_become_a_new_person(seat: Seat) -> None:
    panel = account(seat)
    select(panel, "Zubrava Lampa")
    press(Qt.Key.Key_P, CONTROL)
    menu = open_menu(seat.page)
    assert entries(menu)[-2:] == ["A new person", "A person, without saying who"]
    choose(menu, "A new person")
    ((words, mark),) = marks_of(seat)
    person = stored(seat.session, seat.case_id).persons[1]
    assert words == "Zubrava Lampa"
    assert (mark.kind, mark.decision, mark.person_id) == (
        MarkKind.PERSON,
        Decision.MASK,
        person.id,
    )
    assert person.code == "P2"
    assert keyboard() is panel.editor


def test_blanks_at_the_ends_of_a_selection_stay_outside_the_mark(seat: Seat) -> None:
    panel = account(seat)
    select(panel, " Zubrava Lampa ")
    click(panel.bar.buttons[MarkKind.PLACE])
    ((words, _),) = marks_of(seat)
    assert words == "Zubrava Lampa"


@opens_menus
def test_the_same_person_is_offered_again_by_code_and_words(seat: Seat) -> None:
    panel = account(seat)
    select(panel, "Zubrava Lampa")
    press(Qt.Key.Key_P, CONTROL)
    choose(open_menu(seat.page), "A new person")
    select(panel, "\u0641\u062a\u062d")
    click(panel.bar.buttons[MarkKind.PERSON])
    menu = open_menu(seat.page)
    assert "P2, other – Zubrava Lampa" in entries(menu)
    choose(menu, "P2, other – Zubrava Lampa")
    (_, first), (words, second) = marks_of(seat)
    assert words == "\u0641\u062a\u062d"
    assert first.person_id == second.person_id
    assert len(stored(seat.session, seat.case_id).persons) == 2


@pytest.mark.parametrize("kind", [kind for kind in MarkKind if kind is not MarkKind.PERSON])
def test_every_other_kind_has_a_key_and_a_button(seat: Seat, kind: MarkKind) -> None:
    panel = account(seat)
    assert not panel.bar.buttons[kind].isEnabled(), "without words there is nothing to mark"
    select(panel, "\u0641\u062a\u062d")
    sequence = TABLE[MARK_ACTIONS[kind]].shortcut
    press(Qt.Key(ord(sequence[-1])), Qt.KeyboardModifier.AltModifier)
    ((words, mark),) = marks_of(seat)
    assert (words, mark.kind) == ("\u0641\u062a\u062d", kind)
    select(panel, "six")
    click(panel.bar.buttons[kind])
    assert [words for words, _ in marks_of(seat)] == ["six", "\u0641\u062a\u062d"]
    assert swatch(kind).availableSizes()


def test_marking_right_after_typing_marks_the_words_that_are_seen(seat: Seat) -> None:
    panel = account(seat)
    panel.editor.setFocus()
    type_text("Then ")
    select(panel, "Zubrava")
    panel.bar.choose(MarkKind.PLACE)
    assert [words for words, _ in marks_of(seat)] == ["Zubrava"]


def test_a_mark_on_a_text_that_is_not_saved_is_refused(seat: Seat) -> None:
    panel = account(seat)
    panel.editor.setFocus()
    with broken(seat.session):
        type_text("Then ")
        panel.editor.commit()
    statement = told(seat.session, seat.case_id)
    seat.page._scribe._entries.clear()
    unsaved = seat.page._desk.file
    assert unsaved is not None
    select(panel, "Zubrava")
    panel.bar.choose(MarkKind.PLACE)
    assert "not saved yet" in seat.message
    assert marks_of(seat) == ()
    assert statement.text == ACCOUNT


def test_a_mark_is_removed_where_the_caret_is_and_comes_back(seat: Seat) -> None:
    panel = account(seat)
    select(panel, "Zubrava")
    panel.bar.choose(MarkKind.PLACE)
    panel.editor.select(0, 0)
    assert panel.unmark.isHidden()
    assert "1 mark" in panel._hint.text()
    press(RIGHT, times=3)
    assert panel.unmark.isVisible()
    click(panel.unmark)
    assert marks_of(seat) == ()
    click(named(seat.page.messages, "Undo"))
    assert [words for words, _ in marks_of(seat)] == ["Zubrava"]


@opens_menus
def test_the_menu_over_the_text_marks_and_copies_inside(seat: Seat) -> None:
    panel = account(seat)
    select(panel, "Zubrava")
    panel.editor.menu_asked.emit(panel.editor.mapToGlobal(panel.editor.rect().center()))
    menu = open_menu(seat.page)
    assert {"Place", "A new person", "&Copy inside Intake"} <= set(entries(menu))
    choose(menu, "Place")
    ((_, mark),) = marks_of(seat)
    assert mark.kind is MarkKind.PLACE
    panel.editor.select(0, 0)
    panel.editor.menu_asked.emit(panel.editor.mapToGlobal(panel.editor.rect().center()))
    plain = open_menu(seat.page)
    assert "Place" not in entries(plain)
    usable = {a.text(): a.isEnabled() for a in plain.actions()}
    assert not usable["&Copy inside Intake"]
    choose(plain, "Select &all")
    assert panel.editor.selection() == (0, len(ACCOUNT))


def test_a_finalised_account_can_be_read_only_and_is_reopened_on_purpose(seat: Seat) -> None:
    panel = account(seat)
    click(panel.final)
    assert told(seat.session, seat.case_id).final
    assert panel.editor.isReadOnly()
    assert "Finalised" in panel._hint.text()
    select(panel, "Zubrava")
    assert not panel.bar.buttons[MarkKind.PLACE].isEnabled()
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert marks_of(seat) == ()
    click(panel.final)
    assert not told(seat.session, seat.case_id).final
    assert not panel.editor.isReadOnly()


def test_each_narrative_has_its_own_text_and_language(seat: Seat) -> None:
    panel = account(seat)
    pick(panel.languages, "be")
    panel.tabs.setCurrentIndex(1)
    assert panel.editor.text() == ""
    assert panel.final.isHidden()
    pick(panel.languages, "pl")
    panel.editor.setFocus()
    type_text("Translated.")
    panel.tabs.setCurrentIndex(0)
    assert panel.editor.text() == ACCOUNT
    assert panel.languages.currentData() == "be"
    assert told(seat.session, seat.case_id).language == "be"
    other = told(seat.session, seat.case_id, "translation")
    assert (other.text, other.language) == ("Translated.", "pl")
    interviews.set_language(seat.session, other.id, "eo")
    seat.open("statement#translation")
    assert panel.languages.currentText() == "Esperanto"


def test_ones_own_notes_stand_beside_the_account(seat: Seat) -> None:
    panel = account(seat)
    panel.side.tabs.setCurrentIndex(1)
    panel.notes.focus_first()
    type_text("Spoke slowly.")
    panel.editor.setFocus()
    answers = stored(seat.session, seat.case_id).interviews[0].answers
    assert answers["observations"] == Answer("Spoke slowly.")


def test_a_very_long_account_is_read_page_by_page(seat: Seat) -> None:
    long = "x" * (PAGED_FROM + 1)
    panel = account(seat, long)
    assert panel.paged.isVisible()
    assert panel.editor.isHidden()
    panel.focus_first()
    assert keyboard() is panel.paged.area
    seat.page.flush()
    assert told(seat.session, seat.case_id).text == long


# -- events and persons ---------------------------------------------------------------------------


def recording(seat: Seat, key: str) -> RecordsPanel:
    panel = seat.go(key)
    assert isinstance(panel, RecordsPanel)
    return panel


def test_an_event_is_added_beside_the_account_and_shown_on_the_line(seat: Seat) -> None:
    panel = account(seat)
    assert "one event at a time" in words_on(panel.side)
    click(panel.side.add_event)
    assert seat.step == "acts"
    events = recording(seat, "acts")
    (card,) = events.cards.values()
    assert card.is_open
    type_text("search of a home")
    press(ENTER)
    type_text("2020-08")
    press(ENTER)
    seat.go("statement")
    (stop,) = panel.side.timeline.stops
    assert stop.accessibleName().startswith("1: August 2020. ")
    assert stop.grab().toImage() != Timeline().grab().toImage()
    click(stop)
    assert seat.page.step_key == f"acts#{card.record.id}"


def test_the_line_of_events_goes_by_days_and_says_what_is_not_known(seat: Seat) -> None:
    days = ("2021-02", "", "2020-05-01", "2020-05/2020-06", "not a day")
    for day in days:
        event, _ = records.add_event_to_case(seat.session, seat.case_id)
        if day == "not a day":
            continue
        if day:
            interviews.save_answer(seat.session, seat.case_id, event.id, "act_date", Answer(day))
    panel = account(seat)
    names = [stop.accessibleName() for stop in panel.side.timeline.stops]
    assert [name[0] for name in names] == ["3", "4", "1", "2", "5"]
    assert "Day not known. Nothing is recorded yet" in names[-1]
    stops = panel.side.timeline.stops
    seat.page._show_anew()
    assert panel.side.timeline.stops is stops, "nothing is made again when nothing changed"


def test_the_line_of_events_is_drawn_from_right_to_left_too(seat: Seat) -> None:
    records.add_event_to_case(seat.session, seat.case_id)
    panel = account(seat)
    (stop,) = panel.side.timeline.stops
    before = stop.grab().toImage()
    stop.setFocus()
    assert stop.grab().toImage() != before, "one sees where the keyboard is"
    panel.setFocus()
    stop.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert stop.grab().toImage() != before


def test_who_did_what_to_whom_is_ticked(seat: Seat) -> None:
    records.add_person(seat.session, seat.case_id, Role.WITNESS)
    records.add_event_to_case(seat.session, seat.case_id)
    seat.open("acts")
    panel = recording(seat, "acts")
    click(named(panel, "Done to: P1, interviewee"))
    click(named(panel, "Done by: P2, witness"))
    persons = stored(seat.session, seat.case_id).persons
    event = stored(seat.session, seat.case_id).events[0]
    assert (event.victims, event.perpetrators) == ((persons[0].id,), (persons[1].id,))
    click(named(panel, "Done to: P1, interviewee"))
    assert stored(seat.session, seat.case_id).events[0].victims == ()


def test_somebody_who_is_not_in_the_case_yet_did_it(seat: Seat) -> None:
    records.add_event_to_case(seat.session, seat.case_id)
    seat.open("acts")
    panel = recording(seat, "acts")
    click(named(panel, "Done by: Somebody else"))
    file = stored(seat.session, seat.case_id)
    added = file.persons[1]
    assert added.role is Role.PERPETRATOR
    assert file.events[0].perpetrators == (added.id,)
    assert named(panel, f"Done by: {added.code}, perpetrator").isChecked()  # type: ignore[attr-defined]  # a person has one


def test_one_card_is_open_at_a_time(seat: Seat) -> None:
    panel = recording(seat, "acts")
    assert "Nothing is recorded here yet." in words_on(panel)
    assert keyboard() is panel.add
    press(SPACE)
    type_text("search of a home")
    press(ENTER)
    click(panel.add)
    first, second = panel.cards.values()
    assert (first.is_open, second.is_open) == (False, True)
    assert "search" in first._summary.text().lower()
    click(first.toggle)
    assert (first.is_open, second.is_open) == (True, False)
    click(first.toggle)
    assert not first.is_open
    assert seat.page.step_key == "acts"


def test_a_person_at_risk_is_recorded_with_a_role(seat: Seat) -> None:
    panel = recording(seat, "others")
    click(panel.add)
    (card,) = panel.cards.values()
    assert card.record.title == "P2, relative"
    pick(card.roles, Role.WITNESS)
    assert stored(seat.session, seat.case_id).persons[1].role is Role.WITNESS
    assert card._name.text() == "P2, witness"
    assert card.remove.accessibleName() == "Remove P2, witness"
    card.panel.rows["person_at_risk"].setFocus()  # type: ignore[union-attr]  # it is open
    type_text("Lampa")
    press(ENTER)
    person = stored(seat.session, seat.case_id).persons[1]
    assert person.answers["person_at_risk"] == Answer("Lampa")
    click(named(panel, "Remove P2, witness"))
    assert len(panel.cards) == 0


def test_a_person_is_called_what_the_answers_say_now_in_the_language_of_the_window(
    seat: Seat, interpreter: Interpreter
) -> None:
    panel = recording(seat, "others")
    click(panel.add)
    (card,) = panel.cards.values()
    sibling = Answer("sibling")
    panel.answered.emit(card.record.id, "relation", sibling)
    assert card._name.text() == "P2, brother or sister"
    person = stored(seat.session, seat.case_id).persons[1]
    interpreter.speak("be")
    assert person_label(person, interviews.form()) == "P2, брат або сястра"
    typed = replace(person, answers={"relation": Answer("lamp maker")})
    assert person_label(typed, interviews.form()) == "P2, сваяк"


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_no_name_of_a_narrative_is_cut_off_in_a_small_window(
    interpreter: Interpreter, workspace: Workspace, case_ids: tuple[CaseId, ...], language: str
) -> None:
    interpreter.speak(language)
    workspace.set_language(language)
    window = workspace.window()
    window.resize(1280, 720)
    workspace.open_interview(case_ids[0], "statement")
    (tabs,) = (
        bar
        for panel in workspace.findChildren(StatementPanel)
        for bar in (panel.tabs,)
        if bar.isVisible()
    )
    window.grab()
    for index in range(tabs.count()):
        assert tabs.rect().contains(tabs.tabRect(index)), tabs.tabText(index)
        wanted = tabs.fontMetrics().horizontalAdvance(tabs.tabText(index))
        assert tabs.tabRect(index).width() > wanted
