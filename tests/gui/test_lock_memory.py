from __future__ import annotations

import random
import string
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake.services import cases, settings, vaults
from intake.vault.secret import Secret

pytestmark = pytest.mark.no_cover

CHILD = Path(__file__).with_name("locked_child.py")
PASSPHRASE = "quiet lantern orbit maple thunder velvet"


def canary() -> str:
    letters = random.Random().choices(string.ascii_lowercase, k=24)
    return "zq" + "".join(letters)


@contextmanager
def started(how: str, folder: Path, words: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program that types and locks; end it afterwards."""
    with subprocess.Popen(
        [sys.executable, str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdin is not None
        child.stdin.write(f"{how}\n{folder}\n{PASSPHRASE}\n{words}\n")
        child.stdin.close()
        try:
            yield child
        finally:
            child.kill()


def read_until(child: subprocess.Popen[str], word: str) -> None:
    assert child.stdout is not None
    for line in child.stdout:
        if line.strip() == word:
            return
    raise AssertionError(f"the program ended before it was {word}")


def copies_in_memory(pid: int, words: str) -> int:
    """Count the words in every readable page of a process, in UTF-8 and UTF-16."""
    wanted = (words.encode(), words.encode("utf-16-le"))
    found = 0
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights = line.split()[:2]
            if not rights.startswith("r") or "[v" in line:
                continue
            begin, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(begin)
                content = memory.read(end - begin)
            except (OSError, ValueError, OverflowError):
                continue
            found += sum(content.count(word) for word in wanted)
    return found


def after_lock(how: str, folder: Path, words: str) -> tuple[int, int]:
    """Type, lock, and count what is left in memory: the words typed, the passphrase."""
    with started(how, folder, words) as child:
        read_until(child, "typed")
        read_until(child, "locked")
        return copies_in_memory(child.pid, words), copies_in_memory(child.pid, PASSPHRASE)


@pytest.mark.usefixtures("twenty_runs")
def test_a_locked_process_holds_nothing_and_the_vault_holds_everything(vault_folder: Path) -> None:
    words = canary()
    assert after_lock("replace", vault_folder, words) == (0, 0)
    session = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    try:
        place = settings.last_place(session)
        found = [
            (file.case.id, statement)
            for file in (cases.case_file(session, c.id) for c in cases.list_cases(session))
            for statement in file.statements
            if words in statement.text
        ]
        assert len(found) == 1
        case_id, statement = found[0]
        assert statement.text.endswith(" still unsaved"), "the last words were not saved yet"
        assert statement.caret == len(statement.text)
        assert place.case_id == case_id
        assert place.section.startswith("statement")
    finally:
        session.close()


def test_a_lock_that_lets_the_process_live_is_caught(vault_folder: Path) -> None:
    words = canary()
    copies, _passphrases = after_lock("leak", vault_folder, words)
    assert copies > 0, "without this the scan above could be blind"
