"""The protection page: what protects the vault on this laptop, what does not, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.desktop import DesktopSignals, Event
from intake.gui.i18n import plural, translate
from intake.gui.pages.protection.words import (
    around_name,
    around_sentence,
    event_name,
    event_sentence,
    process_name,
    process_sentence,
)
from intake.gui.theme import Space
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.card import Card, IconLabel, Rule
from intake.gui.widgets.chip import Chip, ChipKind
from intake.gui.widgets.labels import Heading, Muted, Small, Strong
from intake.gui.widgets.page import Page
from intake.gui.workers.store_worker import StoreWorker
from intake.services import protection
from intake.services.protection import Finding, ProtectionReport, ProtectionState
from intake.services.session import VaultSession

_BIG_ICON = 32


@dataclass(frozen=True, slots=True)
class Told:
    """One row: what it is, what it means, and how it stands in a word."""

    name: str
    sentence: str
    word: str
    kind: ChipKind
    icon: str
    tint: str


class ProtectionRow(QWidget):
    """One thing that protects or does not; icon, words and chip say the same."""

    def __init__(self, told: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.sentence, self.state = Strong(told.name), Small(told.sentence), Chip(self)
        self.setAccessibleName(f"{told.name}: {told.word}")
        self.setAccessibleDescription(told.sentence)
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self.sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, Space.HALF, 0, Space.HALF)
        row.setSpacing(Space.ONE_HALF)
        row.addWidget(IconLabel(told.icon, told.tint), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        # Only now: a chip without an owner would be shown as a window of its own.
        self.state.show_fact(told.word, told.kind)


class ProtectionCard(Card):
    """A heading, a sentence, and rows with lines between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.about = Muted()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.HALF)
        self.body.addWidget(self.about)
        self.body.addLayout(self._rows)

    @property
    def rows(self) -> list[ProtectionRow]:
        """The rows that are shown."""
        items = (self._rows.itemAt(number) for number in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, ProtectionRow)]

    def show_rows(self, told: Sequence[Told]) -> None:
        """Show these rows and no others; a card without rows is hidden."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, each in enumerate(told):
            if number:
                self._rows.addWidget(Rule())
            self._rows.addWidget(ProtectionRow(each))
        self.setVisible(bool(told))


class ProtectionPage(Page):
    """Looks again whenever it is opened, and when it is asked to."""

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._report: ProtectionReport | None = None
        self._desktop = DesktopSignals(self)
        self.again_button = QuietButton("", "refresh")
        self.summary, self._icon = Heading(), IconLabel("protection", "muted", _BIG_ICON)
        self.risks, self.around = ProtectionCard(), ProtectionCard()
        self.process, self.signals = ProtectionCard(), ProtectionCard()
        self.header.addWidget(self.again_button)
        self._lay_out()
        self.again_button.clicked.connect(self.look)
        self.setFocusProxy(self.again_button)

    def open(self, session: VaultSession) -> None:
        """Look at what protects a vault."""
        self._session = session
        self.look()

    def listen(self, desktop: DesktopSignals) -> None:
        """Show what the desktop tells of."""
        self._desktop = desktop
        desktop.changed.connect(self._show_signals)
        self._show_signals()

    def look(self) -> None:
        """Look anew."""
        if self._session is None:
            return
        self.messages.clear()
        self._desktop.look_again()
        self._worker.beside.submit(
            protection.report,
            self._session.path,
            QGuiApplication.platformName(),
            done=self.show_report,
            failed=self.show_error,
        )

    def show_report(self, report: ProtectionReport) -> None:
        """Show what was found: dangers first."""
        self._report = report
        failed = [x for x in report.process if x.state is ProtectionState.FAILED]
        risks = [x for x in report.surroundings if x.finding is Finding.RISK]
        told = [process_told(each) for each in failed] + [around_told(each) for each in risks]
        self.risks.show_rows(told)
        self.around.show_rows([around_told(x) for x in report.surroundings if x not in risks])
        self.process.show_rows([process_told(x) for x in report.process if x not in failed])
        self._show_signals()
        self._icon.set_icon("warning" if told else "protection", "warn" if told else "ok")
        self.summary.setText(
            plural("Protection", "%n thing(s) to look at", len(told))
            if told
            else translate("Protection", "Nothing found that endangers the vault")
        )

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("Protection", "Protection"))
        self.set_lead(
            translate(
                "Protection",
                "What this laptop does for the vault, and what against it. Intake looks and "
                "changes nothing.",
            )
        )
        self.again_button.setText(translate("Protection", "&Check again"))
        self.risks.set_heading(translate("Protection", "What endangers the vault"))
        self.around.set_heading(translate("Protection", "The laptop around the vault"))
        self.process.set_heading(translate("Protection", "Intake itself"))
        self.process.about.setText(
            translate(
                "Protection", "Switched on at the start, before anything secret is in memory."
            )
        )
        self.signals.set_heading(translate("Protection", "When the vault locks by itself"))
        self.signals.about.setText(
            translate(
                "Protection",
                "The timer locks in any case: after minutes without input, and after every sleep.",
            )
        )
        self.risks.about.hide()
        self.around.about.hide()
        if self._report is not None:
            self.show_report(self._report)

    def _show_signals(self) -> None:
        heard = self._desktop.heard
        self.signals.show_rows([event_told(each, heard=each in heard) for each in Event])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.ONE)
        top.addWidget(self._icon)
        top.addWidget(self.summary, 1)
        columns = AdaptiveRow()
        columns.setSpacing(Space.TWO)
        for cards in ((self.risks, self.around), (self.process, self.signals)):
            column = QVBoxLayout()
            column.setSpacing(Space.TWO)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addLayout(columns)


def process_told(found: protection.Protection) -> Told:
    """Return the row of a protection of the process."""
    name, sentence = process_name(found), process_sentence(found)
    if found.state is ProtectionState.ON:
        return Told(name, sentence, translate("Protection", "on"), ChipKind.GOOD, "check", "ok")
    if found.state is ProtectionState.FAILED:
        word = translate("Protection", "failed")
        return Told(name, sentence, word, ChipKind.ATTENTION, "warning", "warn")
    word = translate("Protection", "not available here")
    return Told(name, sentence, word, ChipKind.PLAIN, "info", "muted")


def around_told(found: protection.Surrounding) -> Told:
    """Return the row of something around the program."""
    name, sentence = around_name(found), around_sentence(found)
    if found.finding is Finding.GOOD:
        return Told(name, sentence, translate("Protection", "good"), ChipKind.GOOD, "check", "ok")
    if found.finding is Finding.RISK:
        word = translate("Protection", "danger")
        return Told(name, sentence, word, ChipKind.ATTENTION, "warning", "warn")
    word = translate("Protection", "cannot be told")
    return Told(name, sentence, word, ChipKind.PLAIN, "info", "muted")


def event_told(event: Event, *, heard: bool) -> Told:
    """Return the row of something that the desktop may tell of."""
    name, sentence = event_name(event), event_sentence(heard=heard)
    if heard:
        return Told(name, sentence, translate("Protection", "heard"), ChipKind.GOOD, "check", "ok")
    word = translate("Protection", "not heard here")
    return Told(name, sentence, word, ChipKind.PLAIN, "info", "muted")
