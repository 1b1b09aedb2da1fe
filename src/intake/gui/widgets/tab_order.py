"""The order in which Tab goes through a page: as it is read, taken from the layouts.

Qt's own order is that in which widgets were made, which changes with every change of the code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)


def stops(root: QWidget) -> list[QWidget]:
    """Return the widgets below ``root`` that take the keyboard by Tab now, as they are read."""
    return list(_stops(root))


def step(order: Sequence[QWidget], *, forward: bool) -> bool:
    """Put the keyboard on the next or the one before; after the last comes the first.

    Returns:
        Whether there is any to go to.
    """
    if not order:
        return False
    here = QApplication.focusWidget()
    while here is not None and here not in order:
        here = here.parentWidget()
    at = order.index(here) if here is not None else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[(at + (1 if forward else -1)) % len(order)].setFocus(reason)
    return True


def _stops(widget: QWidget) -> Iterator[QWidget]:
    here = QApplication.focusWidget()
    usable = widget.isVisible() and widget.isEnabled()
    # What has the keyboard marks the place to go on from, also when it is being hidden just now.
    if not usable and widget is not here and (here is None or not widget.isAncestorOf(here)):
        return
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    if widget is here or (usable and by_tab and widget.focusProxy() is None):
        yield widget
    for child in _children(widget):
        yield from _stops(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        found: list[QWidget | None] = [widget.widget()]
    elif isinstance(widget, QSplitter):
        found = [widget.widget(index) for index in range(widget.count())]
    else:
        found = list(_laid_out(layout)) if layout is not None else []
    yield from (child for child in found if child is not None)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in _reading_order(layout):
        item = layout.itemAt(index)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _reading_order(layout: QLayout) -> list[int]:
    return sorted(range(layout.count()), key=lambda index: _place(layout, index))


def _place(layout: QLayout, index: int) -> tuple[int, ...]:
    """Return row and column of an item; the stubs know nothing of what Qt returns here."""
    if isinstance(layout, QGridLayout):
        return cast("tuple[int, ...]", layout.getItemPosition(index))
    if isinstance(layout, QFormLayout):
        place = cast("tuple[int, QFormLayout.ItemRole]", layout.getItemPosition(index))
        return place[0], place[1].value
    return (index,)
