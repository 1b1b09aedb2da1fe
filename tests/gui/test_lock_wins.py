"""A lock wins: over a key that is being derived, and over whatever is open in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.gui import lock
from intake.gui.app import Program
from intake.gui.desktop import DesktopSignals, Event
from intake.gui.ending.rescue_sheet import RescueSheet
from intake.gui.lock import Handover, own_program
from intake.gui.pages.settings.care import BackupSheet
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.file_panel import FilePanel
from intake.gui.widgets.sheet import Sheet
from intake.gui.widgets.shortcut_sheet import ShortcutSheet
from intake.gui.widgets.statement_edit import StatementEdit
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker, Job
from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.gui.hands import ReplacedError, Replacing

PASSPHRASE = "quiet lantern orbit maple thunder velvet"
Ways = Callable[[Program], None]


def by_desktop(program: Program) -> None:
    """Tell the window that the machine is about to sleep."""
    program.desktop.told.emit(Event.SLEEP)


def by_key(program: Program) -> None:
    """Press the panic key where the window system delivers it: at the window."""
    handle = program.window.windowHandle()
    assert handle is not None
    QTest.keyPress(handle, Qt.Key.Key_F12)


def locks(qtbot: QtBot, program: Program, replacing: Replacing, way: Ways) -> list[str]:
    """Lock in some way; return the command that would have started, with all windows hidden."""
    program.listen(DesktopSignals())
    with qtbot.captureExceptions() as caught:
        way(program)
    assert [kind for kind, _error, _where in caught] == [ReplacedError]
    seen = [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    assert seen == []
    assert len(replacing.commands) == 1
    return replacing.commands[0]


@pytest.fixture(autouse=True)
def _left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    # What is abandoned ends with the process, and this process goes on.
    monkeypatch.setattr(VaultSession, "abandon", lambda _session: None)


# --- before a vault is open -----------------------------------------------------------------------


class HeldWorker(ImmediateWorker):
    """Keeps work back, so that it is under way for as long as a test likes."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Job] | None = None

    def hold(self) -> None:
        """Keep back what comes."""
        self._held = []

    def release(self) -> None:
        """Do what was kept back."""
        held, self._held = self._held or [], None
        for job in held:
            self._run(job)

    def _start(self, job: Job) -> None:
        if self._held is None:
            self._run(job)
        else:
            self._held.append(job)


@pytest.fixture
def worker() -> HeldWorker:
    return HeldWorker()


def type_into(program: Program, folder: Path, words: str = "amber basket") -> None:
    program.start(Handover(folder, words))
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window)
    QTest.keyClicks(program.window.gate.unlock.secret.field, PASSPHRASE)


@pytest.mark.parametrize("way", [by_desktop, by_key])
def test_a_key_that_is_being_derived_opens_nothing(
    qtbot: QtBot,
    program: Program,
    worker: HeldWorker,
    replacing: Replacing,
    vault_folder: Path,
    way: Ways,
) -> None:
    type_into(program, vault_folder)
    worker.hold()
    program.window.gate.unlock.unlock()
    assert not program.window.gate.unlock.content.isEnabled(), "it is under way"
    command = locks(qtbot, program, replacing, way)
    assert command[-3:] == ["--locked", str(vault_folder), "amber basket"]


def test_a_key_that_nobody_interrupts_does_open(
    program: Program, worker: HeldWorker, vault_folder: Path
) -> None:
    type_into(program, vault_folder)
    worker.hold()
    opened: list[VaultSession] = []
    program.window.gate.opened.connect(opened.append)
    program.window.gate.unlock.unlock()
    assert opened == []
    worker.release()
    assert len(opened) == 1
    program.quit()


@pytest.mark.parametrize("way", [by_desktop, by_key])
def test_a_typed_passphrase_goes_with_the_process(
    qtbot: QtBot, program: Program, replacing: Replacing, vault_folder: Path, way: Ways
) -> None:
    type_into(program, vault_folder, "")
    assert locks(qtbot, program, replacing, way)[-2:] == ["--locked", str(vault_folder)]


def test_a_recovery_key_on_the_screen_goes_with_the_process(
    qtbot: QtBot, program: Program, replacing: Replacing
) -> None:
    program.window.gate.first.create_asked.emit()
    assert locks(qtbot, program, replacing, by_desktop) == own_program()


def test_a_vault_that_a_recovery_key_has_opened_is_locked(
    qtbot: QtBot, program: Program, replacing: Replacing, vault_folder: Path, recovery_key: str
) -> None:
    program.start(Handover(vault_folder))
    typed = Secret.from_text(recovery_key)
    session = vaults.unlock_with_recovery(vault_folder, typed)
    program.window.gate.unlock.recovered.emit(session, typed)
    assert locks(qtbot, program, replacing, by_desktop)[-2:] == ["--locked", str(vault_folder)]
    session.close()


def test_an_empty_page_in_front_of_a_vault_stays(
    program: Program, replacing: Replacing, vault_folder: Path
) -> None:
    program.start(Handover(vault_folder))
    program.listen(DesktopSignals())
    by_desktop(program)
    by_key(program)
    assert replacing.commands == []
    assert program.window.isVisible()


# --- over what is open ----------------------------------------------------------------------------


def a_sheet(workspace: Workspace) -> None:
    sheet = Sheet(workspace, "Really?", affirmative="Yes", cancel="No")
    sheet.open()
    assert sheet.isVisible()


def a_sheet_over_a_sheet(workspace: Workspace) -> None:
    a_sheet(workspace)
    ShortcutSheet(workspace.window()).open()


def a_file_panel(workspace: Workspace) -> None:
    sheet = BackupSheet(workspace)
    sheet.open()
    assert sheet.findChildren(FilePanel)[0].isVisible()


def a_list_of_choices(workspace: Workspace) -> None:
    workspace.go("settings")
    box = next(each for each in workspace.findChildren(ComboBox) if each.isVisible())
    pressed(workspace, box.showPopup)


def the_menu_of_a_statement(workspace: Workspace) -> None:
    workspace.open_interview(workspace.cases.model.summary(0).id, "statement#own_words")
    edit = next(e for e in workspace.interview.findChildren(StatementEdit) if e.isVisible())
    pressed(workspace, lambda: edit.menu_asked.emit(QPoint(300, 300)))


def pressed(workspace: Workspace, opens: Callable[[], object]) -> None:
    """Press a key at the window, open something as if by it, and let what follows happen."""
    handle = workspace.window().windowHandle()
    assert handle is not None
    QTest.keyPress(handle, Qt.Key.Key_Shift)
    opens()
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is not None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("way", [by_desktop, by_key])
@pytest.mark.parametrize(
    "opened",
    [a_sheet, a_sheet_over_a_sheet, a_file_panel, a_list_of_choices, the_menu_of_a_statement],
)
def test_nothing_that_is_open_stops_a_lock(
    qtbot: QtBot,
    program: Program,
    workspace: Workspace,
    replacing: Replacing,
    opened: Callable[[Workspace], None],
    way: Ways,
) -> None:
    opened(workspace)
    try:
        assert "--locked" in locks(qtbot, program, replacing, way)
    finally:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()


def test_a_window_that_cannot_be_hidden_does_not_stop_a_lock(
    program: Program,
    workspace: Workspace,
    replacing: Replacing,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> None:
        raise RuntimeError

    assert workspace.isVisible()
    monkeypatch.setattr(lock, "hide_everything", refuse)
    with pytest.raises(ReplacedError):
        program.lock()
    assert "--locked" in replacing.commands[0]


# --- after a rescue -------------------------------------------------------------------------------


def rescue_sheet(program: Program) -> RescueSheet:
    """Open the sheet for a rescue and type the passphrase."""
    program.window.gate.unlock.rescue_button.click()
    (sheet,) = program.window.findChildren(RescueSheet)
    QTest.keyClicks(sheet.secret.field, PASSPHRASE)
    return sheet


@pytest.mark.usefixtures("worker")
def test_after_a_rescue_the_process_that_has_read_it_ends(
    qtbot: QtBot, program: Program, replacing: Replacing, vault_folder: Path
) -> None:
    program.start(Handover(vault_folder))
    sheet = rescue_sheet(program)
    sheet.yes.click()
    new = vault_folder.with_name(f"{vault_folder.name}-rescued")
    assert new.is_dir()
    command = locks(qtbot, program, replacing, lambda _program: sheet.yes.click())
    assert command[-2:] == [lock.LOCKED_OPTION, str(new)]


@pytest.mark.parametrize("way", [by_desktop, by_key])
@pytest.mark.usefixtures("worker")
def test_a_lock_comes_before_the_result_of_a_rescue_is_read(
    qtbot: QtBot, program: Program, replacing: Replacing, vault_folder: Path, way: Ways
) -> None:
    program.start(Handover(vault_folder))
    rescue_sheet(program).yes.click()
    command = locks(qtbot, program, replacing, way)
    assert command[-2:] == [lock.LOCKED_OPTION, str(vault_folder)]


@pytest.mark.usefixtures("worker")
def test_a_rescue_that_is_given_up_ends_the_process_too(
    qtbot: QtBot, program: Program, replacing: Replacing, vault_folder: Path
) -> None:
    program.start(Handover(vault_folder))
    vault_folder.with_name(f"{vault_folder.name}-rescued").mkdir()
    sheet = rescue_sheet(program)
    sheet.began.emit()
    command = locks(qtbot, program, replacing, lambda _program: sheet.cancel())
    assert command[-2:] == [lock.LOCKED_OPTION, str(vault_folder)]


def test_a_rescue_that_has_not_begun_ends_nothing(
    program: Program, replacing: Replacing, vault_folder: Path
) -> None:
    program.start(Handover(vault_folder))
    rescue_sheet(program).cancel()
    assert replacing.commands == []
