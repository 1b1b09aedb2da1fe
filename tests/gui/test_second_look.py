"""After a review the next step stands below it: somebody else looks, here or in another vault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from intake.domain.consent import RecipientGroup
from intake.domain.ids import CaseId
from intake.domain.marks import Decision, MarkKind
from intake.export import looks
from intake.export.keys import VaultKeyring, parse_public_key
from intake.export.looks import read_request, write_answer
from intake.gui.pages.settings.page import SettingsPage
from intake.gui.review.look_sheets import AskSheet, ChangesSheet, ConfirmSheet, RequestSheet
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import review, second_look, settings, team
from intake.services.second_look import Stage
from intake.services.session import VaultSession
from tests.gui.hands import CONTROL, click, open_sheet, press, told, type_into, words_on
from tests.gui.reviewing import FRIEND, NAME, TEXT, Reviewing, X, write

GROUP = "team"


@pytest.fixture
def desk(
    qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_ids: tuple[CaseId, ...]
) -> Reviewing:
    """Return the page of a vault that asks for second looks, with everything decided."""
    ours = replace(settings.load(session), second_look=True, interviewer_code="I-1")
    settings.save(session, ours)
    statement = write(session, case_ids[0], TEXT)
    made = Reviewing(qtbot, worker, session)
    made.page.open(session, statement.id)
    made.decide_all()
    return made


@pytest.fixture
def colleague(session: VaultSession) -> VaultKeyring:
    """Return a colleague's keys, whose public half is trusted here."""
    made = VaultKeyring.generate()
    text = made.public_key("Somebody").text
    words = " ".join(parse_public_key(text.encode()).words)
    team.pin(session, "Colleague", team.PublicKey("Somebody", words, text))
    return made


def stage(desk: Reviewing) -> Stage:
    return second_look.status(desk.session, desk.statement.id).stage


def choose(desk: Reviewing, path: Path) -> None:
    """Choose a file, or a new name, in the sheet that is open."""
    sheet = open_sheet(desk.page)
    assert isinstance(sheet, PathSheet)
    sheet.panel.show_path(path)
    click(sheet.yes)


def ask(desk: Reviewing, path: Path) -> None:
    click(desk.page.finish)
    click(desk.page.looks.next_button)
    sheet = open_sheet(desk.page)
    assert isinstance(sheet, AskSheet)
    assert sheet.names.currentText() == "Colleague"
    click(sheet.yes)
    choose(desk, path)


def confirm(desk: Reviewing, code: str) -> None:
    """Let somebody else look, here."""
    click(desk.page.looks.next_button)
    sheet = open_sheet(desk.page)
    assert isinstance(sheet, ConfirmSheet)
    type_into(sheet.code, code)
    click(sheet.yes)


def test_a_vault_that_does_not_ask_says_nothing(
    qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_ids: tuple[CaseId, ...]
) -> None:
    statement = write(session, case_ids[0], TEXT)
    desk = Reviewing(qtbot, worker, session)
    desk.page.open(session, statement.id)
    desk.decide_all()
    click(desk.page.finish)
    looks = desk.page.looks
    assert not looks.next_button.isVisible()
    assert not looks.answer_button.isVisible()
    assert looks.request_button.isVisible()


def test_finishing_is_no_look_and_leads_to_the_next_step(desk: Reviewing) -> None:
    assert not desk.page.looks.next_button.isVisible()
    finished = desk.statement.id
    click(desk.page.finish)
    assert desk.statement.id == finished
    assert desk.page.messages.text.text().endswith("is reviewed.")
    assert stage(desk) is Stage.WAITS
    assert desk.page.looks.next_button.isVisible()
    assert "second look" in desk.page.why_not.text()


def test_somebody_else_confirms_under_a_code_what_is_shown(desk: Reviewing) -> None:
    click(desk.page.finish)
    click(desk.page.looks.next_button)
    sheet = open_sheet(desk.page)
    assert isinstance(sheet, ConfirmSheet)
    assert sheet.shown.text == desk.shown
    assert NAME not in sheet.shown.text
    assert not sheet.yes.isEnabled()
    type_into(sheet.code, "I-2")
    click(sheet.yes)
    assert stage(desk) is Stage.LOOKED_AT
    assert not desk.page.looks.next_button.isVisible()
    assert "I-2" in desk.page.why_not.text()


def heads(desk: Reviewing) -> tuple[str, str]:
    """Return what the head says: of the statement that is shown, and in the list of all."""
    head = desk.page.head
    index = head.chooser.findData(desk.statement.id)
    return head.progress.text(), head.chooser.itemText(index)


def test_the_head_tells_reviewed_apart_with_and_without_a_second_look(desk: Reviewing) -> None:
    click(desk.page.finish)
    of_this, in_list = heads(desk)
    assert "Reviewed, second look missing." in of_this
    assert in_list.endswith("· second look missing")
    confirm(desk, "I-2")
    of_this, in_list = heads(desk)
    assert "Reviewed, seen by I-2." in of_this
    assert in_list.endswith("· seen by I-2")
    desk.page.marks.setFocus()
    desk.go_to(FRIEND)
    press(X)
    assert not any("seen" in said or "eviewed" in said for said in heads(desk))
    click(desk.page.finish)
    assert "second look missing" in heads(desk)[0], "it was a look at something else"


def test_the_head_tells_other_statements_apart_too(desk: Reviewing) -> None:
    click(desk.page.finish)
    confirm(desk, "I-" + 40 * "2")
    seen = desk.statement.id
    chooser = desk.page.head.chooser
    press(Qt.Key.Key_PageUp if chooser.currentIndex() else Qt.Key.Key_PageDown, CONTROL)
    assert desk.statement.id != seen
    assert "· seen by I-2" in chooser.itemText(chooser.findData(seen))
    assert 40 * "2" not in chooser.itemText(chooser.findData(seen))
    assert "eviewed" not in heads(desk)[0]


def test_where_nobody_asks_for_a_second_look_the_head_speaks_of_none(desk: Reviewing) -> None:
    settings.save(desk.session, replace(settings.load(desk.session), second_look=False))
    click(desk.page.finish)
    of_this, in_list = heads(desk)
    assert of_this == "Reviewed."
    assert in_list.endswith("· reviewed")


def test_a_code_that_cannot_stand_is_told_in_the_sheet(desk: Reviewing) -> None:
    settings.save(desk.session, replace(settings.load(desk.session), interviewer_code="I-1"))
    click(desk.page.finish)
    click(desk.page.looks.next_button)
    sheet = open_sheet(desk.page)
    assert isinstance(sheet, ConfirmSheet)
    type_into(sheet.code, "I-1")
    click(sheet.yes)
    assert sheet.isVisible()
    assert stage(desk) is Stage.WAITS


def test_a_colleague_is_asked_and_the_answer_taken(
    desk: Reviewing, colleague: VaultKeyring, tmp_path: Path
) -> None:
    ask(desk, tmp_path / "asked")
    request = read_request(tmp_path / "asked", [colleague.identity])
    signer = colleague.signer(RecipientGroup(request.signer))
    write_answer(tmp_path / "answer", request, {}, signer)
    click(desk.page.looks.answer_button)
    choose(desk, tmp_path / "answer")
    assert stage(desk) is Stage.LOOKED_AT
    assert "Colleague" in desk.page.why_not.text()


def test_what_a_colleague_wants_changed_is_shown(
    desk: Reviewing, colleague: VaultKeyring, case_ids: tuple[CaseId, ...], tmp_path: Path
) -> None:
    ask(desk, tmp_path / "asked")
    request = read_request(tmp_path / "asked", [colleague.identity])
    signer = colleague.signer(RecipientGroup(request.signer))
    write_answer(tmp_path / "answer", request, {0: "the lamp tells it"}, signer)
    asked, other = desk.statement.id, told(desk.session, case_ids[1]).id
    desk.page.open(desk.session, other)
    assert desk.statement.id == other
    click(desk.page.looks.answer_button)
    choose(desk, tmp_path / "answer")
    sheet = open_sheet(desk.page)
    assert isinstance(sheet, ChangesSheet)
    assert "the lamp tells it" in words_on(sheet)
    click(sheet.yes)
    assert desk.statement.id == asked
    assert stage(desk) is Stage.OBJECTED
    assert "wants a change" in desk.page.why_not.text()
    assert not desk.page.looks.next_button.isVisible()


def test_a_change_after_the_look_asks_for_another_one(desk: Reviewing) -> None:
    click(desk.page.finish)
    shown = second_look.status(desk.session, desk.statement.id).shown
    assert shown is not None
    second_look.confirm(desk.session, desk.statement.id, "I-2", shown.digest)
    mark, _ = review.add_mark(desk.session, desk.statement.id, (0, 1), MarkKind.OTHER)
    assert mark.decision is Decision.MASK
    desk.page.open(desk.session, desk.statement.id)
    assert not desk.page.looks.next_button.isVisible()
    click(desk.page.finish)
    assert desk.page.looks.next_button.isVisible()


def test_a_request_of_a_colleague_is_read_and_signed(
    desk: Reviewing, colleague: VaultKeyring, tmp_path: Path
) -> None:
    from_there = looks.Request(
        colleague.identity.recipient(),
        GROUP,
        (
            looks.Shown(bytes(32), "own_words", "be", "They took [P2, parent]."),
            looks.Shown(bytes([1]) * 32, "own_words", "", "Another text."),
        ),
    )
    own = parse_public_key(team.own_key(desk.session).text.encode())
    looks.write_request(tmp_path / "asked", from_there, own.recipient)
    click(desk.page.looks.request_button)
    choose(desk, tmp_path / "asked")
    sheet = open_sheet(desk.page)
    assert isinstance(sheet, RequestSheet)
    type_into(sheet.changes[1], "who else was there")
    click(sheet.yes)
    choose(desk, tmp_path / "answer")
    answer = looks.read_answer(tmp_path / "answer", [colleague.identity])
    assert answer.looked == (from_there.texts[0].digest,)
    assert answer.changes == {from_there.texts[1].digest: "who else was there"}
    assert answer.signer in own.signers.values()


def test_a_file_that_is_no_request_is_told(desk: Reviewing, tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"something else")
    click(desk.page.looks.request_button)
    choose(desk, tmp_path / "other")
    assert "F08" in words_on(desk.page)


def test_the_setting_is_kept(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> None:
    page = SettingsPage(worker)
    qtbot.addWidget(page)
    page.open(session)
    page.release.second_look_chosen.emit(True)  # noqa: FBT003 (Qt's signal)
    assert settings.load(session).second_look
    assert page.release.second_look.currentIndex() == 0
    page.show_settings(settings.load(session))
    assert page.release.second_look.currentIndex() == 1
