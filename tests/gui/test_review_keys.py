"""A whole review by the keyboard: words that were missed are found and marked without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.domain.ids import CaseId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.gui.actions import ActionId, shortcut_text
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import marking, review
from intake.services.session import VaultSession
from tests.gui.hands import (
    ALT,
    CONTROL,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    HOME,
    RIGHT,
    SHIFT,
    TAB,
    keyboard,
    opens_menus,
    press,
    words_on,
)
from tests.gui.reviewing import DOOR, FRIEND, LAMP, NAME, A, Reviewing, X, write

T, J, K, U = (getattr(Qt.Key, f"Key_{letter}") for letter in "TJKU")
TWO, SIX = Qt.Key.Key_2, Qt.Key.Key_6
# Every script, and signs that are two units of Qt, stand before what is marked.
TEXT = (
    f"{LAMP}{LAMP} \u0434\u0432\u0435\u0440\u044c \u0431\u044b\u043b\u0430 "
    f"\u043e\u0442\u043a\u0440\u044b\u0442\u0430. {DOOR} {NAME} came {LAMP}.\n"
    f"then somebody from lamp-street o'clock opened slowly. {FRIEND} rang."
)
MASK = Decision.MASK


@pytest.fixture
def desk(
    qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_ids: tuple[CaseId, ...]
) -> Reviewing:
    statement = write(session, case_ids[0], TEXT)
    made = Reviewing(qtbot, worker, session)
    made.page.open(session, statement.id)
    return made


def mark_of(desk: Reviewing, words: str) -> Mark | None:
    marks = marking.marks(desk.session, desk.statement.id)
    text = desk.statement.text
    return next((mark for mark in marks if text[mark.start : mark.end] == words), None)


def walk_to(desk: Reviewing, words: str) -> None:
    """Go into the text and to the beginning of words, with the arrow keys alone."""
    press(T)
    press(HOME, CONTROL)
    while desk.page.text.caret() < TEXT.index(words):
        press(RIGHT)
    assert desk.page.text.caret() == TEXT.index(words)


def test_t_goes_into_the_text_to_the_mark_in_focus_and_escape_back(desk: Reviewing) -> None:
    desk.go_to(FRIEND)
    press(T)
    assert keyboard() is desk.page.text
    assert desk.page.text.caret() == TEXT.index(FRIEND)
    press(ESCAPE)
    assert keyboard() is desk.page.marks.table
    assert desk.in_focus()[0] == FRIEND


def test_words_are_selected_and_marked_by_keys_alone(desk: Reviewing) -> None:
    walk_to(desk, "opened")
    press(RIGHT, SHIFT | CONTROL, times=2)
    start, end = desk.page.text.selected_words()
    assert TEXT[start:end] == "opened slowly"
    press(TWO)
    made = mark_of(desk, "opened slowly")
    assert made is not None
    assert (made.kind, made.decision) == (MarkKind.PLACE, MASK)
    assert keyboard() is desk.page.text, "the reading goes on where it was"
    assert desk.in_focus()[0] == "opened slowly"
    assert not desk.page.text.textCursor().hasSelection()


def test_a_part_of_a_word_selected_by_keys_is_marked_whole(desk: Reviewing) -> None:
    walk_to(desk, "pened")
    press(RIGHT, SHIFT, times=2)
    press(A)
    assert desk.stored()["opened"] == [MASK]


@pytest.mark.parametrize(
    "words", ["opened", "lamp-street", "o'clock", "\u043e\u0442\u043a\u0440\u044b\u0442\u0430"]
)
def test_the_word_at_the_caret_is_marked_whole_without_selecting_it(
    desk: Reviewing, words: str
) -> None:
    walk_to(desk, words[3:])
    press(SIX)
    assert desk.stored()[words] == [MASK]


def test_a_word_with_signs_below_its_letters_is_marked_with_them(
    desk: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    name = "\u0644\u064e\u0645\u0652\u0628\u064e\u0629"
    desk.page.open(desk.session, write(desk.session, case_ids[0], f"{DOOR} {name} came.").id)
    desk.page.text.enter(len(DOOR) + 3)
    assert desk.page.text.word_at_caret() == (len(DOOR) + 1, len(DOOR) + 1 + len(name))


@pytest.mark.parametrize("key", ["X", "S", "P", "N", "M"])
def test_keys_that_mark_nothing_leave_other_marks_alone_while_the_caret_is_at_a_word(
    desk: Reviewing, key: str
) -> None:
    desk.go_to(NAME)
    walk_to(desk, "opened")
    press(getattr(Qt.Key, f"Key_{key}"))
    assert {d for _, d in desk.rows()} == {"Undecided"}
    assert "The caret is at no mark" in words_on(desk.page)


@pytest.mark.parametrize("key", [A, X, TWO])
def test_no_key_decides_a_mark_elsewhere_while_the_caret_is_at_no_word(
    desk: Reviewing, key: Qt.Key
) -> None:
    desk.go_to(NAME)
    before = marking.marks(desk.session, desk.statement.id)
    press(T)
    press(HOME, CONTROL)
    press(key)
    assert marking.marks(desk.session, desk.statement.id) == before
    assert "The caret is at no mark" in words_on(desk.page)


def test_the_mark_at_the_caret_comes_into_focus_and_is_decided(desk: Reviewing) -> None:
    desk.go_to(FRIEND)
    walk_to(desk, NAME)
    assert desk.in_focus()[0] == NAME
    press(X)
    assert desk.stored()[NAME] == [Decision.KEEP]
    assert desk.stored()[FRIEND] == [Decision.PENDING]


def test_a_key_at_the_end_of_a_mark_is_about_this_mark(desk: Reviewing) -> None:
    walk_to(desk, f"{FRIEND} rang")
    press(RIGHT, times=len(FRIEND))
    desk.go_to(NAME)
    press(TWO)
    found = mark_of(desk, FRIEND)
    assert found is not None
    assert found.kind is MarkKind.PLACE
    assert len(desk.stored()[FRIEND]) == 1


def test_the_caret_follows_the_mark_in_focus_while_keys_lead_it(desk: Reviewing) -> None:
    desk.page.marks.go_to(0)
    press(T)
    for key in (J, A, U, K):
        press(key)
        row = desk.page.marks.row
        mark = desk.page._model.mark_at(row)
        assert mark is not None
        assert mark.start <= desk.page.text.caret() <= mark.end
        assert keyboard() is desk.page.text


def test_the_caret_stays_while_the_list_has_the_keyboard(desk: Reviewing) -> None:
    before = desk.page.text.caret()
    press(J)
    press(A)
    assert desk.page.text.caret() == before


def test_u_takes_back_what_was_marked_in_the_text(desk: Reviewing) -> None:
    walk_to(desk, "opened")
    press(SIX)
    press(U)
    assert mark_of(desk, "opened") is None


def test_what_is_proposed_because_of_a_mark_goes_when_it_is_taken_back(
    desk: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    text = f"{TEXT} Later a barn burned, and nobody saw that barn."
    desk.page.open(desk.session, write(desk.session, case_ids[0], text).id)
    before = desk.rows()
    press(T)
    desk.page.text.enter(text.rindex("barn"))
    press(SIX)
    assert len(desk.rows()) > len(before)
    press(U)
    assert desk.rows() == before


def test_nothing_jumps_where_a_person_reads_on_after_taking_a_mark_back(desk: Reviewing) -> None:
    walk_to(desk, "opened")
    place = desk.page.text.verticalScrollBar().value()
    press(SIX)
    press(U)
    assert desk.page.text.caret() == TEXT.index("opened") + len("opened")
    assert desk.page.text.verticalScrollBar().value() == place
    assert desk.in_focus() == ("", [], [])
    press(J)
    assert desk.in_focus()[0] == FRIEND, "the next one behind the caret"


def test_j_and_k_go_through_the_text_as_it_is_read_while_keys_lead_the_caret(
    desk: Reviewing,
) -> None:
    press(T)
    press(HOME, CONTROL)
    places = []
    for key in (J, J, K):
        press(key)
        places.append(desk.page.text.caret())
    assert places == [TEXT.index(NAME), TEXT.index(FRIEND), TEXT.index(NAME)]


def test_the_next_undecided_mark_in_the_text_follows_a_decision_there(desk: Reviewing) -> None:
    walk_to(desk, NAME)
    press(X)
    assert desk.page.text.caret() > TEXT.index(NAME)
    assert dict(desk.rows())[desk.in_focus()[0]] == "Undecided"
    for _ in range(len(desk.rows()) - 1):
        press(A)
    assert "Undecided" not in dict(desk.rows()).values(), "behind the last comes the first"


def test_f_finishes_a_review_and_says_why_not(desk: Reviewing) -> None:
    press(Qt.Key.Key_F)
    assert not desk.statement.is_reviewed
    assert "still to decide" in words_on(desk.page.messages)
    desk.decide_all()
    finished = desk.statement.id
    press(Qt.Key.Key_F)
    assert any(
        item.is_reviewed
        for item in review.queue(desk.session, only_open=False)
        if item.statement_id == finished
    )


def test_the_text_gets_room_while_keys_lead_the_caret(desk: Reviewing) -> None:
    text, table = desk.page.text, desk.page.marks.table
    before = text.height(), table.height()
    press(T)
    assert text.height() > before[0]
    assert table.height() > 2 * table.rowHeight(0), "the mark in focus is still in sight"
    press(ESCAPE)
    assert (text.height(), table.height()) == before


def is_in_list(desk: Reviewing) -> bool:
    """Tell what has the keyboard, once a list that was open has closed.

    Without a display the window is asleep then.
    """
    return desk.page.focusWidget() is desk.page.marks.table


@opens_menus
def test_o_opens_the_list_of_statements_and_escape_closes_it(qtbot: QtBot, desk: Reviewing) -> None:
    shown = desk.statement.id
    press(Qt.Key.Key_O)
    assert desk.page.head.chooser.view().isVisible()
    press(ESCAPE)
    qtbot.waitUntil(lambda: is_in_list(desk))
    assert desk.statement.id == shown


@opens_menus
@pytest.mark.parametrize("code", ["KWFT", "SXHP", "D2N6"])  # keys of the review are among them
def test_the_first_letters_of_a_code_find_its_statement(
    qtbot: QtBot, desk: Reviewing, code: str
) -> None:
    chooser, shown = desk.page.head.chooser, desk.statement.id
    other = next(i for i in range(chooser.count()) if chooser.itemData(i) != shown)
    chooser.setItemText(other, f"{code}-0000")
    press(Qt.Key.Key_O)
    QTest.keyClicks(chooser.view(), chooser.itemText(other)[:4])
    QTest.keyClick(chooser.view(), ENTER)
    qtbot.waitUntil(lambda: desk.statement.id == chooser.itemData(other))
    qtbot.waitUntil(lambda: is_in_list(desk))  # the keys of the review work at once


def test_escape_drops_the_selection_so_that_keys_act_on_the_list_again(desk: Reviewing) -> None:
    walk_to(desk, "opened")
    press(END, SHIFT)
    press(ESCAPE)
    desk.go_to(FRIEND)
    press(X)
    assert desk.stored()[FRIEND] == [Decision.KEEP]
    assert mark_of(desk, "opened") is None


@opens_menus
def test_a_menu_asks_who_it_is_and_one_key_answers(desk: Reviewing) -> None:
    walk_to(desk, "somebody")
    press(Qt.Key.Key_P, CONTROL)
    press(DOWN, times=len(desk.page._state.persons if desk.page._state else ()))
    press(ENTER)
    made = mark_of(desk, "somebody")
    assert made is not None
    assert (made.kind, made.decision) == (MarkKind.PERSON, MASK)
    assert made.person_id is not None


def test_the_keys_of_the_interview_mark_here_too(desk: Reviewing) -> None:
    walk_to(desk, "somebody")
    press(Qt.Key.Key_3, ALT)
    made = mark_of(desk, "somebody")
    assert made is not None
    assert made.kind is MarkKind.ORGANISATION


def test_the_keys_are_told_where_they_work(desk: Reviewing) -> None:
    hint = "Shift selects"
    assert shortcut_text(ActionId.GO_TEXT) in desk.page.desk.text_button.text()
    assert hint not in words_on(desk.page)
    press(T)
    assert hint in words_on(desk.page)
    press(TAB)
    assert hint not in words_on(desk.page)


def test_the_mouse_means_no_word_that_it_only_points_at(desk: Reviewing) -> None:
    walk_to(desk, "opened")
    view = desk.page.text.viewport()
    place = desk.page.text.cursorRect().center()
    QtBot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    before = len(marking.marks(desk.session, desk.statement.id))
    press(SIX)
    assert len(marking.marks(desk.session, desk.statement.id)) == before


def test_nothing_can_be_typed_into_the_text(desk: Reviewing) -> None:
    walk_to(desk, "opened")
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, ENTER):
        press(key)
    press(Qt.Key.Key_V, CONTROL)
    assert desk.page.text.text() == TEXT


def test_no_key_of_the_text_decides_while_a_version_is_written(desk: Reviewing) -> None:
    desk.go_to(FRIEND)
    press(Qt.Key.Key_W)
    desk.page.text.enter(TEXT.index("opened"))
    press(SIX)
    press(ESCAPE)
    assert mark_of(desk, "opened") is None
    assert keyboard() is desk.page.text
