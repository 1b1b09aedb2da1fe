"""While a vault is open all of it is looked at, and what is wrong is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake.gui.pages.cases.page import CasesPage
from intake.gui.windows.places import SETTINGS
from intake.gui.windows.workspace import Workspace
from intake.gui.workers import watch
from intake.gui.workers.store_worker import ImmediateWorker
from intake.gui.workers.watch import Watch
from intake.services import vaults, watching
from intake.services.session import VaultSession
from intake.store.connection import PAGE_BYTES
from intake.vault.secret import Secret
from tests.gui.conftest import PASSPHRASE


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "FIRST_MS", 0)
    monkeypatch.setattr(watch, "BETWEEN_MS", 0)


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:
    made = Workspace(ImmediateWorker())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.watch.stop()


def take_away(session: VaultSession) -> None:
    """Take rows away with their seals, as a page that was put back does."""
    session.store._db.execute("DELETE FROM answers WHERE owner = (SELECT min(owner) FROM answers)")


def flip_a_page(vault: Path) -> None:
    """Damage a page that the walk reads, and neither an opening nor the list of cases."""
    session = vaults.unlock(vault, Secret.from_text(PASSPHRASE))
    page = session.store._db.number("SELECT rootpage FROM sqlite_schema WHERE name = 'audit'")
    session.close()
    whole = bytearray((vault / "vault.db").read_bytes())
    middle = (page - 1) * PAGE_BYTES + PAGE_BYTES // 2
    whole[middle : middle + 64] = bytes(byte ^ 0xFF for byte in whole[middle : middle + 64])
    (vault / "vault.db").write_bytes(whole)


def is_over(of: Watch) -> bool:
    return of._session is None


def test_a_vault_that_is_whole_is_walked_to_the_end_and_nothing_is_told(
    workspace: Workspace, session: VaultSession, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "STEP_SECONDS", 0.0)
    workspace.open(session)
    assert not is_over(workspace.watch)
    qtbot.waitUntil(lambda: is_over(workspace.watch))
    assert session.rollback is None
    assert workspace.cases.messages.isHidden()


def test_rows_that_were_put_back_are_told_where_the_person_is(
    workspace: Workspace, session: VaultSession, qtbot: QtBot
) -> None:
    take_away(session)
    workspace.open(session)
    workspace.go(SETTINGS)
    qtbot.waitUntil(lambda: is_over(workspace.watch))
    assert session.rollback == "chain"
    for page in (workspace.cases, workspace.settings):
        assert page.messages.code.text() == "R01"
    care = workspace.settings.care
    assert care._caught_up_row.isHidden(), "what has no order cannot be caught up"
    assert "newest good backup" in care.nothing_to_catch_up.text()
    assert not care.nothing_to_catch_up.isHidden()
    assert "chain" not in workspace.settings.messages.text.text()
    assert "intake vault" not in workspace.settings.messages.text.text()


def test_a_page_that_cannot_be_read_is_damage_and_nothing_to_catch_up(
    qtbot: QtBot, workspace: Workspace, vault_folder: Path
) -> None:
    flip_a_page(vault_folder)
    session = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    workspace.open(session)
    workspace.go(SETTINGS)
    qtbot.waitUntil(lambda: is_over(workspace.watch))
    care, told = workspace.settings.care, workspace.settings.messages
    assert session.rollback == "damaged"
    assert told.code.text() == "F05"
    for word in ("damaged", "Check the vault", "Restore", "rescued"):
        assert word in told.text.text()
    assert "earlier state" not in told.text.text()
    assert care._caught_up_row.isHidden()
    assert not care.nothing_to_catch_up.isHidden()
    session.close()


def test_on_the_list_it_is_told_once(
    workspace: Workspace, session: VaultSession, qtbot: QtBot
) -> None:
    take_away(session)
    workspace.open(session)
    assert isinstance(workspace.pages.currentWidget(), CasesPage)
    qtbot.waitUntil(lambda: is_over(workspace.watch))
    assert workspace.cases.messages.code.text() == "R01"


def test_no_step_is_taken_in_a_vault_that_is_closed_or_known(
    workspace: Workspace, session: VaultSession
) -> None:
    workspace.open(session)
    workspace.commit_pending()
    assert is_over(workspace.watch)
    workspace.watch._step()
    workspace.watch._go_on(True)  # noqa: FBT003 (what the work returned)
    session.store.mark_rolled_back("restored")
    workspace.watch.start(session)
    assert is_over(workspace.watch)


def test_a_walk_ends_with_its_vault(
    workspace: Workspace, session: VaultSession, qtbot: QtBot
) -> None:
    workspace.open(session)
    session.close()
    qtbot.waitUntil(lambda: is_over(workspace.watch))
