"""While a vault is open all of it is looked at, and what is wrong is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from intake.gui.pages.cases.page import CasesPage
from intake.gui.windows.places import SETTINGS
from intake.gui.windows.workspace import Workspace
from intake.gui.workers import watch
from intake.gui.workers.store_worker import ImmediateWorker
from intake.gui.workers.watch import Watch
from intake.services import watching
from intake.services.session import VaultSession


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
    assert not workspace.settings.care._caught_up_row.isHidden()


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
