"""A whole program in a process of its own: opens a vault, types, searches, and locks itself.

Reads from standard input: how it locks (``replace`` or ``leak``), the vault's folder, its
passphrase, and the words to type. Writes ``typed``, then after the lock ``locked``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake.domain.case import CaseStatus
from intake.gui import lock
from intake.gui.app import Program
from intake.gui.lock import Handover, replace_process
from intake.gui.widgets.statement_edit import StatementEdit
from intake.gui.workers.store_worker import StoreWorker
from intake.services import cases, vaults
from intake.vault.secret import Secret

GIVE_UP_S = 60
# The image that comes after: the locked window, readable to the test that started it (the real
# start would forbid that with its first statement).
AFTER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from intake.gui.app import Program
from intake.gui.lock import Handover
from intake.gui.workers.store_worker import StoreWorker
application = QApplication(["Intake"])
program = Program(StoreWorker())
program.start(Handover(Path(sys.argv[1])))
print("locked", flush=True)
application.exec()
"""


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def become_locked(command: Sequence[str], environment: Mapping[str, str]) -> NoReturn:
    folder = command[command.index("--locked") + 1]
    replace_process([sys.executable, "-c", AFTER, folder], environment)


def stay(_command: Sequence[str], _environment: Mapping[str, str]) -> NoReturn:
    say("locked")
    time.sleep(600)
    raise SystemExit


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + GIVE_UP_S
    while not condition():
        if time.monotonic() > end:
            raise SystemExit("the program did not get there")
        QTest.qWait(10)


def main() -> None:
    how, folder, passphrase, words = sys.stdin.read().splitlines()
    # How long a busy machine takes is not looked at here; what is saved and what stays is.
    lock.COMMIT_BUDGET_S, lock.LONGEST_S = 30.0, 60.0
    application = QApplication(["Intake"])
    program = Program(StoreWorker(), become_locked if how == "replace" else stay)
    program.start(Handover(Path(folder)))
    program._worker.submit(
        vaults.unlock, Path(folder), Secret.from_text(passphrase), done=program.open_vault
    )
    until(lambda: program.window.workspace is not None)
    workspace = program.window.workspace
    assert workspace is not None
    until(lambda: workspace._form is not None)
    model = workspace.cases.model
    until(lambda: model.rowCount() > 0)
    rows = [model.summary(row) for row in range(model.rowCount())]
    chosen = next(row for row in rows if row.status is CaseStatus.DRAFT)
    program._worker.submit(cases.case_file, program._session, chosen.id)
    workspace.open_interview(chosen.id, "statement#own_words")
    until(lambda: workspace.pages.currentWidget() is workspace.interview)
    edit = next(e for e in workspace.interview.findChildren(StatementEdit) if e.isVisible())
    edit.setFocus()
    QTest.keyClicks(edit, words)
    workspace.search.setText(words.split(" ")[0])
    QTest.qWait(900)
    QTest.keyClicks(edit, " still unsaved")
    say("typed")
    QTimer.singleShot(0, program.lock)
    application.exec()


main()
