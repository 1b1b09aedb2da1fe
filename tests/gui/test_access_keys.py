"""No two widgets of a page answer to the same access key, in any language."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from intake.domain.ids import CaseId
from intake.gui.actions import TABLE
from intake.gui.app import Program
from intake.gui.i18n import Interpreter, available_languages
from intake.gui.widgets.sheet import open_sheets
from intake.gui.windows.places import CASES, EXPORT, PROTECTION, REVIEW, SETTINGS, TEAM
from intake.gui.windows.workspace import Workspace

pytestmark = pytest.mark.no_cover

LANGUAGES = sorted(available_languages())


def keys_of(root: QWidget) -> list[tuple[str, str]]:
    """Return access key and text of everything that can be seen and has one."""
    QApplication.processEvents()
    found: list[tuple[str, str]] = []
    buttons: list[QAbstractButton | QLabel] = [*root.findChildren(QAbstractButton)]
    for widget in (*buttons, *root.findChildren(QLabel)):
        if not widget.isVisible() or (isinstance(widget, QLabel) and widget.buddy() is None):
            continue
        key = QKeySequence.mnemonic(widget.text()).toString()
        if key:
            found.append((key, widget.text()))
    return found


def insist(root: QWidget) -> None:
    """Fail when two share a key, or one takes that of an action."""
    found = keys_of(root)
    taken = {spec.shortcut for spec in TABLE.values()}
    for key, text in found:
        same = [other for other_key, other in found if other_key == key]
        assert len(same) == 1, f"{key}: {same}"
        assert key not in taken, (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", [CASES, REVIEW, EXPORT, TEAM, PROTECTION, SETTINGS])
def test_every_page(
    interpreter: Interpreter, workspace: Workspace, place: str, language: str
) -> None:
    interpreter.speak(language)
    workspace.go(place)
    insist(workspace)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_case_whatever_its_status(
    interpreter: Interpreter,
    workspace: Workspace,
    case_ids: tuple[CaseId, ...],
    language: str,
) -> None:
    interpreter.speak(language)
    workspace.go(CASES)
    for case_id in case_ids:
        workspace.cases.show_case(case_id)
        insist(workspace)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_of_an_interview(
    interpreter: Interpreter,
    workspace: Workspace,
    case_ids: tuple[CaseId, ...],
    language: str,
) -> None:
    interpreter.speak(language)
    workspace.open_interview(case_ids[0])
    for index in range(workspace.interview.steps):
        workspace.interview.go_to(index)
        insist(workspace)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_of_a_case(
    interpreter: Interpreter, workspace: Workspace, language: str
) -> None:
    interpreter.speak(language)
    workspace.go(CASES)
    for button in (workspace.cases.detail.erase_button, workspace.cases.detail.withdraw_button):
        button.click()
        (sheet,) = open_sheets(workspace.window())
        insist(sheet)
        sheet.cancel()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_before_the_vault(
    interpreter: Interpreter, program: Program, language: str
) -> None:
    interpreter.speak(language)
    gate = program.window.gate
    for index in range(gate.pages.count()):
        gate.pages.setCurrentIndex(index)
        insist(gate)
