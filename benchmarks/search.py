"""Search and list over many cases; each query is run in one process against one vault.

usage: python benchmarks/search.py [--cases N] [--words N] [--folder FOLDER]

The vault is made once per size and kept in the folder. Queries: words of every frequency, alone, as
beginnings, in pairs, and names; times include snippets for up to 50 hits.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from intake.domain.answers import Answer
from intake.domain.case import Case, CaseFile, CaseStatus
from intake.domain.ids import CaseId, InterviewId, PersonId, StatementId, new_case_code, new_id
from intake.domain.interview import Interview
from intake.domain.person import Person, Role
from intake.domain.statement import Statement
from intake.store.cases import CaseFilter
from intake.store.store import Store

KEY = bytes(range(32))
SYLLABLES = [a + b for a in "бвгджзклмнпрстфхцчш" for b in "аеиоуыэюя"]


def main() -> None:
    """Make or open the vault and print the times."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=1_000)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    options = parser.parse_args()
    chance = random.Random(11)
    words = vocabulary(chance)
    store = vault(options, chance, words)
    queries = list(make_queries(chance, words))
    print(f"{options.cases} cases of {options.words} words")
    show("search, 50 hits", [timed(partial(store.search.find, q)) for q in queries])
    show("search, 20 hits", [timed(partial(store.search.find, q, 20)) for q in queries])
    show("list of all", [timed(store.cases.summaries) for _ in range(20)])
    by_country = CaseFilter(country="GE")
    show("list by country", [timed(lambda: store.cases.summaries(by_country)) for _ in range(20)])
    show("filter values", [timed(store.cases.filter_values) for _ in range(20)])
    store.close()


def vocabulary(chance: random.Random) -> list[str]:
    """Return 30,000 words; the earlier, the more frequent."""
    lengths = (min(5, 1 + index.bit_length() // 4) for index in range(30_000))
    return ["".join(chance.choices(SYLLABLES, k=length)) for length in lengths]


def vault(options: argparse.Namespace, chance: random.Random, words: list[str]) -> Store:
    """Return the store, made on the first run."""
    folder = options.folder / f"search-{options.cases}-{options.words}"
    keys = {"db_key": bytearray(KEY), "chain_key": bytearray(KEY)}
    if not folder.exists():
        folder.mkdir(parents=True)
        store = Store.create(
            folder / "vault.db",
            **keys,
            mirror_path=folder / "mirror",
            vault_id=KEY[:16],
            header_generation=1,
        )
        store.add_cases(case_files(options, chance, words))
        store.close()
    return Store.open(
        folder / "vault.db",
        **keys,
        mirror_path=folder / "mirror",
        vault_id=KEY[:16],
        header_generation=1,
        before_migration=lambda _: None,
    )


def case_files(
    options: argparse.Namespace, chance: random.Random, words: list[str]
) -> Iterator[CaseFile]:
    """Yield cases with a statement, a named person and a dozen answers each."""
    weights = list(itertools.accumulate(1 / (index + 10) for index in range(len(words))))
    now = datetime.now(UTC)
    for _ in range(options.cases):
        case_id, interview_id = CaseId(new_id()), InterviewId(new_id())
        answers = {f"question_{n}": Answer(chance.choice(words)) for n in range(10)}
        answers["interview_country"] = Answer(chance.choice(["GE", "PL", "LT", "AM"]))
        answers["interview_date"] = Answer(f"2022-{chance.randint(1, 12):02}-10")
        name = " ".join(chance.choices(words[1000:], k=2))
        text = " ".join(chance.choices(words, cum_weights=weights, k=options.words))
        yield CaseFile(
            Case(case_id, new_case_code(), CaseStatus.DRAFT, now, now),
            interviews=(Interview(interview_id, case_id, "intake-core/1", now, None, answers),),
            persons=(
                Person(
                    PersonId(new_id()),
                    case_id,
                    "P1",
                    Role.INTERVIEWEE,
                    answers={"names": Answer((name,))},
                ),
            ),
            statements=(Statement(StatementId(new_id()), interview_id, "own_words", "ru", text),),
        )


def make_queries(chance: random.Random, words: list[str]) -> Iterator[str]:
    """Yield 300 queries of every kind."""
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


def show(what: str, times: list[float]) -> None:
    """Print median and 95th percentile."""
    high = statistics.quantiles(times, n=20)[-1]
    print(f"{what:16} p50 {statistics.median(times):7.1f} ms   p95 {high:7.1f} ms")


if __name__ == "__main__":
    main()
