"""The question before a case is erased; it erases nothing itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.widgets.sheet import Sheet


def ask_erasure(over: QWidget, code: str, go_on: Callable[[], object]) -> None:
    """Ask whether a case is erased for good.

    Args:
        over: A widget of the window to cover.
        code: Code of the case.
        go_on: Erases it.
    """
    sheet = Sheet(
        over,
        translate("Cases", "Erase {code} for good?").format(code=code),
        translate(
            "Cases",
            "Everything recorded about it is removed from this vault. It cannot be undone. "
            "Backups made before still hold it.",
        ),
        affirmative=translate("Cases", "Erase for good"),
        cancel=translate("Cases", "Keep it"),
        danger=True,
    )
    sheet.accepted.connect(go_on)
    sheet.open()
