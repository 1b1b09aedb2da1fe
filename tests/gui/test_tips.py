"""Tooltips of what others have written: text, whatever it looks like."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from intake.domain.ids import MarkId
from intake.domain.marks import Mark, MarkKind
from intake.gui.export.rows_model import RowsModel
from intake.gui.models.marks_model import Column, MarksModel
from intake.gui.tips import plain_tip

TIP, SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
HOSTILE = "lamp<img src='//host.example/x.png'>"


def _as_shown(tip: str) -> str:
    """Return what a tooltip is drawn from: a picture stands there as one character of its own."""
    if "<" not in tip:
        return tip  # which Qt takes for no HTML
    drawn = QTextDocument()
    drawn.setHtml(tip)
    return drawn.toPlainText()


@pytest.mark.parametrize("text", [HOSTILE, "<h1>lamp</h1>", "age &lt; 5", "third_parties", "a<b"])
def test_a_tooltip_shows_a_text_as_it_is(text: str) -> None:
    assert _as_shown(plain_tip(text)) == text


def test_a_column_of_a_bundle_is_no_picture(qtbot: QtBot) -> None:
    model = RowsModel()
    model.show_rows(["Lamp"], [["1"]], [HOSTILE])
    tip = model.headerData(0, Qt.Orientation.Horizontal, TIP)
    assert isinstance(tip, str)
    assert _as_shown(tip) == HOSTILE


def test_marked_words_of_a_statement_are_no_picture(qtbot: QtBot) -> None:
    model = MarksModel()
    model.explain_by(HOSTILE, "en", {})
    whole = Mark(MarkId("m"), 0, len(HOSTILE), MarkKind.OTHER, source="strict")
    model.show_marks(HOSTILE, (whole,))
    at = model.index(0, Column.WORDS)
    assert _as_shown(str(model.data(at, TIP))) == HOSTILE
    assert model.data(at, SPOKEN) == HOSTILE
