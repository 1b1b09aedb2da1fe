from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.errors import DiskFullError
from intake.gui.i18n import Interpreter
from intake.gui.pages.gate.recover import RecoverPage
from intake.gui.vault_places import default_vault, looks_like_vault
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.windows.gate import Gate
from intake.gui.workers.store_worker import ImmediateWorker, StoreWorker
from intake.services import ending, vaults
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.gui.hands import words_on

PASSPHRASE = "quiet lantern orbit maple thunder velvet"


def enter(edit: PassphraseEdit, text: str) -> None:
    for letter in text:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(edit.field, key)


def shows(gate: Gate, page: GatePage) -> bool:
    return gate.current is page


class _Opened:
    """Takes what the gate opens and closes it afterwards."""

    def __init__(self, gate: Gate) -> None:
        self.sessions: list[VaultSession] = []
        gate.opened.connect(self.sessions.append)

    def close(self) -> None:
        for session in self.sessions:
            session.close()


@pytest.fixture
def gate(qtbot: QtBot, worker: ImmediateWorker) -> Gate:
    made = Gate(worker)
    qtbot.addWidget(made)
    made.resize(1200, 760)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def opened(gate: Gate) -> Iterator[_Opened]:
    made = _Opened(gate)
    yield made
    made.close()


def test_no_passphrase_is_set_from_empty_fields(qtbot: QtBot, worker: ImmediateWorker) -> None:
    page = RecoverPage(worker)
    qtbot.addWidget(page)
    assert not page.set_button.isEnabled()


def test_the_first_start_offers_three_things(qtbot: QtBot, gate: Gate) -> None:
    gate.begin()
    assert shows(gate, gate.first)
    with qtbot.waitSignal(gate.demo_asked):
        qtbot.keyClick(gate.first.demo_card, Qt.Key.Key_Return)
    qtbot.mouseClick(gate.first.open_card, Qt.MouseButton.LeftButton)
    assert shows(gate, gate.choose)
    gate.choose.back_button.click()
    assert shows(gate, gate.first)
    qtbot.mouseClick(gate.first.create_card, Qt.MouseButton.RightButton)
    qtbot.mousePress(gate.first.create_card, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(gate.first.create_card, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
    qtbot.keyClick(gate.first.create_card, Qt.Key.Key_Left)
    assert shows(gate, gate.first)
    qtbot.mouseClick(gate.first.create_card, Qt.MouseButton.LeftButton)
    assert shows(gate, gate.creation)


def test_a_vault_in_the_usual_place_is_offered_at_once(
    gate: Gate, vault_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert not looks_like_vault(default_vault())
    shutil.copytree(vault_folder, default_vault())
    gate.begin()
    assert shows(gate, gate.unlock)
    assert gate.unlock.label.text() == "Intake"


def test_unlocking(qtbot: QtBot, gate: Gate, opened: _Opened, vault_folder: Path) -> None:
    gate.begin(vault_folder)
    assert gate.unlock.label.text() == "vault"
    enter(gate.unlock.secret, PASSPHRASE)
    qtbot.keyClick(gate.unlock.secret.field, Qt.Key.Key_Return)
    assert [session.name for session in opened.sessions] == ["Invented"]


def test_a_wrong_passphrase_is_told_in_place_and_can_be_typed_again(
    gate: Gate, opened: _Opened, vault_folder: Path
) -> None:
    gate.begin(vault_folder)
    gate.unlock.unlock()
    enter(gate.unlock.secret, "wrong")
    gate.unlock.unlock_button.click()
    assert opened.sessions == []
    assert gate.unlock.messages.code.text() == "S01"
    assert gate.unlock.secret.is_empty
    assert gate.unlock.content.isEnabled()
    enter(gate.unlock.secret, PASSPHRASE)
    assert gate.unlock.messages.isHidden(), "typing again takes the old complaint away"
    gate.unlock.unlock_button.click()
    assert len(opened.sessions) == 1


def test_the_name_of_a_vault_is_not_known_before_it_is_open(gate: Gate, vault_folder: Path) -> None:
    gate.begin(vault_folder)
    texts = gate.unlock.label.text() + gate.unlock.folder.text() + gate.unlock.title.text()
    assert "Invented" not in texts


def test_the_page_is_disabled_while_the_key_is_derived_and_can_be_given_up(
    qtbot: QtBot, vault_folder: Path
) -> None:
    worker = StoreWorker()
    made = Gate(worker)
    qtbot.addWidget(made)
    made.show()
    opened = _Opened(made)
    made.begin(vault_folder)
    enter(made.unlock.secret, PASSPHRASE)
    made.unlock.unlock()
    assert not made.unlock.content.isEnabled()
    made.unlock.busy.cancelled.emit()
    qtbot.waitUntil(made.unlock.content.isEnabled, timeout=20_000)
    assert opened.sessions == []
    assert made.unlock.messages.isHidden(), "giving up on purpose is no error"
    worker.close()


def test_the_recovery_key_opens_and_leads_to_a_new_passphrase(
    gate: Gate, opened: _Opened, vault_folder: Path, recovery_key: str
) -> None:
    gate.begin(vault_folder)
    gate.unlock.recovery_button.click()
    assert gate.unlock.recovery.first.field.accessibleName() == "Recovery key, or a sheet of it"
    enter(gate.unlock.recovery.first, recovery_key.lower())
    gate.unlock.unlock_button.click()
    assert shows(gate, gate.recover)
    assert not gate.recover.set_button.isEnabled()
    new = "other lantern orbit maple thunder velvet"
    enter(gate.recover.passphrase.first, new)
    enter(gate.recover.passphrase.again, new)
    gate.recover.passphrase.judge()
    gate.recover.set_button.click()
    assert len(opened.sessions) == 1
    opened.close()
    opened.sessions.clear()
    vaults.unlock(vault_folder, Secret.from_text(new)).close()


def test_a_new_passphrase_after_recovery_can_wait(
    gate: Gate, opened: _Opened, vault_folder: Path, recovery_key: str
) -> None:
    gate.begin(vault_folder)
    gate.unlock.recovery_button.click()
    enter(gate.unlock.recovery.first, recovery_key)
    gate.unlock.unlock_button.click()
    gate.recover.later_button.click()
    assert len(opened.sessions) == 1


def test_a_mistyped_recovery_key_is_told(gate: Gate, vault_folder: Path) -> None:
    gate.begin(vault_folder)
    gate.unlock.recovery_button.click()
    enter(gate.unlock.recovery.first, "0000-1111")
    gate.unlock.unlock_button.click()
    assert gate.unlock.messages.isVisible()
    gate.unlock.recovery_button.click()
    assert gate.unlock.messages.isHidden()


def to_proof(gate: Gate, folder: Path, *, destroyable: bool = False) -> str:
    """Go through the steps of a new vault up to typing the key back; return the key."""
    gate._start_creating()
    page = gate.creation
    assert not page.next_button.isEnabled()
    page.place.name.setText("Invented")
    page.place.change.click()
    page.place.panel.show_folder(folder)
    page.place.panel.set_name("new")
    page.next_button.click()
    assert not page.next_button.isEnabled()
    enter(page.passphrase.first, PASSPHRASE)
    enter(page.passphrase.again, PASSPHRASE)
    page.passphrase.judge()
    page.next_button.click()
    assert not page.last_resort.offered.isChecked()
    if destroyable:
        page.last_resort.offered.click()
    page.next_button.click()
    groups = page.paper.paper.groups._groups
    assert len(groups) == 9
    page.next_button.click()
    return " ".join(groups)


@pytest.mark.usefixtures("cheap_keys")
def test_creating_a_vault(gate: Gate, opened: _Opened, tmp_path: Path) -> None:
    key = to_proof(gate, tmp_path)
    assert not (tmp_path / "new").exists(), "nothing is written before the key was typed back"
    enter(gate.creation.proof.typed.fields[0], key)
    gate.creation.next_button.click()
    assert [(s.name, s.path) for s in opened.sessions] == [("Invented", tmp_path / "new")]
    assert gate.creation.paper.paper.groups._groups == ()
    assert gate.creation.passphrase.first.is_empty
    opened.close()
    opened.sessions.clear()
    vaults.unlock(tmp_path / "new", Secret.from_text(PASSPHRASE)).close()
    vaults.unlock_with_recovery(tmp_path / "new", Secret.from_text(key)).close()
    assert not ending.is_offered(tmp_path / "new"), "nobody has asked for it"


@pytest.mark.usefixtures("cheap_keys")
def test_destroying_access_is_explained_and_offered_at_set_up(
    gate: Gate, opened: _Opened, tmp_path: Path
) -> None:
    key = to_proof(gate, tmp_path, destroyable=True)
    enter(gate.creation.proof.typed.fields[0], key)
    gate.creation.next_button.click()
    opened.close()
    opened.sessions.clear()
    gate.show_unlock(tmp_path / "new")
    assert gate.unlock.destroy_button.isVisible()
    gate.creation.start()
    assert not gate.creation.last_resort.offered.isChecked(), "the next vault is asked for anew"
    gate._show(gate.creation)
    gate.creation._go(2)
    told = words_on(gate.creation)
    for word in ("law", "flash memory", "Backups"):
        assert word in told


@pytest.mark.usefixtures("cheap_keys")
def test_a_key_typed_back_wrong_creates_nothing(
    gate: Gate, opened: _Opened, tmp_path: Path
) -> None:
    key = to_proof(gate, tmp_path)
    enter(gate.creation.proof.typed.fields[0], key[:-1] + ("2" if key[-1] != "2" else "3"))
    gate.creation.next_button.click()
    assert not gate.creation.proof.problem.isHidden()
    assert opened.sessions == []
    assert not (tmp_path / "new").exists()


@pytest.mark.usefixtures("cheap_keys")
def test_a_folder_that_is_in_use_is_told_and_the_key_is_kept(
    gate: Gate, opened: _Opened, tmp_path: Path
) -> None:
    key = to_proof(gate, tmp_path)
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "something").write_text("x")
    enter(gate.creation.proof.typed.fields[0], key)
    gate.creation.next_button.click()
    assert gate.creation.messages.code.text() == "A04"
    assert opened.sessions == []
    assert " ".join(gate.creation.paper.paper.groups._groups) == key


def test_one_can_go_back_step_by_step_and_nothing_stays(gate: Gate, tmp_path: Path) -> None:
    to_proof(gate, tmp_path)
    for step in (3, 2, 1, 0):
        gate.creation.back_button.click()
        assert gate.creation.step == step
    gate.creation.back_button.click()
    assert shows(gate, gate.first)
    assert gate.creation.passphrase.first.is_empty
    assert gate.creation.paper.paper.groups._groups == ()


def test_only_a_vault_can_be_opened(gate: Gate, vault_folder: Path, tmp_path: Path) -> None:
    gate._show(gate.choose)
    gate.choose.panel.show_folder(tmp_path)
    assert not gate.choose.open_button.isEnabled()
    gate.choose._open()
    assert shows(gate, gate.choose)
    gate.choose.panel.show_folder(vault_folder)
    gate.choose.open_button.click()
    assert shows(gate, gate.unlock)


def test_restoring_a_backup(
    gate: Gate, opened: _Opened, vault_folder: Path, tmp_path: Path
) -> None:
    gate.begin(vault_folder)
    gate.unlock.restore_button.click()
    page = gate.restore
    assert not page.restore_button.isEnabled()
    page._restore()
    page.source.show_folder(vault_folder)
    page.target.show_folder(tmp_path)
    page.target.set_name("again")
    enter(page.secret, "wrong")
    page.restore_button.click()
    assert page.messages.code.text() == "S01"
    assert not (tmp_path / "again").exists()
    enter(page.secret, PASSPHRASE)
    page.restore_button.click()
    assert shows(gate, gate.unlock)
    assert gate.unlock.label.text() == "again"
    assert looks_like_vault(tmp_path / "again")


def test_going_back_from_restoring_forgets_the_passphrase(gate: Gate) -> None:
    gate._show(gate.restore)
    enter(gate.restore.secret, "typed")
    gate.restore.back_button.click()
    assert gate.restore.secret.is_empty
    assert shows(gate, gate.choose)
    gate.choose.restore_button.click()
    assert shows(gate, gate.restore)


def test_another_vault_can_be_chosen(gate: Gate, vault_folder: Path) -> None:
    gate.begin(vault_folder)
    gate.unlock.other_button.click()
    assert shows(gate, gate.choose)
    gate.choose.restore_button.click()
    gate.restore.back_button.click()
    assert shows(gate, gate.choose)
    gate.choose.back_button.click()
    assert shows(gate, gate.unlock), "back where one was"
    assert gate.vault == vault_folder
    gate.unlock.restore_button.click()
    gate.restore.back_button.click()
    assert shows(gate, gate.unlock)


def test_the_language_can_be_chosen_before_anything_is_open(
    qtbot: QtBot, gate: Gate, interpreter: Interpreter
) -> None:
    gate.begin()
    gate.set_language("be")
    with qtbot.waitSignal(gate.language_chosen) as chosen:
        gate.language.activated.emit(gate.language.currentIndex())
    assert chosen.args == ["be"]
    interpreter.speak("be")
    qtbot.waitUntil(lambda: gate.first.title.text() == "Вітаем у Intake")
    for page in (gate.creation, gate.choose, gate.restore, gate.recover, gate.unlock):
        gate._show(page)


def test_a_vault_folder_that_cannot_be_looked_at_is_none() -> None:
    assert not looks_like_vault(Path("/dev/null/nothing"))
    assert not looks_like_vault(Path("x" * 5000))


def test_an_error_while_setting_a_new_passphrase_is_told(
    gate: Gate, vault_folder: Path, recovery_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    gate.begin(vault_folder)
    gate.unlock.recovery_button.click()
    enter(gate.unlock.recovery.first, recovery_key)
    gate.unlock.unlock_button.click()
    monkeypatch.setattr(vaults, "reset_passphrase", refuse)
    gate.recover._set()
    for edit in (gate.recover.passphrase.first, gate.recover.passphrase.again):
        enter(edit, PASSPHRASE)
    gate.recover.passphrase.judge()
    gate.recover.set_button.click()
    assert gate.recover.messages.code.text() == "A03"
    session = gate.recover._session
    assert session is not None
    session.close()


def test_a_vault_that_is_open_elsewhere_is_not_called_closed(
    gate: Gate, vault_folder: Path
) -> None:
    session = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    gate.show_unlock(vault_folder)
    assert gate.unlock.lead.isVisibleTo(gate)
    enter(gate.unlock.secret, PASSPHRASE)
    gate.unlock.unlock_button.click()
    assert gate.unlock.messages.code.text() == "A01"
    assert gate.unlock.lead.isHidden()
    enter(gate.unlock.secret, "x")
    assert gate.unlock.lead.isVisibleTo(gate), "it may be closed there by now"
    session.close()
