"""A bundle opened without a vault: who signed it, its report, its tables; save elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from intake.gui.bundle.facts import facts_of
from intake.gui.export.rows_view import RowsView
from intake.gui.i18n import translate
from intake.gui.widgets.buttons import PrimaryButton, QuietButton
from intake.gui.widgets.fact_rows import FactRows
from intake.gui.widgets.file_panel import Choose
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.labels import Muted, Small
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.workers.store_worker import StoreWorker

if TYPE_CHECKING:
    from intake.services.bundles import Looked, Means, ShownTable

_WIDE, _LEAST = 1240, 300
_LONG_CELL = 40


class BundlePage(GatePage):
    """Shows one bundle; it is in the memory of this process until that ends.

    Signals:
        closed: The person is done: the process that holds the texts has to end.
    """

    closed = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, width=_WIDE, fills=True)
        self._worker = worker
        self._path = Path()
        self._found: Looked | None = None
        self._means: Means | None = None
        self._fitting = QTimer(self, interval=0, singleShot=True)  # when the rows have their places
        self.facts = FactRows()
        self.tabs = QTabWidget()
        self.cell = Muted()
        self.close_button = QuietButton("", "lock")
        self.save_button = PrimaryButton("", "export")
        self.body.addWidget(self.facts)
        self.tabs.setFixedHeight(_LEAST)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.cell)
        self.buttons.addWidget(self.close_button)
        self.end_buttons(self.save_button)
        self.close_button.clicked.connect(self._close)
        self.save_button.clicked.connect(self._ask_where)
        self.tabs.currentChanged.connect(self._forget_cell)
        self._fitting.timeout.connect(self._fit_parts)
        self.setFocusProxy(self.tabs)
        self._forget_cell()

    def show_bundle(self, found: Looked, path: Path, means: Means) -> None:
        """Show a bundle; takes over the passphrase in ``means``."""
        from intake.gui.bundle.report_view import ReportView  # noqa: PLC0415 (loads the services)

        self._found, self._path, self._means = found, path, means
        while self.tabs.count():
            self.tabs.removeTab(0)
        for blocks in found.pages.values():
            self.tabs.addTab(ReportView(blocks), "")
        for name, table in found.tables.items():
            self.tabs.addTab(self._table(name, table), "")
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("BundlePage", "Bundle"))
        self.lead.setText(
            translate(
                "BundlePage",
                "Read the report first. Closing ends this program and starts it anew, so that "
                "nothing of the bundle stays in its memory.",
            )
        )
        self.close_button.setText(translate("BundlePage", "&Close the bundle"))
        self.save_button.setText(translate("BundlePage", "&Save the files"))
        self.tabs.setAccessibleName(translate("BundlePage", "Parts of the bundle"))
        self.tabs.tabBar().setAccessibleName(self.tabs.accessibleName())
        if self._found is None:
            return
        self.facts.show_facts(facts_of(self._found.report))
        self._fitting.start()
        names = [
            {
                "report.html": translate("BundlePage", "Report"),
                "codebook.html": translate("BundlePage", "Codebook"),
            }.get(name, name)
            for name in self._found.pages
        ]
        for name, table in self._found.tables.items():
            names.append(f"{name} ({QLocale().toString(table.count)})")
        for index, name in enumerate(names):
            self.tabs.setTabText(index, name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the parts of the bundle what the window has."""
        super().resizeEvent(event)
        self._fitting.start()

    def _fit_parts(self) -> None:
        self.tabs.setFixedHeight(max(_LEAST, self.height_left(self.tabs)))

    def _table(self, name: str, table: ShownTable) -> QWidget:
        view = RowsView()
        headers = [
            f"{title} ({column})" if title else column
            for title, column in zip(table.titles, table.columns, strict=True)
        ]
        view.show_rows(headers, table.rows, name, table.columns)
        view.selectionModel().currentChanged.connect(self._show_cell)
        if table.count <= len(table.rows):
            return view
        whole = QWidget()
        column = QVBoxLayout(whole)
        text = translate("BundlePage", "The first {count} rows. Save the files to see all.")
        column.addWidget(Small(text.format(count=QLocale().toString(len(table.rows)))))
        column.addWidget(view, 1)
        return whole

    def _show_cell(self, index: QModelIndex) -> None:
        text = str(index.data() or "")
        self.cell.setText(text)
        self.cell.setVisible(len(text) > _LONG_CELL)

    def _forget_cell(self) -> None:
        self.cell.hide()

    def _ask_where(self) -> None:
        sheet = PathSheet(
            self,
            Choose.NEW,
            translate("BundlePage", "Where to write the files? They are not encrypted there."),
            translate("BundlePage", "Save"),
            translate("BundlePage", "Bundle"),
        )
        sheet.chosen.connect(self._save)
        sheet.open()

    def _save(self, folder: Path) -> None:
        from intake.services import bundles  # noqa: PLC0415 (loaded when the bundle was opened)

        self.set_busy(translate("BundlePage", "Checking the bundle again and writing its files."))
        self._worker.submit(
            bundles.open_bundle,
            self._path,
            folder,
            self._means,
            done=lambda _report: self._saved(folder),
            failed=self._not_saved,
        )

    def _saved(self, folder: Path) -> None:
        self.set_busy()
        text = translate(
            "BundlePage",
            "Written to {folder}. These files are not encrypted; report.html is first.",
        )
        self.messages.show_message(MessageKind.OK, text.format(folder=folder))

    def _not_saved(self, error: BaseException) -> None:
        self.set_busy()
        self.show_error(error)

    def _close(self) -> None:
        if self._means is not None and self._means.passphrase is not None:
            self._means.passphrase.wipe()
        self.closed.emit()
