"""The person who exports says in which language the report is."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from intake.gui.export.request_panel import RequestPanel
from intake.gui.i18n import Interpreter
from intake.services.exports import REPORT_LANGUAGES
from tests.gui.hands import pick


@pytest.mark.parametrize("spoken", ["en", "be", "ru", "x-rtl"])
def test_the_report_is_offered_in_the_language_of_the_window(
    qtbot: QtBot, interpreter: Interpreter, spoken: str
) -> None:
    interpreter.speak(spoken)
    panel = RequestPanel()
    qtbot.addWidget(panel)
    panel.show_usual_k(5)
    wanted = spoken if spoken in REPORT_LANGUAGES else "en"
    assert panel.request().language == wanted


def test_another_language_can_be_chosen(qtbot: QtBot) -> None:
    panel = RequestPanel()
    qtbot.addWidget(panel)
    panel.show_usual_k(5)
    panel.show()
    pick(panel.language, "ru")
    assert panel.request().language == "ru"
    assert panel.language.accessibleName() == "Report written in"
