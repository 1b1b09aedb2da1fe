"""The team in the whole window: every page is there, and most of them were never opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from intake.domain.changes import Changes, Noun
from intake.gui.errors import bug_told
from intake.gui.i18n import Interpreter
from intake.gui.keys.trust_sheet import TrustSheet
from intake.gui.keys.whose_sheet import WhoseSheet
from intake.gui.windows.places import TEAM
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import team
from intake.vault.secret import Secret
from tests.gui.conftest import PASSPHRASE
from tests.gui.hands import click, one, words_on


def test_a_key_is_trusted_before_any_other_page_was_opened(
    workspace: Workspace, worker: ImmediateWorker, tmp_path: Path
) -> None:
    problems: list[BaseException] = []
    worker.failed.disconnect()
    worker.failed.connect(problems.append)
    team.create_key(tmp_path / "Lodka", Secret.from_text(PASSPHRASE), work_factor=1)
    workspace.go(TEAM)
    workspace.ways.team.trusting.look_at(tmp_path / "Lodka.pub")
    click(one(workspace.window(), WhoseSheet).yes)
    click(one(workspace.window(), TrustSheet).yes)
    QApplication.processEvents()
    assert problems == []
    assert "The key of Lodka is trusted" in words_on(workspace.ways.team.messages)


def test_no_page_asks_for_a_vault_that_it_was_not_given(
    workspace: Workspace, worker: ImmediateWorker
) -> None:
    problems: list[BaseException] = []
    worker.failed.disconnect()
    worker.failed.connect(problems.append)
    workspace.refresh(Changes(frozenset(Noun)))
    QApplication.processEvents()
    assert problems == []


@pytest.mark.parametrize(("language", "expected"), [("be", "памылк"), ("ru", "ошибк")])
def test_a_bug_is_told_in_the_language_of_the_window(
    interpreter: Interpreter, language: str, expected: str
) -> None:
    interpreter.speak(language)
    assert expected in bug_told("x").text.lower()


@pytest.mark.parametrize(("language", "expected"), [("be", "усё"), ("ru", "всё")])
def test_the_button_of_everything_says_everything(
    workspace: Workspace, interpreter: Interpreter, language: str, expected: str
) -> None:
    workspace.go(TEAM)
    interpreter.speak(language)
    QApplication.processEvents()
    assert expected in workspace.ways.team.journey.border_button.text()
