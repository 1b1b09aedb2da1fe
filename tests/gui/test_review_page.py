"""The review page: what is marked, what was decided, and what would leave."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.ids import CaseId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Role
from intake.gui.i18n import Interpreter
from intake.gui.models.marks_model import Column
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import interviews, marking, records, review, rulings
from intake.services.session import VaultSession
from tests.gui.hands import (
    CONTROL,
    ENTER,
    broken,
    choose,
    click,
    entries,
    keyboard,
    named,
    open_menu,
    opens_menus,
    press,
    stored,
    told,
    words_on,
)
from tests.gui.reviewing import (
    DOOR,
    FRIEND,
    LAMP,
    NAME,
    PHONE,
    TEXT,
    A,
    Reviewing,
    X,
    write,
)

MASK, KEEP, PENDING = Decision.MASK, Decision.KEEP, Decision.PENDING
J, K, M, N, P, S, U = (getattr(Qt.Key, f"Key_{letter}") for letter in "JKMNPSU")
Ids = tuple[CaseId, ...]


@pytest.fixture
def case_id(case_ids: Ids) -> CaseId:
    return case_ids[0]


@pytest.fixture
def desk(
    qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_id: CaseId
) -> Reviewing:
    statement = write(session, case_id, TEXT)
    made = Reviewing(qtbot, worker, session)
    made.page.open(session, statement.id)
    return made


# -- what is found, and the preview ---------------------------------------------------------------


def test_what_names_somebody_is_found_and_undecided_at_first(desk: Reviewing) -> None:
    words = {found for found, _ in desk.rows()}
    assert {NAME, FRIEND, PHONE} <= words
    assert {decision for _, decision in desk.rows()} == {"Undecided"}
    assert keyboard() is desk.page.marks.table
    assert f"0 of {len(desk.rows())} decided" in words_on(desk.page)


def test_the_preview_shows_undecided_words_hidden(desk: Reviewing) -> None:
    for words in ("Vasil", "Lodachnik", "Zubrava", "Lampa", "375", "123"):
        assert words not in desk.shown
    assert desk.shown.startswith(f"{LAMP} [")
    assert DOOR in desk.shown
    assert desk.page.preview.isReadOnly()
    assert not desk.page.preview.document().isUndoAvailable()


def test_only_what_was_kept_on_purpose_is_readable(desk: Reviewing) -> None:
    desk.go_to(PHONE)
    press(X)
    assert PHONE in desk.shown
    assert FRIEND not in desk.shown
    desk.go_to(PHONE)
    press(A)
    assert PHONE not in desk.shown


def test_the_preview_is_what_the_service_would_write(desk: Reviewing) -> None:
    desk.decide_all()
    state = review.state(desk.session, desk.statement.id)
    assert desk.shown == review.preview(state).text


def test_the_text_itself_cannot_be_changed_here(desk: Reviewing) -> None:
    desk.page.text.setFocus()
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_Delete)
    QTest.keyClicks(desk.page.text, "q")
    assert desk.page.text.text() == TEXT


def test_marks_look_decided_or_not_in_the_text(desk: Reviewing) -> None:
    before = {s.key: s.decision for s in desk.page.text._highlighter.stretches}
    assert set(before.values()) == {PENDING}
    desk.decide_all()
    after = {s.decision for s in desk.page.text._highlighter.stretches}
    assert after == {MASK}


# -- deciding with keys ---------------------------------------------------------------------------


def test_a_hides_x_keeps_and_the_next_undecided_one_follows(desk: Reviewing) -> None:
    first = desk.rows()[0][0]
    assert desk.page.marks.row == 0
    press(A)
    assert MASK in desk.stored()[first]
    assert desk.page.marks.row == 1
    desk.go_to(PHONE)
    press(X)
    assert desk.stored()[PHONE] == [KEEP]
    assert "Kept" in dict(desk.rows()).values()


def test_j_and_k_go_down_and_up_and_stay_inside(desk: Reviewing) -> None:
    last = len(desk.rows()) - 1
    press(J)
    assert desk.page.marks.row == 1
    press(K, times=3)
    assert desk.page.marks.row == 0
    press(J, times=last + 3)
    assert desk.page.marks.row == last
    assert {d for _, d in desk.rows()} == {"Undecided"}, "going through decides nothing"


def test_u_takes_back_step_by_step(desk: Reviewing) -> None:
    assert not desk.page.marks.undo_button.isEnabled()
    desk.go_to(PHONE)
    press(X)
    desk.go_to(FRIEND)
    press(A)
    press(U)
    assert desk.stored()[FRIEND] == [PENDING]
    assert desk.stored()[PHONE] == [KEEP]
    assert desk.rows()[desk.page.marks.row][0] == FRIEND
    press(U)
    assert desk.stored()[PHONE] == [PENDING]
    assert PHONE not in desk.shown
    press(U)
    assert not desk.page.marks.undo_button.isEnabled()


def test_digits_say_what_it_is(desk: Reviewing) -> None:
    desk.go_to(PHONE)
    kinds = (MarkKind.PERSON, MarkKind.PLACE, MarkKind.ORGANISATION, MarkKind.DATE)
    for digit, kind in enumerate((*kinds, MarkKind.NUMBER, MarkKind.OTHER), start=1):
        press(Qt.Key(Qt.Key.Key_0 + digit))
        marks = marking.marks(desk.session, desk.statement.id)
        mark = next(m for m in marks if TEXT[m.start : m.end] == PHONE)
        assert (mark.kind, mark.decision) == (kind, PENDING)
    press(U)
    marks = marking.marks(desk.session, desk.statement.id)
    assert next(m for m in marks if TEXT[m.start : m.end] == PHONE).kind is MarkKind.NUMBER


def test_what_was_said_about_an_undecided_mark_outlives_the_next_look(desk: Reviewing) -> None:
    desk.go_to(PHONE)
    press(Qt.Key.Key_2)
    desk.page.open(desk.session)
    assert (mark_of(desk, PHONE).kind, mark_of(desk, PHONE).decision) == (MarkKind.PLACE, PENDING)


def test_the_buttons_do_the_same_as_the_keys(desk: Reviewing) -> None:
    desk.go_to(PHONE)
    click(desk.page.marks.keep_button)
    assert desk.stored()[PHONE] == [KEEP]
    click(desk.page.marks.undo_button)
    assert desk.stored()[PHONE] == [PENDING]
    desk.go_to(PHONE)
    click(desk.page.marks.hide_button)
    assert desk.stored()[PHONE] == [MASK]
    for button, key in (
        (desk.page.marks.hide_button, "A"),
        (desk.page.marks.keep_button, "X"),
        (desk.page.marks.undo_button, "U"),
    ):
        assert button.text().endswith(f"  {key}")


def test_words_that_name_somebody_of_the_vault_cannot_be_kept(
    desk: Reviewing, case_id: CaseId
) -> None:
    person = stored(desk.session, case_id).persons[0]
    interviews.save_answer(desk.session, case_id, person.id, "names", Answer((FRIEND,)))
    desk.page.open(desk.session)
    desk.go_to(FRIEND)
    press(X)
    assert "these words name somebody in this vault" in words_on(desk.page)
    assert KEEP not in desk.stored()[FRIEND]
    assert FRIEND not in desk.shown, "the page shows what is stored"


def test_a_refusal_leaves_what_can_be_taken_back(desk: Reviewing, case_id: CaseId) -> None:
    person = stored(desk.session, case_id).persons[0]
    interviews.save_answer(desk.session, case_id, person.id, "names", Answer((FRIEND,)))
    desk.page.open(desk.session)
    desk.go_to(PHONE)
    press(A)
    desk.go_to(FRIEND)
    press(X)
    assert "these words name somebody in this vault" in words_on(desk.page)
    assert desk.page.marks.undo_button.isEnabled()
    press(U)
    assert desk.stored()[PHONE] == [PENDING], "the decision before the refused one"
    assert not desk.page.marks.undo_button.isEnabled(), "the refused one was never made"


# -- the same in other places ---------------------------------------------------------------------


def decisions(session: VaultSession, case_id: CaseId, question: str, words: str) -> set[Decision]:
    statement = told(session, case_id, question)
    marks = marking.marks(session, statement.id)
    return {m.decision for m in marks if statement.text[m.start : m.end] == words}


def test_the_same_words_are_decided_everywhere_at_once(desk: Reviewing, case_id: CaseId) -> None:
    other = write(desk.session, case_id, f"{PHONE} again.", "translation")
    review.open_statement(desk.session, other.id)
    desk.go_to(NAME)
    assert named(desk.page.marks, "Hide the same in 1 other place  S") is desk.page.marks.wide.same
    press(A)
    desk.go_to(NAME)
    click(desk.page.marks.wide.same)
    assert set(desk.stored()[NAME]) == {MASK}
    desk.go_to(PHONE)
    press(X)
    desk.go_to(PHONE)
    click(named(desk.page.marks, "Keep the same in 1 other place  S"))
    assert decisions(desk.session, case_id, "translation", PHONE) == {KEEP}


def test_taking_that_back_restores_what_stood_in_every_place(
    desk: Reviewing, case_id: CaseId
) -> None:
    other = write(desk.session, case_id, f"{PHONE} again.", "translation")
    found = review.open_statement(desk.session, other.id)
    ids = tuple(m.id for m in found.marks)
    review.decide(desk.session, other.id, ids, MASK)
    desk.go_to(PHONE)
    press(X)
    desk.go_to(PHONE)
    click(desk.page.marks.wide.same)
    assert decisions(desk.session, case_id, "translation", PHONE) == {KEEP}
    press(U)
    assert decisions(desk.session, case_id, "translation", PHONE) == {MASK}
    assert desk.stored()[PHONE] == [KEEP]
    press(U)
    assert desk.stored()[PHONE] == [PENDING]


def test_an_undecided_mark_is_hidden_everywhere(desk: Reviewing) -> None:
    desk.go_to(NAME)
    click(desk.page.marks.wide.same)
    assert set(desk.stored()[NAME]) == {MASK}
    press(U)
    assert set(desk.stored()[NAME]) == {PENDING}


def test_s_decides_the_same_words_in_the_whole_case(desk: Reviewing, case_id: CaseId) -> None:
    other = write(desk.session, case_id, f"{PHONE} again.", "translation")
    review.open_statement(desk.session, other.id)
    desk.go_to(PHONE)
    press(S)
    assert desk.stored()[PHONE] == [MASK]
    assert decisions(desk.session, case_id, "translation", PHONE) == {MASK}
    press(U)
    assert decisions(desk.session, case_id, "translation", PHONE) == {PENDING}


def test_p_hides_one_person_wherever_the_case_names_them(desk: Reviewing, case_id: CaseId) -> None:
    person = stored(desk.session, case_id).persons[0]
    interviews.save_answer(desk.session, case_id, person.id, "names", Answer((NAME,)))
    other = write(desk.session, case_id, "Lodachnik came, and Vasil Lodachnik left.", "translation")
    review.open_statement(desk.session, other.id)
    desk.page.open(desk.session)
    desk.go_to(NAME)
    button = desk.page.marks.wide.person
    assert button.text() == "Hide P1 in 4 places  P"
    assert not desk.page.marks.wide.never.isVisible(), "who is recorded is on no list"
    press(N)
    assert KEEP not in desk.stored()[NAME]
    press(P)
    assert set(desk.stored()[NAME]) == {MASK}
    assert decisions(desk.session, case_id, "translation", "Lodachnik") == {MASK}
    press(U)
    assert set(desk.stored()[NAME]) == {PENDING}
    assert decisions(desk.session, case_id, "translation", "Lodachnik") == {PENDING}


def test_n_puts_words_on_the_list_of_those_that_are_never_a_name(desk: Reviewing) -> None:
    desk.go_to(FRIEND)
    press(N)
    assert desk.stored()[FRIEND] == [KEEP]
    assert FRIEND in desk.shown
    assert "never proposed again" in words_on(desk.page)
    assert [r.words for r in rulings.of_vault(desk.session)] == [FRIEND]
    press(U)
    assert desk.stored()[FRIEND] == [PENDING]
    assert rulings.of_vault(desk.session) == ()


def test_m_puts_words_on_the_list_of_those_that_are_always_hidden(
    desk: Reviewing, case_ids: Ids
) -> None:
    desk.go_to(FRIEND)
    click(desk.page.marks.wide.always)
    assert desk.stored()[FRIEND] == [MASK]
    other = write(desk.session, case_ids[2], f"It was {FRIEND} who came.")
    desk.page.open(desk.session, other.id)
    assert dict(desk.rows())[FRIEND] == "Hidden"


def test_with_no_mark_in_focus_nothing_wide_is_offered(desk: Reviewing) -> None:
    desk.page.marks.go_nowhere()
    wide = desk.page.marks.wide
    for button in (wide.same, wide.person, wide.never, wide.always):
        assert not button.isVisible()
    for key in (S, P, N, M):
        press(key)
    assert {d for _, d in desk.rows()} == {"Undecided"}
    assert rulings.of_vault(desk.session) == ()


# -- marking by hand ------------------------------------------------------------------------------


def test_selected_words_are_marked_and_hidden_at_once(desk: Reviewing) -> None:
    start = TEXT.index("opened")
    desk.page.text.select(start, start + len("opened"))
    click(desk.page.marking.buttons[MarkKind.OTHER])
    assert desk.stored()["opened"] == [MASK]
    assert "opened" not in desk.shown
    assert desk.rows()[desk.page.marks.row][0] == "opened"
    press(U)
    assert "opened" not in desk.stored()
    assert "opened" in desk.shown


@opens_menus
def test_selected_words_become_a_person(desk: Reviewing, case_id: CaseId) -> None:
    start = TEXT.index("\u0641\u062a\u062d")
    desk.page.text.select(start, start + 3)
    click(desk.page.marking.buttons[MarkKind.PERSON])
    menu = open_menu(desk.page)
    assert "P1, interviewee" in entries(menu)
    choose(menu, "A new person")
    assert "[P2, other]" in desk.shown
    assert stored(desk.session, case_id).persons[1].code == "P2"


@opens_menus
def test_the_mark_in_focus_is_said_to_be_a_known_person_and_that_can_be_undone(
    desk: Reviewing, case_id: CaseId
) -> None:
    records.add_person(desk.session, case_id, Role.WITNESS)
    desk.page.open(desk.session)
    desk.go_to(FRIEND)
    click(desk.page.marking.buttons[MarkKind.PERSON])
    choose(open_menu(desk.page), "P2, witness")
    person = stored(desk.session, case_id).persons[1]
    assert "[P2, witness]" in desk.shown
    assert mark_of(desk, FRIEND).person_id == person.id
    kind = desk.page._model.index(desk.page.marks.row, Column.KIND).data()
    assert kind == "Person · P2, witness"
    press(U)
    assert mark_of(desk, FRIEND).person_id is None
    assert "[P2, witness]" not in desk.shown


def mark_of(desk: Reviewing, words: str) -> Mark:
    marks = marking.marks(desk.session, desk.statement.id)
    return next(m for m in marks if TEXT[m.start : m.end] == words)


@opens_menus
def test_the_mark_in_focus_becomes_a_new_person(desk: Reviewing, case_id: CaseId) -> None:
    desk.go_to(FRIEND)
    click(desk.page.marking.buttons[MarkKind.PERSON])
    choose(open_menu(desk.page), "A new person")
    assert mark_of(desk, FRIEND).person_id == stored(desk.session, case_id).persons[1].id
    assert "[P2, other]" in desk.shown
    click(desk.page.marking.buttons[MarkKind.PERSON])
    assert "P2, other" in entries(open_menu(desk.page))
    open_menu(desk.page).close()


def test_a_click_on_a_mark_in_the_text_goes_to_its_row(qtbot: QtBot, desk: Reviewing) -> None:
    start = TEXT.index(FRIEND)
    desk.page.text.select(start + 2, start + 2)
    assert desk.rows()[desk.page.marks.row][0] == FRIEND
    current = [s.key for s in desk.page.text._highlighter.stretches if s.current]
    assert current == [mark_of(desk, FRIEND).id]
    in_preview = [s for s in desk.page.preview._highlighter.stretches if s.current]
    assert [s.key for s in in_preview] == current


# -- finishing ------------------------------------------------------------------------------------


def test_a_review_cannot_be_finished_while_something_is_undecided(desk: Reviewing) -> None:
    assert not desk.page.finish.isEnabled()
    assert desk.page.finish.toolTip() == f"{len(desk.rows())} marks still to decide"
    assert desk.page.why_not.text() == desk.page.finish.toolTip()
    assert desk.page.why_not.isVisible()
    desk.decide_all()
    assert desk.page.finish.isEnabled()
    press(U)
    assert not desk.page.finish.isEnabled()


def test_a_finished_review_goes_on_to_the_next_statement(desk: Reviewing, case_ids: Ids) -> None:
    first = desk.statement.id
    desk.decide_all()
    click(desk.page.finish)
    assert told(desk.session, case_ids[0]).is_reviewed
    assert desk.statement.id != first
    codes = [stored(desk.session, case_id).case.code for case_id in case_ids[:1]]
    following = desk.page.head.chooser.currentText().split(" · ")[0]
    said = desk.page.messages.text.text()
    assert f"{codes[0]} · " in said
    assert f"is reviewed. Next: {following} · " in said
    assert not desk.page.marks.undo_button.isEnabled(), "what was finished is not taken back by U"
    for _ in range(8):
        if not desk.page.finish.isEnabled():
            desk.decide_all()
        if desk.page.finish.isEnabled():
            click(desk.page.finish)
    assert "Every statement is reviewed." in words_on(desk.page)
    assert "Reviewed." in desk.page.head.progress.text()
    assert not desk.page.finish.isEnabled()


def test_the_service_refuses_what_the_page_did_not_know(desk: Reviewing) -> None:
    desk.decide_all()
    write(desk.session, stored_case(desk), f"{TEXT} And Kalina Dzverka came.")
    click(desk.page.finish)
    assert "review" in words_on(desk.page.messages).lower()
    assert not told(desk.session, stored_case(desk)).is_reviewed
    assert "Kalina" in desk.page.text.text()


def stored_case(desk: Reviewing) -> CaseId:
    assert desk.page._state is not None
    return desk.page._state.case_id


def test_a_decision_after_a_finished_review_opens_it_again(desk: Reviewing) -> None:
    statement, case_id = desk.statement.id, stored_case(desk)
    desk.decide_all()
    click(desk.page.finish)
    desk.page.open(desk.session, statement)
    desk.go_to(PHONE)
    press(X)
    assert not told(desk.session, case_id).is_reviewed


# -- the queue ------------------------------------------------------------------------------------


def test_the_queue_names_code_and_how_much_is_left(desk: Reviewing, case_id: CaseId) -> None:
    chooser = desk.page.head.chooser
    code = stored(desk.session, case_id).case.code
    line = chooser.itemText(chooser.currentIndex())
    assert line.startswith(code)
    assert line.endswith(f"{len(desk.rows())} undecided")
    press(A)
    assert chooser.itemText(chooser.currentIndex()).endswith(f"{len(desk.rows()) - 1} undecided")


def test_the_queue_says_what_was_not_looked_at_and_what_is_not_finished(
    desk: Reviewing, case_id: CaseId
) -> None:
    plain = write(desk.session, case_id, "the door opened and we waited", "translation")
    desk.page.open(desk.session, desk.statement.id)
    chooser = desk.page.head.chooser
    row = chooser.findData(plain.id)
    assert chooser.itemText(row).endswith("not looked at yet")
    desk.page.open(desk.session, plain.id)
    assert chooser.currentText().endswith("not finished yet")
    click(desk.page.finish)
    assert chooser.itemText(chooser.findData(plain.id)).endswith("reviewed")


def test_keys_turn_to_the_next_and_the_previous_statement(desk: Reviewing) -> None:
    chooser = desk.page.head.chooser
    desk.page.open(desk.session, StatementId(chooser.itemData(0)))
    press(Qt.Key.Key_PageUp, CONTROL)
    assert chooser.currentIndex() == 0
    press(Qt.Key.Key_PageDown, CONTROL)
    assert chooser.currentIndex() == 1
    assert desk.statement.id == chooser.itemData(1)
    press(Qt.Key.Key_PageUp, CONTROL)
    assert desk.statement.id == chooser.itemData(0)
    chooser.setFocus()
    press(Qt.Key.Key_Down)
    assert desk.statement.id == chooser.itemData(1)


def test_nothing_to_review_says_so_and_leads_on(
    qtbot: QtBot, worker: ImmediateWorker, vault_session: VaultSession
) -> None:
    desk = Reviewing(qtbot, worker, vault_session)
    desk.page.open(vault_session)
    assert "There is no statement to review yet." in words_on(desk.page)
    assert desk.page.finish.isHidden()
    for key in (A, X, J, K, U, Qt.Key.Key_1):
        QTest.keyClick(desk.page, key)
    with qtbot.waitSignal(desk.page.cases_asked):
        press(ENTER) if keyboard() is desk.page.empty.button else click(desk.page.empty.button)


def test_a_text_that_changed_elsewhere_is_looked_at_again(desk: Reviewing) -> None:
    case_id = stored_case(desk)
    statement = told(desk.session, case_id)
    desk.go_to(PHONE)
    saved = interviews.save_draft(desk.session, statement.id, f"Kalina Dzverka. {TEXT}", 0)
    desk.page.refresh(saved.changes)
    assert desk.page.text.text().startswith("Kalina")
    assert "Kalina Dzverka" in {words for words, _ in desk.rows()}
    assert "Kalina" not in desk.shown


def test_a_failed_decision_is_shown_and_not_believed(
    qtbot: QtBot, desk: Reviewing, worker: ImmediateWorker
) -> None:
    worker.failed.disconnect()
    desk.go_to(PHONE)
    with broken(desk.session):
        press(X)
    assert desk.page.messages.isVisible()
    assert desk.stored()[PHONE] == [PENDING]
    assert PHONE not in desk.shown
    assert dict(desk.rows())[PHONE] == "Undecided"


def test_the_page_speaks_the_language_of_the_window(
    desk: Reviewing, interpreter: Interpreter
) -> None:
    interpreter.speak("be")
    desk.page.retranslate()
    assert "Undecided" not in {decision for _, decision in desk.rows()}
    assert desk.page.finish.text() != "&Finish this review"
    assert not desk.page.head.progress.text().endswith("decided")


def test_every_row_says_why_it_is_marked(desk: Reviewing) -> None:
    desk.go_to(PHONE)
    model = desk.page._model
    why = [model.index(row, Column.WHY).data() for row in range(model.rowCount())]
    assert why[desk.page.marks.row] == "looks like a telephone number"
    assert all(why)
