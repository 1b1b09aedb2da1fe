"""Trusted keys to tick: whose keys will open what is written; nothing is ticked beforehand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.choice import CheckBox
from intake.gui.widgets.labels import Label
from intake.services.team import PublicKey


class KeyChoice(QWidget):
    """A box for each key, with its name and words.

    Signals:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, CheckBox] = {}
        self._nobody = Label()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HALF)
        self._column.addWidget(self._nobody)

    def show_keys(self, keys: tuple[PublicKey, ...]) -> None:
        """Offer these keys; what is ticked stays ticked."""
        ticked = set(self.names())
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {}
        for key in keys:
            box = CheckBox(f"{key.name}  \u00b7  {key.words}".replace("&", "&&"))
            box.setChecked(key.name in ticked)
            box.toggled.connect(self.changed)
            self._boxes[key.name] = box
            self._column.addWidget(box)
        self._nobody.setText(
            translate("KeyChoice", "No key is trusted yet. Add the office's key on the Team page.")
        )
        self._nobody.setVisible(not keys)
        self.changed.emit()

    def names(self) -> tuple[str, ...]:
        """Return the names of the ticked keys."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    @property
    def first(self) -> CheckBox | None:
        """The first box, where the keyboard begins."""
        return next(iter(self._boxes.values()), None)
