"""The end and the return of a vault in the window: held, tried, moved, rescued, split."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.gui.app import Program
from intake.gui.ending.destroy_sheet import DestroySheet
from intake.gui.ending.drill_sheet import DrillSheet
from intake.gui.ending.rekey_sheet import RekeyOffer, RekeySheet
from intake.gui.ending.rescue_sheet import RescueSheet, told
from intake.gui.ending.words import _SAID, found_words, table_word, unverified_word
from intake.gui.i18n import Interpreter
from intake.gui.lock import own_program
from intake.gui.pages.settings.page import SettingsPage
from intake.gui.pages.settings.secrets import ReplaceRecoverySheet
from intake.gui.widgets.hold_button import HOLD_MS, HoldButton
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.sheet import Sheet
from intake.gui.windows.gate import Gate
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import backups, checking, drilling, ending, vaults
from intake.services.checking import CheckLine, Said
from intake.services.drilling import Unverified
from intake.services.rescuing import Rescued, RescuedCase
from intake.services.session import VaultSession
from intake.store.tables import TABLES
from intake.store.walk import Flaw
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from tests.gui.hands import ReplacedError, Replacing, words_on

PASSPHRASE = "quiet lantern orbit maple thunder velvet"
S = TypeVar("S", bound=Sheet)
PLAIN = Qt.KeyboardModifier.NoModifier

pytestmark = pytest.mark.usefixtures("cheap_keys")


def enter(edit: PassphraseEdit, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(edit.field, QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, letter))


def sheet_of(widget: QWidget, kind: type[S]) -> S:
    found = [sheet for sheet in widget.window().findChildren(kind) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.fixture
def page(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> SettingsPage:
    made = SettingsPage(worker)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    with qtbot.waitActive(made):
        made.show()
    made.open(session)
    return made


@pytest.fixture
def gate(qtbot: QtBot, worker: ImmediateWorker) -> Gate:
    made = Gate(worker)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    with qtbot.waitActive(made):
        made.show()
    return made


# --- holding --------------------------------------------------------------------------------------


@pytest.fixture
def button(qtbot: QtBot) -> HoldButton:
    made = HoldButton("Hold")
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def mouse(button: HoldButton, what: Callable[..., None]) -> None:
    what(button, Qt.MouseButton.LeftButton)


def test_it_takes_two_seconds() -> None:
    assert HOLD_MS == 2000


def test_a_click_does_nothing(button: HoldButton) -> None:
    held: list[bool] = []
    button.held.connect(lambda: held.append(True))
    button.click()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.hold_ms = 1
    QTest.qWait(60)
    assert not held


@pytest.mark.parametrize("way", ["mouse", "Key_Space", "Key_Return", "Key_Enter"])
def test_it_acts_when_it_was_held(qtbot: QtBot, button: HoldButton, way: str) -> None:
    button.hold_ms = 50
    with qtbot.waitSignal(button.held):
        if way == "mouse":
            QTest.mousePress(button, Qt.MouseButton.LeftButton)
        else:
            QTest.keyPress(button, Qt.Key[way])
    assert button.share == 0.0


def test_a_key_that_repeats_is_held_also_where_nobody_says_that_it_repeats(
    qtbot: QtBot, button: HoldButton
) -> None:
    button.hold_ms = 200
    QTest.keyPress(button, Qt.Key.Key_Space)
    began = button._since.msecsSinceReference()
    with qtbot.waitSignal(button.held):
        for _ in range(5):
            QTest.keyRelease(button, Qt.Key.Key_Space)
            QTest.keyPress(button, Qt.Key.Key_Space)
            assert button._since.msecsSinceReference() == began, "it did not begin anew"


def test_a_key_that_was_let_go_at_the_end_does_nothing(button: HoldButton) -> None:
    held: list[bool] = []
    button.held.connect(lambda: held.append(True))
    QTest.keyPress(button, Qt.Key.Key_Space)
    QTest.keyRelease(button, Qt.Key.Key_Space)
    button.hold_ms = 1  # the time is over before it is known that no key repeats
    QTest.qWait(200)
    assert not held
    assert not button.isDown()


@pytest.mark.parametrize("end", ["release", "focus", "disabled"])
def test_letting_go_begins_anew(button: HoldButton, end: str) -> None:
    held: list[bool] = []
    button.held.connect(lambda: held.append(True))
    QTest.keyPress(button, Qt.Key.Key_Space)
    assert button.isDown()
    if end == "release":
        QTest.keyRelease(button, Qt.Key.Key_Space)
    elif end == "focus":
        button.clearFocus()
    else:
        button.setEnabled(False)
    button.hold_ms = 1
    QTest.qWait(200)
    assert not held
    assert not button.isDown()


# --- destroying -----------------------------------------------------------------------------------


def test_the_offer_is_off_and_explained_before_it_is_on(
    page: SettingsPage, vault_folder: Path
) -> None:
    assert not page.ending.offered.isChecked()
    page.ending.offered.click()
    assert not page.ending.offered.isChecked()
    sheet = sheet_of(page, Sheet)
    assert "lawyer" in words_on(sheet)
    sheet.no.click()
    assert not ending.is_offered(vault_folder)
    page.ending.offered.click()
    sheet_of(page, Sheet).yes.click()
    assert page.ending.offered.isChecked()
    assert ending.is_offered(vault_folder)
    page.ending.offered.click()
    assert not ending.is_offered(vault_folder)


def test_the_settings_name_the_backups_before_access_is_destroyed(
    page: SettingsPage, session: VaultSession, vault_folder: Path, tmp_path: Path
) -> None:
    made = backups.backup(session, tmp_path / "b", Secret.from_text(PASSPHRASE)).path
    closed: list[bool] = []
    page.vault_closed.connect(lambda: closed.append(True))
    page.ending.destroy_button.click()
    sheet = sheet_of(page, DestroySheet)
    assert str(made) in words_on(sheet)
    assert sheet.yes.isHidden()
    sheet.yes.click()
    assert list(vault_folder.glob("header*"))
    sheet.hold.held.emit()
    assert not list(vault_folder.glob("header*"))
    assert closed == [True]


def test_the_locked_page_offers_it_only_when_somebody_said_so(
    gate: Gate, vault_folder: Path
) -> None:
    gate.begin(vault_folder)
    assert gate.unlock.destroy_button.isHidden()
    ending.offer(vault_folder, offered=True)
    gate.begin(vault_folder)
    assert gate.unlock.destroy_button.isVisible()
    gate.unlock.destroy_button.click()
    sheet_of(gate, DestroySheet).hold.held.emit()
    assert gate.pages.currentWidget() is gate.ended
    assert str(vault_folder) in words_on(gate.ended)
    gate.begin(vault_folder)
    assert gate.pages.currentWidget() is gate.ended
    gate.ended.restore_button.click()
    assert gate.pages.currentWidget() is gate.restore


def test_a_failure_is_told_and_the_sheet_stays(
    gate: Gate, vault_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending.offer(vault_folder, offered=True)
    gate.begin(vault_folder)
    gate.unlock.destroy_button.click()
    shutil.rmtree(vault_folder)
    sheet = sheet_of(gate, DestroySheet)
    sheet.hold.held.emit()
    assert sheet.messages.code.text() == "F01"
    assert sheet.isVisible()


def test_after_it_this_process_ends(
    program: Program, workspace: Workspace, replacing: Replacing, vault_folder: Path
) -> None:
    with pytest.raises(ReplacedError):
        program.lock_closed()
    assert replacing.commands[-1] == [*own_program(), "--locked", str(vault_folder)]
    workspace.settings.vault_closed.emit()  # nothing is open any more
    assert len(replacing.commands) == 1


def test_the_settings_end_the_process_when_they_have_closed_the_vault(
    qtbot: QtBot, workspace: Workspace, replacing: Replacing, vault_folder: Path
) -> None:
    with qtbot.captureExceptions() as caught:
        workspace.settings.vault_closed.emit()
    assert [kind for kind, _error, _where in caught] == [ReplacedError]
    assert replacing.commands == [[*own_program(), "--locked", str(vault_folder)]]


# --- sheets of the recovery key -------------------------------------------------------------------


def test_a_split_key_is_typed_back_sheet_by_sheet(
    page: SettingsPage, session: VaultSession, vault_folder: Path
) -> None:
    page.secrets.replace_button.click()
    sheet = sheet_of(page, ReplaceRecoverySheet)
    paper = sheet.proof.paper
    paper.split.click()
    typed = []
    for number, field in enumerate(sheet.proof.typed.fields):
        assert field.isVisible()
        groups = " ".join(paper.groups._groups)
        typed.append(groups)
        enter(field, groups)
        assert f"Sheet {number + 1} of 3" in paper.sheet.text()
        if number < 2:
            paper.after.click()
    assert not paper.after.isEnabled()
    paper.before.click()
    assert " ".join(paper.groups._groups) == typed[1]
    sheet.proof.typed.fields[1].wipe()
    enter(sheet.proof.typed.fields[1], typed[0])
    enter(sheet.proof.passphrase, PASSPHRASE)
    sheet.yes.click()
    assert sheet.messages.code.text() == "S02"
    sheet.proof.typed.fields[1].wipe()
    enter(sheet.proof.typed.fields[1], typed[1])
    sheet.yes.click()
    assert sheet.isHidden()
    session.close()
    both = Secret.from_text(f"{typed[2]} {typed[0]}")
    vaults.unlock_with_recovery(vault_folder, both).close()


def test_without_the_box_one_field_is_enough(page: SettingsPage) -> None:
    page.secrets.replace_button.click()
    sheet = sheet_of(page, ReplaceRecoverySheet)
    assert [field.isVisible() for field in sheet.proof.typed.fields] == [True, False, False]
    sheet.proof.paper.split.click()
    sheet.proof.paper.split.click()
    assert [field.isVisible() for field in sheet.proof.typed.fields] == [True, False, False]
    assert not sheet.proof.paper.is_split
    sheet.no.click()


def test_two_sheets_unlock_and_one_is_told(
    gate: Gate, vault_folder: Path, recovery_key: str
) -> None:
    from intake.vault.recovery import parse

    first, _, third = (" ".join(sheet.groups) for sheet in parse(recovery_key).split())
    gate.begin(vault_folder)
    gate.unlock.recovery_button.click()
    enter(gate.unlock.recovery.first, first)
    gate.unlock.unlock_button.click()
    assert gate.unlock.messages.code.text() == "S08"
    enter(gate.unlock.recovery.first, first)
    enter(gate.unlock.recovery.second, third)
    opened: list[object] = []
    gate.opened.connect(opened.append)
    gate.unlock.unlock_button.click()
    assert gate.current is gate.recover
    gate.recover.later_button.click()
    [session] = opened
    assert isinstance(session, VaultSession)
    session.close()


# --- new keys -------------------------------------------------------------------------------------


def test_moving_to_new_keys_names_the_old_backups_and_ends_the_process(
    page: SettingsPage, session: VaultSession, vault_folder: Path, tmp_path: Path
) -> None:
    made = backups.backup(session, tmp_path / "b", Secret.from_text(PASSPHRASE)).path
    closed: list[bool] = []
    page.vault_closed.connect(lambda: closed.append(True))
    page.secrets.rekey_button.click()
    sheet = sheet_of(page, RekeySheet)
    key = " ".join(sheet.proof.paper.groups._groups)
    assert not sheet.yes.isEnabled()
    enter(sheet.proof.first, key)
    enter(sheet.proof.passphrase, PASSPHRASE)
    QTest.keyClick(sheet.proof.passphrase.field, Qt.Key.Key_Return)
    assert str(made) in words_on(sheet)
    assert sheet.yes.text() == "Unlock again"
    assert not closed
    sheet.yes.click()
    assert closed == [True]
    vaults.unlock_with_recovery(vault_folder, Secret.from_text(key)).close()


def test_where_no_backup_is_known_none_is_spoken_of(
    page: SettingsPage, worker: ImmediateWorker, session: VaultSession
) -> None:
    sheet = RekeySheet(page, worker, RekeyOffer(session, RecoveryKey.new(), ()))
    sheet.open()
    sheet.show_moved()
    shown = words_on(sheet)
    assert "No backup is known here." in shown
    assert "These" not in shown
    assert "Make a backup now." in shown
    sheet.cancel()


def test_a_refused_move_changes_nothing_and_can_be_tried_again(
    page: SettingsPage, session: VaultSession, recovery_key: str, vault_folder: Path
) -> None:
    page.secrets.rekey_button.click()
    sheet = sheet_of(page, RekeySheet)
    enter(sheet.proof.first, "0000")
    enter(sheet.proof.passphrase, "wrong")
    sheet.yes.click()
    assert sheet.messages.code.text() == "S02"
    sheet.proof.first.wipe()
    enter(sheet.proof.first, " ".join(sheet.proof.paper.groups._groups))
    sheet.yes.click()
    assert sheet.messages.code.text() == "S01"
    assert session.store.is_open
    sheet.no.click()
    assert sheet.isHidden()
    session.close()
    vaults.unlock_with_recovery(vault_folder, Secret.from_text(recovery_key)).close()


# --- drill ----------------------------------------------------------------------------------------


def test_a_drill_shows_what_was_seen_and_what_was_not(
    page: SettingsPage, session: VaultSession, tmp_path: Path
) -> None:
    made = backups.backup(session, tmp_path / "b", Secret.from_text(PASSPHRASE)).path
    page.care.drill_button.click()
    sheet = sheet_of(page, DrillSheet)
    assert not sheet.yes.isEnabled()
    sheet.panel.show_folder(made)
    enter(sheet.passphrase, "wrong")
    sheet.yes.click()
    assert sheet.messages.code.text() == "S01"
    enter(sheet.passphrase, PASSPHRASE)
    QTest.keyClick(sheet.passphrase.field, Qt.Key.Key_Enter)
    shown = words_on(sheet)
    assert "This backup opens. 3 cases in it." in shown
    assert ", today; nothing later is." in shown
    assert "whether the recovery key opens it, too" in shown
    assert "Header: both copies are whole" in shown
    assert sheet.yes.isHidden()
    sheet.no.click()
    assert sheet.isHidden()


def test_a_drill_of_a_damaged_backup_says_what_to_do(
    page: SettingsPage, session: VaultSession, tmp_path: Path, recovery_key: str
) -> None:
    made = backups.backup(session, tmp_path / "b", Secret.from_text(PASSPHRASE)).path
    content = bytearray((made / "vault.db").read_bytes())
    content[-2000] ^= 1
    (made / "vault.db").write_bytes(content)
    page.care.drill_button.click()
    sheet = sheet_of(page, DrillSheet)
    sheet.panel.show_folder(made)
    sheet.with_recovery.click()
    enter(sheet.recovery.first, recovery_key)
    sheet.yes.click()
    shown = words_on(sheet)
    assert "Do not rely on this backup." in shown
    assert "Restore the newest good backup" in shown
    assert "whether the passphrase opens it, too" in shown


# --- rescue ---------------------------------------------------------------------------------------


def test_a_rescue_from_the_locked_page_leads_to_the_new_vault(
    gate: Gate, vault_folder: Path, tmp_path: Path
) -> None:
    gate.begin(vault_folder)
    gate.unlock.rescue_button.click()
    sheet = sheet_of(gate, RescueSheet)
    assert not sheet.yes.isEnabled()
    enter(sheet.secret, "wrong")
    sheet.yes.click()
    assert sheet.messages.code.text() == "S01"
    enter(sheet.secret, PASSPHRASE)
    QTest.keyClick(sheet.secret.field, Qt.Key.Key_Return)
    assert "3 cases whole." in words_on(sheet)
    assert sheet.yes.hasFocus(), "the only button that is left"
    went: list[object] = []
    gate.text_read.connect(went.append)
    sheet.yes.click()
    assert went == [tmp_path / "vault-rescued"]


def test_what_is_lost_is_told_by_codes_and_words() -> None:
    partial = tuple(RescuedCase(f"K7M2-000{n}", ("answers", "marks")) for n in range(10))
    found = Rescued(("K7M2-Q9XT",), partial, ("K7M2-Q9XV",), 2, ("audit",))
    lines = told(found)
    assert lines[0] == "1 case whole."
    assert lines[1] == "In part: K7M2-0000. Something is missing of: answers, marks of the review."
    assert "In part as well: 2 more cases." in lines
    assert "1 case lost: K7M2-Q9XV" in lines
    assert "2 cases lost with their codes." in lines
    assert lines[-1] == "Of the vault itself something is missing of: the audit log."
    assert not any("awaits new keys" in line for line in lines)
    (last,) = told(replace(found, partial=(), gone=(), nameless=0, lost=("settings",)))[2:]
    assert "which cases were erased in it" in last
    assert "awaits new keys" in last


@pytest.mark.parametrize("language", ["be", "ru"])
@pytest.mark.parametrize("flaw", Flaw)
def test_no_flaw_stays_english(interpreter: Interpreter, language: str, flaw: Flaw) -> None:
    interpreter.speak(language)
    line = CheckLine("database", good=False, found=(Said(flaw, 7, "marks"),))
    words = found_words(line)
    assert not re.search("[A-Za-z{}]", words), words
    assert ("7" in words) is ("{count}" in flaw)
    assert (table_word("marks") in words) is ("{table}" in flaw)
    assert line.detail == flaw.format(count=7, table="marks"), "the command line stays as it was"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["1 damaged page", "2 damaged pages", "5 damaged pages"]),
        ("be", ["1 пашкоджаная старонка", "2 пашкоджаныя старонкі", "5 пашкоджаных старонак"]),
        ("ru", ["1 повреждённая страница", "2 повреждённые страницы", "5 повреждённых страниц"]),
    ],
)
def test_what_is_counted_has_the_form_of_its_number(
    interpreter: Interpreter, language: str, told: list[str]
) -> None:
    interpreter.speak(language)
    lines = (CheckLine("database", good=False, found=(Said(Flaw.PAGES, n),)) for n in (1, 2, 5))
    assert [found_words(each) for each in lines] == told


def test_several_findings_stand_in_one_line(interpreter: Interpreter) -> None:
    interpreter.speak("en")
    found = Said(Flaw.CHANGED, 1, "marks"), Said(Flaw.MISSING, 3, "consents")
    line = CheckLine("chain", good=False, found=found)
    assert found_words(line) == "1 row changed: marks of the review; 3 rows missing: consent"
    assert line.detail == "marks: 1 rows changed; consents: 3 rows missing"


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_everything_that_is_found_has_words(interpreter: Interpreter, language: str) -> None:
    interpreter.speak(language)
    said = {*checking.WHOLE.values(), *checking.ADVICE.values(), drilling.MIXED}
    assert said | {checking.ONE_COPY_DAMAGED, checking.NO_COPY, checking.NOT_LOOKED_AT} <= _SAID
    for table in TABLES:
        assert table_word(table.name) != table.name or language == "en"
    assert len({unverified_word(each) for each in Unverified}) == len(Unverified)
