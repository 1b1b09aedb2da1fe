from __future__ import annotations

import random
import string
import subprocess
import sys
from pathlib import Path

import pytest

from intake.services import cases, settings, vaults
from intake.vault.secret import Secret

CHILD = Path(__file__).with_name("locked_child.py")
PASSPHRASE = "quiet lantern orbit maple thunder velvet"


def canary() -> str:
    letters = random.Random().choices(string.ascii_lowercase, k=24)
    return "zq" + "".join(letters)


def start(how: str, folder: Path, words: str) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    child.stdin.write(f"{how}\n{folder}\n{PASSPHRASE}\n{words}\n")
    child.stdin.close()
    return child


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


@pytest.mark.parametrize("how", ["replace", "leak"])
def test_a_locked_process_holds_no_word_that_was_typed(how: str, vault_folder: Path) -> None:
    # The second case is the control: a lock that lets the process live must be caught.
    words = canary()
    child = start(how, vault_folder, words)
    try:
        read_until(child, "typed")
        read_until(child, "locked")
        copies = copies_in_memory(child.pid, words)
        secrets = copies_in_memory(child.pid, PASSPHRASE)
    finally:
        child.kill()
        child.communicate()
    if how == "leak":
        assert copies > 0, "the scan is blind"
        return
    assert copies == 0
    assert secrets == 0


def test_what_was_typed_last_is_kept_and_the_place_is_remembered(vault_folder: Path) -> None:
    words = canary()
    child = start("replace", vault_folder, words)
    try:
        read_until(child, "locked")
    finally:
        child.kill()
        child.communicate()
    session = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    try:
        place = settings.last_place(session)
        file = cases.case_file(session, next(c.id for c in cases.list_cases(session)))
        texts = [statement for statement in file.statements if words in statement.text]
        assert [statement.text.endswith("still unsaved") for statement in texts] == [True]
        assert texts[0].caret == len(texts[0].text)
        assert place.case_id == file.case.id
        assert place.section == "statement"
    finally:
        session.close()
