"""Asks for a file, a folder or a new name inside the window."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake.gui.i18n import translate
from intake.gui.theme import theme
from intake.gui.widgets.file_panel import Choose, FilePanel
from intake.gui.widgets.labels import ErrorText
from intake.gui.widgets.sheet import Sheet

_WIDTH, _HEIGHT = 640, 380


class PathSheet(Sheet):
    """A sheet around a file panel.

    Signals:
        chosen: The path (``Path``).

    Args:
        over: A widget of the window to cover.
        choose: A folder, an existing file, or a new name, which must not be taken.
        heading: What is asked.
        affirmative: Text of the button that takes it.
        name: Name to begin with, for a new file.
        lists: Tells by its name whether a file is listed; every file without it.
    """

    chosen = Signal(object)

    def __init__(
        self,
        over: QWidget,
        choose: Choose,
        heading: str,
        affirmative: str,
        name: str = "",
        *,
        lists: Callable[[str], bool] | None = None,
    ) -> None:
        super().__init__(
            over, heading, affirmative=affirmative, cancel=translate("PathSheet", "Cancel")
        )
        self.panel = FilePanel(choose, lists=lists)
        self.panel.setMinimumHeight(theme().scaled(_HEIGHT))
        self._is_new = choose is Choose.NEW
        self._taken = ErrorText()
        self.body.addWidget(self.panel)
        self.body.addWidget(self._taken)
        self.set_width(_WIDTH)
        self.set_first(self.panel.list)
        if name:
            self.panel.set_name(name)
        self.panel.changed.connect(self._on_changed)
        self.panel.activated.connect(self.yes.click)
        self.accepted.connect(self._on_accepted)
        self._on_changed()

    def _on_changed(self) -> None:
        path = self.panel.path
        taken = self._is_new and path is not None and os.path.lexists(path)
        text = translate("PathSheet", "There is already something with this name. Write another.")
        self._taken.show_text(text if taken else "")
        self.yes.setEnabled(path is not None and not taken)

    def _on_accepted(self) -> None:
        path: Path | None = self.panel.path
        if path is not None:
            self.chosen.emit(path)
