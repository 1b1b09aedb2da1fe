"""The question before a case is erased; it erases nothing itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.interview.consent_words import bundle_words
from intake.gui.widgets.labels import Label
from intake.gui.widgets.sheet import Sheet
from intake.services.left_bundles import LeftBundle


def ask_erasure(
    over: QWidget, code: str, go_on: Callable[[], object], left: tuple[LeftBundle, ...]
) -> None:
    """Ask whether a case is erased for good.

    Args:
        over: A widget of the window to cover.
        code: Code of the case.
        go_on: Erases it.
        left: The bundles that hold it: nothing tells them any more once it is erased.
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
    if left:
        text = translate(
            "Cases",
            "Bundles hold it, and afterwards nothing here tells which. First write the letters to "
            "those who have them, on the page of the case:",
        )
        sheet.body.addWidget(Label("\n".join((text, *map(bundle_words, left)))))
    sheet.accepted.connect(go_on)
    sheet.open()
