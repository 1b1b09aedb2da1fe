from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.changes import Changes, Noun
from intake.errors import CancelledError, DiskFullError
from intake.gui.ending.drill_sheet import DrillSheet
from intake.gui.i18n import Interpreter
from intake.gui.pages.settings.care import BackupSheet
from intake.gui.pages.settings.locking import is_usable_chord
from intake.gui.pages.settings.page import SettingsPage
from intake.gui.pages.settings.secrets import ChangePassphraseSheet, ReplaceRecoverySheet
from intake.gui.theme import Appearance, theme
from intake.gui.vault_words import part_word
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import settings, vaults
from intake.services.checking import Said
from intake.services.session import VaultSession
from intake.services.settings import Settings
from intake.services.vaults import CheckLine, CheckReport
from intake.store.walk import Flaw
from intake.vault.secret import Secret
from tests.gui.hands import broken, words_on

PASSPHRASE = "quiet lantern orbit maple thunder velvet"
OTHER = "other lantern orbit maple thunder velvet"
S = TypeVar("S", bound=Sheet)
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def enter(edit: PassphraseEdit, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(edit.field, QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, letter))


@pytest.fixture
def page(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> SettingsPage:
    made = SettingsPage(worker)
    qtbot.addWidget(made)
    worker.changed.connect(made.refresh)
    made.resize(1200, 900)
    with qtbot.waitActive(made):
        made.show()
    made.open(session)
    return made


def sheet_of(page: SettingsPage, kind: type[S]) -> S:
    found = [sheet for sheet in page.window().findChildren(kind) if sheet.isVisible()]
    assert len(found) == 1
    return found[0]


def test_every_change_is_kept_at_once(
    qtbot: QtBot, page: SettingsPage, session: VaultSession
) -> None:
    told: list[Settings] = []
    page.settings_changed.connect(told.append)
    page.locking.minutes.more.click()
    page.release.k.more.click()
    page.release.profile.setCurrentIndex(1)
    page.release.profile.activated.emit(1)
    page.work.interviewer.setText(" IV-7 ")
    page.work.interviewer.editingFinished.emit()
    page.work.project.setText("Exile")
    page.work.project.editingFinished.emit()
    expected = Settings(
        idle_minutes=6, k=6, redaction_profile="balanced", interviewer_code="IV-7", project="Exile"
    )
    assert settings.load(session) == expected
    assert told[-1] == expected
    before = len(told)
    page.work.project.editingFinished.emit()
    assert len(told) == before, "what did not change is not written"


def test_settings_of_the_vault_are_shown(page: SettingsPage, session: VaultSession) -> None:
    new = replace(settings.load(session), idle_minutes=9, k=3, panic_shortcut="Ctrl+Q")
    settings.save(session, new)
    page.refresh(Changes(frozenset({Noun.CASE})))
    page.refresh(Changes(frozenset({Noun.SETTING})))
    assert page.locking.minutes.value == 9
    assert page.locking.chord.text() == "Ctrl+Q"
    assert page.release.k.value == 3
    assert "no statement leaves" in words_on(page.release)
    assert page.release.warning.isVisible(), "below five people a warning stands there"
    page.release.k.set_value(4)
    page.release.k.more.click()
    assert page.release.warning.isHidden()


def test_colours_language_and_size_are_asked_for(
    qtbot: QtBot, page: SettingsPage, session: VaultSession
) -> None:
    page.appearance._choices[Appearance.DARK].click()
    assert settings.load(session).appearance == "dark"
    theme().set_appearance(Appearance.DARK)
    assert page.appearance._choices[Appearance.DARK].isChecked()
    page.appearance.set_language("be")
    with qtbot.waitSignal(page.language_chosen) as chosen:
        page.appearance.language.activated.emit(page.appearance.language.currentIndex())
    assert chosen.args == ["be"]
    with qtbot.waitSignal(page.text_size_chosen) as chosen:
        page.appearance.text_size.more.click()
    assert chosen.args == [110]


@pytest.mark.parametrize(
    ("portable", "usable"),
    [
        ("F10", True),
        ("Ctrl+Q", True),
        ("Alt+X", True),
        ("Pause", True),
        ("Esc", False),
        ("Ctrl+Esc", False),
        ("A", False),
        ("Space", False),
        ("F12", False),
        ("Ctrl+F", False),
        ("", False),
    ],
)
def test_a_panic_key_is_no_letter_not_escape_and_not_taken(portable: str, *, usable: bool) -> None:
    assert is_usable_chord(portable) == usable


def test_a_panic_key_is_chosen_by_pressing_it(
    qtbot: QtBot, page: SettingsPage, session: VaultSession
) -> None:
    chord = page.locking.chord
    qtbot.keyClick(chord, Qt.Key.Key_Control)
    qtbot.keyClick(chord, Qt.Key.Key_Q, CONTROL)
    assert settings.load(session).panic_shortcut == "Ctrl+Q"
    qtbot.keyClick(chord, Qt.Key.Key_Escape)
    assert page.locking.problem.isVisible()
    assert settings.load(session).panic_shortcut == "Ctrl+Q"
    qtbot.keyClick(chord, Qt.Key.Key_Backspace)
    assert settings.load(session).panic_shortcut == ""
    assert page.locking.problem.isHidden()
    qtbot.keyClick(chord, Qt.Key.Key_Tab)


def is_in_sight(widget: QWidget) -> bool:
    """Tell whether all of a widget can be seen, wherever its page is scrolled to."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == widget.rect()


def test_changing_the_passphrase(
    page: SettingsPage, session: VaultSession, vault_folder: Path
) -> None:
    page.secrets.change_button.click()
    sheet = sheet_of(page, ChangePassphraseSheet)
    assert not sheet.yes.isEnabled()

    def fill(old: str) -> None:
        enter(sheet.old, old)
        enter(sheet.new.first, OTHER)
        enter(sheet.new.again, OTHER)
        sheet.new.judge()

    fill("wrong")
    sheet.yes.click()
    assert sheet.messages.code.text() == "S01"
    assert sheet.old.is_empty
    fill(PASSPHRASE)
    sheet.yes.click()
    assert sheet.isHidden()
    assert page.secrets.messages.isVisible()
    session.close()
    vaults.unlock(vault_folder, Secret.from_text(OTHER)).close()


def test_replacing_the_recovery_key(
    qtbot: QtBot, page: SettingsPage, session: VaultSession, vault_folder: Path
) -> None:
    page.resize(1200, 420)
    page.secrets.replace_button.click()
    sheet = sheet_of(page, ReplaceRecoverySheet)
    key = " ".join(sheet.proof.paper.groups._groups)
    enter(sheet.proof.first, "0000")
    enter(sheet.proof.passphrase, PASSPHRASE)
    sheet.yes.click()
    assert sheet.messages.code.text() == "S02"
    sheet.proof.first.wipe()
    enter(sheet.proof.first, key)
    sheet.yes.click()
    assert sheet.isHidden()
    qtbot.waitUntil(lambda: is_in_sight(page.secrets.messages))
    session.close()
    vaults.unlock_with_recovery(vault_folder, Secret.from_text(key)).close()


def test_a_recovery_key_is_not_replaced_without_the_passphrase(page: SettingsPage) -> None:
    page.secrets.replace_button.click()
    sheet = sheet_of(page, ReplaceRecoverySheet)
    enter(sheet.proof.first, "".join(sheet.proof.paper.groups._groups))
    enter(sheet.proof.passphrase, "wrong")
    sheet.proof.passphrase.setFocus()
    QTest.keyClick(sheet.proof.passphrase.field, Qt.Key.Key_Return)
    assert sheet.messages.code.text() == "S01"
    assert sheet.proof.passphrase.field.hasFocus(), "where it can be tried again"
    sheet.no.click()
    assert sheet.isHidden()


def test_a_backup_is_written_and_told(
    page: SettingsPage, tmp_path: Path, vault_folder: Path
) -> None:
    page.care.backup_button.click()
    sheet = sheet_of(page, BackupSheet)
    assert not sheet.yes.isEnabled()
    (tmp_path / "stick").mkdir()
    sheet.panel.show_folder(tmp_path / "stick")
    QTest.keyClick(sheet.panel.list, Qt.Key.Key_Return)
    QTest.keyClick(sheet.panel.where, Qt.Key.Key_Return)
    assert sheet.isVisible(), "Enter in the list leads into folders and answers nothing"
    enter(sheet.secret, PASSPHRASE)
    QTest.keyClick(sheet.secret.field, Qt.Key.Key_Return)
    assert "3 cases" in page.care.messages.text.text()
    assert len(list((tmp_path / "stick").iterdir())) == 1
    page.care.backup_button.click()
    again = sheet_of(page, BackupSheet)
    assert again.panel.path == tmp_path / "stick", "where the newest one was written"
    again.no.click()
    (tmp_path / "stick").rename(tmp_path / "away")
    page.care.drill_button.click()
    drill = sheet_of(page, DrillSheet)
    assert drill.panel.path == Path.home(), "a stick that is not there is no place to begin"
    drill.no.click()
    assert page.care.backup_button.isEnabled()


def test_a_backup_with_the_wrong_passphrase_is_refused(page: SettingsPage, tmp_path: Path) -> None:
    page.care.back_up(tmp_path / "stick", Secret.from_text("wrong"))
    assert page.care.messages.code.text() == "S01"
    assert not (tmp_path / "stick").exists()


def test_a_whole_vault_passes_its_check(page: SettingsPage) -> None:
    page.care.check_button.click()
    assert page.care.messages.text.text() == "Everything is whole."
    assert page.care.results.count() == 5
    page.care.check()
    assert page.care.results.count() == 5


def test_the_end_of_a_check_is_seen(qtbot: QtBot, page: SettingsPage) -> None:
    page.resize(1100, 520)
    for _ in range(2):
        page.care.check_button.click()
        qtbot.waitUntil(lambda: is_in_sight(page.care.messages))


def test_damage_is_told_part_by_part(page: SettingsPage) -> None:
    lines = (
        CheckLine("header", good=True),
        CheckLine("database", good=False, found=(Said(Flaw.PAGES, 2),)),
    )
    page.care.show_report(CheckReport(lines))
    assert page.care.messages.code.text() == "F05"
    assert page.care.results.count() == 2
    assert "2 damaged pages" in words_on(page.care)
    assert part_word("chain") != "chain"
    assert part_word("unheard of") == "unheard of"


def test_an_earlier_state_is_caught_up_only_when_asked_twice(
    page: SettingsPage, session: VaultSession
) -> None:
    care = page.care
    assert not care.caught_up_button.isVisible(), "nothing was put back"
    session.store.mark_rolled_back("restored")
    page.open(session)
    assert care.caught_up_button.isVisible()
    care.caught_up_button.click()
    sheet_of(page, Sheet).no.click()
    assert session.rollback == "restored"
    care.caught_up_button.click()
    sheet_of(page, Sheet).yes.click()
    assert _rollback(session) is None
    assert not care.caught_up_button.isVisible()


@pytest.mark.parametrize("none_since", [True, False])
def test_unless_no_bundle_was_written_since_everybody_counts_as_left(
    page: SettingsPage, session: VaultSession, *, none_since: bool
) -> None:
    session.store.mark_rolled_back("restored")
    page.open(session)
    page.care.caught_up_button.click()
    sheet = sheet_of(page, Sheet)
    (box,) = sheet.findChildren(CheckBox)
    assert not box.isChecked(), "who does not know says nothing"
    box.setChecked(none_since)
    sheet.yes.click()
    assert _rollback(session) is None
    everybody = set(session.store.cases.ids())
    assert everybody
    assert session.store.releases.released_cases() == (set() if none_since else everybody)


def test_catching_up_that_cannot_be_kept_is_told(page: SettingsPage, session: VaultSession) -> None:
    session.store.mark_rolled_back("restored")
    page.open(session)
    with broken(session):
        page.care.caught_up_button.click()
        sheet_of(page, Sheet).yes.click()
    assert page.care.messages.code.text()
    assert page.care.caught_up_button.isVisible()


def _rollback(session: VaultSession) -> str | None:
    return session.rollback


def test_stopping_on_purpose_is_no_error(page: SettingsPage) -> None:
    page.care.check()
    page.care.messages.clear()
    page.care._cancel()
    page.care.show_error(CancelledError())
    assert page.care.messages.isHidden()


def test_a_setting_that_cannot_be_kept_is_told(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(settings, "save", refuse)
    page.locking.minutes.more.click()
    assert page.messages.code.text() == "A03"


def test_a_page_without_a_vault_does_nothing(qtbot: QtBot, worker: ImmediateWorker) -> None:
    page = SettingsPage(worker)
    qtbot.addWidget(page)
    page.show()
    page.care.check()
    page.care.back_up(Path("/nowhere"), Secret.from_text("x"))
    page.care._cancel()
    page.locking.minutes.more.click()
    page.refresh(Changes(frozenset({Noun.SETTING})))
    assert page.messages.isHidden()


def test_the_page_speaks_the_language_of_the_window(
    qtbot: QtBot, page: SettingsPage, interpreter: Interpreter
) -> None:
    interpreter.speak("ru")
    qtbot.waitUntil(lambda: page.title.text() == "Настройки")
    assert page.locking.heading.text() == "Запирание"
