"""At the head of the review: which statement it is, and how far it is decided."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from intake.domain.ids import StatementId
from intake.domain.marks import Decision
from intake.gui.i18n import plural, translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.labels import Small
from intake.services.review import ReviewState
from intake.store.statements import QueuedStatement

_CHOOSER, _BAR = 330, 120  # widths


class QueueHead(QWidget):
    """The chooser of statements and the progress of the one that is shown.

    Signals:
        chosen: Id of a statement, when a person chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[QueuedStatement, ...] = ()
        self._state: ReviewState | None = None
        self._looked_at: set[StatementId] = set()  # where no mark says that it was searched
        self.chooser, self.progress, self._bar = ComboBox(), Small(), QProgressBar()
        self.chooser.activated.connect(lambda index: self.chosen.emit(self.chooser.itemData(index)))
        self.chooser.setMinimumWidth(theme().scaled(_CHOOSER))
        self.progress.setWordWrap(False)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme().scaled(_BAR))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE)
        for widget in (self._bar, self.progress, self.chooser):
            row.addWidget(widget)

    def show_items(self, items: tuple[QueuedStatement, ...], current: StatementId | None) -> None:
        """Show the queue; one of it is chosen without a signal."""
        self._items = items
        self.setVisible(bool(items))
        self.chooser.clear()
        for item in items:
            self.chooser.addItem(self._line(item), item.statement_id)
        self.chooser.setCurrentIndex(self.chooser.findData(current))

    def show_state(self, state: ReviewState) -> None:
        """Show how far a statement is."""
        self._state = state
        undecided, total = pending(state), len(state.marks)
        done = total - undecided
        text = translate("QueueHead", "{done} of {all} decided").format(done=done, all=total)
        if state.statement.is_reviewed:
            text = translate("QueueHead", "Reviewed. {progress}").format(progress=text)
        self.progress.setText(text)
        self._bar.setRange(0, max(1, total))
        self._bar.setValue(done if total else 1)
        self._bar.setAccessibleName(text)
        index = self.chooser.findData(state.statement.id)
        if index >= 0:
            item = replace(
                self._items[index],
                pending=undecided,
                total=total,
                is_reviewed=state.statement.is_reviewed,
            )
            self._items = (*self._items[:index], item, *self._items[index + 1 :])
            self._looked_at.add(item.statement_id)
            self.chooser.setItemText(index, self._line(item))

    def turn(self, by: int) -> None:
        """Choose another statement, so many places on."""
        index = self.chooser.currentIndex() + by
        if 0 <= index < self.chooser.count():
            self.chooser.setCurrentIndex(index)
            self.chosen.emit(self.chooser.itemData(index))

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.chooser.setAccessibleName(translate("QueueHead", "Statement to review"))
        for index, item in enumerate(self._items):
            self.chooser.setItemText(index, self._line(item))
        if self._state is not None:
            self.show_state(self._state)

    def _line(self, item: QueuedStatement) -> str:
        if item.is_reviewed:
            state = translate("QueueHead", "reviewed")
        elif item.pending:
            state = plural("QueueHead", "%n undecided", item.pending)
        elif item.statement_id in self._looked_at:
            state = translate("QueueHead", "not finished yet")
        else:
            state = translate("QueueHead", "not looked at yet")
        return f"{item.code} · {item.language or '–'} · {state}"


def pending(state: ReviewState) -> int:
    """Return how many marks nobody has decided yet."""
    return sum(mark.decision is Decision.PENDING for mark in state.marks)
