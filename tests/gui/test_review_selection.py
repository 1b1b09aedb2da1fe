"""Keys act on the selected words, else on the mark in focus, and on nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.domain.ids import CaseId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import marking, rulings
from intake.services.session import VaultSession
from tests.gui.hands import click, press, told, words_on
from tests.gui.reviewing import FRIEND, NAME, PHONE, TEXT, A, Reviewing, X, write

MASK, PENDING = Decision.MASK, Decision.PENDING
M, P, S, U = (getattr(Qt.Key, f"Key_{letter}") for letter in "MPSU")


@pytest.fixture
def case_id(case_ids: tuple[CaseId, ...]) -> CaseId:
    return case_ids[0]


@pytest.fixture
def desk(
    qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_id: CaseId
) -> Reviewing:
    statement = write(session, case_id, TEXT)
    made = Reviewing(qtbot, worker, session)
    made.page.open(session, statement.id)
    return made


def mark_of(desk: Reviewing, words: str) -> Mark:
    marks = marking.marks(desk.session, desk.statement.id)
    text = desk.statement.text
    return next(mark for mark in marks if text[mark.start : mark.end] == words)


def select(desk: Reviewing, words: str) -> None:
    start = TEXT.index(words)
    desk.page.text.select(start, start + len(words))


def test_a_hides_the_selected_words_whole_and_no_other(desk: Reviewing) -> None:
    desk.go_to(PHONE)
    select(desk, "pene")
    press(A)
    assert desk.stored()["opened"] == [MASK]
    assert desk.stored()[PHONE] == [PENDING]
    assert not desk.page.text.textCursor().hasSelection()


def test_digits_say_what_the_selected_words_are(desk: Reviewing) -> None:
    desk.go_to(PHONE)
    select(desk, "opened")
    press(Qt.Key.Key_2)
    assert mark_of(desk, "opened").kind is MarkKind.PLACE
    assert mark_of(desk, PHONE).kind is MarkKind.NUMBER


@pytest.mark.parametrize("key", ["X", "S", "P", "N", "M"])
def test_other_keys_leave_the_mark_in_focus_alone_while_words_are_selected(
    desk: Reviewing, key: str
) -> None:
    desk.go_to(NAME)
    select(desk, "opened")
    press(getattr(Qt.Key, f"Key_{key}"))
    assert {d for _, d in desk.rows()} == {"Undecided"}
    assert "Words are selected" in words_on(desk.page)
    assert rulings.of_vault(desk.session) == ()


def test_a_key_for_every_place_does_nothing_where_there_is_no_other(desk: Reviewing) -> None:
    desk.go_to(PHONE)
    for key in (S, P):
        press(key)
    assert {d for _, d in desk.rows()} == {"Undecided"}


def test_a_review_that_is_decided_otherwise_is_open_at_once(
    desk: Reviewing, case_id: CaseId
) -> None:
    desk.decide_all()
    click(desk.page.finish)
    desk.page.open(desk.session, told(desk.session, case_id).id)
    desk.go_to(PHONE)
    press(X)
    assert desk.page.finish.isEnabled()
    assert "This review is finished." not in words_on(desk.page)


def test_words_on_the_list_are_kept_by_the_list_alone(desk: Reviewing) -> None:
    desk.go_to(FRIEND)
    press(M)
    desk.page.open(desk.session)
    desk.go_to(FRIEND)
    press(X)
    assert "on the list of words to hide" in words_on(desk.page)
    assert desk.stored()[FRIEND] == [MASK]


def test_what_followed_from_a_list_goes_with_it(desk: Reviewing, case_id: CaseId) -> None:
    text = f"{TEXT}\nThen we saw Zubrava Lampas."
    desk.page.open(desk.session, write(desk.session, case_id, text).id)
    desk.go_to(FRIEND)
    press(M)
    assert dict(desk.rows())["Zubrava Lampas"] == "Hidden"
    press(U)
    assert "Hidden" not in dict(desk.rows()).values()
