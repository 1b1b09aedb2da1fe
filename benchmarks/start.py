"""Time from the start of the process to the first painted unlock page that takes keys.

usage: python -m benchmarks.start [--rounds N]

The limit is a bare Qt window with one field, started the same way; both take turns, each in a
process of its own. Without a display it runs offscreen.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from intake.vault.hardening import harden_process
harden_process()
from intake.gui.app import Program
from intake.gui.lock import Handover
from intake.gui.workers.store_worker import StoreWorker
application = QApplication(["Intake"])
program = Program(StoreWorker())
program.start(Handover(Path(sys.argv[2])))
application.processEvents()
program.window.repaint()
print(time.monotonic() - float(sys.argv[1]))
sys.stdout.flush()
import os
os._exit(0)
"""
BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
application = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(QLineEdit())
window.show()
application.processEvents()
window.repaint()
print(time.monotonic() - float(sys.argv[1]))
sys.stdout.flush()
import os
os._exit(0)
"""


def main() -> None:
    """Print both medians and their ratio."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    environment = dict(os.environ)
    if not {"DISPLAY", "WAYLAND_DISPLAY"} & environment.keys():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    vault = Path("build/bench/no-vault-needed-for-the-page")
    ours, bare = [], []
    for _ in range(rounds):
        ours.append(_run(PROGRAM, vault, environment))
        bare.append(_run(BARE, vault, environment))
    first, second = statistics.median(ours), statistics.median(bare)
    print(f"start to unlock page: median {first:.2f} s, worst {max(ours):.2f} s")
    print(f"bare Qt window:       median {second:.2f} s, worst {max(bare):.2f} s")
    print(f"ratio {first / second:.2f}")


def _run(code: str, vault: Path, environment: dict[str, str]) -> float:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(begun), str(vault)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return float(done.stdout.split()[-1])


if __name__ == "__main__":
    main()
