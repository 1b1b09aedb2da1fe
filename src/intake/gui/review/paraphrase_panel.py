"""Where a version for sharing of one passage is written, with what is found in it beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.domain.marks import Mark
from intake.gui.actions import ActionId, bind, shortcut_text
from intake.gui.i18n import plural, translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.labels import Small, Strong
from intake.gui.widgets.statement_edit import StatementEdit


class ParaphrasePanel(QWidget):
    """The passage as it was said, and the text that leaves in its place.

    Signals:
        paused: The text, when typing pauses: it is to be looked at.
        stored: The text, to be stored.
        left: Nothing is to be changed.
    """

    paused = Signal(str)
    stored = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passage, self.editor = StatementEdit(), StatementEdit()
        self.passage.setReadOnly(True)
        self.found = Small()
        self.store_button, self.leave_button = QuietButton("", "check"), QuietButton()
        self._said, self._told = Strong(), Strong()
        self._hidden: tuple[str, ...] | None = None
        self._arrange()
        self.editor.typed.connect(self._on_typed)
        self.editor.committed.connect(lambda text, _caret: self.paused.emit(text))
        self.store_button.clicked.connect(self._store)
        self.leave_button.clicked.connect(self.left)
        bind(self, ActionId.STORE_VERSION, self._store)
        self.retranslate()

    def begin(self, passage: str, text: str) -> None:
        """Show a passage and the text to work on, and put the keyboard into it."""
        self.passage.load(passage)
        self.editor.load(text, len(text))
        self._hidden = None
        self._show_found()
        self.editor.setFocus()
        self.paused.emit(text)

    def clear(self) -> None:
        """Keep nothing of what was shown and written."""
        self.passage.load("")
        self.editor.load("")
        self._hidden = None

    def show_found(self, text: str, marks: tuple[Mark, ...]) -> None:
        """Show what is hidden in a text, unless another one is there by now."""
        if text != self.editor.text():
            return
        self.editor.show_marks(marks)
        self._hidden = tuple(dict.fromkeys(text[mark.start : mark.end] for mark in marks))
        self._show_found()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self._said.setText(translate("ParaphrasePanel", "What was said"))
        self._told.setText(translate("ParaphrasePanel", "What leaves in its place"))
        self.passage.setAccessibleName(self._said.text())
        self.editor.setAccessibleName(self._told.text())
        store = translate("ParaphrasePanel", "Store")
        self.store_button.setText(f"{store}  {shortcut_text(ActionId.STORE_VERSION)}")
        leave = translate("ParaphrasePanel", "Change nothing")
        self.leave_button.setText(f"{leave}  Esc")
        self._show_found()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_typed(self) -> None:
        self._hidden = None
        self._show_found()

    def _store(self) -> None:
        self.stored.emit(self.editor.text())

    def _show_found(self) -> None:
        """Say what the last look has found; nothing while a newer text waits for its own."""
        if not self.editor.text().strip():
            text = translate("ParaphrasePanel", "Without a text, a word in brackets leaves.")
        elif self._hidden is None:
            text = translate("ParaphrasePanel", "Looking for what names somebody")
        elif self._hidden:
            count = plural("ParaphrasePanel", "Hidden in it, %n place(s):", len(self._hidden))
            text = f"{count} {' · '.join(self._hidden)}"
        else:
            text = translate(
                "ParaphrasePanel",
                "Nothing was found in it. Read it as somebody who knows the family would.",
            )
        self.found.setText(text)

    def _arrange(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(Space.TWO)
        for heading, widget in ((self._said, self.passage), (self._told, self.editor)):
            column = QVBoxLayout()
            column.setSpacing(Space.HALF)
            column.addWidget(heading)
            column.addWidget(widget, 1)
            columns.addLayout(column, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        row.addWidget(self.found, 1)
        row.addWidget(self.leave_button)
        row.addWidget(self.store_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.HALF)
        whole.addLayout(columns, 1)
        whole.addLayout(row)
