"""From the panic key to hidden windows, and to the moment the old process image is gone.

usage: python -m benchmarks.panic [--rounds N] [--cases N]

Each round is a process of its own: a real window on a real vault, an interview that is open, and
words that are typed and not yet saved. The image is gone when its close-on-exec pipe ends. The
limit is a process that does nothing but replace itself on a signal.
"""

from __future__ import annotations

import argparse
import math
import os
import select
import statistics
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks import made, window
from intake.gui import lock
from intake.gui.widgets.statement_edit import StatementEdit
from intake.services import interviews

BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication
application = QApplication(["bare"])
os.set_inheritable({pipe}, False)
os.write({pipe}, b"%r %r\\n" % (time.monotonic(), time.monotonic()))
os.execv("/bin/true", ["true"])
"""
LIMIT_S = 60.0
BARS = {"windows hidden": 100, "image gone": 300}  # milliseconds, p99 of 200 rounds


def main() -> None:
    """Print the times of both, or be the program that is locked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--pipe", type=int)
    parser.add_argument("--vault", type=Path)
    options = parser.parse_args()
    if options.pipe:
        be_locked(options.pipe, options.vault)
        return
    source = made.with_statements(options.cases, 1_000)
    hidden, gone, bare = [], [], []
    for _ in range(options.rounds):
        vault = made.copy(source, "panic")
        locked = [sys.executable, "-m", "benchmarks.panic", "--vault", str(vault)]
        first, last = run(locked, "--pipe")
        hidden.append(first)
        gone.append(last)
        bare.append(run([sys.executable], "-c")[1])
    show("windows hidden", hidden)
    show("image gone", gone)
    show("bare image gone", bare)


def run(command: list[str], option: str) -> tuple[float, float]:
    """Return milliseconds from the key to hidden windows and to the end of the image."""
    reading, writing = os.pipe()
    value = str(writing) if option == "--pipe" else BARE.format(pipe=writing)
    process = subprocess.Popen(
        [*command, option, value], pass_fds=(writing,), env=window.environment()
    )
    os.close(writing)
    told = b""
    while True:
        if not select.select([reading], [], [], LIMIT_S)[0]:
            process.kill()
            raise SystemExit("the image did not go")
        chunk = os.read(reading, 200)
        if not chunk:
            break
        told += chunk
    ended = time.monotonic()
    process.kill()  # the locked image that took its place
    process.wait()
    os.close(reading)
    pressed, hidden = map(float, told.split())
    return (hidden - pressed) * 1000, (ended - pressed) * 1000


def be_locked(pipe: int, vault: Path) -> None:
    """Open the window on a vault, type into an interview, and press the panic key."""
    os.set_inheritable(pipe, False)  # noqa: FBT003 (the signature of os)
    hide = lock.hide_everything

    def clocked() -> None:
        hide()
        os.write(pipe, f" {time.monotonic()!r}\n".encode())

    lock.hide_everything = clocked
    QApplication(["Intake"])
    program = window.at_unlock_page(vault)
    workspace = window.unlock(program)
    window.until(lambda: workspace.cases.model.rowCount() > 0)
    statement = next(s.name for s in interviews.form().sections if s.kind == "statement")
    workspace.open_interview(workspace.cases.model.summary(0).id, statement)
    window.until(lambda: bool(workspace.interview.findChildren(StatementEdit)))
    edit = workspace.interview.findChildren(StatementEdit)[0]
    QTest.keyClicks(edit, "They came before it was light")
    QApplication.processEvents()
    os.write(pipe, repr(time.monotonic()).encode())
    QTest.keyPress(program.window.windowHandle(), Qt.Key.Key_F12)
    window.until(lambda: False)


def show(what: str, times: list[float]) -> None:
    """Print median, the time that 99 of 100 rounds stay below, and worst."""
    ninety_nine = sorted(times)[math.ceil(0.99 * len(times)) - 1]
    bar = f", bar {BARS[what]} ms" if what in BARS else ""
    print(
        f"{what:16} median {statistics.median(times):6.0f} ms, p99 {ninety_nine:6.0f} ms, "
        f"worst {max(times):6.0f} ms{bar}"
    )


if __name__ == "__main__":
    main()
