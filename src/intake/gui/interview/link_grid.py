"""Persons of the case to tick: who an event was done to, or who did it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.labels import Label

_COLUMNS = 3


class LinkGrid(QWidget):
    """A heading with one box for each person.

    Args:
        offers_new: Offer somebody who is not in the case yet.
        parent: Owner.

    Signals:
        changed: A box was ticked or unticked.
        new_asked: Somebody who is not in the case yet.
    """

    changed = Signal()
    new_asked = Signal()

    def __init__(self, *, offers_new: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label()
        self.boxes: dict[str, CheckBox] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.TWO)
        self._grid.setVerticalSpacing(0)
        self.new = LinkButton("", "plus")
        if not offers_new:
            self.new.hide()
        self.new.clicked.connect(self.new_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addLayout(self._grid)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeading)

    def show_links(self, persons: Mapping[str, str], chosen: frozenset[str]) -> None:
        """Show all persons, the chosen ones ticked.

        Args:
            persons: Id to label.
            chosen: Ids.
        """
        if list(persons) != list(self.boxes):
            self._rebuild(persons)
        for person, box in self.boxes.items():
            box.setText(persons[person].replace("&", "&&"))
            box.setChecked(person in chosen)
        self._name_boxes()

    def chosen(self) -> tuple[str, ...]:
        """Return the ids that are ticked."""
        return tuple(person for person, box in self.boxes.items() if box.isChecked())

    def retranslate(self, heading: str) -> None:
        """Set the heading and the texts in the interface language."""
        self._heading.setText(heading)
        self.new.setText(translate("LinkGrid", "Somebody else"))
        self.new.setAccessibleName(f"{heading}: {self.new.text()}")
        self._name_boxes()

    def _rebuild(self, persons: Mapping[str, str]) -> None:
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for index, person in enumerate(persons):
            box = CheckBox()
            box.clicked.connect(self.changed)
            self.boxes[person] = box
            self._grid.addWidget(box, index // _COLUMNS, index % _COLUMNS)
        self._grid.setColumnStretch(_COLUMNS, 1)

    def _name_boxes(self) -> None:
        for box in self.boxes.values():
            box.setAccessibleName(f"{self._heading.text()}: {box.text()}")
