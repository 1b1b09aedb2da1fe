"""Typing into a reviewed statement: how long the paragraph takes to be searched and stored.

usage: python -m benchmarks.reviewed_typing [--saves N] [--paragraphs N] [--folder FOLDER]

A statement of many paragraphs of about 500 characters is reviewed; then three words at a time are
written into one of them, with a name every tenth time. The peer is the same save into a statement
that nobody has looked at, in the same process. Times are those of the whole save, commit included.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import time
from pathlib import Path

from intake.domain.answers import Answer
from intake.domain.ids import StatementId
from intake.domain.marks import Decision
from intake.domain.person import Role
from intake.services import interviews, records, review, vaults
from intake.services.session import VaultSession
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret

CHEAP = KdfCosts(64 * 1024, 3, 1)
PASSPHRASE = "quiet lantern orbit maple thunder velvet"
NAMES = ("Zubrava Lampa", "Vasil Lodachnik", "Hanna Kubikava", "Piotr Bublik")
SYLLABLES = ("ka", "lo", "mi", "ru", "po", "ta", "ne", "ve", "so", "da", "go", "ri")


def main() -> None:
    """Type, and print medians and the slowest in a hundred."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--saves", type=int, default=400)
    parser.add_argument("--paragraphs", type=int, default=30)
    parser.add_argument("--folder", type=Path, default=Path("build/bench-typing"))
    chosen = parser.parse_args()
    shutil.rmtree(chosen.folder, ignore_errors=True)
    chosen.folder.mkdir(parents=True)
    session = vaults.create(
        chosen.folder / "vault",
        name="Benchmark",
        passphrase=Secret.from_text(PASSPHRASE),
        recovery=vaults.new_recovery_key(),
        costs=CHEAP,
    )
    for reviewed in (False, True):
        times = typed(session, chosen.saves, chosen.paragraphs, reviewed=reviewed)
        name = "reviewed" if reviewed else "never looked at"
        print(
            f"{name:16} median {statistics.median(times) * 1000:6.1f} ms"
            f"   p99 {quantile(times):6.1f} ms"
        )
    session.close()
    shutil.rmtree(chosen.folder)


def typed(session: VaultSession, saves: int, paragraphs: int, *, reviewed: bool) -> list[float]:
    """Return the seconds of each save."""
    source = random.Random(7)
    statement, text = prepared(session, paragraphs, source)
    if reviewed:
        marks = review.open_statement(session, statement).marks
        review.decide(session, statement, tuple(mark.id for mark in marks), Decision.MASK)
        review.complete(session, statement)
    at = text.index("\n\n", len(text) // 2)
    times = []
    for number in range(saves):
        added = " " + (source.choice(NAMES) if number % 10 == 9 else sentence(source, 3))
        text, at = text[:at] + added + text[at:], at + len(added)
        if number % 30 == 29:  # a new paragraph
            text, at = text[:at] + "\n\n" + text[at:], at + 2
        begun = time.perf_counter()
        interviews.save_draft(session, statement, text, at)
        times.append(time.perf_counter() - begun)
    return times


def prepared(
    session: VaultSession, paragraphs: int, source: random.Random
) -> tuple[StatementId, str]:
    """Return a statement of a new case with four recorded people, and its text."""
    file = interviews.begin(session, language="en").file
    case_id = file.case.id
    names = Answer((NAMES[0],))
    interviews.save_answer(session, case_id, file.persons[0].id, "names", names)
    for name in NAMES[1:]:
        records.add_person(session, case_id, Role.WITNESS, {"names": Answer((name,))})
    text = "\n\n".join(
        f"{sentence(source, 60)} {source.choice(NAMES)} {sentence(source, 20)}."
        for _ in range(paragraphs)
    )
    statement = next(each.id for each in file.statements if each.question == "own_words")
    interviews.save_draft(session, statement, text, 0)
    return statement, text


def sentence(source: random.Random, words: int) -> str:
    """Return made-up words."""
    return " ".join(
        "".join(source.choice(SYLLABLES) for _ in range(source.randint(1, 4))) for _ in range(words)
    )


def quantile(times: list[float]) -> float:
    """Return the 99th percentile in milliseconds."""
    return statistics.quantiles(times, n=100)[98] * 1000


if __name__ == "__main__":
    main()
