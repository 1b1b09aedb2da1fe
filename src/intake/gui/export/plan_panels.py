"""Second to fourth step: who is in and out, what is made coarse, and the exact rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from intake.gui.export.class_picture import ClassPicture
from intake.gui.export.words import EFFECTS, REASONS, word
from intake.gui.i18n import plural, translate
from intake.gui.theme import Space
from intake.gui.widgets.card import Card
from intake.gui.widgets.labels import Label, Muted, Small, Strong
from intake.services.exports import ExportPlan

_MOST_ROWS = 500


class WhoPanel(QWidget):
    """Who leaves and who stays, with the reason; codes are shown on this laptop only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._included = Strong()
        self._card = Card()
        self._pending = Label()
        self._column = QVBoxLayout()
        self._card.body.addLayout(self._column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.TWO)
        for widget in (self._included, self._pending, self._card):
            whole.addWidget(widget)

    def show_plan(self, plan: ExportPlan) -> None:
        """Show a plan."""
        self._included.setText(plural("WhoPanel", "%n case(s) leave.", len(plan.included)))
        pending = plural(
            "WhoPanel",
            "%n statement(s) still need review. Finish them on the Review page, or export records.",
            plan.pending_statements,
        )
        self._pending.setText(pending)
        self._pending.setVisible(bool(plan.pending_statements))
        _empty(self._column)
        self._card.set_heading(translate("WhoPanel", "Who stays out, and why"))
        for reason, count in plan.excluded.items():
            head = translate("WhoPanel", "{count}: {reason}")
            self._column.addWidget(Label(head.format(count=count, reason=word(REASONS[reason]))))
            codes = ", ".join(plan.excluded_cases.get(reason, ())[:40])
            if codes:
                self._column.addWidget(Small(codes))
        if not plan.excluded:
            self._column.addWidget(Muted(translate("WhoPanel", "Nobody.")))


class EffectPanel(QWidget):
    """What happens to each field, and how much less people stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._risk = Label()
        self._picture = ClassPicture()
        self._legend = Small()
        self._card = Card()
        self._card.body.addWidget(self._risk)
        self._card.body.addWidget(self._picture)
        self._card.body.addWidget(self._legend)
        self._table = QTableWidget(0, 3)
        _plain_table(self._table)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.TWO)
        whole.addWidget(self._card)
        whole.addWidget(self._table, 1)

    def show_plan(self, plan: ExportPlan) -> None:
        """Show a plan."""
        self._card.set_heading(translate("EffectPanel", "How far somebody stands out"))
        risk = translate(
            "EffectPanel",
            "Chance to be right about one person: {before} before, {after} in the bundle.",
        )
        self._risk.setText(
            risk.format(before=_percent(plan.risk_before), after=_percent(plan.risk_after))
        )
        self._picture.show_classes(plan.class_sizes_before, plan.class_sizes_after, plan.request.k)
        self._legend.setText(
            translate(
                "EffectPanel",
                "People by the size of the group in which all look alike. "
                "Outline: before. Filled: in the bundle.",
            )
        )
        rows = [(f.name, word(EFFECTS.get(f.effect, f.effect)), f.rule) for f in plan.fields]
        headers = (
            translate("EffectPanel", "Fact"),
            translate("EffectPanel", "In the bundle"),
            translate("EffectPanel", "How"),
        )
        _fill(self._table, headers, rows)
        self._table.setAccessibleName(translate("EffectPanel", "What happens to each fact"))


class RowsPanel(QTabWidget):
    """The exact rows that would leave, a tab a table."""

    def show_plan(self, plan: ExportPlan) -> None:
        """Show a plan."""
        self.clear()
        for name, rows in plan.tables.items():
            table = QTableWidget(0, len(rows[0]) if rows else 0)
            _plain_table(table)
            if rows:
                _fill(table, rows[0], rows[1 : _MOST_ROWS + 1])
            table.setAccessibleName(name)
            self.addTab(table, f"{name} ({max(0, len(rows) - 1)})")


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()


def _plain_table(table: QTableWidget) -> None:
    table.setProperty("frame", True)  # noqa: FBT003 (Qt's signature)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)


def _fill(table: QTableWidget, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table.setColumnCount(len(headers))
    table.setRowCount(len(rows))
    table.setHorizontalHeaderLabels(list(headers))
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.setItem(at, place, QTableWidgetItem(text))
    table.resizeColumnsToContents()
    for column in range(len(headers)):
        table.setColumnWidth(column, min(table.columnWidth(column) + 16, 280))
