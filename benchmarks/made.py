"""Vaults full of invented cases for the measurements; made once per size and kept in a folder.

This is no measurement of its own: ``python -m benchmarks.made`` only makes the vaults.
"""

from __future__ import annotations

import itertools
import json
import random
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from intake.domain.answers import Answer
from intake.domain.case import Case, CaseFile, CaseStatus
from intake.domain.ids import CaseId, InterviewId, PersonId, StatementId, new_case_code, new_id
from intake.domain.interview import Interview
from intake.domain.person import Person, Role
from intake.domain.statement import Statement
from intake.services import cases, vaults
from intake.services.session import VaultSession
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret

PASSPHRASE = "velvet ladder invented canyon pepper oblong"
FOLDER = Path("build/bench")
_CHEAP = KdfCosts(memory_kib=64 * 1024, time_cost=3, lanes=1)
_SYLLABLES = [a + b for a in "бвгджзклмнпрстфхцчш" for b in "аеиоуыэюя"]
_SENTENCES = (
    "They came before it was light and took the lamp apart.",
    "I was held for eleven days in a room that had no window.",
    "Nobody told me why, and the paper I signed was blank.",
    "After that I could not work in the lighthouse any more.",
    "We crossed the river in May and have not been back since.",
)


def secret() -> Secret:
    """Return the passphrase of every vault made here; nothing in them is secret."""
    return Secret.from_text(PASSPHRASE)


def vocabulary() -> list[str]:
    """Return 30,000 words; the earlier, the more frequent."""
    chance = random.Random(11)
    lengths = (min(5, 1 + index.bit_length() // 4) for index in range(30_000))
    return ["".join(chance.choices(_SYLLABLES, k=length)) for length in lengths]


def texts(number: int, words_each: int) -> Iterator[str]:
    """Yield statements whose words are as frequent as in a language."""
    chance, words = random.Random(12), vocabulary()
    weights = list(itertools.accumulate(1 / (index + 10) for index in range(len(words))))
    for _ in range(number):
        yield " ".join(chance.choices(words, cum_weights=weights, k=words_each))


def with_statements(number: int, words_each: int, folder: Path = FOLDER) -> Path:
    """Return a vault of drafts with one statement, one named person and a dozen answers each."""
    path = folder / f"vault-{number}-{words_each}"
    if path.exists():
        return path
    session = _new(path)
    session.store.add_cases(_drafts(number, words_each))
    session.close()
    return path


def releasable(number: int, folder: Path = FOLDER) -> Path:
    """Return a vault of finalised cases that agree to analysis and quotation by anybody."""
    return _imported(folder / f"releasable-{number}", _documents(number))


def crowd(number: int, documents: Iterable[dict[str, Any]], folder: Path = FOLDER) -> Path:
    """Return a vault of cases in the interchange format, made of documents that never change."""
    return _imported(folder / f"crowd-{number}", documents)


def _imported(path: Path, documents: Iterable[dict[str, Any]]) -> Path:
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    source = path.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(each) + "\n" for each in documents), "utf-8")
    session = _new(path)
    cases.import_file(session, source)
    session.close()
    source.unlink()
    return path


def copy(vault: Path, name: str) -> Path:
    """Return a copy that a measurement may change, in place of the one of the last run."""
    target = vault.with_name(name)
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(vault, target))


def at_full_cost(vault: Path) -> Path:
    """Return a copy whose key takes as long to derive as that of a vault in the field."""
    target = vault.with_name(f"{vault.name}-full-cost")
    if not target.exists():
        with secret() as old, secret() as new:
            session = vaults.unlock(copy(vault, target.name), old)
            vaults.change_passphrase(session, old, new)
        session.close()
    return target


def _new(path: Path) -> VaultSession:
    path.parent.mkdir(parents=True, exist_ok=True)
    with vaults.new_recovery_key() as recovery, secret() as passphrase:
        return vaults.create(
            path, name="Bench", passphrase=passphrase, recovery=recovery, costs=_CHEAP
        )


def _drafts(number: int, words_each: int) -> Iterator[CaseFile]:
    chance, words, now = random.Random(13), vocabulary(), datetime.now(UTC)
    for text in texts(number, words_each):
        case_id, interview_id = CaseId(new_id()), InterviewId(new_id())
        answers = {f"question_{n}": Answer(chance.choice(words)) for n in range(10)}
        answers["interview_country"] = Answer(chance.choice(["GE", "PL", "LT", "AM"]))
        answers["interview_date"] = Answer(f"2022-{chance.randint(1, 12):02}-10")
        names = {"names": Answer((" ".join(chance.choices(words[1000:], k=2)),))}
        yield CaseFile(
            Case(case_id, new_case_code(), CaseStatus.DRAFT, now, now),
            interviews=(Interview(interview_id, case_id, "intake-core/1", now, None, answers),),
            persons=(Person(PersonId(new_id()), case_id, "P1", Role.INTERVIEWEE, answers=names),),
            statements=(Statement(StatementId(new_id()), interview_id, "own_words", "ru", text),),
        )


def _documents(number: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(14)
    letters = "abcdefghij"
    for index in range(number):
        name = "Zubrava Lampa" + "".join(letters[int(digit)] for digit in str(index)) + "vich"
        use = {"level": "code", "recipients": ["any"]}
        yield {
            "project": "Bench",
            "language": "en",
            "interview": {"date": f"2022-{chance.randint(1, 12):02}-10", "mode": "in_person"},
            "persons": [{"ref": "p1", "role": "interviewee", "names": [name]}],
            "consent": {
                "given": "2022-05-26",
                "uses": {"analysis": use, "quotation": use},
            },
            "answers": {
                "targeted_group": [chance.choice(["lawyer", "journalist", "student"])],
                "age": chance.randint(20, 70),
                "sex": chance.choice(["female", "male"]),
            },
            "events": [
                {"act_type": ["arbitrary_arrest"], "act_date": "2020-08", "victims": ["p1"]}
            ],
            "statement": " ".join([*chance.choices(_SENTENCES, k=60), name, "was not told."]),
        }


def main() -> None:
    """Make the vaults that the measurements share."""
    for number in (100, 10_000):
        print(with_statements(number, 1_000))
    print(releasable(1_000))


if __name__ == "__main__":
    main()
