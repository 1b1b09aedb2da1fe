"""The settings page: cards in two columns; keeps every change at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.domain.changes import Changes, Noun
from intake.gui.i18n import translate
from intake.gui.pages.settings.appearance import AppearanceCard
from intake.gui.pages.settings.care import CareCard
from intake.gui.pages.settings.ending import EndingCard
from intake.gui.pages.settings.locking import LockingCard
from intake.gui.pages.settings.secrets import SecretsCard
from intake.gui.pages.settings.words import WordsCard
from intake.gui.pages.settings.work import ReleaseCard, WorkCard
from intake.gui.theme import Space
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.page import Page
from intake.gui.workers.store_worker import StoreWorker
from intake.services import settings
from intake.services.session import VaultSession
from intake.services.settings import Settings

_Card = (
    AppearanceCard
    | CareCard
    | EndingCard
    | LockingCard
    | ReleaseCard
    | SecretsCard
    | WordsCard
    | WorkCard
)


class SettingsPage(Page):
    """Everything that can be set.

    Signals:
        settings_changed: The ``Settings`` now in force.
        language_chosen: Code of a language.
        text_size_chosen: Per cent.
        vault_closed: The vault was moved to new keys or destroyed: this process has to end.
    """

    settings_changed = Signal(object)
    language_chosen = Signal(str)
    text_size_chosen = Signal(int)
    vault_closed = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._settings = Settings()
        self.appearance, self.locking = AppearanceCard(), LockingCard()
        self.work, self.release = WorkCard(), ReleaseCard()
        self.secrets, self.care = SecretsCard(worker), CareCard(worker)
        self.words, self.ending = WordsCard(worker), EndingCard(worker)
        self._lay_out()
        self._connect()

    def open(self, session: VaultSession) -> None:
        """Show the settings of a vault."""
        self._session = session
        self.secrets.open(session)
        self.care.open(session)
        self.words.open(session)
        self.ending.open(session)
        self.locking.show_state(session.opened_state)
        self._worker.submit(settings.load, session, done=self.show_settings)

    def refresh(self, changes: Changes) -> None:
        """Read the settings again when they changed elsewhere."""
        if self._session is not None and Noun.SETTING in changes.nouns:
            self._worker.submit(settings.load, self._session, done=self.show_settings)
        if Noun.RULING in changes.nouns:
            self.words.read()

    def show_settings(self, found: Settings) -> None:
        """Show what is set."""
        self._settings = found
        self.locking.show_values(found.idle_minutes, found.panic_shortcut)
        self.work.show_values(found.interviewer_code, found.project)
        self.release.show_values(
            found.k,
            found.redaction_profile,
            second_look=found.second_look,
            sealing=found.seal_when_finalised,
        )
        self.appearance.show_state()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("Settings", "Settings"))
        for cards in self._columns():
            for card in cards:
                card.retranslate()

    def _columns(self) -> tuple[tuple[_Card, ...], tuple[_Card, ...]]:
        return (
            (self.appearance, self.work, self.release, self.words),
            (self.locking, self.secrets, self.care, self.ending),
        )

    def _lay_out(self) -> None:
        columns = AdaptiveRow()
        columns.setSpacing(Space.TWO)
        for cards in self._columns():
            column = QVBoxLayout()
            column.setSpacing(Space.TWO)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            columns.addLayout(column, 1)
        columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)

    def _connect(self) -> None:
        self.appearance.appearance_chosen.connect(
            lambda chosen: self._save(appearance=chosen.value)
        )
        self.appearance.language_chosen.connect(self.language_chosen)
        self.appearance.text_size_chosen.connect(self.text_size_chosen)
        self.locking.minutes_chosen.connect(lambda value: self._save(idle_minutes=value))
        self.locking.chord_chosen.connect(lambda value: self._save(panic_shortcut=value))
        self.work.interviewer_chosen.connect(lambda value: self._save(interviewer_code=value))
        self.work.project_chosen.connect(lambda value: self._save(project=value))
        self.release.k_chosen.connect(lambda value: self._save(k=value))
        self.release.profile_chosen.connect(lambda value: self._save(redaction_profile=value))
        self.release.second_look_chosen.connect(lambda value: self._save(second_look=value))
        self.release.sealing_chosen.connect(lambda value: self._save(seal_when_finalised=value))
        self.secrets.moved.connect(self.vault_closed)
        self.ending.access_destroyed.connect(self.vault_closed)

    def _save(self, **changed: str | int) -> None:
        new = replace(self._settings, **changed)  # type: ignore[arg-type]  # names and types are those of the signals above
        if new == self._settings or self._session is None:
            return
        self._settings = new
        self.settings_changed.emit(new)
        self._worker.submit(settings.save, self._session, new, failed=self.show_error, writes=True)
