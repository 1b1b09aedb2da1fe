"""The command line inside this process, with real streams; vaults are copies of one."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sys
import termios
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from intake.cli.main import run
from intake.export.schema_check import first_flaw
from tests import derivations
from tests.unit.services.making import Document, document

PASSPHRASE = "velvet ladder invented canyon pepper oblong"
CHEAP = ("--kdf-memory", "64", "--kdf-time", "3")
Word = str | Path


@dataclass(frozen=True)
class Done:
    """What a command said and how it ended."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """Stdout as text."""
        return self.raw.decode("utf-8")


class Pipe(io.TextIOWrapper):
    """Where output goes when nobody looks at it."""


class Screen(io.TextIOWrapper):
    """Where output goes when somebody looks at it."""

    def isatty(self) -> bool:
        return True


class CommandLine:
    """The commands in a folder of their own; ``secret.txt`` in it holds the passphrase."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.secret = self.write("secret.txt", PASSPHRASE + "\n")

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file into the folder."""
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def write_cases(self, *documents: Document, name: str = "cases.jsonl") -> Path:
        """Write cases in the interchange format, one a line."""
        return self.write(name, "".join(json.dumps(each) + "\n" for each in documents))

    def bare(self, *words: Word, stdin: bytes = b"", to: type[io.TextIOWrapper] = Pipe) -> Done:
        """Run a command with these words only."""
        with streams(self.folder, stdin, to) as (out, err):
            code = run([str(word) for word in words])
        return Done(code, out.getvalue(), err.getvalue().decode("utf-8"))

    def __call__(self, *words: Word, stdin: bytes = b"") -> Done:
        """Run a command with the passphrase file behind its words."""
        return self.bare(*words, *self.given, stdin=stdin)

    @property
    def given(self) -> tuple[Word, ...]:
        """The words that give the passphrase."""
        return "--passphrase-file", self.secret

    def interrupted(self, *words: Word, moment: int) -> Done:
        """Run a command and press Ctrl+C when its progress bar is drawn."""
        out, err = io.StringIO(), Impatient(moment)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run([str(word) for word in words])
        return Done(code, out.getvalue().encode("utf-8"), err.getvalue())

    def ok(self, *words: Word) -> str:
        """Run a command that must succeed; return its stdout."""
        done = self(*words)
        assert done.code == 0, done.err
        return done.out

    def json(self, schema: str, *words: Word, code: int = 0) -> Any:
        """Run a command with ``--json`` and hold what it prints against a shipped schema."""
        done = self(*words, "--json")
        assert done.code == code, done.err
        return checked(schema, done)


def checked(schema: str, done: Done) -> Any:
    """Return the one document on stdout, which fits the schema."""
    found = json.loads(done.out)
    assert first_flaw(f"output-{schema}", found) is None
    return found


@contextmanager
def streams(
    folder: Path, stdin: bytes, to: type[io.TextIOWrapper]
) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Give the program streams like those of a process."""
    out, err = io.BytesIO(), io.BytesIO()
    outer, aside = to(out, "utf-8"), to(err, "utf-8", write_through=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        patch.setattr(sys, "stdout", outer)
        patch.setattr(sys, "stderr", aside)
        yield out, err
    for stream in (outer, aside):
        stream.flush()
        stream.detach()


class Impatient(io.StringIO):
    """A terminal on which a person presses Ctrl+C when the progress bar is drawn once more.

    Args:
        moment: How often it is drawn before.
    """

    def __init__(self, moment: int) -> None:
        super().__init__()
        self.left = moment

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if "[" in text and "\r" in text:
            self.left -= 1
            if self.left < 0:
                signal.raise_signal(signal.SIGINT)
        return super().write(text)


class Terminal(io.StringIO):
    """What a person sees; each question is answered once the echo is off.

    Args:
        answers: Lines to type; a function gets what was shown so far.
        echoes: Called with whether the terminal echoed while a line was typed.
    """

    def __init__(self, answers: Sequence[str | Callable[[str], str]]) -> None:
        super().__init__()
        self.answers = answers
        self.questions = 0

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.questions += text.endswith(": ")
        return super().write(text)


@contextmanager
def typing(terminal: Terminal, shown: Callable[[], str]) -> Iterator[None]:
    """Put a terminal under stdin on which a person types what is asked for."""
    master, slave = os.openpty()
    stop = threading.Event()

    def person() -> None:
        # A question is asked with the echo still on: once it is off, the line is waited for.
        for number, answer in enumerate(terminal.answers, start=1):
            while terminal.questions < number or termios.tcgetattr(slave)[3] & termios.ECHO:
                if stop.wait(0.002):
                    return
            line = answer if isinstance(answer, str) else answer(shown())
            os.write(master, line.encode("utf-8") + b"\n")

    typist = threading.Thread(target=person)
    typist.start()
    try:
        with os.fdopen(slave, encoding="utf-8") as stdin, pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", stdin)
            yield
            stop.set()
            typist.join()
    finally:
        stop.set()
        typist.join()
        os.close(master)


@pytest.fixture(autouse=True)
def _shared_derivations(monkeypatch: pytest.MonkeyPatch) -> None:
    derivations.share(monkeypatch)


@pytest.fixture
def at_terminal(
    tmp_path: Path,
) -> Callable[..., Done]:
    """Return a function that runs a command on a terminal and types the answers."""

    def running(words: Sequence[Word], *answers: str | Callable[[str], str]) -> Done:
        out, err = io.StringIO(), Terminal(answers)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(tmp_path)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            with typing(err, out.getvalue):
                code = run([str(word) for word in words])
        assert err.questions == len(answers)
        return Done(code, out.getvalue().encode("utf-8"), err.getvalue())

    return running


@pytest.fixture
def intake(tmp_path: Path) -> CommandLine:
    """Return the command line in a fresh folder."""
    return CommandLine(tmp_path)


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """Return a folder with what tests copy: ``vault`` holds eight cases, ``key`` is a key."""
    line = CommandLine(tmp_path_factory.mktemp("workshop"))
    line.ok("vault", "create", "empty", *CHEAP, "--name", "Made-up notebook")
    shutil.copytree(line.folder / "empty", line.folder / "vault")
    cases = line.write_cases(*(document(number) for number in range(1, 9)))
    line.ok("case", "import", "vault", cases)
    line.ok("key", "create", "key")
    line.ok("key", "show", "vault", "--out", "signer.pub")
    line.ok("vault", "create", "office", *CHEAP, "--name", "Made-up office")
    line.ok("key", "show", "office", "--out", "office.pub")
    return line


@pytest.fixture
def vault(intake: CommandLine, workshop: CommandLine) -> Path:
    """Return a vault of this test's own with eight cases."""
    return Path(shutil.copytree(workshop.folder / "vault", intake.folder / "vault"))


@pytest.fixture
def empty_vault(intake: CommandLine, workshop: CommandLine) -> Path:
    """Return a vault of this test's own without a case, with the keys of ``vault``."""
    return Path(shutil.copytree(workshop.folder / "empty", intake.folder / "empty"))


@pytest.fixture
def office(intake: CommandLine, workshop: CommandLine) -> Path:
    """Return a vault with keys of its own; its public key stands beside it."""
    shutil.copy(workshop.folder / "office.pub", intake.folder)
    return Path(shutil.copytree(workshop.folder / "office", intake.folder / "office"))


@pytest.fixture
def key(intake: CommandLine, workshop: CommandLine) -> Path:
    """Return an analyst's key file; its public part stands beside it."""
    shutil.copy(workshop.folder / "key.pub", intake.folder)
    return Path(shutil.copy(workshop.folder / "key", intake.folder))


@pytest.fixture
def signer(intake: CommandLine, workshop: CommandLine) -> Path:
    """Return the public key file of the vault."""
    return Path(shutil.copy(workshop.folder / "signer.pub", intake.folder))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
