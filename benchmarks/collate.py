"""Uniting many bundles into one data set: time and memory, and what DuckDB takes to count in it.

usage: python -m benchmarks.collate [--bundles N] [--people N]

Each run is a process. The bundles are one made-up bundle under many numbers.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from intake.export.collate import collate
from intake.export.verify import Opening, Trust
from tests.unit.export.uniting import ask, bundle, copies

FOLDER = Path("build/bench-collate")


def main() -> None:
    """Make the bundles, then unite more and more of them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bundles", type=int, default=1_000)
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--unite", type=int)
    options = parser.parse_args()
    if options.unite:
        print(json.dumps(unite(options.unite)))
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    copies(FOLDER, bundle(FOLDER, 1, options.people), options.bundles)
    counts = [count for count in (10, 100, 1_000) if count < options.bundles]
    for count in (*counts, options.bundles):
        command = [sys.executable, "-m", "benchmarks.collate", "--unite", str(count)]
        done = subprocess.run(command, check=True, capture_output=True)
        facts: dict[str, Any] = json.loads(done.stdout)
        print(f"{count:5} bundles", ", ".join(f"{name} {said}" for name, said in facts.items()))
    shutil.rmtree(FOLDER)


def unite(count: int) -> dict[str, Any]:
    """Unite so many bundles, and count rows in them."""
    target = FOLDER / "all"
    shutil.rmtree(target, ignore_errors=True)
    paths = [FOLDER / f"copy-{number}.zip" for number in range(count)]
    start = time.monotonic()
    found = collate(target, paths, Opening((), Trust(anybody=True)))
    seconds = time.monotonic() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    size = sum(path.stat().st_size for path in target.rglob("*.parquet"))
    start = time.monotonic()
    rows = ask(FOLDER, "select sex, count(*) from @interviews group by 1")
    return {
        "seconds": round(seconds, 1),
        "peak MiB": peak,
        "rows": found.risk.rows,
        "data set MiB": size >> 20,
        "counted by DuckDB in seconds": round(time.monotonic() - start, 2),
        "groups": len(rows),
    }


if __name__ == "__main__":
    main()
