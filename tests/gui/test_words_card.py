"""The list of words in the settings: added to, cleared, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from intake.domain.ids import RulingId
from intake.domain.marks import Decision
from intake.domain.rulings import Ruling
from intake.gui.models.rulings_model import RulingColumn, RulingsModel
from intake.gui.pages.settings.words import WordsCard
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import rulings
from intake.services.session import VaultSession
from tests.gui.hands import ENTER, click, press, type_text, words_on

MASK, KEEP = Decision.MASK, Decision.KEEP


@pytest.fixture
def card(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> WordsCard:
    made = WordsCard(worker)
    made.retranslate()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.open(session)
    return made


def listed(session: VaultSession) -> list[tuple[str, Decision]]:
    return [(each.words, each.decision) for each in rulings.of_vault(session)]


def add(card: WordsCard, words: str, row: int = 0) -> None:
    card.decision.setCurrentIndex(row)
    card.words.setFocus()
    type_text(words)
    press(ENTER)


def test_words_are_added_and_shown_newest_first(card: WordsCard, session: VaultSession) -> None:
    assert "Nothing is on the list yet." in words_on(card)
    assert not card.table.isVisible()
    add(card, "Kettle Club")
    add(card, "Kubik", 1)
    assert listed(session) == [("Kettle Club", MASK), ("Kubik", KEEP)]
    rows = [
        tuple(str(card.model.index(r, c).data()) for c in RulingColumn)
        for r in range(card.model.rowCount())
    ]
    assert rows == [("Kubik", "Never a name"), ("Kettle Club", "Always hidden")]
    assert card.words.text() == ""
    assert card.table.isVisible()


def test_words_on_one_list_leave_the_other(card: WordsCard, session: VaultSession) -> None:
    add(card, "Kubik")
    add(card, "kubik", 1)
    assert listed(session) == [("kubik", KEEP)]


def test_an_entry_is_taken_off_and_put_back(card: WordsCard, session: VaultSession) -> None:
    add(card, "Kubik")
    assert not card.remove_button.isEnabled()
    card.table.selectRow(0)
    click(card.remove_button)
    assert listed(session) == []
    click(card.messages.action)
    assert listed(session) == [("Kubik", MASK)]


def test_what_cannot_be_looked_for_is_said_and_stays_in_the_line(
    card: WordsCard, session: VaultSession
) -> None:
    add(card, "!")
    assert "at least two letters" in words_on(card)
    assert card.words.text() == "!"
    assert listed(session) == []


def test_the_model_keeps_to_the_rules_of_models(qtbot: QtBot) -> None:
    model = RulingsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rulings((Ruling(RulingId("r"), MASK, "Kubik"),))
    across = Qt.Orientation.Horizontal
    assert [model.headerData(c, across) for c in RulingColumn] == ["Words", "In every case"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(model.index(0, 1), Qt.ItemDataRole.DecorationRole) is not None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(3, 0)) is None
