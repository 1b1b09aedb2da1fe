"""Time from the derived key to the painted list of cases, in the real window, by vault size.

usage: python -m benchmarks.unlock [--small N] [--large N] [--words N] [--rounds N]

Each round is a process of its own, the sizes take turns. The clock starts when the key derivation
is over: it takes a second by design, on every size alike. Without a display it runs offscreen.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from functools import partial

from PySide6.QtWidgets import QApplication

from benchmarks import made, window
from intake.gui.models.case_list_model import CaseListModel
from intake.vault import folder


def main() -> None:
    """Print both medians and their ratio, or run one round as a child."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", type=int, default=100)
    parser.add_argument("--large", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--open", type=int)
    options = parser.parse_args()
    if options.open:
        print(*until_painted(options.open, options.words))
        return
    sizes = (options.small, options.large)
    for size in sizes:
        made.at_full_cost(made.with_statements(size, options.words))
    times: dict[int, list[tuple[float, float]]] = {size: [] for size in sizes}
    for _ in range(options.rounds):
        for size in sizes:
            times[size].append(run(size, options.words))
    for index, what in enumerate(("list painted", "all rows there")):
        middles = []
        for size, found in times.items():
            one = [each[index] for each in found]
            middles.append(statistics.median(one))
            print(f"{what}, {size:6} cases: median {middles[-1]:4.0f} ms, worst {max(one):4.0f} ms")
        print(f"{what}, ratio {middles[1] / middles[0]:.2f}")


def run(size: int, words: int) -> tuple[float, float]:
    """Run one round in a process of its own and return its two times in milliseconds."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.unlock",
        "--open",
        str(size),
        "--words",
        str(words),
    ]
    done = subprocess.run(command, check=True, capture_output=True, env=window.environment())
    painted, complete = map(float, done.stdout.split())
    return painted, complete


def until_painted(size: int, words: int) -> tuple[float, float]:
    """Unlock in the real window; return milliseconds from the key to the list, and to its end."""
    derived: list[float] = []
    open_headers = folder.open_headers

    def clocked(*arguments: object, **options: object) -> folder.Opened:
        opened = open_headers(*arguments, **options)  # type: ignore[arg-type]  # handed on as given
        derived.append(time.perf_counter())
        return opened

    folder.open_headers = clocked  # the same call with a clock behind it
    application = QApplication(["Intake"])
    program = window.at_unlock_page(made.at_full_cost(made.with_statements(size, words)))
    workspace = window.unlock(program)
    times = []
    for rows in (min(size, 100), size):
        window.until(partial(holds, workspace.cases.model, rows))
        program.window.repaint()
        times.append((time.perf_counter() - derived[0]) * 1000)
    application.processEvents()
    program.quit()
    painted, complete = times
    return painted, complete


def holds(model: CaseListModel, rows: int) -> bool:
    """Tell whether the list has so many rows."""
    return model.rowCount() >= rows


if __name__ == "__main__":
    main()
