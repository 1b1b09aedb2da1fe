"""The interview page as a whole: its order, skip, pause and stop on every step, what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer, Missing
from intake.domain.case import CaseStatus
from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId
from intake.forms.definition import Texts
from intake.forms.expressions import parse
from intake.gui.i18n import Interpreter
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.guidance import Guidance
from intake.gui.interview.identity_panel import IdentityPanel
from intake.gui.interview.progress import Progress
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.section_list import SectionList
from intake.gui.interview.section_panel import SectionPanel
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.interview.step_area import StepArea
from intake.gui.interview.step_panel import StepPanel
from intake.gui.interview.views import CaseView
from intake.gui.pages.interview import BREAK_AFTER_MS
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, consents, interviews
from intake.services.session import VaultSession
from tests.gui.hands import (
    CONTROL,
    DOWN,
    ENTER,
    TAB,
    Seat,
    all_of,
    click,
    keyboard,
    named,
    one,
    open_sheet,
    pick,
    press,
    stored,
    told,
    type_text,
    words_on,
)

KEYS = (
    "checklist",
    "consent",
    "statement",
    "acts",
    "interview",
    "prior",
    "profile",
    "displacement",
    "needs",
    "others",
    "closing",
    "consent/again",
    "identity",
)
Ids = tuple[CaseId, ...]


@pytest.fixture
def seat(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> Seat:
    """Sit down before an interview that was begun just now."""
    return Seat(qtbot, worker, session)


@pytest.fixture
def told_seat(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_ids: Ids) -> Seat:
    """Sit down before an interview with consent and an account."""
    return Seat(qtbot, worker, session, case_ids[0])


def state_of(seat: Seat, key: str) -> str:
    item = seat.page.sections.item(seat.keys.index(key))
    return str(item.data(Qt.ItemDataRole.UserRole))


def test_a_withdrawn_interview_can_be_read_and_not_changed(told_seat: Seat) -> None:
    cases.withdraw(told_seat.session, told_seat.case_id, Withdrawal("2022-06-01"))
    told_seat.open("statement")
    panel = told_seat.panel
    assert isinstance(panel, StatementPanel)
    assert panel.editor.text()
    assert panel.editor.isReadOnly()
    assert "can be read, not changed" in told_seat.message


def test_words_that_were_just_marked_are_seen_in_their_colour(told_seat: Seat) -> None:
    panel = told_seat.go("statement")
    assert isinstance(panel, StatementPanel)
    panel.editor.setFocus()
    panel.editor.select(17, 19)
    press(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert [stretch.start for stretch in panel.editor._highlighter.stretches] == [17]
    assert not panel.editor.textCursor().hasSelection()
    assert panel.editor.caret() == 19


# -- order ----------------------------------------------------------------------------------------


def test_the_steps_stand_in_the_order_of_a_careful_interview(seat: Seat) -> None:
    assert tuple(seat.keys) == KEYS
    assert seat.page.steps == len(KEYS)
    assert seat.step == "checklist"
    assert seat.page.case_id == seat.case_id


def test_keys_go_forth_and_back_and_the_last_step_leaves(qtbot: QtBot, seat: Seat) -> None:
    assert not seat.page.back.isEnabled()
    for key in KEYS[1:]:
        press(Qt.Key.Key_PageDown, CONTROL)
        assert seat.step == key
    assert seat.page.next.text().replace("&", "") == "Done"
    for key in reversed(KEYS[:-1]):
        press(Qt.Key.Key_PageUp, CONTROL)
        assert seat.step == key
    press(Qt.Key.Key_PageUp, CONTROL)
    assert seat.step == KEYS[0]
    seat.go("identity")
    with qtbot.waitSignal(seat.page.left):
        click(seat.page.next)


def test_a_step_is_made_when_it_is_shown_for_the_first_time(seat: Seat) -> None:
    made = [step.key for step in seat.page._stack.steps if step.panel is not None]
    assert made == ["checklist"]
    panel = seat.go("profile")
    seat.go("checklist")
    assert seat.go("profile") is panel
    made = [step.key for step in seat.page._stack.steps if step.panel is not None]
    assert made == ["checklist", "profile"]


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("checklist", SectionPanel),
        ("consent", ConsentPanel),
        ("statement", StatementPanel),
        ("acts", RecordsPanel),
        ("others", RecordsPanel),
        ("consent/again", ConsentPanel),
        ("identity", IdentityPanel),
    ],
)
def test_every_kind_of_step_has_its_panel_and_takes_the_keyboard(
    seat: Seat, key: str, kind: type[StepPanel]
) -> None:
    panel = seat.go(key)
    assert isinstance(panel, kind)
    assert panel.isAncestorOf(keyboard())
    label = panel.section.label.get("en")
    assert label in seat.page.title.text()
    assert ("asked again" in seat.page.title.text()) is key.endswith("/again")


def test_an_interview_is_taken_up_where_something_is_left_to_do(told_seat: Seat) -> None:
    assert told_seat.step == "checklist"
    interview = told_seat.file.interviews[0]
    explained = Answer(
        tuple(
            choice.name
            for choice in interviews.form().question("information_given").choices.choices
        )
    )
    interviews.save_answer(
        told_seat.session, told_seat.case_id, interview.id, "information_given", explained
    )
    told_seat.open()
    assert told_seat.step == "statement", "consent is given already"
    statement = told(told_seat.session, told_seat.case_id)
    interviews.set_final(told_seat.session, statement.id, final=True)
    told_seat.open()
    assert told_seat.step == "acts"


def test_a_section_that_does_not_apply_is_passed_over(seat: Seat) -> None:
    form = interviews.form()
    only = parse("${role} = 'witness'")
    sections = tuple(replace(s, relevant=only) if s.name == "prior" else s for s in form.sections)
    seat.page.open_case(seat.session, seat.file, replace(form, sections=sections), "interview")
    press(Qt.Key.Key_PageDown, CONTROL)
    assert seat.step == "profile"
    press(Qt.Key.Key_PageUp, CONTROL)
    assert seat.step == "interview"
    panel = seat.go("profile")
    assert isinstance(panel, SectionPanel)
    click(named(panel, f"{panel.section.items[0].label.get('en')}: {_witness()}"))
    press(Qt.Key.Key_PageUp, CONTROL)
    assert seat.step == "prior", "an answer made it apply"


def _witness() -> str:
    return interviews.form().question("role").choices.by_name["witness"].label.get("en")


def test_enter_on_the_last_question_goes_on(seat: Seat) -> None:
    assert seat.step == "checklist"
    press(ENTER)
    assert seat.step == "consent"


# -- progress -------------------------------------------------------------------------------------


def test_each_section_says_how_far_it_is(seat: Seat) -> None:
    assert state_of(seat, "profile") == "open"
    seat.go("prior")
    press(DOWN)
    press(Qt.Key.Key_Space)
    assert state_of(seat, "prior") in ("begun", "done")
    seat.go("profile")
    click(seat.page.skip)
    assert state_of(seat, "profile") == "skipped"
    panel = seat.go("profile")
    assert isinstance(panel, SectionPanel)
    panel.questions.rows["age"].setFocus()
    type_text("41")
    press(ENTER)
    assert state_of(seat, "profile") == "begun"
    identity = seat.go("identity")
    assert isinstance(identity, IdentityPanel)
    click(identity.nameless)
    assert state_of(seat, "identity") == "done"
    seat.go("acts")
    assert isinstance(seat.panel, RecordsPanel)
    click(seat.panel.add)
    assert state_of(seat, "acts") == "begun"


def test_consent_is_done_twice(seat: Seat) -> None:
    panel = seat.go("consent")
    assert isinstance(panel, ConsentPanel)
    click(panel.asking.yes)
    assert (state_of(seat, "consent"), state_of(seat, "consent/again")) == ("done", "open")
    again = seat.go("consent/again")
    assert isinstance(again, ConsentPanel)
    click(again.read_back.stands)
    assert state_of(seat, "consent/again") == "done"


def test_a_click_on_a_section_opens_it(qtbot: QtBot, seat: Seat) -> None:
    sections = seat.page.sections
    place = sections.visualItemRect(sections.item(6)).center()
    qtbot.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seat.step == "profile"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection(1)])
def test_the_state_of_a_section_is_drawn_as_a_picture(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    sections = SectionList()
    qtbot.addWidget(sections)
    sections.setLayoutDirection(direction)
    sections.show_sections(["One", "Two"], 0)
    sections.show()
    seen = []
    states = [(state, False) for state in Progress] + [(Progress.OPEN, True)]
    for state, skipped in states:
        sections.show_progress(1, state, skipped=skipped)
        seen.append(sections.viewport().grab().toImage())
    assert all(a != b for i, a in enumerate(seen) for b in seen[:i])


# -- skip, pause, stop ----------------------------------------------------------------------------


@pytest.mark.parametrize("key", KEYS)
def test_skip_pause_and_stop_are_there_on_every_step(qtbot: QtBot, seat: Seat, key: str) -> None:
    seat.go(key)
    for button in (seat.page.skip, seat.page.pause, seat.page.stop):
        assert button.isVisible()
        assert button.isEnabled()
    with qtbot.waitSignal(seat.page.pause_asked):
        press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9, CONTROL)
    sheet = open_sheet(seat.page)
    assert "The interview can be taken up another day." in words_on(sheet)
    click(sheet.no)
    assert stored(seat.session, seat.case_id).interviews[0].stopped is None


def test_pause_saves_what_is_being_typed_first(qtbot: QtBot, told_seat: Seat) -> None:
    panel = told_seat.go("statement")
    assert isinstance(panel, StatementPanel)
    press(Qt.Key.Key_End, CONTROL)
    type_text(" Then th")
    saved: list[str] = []
    told_seat.page.pause_asked.connect(
        lambda: saved.append(told(told_seat.session, told_seat.case_id).text)
    )
    press(Qt.Key.Key_F9)  # a click would take the keyboard away, and that saves too
    assert saved[0].endswith(" Then th")


def test_stop_is_kept_and_told_the_next_time(qtbot: QtBot, told_seat: Seat) -> None:
    panel = told_seat.go("statement")
    assert isinstance(panel, StatementPanel)
    press(Qt.Key.Key_End, CONTROL)
    type_text(" Then th")
    click(told_seat.page.stop)
    assert keyboard() is open_sheet(told_seat.page).no, "the safe answer has the keyboard"
    with qtbot.waitSignal(told_seat.page.left):
        click(open_sheet(told_seat.page).yes)
    assert told(told_seat.session, told_seat.case_id).text.endswith(" Then th")
    told_seat.open()
    assert "The person asked to stop on" in told_seat.message
    assert "Ask before you go on" in told_seat.message


def test_leaving_goes_back_to_the_cases(qtbot: QtBot, seat: Seat) -> None:
    with qtbot.waitSignal(seat.page.left):
        click(seat.page.cases)


def test_a_break_is_suggested_after_a_while(qtbot: QtBot, seat: Seat) -> None:
    assert 30 * 60 * 1000 <= BREAK_AFTER_MS <= 60 * 60 * 1000
    assert seat.page._break.isActive()
    seat.page._break.timeout.emit()
    assert "pause, water or company" in seat.message
    seat.go("profile")
    assert "pause, water or company" not in seat.message
    click(seat.page.cases)
    assert not seat.page._break.isActive()


def test_help_and_wellbeing_are_offered_where_they_belong(seat: Seat) -> None:
    seat.go("needs")
    assert "Offer only help that you know is there" in one(seat.panel, Guidance).text
    seat.go("closing")
    assert "Who is with them tonight" in one(seat.panel, Guidance).text
    seat.go("profile")
    assert all(found.isHidden() for found in seat.panel.findChildren(Guidance))


# -- notices --------------------------------------------------------------------------------------


def test_writing_something_down_without_consent_is_pointed_out(seat: Seat) -> None:
    for key in ("checklist", "consent", "consent/again"):
        seat.go(key)
        assert seat.message == ""
    seat.go("statement")
    assert seat.message == "Consent has not been recorded yet."
    click(named(seat.page.messages, "Go to consent"))
    assert seat.step == "consent"
    assert seat.message == ""
    panel = seat.panel
    assert isinstance(panel, ConsentPanel)
    click(panel.asking.yes)
    seat.go("statement")
    assert seat.message == ""


def test_a_reminder_that_was_closed_comes_back_on_the_next_step(seat: Seat) -> None:
    seat.go("statement")
    seat.page.messages._close.click()
    assert seat.message == ""
    seat.go("acts")
    assert "Consent has not been recorded" in seat.message


def test_every_step_says_whose_interview_is_open(seat: Seat, told_seat: Seat) -> None:
    for place in (seat, told_seat):
        for key in place.keys:
            place.go(key)
            assert place.page.code.isVisible()
            assert place.page.code.text == place.file.case.code


@pytest.mark.parametrize("key", ["identity", "displacement", "profile"])
@pytest.mark.parametrize("language", ["en", "be"])
def test_no_field_loses_its_lower_edge(seat: Seat, key: str, language: str) -> None:
    seat.page.set_language(language)
    panel = seat.go(key)
    (questions,) = panel.question_panels()
    for row in questions.rows.values():
        if not row.isHidden():
            row.setFocus()
            QApplication.processEvents()
            for part in row.edit.findChildren(QWidget):
                if part.isVisible():
                    bottom = part.mapTo(row, part.rect().bottomLeft()).y()
                    assert bottom < row.height(), f"{row.question.name} is cut"
            assert row.edit.height() >= row.edit.minimumSizeHint().height()


def test_a_finalised_interview_is_neither_stopped_nor_skipped(
    seat: Seat, session: VaultSession
) -> None:
    assert seat.page.skip.isEnabled()
    assert seat.page.stop.isEnabled()
    cases.set_status(session, seat.case_id, CaseStatus.FINALISED)
    seat.open("profile")
    assert not seat.page.skip.isEnabled()
    assert not seat.page.stop.isEnabled()
    assert seat.page.pause.isEnabled()
    press(Qt.Key.Key_F9, CONTROL)
    assert not all_of(seat.page, Sheet)
    click(named(seat.page.messages, "Reopen the case"))
    assert seat.page.skip.isEnabled()
    assert seat.page.stop.isEnabled()


def test_section_names_stand_at_the_reading_edge(seat: Seat) -> None:
    seat.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row = seat.page.sections.visualItemRect(seat.page.sections.item(4))
    picture = seat.page.sections.viewport().grab(row).toImage()
    ground = picture.pixelColor(picture.width() // 2, 1)
    inked = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) != ground
    ]
    # The picture of the state takes no more than a sixth of the row; the name begins before that.
    assert min(inked) > picture.width() // 6
    assert max(inked) > picture.width() * 3 // 4


def test_a_finalised_case_is_read_only_until_it_is_reopened(
    seat: Seat, session: VaultSession
) -> None:
    changes = cases.set_status(session, seat.case_id, CaseStatus.FINALISED)
    seat.page.refresh(changes)
    for key in KEYS:
        seat.open(key)
        if key == "profile":
            assert isinstance(seat.panel, SectionPanel)
            assert not seat.panel.questions.rows["age"].edit.isEnabled()
        elif key == "acts":
            assert isinstance(seat.panel, RecordsPanel)
            assert seat.panel.add.isHidden()
        elif key == "consent":
            assert isinstance(seat.panel, ConsentPanel)
            assert not seat.panel.asking.isEnabled()
            assert not any(card.level.isEnabled() for card in seat.panel.cards.values())
        elif key == "identity":
            assert isinstance(seat.panel, IdentityPanel)
            assert not seat.panel.nameless.isEnabled()
    assert "This case is finalised" in seat.message
    click(named(seat.page.messages, "Reopen the case"))
    assert stored(session, seat.case_id).case.status is CaseStatus.DRAFT
    assert isinstance(seat.panel, IdentityPanel)
    assert seat.panel.nameless.isEnabled()


def test_a_withdrawn_case_says_so_and_offers_no_way_back(seat: Seat, session: VaultSession) -> None:
    cases.withdraw(session, seat.case_id, Withdrawal("2022-06-01"))
    seat.open()
    assert "Consent was withdrawn" in seat.message
    shown = seat.page.messages.findChildren(QPushButton)
    assert not [button for button in shown if button.isVisible() and "Reopen" in button.text()]


# -- no answer, languages -------------------------------------------------------------------------


def test_one_key_goes_through_the_reasons_for_no_answer(seat: Seat) -> None:
    panel = seat.go("profile")
    assert isinstance(panel, SectionPanel)
    panel.questions.rows["age"].setFocus()
    seen = []
    for _ in range(4):
        press(Qt.Key.Key_D, CONTROL)
        seen.append(stored(seat.session, seat.case_id).interviews[0].answers["age"].missing)
    assert seen == list(Missing)
    press(Qt.Key.Key_D, CONTROL)
    assert "age" not in stored(seat.session, seat.case_id).interviews[0].answers
    seat.page.skip.setFocus()
    press(Qt.Key.Key_D, CONTROL)
    assert "age" not in stored(seat.session, seat.case_id).interviews[0].answers


def test_the_questions_speak_the_persons_language_whatever_the_window_speaks(seat: Seat) -> None:
    seat.go("profile")
    pick(seat.page.languages, "ru")
    section = interviews.form().section("profile")
    question = section.items[0]
    assert question.label.by_language["ru"] in words_on(seat.panel)
    assert seat.page.title.text() == section.label.by_language["ru"]
    assert seat.page.next.text().replace("&", "") == "Next"
    seat.go("needs")
    assert interviews.form().section("needs").items[0].label.by_language["ru"] in words_on(
        seat.panel
    ), "also in a step that was made later"
    seat.go("consent")
    assert isinstance(seat.panel, ConsentPanel)
    age = interviews.form().question("age").label.by_language["ru"]
    assert seat.panel._facts["age"] == age


def test_the_window_speaks_another_language_without_losing_anything(
    seat: Seat, interpreter: Interpreter
) -> None:
    panel = seat.go("profile")
    assert isinstance(panel, SectionPanel)
    panel.questions.rows["age"].setFocus()
    type_text("41")
    for key in KEYS:
        seat.go(key)
    interpreter.speak("be")
    seat.page.set_language("be")
    seat.page.retranslate()
    assert seat.page.stop.text().replace("&", "") != "Stop"
    words = [label.text() for label in seat.page.findChildren(QLabel)]
    assert "Age" not in words
    assert stored(seat.session, seat.case_id).interviews[0].answers["age"] == Answer(41)


def test_one_language_needs_no_choice(seat: Seat) -> None:
    assert seat.page.languages.isVisible()
    seat.page.languages.show_languages(("en",))
    assert seat.page.languages.isHidden()


def test_what_gets_the_keyboard_is_scrolled_into_view(seat: Seat) -> None:
    panel = seat.go("profile")
    assert isinstance(panel, SectionPanel)
    area = one(seat.page, StepArea)
    row = panel.questions.rows["residence_now"]
    assert area.verticalScrollBar().value() == 0
    row.setFocus()
    top = row.mapTo(area.viewport(), row.rect().topLeft()).y()
    assert 0 <= top < area.viewport().height()
    assert area.verticalScrollBar().value() > 0
    for _ in range(200):
        press(TAB)
        assert keyboard() is not None


def test_answers_of_the_case_itself_are_kept_with_the_case(
    qtbot: QtBot, session: VaultSession, case_ids: Ids
) -> None:
    section = interviews.form().section("case")
    panel = SectionPanel(section, "en")
    qtbot.addWidget(panel)
    file = stored(session, case_ids[0])
    panel.show_case(CaseView(file, interviews.form(), "en"))
    assert panel.questions.owner == file.case.id


def test_a_language_of_a_text_falls_back_to_english() -> None:
    assert Texts({"en": "word"}).get("ka") == "word"


def test_consent_from_elsewhere_is_shown(told_seat: Seat) -> None:
    told_seat.go("consent")
    found = told_seat.file.consent
    assert found is not None
    changes = consents.save(
        told_seat.session, told_seat.case_id, type(found)(given="2023-03-04", uses=found.uses)
    )
    told_seat.page.refresh(changes.changes)
    assert "4 March 2023" in words_on(told_seat.panel)
