"""A passage is rewritten beside the text, by keys alone, with what is found in it in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.ids import CaseId
from intake.domain.marks import Decision, Mark
from intake.domain.person import Role
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import interviews, marking, records
from intake.services.paraphrases import LONGEST
from intake.services.session import VaultSession
from tests.gui.hands import CONTROL, click, press, type_text
from tests.gui.reviewing import FRIEND, NAME, PHONE, TEXT, Reviewing, write

W, U, A = Qt.Key.Key_W, Qt.Key.Key_U, Qt.Key.Key_A
RETURN, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
SENTENCE = f"{FRIEND} rang {PHONE}."
START = TEXT.index(SENTENCE)
TOLD = "Somebody rang."


@pytest.fixture
def desk(
    qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_ids: tuple[CaseId, ...]
) -> Reviewing:
    """Return the page with a text that names a recorded friend."""
    case_id = case_ids[0]
    person, _ = records.add_person(session, case_id, Role.OTHER)
    interviews.save_answer(session, case_id, person.id, "names", Answer((FRIEND,)))
    statement = write(session, case_id, TEXT)
    made = Reviewing(qtbot, worker, session)
    made.page.open(session, statement.id)
    return made


def start(desk: Reviewing) -> None:
    """Select the sentence by its place, and ask for a version for sharing by its key."""
    desk.page.text.setFocus()
    desk.page.text.select(START, START + len(SENTENCE))
    press(W)


def type_in(desk: Reviewing, text: str) -> None:
    desk.page.passages.panel.editor.setFocus()
    type_text(text)
    desk.page.passages.panel.editor.commit()


def marks(desk: Reviewing) -> tuple[Mark, ...]:
    return marking.marks(desk.session, desk.statement.id)


def test_a_passage_is_rewritten_by_keys_and_the_preview_shows_it_at_once(desk: Reviewing) -> None:
    start(desk)
    panel = desk.page.passages.panel
    assert panel.isVisible()
    assert not desk.page.marks.isVisible()
    assert panel.passage.text() == SENTENCE
    assert panel.editor.hasFocus()
    type_in(desk, TOLD)
    assert "Nothing was found" in panel.found.text()
    press(RETURN, CONTROL)
    assert not panel.isVisible()
    assert desk.page.marks.isVisible()
    assert TOLD in desk.shown
    assert PHONE not in desk.shown
    (mark,) = (m for m in marks(desk) if m.paraphrase)
    assert (mark.start, mark.end) == (START, START + len(SENTENCE))
    assert desk.in_focus()[0] == SENTENCE
    assert panel.editor.text() == panel.passage.text() == ""


def test_what_names_somebody_is_shown_while_it_is_written_and_hidden(desk: Reviewing) -> None:
    start(desk)
    type_in(desk, "Dear lampa rang.")
    panel = desk.page.passages.panel
    assert "lampa" in panel.found.text()
    assert [s.start for s in panel.editor._highlighter.stretches] == [5]
    press(RETURN, CONTROL)
    assert "lampa" not in desk.shown
    assert "Dear [P" in desk.shown


def test_letters_that_decide_marks_decide_nothing_while_a_person_writes(desk: Reviewing) -> None:
    before = marks(desk)
    start(desk)
    type_in(desk, "axjku1w")
    panel = desk.page.passages.panel
    assert panel.editor.text() == "axjku1w"
    panel.passage.setFocus()
    for key in (A, U, W):
        press(key)
    assert marks(desk) == before
    press(ESCAPE)
    desk.go_to(NAME)
    press(A)
    assert Decision.MASK in {m.decision for m in marks(desk)}


def test_escape_changes_nothing(desk: Reviewing) -> None:
    before = marks(desk)
    start(desk)
    type_in(desk, TOLD)
    press(ESCAPE)
    assert not desk.page.passages.panel.isVisible()
    assert desk.page.marks.hasFocus() or desk.page.marks.table.hasFocus()
    assert marks(desk) == before


def test_undo_takes_a_version_back_with_what_was_decided_by_it(desk: Reviewing) -> None:
    before = marks(desk)
    start(desk)
    type_in(desk, TOLD)
    press(RETURN, CONTROL)
    press(U)
    assert marks(desk) == before
    assert TOLD not in desk.shown


def test_a_version_is_changed_and_the_change_taken_back(desk: Reviewing) -> None:
    start(desk)
    type_in(desk, TOLD)
    press(RETURN, CONTROL)
    press(W)  # the passage is in focus
    panel = desk.page.passages.panel
    assert panel.editor.text() == TOLD
    type_in(desk, " again")
    press(RETURN, CONTROL)
    assert f"{TOLD} again" in desk.shown
    press(U)
    assert f"{TOLD} again" not in desk.shown
    assert TOLD in desk.shown


def test_the_button_writes_about_the_mark_in_focus(desk: Reviewing) -> None:
    desk.go_to(NAME)
    click(desk.page.desk.rewrite_button)
    assert desk.page.passages.panel.passage.text() == NAME
    type_in(desk, "a guard")
    click(desk.page.passages.panel.store_button)
    assert desk.shown.count("a guard") == 1


def test_without_a_passage_nothing_opens(desk: Reviewing) -> None:
    desk.page.marks.go_nowhere()
    press(W)
    assert not desk.page.passages.panel.isVisible()


def test_what_cannot_be_stored_stays_in_the_editor(desk: Reviewing) -> None:
    start(desk)
    panel = desk.page.passages.panel
    panel.editor.load("a" * (LONGEST + 1))
    press(RETURN, CONTROL)
    assert panel.isVisible()
    assert len(panel.editor.text()) == LONGEST + 1


def test_the_panel_closes_when_the_text_changes_elsewhere(
    desk: Reviewing, worker: ImmediateWorker
) -> None:
    start(desk)
    worker.submit(interviews.save_draft, desk.session, desk.statement.id, "Another text.", 0)
    assert not desk.page.passages.panel.isVisible()
