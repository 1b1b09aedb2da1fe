"""What cannot be saved as it is typed: marked, warned of, and there again after a lock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.consent import Consent, IdentityLevel, RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.errors import UsageError
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.identity_panel import IdentityPanel
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.section_panel import SectionPanel
from intake.gui.interview.use_card import UseCard
from intake.gui.questions.row import QuestionRow
from intake.gui.windows.places import CASES
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, consents, interviews, records, unfinished
from intake.services.session import VaultSession
from tests.gui.hands import TAB, Seat, click, open_sheet, press, stored, type_into, words_on

WRONG_DAYS = ["31.12.2025", "2027-13-31"]
Ids = tuple[CaseId, ...]


@pytest.fixture
def seat(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> Seat:
    made = Seat(qtbot, worker, session)
    consents.save(session, made.case_id, Consent(given="2022-05-26"))
    made.open()
    return made


def lock_and_unlock(qtbot: QtBot, worker: ImmediateWorker, seat: Seat) -> Seat:
    """Leave as a lock does, and sit down before a fresh page as after it."""
    place = seat.page.step_key
    seat.page.flush()
    seat.page.hide()
    return Seat(qtbot, worker, seat.session, seat.case_id, place)


def state_of(seat: Seat, key: str) -> str:
    item = seat.page.sections.item(seat.keys.index(key))
    return str(item.data(Qt.ItemDataRole.UserRole))


def card_of(seat: Seat) -> UseCard:
    panel = seat.panel
    assert isinstance(panel, ConsentPanel)
    return panel.cards[Use.ANALYSIS]


def allow_until(seat: Seat, typed: str) -> UseCard:
    seat.go("consent")
    card = card_of(seat)
    click(card.level.buttons[IdentityLevel.CODE])
    click(card.terms.groups[RecipientGroup.ANALYSTS])
    type_into(card.terms.until, typed)
    press(TAB)
    return card


def type_day(row: QuestionRow, text: str) -> None:
    """Type over what stands in a row, and leave it."""
    field = row.edit.focusProxy()
    assert field is not None
    type_into(field, text)
    press(TAB)


def row_of(seat: Seat, key: str, name: str) -> QuestionRow:
    panel = seat.go(key)
    assert isinstance(panel, SectionPanel | IdentityPanel)
    return panel.questions.rows[name]


@pytest.mark.parametrize("typed", WRONG_DAYS)
def test_a_wrong_day_of_a_use_is_said_to_be_unsaved_everywhere(seat: Seat, typed: str) -> None:
    counts: list[int] = []
    seat.page.unsaved.connect(counts.append)
    card = allow_until(seat, typed)
    assert card._unsaved.text == "Not saved yet"
    assert counts[-1] == 1
    assert state_of(seat, "consent") == "unsaved"
    seat.page.go_on()
    assert "cannot be saved as it is written" in seat.message
    seat.page.messages.action.click()
    assert seat.step == "consent"
    type_into(card.terms.until, "2099-12-31")
    press(TAB)
    assert counts[-1] == 0
    assert state_of(seat, "consent") == "done"
    seat.page.go_on()
    assert "cannot be saved" not in seat.message


@pytest.mark.parametrize("typed", WRONG_DAYS)
def test_a_wrong_day_level_and_recipients_are_there_after_a_lock(
    qtbot: QtBot, worker: ImmediateWorker, seat: Seat, typed: str
) -> None:
    allow_until(seat, typed)
    seat = lock_and_unlock(qtbot, worker, seat)
    card = card_of(seat)
    assert card.terms.isVisible()
    assert card.terms.until.text() == typed
    assert card.level.buttons[IdentityLevel.CODE].isChecked()
    assert card.terms.groups[RecipientGroup.ANALYSTS].isChecked()
    assert "this use is not allowed" in words_on(card)
    consent = stored(seat.session, seat.case_id).consent
    assert consent is not None
    assert consent.uses[Use.ANALYSIS].level is IdentityLevel.NONE
    type_into(card.terms.until, "2099-12-31")
    press(TAB)
    consent = stored(seat.session, seat.case_id).consent
    assert consent is not None
    granted = consent.uses[Use.ANALYSIS]
    assert (granted.level, granted.until) == (IdentityLevel.CODE, "2099-12-31")
    assert granted.recipients == {RecipientGroup.ANALYSTS}
    assert unfinished.of_case(seat.session, seat.case_id) == {}


def test_both_pages_of_consent_show_the_same_wrong_day(seat: Seat) -> None:
    allow_until(seat, "31.12.2025")
    seat.go("consent/again")
    assert card_of(seat).terms.until.text() == "31.12.2025"
    assert state_of(seat, "consent/again") == "unsaved"


def test_the_day_of_an_event_that_is_no_date_is_there_after_a_lock(
    qtbot: QtBot, worker: ImmediateWorker, seat: Seat
) -> None:
    event = records.add_event_to_case(seat.session, seat.case_id)[0]
    owner = event.id
    interviews.save_answer(seat.session, seat.case_id, owner, "act_date", Answer("2020-07"))
    seat.open("acts#" + owner)
    panel = seat.panel
    assert isinstance(panel, RecordsPanel)
    questions = panel.question_panels()[0]
    row = questions.rows["act_date"]
    type_day(row, "when snow fell")
    assert row._unsaved.text == "Not saved yet"
    seat = lock_and_unlock(qtbot, worker, seat)
    panel = seat.panel
    assert isinstance(panel, RecordsPanel)
    row = panel.question_panels()[0].rows["act_date"]
    assert row.edit.written() == "when snow fell"
    assert row._unsaved.text == "Not saved yet"
    assert "This is no date" in words_on(row)
    assert stored(seat.session, seat.case_id).events[0].answers["act_date"] == Answer("2020-07")
    assert state_of(seat, "acts") == "unsaved"
    panel._on_toggled(owner)
    assert panel.cards[owner]._unsaved.text == "Not saved yet"


def test_what_is_wrong_in_one_interview_is_not_shown_in_another(seat: Seat, case_ids: Ids) -> None:
    row = row_of(seat, "identity", "birth_date")
    type_day(row, "when snow fell")
    first, seat.case_id = seat.case_id, case_ids[0]
    seat.open("identity")
    row = row_of(seat, "identity", "birth_date")
    assert row.edit.written() == ""
    assert row._unsaved.text == ""
    seat.case_id = first
    seat.open("identity")
    assert row_of(seat, "identity", "birth_date").edit.written() == "when snow fell"


def test_what_stood_there_before_can_be_typed_again(seat: Seat) -> None:
    row = row_of(seat, "interview", "interview_date")
    before = row.edit.written()
    for typed in ("when snow fell", before):
        type_day(row, typed)
    assert row._unsaved.text == ""
    assert unfinished.of_case(seat.session, seat.case_id) == {}
    assert "no date" not in words_on(row)


def test_an_answer_that_the_store_refuses_stays_marked_and_survives(
    qtbot: QtBot, worker: ImmediateWorker, seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise UsageError(what="Not this.")

    row = row_of(seat, "interview", "interview_date")
    with monkeypatch.context() as patch:
        patch.setattr(interviews, "save_answer", refuse)
        type_day(row, "2021-03-04")
    assert row._unsaved.text == "Not saved yet"
    assert state_of(seat, "interview") == "unsaved"
    assert "2021-03-04" in unfinished.of_case(seat.session, seat.case_id).values()


def test_no_name_takes_what_is_unfinished_with_it(seat: Seat) -> None:
    row = row_of(seat, "identity", "birth_date")
    type_day(row, "when snow fell")
    panel = seat.panel
    assert isinstance(panel, IdentityPanel)
    click(panel.nameless)
    open_sheet(seat.page).yes.click()
    assert unfinished.of_case(seat.session, seat.case_id) == {}
    assert row.edit.written() == ""


def test_erasing_a_case_takes_what_is_unfinished_with_it(session: VaultSession) -> None:
    case_id = interviews.begin(session).file.case.id
    unfinished.keep(session, case_id, {"a/b": "typed"})
    assert unfinished.of_case(session, case_id) == {"a/b": "typed"}
    cases.erase(session, case_id)
    assert unfinished.of_case(session, case_id) == {}
    unfinished.keep(session, case_id, {"a/b": "late"})
    assert unfinished.of_case(session, case_id) == {}


def test_a_case_with_nothing_but_unfinished_words_is_kept_and_told_of(
    workspace: Workspace,
) -> None:
    workspace.begin_interview()
    case_id = workspace.interview.case_id
    assert case_id is not None
    page = workspace.interview
    keys = [step.key for step in page._stack.steps]
    page.go_to(keys.index("identity"))
    panel = page._stack.current.panel  # type: ignore[union-attr]  # a step is open
    assert isinstance(panel, IdentityPanel)
    row = panel.questions.rows["birth_date"]
    type_day(row, "when snow fell")
    workspace.go(CASES)
    assert workspace.cases.messages.isVisible()
    assert "cannot be saved as written" in workspace.cases.messages.text.text()
    assert "not saved yet" in workspace.status._pending.text()
    assert workspace._session is not None
    assert cases.case_file(workspace._session, case_id).case.id == case_id
    workspace.open_interview(case_id, "identity")
    assert panel.questions.rows["birth_date"].edit.written() == "when snow fell"
