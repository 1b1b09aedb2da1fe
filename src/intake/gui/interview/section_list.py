"""The sections of an interview at the left: where one is, what is done, what is left."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from intake.gui.i18n import translate
from intake.gui.icons import pixmap
from intake.gui.interview.progress import Progress
from intake.gui.theme import theme
from intake.gui.widgets.row_painter import paint_row

_STATE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 36
_DONE, _BEGUN, _OPEN = Progress.DONE.value, Progress.BEGUN.value, Progress.OPEN.value
_SKIPPED, _UNSAVED = "skipped", "unsaved"
_ICONS = {
    _DONE: ("check", "ok"),
    _BEGUN: ("edit", "accent"),
    _SKIPPED: ("skip", "muted"),
    _UNSAVED: ("warning", "warn"),
}


class SectionList(QListWidget):
    """The list of sections; the state of each stands before its name as a picture and in words.

    Signals:
        chosen: Index of the section to go to.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setItemDelegate(_SectionDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(theme().scaled(216))
        self.setMaximumWidth(theme().scaled(260))
        self.currentRowChanged.connect(self._on_row)
        self._quiet = False

    def show_sections(self, names: list[str], current: int) -> None:
        """Show section names; the current one is selected without a signal."""
        self._quiet = True
        if self.count() != len(names):
            self.clear()
            for _ in names:
                QListWidgetItem("", self).setData(_STATE, _OPEN)
        for index, name in enumerate(names):
            self.item(index).setText(name)
        self.setCurrentRow(current)
        self._quiet = False

    def show_progress(
        self, index: int, progress: Progress, *, skipped: bool, unsaved: bool = False
    ) -> None:
        """Show how far a section is; first of all that something in it is not saved.

        Only one that is not begun counts as skipped.
        """
        state = _SKIPPED if skipped and progress is Progress.OPEN else progress.value
        state = _UNSAVED if unsaved else state
        self.item(index).setData(_STATE, state)
        self.item(index).setToolTip(_state_word(state))

    def next_shown(self, index: int, by: int = 1) -> int | None:
        """Return the next section that is part of this interview, ``None`` at the end."""
        index += by
        while 0 <= index < self.count():
            if not self.isRowHidden(index):
                return index
            index += by
        return None

    def _on_row(self, row: int) -> None:
        if not self._quiet and row >= 0:
            self.chosen.emit(row)


def _state_word(state: str) -> str:
    words = {
        _DONE: translate("SectionList", "Done"),
        _BEGUN: translate("SectionList", "Begun, not done yet"),
        _SKIPPED: translate("SectionList", "Skipped"),
        _OPEN: translate("SectionList", "Not begun"),
        _UNSAVED: translate("SectionList", "Something in it is not saved yet"),
    }
    return words[state]


class _SectionDelegate(QStyledItemDelegate):
    """Draws a section: its state, its name, a bar at the current one."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row."""
        return QSize(super().sizeHint(option, index).width(), theme().scaled(_ROW_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        tokens = theme().tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        look = _ICONS.get(str(index.data(_STATE)))

        def draw_state(box: QRectF) -> None:
            if look is not None:
                ratio, edge = painter.device().devicePixelRatioF(), int(box.width())
                picture = pixmap(look[0], tokens.colour(look[1]), size=edge, ratio=ratio)
                painter.drawPixmap(box.topLeft(), picture)

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("selection") if selected else Qt.BrushStyle.NoBrush)
        paint_row(painter, option, str(index.data()), theme().scaled(16), draw_state, bold=selected)
