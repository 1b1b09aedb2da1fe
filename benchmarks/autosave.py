"""Autosave beside bare SQLCipher with the same settings and rows; each run is a process of its own.

usage: python -m benchmarks.autosave [--saves N] [--rounds N] [--cases N] [--folder FOLDER]

A statement of about 1,000 words grows by three words a save, as in an interview. The peers are
``row`` (the draft row alone) and ``row+index`` (the draft row and a full-text index of all drafts,
both in one transaction). Every process works on a new file in the same folder.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from intake.domain.case import Case, CaseFile, CaseStatus
from intake.domain.ids import CaseId, InterviewId, StatementId, new_case_code, new_id
from intake.domain.interview import Interview
from intake.domain.statement import Statement
from intake.store.search import words_of
from intake.store.store import Store

KEY = bytes(range(32))
PRAGMAS = (
    "cipher_log=off",
    "cipher_memory_security=ON",
    "locking_mode=EXCLUSIVE",
    "auto_vacuum=INCREMENTAL",
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
    "journal_size_limit=0",
)
SYLLABLES = ["ка", "ло", "ми", "ру", "по", "та", "не", "ве", "со", "да", "го", "ри", "ла", "ну"]
VARIANTS = ("intake", "row", "row+index")


def main() -> None:
    """Run the rounds and print one table, or one run as a child."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--cases", type=int, default=300)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    parser.add_argument("--variant", choices=VARIANTS)
    options = parser.parse_args()
    if options.variant:
        times = measure(options.variant, options.folder, options.cases, options.saves)
        print(json.dumps(times))
        return
    results: dict[str, list[float]] = {variant: [] for variant in VARIANTS}
    for _ in range(options.rounds):
        for variant in VARIANTS:
            results[variant] += run(variant, options)
    report(results)


def run(variant: str, options: argparse.Namespace) -> list[float]:
    """Run one variant in a process of its own and return its times in milliseconds."""
    folder = options.folder / variant.replace("+", "-")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    sizes = ["--cases", str(options.cases), "--saves", str(options.saves)]
    command = [
        sys.executable,
        "-m",
        "benchmarks.autosave",
        "--variant",
        variant,
        "--folder",
        str(folder),
        *sizes,
    ]
    times: list[float] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    shutil.rmtree(folder)
    return times


def report(results: dict[str, list[float]]) -> None:
    """Print medians, 95th percentiles, and how intake stands to each peer."""
    ours = statistics.median(results["intake"])
    print(f"{'':10} {'p50 ms':>8} {'p95 ms':>8} {'intake / it':>12}")
    for variant, times in results.items():
        middle = statistics.median(times)
        high = statistics.quantiles(times, n=20)[-1]
        print(f"{variant:10} {middle:8.2f} {high:8.2f} {ours / middle:12.2f}")


def measure(variant: str, folder: Path, cases: int, saves: int) -> list[float]:
    """Return the time of each save in milliseconds."""
    chance = random.Random(7)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(8000)]
    texts = [" ".join(chance.choices(words, k=1000)) for _ in range(cases)]
    save = (
        intake_saver(folder, texts) if variant == "intake" else peer_saver(variant, folder, texts)
    )
    text, times = texts[-1], []
    for _ in range(saves):
        text += " " + " ".join(chance.choices(words, k=3))
        start = time.perf_counter()
        save(text)
        times.append((time.perf_counter() - start) * 1000)
    return times


def intake_saver(folder: Path, texts: list[str]) -> Callable[[str], None]:
    """Return a function that saves a draft through the store."""
    store = Store.create(
        folder / "vault.db",
        db_key=bytearray(KEY),
        chain_key=bytearray(KEY),
        mirror_path=folder / "mirror",
        vault_id=KEY[:16],
        header_generation=1,
    )
    files = [case_file(text) for text in texts]
    store.add_cases(files)
    store.checkpoint()
    statement_id = files[-1].statements[0].id

    def save(text: str) -> None:
        with store.write() as tx:
            store.statements.save_draft(tx, statement_id, text, len(text))

    return save


def peer_saver(variant: str, folder: Path, texts: list[str]) -> Callable[[str], None]:
    """Return a function that saves the same draft row, and indexes it when the variant says so."""
    connection = dbapi2.connect(str(folder / "peer.db"), isolation_level=None)
    connection.set_key(bytearray(b"x'" + KEY.hex().encode() + b"'"))
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("CREATE TABLE statements (id TEXT PRIMARY KEY, caret INTEGER, text BLOB)")
    connection.execute("CREATE VIRTUAL TABLE search USING fts5 (text, tokenize='ascii')")
    connection.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")
    connection.execute("BEGIN")
    for number, text in enumerate(texts, start=1):
        row = (str(number), 0, text.encode())
        connection.execute("INSERT INTO statements VALUES (?, ?, ?)", row)
        folded = " ".join(words_of(text))
        connection.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (number, folded))
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    last = len(texts)

    def save(text: str) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE statements SET caret = ?, text = ? WHERE id = ?",
            (len(text), text.encode(), str(last)),
        )
        if variant == "row+index":
            folded = " ".join(words_of(text))
            connection.execute("UPDATE search SET text = ? WHERE rowid = ?", (folded, last))
        connection.execute("COMMIT")

    return save


def case_file(text: str) -> CaseFile:
    """Return a case with one statement."""
    now = datetime.now(UTC)
    case_id, interview_id = CaseId(new_id()), InterviewId(new_id())
    return CaseFile(
        Case(case_id, new_case_code(), CaseStatus.DRAFT, now, now),
        interviews=(Interview(interview_id, case_id, "intake-core/1", now),),
        statements=(Statement(StatementId(new_id()), interview_id, "own_words", "ru", text),),
    )


if __name__ == "__main__":
    main()
