"""Recalls in the window: what the office is told, what stays to be seen here, and wrong files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake.domain.changes import Changes
from intake.domain.consent import Consent, Withdrawal
from intake.domain.ids import CaseId
from intake.gui.pages.cases.detail import CaseDetail
from intake.gui.pages.team.page import TeamPage
from intake.gui.sealing.recall_sheet import RecallSheet
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.words import ChoiceWords, iso_day_word
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, consents, recalls, sealing, team
from intake.services.days import today
from intake.services.session import VaultSession
from tests.gui.conftest import OFFICE
from tests.gui.hands import ENTER, click, one, press, type_into, words_on


def sealed_one(session: VaultSession, case_id: CaseId, into: Path) -> tuple[str, Path]:
    """Seal a case for the office; return the number of its parcel, and the parcel."""
    before = {each.parcel_id for each in session.store.parcels.sealed()}
    (file,) = sealing.seal(session, [case_id], to=[OFFICE], into=into, drafts=True).files
    (number,) = {each.parcel_id for each in session.store.parcels.sealed()} - before
    return number, file


def recall_of(session: VaultSession, number: str, out: Path, *, erase: bool) -> Changes:
    return recalls.write_recall(
        session, number, to=[OFFICE], out=out, day="2026-10-01", erase=erase
    )


@pytest.mark.parametrize("erase", [True, False])
def test_the_office_is_told_that_the_person_asks_to_be_erased(
    at_office: TeamPage,
    session: VaultSession,
    case_ids: tuple[CaseId, ...],
    tmp_path: Path,
    erase: bool,  # noqa: FBT001 (a parameter of pytest)
) -> None:
    number, parcel = sealed_one(session, case_ids[1], tmp_path)
    recall_of(session, number, tmp_path / "recall.parcel", erase=erase)
    at_office.receive(parcel)
    assert "erased" not in words_on(at_office.messages)
    at_office.receive(tmp_path / "recall.parcel")
    told = words_on(at_office.messages)
    assert "taken back" in told
    assert ("press Erase" in told) is erase


@pytest.mark.parametrize("erase", [True, False])
def test_the_page_of_the_case_says_it_too(
    qtbot: QtBot,
    session: VaultSession,
    case_ids: tuple[CaseId, ...],
    erase: bool,  # noqa: FBT001 (a parameter of pytest)
) -> None:
    consents.save(session, case_ids[1], Consent(given="2026-01-02"))
    cases.withdraw(session, case_ids[1], Withdrawal(day="2026-10-01", erase=erase))
    detail = CaseDetail(ChoiceWords())
    qtbot.addWidget(detail)
    (summary,) = (each for each in cases.list_cases(session) if each.id == case_ids[1])
    detail.show_case(summary, cases.case_file(session, case_ids[1]))
    told = detail.consent_state.text()
    assert "Withdrawn on" in told
    assert ("press Erase" in told) is erase


def test_a_recall_stays_to_be_seen_and_a_second_one_is_warned_of(
    team_page: TeamPage,
    session: VaultSession,
    office: VaultSession,
    worker: ImmediateWorker,
    case_ids: tuple[CaseId, ...],
    tmp_path: Path,
) -> None:
    assert office.is_open
    number, _ = sealed_one(session, case_ids[1], tmp_path)
    team_page._read_keys()
    team_page._read_parcels()
    click(team_page.sealed.recall_button)
    assert "was written on" not in words_on(one(team_page, RecallSheet))
    one(team_page, RecallSheet).cancel()
    work = (session, number, tmp_path / "recall.parcel")
    worker.submit(lambda: recall_of(*work, erase=False), writes=True)
    day = iso_day_word(today())
    assert team_page.sealed.model.index(0, 2).data() == f"Recalled, {day}"
    click(team_page.sealed.recall_button)
    assert f"A recall of this case was written on {day}" in words_on(one(team_page, RecallSheet))
    assert recalls.recalled(session) == {number: today()}


def test_of_several_lines_one_has_to_be_chosen_and_it_says_so(
    team_page: TeamPage,
    session: VaultSession,
    office: VaultSession,
    case_ids: tuple[CaseId, ...],
    tmp_path: Path,
) -> None:
    assert office.is_open
    for each in case_ids[:2]:
        sealed_one(session, each, tmp_path)
    team_page._read_parcels()
    assert not team_page.sealed.recall_button.isEnabled()
    assert "Choose a line" in words_on(team_page.sealed)
    team_page.sealed.table.selectRow(1)
    assert team_page.sealed.recall_button.isEnabled()
    assert "Choose a line" not in words_on(team_page.sealed)


def test_a_key_file_is_told_from_a_damaged_parcel(
    at_office: TeamPage, office: VaultSession, tmp_path: Path
) -> None:
    team.save_public_key(team.own_key(office), tmp_path / "own.pub")
    at_office.receive(tmp_path / "own.pub")
    assert "This is a key file" in words_on(at_office.messages)
    assert "Add a key file" in words_on(at_office.messages)
    (tmp_path / "torn.parcel").write_bytes(b"half of something")
    at_office.receive(tmp_path / "torn.parcel")
    assert "key file" not in words_on(at_office.messages)


def test_only_parcels_are_listed_and_what_is_typed_out_is_taken_all_the_same(
    team_page: TeamPage, tmp_path: Path
) -> None:
    for name in ("a.parcel", "b.PARCEL.bin", "letter.pub", "photo.jpg"):
        (tmp_path / name).write_bytes(b"x")
    click(team_page.parcels.receive_button)
    panel = one(team_page, PathSheet).panel
    type_into(panel.where, str(tmp_path))
    press(ENTER)
    names = [str(panel._model.index(n).data()) for n in range(panel._model.rowCount())]
    assert [name for name in names if (tmp_path / name).is_file()] == ["a.parcel", "b.PARCEL.bin"]
    type_into(panel.where, str(tmp_path / "photo.jpg"))
    press(ENTER)
    assert panel.path == tmp_path / "photo.jpg"
