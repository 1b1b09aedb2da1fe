"""The way from a key file to a trusted key: read, named, compared with what is known, trusted."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from intake.domain.changes import Changes
from intake.gui.i18n import translate
from intake.gui.keys.changed_sheet import ChangedKeySheet
from intake.gui.keys.trust_sheet import TrustSheet
from intake.gui.keys.whose_sheet import AlikeSheet, WhoseSheet, told_by_name
from intake.gui.widgets.file_panel import Choose
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.workers.store_worker import StoreWorker
from intake.services import team
from intake.services.session import VaultSession
from intake.services.team import Looked, PublicKey


class Trusting(QObject):
    """Asks over a page; a changed key is shown and never trusted.

    Signals:
        trusted: Name under which a key is trusted now.
        known: A key is trusted already; its name.
        failed: Why a file could not be read.
    """

    trusted = Signal(str)
    known = Signal(str)
    failed = Signal(object)

    def __init__(self, worker: StoreWorker, over: QWidget) -> None:
        super().__init__(over)
        self._worker, self._over = worker, over
        self._session: VaultSession | None = None

    def begin(self, session: VaultSession) -> None:
        """Work on this vault."""
        self._session = session

    def ask_file(self) -> None:
        """Ask for the public key file of somebody."""
        sheet = PathSheet(
            self._over,
            Choose.FILE,
            translate("Trusting", "Public key file of a colleague, the office or a recipient"),
            translate("Trusting", "Look at this key"),
        )
        sheet.chosen.connect(self.look_at)
        sheet.open()

    def look_at(self, path: Path) -> None:
        """Read a key file, and ask whose it is and whether it is trusted."""
        self._worker.submit(
            team.look_at,
            self._session,
            path,
            done=partial(self._ask_whose, told_by_name(path.stem)),
            failed=self._on_failed,
        )

    def _ask_whose(self, name: str, looked: Looked) -> None:
        if looked.known_as:
            self.known.emit(looked.known_as[0])
            return
        sheet = WhoseSheet(self._over, looked.key, name)
        sheet.accepted.connect(lambda: self._compare(sheet.key, sheet.name.text().strip()))
        sheet.open()

    def _compare(self, key: PublicKey, name: str) -> None:
        self._worker.submit(
            team.compare,
            self._session,
            key,
            name,
            done=partial(self._judge, name),
            failed=self._on_failed,
        )

    def _judge(self, name: str, looked: Looked) -> None:
        if looked.instead_of:
            ChangedKeySheet(self._over, looked).open()
        elif looked.alike:
            sheet = AlikeSheet(self._over, looked, name)
            sheet.accepted.connect(lambda: self._ask(looked.key, name))
            sheet.open()
        else:
            self._ask(looked.key, name)

    def _ask(self, key: PublicKey, name: str) -> None:
        sheet = TrustSheet(self._over, key, name)
        sheet.accepted.connect(lambda: self._trust(sheet))
        sheet.open()

    def _trust(self, sheet: TrustSheet) -> None:
        # The key that was shown, not the file: it could be another one by now.
        self._worker.submit(
            team.pin,
            self._session,
            sheet.name.text(),
            sheet.key,
            done=partial(self._on_trusted, sheet),
            failed=sheet.show_error,
            writes=True,
        )

    def _on_trusted(self, sheet: TrustSheet, trusted: tuple[PublicKey, Changes]) -> None:
        sheet.finish()
        self.trusted.emit(trusted[0].name)

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(error)


def known_text(name: str) -> str:
    """Say that a key is trusted already."""
    return translate("Trusting", "This key is trusted already, as {name}.").format(name=name)
