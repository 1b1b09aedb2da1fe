"""Sealing in the real window: from what it means to the receipt, and then only the lock is left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.domain.case import CaseStatus
from intake.domain.changes import Changes, Noun
from intake.domain.ids import CaseId
from intake.gui.app import Program
from intake.gui.i18n import Interpreter
from intake.gui.lock import NEW_KEYS_OPTION, Handover
from intake.gui.pages.seal import SealPage
from intake.gui.sealing.steps import DONE, MEANING, SECRETS, WHAT, WHOM, Mode
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.recovery_paper import RecoveryEntry
from intake.gui.widgets.sheet import Sheet
from intake.gui.windows.places import CASES, REVIEW, TEAM
from intake.gui.windows.workspace import Workspace
from intake.gui.words import ChoiceWords
from intake.gui.workers.store_worker import StoreWorker
from intake.services import (
    backups,
    cases,
    local_backups,
    parcels,
    seal_steps,
    sealing,
    settings,
    team,
    unfinished,
    vaults,
)
from intake.services.session import VaultSession
from intake.services.settings import Settings
from intake.store.tables import INTERVIEWS
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from tests.gui.conftest import OFFICE, PASSPHRASE, new_vault, office_of
from tests.gui.hands import (
    ENTER,
    SPACE,
    ReplacedError,
    Replacing,
    all_of,
    click,
    one,
    open_sheet,
    press,
    type_into,
    words_on,
)

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def vault(workspace: Workspace) -> VaultSession:
    """Return the vault that is open in the window."""
    assert workspace._session is not None
    return workspace._session


@pytest.fixture
def office(vault: VaultSession, tmp_path: Path) -> Iterator[VaultSession]:
    """Return the vault of the office; both trust each other."""
    made = office_of(vault, tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(workspace: Workspace, office: VaultSession) -> SealPage:
    assert office.is_open
    return workspace.ways.seal


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def fill(field: PassphraseEdit, text: str) -> None:
    with Secret.from_text(text) as secret:
        field.fill(secret)
    field.edited.emit()


def choose_whom(page: SealPage, stick: Path) -> None:
    """Tick the office and go on to the secrets."""
    assert page.state == WHOM
    assert list(page.whom.keys.names()) == [], "nobody is ticked beforehand"
    assert not page.next.isEnabled()
    first = page.whom.keys.first
    assert first is not None
    click(first)
    page.whom.panel.show_folder(stick)
    click(page.next)


def type_secrets(page: SealPage, recovery: str, passphrase: str = PASSPHRASE) -> None:
    assert page.state == SECRETS
    fill(page.secrets.passphrase, passphrase)
    type_key(page, recovery)


def holds(field: PassphraseEdit | RecoveryEntry) -> bool:
    """Tell whether something is typed into a field."""
    return not field.is_empty


def type_key(page: SealPage, recovery: str) -> None:
    is_new = page.secrets.other.isChecked()
    fill(page.secrets.proof.fields[0] if is_new else page.secrets.typed.first, recovery)


def test_a_finished_case_goes_to_the_office_and_the_window_locks_itself(  # noqa: PLR0913, PLR0917 (fixtures)
    program: Program,
    workspace: Workspace,
    page: SealPage,
    office: VaultSession,
    case_ids: tuple[CaseId, ...],
    recovery_key: str,
    stick: Path,
    replacing: Replacing,
) -> None:
    vault = workspace._session
    assert vault is not None
    with Secret.from_text(PASSPHRASE) as passphrase:
        backup = backups.backup(vault, stick, passphrase).path
    choose_case(workspace, page, case_ids[1])
    page.whom.label.setText("blue notebook")
    choose_whom(page, stick)
    type_secrets(page, recovery_key)
    click(page.next)
    assert page.state == DONE, words_on(page)
    told = words_on(page)
    (file,) = stick.glob("*.parcel")
    assert str(file) in told
    assert str(backup) in told
    assert not backup.exists()
    assert "The vault has new keys" in told
    assert "on paper stays valid" in told
    assert not vault.is_open
    assert parcels.receive(office, file).outcome is parcels.Outcome.NEW
    only_the_lock_is_left(workspace, page)
    lock(program, page, replacing, vault.path)
    with Secret.from_text(PASSPHRASE) as passphrase:
        opened = vaults.unlock(vault.path, passphrase)
    (sealed,) = seal_steps.sealed_cases(opened)
    assert sealed.label == "blue notebook"
    assert not local_backups.awaits_rekey(opened)
    opened.close()


def lock(program: Program, page: SealPage, replacing: Replacing, path: Path) -> None:
    """Press the button, and lock as it asks for."""
    asked: list[bool] = []
    program.window.lock_asked.disconnect()
    program.window.lock_asked.connect(lambda: asked.append(True))
    click(page.next)
    assert asked == [True]
    with pytest.raises(ReplacedError):
        program.lock()
    (command,) = replacing.commands
    assert command[-2:] == [NEW_KEYS_OPTION, str(path)]


def choose_case(workspace: Workspace, page: SealPage, case_id: CaseId) -> None:
    """Go from the list of cases to the recipients."""
    workspace.go(CASES)
    workspace.cases.show_case(case_id)
    click(workspace.cases.detail.seal_button)
    assert workspace.pages.currentWidget() is page
    assert page.state == MEANING, "the first time it is said in full"
    assert "cannot be undone" in words_on(page)
    assert "not promised" in words_on(page)
    click(page.next)
    assert page.state == WHAT
    assert page.what.model.chosen == (case_id,), "only what is finished, and it is ticked"
    click(page.next)


def only_the_lock_is_left(workspace: Workspace, page: SealPage) -> None:
    for place in (CASES, REVIEW, TEAM):
        workspace.go(place)
        assert workspace.pages.currentWidget() is page
    assert not workspace.search.isEnabled()
    assert workspace.rail.lock.isEnabled()
    assert workspace.rail.panic.isEnabled()


def test_a_lock_on_the_receipt_ends_the_process_as_well(
    program: Program,
    workspace: Workspace,
    page: SealPage,
    recovery_key: str,
    stick: Path,
    replacing: Replacing,
) -> None:
    assert workspace.isVisible()
    workspace.ways.team.border_asked.emit()
    click(page.next)
    choose_whom(page, stick)
    type_secrets(page, recovery_key)
    click(page.next)
    with pytest.raises(ReplacedError):
        program.lock()
    assert replacing.commands[0][-2] == NEW_KEYS_OPTION


def test_before_the_last_step_nothing_is_written(
    workspace: Workspace, page: SealPage, vault: VaultSession, recovery_key: str, stick: Path
) -> None:
    workspace.go(TEAM)
    click(workspace.ways.team.seal_button)
    click(page.next)
    assert list(page.what.model.chosen) == []
    assert not page.next.isEnabled()
    page.what.list.setFocus()
    press(SPACE)
    assert len(page.what.model.chosen) == 1
    press(ENTER)
    assert len(page.what.model.chosen) == 1, "Enter goes on, and unticks nothing"
    assert page.state == WHOM
    choose_whom(page, stick)
    type_secrets(page, recovery_key)
    workspace.go(CASES)
    assert page.secrets.passphrase.is_empty, "secrets do not wait on a page that nobody sees"
    assert list(stick.iterdir()) == []
    assert len(cases.list_cases(vault)) == 3


def test_what_nobody_could_take_in_is_told_before_anything_secret_is_typed(
    workspace: Workspace, page: SealPage, vault: VaultSession, case_ids: tuple[CaseId, ...]
) -> None:
    (interview,) = vault.store.cases.file(case_ids[1]).interviews
    with vault.store.write() as tx:
        tx.change(INTERVIEWS, (interview.id,), {"form": "invented/1"})
    for asked, stays in ((workspace.ways.team.border_asked, MEANING), (None, WHAT)):
        if asked is not None:
            asked.emit()
        else:
            workspace.cases.seal_asked.emit(case_ids[1])
            click(page.next)
        click(page.next)
        assert page.state == stays
        assert "leave this case out" in words_on(page.messages)
        assert page.next.isEnabled()
        page.back.click()


def test_wrong_secrets_are_told_before_anything_is_sealed(
    workspace: Workspace, page: SealPage, vault: VaultSession, recovery_key: str, stick: Path
) -> None:
    workspace.ways.team.border_asked.emit()
    click(page.next)
    choose_whom(page, stick)
    type_secrets(page, recovery_key, "not the phrase of this vault at all")
    click(page.next)
    assert page.state == SECRETS
    assert "passphrase" in words_on(page.messages).lower()
    assert page.secrets.passphrase.is_empty
    assert holds(page.secrets.typed), "what was right stays"
    type_secrets(page, "-".join(RecoveryKey.new().groups))
    click(page.next)
    assert page.state == SECRETS
    assert "recovery key" in words_on(page.messages).lower()
    assert holds(page.secrets.passphrase), "what was right stays"
    assert list(stick.iterdir()) == []
    assert len(cases.list_cases(vault)) == 3


def test_a_new_recovery_key_has_to_be_typed_back(
    workspace: Workspace, page: SealPage, vault: VaultSession, recovery_key: str, stick: Path
) -> None:
    path = vault.path
    workspace.ways.team.border_asked.emit()
    click(page.next)
    choose_whom(page, stick)
    click(page.secrets.other)
    assert page.secrets.new_key is not None
    written = "-".join(page.secrets.new_key.groups)
    type_secrets(page, recovery_key)
    click(page.next)
    assert page.state == SECRETS
    assert "Compare it group by group" in words_on(page.secrets)
    type_key(page, written)
    click(page.next)
    assert page.state == DONE, words_on(page)
    assert "Burn the old paper" in words_on(page)
    with Secret.from_text(written) as typed:
        opened = vaults.unlock_with_recovery(path, typed)
    opened.close()


def test_border_mode_seals_drafts_too_and_reports_what_is_left(
    workspace: Workspace, page: SealPage, recovery_key: str, stick: Path
) -> None:
    workspace.go(TEAM)
    click(workspace.ways.team.journey.border_button)
    assert "3 cases to seal" in words_on(page)
    assert "drafts too" in words_on(page)
    click(page.next)
    choose_whom(page, stick)
    type_secrets(page, recovery_key)
    click(page.next)
    assert len(list(stick.glob("*.parcel"))) == 3
    told = words_on(page)
    assert "Nobody can open a case on this laptop" in told
    assert "0 cases that can be opened" in told
    assert "1 trusted key" in told


def test_a_sealing_that_was_interrupted_is_told_after_unlocking_and_finished(  # noqa: PLR0917 (fixtures)
    program: Program,
    workspace: Workspace,
    page: SealPage,
    vault: VaultSession,
    case_ids: tuple[CaseId, ...],
    recovery_key: str,
    stick: Path,
) -> None:
    assert not workspace.ways.bar.isVisible()
    sealing.seal(vault, [case_ids[1]], to=[OFFICE], into=stick)
    workspace.ways.open(vault)  # as at the next unlocking
    bar = workspace.ways.bar
    assert bar.isVisible()
    assert "interrupted" in words_on(bar)
    click(bar.action)
    assert page.state == SECRETS
    assert not bar.isVisible(), "the page says it itself"
    type_secrets(page, recovery_key)
    assert workspace.status._saved.isVisible()
    click(page.next)
    assert page.state == DONE, words_on(page)
    assert program._session is None
    assert workspace.status._saved.isHidden(), "nothing is saved in a closed vault"
    assert "Saves by itself" not in words_on(workspace.status)


def test_a_vault_that_was_rescued_without_its_settings_says_so_and_gets_new_keys(
    workspace: Workspace, page: SealPage, vault: VaultSession, recovery_key: str
) -> None:
    with vault.store.write() as tx:
        local_backups.note_forgotten(vault.store, tx)
    workspace.ways.open(vault)  # as at the next unlocking
    bar = workspace.ways.bar
    assert "rescued without its settings" in words_on(bar)
    assert "interrupted" not in words_on(bar)
    click(bar.action)
    assert "still has its old keys" in words_on(page)
    type_secrets(page, recovery_key)
    click(page.next)
    assert page.state == DONE, words_on(page)
    with Secret.from_text(PASSPHRASE) as passphrase:
        opened = vaults.unlock(vault.path, passphrase)
    assert local_backups.why_awaits_rekey(opened) is None
    opened.close()


def test_what_keeps_a_case_from_being_sealed_is_said_where_cases_are_chosen(
    workspace: Workspace, page: SealPage, vault: VaultSession, case_ids: tuple[CaseId, ...]
) -> None:
    code = vault.store.cases.get(case_ids[1]).code
    unfinished.keep(vault, case_ids[1], {"case//age": "about forty"})
    workspace.ways.seal_case(case_ids[1])
    if page.state == MEANING:
        click(page.next)
    assert page.state == WHAT
    assert f"no answer yet; open and finish: {code}" in words_on(page)
    assert not page.what.model.rowCount()


def test_sealing_is_offered_when_a_case_is_finalised_if_the_vault_is_set_so(
    workspace: Workspace, page: SealPage, vault: VaultSession, case_ids: tuple[CaseId, ...]
) -> None:
    click_finalise(workspace, case_ids[0])
    assert all_of(workspace.window(), Sheet) == [], "not unless it is set"
    cases.set_status(vault, case_ids[0], CaseStatus.DRAFT)
    settings.save(vault, Settings(seal_when_finalised=True))
    click_finalise(workspace, case_ids[0])
    sheet = open_sheet(workspace)
    assert "Seal this case now?" in words_on(sheet)
    click(sheet.yes)
    assert page.state == MEANING
    click(page.next)
    assert page.what.model.chosen == (case_ids[0],)
    click(page.back)
    click(page.back)
    assert workspace.pages.currentWidget() is workspace.cases, "back to where it came from"
    assert len(cases.list_cases(vault)) == 3


def click_finalise(workspace: Workspace, case_id: CaseId) -> None:
    workspace.go(CASES)
    workspace.cases._load()
    workspace.cases.show_case(case_id)
    QApplication.processEvents()
    click(workspace.cases.detail.status_button)
    sheet = open_sheet(workspace)
    click(sheet.yes)


class Beside:
    """A seal page whose work runs on a thread of its own, and waits while the gate is closed."""

    def __init__(self, qtbot: QtBot, folder: Path, office: VaultSession) -> None:
        self.worker, self.gate = StoreWorker(), threading.Event()
        with Secret.from_text(PASSPHRASE) as passphrase:
            self.session: VaultSession = self.ask(vaults.unlock, folder, passphrase)
        key = team.own_key(office)
        self.ask(team.pin, self.session, OFFICE, key)
        self.page = SealPage(self.worker, ChoiceWords())
        qtbot.addWidget(self.page)
        with qtbot.waitActive(self.page):
            self.page.show()

    def ask(self, work: Callable[..., Any], *arguments: object) -> Any:
        """Run work on the thread and wait for it."""
        return self.worker._executor.submit(work, *arguments).result()

    def close(self) -> None:
        self.gate.set()
        self.ask(self.session.close)
        self.worker.close()


@pytest.fixture
def beside(qtbot: QtBot, vault_folder: Path, made_office: VaultSession) -> Iterator[Beside]:
    made = Beside(qtbot, vault_folder, made_office)
    yield made
    made.close()


@pytest.fixture
def made_office(tmp_path: Path) -> Iterator[VaultSession]:
    made = new_vault(tmp_path / "office", OFFICE)
    yield made
    made.close()


def test_a_sealing_that_is_stopped_keeps_every_case(
    qtbot: QtBot, beside: Beside, recovery_key: str, stick: Path
) -> None:
    page = beside.page
    looked: list[Changes] = []
    beside.worker.changed.connect(looked.append)
    page.open(beside.session, Mode.BORDER)
    qtbot.waitUntil(lambda: bool(page.what.model.chosen))
    click(page.next)
    qtbot.waitUntil(lambda: page.state == WHOM)
    choose_whom(page, stick)
    type_secrets(page, recovery_key)
    page.run.started.connect(lambda _t, stops: stops and beside.worker.submit(beside.gate.wait))
    held: list[bool] = []
    page.worked.connect(held.append)
    click(page.next)
    qtbot.waitUntil(lambda: page.run._job is not None)
    page.busy.cancelled.emit()
    beside.gate.set()
    qtbot.waitUntil(lambda: "Stopped" in words_on(page.messages))
    assert page.state == MEANING
    assert held == [True, False], "the window leads nowhere meanwhile, and everywhere again"
    assert list(stick.iterdir()) == []
    assert len(beside.ask(cases.list_cases, beside.session)) == 3
    assert looked[-1].nouns == frozenset(Noun), "every page looks again"


def test_the_locked_page_says_that_the_vault_has_new_keys(
    program: Program, vault_folder: Path
) -> None:
    program.start(Handover(vault_folder, has_new_keys=True))
    assert "new keys" in words_on(program.window.gate)


def test_the_bar_speaks_the_language_of_the_window(
    workspace: Workspace,
    vault: VaultSession,
    office: VaultSession,
    case_ids: tuple[CaseId, ...],
    stick: Path,
    interpreter: Interpreter,
) -> None:
    assert office.is_open
    sealing.seal(vault, [case_ids[1]], to=[OFFICE], into=stick)
    workspace.ways.look_for_unfinished()
    interpreter.speak("be")
    QApplication.processEvents()
    assert "Запячатванне" in words_on(workspace.ways.bar)


def test_keyboard_alone_leads_through_the_first_steps(
    workspace: Workspace, page: SealPage, stick: Path
) -> None:
    assert stick.is_dir()
    workspace.go(TEAM)
    workspace.ways.team.seal_button.setFocus()
    press(ENTER)
    press(ENTER)
    assert page.state == WHAT
    press(SPACE)
    page.next.setFocus()
    press(ENTER)
    assert page.state == WHOM
    press(SPACE)
    assert page.whom.keys.names() == (OFFICE,)
    type_into(page.whom.panel.where, str(stick))
    press(ENTER)
    assert one(workspace, SealPage).next.isEnabled()
