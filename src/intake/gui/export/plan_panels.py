"""Second and fourth step: who is in and out, and the exact rows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale, QModelIndex
from PySide6.QtWidgets import QGridLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from intake.gui.export.rows_view import RowsView
from intake.gui.export.words import (
    REASONS,
    column_words,
    header_words,
    word,
)
from intake.gui.i18n import plural, translate
from intake.gui.theme import Space
from intake.gui.widgets.card import Card
from intake.gui.widgets.labels import Heading, Label, Muted, Small, Strong
from intake.services.exports import ExportPlan, Reason

_MOST_CODES = 40
_LONG_CELL = 120


class WhoPanel(QWidget):
    """Who leaves and who stays, with the reason; codes are shown on this laptop only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._included, self._statements = Heading(), Muted()
        self._notices, self._pending, self._waiting = Label(), Label(), Label()
        self._kept, self._again, self._over = Label(), Muted(), Label()
        self._card = Card()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.TWO)
        self._grid.setVerticalSpacing(Space.HALF)
        self._grid.setColumnStretch(1, 1)
        self._card.body.addLayout(self._grid)
        self._made: list[QLabel] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.ONE)
        self._told = (
            *(self._statements, self._again, self._over),
            *(self._notices, self._kept, self._pending, self._waiting),
        )
        for widget in (self._included, *self._told):
            whole.addWidget(widget)
        whole.addSpacing(Space.ONE)
        whole.addWidget(self._card)

    def show_plan(self, plan: ExportPlan) -> None:
        """Show a plan."""
        self._included.setText(plural("WhoPanel", "%n case(s) leave.", len(plan.included)))
        statements = plural("WhoPanel", "%n statement(s) leave with them.", plan.statements)
        self._statements.setText(statements)
        self._statements.setVisible(bool(plan.statements))
        self._show_groups(plan)
        self._notices.setText("\n".join(word(notice) for notice in plan.notices))
        self._notices.setVisible(bool(plan.notices))
        kept = translate("WhoPanel", "Kept by decision, though each may be a name: {words}")
        self._kept.setText(kept.replace("{words}", ", ".join(plan.kept_names)))
        self._kept.setVisible(bool(plan.kept_names))
        pending = plural(
            "WhoPanel",
            "%n statement(s) still need review. Finish them on the Review page, or export records.",
            plan.pending_statements,
        )
        self._pending.setText(pending)
        self._pending.setVisible(bool(plan.pending_statements))
        waiting = plural(
            "WhoPanel",
            "%n statement(s) wait for a second look. Ask on the Review page, or export records.",
            plan.waiting_statements,
        )
        self._waiting.setText(waiting)
        self._waiting.setVisible(bool(plan.waiting_statements))
        self._card.set_heading(translate("WhoPanel", "Who stays out, and why"))
        self._show_excluded(plan.excluded, plan.excluded_cases)

    def _show_groups(self, plan: ExportPlan) -> None:
        """Tell of the groups of earlier bundles: those that leave again, those that never do."""
        again, over = len(plan.leaving.standing), len(plan.leaving.over)
        self._again.setText(
            plural(
                "WhoPanel", "%n group(s) of earlier bundles leave again, exactly as before.", again
            )
        )
        self._again.setVisible(bool(again))
        self._over.setText(
            plural(
                "WhoPanel",
                "%n group(s) of earlier bundles never leave again: something in them was changed, "
                "or somebody is gone or has taken consent back.",
                over,
            )
        )
        self._over.setVisible(bool(over))

    def show_nobody(self, excluded: Mapping[Reason, int]) -> None:
        """Show that nobody leaves, and how many cases stay out for which reason."""
        self._included.setText(translate("WhoPanel", "Nobody leaves."))
        for label in self._told:
            label.hide()
        self._card.set_heading(translate("WhoPanel", "Who stays out, and why"))
        self._show_excluded(excluded, {})

    def _show_excluded(
        self, excluded: Mapping[Reason, int], excluded_cases: Mapping[Reason, tuple[str, ...]]
    ) -> None:
        for label in self._made:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._made = []
        row = 0
        for reason, count in excluded.items():
            self._put(Strong(QLocale().toString(count)), row, 0)
            self._put(Label(word(REASONS[reason])), row, 1)
            codes = excluded_cases.get(reason, ())
            shown = ", ".join(codes[:_MOST_CODES]) + (" …" if len(codes) > _MOST_CODES else "")
            self._put(Small(shown), row + 1, 1)
            row += 2
        if not excluded:
            self._put(Muted(translate("WhoPanel", "Nobody.")), 0, 1)

    def _put(self, label: QLabel, row: int, column: int) -> None:
        self._made.append(label)
        self._grid.addWidget(label, row, column)


class RowsPanel(QWidget):
    """The exact rows that would leave, a tab a table; long texts of a row stand below.

    The cells are what the file holds, letter for letter; only the heads of the columns are put into
    words, with the column's name in the file as a tooltip.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabWidget()
        self._whole_cell = Muted()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(self._whole_cell)
        self.tabs.currentChanged.connect(self._forget_cell)
        self._forget_cell()

    def show_plan(self, plan: ExportPlan, language: str) -> None:
        """Show a plan, with the heads of its columns in a language of the questionnaire."""
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page is not None:
                page.deleteLater()
        words = column_words(plan, language)
        for name, rows in plan.tables.items():
            view, columns = RowsView(), rows[0] if rows else ()
            headers = [header_words(words.get(name, {}), column) for column in columns]
            view.show_rows(headers, rows[1:], name, columns)
            view.selectionModel().currentChanged.connect(self._show_cell)
            number = QLocale().toString(max(0, len(rows) - 1))
            self.tabs.addTab(view, f"{name} ({number})")

    def _show_cell(self, index: QModelIndex) -> None:
        text = str(index.data() or "")
        self._whole_cell.setText(text)
        self._whole_cell.setVisible(len(text) > _LONG_CELL)

    def _forget_cell(self) -> None:
        self._whole_cell.hide()
