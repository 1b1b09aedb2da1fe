"""The protection page: what it says of each thing, and that it looks again when asked to."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.gui.desktop import DesktopSignals, Event
from intake.gui.i18n import Interpreter
from intake.gui.pages.protection.page import ProtectionPage
from intake.gui.pages.protection.words import around_sentence, process_sentence
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import protection
from intake.services.protection import (
    Finding,
    Protection,
    ProtectionReport,
    ProtectionState,
    Surrounding,
)
from intake.services.session import VaultSession
from tests.gui.hands import words_on

ON, FAILED, NOT_HERE = (
    ProtectionState.ON,
    ProtectionState.FAILED,
    ProtectionState.NOT_AVAILABLE,
)
NAMES = ("umask", "no_core_file", "no_memory_access", "no_new_privileges", "no_network")
# Every finding that the rooms below can return.
FOUND = {
    Finding.GOOD: (
        "disk_encryption",
        "vault_place",
        "vault_place memory",
        "sync_folder",
        "swap none",
        "swap encrypted",
        "hibernation impossible",
        "hibernation no_swap",
        "hibernation switched_off",
        "freed_memory",
        "display",
        "clipboard_managers",
        "indexers",
    ),
    Finding.RISK: (
        "disk_encryption",
        "vault_place network",
        "vault_place removable",
        "sync_folder",
        "swap",
        "hibernation",
        "hibernation encrypted",
        "freed_memory",
        "display",
        "display through_wayland",
        "clipboard_managers",
        "indexers",
    ),
    Finding.UNKNOWN: ("swap", "swap not_written"),
}
EACH = [(finding, found) for finding, all_of in FOUND.items() for found in all_of]


@pytest.fixture
def page(qtbot: QtBot, worker: ImmediateWorker) -> ProtectionPage:
    made = ProtectionPage(worker)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


class _Telling(DesktopSignals):
    """A desktop that tells of some things."""

    asked = 0

    def look_again(self) -> None:
        self.asked += 1

    def tell_of(self, *events: Event) -> None:
        self._hear(*events)


def a_report(*found: Surrounding, failed: str = "") -> ProtectionReport:
    process = [Protection(name, FAILED if name == failed else ON) for name in NAMES]
    return ProtectionReport((*process, Protection("no_screen_pictures", NOT_HERE)), found)


@pytest.mark.parametrize(("finding", "found"), EACH)
@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_everything_that_can_be_found_has_its_sentence(
    interpreter: Interpreter, language: str, finding: Finding, found: str
) -> None:
    interpreter.speak(language)
    name, _, detail = found.partition(" ")
    text = around_sentence(Surrounding(name, finding, detail, ("Invented",)))
    assert text.endswith(".")
    assert "{" not in text
    assert ("Invented" in text) == (
        finding is Finding.RISK and name in ("sync_folder", "clipboard_managers", "indexers")
    )


@pytest.mark.parametrize("state", ProtectionState)
@pytest.mark.parametrize("name", [*NAMES, "no_screen_pictures"])
def test_every_protection_of_the_process_has_its_sentence(
    name: str, state: ProtectionState
) -> None:
    assert process_sentence(Protection(name, state)).endswith(".")


def test_dangers_come_first_and_stand_nowhere_else(page: ProtectionPage) -> None:
    page.show_report(
        a_report(
            Surrounding("swap", Finding.RISK),
            Surrounding("display", Finding.GOOD),
            Surrounding("hibernation", Finding.UNKNOWN),
            failed="no_core_file",
        )
    )
    told = [row.accessibleName() for row in page.risks.rows]
    assert told == ["No memory dumps: failed", "Memory on the disk (swap): danger"]
    around = [row.accessibleName() for row in page.around.rows]
    assert around == ["Keys and screen: good", "Hibernation: cannot be told"]
    process = [row.accessibleName() for row in page.process.rows]
    assert process[0] == "Private files: on"
    assert process[-1] == "No pictures of the screen: not available here"
    assert len(process) == len(NAMES)
    assert page.summary.text() == "2 things to look at"


def test_without_dangers_there_is_no_card_of_them(page: ProtectionPage) -> None:
    page.show_report(a_report(Surrounding("swap", Finding.GOOD, "none")))
    assert page.risks.isHidden()
    assert page.summary.text() == "Nothing found that endangers the vault"


def test_it_says_which_signals_are_heard_here(page: ProtectionPage) -> None:
    desktop = _Telling()
    page.listen(desktop)
    assert all(row.state.text == "not heard here" for row in page.signals.rows)
    desktop.tell_of(Event.SLEEP, Event.SCREEN_LOCK)
    told = {row.name.text(): row.state.text for row in page.signals.rows}
    assert told == {
        "The laptop goes to sleep": "heard",
        "The lid is closed": "not heard here",
        "The screen is locked": "heard",
        "Somebody else takes over": "not heard here",
    }


def test_checking_again_looks_at_everything_anew(
    page: ProtectionPage, session: VaultSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = _Telling()
    page.listen(desktop)
    page.open(session)
    shown = len(page.around.rows) + len(page.risks.rows)
    assert shown >= len(protection.report(session.path).surroundings)
    found = a_report(Surrounding("swap", Finding.RISK))
    monkeypatch.setattr(protection, "report", lambda *_asked: found)
    page.again_button.click()
    assert [row.name.text() for row in page.risks.rows] == ["Memory on the disk (swap)"]
    assert desktop.asked == 2


def test_a_page_without_a_vault_looks_at_nothing(page: ProtectionPage) -> None:
    page.look()
    assert page.around.rows == []


def test_it_speaks_the_language_of_the_window(
    page: ProtectionPage, interpreter: Interpreter
) -> None:
    page.show_report(a_report(Surrounding("swap", Finding.RISK)))
    interpreter.speak("be")
    QApplication.processEvents()
    assert "Памяць на дыску (swap)" in words_on(page)
    assert "Memory on the disk" not in words_on(page)


def test_no_part_of_it_is_ever_a_window_of_its_own(page: ProtectionPage) -> None:
    before = set(QApplication.topLevelWidgets())
    page.show_report(a_report(Surrounding("swap", Finding.RISK)))
    shown = [each for each in QApplication.topLevelWidgets() if each not in before]
    assert [each for each in shown if each.windowHandle() is not None] == []
    chips = [row.state for row in page.risks.rows + page.process.rows]
    assert all(each.windowHandle() is None for each in chips)
