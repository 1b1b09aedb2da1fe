"""One step of sealing on the page: as wide as it can be read, and scrolled where it is too high."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from intake.gui.theme import Space

_WIDEST = 1080


def step_area(panel: QWidget, *, fills: bool) -> QScrollArea:
    """Return an area with a panel in it.

    Args:
        panel: What is done in the step.
        fills: It takes the whole height.
    """
    holder = QWidget()
    holder.setProperty("plain", True)  # noqa: FBT003 (Qt's signature)
    holder.setMaximumWidth(_WIDEST)
    column = QVBoxLayout(holder)
    column.setContentsMargins(Space.FOUR, Space.ONE, Space.FOUR, Space.THREE)
    column.addWidget(panel, int(fills))
    if not fills:
        column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(holder)
    return area
