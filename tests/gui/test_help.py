"""The help says in every language what to do at the door, and is read by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from intake.gui.widgets.help_pages import HelpPages, help_sections


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_every_language_has_the_same_sections(language: str) -> None:
    assert len(help_sections(language)) == len(help_sections("en"))
    assert all(section.paragraphs for section in help_sections(language))


@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_the_door_names_the_key(language: str) -> None:
    assert "F12" in help_sections(language)[0].paragraphs[0]


def test_other_languages_read_english() -> None:
    assert help_sections("xx") == help_sections("en")


def test_the_first_section_is_about_the_door_and_arrows_lead_on(qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale("en"))
    pages = HelpPages()
    qtbot.addWidget(pages)
    first = help_sections("en")[0].title
    assert pages.list.accessibleName() == first
    QTest.keyClick(pages.list, Qt.Key.Key_Down)
    assert pages.list.accessibleName() == help_sections("en")[1].title
