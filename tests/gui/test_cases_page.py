from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from intake.domain.audit import Action
from intake.domain.case import CaseStatus
from intake.domain.changes import Changes, Noun
from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.domain.ids import CaseId
from intake.domain.parcel import ReceivedCase
from intake.errors import DiskFullError
from intake.gui.i18n import Interpreter
from intake.gui.pages.cases.finalising import missing_parts
from intake.gui.pages.cases.page import CasesPage
from intake.gui.widgets.case_row import CaseRowDelegate
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.sheet import Sheet
from intake.gui.words import ChoiceWords
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, consents, interviews, vaults
from intake.services.cases import WithdrawalReceipt
from intake.services.left_bundles import LeftBundle
from intake.services.session import VaultSession
from intake.store.cases import CaseOrder
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret

Ids = tuple[CaseId, ...]


@pytest.fixture
def page(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> CasesPage:
    words = ChoiceWords()
    words.use(interviews.form())
    made = CasesPage(worker, words)
    qtbot.addWidget(made)
    worker.changed.connect(made.refresh)
    made.resize(1200, 700)
    with qtbot.waitActive(made):
        made.show()
    made.open(session)
    return made


def shown(page: CasesPage) -> list[CaseId]:
    return [page.model.summary(row).id for row in range(page.model.rowCount())]


def words_on(page: CasesPage) -> str:
    labels = page.detail.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def answer(page: CasesPage, *, yes: bool) -> Sheet:
    sheets = [s for s in page.window().findChildren(Sheet) if s.isVisible()]
    assert len(sheets) == 1
    (sheets[0].yes if yes else sheets[0].no).click()
    return sheets[0]


def test_the_newest_change_comes_first_and_is_chosen(page: CasesPage, case_ids: Ids) -> None:
    assert set(shown(page)) == set(case_ids)
    assert page.chosen is not None
    assert page.chosen.id == shown(page)[0]
    assert page.count.text() == "3 cases"


def test_the_chosen_case_is_shown_in_full(page: CasesPage, case_ids: Ids) -> None:
    page.show_case(case_ids[0])
    told = words_on(page)
    for fact in ("Lawyer", "IV-1", "1 person", "They came at six", "Given on 26 May 2022"):
        assert fact in told
    assert "Analysis of patterns" in told


@pytest.mark.parametrize(
    ("filter_name", "value", "expected"),
    [
        ("status", CaseStatus.FINALISED, {1}),
        ("group", "student", {2}),
        ("country", "GE", {0}),
        ("interviewer", "IV-1", {0, 2}),
    ],
)
def test_filters_leave_only_what_passes(
    page: CasesPage, case_ids: Ids, filter_name: str, value: object, expected: set[int]
) -> None:
    combo = getattr(page.filters, filter_name)
    combo.setCurrentIndex(combo.findData(value))
    assert combo.currentData() == value
    assert combo.currentText() not in {"GE", "student", CaseStatus.FINALISED.value}
    page.filters.changed.emit()
    assert set(shown(page)) == {case_ids[number] for number in expected}
    assert page.filters.active == 1
    page.filters.clear_button.click()
    assert len(shown(page)) == 3


def test_months_and_boxes_filter_too(page: CasesPage) -> None:
    month = datetime.now(UTC).strftime("%Y-%m")
    page.filters.month.setCurrentIndex(page.filters.month.findData(month))
    page.filters.changed.emit()
    assert len(shown(page)) == 3
    page.filters.expiring.click()
    assert shown(page) == []
    page.filters.expiring.click()
    page.filters.needs_review.click()
    assert all(page.model.summary(row).needs_review for row in range(page.model.rowCount()))


def test_nothing_that_passes_is_said_and_undone_with_one_button(page: CasesPage) -> None:
    page.filters.status.setCurrentIndex(page.filters.status.findData(CaseStatus.SEALED))
    page.filters.changed.emit()
    assert shown(page) == []
    assert page.nothing.isVisible()
    assert page.detail.isHidden()
    page.nothing.button.click()
    assert len(shown(page)) == 3


@pytest.mark.parametrize("order", list(CaseOrder))
def test_every_order_can_be_chosen(
    page: CasesPage, session: VaultSession, order: CaseOrder
) -> None:
    page.order.setCurrentIndex(page.order.findData(order))
    page.order.activated.emit(page.order.currentIndex())
    assert shown(page) == [row.id for row in cases.list_cases(session, order=order)]
    assert page.order.currentText()


def test_the_chosen_case_stays_chosen_when_the_list_is_read_again(
    page: CasesPage, case_ids: Ids
) -> None:
    page.show_case(case_ids[0])
    page.order.setCurrentIndex(page.order.findData(CaseOrder.CODE))
    page.order.activated.emit(page.order.currentIndex())
    assert page.chosen is not None
    assert page.chosen.id == case_ids[0]


def test_a_long_list_shows_its_first_rows_at_once_and_loses_none(
    page: CasesPage, session: VaultSession, case_ids: Ids, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.gui.pages.cases.page._FIRST_ROWS", 2)
    seen: list[int] = []
    page.model.rowsInserted.connect(lambda: seen.append(page.model.rowCount()))
    page.model.modelReset.connect(lambda: seen.append(page.model.rowCount()))
    page.model.set_rows(())
    page._wanted = case_ids[0]  # the last of all rows
    page.open(session)
    assert seen == [0, 2, 3]
    assert page.chosen is not None
    assert page.chosen.id == case_ids[0]
    assert page.count.text() == "3 cases"


def test_a_case_behind_a_filter_can_still_be_shown(page: CasesPage, case_ids: Ids) -> None:
    page.filters.status.setCurrentIndex(page.filters.status.findData(CaseStatus.FINALISED))
    page.filters.changed.emit()
    page.show_case(case_ids[0])
    assert page.chosen is not None
    assert page.chosen.id == case_ids[0]


def test_finalising_and_reopening(page: CasesPage, session: VaultSession, case_ids: Ids) -> None:
    page.show_case(case_ids[0])
    assert page.detail.status_button.text() == "&Finalise"
    page.detail.status_button.click()
    answer(page, yes=True)
    assert cases.case_file(session, case_ids[0]).case.status is CaseStatus.FINALISED
    assert page.detail.status_button.text() == "&Reopen"
    page.detail.status_button.click()
    assert cases.case_file(session, case_ids[0]).case.status is CaseStatus.DRAFT


def test_finalising_tells_what_is_missing_and_takes_no_for_an_answer(
    page: CasesPage, session: VaultSession, case_ids: Ids
) -> None:
    page.show_case(case_ids[0])
    page.detail.status_button.click()
    told = said(answer(page, yes=False))
    assert "The statement is not finalised" in told
    assert "Consent was not asked again" in told
    assert "Not done yet: Before we begin, What happened" in told
    assert "No consent" not in told
    assert cases.case_file(session, case_ids[0]).case.status is CaseStatus.DRAFT
    empty = interviews.begin(session).file.case.id
    page.show_case(empty)
    page.detail.status_button.click()
    told = said(answer(page, yes=True))
    assert "No consent is recorded" in told
    assert "No account is written down" in told
    assert cases.case_file(session, empty).case.status is CaseStatus.FINALISED


def said(sheet: Sheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def test_nothing_is_asked_when_nothing_is_missing(session: VaultSession, case_ids: Ids) -> None:
    file, form = cases.case_file(session, case_ids[0]), interviews.form()
    assert file.consent is not None
    done = replace(
        file,
        consent=replace(file.consent, confirmed=True),
        statements=tuple(replace(found, final=True) for found in file.statements),
    )
    (rest,) = missing_parts(done, form, "en")
    assert rest.startswith("Not done yet:")
    assert missing_parts(done, replace(form, sections=()), "en") == ()


def test_erasing_asks_first_and_takes_no_for_an_answer(
    page: CasesPage, session: VaultSession, case_ids: Ids
) -> None:
    page.show_case(case_ids[0])
    page.detail.erase_button.click()
    answer(page, yes=False)
    assert case_ids[0] in shown(page)
    page.detail.erase_button.click()
    answer(page, yes=True)
    assert case_ids[0] not in shown(page)
    assert len(cases.list_cases(session)) == 2


def test_a_withdrawal_is_recorded_and_the_case_stays(
    page: CasesPage, session: VaultSession, case_ids: Ids
) -> None:
    page.show_case(case_ids[0])
    page.detail.withdraw_button.click()
    answer(page, yes=True)
    recorded = session.store.consents.current(case_ids[0])
    assert recorded is not None
    assert recorded.withdrawn is not None
    assert not recorded.withdrawn.erase
    assert "Withdrawn on" in words_on(page)
    assert page.detail.withdraw_button.isHidden()
    assert "there is nothing to recall" in page.messages.text.text()
    asked: list[object] = []
    page.interview_asked.connect(asked.append)
    assert page.detail.open_button.text() == "&Read interview"
    page.detail.open_button.click()
    assert asked == [case_ids[0]]


@pytest.mark.parametrize(("what", "partly"), [({Use.QUOTATION}, True), (set(), False)])
def test_the_list_and_the_page_say_the_same_of_a_withdrawal(
    page: CasesPage,
    session: VaultSession,
    case_ids: Ids,
    what: set[Use],
    partly: bool,  # noqa: FBT001 (a parameter of pytest)
) -> None:
    cases.withdraw(session, case_ids[1], Withdrawal("2026-10-01", frozenset(what)))
    page._load()
    page.show_case(case_ids[1])
    row = page.model.row_of(case_ids[1])
    status = "Finalised" if partly else "Withdrawn"
    chips = [text for text, _ in CaseRowDelegate(ChoiceWords())._chips(page.model.summary(row))]
    on_page = [page.detail.status, page.detail.partly]
    assert [chip.text for chip in on_page] == [status, "Partly withdrawn" if partly else ""]
    assert chips == [chip.text for chip in on_page if chip.text]
    spoken = str(page.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    assert status in spoken
    assert ("Partly withdrawn" in spoken) is partly


def test_a_case_of_which_two_versions_are_here_says_so_until_somebody_has_decided(
    page: CasesPage, session: VaultSession, case_ids: Ids
) -> None:
    note = ReceivedCase("0a" * 16, case_ids[1], "2026-01", "Office", rival=case_ids[2])
    with session.store.write() as tx:
        session.store.parcels.note_received(tx, note)
    for is_open in (True, False):
        page._load()
        page.show_case(case_ids[1])
        for number, case_id in enumerate(case_ids):
            index = page.model.index(page.model.row_of(case_id))
            summary = page.model.summary(index.row())
            chips = [text for text, _ in CaseRowDelegate(ChoiceWords())._chips(summary)]
            assert ("Two versions" in chips) is (is_open and number > 0)
            spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
            assert ("Two versions" in spoken) is (is_open and number > 0)
        assert page.detail.versions.text == ("Two versions" if is_open else "")
        assert page.detail.seal_button.isVisible(), "the page says what is to be decided first"
        with session.store.write() as tx:
            session.store.parcels.settle(tx, note)


def test_the_question_says_that_a_withdrawal_cannot_be_taken_back(
    page: CasesPage, case_ids: Ids
) -> None:
    page.show_case(case_ids[0])
    page.detail.withdraw_button.click()
    sheet = page.window().findChild(Sheet)
    assert sheet is not None
    texts = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "This cannot be taken back." in texts
    sheet.cancel()


def test_who_took_back_one_use_can_take_back_everything(
    page: CasesPage, session: VaultSession, case_ids: Ids
) -> None:
    levels = (Use.ANALYSIS, Use.MEDIA)
    uses = {use: UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.ANY})) for use in levels}
    consents.save(session, case_ids[0], Consent(given="2022-05-26", uses=uses))
    cases.withdraw(session, case_ids[0], Withdrawal("2022-06-01", frozenset({Use.MEDIA})))
    page.refresh(Changes(frozenset({Noun.CONSENT, Noun.CASE})))
    page.show_case(case_ids[0])
    told = words_on(page)
    assert "the person took back: Media" in told
    assert "Nothing more may leave" not in told
    names = [row.text() for row in page.detail.findChildren(QLabel) if row.isVisible()]
    assert "Analysis of patterns by code" in names
    assert "As a record without a name; To any recipient" in names, "as what, and to whom"
    assert "Media" not in names
    page.detail.withdraw_button.click()
    answer(page, yes=True)
    recorded = session.store.consents.current(case_ids[0])
    assert recorded is not None
    assert recorded.withdrawn is not None
    assert recorded.withdrawn.what == frozenset()


def test_a_withdrawal_that_asks_for_erasure_leads_to_erasing(
    page: CasesPage, session: VaultSession, case_ids: Ids
) -> None:
    page.show_case(case_ids[0])
    page.detail.withdraw_button.click()
    sheet = next(s for s in page.window().findChildren(Sheet) if s.isVisible())
    box = sheet.findChild(CheckBox)
    assert isinstance(box, CheckBox)
    box.setChecked(True)
    sheet.yes.click()
    answer(page, yes=True)
    assert case_ids[0] not in shown(page)


def test_bundles_to_recall_are_told_by_number_day_and_recipients(page: CasesPage) -> None:
    chosen = page.chosen
    assert chosen is not None
    left = (LeftBundle("b1", "2022-06-01", RecipientGroup.UN), LeftBundle("b2", "2022-07-02", None))
    page._withdrawn(chosen, False, WithdrawalReceipt(left, Changes(frozenset({Noun.CONSENT}))))  # noqa: FBT003 (bound by partial)
    told = page.messages.text.text()
    assert told.endswith("b1, 1 June 2022, United Nations; b2, 2 July 2022")
    assert "2 bundles" in told


def test_the_page_of_a_case_lists_the_bundles_that_hold_it(
    page: CasesPage, session: VaultSession, case_ids: Ids
) -> None:
    assert not page.detail.bundles_card.isVisible()
    with session.store.write(Action.EXPORTED, "b1") as tx:
        session.store.releases.record(tx, "b1", "2022-06", case_ids[:1], {"group": "un"})
    page.show_case(case_ids[0])
    page.refresh(Changes(frozenset({Noun.RELEASE})))
    assert page.detail.bundles_card.isVisible()
    assert page.detail.bundles.text().startswith("b1, ")
    assert page.detail.bundles.text().endswith(", United Nations")
    page.detail.retranslate()
    assert "United Nations" in page.detail.bundles.text()
    page.show_case(case_ids[1])
    assert not page.detail.bundles_card.isVisible()


def test_an_error_is_told_on_the_page(
    page: CasesPage, monkeypatch: pytest.MonkeyPatch, case_ids: Ids
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    for name in ("set_status", "withdraw", "erase"):
        monkeypatch.setattr(cases, name, refuse)
    page.show_case(case_ids[0])
    page.detail.status_button.click()
    answer(page, yes=True)
    assert page.messages.code.text() == "A03"
    for button in (page.detail.withdraw_button, page.detail.erase_button):
        page.messages.clear()
        button.click()
        answer(page, yes=True)
        assert page.messages.code.text() == "A03"


def test_opening_an_interview_by_button_key_and_enter(
    qtbot: QtBot, page: CasesPage, case_ids: Ids
) -> None:
    page.show_case(case_ids[2])
    asked: list[object] = []
    page.interview_asked.connect(asked.append)
    page.detail.open_button.click()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    page.list.activated.emit(page.list.currentIndex())
    assert asked == [case_ids[2]] * 3


def test_a_new_interview_by_button_and_key(qtbot: QtBot, page: CasesPage) -> None:
    asked: list[int] = []
    page.new_asked.connect(lambda: asked.append(1))
    page.new_button.click()
    qtbot.keyClick(page.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert asked == [1, 1]


def test_a_hidden_page_looks_again_only_when_it_is_shown(
    page: CasesPage, session: VaultSession
) -> None:
    page.hide()
    interviews.begin(session)
    page.refresh(Changes(frozenset({Noun.SETTING})))
    page.look_again()
    assert len(shown(page)) == 3
    page.refresh(Changes(frozenset({Noun.CASE})))
    assert len(shown(page)) == 3
    page.look_again()
    assert len(shown(page)) == 4


def test_consent_in_all_its_states_is_told(
    page: CasesPage, session: VaultSession, case_ids: Ids
) -> None:
    page.show_case(case_ids[0])
    for consent, sentence in (
        (Consent(), "has not been asked"),
        (Consent(given="2022-05-26", confirmed=True), "Given on 26 May 2022 (spoken)."),
        (Consent(given="2022-05-26"), "Not yet asked again"),
        (Consent(given="2022-05-26", withdrawn=Withdrawal("2022-06-01")), "Withdrawn on 1 June"),
    ):
        consents.save(session, case_ids[0], consent)
        page.refresh(Changes(frozenset({Noun.CONSENT})))
        assert sentence in words_on(page)


def test_an_empty_vault_says_what_to_do(
    qtbot: QtBot, worker: ImmediateWorker, tmp_path: Path
) -> None:
    empty = vaults.create(
        tmp_path / "empty",
        name="Empty",
        passphrase=Secret.from_text("quiet lantern orbit maple thunder velvet"),
        recovery=RecoveryKey.new(),
        costs=KdfCosts(memory_kib=64 * 1024, time_cost=3, lanes=1),
    )
    page = CasesPage(worker, ChoiceWords())
    qtbot.addWidget(page)
    page.show()
    page.open(empty)
    assert page.empty.isVisible()
    assert page.new_button.isHidden(), "one button, not two"
    with qtbot.waitSignal(page.new_asked):
        page.empty.button.click()
    page._open_chosen()
    page._ask_withdrawal()
    page._ask_chosen_erasure()
    page._set_status(CaseStatus.FINALISED)
    assert page.window().findChildren(Sheet) == []
    empty.close()


def test_the_page_speaks_the_language_of_the_window(
    qtbot: QtBot, page: CasesPage, interpreter: Interpreter
) -> None:
    interpreter.speak("be")
    qtbot.waitUntil(lambda: page.list_title.text() == "Выпадкі")
    assert page.count.text() == "3 выпадкі"
    assert page.detail.open_button.text() == "&Адкрыць гутарку"
    assert page.filters.status.itemText(0) == "Любы стан"
    QApplication.processEvents()
