"""A file that may be chosen: what it is for, its path, and a button that asks for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.file_panel import Choose
from intake.gui.widgets.labels import Small, Strong
from intake.gui.widgets.path_sheet import PathSheet


class FileRow(QWidget):
    """Asks for one existing file.

    Signals:
        changed: Another file, or none; see ``path``.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._empty, self._question = "", ""
        self.name, self.about = Strong(), Small()
        self.button = QuietButton("", "folder")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._ask)
        self.setFocusProxy(self.button)

    def set_texts(self, name: str, empty: str, question: str) -> None:
        """Set what the file is for, what holds without one, and the heading of the question."""
        self._empty, self._question = empty, question
        self.name.setText(name)
        self.button.setText(translate("FileRow", "Choose"))
        self.button.setAccessibleName(f"{name}: {self.button.text()}")
        self._show()

    def set_path(self, path: Path | None) -> None:
        """Show a file, or none."""
        self.path = path
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.about.setText(str(self.path) if self.path is not None else self._empty)

    def _ask(self) -> None:
        sheet = PathSheet(self, Choose.FILE, self._question, translate("FileRow", "Choose"))
        if self.path is not None:
            sheet.panel.show_path(self.path)
        sheet.chosen.connect(self.set_path)
        sheet.open()
