"""Closing the window leaves nothing on the screen, stops long work, and ends the process."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication

from intake.domain.progress import CancelToken
from intake.errors import CancelledError
from intake.gui.app import Program
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import StoreWorker
from tests.children import environment

CHILD = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from intake.gui import app
from intake.gui.workers.store_worker import StoreWorker
application = QApplication(["Intake"])
worker = StoreWorker()
program = app.Program(worker)
program.start()
if sys.argv[1] == "hangs":
    app.LONGEST_CLOSE_S = 0.5
    worker.submit(threading.Event().wait)
QTimer.singleShot(0, program.window.close)
application.exec()
print("closed")
"""


class Watched:
    """Work that takes until it is asked to stop, and looks at the screen meanwhile."""

    def __init__(self) -> None:
        self.seen: list[bool] = []
        self.is_stopped = False

    def __call__(self, *, progress: object, cancel: CancelToken) -> None:
        for _ in range(6000):
            try:
                cancel.check()
            except CancelledError:
                self.is_stopped = True
                self.seen = [each.isVisible() for each in QGuiApplication.topLevelWindows()]
                raise
            threading.Event().wait(0.01)


@pytest.fixture
def worker() -> StoreWorker:
    return StoreWorker()


def test_work_under_way_is_stopped_and_nothing_stays_on_the_screen(
    program: Program, workspace: Workspace, worker: StoreWorker
) -> None:
    assert program.window.workspace is workspace
    work = Watched()
    worker.submit_long(work, progress=lambda _done, _total: None)
    program.window.close()
    assert work.is_stopped
    assert work.seen
    assert not any(work.seen)


@pytest.mark.parametrize(("work", "code", "said"), [("ends", 0, "closed\n"), ("hangs", 1, "")])
def test_the_process_ends_whatever_the_work_does(work: str, code: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, work],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (code, said)
