"""Parcels on the team page: received, recalled, told in plain words; and two versions of a case."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from intake.domain.case import CaseStatus
from intake.domain.ids import CaseId
from intake.domain.parcel import SealedCase
from intake.errors import DiskFullError
from intake.gui.models.differences_model import DifferencesModel
from intake.gui.models.pick_model import PickModel
from intake.gui.models.sealed_model import SealedModel
from intake.gui.pages.conflict import ConflictPage
from intake.gui.pages.team.page import TeamPage
from intake.gui.sealing.left_list import LeftSheet
from intake.gui.sealing.recall_sheet import RecallSheet
from intake.gui.sealing.received_words import received_words
from intake.gui.sealing.version_words import place_words
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.words import ChoiceWords
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, interviews, parcels, recalls, sealing, team, vaults
from intake.services.parcels import Conflict, Difference, Outcome, Version
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.gui.conftest import FIELD, OFFICE, PASSPHRASE, Made, show_page
from tests.gui.hands import DOWN, ENTER, SPACE, click, one, press, type_into, words_on

Fatal = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def parcel(
    session: VaultSession, office: VaultSession, case_ids: tuple[CaseId, ...], tmp_path: Path
) -> Path:
    """Return a parcel for the office with the finished case."""
    assert office.is_open
    return sealing.seal(
        session, [case_ids[1]], to=[OFFICE], into=tmp_path, label="blue notebook"
    ).files[0]


def test_a_parcel_is_received_and_a_second_time_changes_nothing(
    at_office: TeamPage, office: VaultSession, parcel: Path
) -> None:
    at_office.receive(parcel)
    (case,) = cases.list_cases(office)
    told = words_on(at_office.messages)
    assert case.code in told
    assert FIELD in told
    at_office.receive(parcel)
    assert "brings nothing new" in words_on(at_office.messages)
    assert len(cases.list_cases(office)) == 1


def test_what_nobody_trusted_has_signed_is_refused_in_words(
    at_office: TeamPage, office: VaultSession, parcel: Path
) -> None:
    team.forget(office, FIELD)
    at_office.receive(parcel)
    assert at_office.messages.isVisible()
    assert at_office.messages.code.text()
    assert cases.list_cases(office) == ()
    assert at_office.parcels.isEnabled()


def test_sealed_cases_are_listed_and_recalled(
    team_page: TeamPage, office: VaultSession, parcel: Path, tmp_path: Path
) -> None:
    parcels.receive(office, parcel)
    team_page._read_keys()
    team_page._read_parcels()
    assert team_page.sealed.model.rowCount() == 1
    assert team_page.sealed.model.index(0, 1).data() == "blue notebook"
    assert team_page.sealed.model.index(0, 2).data() == "Sealed"
    assert team_page.sealed.recall_button.isEnabled(), "the only one is chosen"
    click(team_page.sealed.recall_button)
    sheet = one(team_page, RecallSheet)
    assert "blue notebook" in words_on(sheet)
    assert not sheet.yes.isEnabled(), "nobody is ticked beforehand"
    box = sheet.keys.first
    assert box is not None
    click(box)
    type_into(sheet.day, "yesterday")
    assert not sheet.yes.isEnabled()
    type_into(sheet.day, "2026-10-01")
    click(sheet.erase)
    click(sheet.yes)
    where = one(team_page, PathSheet)
    type_into(where.panel.where, str(tmp_path))
    press(ENTER)
    click(where.yes)
    assert "recall.parcel" in words_on(team_page.messages)
    arrived = recalls.receive(office, tmp_path / "recall.parcel")
    assert arrived.received.outcome is Outcome.RECALLED
    (case,) = cases.list_cases(office)
    assert case.status is CaseStatus.WITHDRAWN
    assert "taken back" in received_words(arrived)


def test_what_is_left_is_told(team_page: TeamPage) -> None:
    click(team_page.journey.report_button)
    told = words_on(one(team_page, LeftSheet))
    assert "3 cases that can be opened" in told
    assert "2 of them drafts" in told
    assert "Nobody can open" not in told


def test_coming_back_reads_nothing_again(
    team_page: TeamPage,
    session: VaultSession,
    worker: ImmediateWorker,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(worker, "submit", lambda work, *_rest, **_more: asked.append(work))
    team_page.open(session)
    assert asked == []


def test_what_changed_while_another_page_was_seen_is_shown(
    team_page: TeamPage,
    session: VaultSession,
    office: VaultSession,
    worker: ImmediateWorker,
    case_ids: tuple[CaseId, ...],
    tmp_path: Path,
) -> None:
    assert office.is_open
    team_page.hide()
    worker.submit(partial(sealing.seal, session, [case_ids[1]], to=[OFFICE], into=tmp_path))
    worker.submit(team.forget, session, OFFICE, writes=True)
    team_page.open(session)
    team_page.show()
    assert team_page.sealed.model.rowCount() == 1
    assert OFFICE not in words_on(team_page.keys)


def test_what_could_not_be_read_is_read_at_the_next_visit(
    team_page: TeamPage,
    session: VaultSession,
    office: VaultSession,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_session: VaultSession) -> None:
        raise DiskFullError

    assert office.is_open
    with monkeypatch.context() as patch:
        patch.setattr(team, "trusted_keys", refuse)
        team_page._read_keys()
    assert team_page.messages.isVisible()
    team_page.keys.show_keys(())
    team_page.open(session)
    assert OFFICE in words_on(team_page.keys)
    assert not team_page.messages.isVisible()


# -- two versions ---------------------------------------------------------------------------------


@pytest.fixture
def other_parcel(
    made_vault: Made, office: VaultSession, case_ids: tuple[CaseId, ...], tmp_path: Path
) -> Path:
    """Return a parcel with the same case from another laptop, on which somebody went on writing."""
    (tmp_path / "other").mkdir()
    path = Path(shutil.copytree(made_vault.folder, tmp_path / "other" / "vault"))
    with Secret.from_text(PASSPHRASE) as passphrase:
        other = vaults.unlock(path, passphrase)
    team.pin(other, OFFICE, team.own_key(office))
    cases.set_status(other, case_ids[1], CaseStatus.DRAFT)
    (told,) = (s for s in cases.case_file(other, case_ids[1]).statements if s.text)
    interviews.save_draft(other, told.id, f"{told.text} And then they left.", 0)
    into = tmp_path / "other"
    done = sealing.seal(other, [case_ids[1]], to=[OFFICE], into=into, drafts=True)
    other.close()
    return done.files[0]


@pytest.fixture
def conflict(
    qtbot: QtBot,
    worker: ImmediateWorker,
    office: VaultSession,
    parcel: Path,
    other_parcel: Path,
) -> ConflictPage:
    """Show the office a case that has come from two laptops."""
    parcels.receive(office, other_parcel)
    assert parcels.receive(office, parcel).outcome is Outcome.CONFLICT
    words = ChoiceWords()
    words.use(interviews.form())
    made = ConflictPage(worker, words)
    show_page(qtbot, worker, made, office)
    return made


@pytest.mark.parametrize("version", ["ours", "theirs"])
def test_a_version_that_is_erased_elsewhere_waits_no_more(
    at_office: TeamPage,
    office: VaultSession,
    worker: ImmediateWorker,
    parcel: Path,
    other_parcel: Path,
    version: str,
) -> None:
    for each in (other_parcel, parcel):
        at_office.receive(each)
    assert at_office.parcels.decide_button.isVisible()
    gone = getattr(parcels.conflicts(office)[0], version).case
    worker.submit(cases.erase, office, gone.id, writes=True)
    assert not at_office.parcels.decide_button.isVisible()


def test_nothing_is_chosen_beforehand_and_every_place_is_shown(conflict: ConflictPage) -> None:
    assert conflict.chosen is None
    assert not conflict.decide.isEnabled()
    rows = range(conflict.model.rowCount())
    table = [[str(conflict.model.index(row, column).data()) for column in range(3)] for row in rows]
    assert ["Status", "Draft", "Finalised"] in table
    assert any("And then they left." in ours for _, ours, _ in table)
    assert not any("And then they left." in theirs for _, _, theirs in table)
    assert all(ours != theirs for _, ours, theirs in table)
    assert "In the person" in " ".join(place for place, _, _ in table), "in the form's words"
    for row in rows:
        conflict.table.selectRow(row)
        assert conflict.whole_ours.text() != conflict.whole_theirs.text()


@pytest.mark.parametrize(
    ("version", "down", "left"),
    [
        (Version.OURS, 0, ["draft"]),
        (Version.THEIRS, 1, ["finalised"]),
        (Version.BOTH, 2, ["draft", "finalised"]),
    ],
)
def test_a_person_decides_with_the_keyboard(
    conflict: ConflictPage, office: VaultSession, version: Version, down: int, left: list[str]
) -> None:
    press(ENTER)
    assert len(parcels.conflicts(office)) == 1, "Enter decides nothing"
    conflict.choices[Version.OURS].setFocus()
    assert {conflict.chosen} == {None}, "to come to the choices chooses nothing"
    press(DOWN, times=down)
    press(SPACE)
    assert conflict.chosen is version
    conflict.decide.setFocus()
    press(ENTER)
    assert parcels.conflicts(office) == ()
    assert sorted(each.status.value for each in cases.list_cases(office)) == left
    assert "nothing to decide" in words_on(conflict)


def test_a_decision_reads_what_is_left_once(
    conflict: ConflictPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[VaultSession] = []
    reading = parcels.conflicts

    def conflicts(session: VaultSession) -> tuple[Conflict, ...]:
        read.append(session)
        return reading(session)

    monkeypatch.setattr(parcels, "conflicts", conflicts)
    click(conflict.choices[Version.BOTH])
    click(conflict.decide)
    assert len(read) == 1
    assert "Both are kept" in words_on(conflict.messages)


def test_a_difference_far_down_in_a_long_text_is_seen(qtbot: QtBot) -> None:
    assert qtbot is not None
    model = DifferencesModel(ChoiceWords())
    same = "word " * 400
    model.show_differences((Difference("statements.x.text", f"{same}one", f"{same}two"),), "S")
    assert str(model.index(0, 1).data()).endswith("one")
    assert str(model.index(0, 2).data()).endswith("two")
    assert len(str(model.index(0, 1).data())) < 500
    assert (
        place_words("events.2.answers.made_up", ChoiceWords())
        == "Event  \u203a  2  \u203a  made_up"
    )


@pytest.mark.parametrize("same", ["They came in the morning. " * 9, "x" * 300])
def test_a_row_begins_where_the_versions_part(qtbot: QtBot, same: str) -> None:
    assert qtbot is not None
    model = DifferencesModel(ChoiceWords())
    model.show_differences((Difference("statements.x.text", f"{same}Vasil", f"{same}Anna"),), "S")
    ours, theirs = (str(model.index(0, column).data()) for column in (1, 2))
    assert 0 <= ours.find("Vasil") < 20, "it is seen in a narrow column"
    assert 0 <= theirs.find("Anna") < 20
    row = model.difference_at(0)
    assert row is not None
    assert len(model.sides(row)[0]) > len(ours), "below the table there is room for more"


def test_models_keep_to_the_rules(qtbot: QtBot, session: VaultSession) -> None:
    assert qtbot is not None
    sealed, pick, differences = (
        SealedModel(),
        PickModel(ChoiceWords()),
        DifferencesModel(ChoiceWords()),
    )
    testers = [QAbstractItemModelTester(each, Fatal) for each in (sealed, pick, differences)]
    sealed.show_cases((SealedCase("a" * 32, "2026-01"), SealedCase("b" * 32, "2026-02", "x")), {})
    assert sealed.index(0, 1).data() == "x", "the newest first"
    assert sealed.headerData(0, Qt.Orientation.Vertical) is None
    rows = cases.list_cases(session)
    pick.show_cases(rows, frozenset({rows[1].id}))
    pick.toggle(pick.index(0))
    assert pick.chosen == (rows[0].id, rows[1].id)
    pick.tick_all(on=False)
    assert list(pick.chosen) == []
    differences.show_differences((Difference("status", "draft", "finalised"),), "S")
    assert differences.headerData(2, Qt.Orientation.Horizontal) == "From S"
    assert len(testers) == 3
