"""The sealed cases of this vault: a month, a label, and a recall when consent is taken back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QWidget

from intake.domain.parcel import SealedCase
from intake.gui.i18n import translate
from intake.gui.models.sealed_model import SealedColumn, SealedModel
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.labels import Label, Muted
from intake.gui.widgets.row_table import RowTable

_ROW_HEIGHT, _ROWS_SHOWN = 32, 4
_MONTH_WIDTH, _STATUS_WIDTH = 150, 240


class SealedCard(Card):
    """A table of what stays, and the way to a recall.

    Signals:
        recall_asked: A ``SealedCase`` whose person took consent back.
    """

    recall_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.model = SealedModel(self)
        self.table = RowTable(_ROW_HEIGHT)
        self._about, self._empty = Muted(), Label()
        self.recall_button = QuietButton("", "withdraw")
        self._prepare_table()
        below = QHBoxLayout()
        below.setSpacing(Space.TWO)
        below.addWidget(self._about, 1)
        below.addWidget(self.recall_button)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.table)
        self.body.addLayout(below)
        self.table.activated.connect(self._recall)
        self.table.selectionModel().currentChanged.connect(self._show_button)
        self.recall_button.clicked.connect(self._recall)

    def show_cases(self, cases: tuple[SealedCase, ...], recalled: Mapping[str, str]) -> None:
        """Show what stays of these cases; the only one is chosen.

        Args:
            cases: Oldest first.
            recalled: The ISO day of the last recall by number of the parcel.
        """
        self.model.show_cases(cases, recalled)
        rows = min(max(len(cases), 1), _ROWS_SHOWN) * theme().scaled(_ROW_HEIGHT)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows + Space.ONE_HALF)
        for widget in (self.table, self._about, self.recall_button):
            widget.setVisible(bool(cases))
        self._empty.setVisible(not cases)
        if len(cases) == 1:
            self.table.selectRow(0)
        self._show_button()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("TeamPage", "Sealed cases"))
        self.table.setAccessibleName(self.heading.text())
        self._empty.setText(translate("TeamPage", "No case is sealed yet."))
        self._show_button()
        self.recall_button.setText(translate("TeamPage", "Recall"))
        self.recall_button.setToolTip(
            translate("TeamPage", "The person took consent back: write a recall for the office")
        )
        self.model.headerDataChanged.emit(self.table.horizontalHeader().orientation(), 0, 2)

    def _prepare_table(self) -> None:
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(SealedColumn.LABEL, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(SealedColumn.MONTH, theme().scaled(_MONTH_WIDTH))
        header.resizeSection(SealedColumn.STATUS, theme().scaled(_STATUS_WIDTH))

    def _chosen(self) -> SealedCase | None:
        return self.model.case_at(self.table.currentIndex().row())

    def _show_button(self) -> None:
        chosen = self._chosen() is not None
        self.recall_button.setEnabled(chosen)
        about = translate("TeamPage", "Nobody can open them here: only who has the parcel.")
        if not chosen:
            choose = translate("TeamPage", "Choose a line to recall it.")
            about = f"{about} {choose}"
        self._about.setText(about)

    def _recall(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.recall_asked.emit(chosen)
