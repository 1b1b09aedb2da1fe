from __future__ import annotations

from pytestqt.qtbot import QtBot

from intake.disclosure.hierarchies import Level
from intake.domain.marks import MarkKind
from intake.gui.export.request_panel import RequestPanel
from intake.gui.export.words import LEVELS, NOTICES, level_word, word
from intake.gui.i18n import Interpreter
from intake.gui.interview.marking_bar import MarkingBar
from intake.services.plans import CHOICES_ONLY, Notice


def test_every_notice_of_a_plan_is_told_in_every_language(interpreter: Interpreter) -> None:
    assert set(NOTICES) == {notice.value for notice in Notice}
    interpreter.speak("be")
    assert all(word(notice) != notice for notice in NOTICES)


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
    bar.resize(900, bar.sizeHint().height())
    bar.show()
    assert bar._lead.isVisible()
    buttons = sum(bar.buttons[kind].sizeHint().width() for kind in MarkKind)
    bar.resize(buttons + 60, bar.height())
    qtbot.waitUntil(lambda: not bar._lead.isVisible())
    for button in bar.buttons.values():
        assert button.width() >= button.sizeHint().width()
        assert bar.rect().contains(button.geometry())
