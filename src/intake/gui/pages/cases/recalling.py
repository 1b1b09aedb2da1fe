"""Asks where the letters go that recall bundles, and has them written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale

from intake.domain.ids import CaseId
from intake.gui.i18n import plural, translate
from intake.gui.widgets.file_panel import Choose
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.page import Page
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.workers.store_worker import StoreWorker
from intake.services import recall_notices
from intake.services.recall_notices import Notices
from intake.services.session import VaultSession

_NAME = "recall-letters"


def ask_letters(page: Page, worker: StoreWorker, session: VaultSession, case_id: CaseId) -> None:
    """Ask for a new folder, and write a letter for each bundle that consent does not cover.

    The letters are in the language of the window, and in English below for whoever reads that.

    Args:
        page: Says what became of it.
        worker: Does the work.
        session: The open vault.
        case_id: The case whose bundles are recalled.
    """
    sheet = PathSheet(
        page,
        Choose.NEW,
        translate("Cases", "A new folder for the letters"),
        translate("Cases", "Write here"),
        _NAME,
    )

    def write(path: Path) -> None:
        work = partial(recall_notices.write, session, [case_id], path, _languages())
        worker.submit(work, done=partial(_on_written, page), failed=page.show_error)

    sheet.chosen.connect(write)
    sheet.open()


def _languages() -> tuple[str, ...]:
    spoken = QLocale().name().partition("_")[0]
    wanted = (spoken, recall_notices.ENGLISH)
    return tuple(dict.fromkeys(each for each in wanted if each in recall_notices.LANGUAGES))


def _on_written(page: Page, notices: Notices) -> None:
    text = plural(
        "Cases",
        "%n letter(s) in {path}, not encrypted. Send each to whoever has its bundle, ask for an "
        "answer, then delete the letters here.",
        len(notices.letters),
    )
    page.messages.show_message(MessageKind.INFO, text.format(path=notices.folder))
