"""Which passage gets a version for sharing: opens the panel for it, and stores what was written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.domain.ids import MarkId
from intake.domain.marks import Mark
from intake.gui.review.decisions import Decisions
from intake.gui.review.paraphrase_panel import ParaphrasePanel
from intake.gui.review.reviewer import Reviewer
from intake.services.review import ReviewState


class Passages(QObject):
    """One passage at a time, in a panel that takes the room of the list of marks.

    Signals:
        toggled: Whether a passage is being written.
    """

    toggled = Signal(bool)

    def __init__(
        self, reviewer: Reviewer, decisions: Decisions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._reviewer, self._decisions = reviewer, decisions
        self.panel = ParaphrasePanel()
        self.panel.hide()
        self._list: QWidget | None = None
        self._is_open = False
        self._text = ""
        self._span = (0, 0)
        self._mark_id: MarkId | None = None
        self.panel.paused.connect(self._look)
        self.panel.stored.connect(self._store)
        self.panel.left.connect(self._close)

    def beside(self, marks: QWidget) -> QWidget:
        """Return a holder of the list of marks, which makes room for the panel."""
        self._list = marks
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(marks)
        column.addWidget(self.panel)
        return holder

    def start(self, selected: tuple[int, int], mark: Mark | None) -> None:
        """Write about the selected words; without any, about those of a mark."""
        state = self._decisions.state
        if state is None or self._is_open:
            return
        start, end = selected
        if start < end:
            mark = next((m for m in state.marks if (m.start, m.end) == selected), None)
        elif mark is not None:
            start, end = mark.start, mark.end
        else:
            return
        self._text, self._span = state.statement.text, (start, end)
        self._mark_id = mark.id if mark is not None else None
        told = mark.paraphrase if mark is not None else None
        self._show(shown=True)
        self.panel.begin(self._text[start:end], told.text if told is not None else "")

    def show_state(self, state: ReviewState) -> None:
        """Close the panel when the text that it was opened for is no longer there."""
        if self._is_open and state.statement.text != self._text:
            self._close()

    def _look(self, text: str) -> None:
        state = self._decisions.state
        if state is not None and text.strip():
            show = partial(self.panel.show_found, text)
            self._reviewer.look_in(state.statement.id, self._span, text, show)

    def _store(self, text: str) -> None:
        place = self._mark_id if self._mark_id is not None else self._span
        self._decisions.rewrite(place, text, self._close)

    def _close(self) -> None:
        if self._is_open:
            self._show(shown=False)
            self.panel.clear()

    def _show(self, *, shown: bool) -> None:
        assert self._list is not None
        self._is_open = shown
        self._list.setVisible(not shown)
        self.panel.setVisible(shown)
        self.toggled.emit(shown)
