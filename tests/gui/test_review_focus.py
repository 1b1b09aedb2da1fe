"""The one mark in focus of a review: the same in list, text and preview, and always in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.domain.ids import CaseId, StatementId
from intake.domain.marks import Decision, MarkKind
from intake.gui.models.marks_model import Column
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import marking, review
from intake.services.session import VaultSession
from tests.gui.hands import click, press, told
from tests.gui.reviewing import FRIEND, NAME, PHONE, Reviewing, X, write

FIRST_HIDDEN = f"{NAME} opened. They rang {PHONE}."
MANY = "Zubrava Lampa came. " + " ".join(
    f"On {day} May 2021 somebody opened the door and waited a long while." for day in range(1, 29)
)


@pytest.fixture
def empty(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> Reviewing:
    return Reviewing(qtbot, worker, session)


def hide(session: VaultSession, statement: StatementId, words: str) -> None:
    """Hide some words before the page is opened."""
    found = review.open_statement(session, statement)
    text = found.statement.text
    ids = tuple(m.id for m in found.marks if text[m.start : m.end] in words)
    review.decide(session, statement, ids, Decision.MASK)


def test_a_review_opens_on_the_first_undecided_mark_everywhere(
    empty: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    statement = write(empty.session, case_ids[0], FIRST_HIDDEN)
    hide(empty.session, statement.id, NAME)
    empty.page.open(empty.session, statement.id)
    words, in_text, in_preview = empty.in_focus()
    assert dict(empty.rows())[words] == "Undecided"
    assert in_text == [words]
    assert len(in_preview) == 1
    table = empty.page.marks.table
    assert table.currentIndex().row() == empty.page.marks.row == 0


def test_the_first_key_overturns_nothing_that_was_decided(
    empty: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    statement = write(empty.session, case_ids[0], FIRST_HIDDEN)
    hide(empty.session, statement.id, NAME)
    empty.page.open(empty.session, statement.id)
    words = empty.in_focus()[0]
    press(X)
    assert empty.stored()[words] == [Decision.KEEP]
    assert empty.stored()[NAME] == [Decision.MASK]


def test_where_all_is_decided_no_mark_is_in_focus_until_one_is_chosen(
    empty: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    statement = write(empty.session, case_ids[0], FIRST_HIDDEN)
    hide(empty.session, statement.id, FIRST_HIDDEN)
    empty.page.open(empty.session, statement.id)
    assert empty.in_focus() == ("", [], [])
    assert not empty.page.marks.keep_button.isEnabled()
    for key in (X, Qt.Key.Key_2):
        press(key)
    assert {d for found in empty.stored().values() for d in found} == {Decision.MASK}
    press(Qt.Key.Key_J)
    words, in_text, in_preview = empty.in_focus()
    assert in_text == [words]
    assert len(in_preview) == 1
    press(X)
    assert empty.stored()[words] == [Decision.KEEP]
    assert empty.in_focus() == (words, [words], [words])


def test_the_mark_in_focus_is_in_sight_in_list_text_and_preview(
    empty: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    statement = write(empty.session, case_ids[0], MANY)
    empty.page.open(empty.session, statement.id)
    table, text, preview = empty.page.marks.table, empty.page.text, empty.page.preview
    assert table.verticalScrollBar().value() == 0
    for size in ((1366, 740), (1180, 560)):
        empty.page.resize(*size)
        for row in (0, len(empty.rows()) - 1, 3):
            empty.page.marks.go_to(row)
            box = table.visualRect(table.currentIndex())
            assert table.viewport().rect().contains(box.center())
            for pane in (text, preview):
                place = next(s for s in pane._highlighter.stretches if s.current)
                cursor = pane.textCursor()
                cursor.setPosition(place.start)
                assert pane.viewport().rect().contains(pane.cursorRect(cursor).center())
    empty.page.marks.go_to(len(empty.rows()) - 1)
    empty.page.resize(1366, 740)
    box = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(box.center()), "another size keeps it in sight"


def test_a_small_window_shows_four_marks_and_who_they_are(
    empty: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    statement = write(empty.session, case_ids[0], MANY)
    empty.page.open(empty.session, statement.id)
    empty.page.resize(1280 - 92, 720 - 54 - 27)  # without rail, top and foot of the window
    empty.page.grab()
    table = empty.page.marks.table
    whole = [
        row
        for row in range(len(empty.rows()))
        if table.viewport().rect().contains(table.visualRect(empty.page._model.index(row, 0)))
    ]
    assert len(whole) >= 4
    assert len(whole) == 4, "and not more: the room is the statement's"
    text = empty.page.text
    read = text.viewport().height() / (text.fontMetrics().lineSpacing() * 1.45)
    assert read >= 5
    longest = table.fontMetrics().horizontalAdvance("Organisation \u00b7 P12, interviewee")
    assert table.columnWidth(Column.KIND) >= longest + 24
    assert table.columnWidth(Column.WORDS) >= table.columnWidth(Column.KIND)


def test_a_preview_opens_at_its_beginning(empty: Reviewing, case_ids: tuple[CaseId, ...]) -> None:
    statement = write(empty.session, case_ids[0], MANY)
    hide(empty.session, statement.id, MANY)
    empty.page.open(empty.session, statement.id)
    assert empty.page.preview.verticalScrollBar().maximum() > 0
    assert empty.page.preview.verticalScrollBar().value() == 0
    assert empty.page.text.verticalScrollBar().value() == 0


def test_blanks_at_the_ends_of_a_selection_stay_outside_the_mark(
    empty: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    statement = write(empty.session, case_ids[0], f"The gate opened slowly. {FRIEND} came.")
    empty.page.open(empty.session, statement.id)
    start = empty.statement.text.index(" opened")
    empty.page.text.select(start, start + len(" opened "))
    press_kind(empty)
    assert empty.stored()["opened"] == [Decision.MASK]
    assert "The gate [withheld] slowly" in empty.shown


def test_a_selection_of_blanks_alone_marks_nothing(
    empty: Reviewing, case_ids: tuple[CaseId, ...]
) -> None:
    statement = write(empty.session, case_ids[0], f"The gate opened slowly. {FRIEND} came.")
    empty.page.open(empty.session, statement.id)
    before = marking.marks(empty.session, statement.id)
    start = empty.statement.text.index(" opened")
    empty.page.text.select(start, start + 1)
    press_kind(empty)
    assert marking.marks(empty.session, told(empty.session, case_ids[0]).id) == before


def press_kind(desk: Reviewing) -> None:
    click(desk.page.marking.buttons[MarkKind.OTHER])
