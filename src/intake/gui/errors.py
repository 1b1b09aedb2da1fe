"""Errors as people read them; a bug is told by type and place, never by value."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from intake.bugs import bug_code
from intake.errors import IntakeError, RollbackError, VaultDamagedError
from intake.gui.i18n import translate
from intake.gui.reasons import reason_words
from intake.gui.vault_words import damaged_words, put_back_words

# Catalogue context of the templates in intake.errors; the catalogue script gathers them.
CONTEXT = "Errors"


@dataclass(frozen=True, slots=True)
class Told:
    """An error in the words of the interface language."""

    text: str
    code: str


def explain(error: BaseException) -> Told:
    """Return text and short code of an error; of a bug only where it happened."""
    if isinstance(error, IntakeError):
        words = {name: _reason(value) for name, value in error.parameters.items()}
        text = _of_vault(error) or translate(CONTEXT, error.template).format(**words)
        return Told(text, error.code)
    return bug_told(bug_code(error))


def _of_vault(error: IntakeError) -> str:
    """Return what the window says of the vault: commands to type in help nobody here."""
    part = str(error.parameters.get("part", ""))
    if isinstance(error, RollbackError):
        return put_back_words(part)
    return damaged_words(part) if isinstance(error, VaultDamagedError) else ""


def _reason(value: str | int) -> str | int:
    """Return a reason of ours in the interface language; paths, codes and counts as they are."""
    return reason_words(value) if isinstance(value, str) else value


def bug_told(code: str) -> Told:
    """Return the words for a bug with this code."""
    text = translate(
        "Errors",
        "A bug in the program stopped this. What was saved is safe. "
        "Please report the code; it holds no data.",
    )
    return Told(text, code)


class BugReporter:
    """Takes uncaught errors of all threads and Qt's own messages; passes on codes only.

    Args:
        report: Called with a code, on whatever thread the error happened.
    """

    def __init__(self, report: Callable[[str], None]) -> None:
        self._report = report

    def install(self) -> None:
        """Become the place where everything uncaught ends."""
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        qInstallMessageHandler(self._from_qt)

    def _uncaught(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        self._report(bug_code(error))

    def _uncaught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._report(bug_code(arguments.exc_value))

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, _text: str) -> None:
        # The text may quote what was typed; category and place are enough to find the cause.
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            return
        place = PurePath(context.file).name if context.file else (context.category or "?")
        self._report(f"Qt{kind.name.removeprefix('Qt').removesuffix('Msg')}@{place}")
