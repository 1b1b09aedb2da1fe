"""Runs the real program as a process, as a script or a person would."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from intake.cli.main import run
from tests import derivations

PASSPHRASE = "velvet ladder invented canyon pepper oblong"


class Program:
    """The command ``intake`` in a folder of its own, with a passphrase file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.secret = folder / "passphrase.txt"
        self.secret.write_text(PASSPHRASE + "\n", "utf-8")

    def run(self, *words: str | Path, secret: bool = True, code: int = 0) -> str:
        """Run a command, expect an exit code, return stdout."""
        done = self.result(*words, secret=secret)
        assert done.returncode == code, done.stderr
        return done.stdout

    def result(self, *words: str | Path, secret: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command inside this process, which saves the start of one; return what happened."""
        arguments = self._arguments(words, secret=secret)
        out, err = io.StringIO(), io.StringIO()
        with (
            redirect_stdout(out),
            redirect_stderr(err),
            Path(os.devnull).open(encoding="utf-8") as nothing,
            pytest.MonkeyPatch.context() as patch,
        ):
            patch.setattr(sys, "stdin", nothing)
            patch.chdir(self.folder)
            code = run(arguments)
        return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())

    def process(self, *words: str | Path, secret: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command as a process of its own and return what happened."""
        return subprocess.run(
            [sys.executable, "-m", "intake", *self._arguments(words, secret=secret)],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=300,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    def _arguments(self, words: Sequence[str | Path], *, secret: bool) -> list[str]:
        extra = ["--passphrase-file", str(self.secret)] if secret else []
        return [*map(str, words), *extra]

    def json(self, *words: str | Path, secret: bool = True, code: int = 0) -> Any:
        """Run a command with ``--json`` and return the document."""
        return json.loads(self.run(*words, "--json", secret=secret, code=code))

    def create(self, name: str = "vault") -> Path:
        """Create a vault with the cheapest key derivation that is allowed."""
        vault = self.folder / name
        self.run("vault", "create", vault, "--kdf-memory", "64", "--kdf-time", "3")
        return vault

    def write_cases(self, *cases: dict[str, Any], name: str = "cases.jsonl") -> Path:
        """Write cases in the interchange format, one a line."""
        path = self.folder / name
        path.write_text("".join(json.dumps(case) + "\n" for case in cases), "utf-8")
        return path


@pytest.fixture(autouse=True)
def _shared_derivations(monkeypatch: pytest.MonkeyPatch) -> None:
    derivations.share(monkeypatch)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Return the program in a fresh folder."""
    return Program(tmp_path)


@pytest.fixture(scope="session")
def made_up_case() -> Callable[..., dict[str, Any]]:
    """Return a maker of recognisably invented cases that agree to analysis and quotation."""

    def make(number: int = 1, **changes: Any) -> dict[str, Any]:
        case: dict[str, Any] = {
            "project": "Invented 2022",
            "language": "en",
            "interview": {"date": "2022-05-26", "mode": "in_person", "country": "GE"},
            "persons": [
                {
                    "ref": "p1",
                    "role": "interviewee",
                    "names": [f"Zubrava Lampa{number}"],
                    "phones": [f"+375 29 000 {number:04}"],
                }
            ],
            "consent": {
                "given": "2022-05-26",
                "how": "oral",
                "text_version": "1",
                "acts": ["notes"],
                "withdrawn": None,
                "uses": {
                    "analysis": {"level": "code", "recipients": ["any"]},
                    "statistics": {"level": "aggregate", "recipients": ["any"]},
                    "quotation": {"level": "code", "recipients": ["any"]},
                },
            },
            "answers": {"targeted_group": ["lawyer"], "age": 38},
            "events": [
                {"act_type": ["arbitrary_arrest"], "act_date": "2020-08", "victims": ["p1"]}
            ],
            "statement": f"They came early. Zubrava Lampa{number} was not told why.",
        }
        case.update(changes)
        return case

    return make
