"""The steps of sealing: missing keys, folders, slips of the pen, sheets, and the receipt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from intake.gui.keys.trust_sheet import TrustSheet
from intake.gui.keys.whose_sheet import WhoseSheet
from intake.gui.pages.seal import SealPage
from intake.gui.sealing.steps import DONE, MEANING, SECRETS, WHOM
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.windows.workspace import Workspace
from intake.services import team, vaults
from intake.services.session import VaultSession
from intake.vault.recovery import RecoveryKey, parse
from intake.vault.secret import Secret
from tests.gui.conftest import OFFICE, PASSPHRASE, new_vault
from tests.gui.hands import ENTER, click, one, press, type_into, words_on

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def vault(workspace: Workspace) -> VaultSession:
    assert workspace._session is not None
    return workspace._session


@pytest.fixture
def office(tmp_path: Path) -> Iterator[VaultSession]:
    """Return the vault of the office; its key is trusted by nobody yet."""
    made = new_vault(tmp_path / "office", OFFICE)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def page(workspace: Workspace) -> SealPage:
    return workspace.ways.seal


def fill(field: PassphraseEdit, text: str) -> None:
    with Secret.from_text(text) as secret:
        field.fill(secret)
    field.edited.emit()


def begin(workspace: Workspace) -> None:
    """Go to the first step of sealing everything."""
    workspace.ways.team.border_asked.emit()
    QApplication.processEvents()


def go_to_secrets(workspace: Workspace, office: VaultSession, stick: Path) -> SealPage:
    vault, page = workspace._session, workspace.ways.seal
    assert vault is not None
    team.pin(vault, OFFICE, team.own_key(office))
    begin(workspace)
    click(page.next)
    first = page.whom.keys.first
    assert first is not None
    click(first)
    page.whom.panel.show_folder(stick)
    click(page.next)
    assert page.state == SECRETS
    fill(page.secrets.passphrase, PASSPHRASE)
    return page


def with_a_slip(key: str) -> str:
    """Change one character in the third group of a key."""
    groups = key.split("-")
    groups[2] = ("1" if groups[2][0] != "1" else "2") + groups[2][1:]
    return "-".join(groups)


def test_without_a_key_the_first_step_says_so_and_adds_one(
    workspace: Workspace, page: SealPage, office: VaultSession, tmp_path: Path
) -> None:
    begin(workspace)
    assert page.state == MEANING
    assert "No key is trusted here yet" in words_on(page.messages)
    assert not page.next.isEnabled()
    assert "Add the key of somebody" in page.why_not.text()
    team.save_public_key(team.own_key(office), tmp_path / "Office.pub")
    click(page.messages.action)
    sheet = one(workspace.window(), PathSheet)
    type_into(sheet.panel.where, str(tmp_path / "Office.pub"))
    press(ENTER)
    click(sheet.yes)
    click(one(workspace.window(), WhoseSheet).yes)
    click(one(workspace.window(), TrustSheet).yes)
    assert "The key of Office is trusted" in words_on(page.messages)
    click(page.next)
    assert page.state == WHOM
    assert page.whom.keys.first is not None


def test_no_folder_is_chosen_beforehand(
    workspace: Workspace, page: SealPage, vault: VaultSession, office: VaultSession, stick: Path
) -> None:
    team.pin(vault, OFFICE, team.own_key(office))
    for _ in range(2):  # nor is the folder of the time before
        begin(workspace)
        click(page.next)
        first = page.whom.keys.first
        assert first is not None
        first.setChecked(True)
        assert not page.next.isEnabled()
        assert "Choose a folder" in page.why_not.text()
        type_into(page.whom.panel.where, str(stick))
        press(ENTER)
        assert page.next.isEnabled()
        assert f"Into {stick}" in words_on(page.whom)
        click(page.back)
        click(page.back)


def test_what_is_about_to_happen_is_said_and_the_receipt_names_who_can_open_it(
    workspace: Workspace, office: VaultSession, recovery_key: str, stick: Path
) -> None:
    page = go_to_secrets(workspace, office, stick)
    assert f"3 cases for {OFFICE}, into {stick}" in words_on(page.secrets)
    fill(page.secrets.typed.first, recovery_key)
    click(page.next)
    assert page.state == DONE, words_on(page)
    assert f"opened by: {OFFICE}" in words_on(page)


def test_a_slip_of_the_pen_is_found_before_anything_begins_and_nothing_is_lost(
    workspace: Workspace, office: VaultSession, recovery_key: str, stick: Path
) -> None:
    page = go_to_secrets(workspace, office, stick)
    fill(page.secrets.typed.first, with_a_slip(recovery_key))
    started: list[str] = []
    page.run.started.connect(lambda text, _stops: started.append(text))
    click(page.next)
    assert "Group 3" in words_on(page.secrets)
    assert started == []
    with page.secrets.passphrase.peek() as typed, Secret.from_text(PASSPHRASE) as right:
        assert typed == right
    with page.secrets.typed.peek() as typed, Secret.from_text(with_a_slip(recovery_key)) as kept:
        assert typed == kept
    assert list(stick.iterdir()) == []


def test_two_sheets_of_a_split_key_are_taken(
    workspace: Workspace, office: VaultSession, recovery_key: str, stick: Path
) -> None:
    page = go_to_secrets(workspace, office, stick)
    with parse(recovery_key) as key:
        sheets = ["-".join(sheet.groups) for sheet in key.split()]
    fill(page.secrets.typed.first, sheets[0])
    click(page.next)
    assert page.state == SECRETS
    assert "sheet" in words_on(page.secrets), "one alone is told from a wrong key"
    fill(page.secrets.typed.second, sheets[2])
    click(page.next)
    assert page.state == DONE, words_on(page)


def test_a_new_key_can_be_split(
    workspace: Workspace, vault: VaultSession, office: VaultSession, stick: Path
) -> None:
    path = vault.path
    page = go_to_secrets(workspace, office, stick)
    click(page.secrets.other)
    click(page.secrets.paper.split)
    written = ["-".join(sheet.groups) for sheet in page.secrets.paper.sheets]
    for field, text in zip(page.secrets.proof.fields, (*written[:2], written[0]), strict=True):
        fill(field, text)
    click(page.next)
    assert page.state == SECRETS, "the third sheet is not what stands above"
    fill(page.secrets.proof.fields[2], written[2])
    click(page.next)
    assert page.state == DONE, words_on(page)
    with Secret.from_text("\n".join(written[1:])) as typed:
        vaults.unlock_with_recovery(path, typed).close()


def test_the_key_of_another_vault_is_told_and_the_passphrase_stays(
    workspace: Workspace, office: VaultSession, stick: Path
) -> None:
    page = go_to_secrets(workspace, office, stick)
    with RecoveryKey.new() as other:
        fill(page.secrets.typed.first, "-".join(other.groups))
    click(page.next)
    assert page.state == SECRETS
    assert "recovery key" in words_on(page.messages).lower()
    assert not page.secrets.passphrase.is_empty
    assert list(stick.iterdir()) == []
