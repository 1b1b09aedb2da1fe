"""A folder with a vault to work in, and a whole session of the program in it."""

from __future__ import annotations

import json
import os
import random
import signal
import string
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from intake.services import team
from intake.vault.secret import Secret
from tests.children import ROOT, environment
from tests.unit.services.making import document, write_lines

PASSPHRASE = "velvet ladder invented canyon pepper oblong"


@dataclass(frozen=True)
class Place:
    """Where a session happens: what goes in, the vaults, what comes out, and the words."""

    folder: Path
    words: str

    @property
    def given(self) -> Path:
        """What a person brings: cases, passphrase, the analyst's key. It is not looked through."""
        return self.folder / "given"

    @property
    def vault(self) -> Path:
        """The vault that is worked in."""
        return self.folder / "kept" / "vault"

    @property
    def out(self) -> Path:
        """Where bundles go."""
        return self.folder / "out"

    def orders(self, leak: str) -> str:
        """Return what the session is told, a line of JSON."""
        orders = {
            "vault": str(self.vault),
            "created": str(self.vault.with_name("created")),
            "out": str(self.out),
            "passphrase": PASSPHRASE,
            "words": self.words,
            "leak": leak,
        }
        return json.dumps(orders) + "\n"


@pytest.fixture
def words() -> str:
    """Return a marker that stands nowhere else."""
    return "zq" + "".join(random.Random().choices(string.ascii_lowercase, k=24))


@pytest.fixture
def place(tmp_path: Path, words: str) -> Place:
    """Make the folders and the analyst's key."""
    made = Place(tmp_path, words)
    for folder in (made.given, made.vault.parent, made.out):
        folder.mkdir()
    with Secret.from_text(PASSPHRASE) as passphrase:
        team.create_key(made.given / "analyst.key", passphrase, work_factor=1)
    return made


def commands(place: Place) -> list[list[str]]:
    """Return the commands before the window: a vault, cases that name the words, a trusted key."""
    source = write_cases(place, range(8))
    vault = str(place.vault)
    return [
        ["vault", "create", vault, "--kdf-memory", "64", "--kdf-time", "3"],
        ["case", "import", vault, str(source)],
        ["key", "trust", vault, "analyst", str(place.given / "analyst.key.pub")],
    ]


def write_cases(place: Place, numbers: range) -> Path:
    """Write cases whose statements name the words."""
    documents = [
        document(number, statement=f"They came early. {place.words} was not told why.")
        for number in numbers
    ]
    return write_lines(place.given / f"cases-{numbers.start}.jsonl", *documents)


def later_commands(place: Place) -> list[list[str]]:
    """Return the commands after the window: import, search, check, back up, a bundle of counts."""
    vault = str(place.vault)
    return [
        ["case", "import", vault, str(write_cases(place, range(8, 16)))],
        ["search", vault, place.words],
        ["vault", "check", vault],
        ["vault", "backup", vault, str(place.vault.with_name("backups"))],
        [
            *("export", vault, str(place.out / "counts.age"), "--policy", "statistics"),
            *("--purpose", "statistics", "--recipient-group", "analysts"),
            *("--recipient", str(place.given / "analyst.key.pub")),
        ],
    ]


def run_commands(place: Place, wanted: Sequence[list[str]], before: Sequence[str] = ()) -> str:
    """Run commands as processes of their own; return what they wrote to standard error.

    Args:
        place: Where.
        wanted: The words of each command.
        before: What runs the program, such as a tracer.
    """
    secret = place.given / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    said = ""
    for words in wanted:
        done = subprocess.run(
            [
                *(*before, sys.executable, "-B", "-m", "intake", *words),
                *("--passphrase-file", str(secret)),
            ],
            cwd=place.given,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            env=environment(),
        )
        assert done.returncode == 0, (words[:2], done.returncode, done.stderr)
        said += done.stderr
    return said


class Running:
    """A session that runs: tell it what to do, wait for what it says."""

    def __init__(self, child: subprocess.Popen[str], place: Place, leak: str) -> None:
        self.child, self._place, self._leak = child, place, leak

    @property
    def pid(self) -> int:
        """The process that is the program, also when a tracer started it."""
        below = psutil.Process(self.child.pid).children(recursive=True)
        pythons = [p.pid for p in below if p.name().startswith("python")]
        return pythons[-1] if pythons else self.child.pid

    def order(self) -> None:
        """Hand the session its orders."""
        assert self.child.stdin is not None
        self.child.stdin.write(self._place.orders(self._leak))
        self.child.stdin.flush()

    def wait_for(self, word: str) -> None:
        """Read what it says until it says a word."""
        assert self.child.stdout is not None
        said = []
        for line in self.child.stdout:
            said.append(line.strip())
            if line.strip() == word:
                return
        raise AssertionError(f"it ended before it was {word}: {said}")


@contextmanager
def session(
    place: Place, *, how: str = "plain", leak: str = "", before: Sequence[str] = ()
) -> Iterator[Running]:
    """Run a session up to its second lock; end it afterwards as a crash would."""
    log = place.folder / "stderr.txt"
    with (
        log.open("w") as errors,
        subprocess.Popen(
            [*before, sys.executable, "-B", "-m", "tests.residue.session", how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=ROOT,
            env=environment(),
        ) as child,
    ):
        running = Running(child, place, leak)
        try:
            running.order()
            running.wait_for("created")
            running.wait_for("locked")
            running.order()
            running.wait_for("typed")
            running.wait_for("locked")
            yield running
        finally:
            for each in (running.pid, child.pid):
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGKILL)
