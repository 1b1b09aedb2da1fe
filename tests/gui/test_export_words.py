from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake.disclosure.hierarchies import Level
from intake.gui.export.request_panel import RequestPanel
from intake.gui.export.words import LEVELS, NOTICES, REASONS, level_word, word
from intake.gui.i18n import Interpreter
from intake.gui.interview.marking_bar import MarkingBar
from intake.services.exports import Reason
from intake.services.plans import CHOICES_ONLY, Notice


def test_every_notice_of_a_plan_is_told_in_every_language(interpreter: Interpreter) -> None:
    assert set(NOTICES) == {notice.value for notice in Notice}
    interpreter.speak("be")
    assert all(word(notice) != notice for notice in NOTICES)


def test_every_reason_why_somebody_stays_out_has_words() -> None:
    assert set(REASONS) == set(Reason)


def test_every_way_to_make_a_fact_coarse_has_words() -> None:
    assert set(LEVELS) == set(Level)
    assert level_word(CHOICES_ONLY) != CHOICES_ONLY
    assert level_word("a rule of tomorrow") == "a rule of tomorrow"


def test_before_the_setting_is_known_the_plan_reads_it(qtbot: QtBot) -> None:
    panel = RequestPanel()
    qtbot.addWidget(panel)
    assert panel.request().k is None
    assert panel._k_note.isHidden()


def test_the_marking_bar_never_cuts_a_kind_off(qtbot: QtBot) -> None:
    bar = MarkingBar()
    qtbot.addWidget(bar)
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(bar)
    column.addStretch(1)
    page.show()
    for width in (900, bar.sizeHint().width() // 2):
        page.resize(width, 300)
        qtbot.waitUntil(lambda width=width: page.width() == width)  # type: ignore[misc]  # bound
        for button in bar.buttons.values():
            assert button.width() >= button.sizeHint().width()
            assert bar.rect().contains(button.geometry())
    lines = {button.y() for button in bar.buttons.values()}
    assert len(lines) > 1
