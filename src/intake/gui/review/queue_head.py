"""At the head of the review: which statement it is, and how far it is decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from intake.domain.ids import StatementId
from intake.domain.marks import Decision
from intake.gui.actions import ActionId, tooltip
from intake.gui.i18n import noop, plural, translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.labels import Small
from intake.services.review import ReviewState
from intake.services.second_look import Stage, Status
from intake.store.statements import QueuedStatement

_CHOOSER, _BAR = 330, 120  # widths
_LONGEST_NAME = 16  # characters; the foot of the page has it whole
_NO_LOOK = Status(Stage.NOT_ASKED)
_HEAD = {
    Stage.NOT_ASKED: noop("QueueHead", "Reviewed."),
    Stage.WAITS: noop("QueueHead", "Reviewed, second look missing."),
    Stage.OBJECTED: noop("QueueHead", "Reviewed, a change is wanted."),
    Stage.LOOKED_AT: noop("QueueHead", "Reviewed, seen by {name}."),
}
_LIST = {
    Stage.NOT_ASKED: noop("QueueHead", "reviewed"),
    Stage.WAITS: noop("QueueHead", "second look missing"),
    Stage.OBJECTED: noop("QueueHead", "a change is wanted"),
    Stage.LOOKED_AT: noop("QueueHead", "seen by {name}"),
}


class QueueHead(QWidget):
    """The chooser of statements and the progress of the one that is shown.

    Signals:
        chosen: Id of a statement, when a person chose.
        closed: The list of statements was open, and is closed again.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[QueuedStatement, ...] = ()
        self._state: ReviewState | None = None
        self._looked_at: set[StatementId] = set()  # where no mark says that it was searched
        self._looks: dict[StatementId, Status] = {}
        self.chooser, self.progress, self._bar = _Chooser(), Small(), QProgressBar()
        self.chooser.closed.connect(self.closed)
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
        self._looks = {}  # asked anew: what was looked at may have changed
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
            text = self._reviewed(state.statement.id, _HEAD)  # so all is decided
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

    def show_looks(self, known: Mapping[StatementId, Status]) -> None:
        """Tell reviewed statements apart by what a second person has said.

        Args:
            known: How far statements are, where the vault asks for a second look; others stay.
        """
        self._looks.update(known)
        for index, item in enumerate(self._items):
            if item.statement_id in known:
                self.chooser.setItemText(index, self._line(item))
        if self._state is not None and self._state.statement.id in known:
            self.show_state(self._state)

    def offer(self) -> None:
        """Open the list of statements: arrows and the first letters of a code go through it."""
        self.chooser.setFocus()
        self.chooser.showPopup()

    def turn(self, by: int) -> None:
        """Choose another statement, so many places on."""
        index = self.chooser.currentIndex() + by
        if 0 <= index < self.chooser.count():
            self.chooser.setCurrentIndex(index)
            self.chosen.emit(self.chooser.itemData(index))

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.chooser.setAccessibleName(translate("QueueHead", "Statement to review"))
        self.chooser.setToolTip(tooltip(ActionId.CHOOSE_STATEMENT))
        for index, item in enumerate(self._items):
            self.chooser.setItemText(index, self._line(item))
        if self._state is not None:
            self.show_state(self._state)

    def _line(self, item: QueuedStatement) -> str:
        if item.is_reviewed:
            state = self._reviewed(item.statement_id, _LIST)
        elif item.pending:
            state = plural("QueueHead", "%n undecided", item.pending)
        elif item.statement_id in self._looked_at:
            state = translate("QueueHead", "not finished yet")
        else:
            state = translate("QueueHead", "not looked at yet")
        return f"{statement_name(item)} · {state}"

    def _reviewed(self, statement_id: StatementId, words: Mapping[Stage, str]) -> str:
        """Return how a reviewed statement is called; its second look counts where one is asked."""
        status = self._looks.get(statement_id, _NO_LOOK)
        text = translate("QueueHead", words.get(status.stage, words[Stage.NOT_ASKED]))
        by = status.by if len(status.by) <= _LONGEST_NAME else f"{status.by[:_LONGEST_NAME]}…"
        return text.replace("{name}", by)


def statement_name(item: QueuedStatement) -> str:
    """Return how a statement is called: the code of its case and its language."""
    return f"{item.code} · {item.language or '–'}"


def pending(state: ReviewState) -> int:
    """Return how many marks nobody has decided yet."""
    return sum(mark.decision is Decision.PENDING for mark in state.marks)


class _Chooser(ComboBox):
    """A drop-down list that tells when it closes.

    Signals:
        closed: The list was open, and is closed again, whether something was chosen or not.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Escape, Enter and a click elsewhere close it in ways of their own; all hide the view.
        self.view().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the list closes, and keep letters from the keys of the review (Qt)."""
        is_typed = isinstance(event, QKeyEvent) and event.text().isalnum()
        if is_typed and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.Hide:
            self.closed.emit()
        return super().eventFilter(watched, event)
