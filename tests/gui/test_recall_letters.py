"""The page of a case tells what has to come back, and writes the letters that ask for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake.domain.audit import Action
from intake.domain.consent import Use, Withdrawal
from intake.domain.ids import CaseId
from intake.gui.i18n import Interpreter
from intake.gui.pages.cases.page import CasesPage
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.widgets.sheet import Sheet
from intake.gui.words import ChoiceWords
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, interviews
from intake.services.session import VaultSession
from tests.gui.hands import click, one, words_on

Ids = tuple[CaseId, ...]
NUMBER = "0a" * 16


@pytest.fixture
def page(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, case_ids: Ids) -> CasesPage:
    """Show a case that left in a bundle for analysts, by a key that was called Institute."""
    words = ChoiceWords()
    words.use(interviews.form())
    made = CasesPage(worker, words)
    qtbot.addWidget(made)
    worker.changed.connect(made.refresh)
    body = {"group": "analysts", "purpose": "analysis", "policy": "analysis", "to": ["Institute"]}
    with session.store.write(Action.EXPORTED, NUMBER) as tx:
        session.store.releases.record(tx, NUMBER, "2022-06", case_ids[:1], body)
    made.resize(1200, 700)
    with qtbot.waitActive(made):
        made.show()
    made.open(session)
    made.show_case(case_ids[0])
    return made


def answered(page: CasesPage, *, erase: bool) -> None:
    """Withdraw consent by the sheet."""
    click(page.detail.withdraw_button)
    sheet = next(each for each in page.window().findChildren(Sheet) if each.isVisible())
    box = sheet.findChild(CheckBox)
    assert isinstance(box, CheckBox)
    box.setChecked(erase)
    click(sheet.yes)


def test_what_left_is_told_and_needs_no_letter_while_consent_covers_it(page: CasesPage) -> None:
    told = words_on(page.detail.bundles_card)
    assert NUMBER in told
    assert "analysts (Institute), Analysis of patterns by code" in told
    assert page.detail.letters_button.isHidden()
    assert "does not cover" not in told


def test_taking_back_another_use_calls_nothing_back(
    page: CasesPage, session: VaultSession, case_ids: Ids, worker: ImmediateWorker
) -> None:
    media = Withdrawal("2022-06-01", frozenset({Use.MEDIA}))
    worker.submit(cases.withdraw, session, case_ids[0], media, writes=True)
    assert page.detail.letters_button.isHidden()


@pytest.mark.parametrize(
    ("language", "first"), [("en", "Please delete"), ("be", "Просім"), ("ru", "Просим")]
)
def test_a_withdrawal_leads_to_the_letters_in_the_language_of_the_window(
    page: CasesPage, interpreter: Interpreter, tmp_path: Path, language: str, first: str
) -> None:
    answered(page, erase=False)
    assert NUMBER in page.messages.text.text()
    assert "whoever has it should delete it" in words_on(page.detail.bundles_card)
    interpreter.speak(language)
    click(page.detail.letters_button)
    one(page, PathSheet).chosen.emit(tmp_path / "letters")
    (letter,) = (tmp_path / "letters").iterdir()
    text = letter.read_text("utf-8")
    assert text.startswith(first)
    assert text.count(f": {NUMBER}\n") == (1 if language == "en" else 2)
    assert "Recipient: Institute" in text
    chosen = page.chosen
    assert chosen is not None
    assert chosen.code not in text
    assert str(tmp_path / "letters") in page.messages.text.text()


def test_before_it_is_erased_the_bundles_are_told_for_the_last_time(page: CasesPage) -> None:
    answered(page, erase=True)
    sheets = [each for each in page.window().findChildren(Sheet) if each.isVisible()]
    told = words_on(sheets[-1])
    assert "First write the letters" in told
    assert NUMBER in told
    click(sheets[-1].no)
    assert not page.detail.letters_button.isHidden()
