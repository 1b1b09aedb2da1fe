"""Search over many cases beside plain SQLite FTS5 over the same texts; a process each, in turns.

usage: python -m benchmarks.search [--cases N] [--words N] [--rounds N]

Queries: words of every frequency, alone, as beginnings, in pairs, and names. Both sides return up
to 50 hits with snippets, newest first. The peer is an FTS5 table that is not encrypted and folds
no letters, in a file of its own. The list of all cases and its filters are measured too.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import made
from intake.services import vaults
from intake.store.cases import CaseFilter

SIDES = ("intake", "fts5")
Times = dict[str, list[float]]


def main() -> None:
    """Run both sides in turns and print one table, or run one side as a child."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--side", choices=SIDES)
    options = parser.parse_args()
    if options.side:
        side = intake if options.side == "intake" else fts5
        print(json.dumps(side(options.cases, options.words)))
        return
    made.with_statements(options.cases, options.words)
    results: dict[str, Times] = {}
    for _ in range(options.rounds):
        for side_name in SIDES:
            for what, times in run(side_name, options).items():
                results.setdefault(what, {}).setdefault(side_name, []).extend(times)
    report(results)


def run(side: str, options: argparse.Namespace) -> Times:
    """Run one side in a process of its own and return its times in milliseconds."""
    sizes = ["--cases", str(options.cases), "--words", str(options.words)]
    command = [sys.executable, "-m", "benchmarks.search", "--side", side, *sizes]
    times: Times = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return times


def report(results: dict[str, Times]) -> None:
    """Print medians and 95th percentiles, and their ratio where there is a peer."""
    for what, sides in results.items():
        p50, p95 = (
            {side: pick(times) for side, times in sides.items()}
            for pick in (statistics.median, high)
        )
        line = f"{what:18} p50 {p50['intake']:7.1f} ms   p95 {p95['intake']:7.1f} ms"
        if "fts5" in sides:
            ratios = p50["intake"] / p50["fts5"], p95["intake"] / p95["fts5"]
            line += f"   plain FTS5 {p50['fts5']:7.1f} / {p95['fts5']:7.1f} ms"
            line += f"   ratio {ratios[0]:.2f} / {ratios[1]:.2f}"
        print(line)


def high(times: list[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def intake(cases: int, words: int) -> Times:
    """Return the times of the vault's search and list."""
    with made.secret() as passphrase:
        session = vaults.unlock(made.with_statements(cases, words), passphrase)
    store = session.store
    by_country = CaseFilter(country="GE")
    times = {
        "search, 50 hits": [timed(partial(store.search.find, q)) for q in queries()],
        "list of all": [timed(store.cases.summaries) for _ in range(20)],
        "list by country": [timed(partial(store.cases.summaries, by_country)) for _ in range(20)],
        "filter values": [timed(store.cases.filter_values) for _ in range(20)],
    }
    session.close()
    return times


def fts5(cases: int, words: int) -> Times:
    """Return the times of the same queries in plain SQLite."""
    path = made.FOLDER / f"fts5-{cases}-{words}.db"
    connection = sqlite3.connect(filled(path, cases, words))

    def find(query: str) -> None:
        phrases = " AND ".join(f'"{word}"' for word in query.split()) + " *"
        connection.execute(
            "SELECT rowid, snippet(texts, 0, '[', ']', '...', 24) FROM texts WHERE texts MATCH ?"
            " ORDER BY rowid DESC LIMIT 50",
            (phrases,),
        ).fetchall()

    return {"search, 50 hits": [timed(partial(find, q)) for q in queries()]}


def filled(path: Path, cases: int, words: int) -> Path:
    """Return the peer's file, made on the first run."""
    if path.exists():
        return path
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5 (text)")
    rows = ((text,) for text in made.texts(cases, words))
    connection.executemany("INSERT INTO texts (text) VALUES (?)", rows)
    connection.execute("INSERT INTO texts (texts) VALUES ('optimize')")
    connection.commit()
    connection.close()
    return path


def queries() -> Iterator[str]:
    """Yield 300 queries of every kind."""
    chance, words = random.Random(15), made.vocabulary()
    for _ in range(60):
        frequent, rare = words[chance.randrange(50)], words[chance.randrange(1000, 30_000)]
        yield frequent
        yield rare
        yield rare[:3]
        yield f"{rare} {frequent[:2]}"
        yield f"{frequent} {words[chance.randrange(50, 500)]}"


def timed(work: Callable[[], object]) -> float:
    """Return how long one call takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
