"""For whom the parcels are, where they are written, and what the case is called here afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.gui.i18n import plural, translate
from intake.gui.sealing.key_choice import KeyChoice
from intake.gui.theme import Space
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.card import Card
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.file_panel import Choose, FilePanel
from intake.gui.widgets.labels import Muted, Strong
from intake.services.sealing import LONGEST_LABEL


class WhomPanel(QWidget):
    """Keys, folder, label.

    Signals:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys, self.panel, self.label = KeyChoice(), FilePanel(Choose.FOLDER), LineEdit()
        self._who, self._where, self._label_card = Card(), Card(), Card()
        self._about_keys, self._about_place, self._about_label = Muted(), Muted(), Muted()
        self._into, self._is_chosen = Strong(), False
        self.label.setMaxLength(LONGEST_LABEL)
        for card, parts in (
            (self._who, (self._about_keys, self.keys)),
            (self._where, (self._about_place, self.panel, self._into)),
            (self._label_card, (self._about_label, self.label)),
        ):
            for part in parts:
                card.body.addWidget(part)
        near = QVBoxLayout()
        near.setSpacing(Space.TWO)
        near.addWidget(self._who)
        near.addWidget(self._label_card)
        near.addStretch(1)
        row = AdaptiveRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        row.addLayout(near, 1)
        row.addWidget(self._where, 1)
        self.keys.changed.connect(self.changed)
        self.panel.changed.connect(self._choose)

    @property
    def folder(self) -> Path | None:
        """The folder for the parcels; ``None`` before a person has gone to one."""
        return self.panel.path if self._is_chosen else None

    def forget_folder(self) -> None:
        """Choose no folder: where the panel begins is nobody's choice."""
        self.panel.show_folder(Path.home())
        self._is_chosen = False
        self._show_folder()

    def begin(self, *, one_case: bool) -> None:
        """Offer a label for one case only: it would stand for none of several."""
        self._label_card.setVisible(one_case)
        if not one_case:
            self.label.clear()

    def _choose(self) -> None:
        self._is_chosen = True
        self._show_folder()

    def _show_folder(self) -> None:
        text = translate("Sealing", "Into {folder}").format(folder=self.folder)
        self._into.setText(text if self.folder is not None else "")
        self._into.setVisible(self.folder is not None)
        self.changed.emit()

    def summary(self, cases: int) -> str:
        """Say in one line what is sealed, for whom and where to."""
        text = plural("Sealing", "%n case(s) for {names}, into {folder}", cases)
        return text.format(names=", ".join(self.keys.names()), folder=self.folder)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self._show_folder()
        self._who.set_heading(translate("Sealing", "Who can open the parcel"))
        self._about_keys.setText(
            translate("Sealing", "Only these people, never this vault. One of them is enough.")
        )
        self._where.set_heading(translate("Sealing", "Where the parcel is written"))
        self._about_place.setText(
            translate(
                "Sealing", "Best on a stick that goes to them. The file's name tells nothing."
            )
        )
        self._label_card.set_heading(translate("Sealing", "A label, if you want one"))
        self._about_label.setText(
            translate(
                "Sealing",
                "Stays in this vault, for whoever opens it to read. No name, no place, nothing "
                "of the case.",
            )
        )
        self.label.setAccessibleName(translate("Sealing", "Label"))
