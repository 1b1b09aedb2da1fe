"""A step that scrolls; whatever gets the keyboard is brought into view with its question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from intake.gui.questions.row import QuestionRow
from intake.gui.theme import Space

_MOST = 1000  # the share of the width that the panel takes, until it is as wide as it gets


class StepArea(QScrollArea):
    """Holds one panel.

    Args:
        panel: What is scrolled.
        width: Widest it gets in pixels.
        parent: Owner.
    """

    def __init__(self, panel: QWidget, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        holder = QWidget()
        holder.setProperty("plain", True)  # noqa: FBT003 (Qt's signature)
        column = QVBoxLayout(holder)
        column.setContentsMargins(Space.HALF, 0, Space.THREE, Space.THREE)
        panel.setMaximumWidth(width)
        # A column asks for the height at the full width, even of what gets no wider than this; a
        # row asks at the width that it gives.
        row = QHBoxLayout()
        row.addWidget(panel, _MOST)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(holder)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        row: QWidget | None = now
        while row is not None and row is not self and not isinstance(row, QuestionRow):
            row = row.parentWidget()
        if isinstance(row, QuestionRow) and row.height() < self.viewport().height():
            self.ensureWidgetVisible(row, 0, Space.HALF)
        else:
            self.ensureWidgetVisible(now, 0, Space.THREE)
