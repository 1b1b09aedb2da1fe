from __future__ import annotations

import gc
import sys

from pytestqt.qtbot import QtBot

from intake.gui.widgets.labels import Label

CALLS = 1000


def test_calls_into_qt_keep_their_references_to_none(qtbot: QtBot) -> None:
    # PySide6 6.12 on Python 3.11 loses one reference to None with each call, and aborts in the end.
    label = Label()
    qtbot.addWidget(label)
    gc.collect()
    before = sys.getrefcount(None)
    for _call in range(CALLS):
        label.setText("a")
    gc.collect()
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
