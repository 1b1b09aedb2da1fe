"""The real window for the measurements, opened on a vault as a person opens it.

This is no measurement of its own.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks import made
from intake.gui.app import Program
from intake.gui.lock import Handover
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import StoreWorker


def environment() -> dict[str, str]:
    """Return an environment for a child with a window; offscreen where there is no display."""
    found = dict(os.environ)
    if not {"DISPLAY", "WAYLAND_DISPLAY"} & found.keys():
        found["QT_QPA_PLATFORM"] = "offscreen"
    return found


def until(done: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    while not done():
        QApplication.processEvents()


def at_unlock_page(vault: Path) -> Program:
    """Start the program; the pages behind the unlock page load as while somebody types."""
    worker = StoreWorker()
    program = Program(worker)
    program.start(Handover(vault))
    worker.wait(10)
    QApplication.processEvents()
    return program


def unlock(program: Program) -> Workspace:
    """Type the passphrase, press the button, and return the pages of the open vault."""
    page = program.window.gate.unlock
    page.setFocus()
    QTest.keyClicks(page.secret.field, made.PASSPHRASE)
    page.unlock_button.click()
    until(lambda: program.window.workspace is not None)
    workspace = program.window.workspace
    assert workspace is not None
    return workspace
