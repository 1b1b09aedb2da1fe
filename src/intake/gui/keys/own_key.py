"""Hands over the vault's own public key: its words to read out, and its file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from intake.domain.consent import RecipientGroup
from intake.gui.i18n import translate
from intake.gui.interview.consent_words import GROUPS
from intake.gui.interview.consent_words import word as consent_word
from intake.gui.keys.six_words import SixWords
from intake.gui.keys.whose_sheet import told_by_name
from intake.gui.widgets.file_panel import Choose
from intake.gui.widgets.labels import Muted
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.widgets.sheet import Sheet
from intake.gui.workers.store_worker import StoreWorker
from intake.services import team
from intake.services.session import VaultSession
from intake.services.team import PublicKey

_WIDTH = 640
_LONGEST_NAME = 60  # characters of a file's name
_ENDING = ".pub"
_FEW = 2  # words of a key that tell files of vaults without a name apart


class OwnKeySheet(Sheet):
    """Shows the vault's public key in words, and what it is for.

    Args:
        over: A widget of the window to cover.
        key: The vault's own key.
        group: Whose bundle is handed over; ``None`` shows the words for every group.
    """

    def __init__(self, over: QWidget, key: PublicKey, group: RecipientGroup | None) -> None:
        super().__init__(
            over,
            translate("OwnKeySheet", "Your public key"),
            translate(
                "OwnKeySheet",
                "Who gets a bundle from this vault needs this key file once: it shows that bundles "
                "come from you and that nobody has changed them. It opens nothing and is no "
                "secret, but it holds the name {name}. Send the file, and read the words out in a "
                "call or face to face. If the recipient sees other words, the file was exchanged.",
            ).format(name=key.name),
            affirmative=translate("OwnKeySheet", "Write the key file"),
            cancel=translate("OwnKeySheet", "Close"),
        )
        self.set_width(_WIDTH)
        whole = translate("OwnKeySheet", "Who adds your key file to their Intake sees")
        self.body.addWidget(SixWords(whole, key.words))
        for name, words in team.bundle_words(key).items():
            found = RecipientGroup(name)
            if group in (None, found):
                text = translate("OwnKeySheet", "Who checks a bundle for {group} sees")
                told = text.format(group=consent_word(GROUPS[found]))
                self.body.addWidget(SixWords(told, words))
        if group is None:
            self.body.addWidget(
                Muted(
                    translate(
                        "OwnKeySheet",
                        "Each group sees words of its own, so that nobody who compares two bundles "
                        "can tell that both come from this laptop.",
                    )
                )
            )


def file_name(key: PublicKey) -> str:
    """Return a name for a key's file that other files of this kind do not have, in plain letters.

    It says what the file says: the vault's own name, or where it has none two words of the key.
    """
    plain = "".join(each if each.isalnum() or each in "-_" else " " for each in key.name)
    name = " ".join(plain.split())[:_LONGEST_NAME]
    if not told_by_name(name):
        name = "-".join(["Intake", *key.words.split()[:_FEW]])
    return f"{name}{_ENDING}"


def written_text(path: Path) -> str:
    """Say that the key file is written, and what comes next."""
    text = translate("OwnKeySheet", "The key file is in {path}. Send it, and read its words out.")
    return text.format(path=path)


class OwnKey(QObject):
    """Asks the vault for its key, shows it over a page, and writes its file where it is told.

    Signals:
        written: Path of the key file (``Path``).
        failed: Why it could not be read or written.
    """

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: StoreWorker, over: QWidget) -> None:
        super().__init__(over)
        self._worker, self._over = worker, over

    def show(self, session: VaultSession, group: RecipientGroup | None = None) -> None:
        """Show the key; the words of one group only where one is named."""
        self._worker.submit(
            team.own_key,
            session,
            done=partial(self._show_sheet, group),
            failed=self._on_failed,
        )

    def save(self, session: VaultSession) -> None:
        """Ask where the key file goes, and write it."""
        self._worker.submit(team.own_key, session, done=self._ask_where, failed=self._on_failed)

    def _show_sheet(self, group: RecipientGroup | None, key: PublicKey) -> None:
        sheet = OwnKeySheet(self._over, key, group)
        sheet.accepted.connect(lambda: self._ask_where(key))
        sheet.open()

    def _ask_where(self, key: PublicKey) -> None:
        sheet = PathSheet(
            self._over,
            Choose.NEW,
            translate("OwnKeySheet", "Where to write the key file"),
            translate("OwnKeySheet", "Write here"),
            file_name(key),
        )
        sheet.chosen.connect(lambda path: self._write(key, path))
        sheet.open()

    def _write(self, key: PublicKey, path: Path) -> None:
        self._worker.submit(
            team.save_public_key,
            key,
            path,
            done=partial(self._on_written, path),
            failed=self._on_failed,
        )

    def _on_written(self, path: Path, _nothing: object) -> None:
        self.written.emit(path)

    def _on_failed(self, error: BaseException) -> None:
        self.failed.emit(error)
