"""Reading of the words, exit codes, what goes to which stream, and bugs that tell no data."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake import __version__
from intake.cli import output
from intake.cli.main import run
from tests.unit.cli.conftest import CommandLine, Screen

ROOT = Path(__file__).parents[3]
SAID = "Zubrava Lampavich"
START = """
import os, sys
from intake.__main__ import main
code = main(["--version"])
print(code, os.umask(0), "PySide6" in sys.modules)
"""


def process(*words: str, cwd: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "intake", *words],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
    )


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("vault",),
        ("vault", "nonsense"),
        ("vault", "info"),
        ("vault", "info", "a", "b"),
        ("case", "list", "a", "--nonsense"),
        ("search", "a"),
        ("redact", "--prof", "strict"),
        ("case", "list", "a", "--passphrase-fd", "x"),
        ("case", "list", "a", "--passphrase-fd", "0", "--passphrase-file", "a"),
        ("vault", "create", "a", "--kdf-mem", "64"),
    ],
)
def test_words_that_mean_nothing_are_exit_2_with_the_usage(
    intake: CommandLine, words: tuple[str, ...]
) -> None:
    done = intake.bare(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("usage: intake")
    assert "--help" in done.err
    assert [path.name for path in intake.folder.iterdir()] == ["secret.txt"]


@pytest.mark.parametrize("words", [("--help",), ("case", "--help"), ("export", "-h")])
def test_help_is_exit_0_on_stdout(intake: CommandLine, words: tuple[str, ...]) -> None:
    done = intake.bare(*words)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("usage: intake")


def test_the_version_is_told(intake: CommandLine) -> None:
    assert intake.bare("--version").out == f"intake {__version__}\n"


def test_words_that_a_terminal_would_obey_come_back_harmless(intake: CommandLine) -> None:
    done = intake.bare("vault", "info", "a\x1b[2J\u202e\nF03 all is well")
    assert done.code == 3
    assert not set(done.err) & set("\x1b\u202e")
    assert len(done.err.splitlines()) == 1


# --- bugs, interruptions, output that nobody takes ------------------------------------------------


def _fail(_: object) -> int:
    raise RuntimeError(SAID)


def test_a_bug_is_exit_70_with_a_code_and_no_data(
    intake: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake.services.redacting.redact_bytes", lambda *_: _fail(None))
    done = intake.bare("redact", stdin=SAID.encode())
    assert (done.code, done.out) == (70, "")
    assert "[RuntimeError@cli.redact:" in done.err
    assert "Zubrava" not in done.err


def test_ctrl_c_is_exit_130(intake: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("intake.services.redacting.redact_bytes", interrupted)
    done = intake.bare("redact", stdin=b"a")
    assert (done.code, done.out) == (130, "")
    assert done.err == "Stopped. Nothing was left half-written. [C01]\n"


def test_an_error_of_the_disk_that_nobody_foresaw_is_exit_7(
    intake: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise OSError(5, SAID)

    monkeypatch.setattr("intake.services.redacting.redact_bytes", failing)
    done = intake.bare("redact", stdin=b"a")
    assert done.code == 7
    assert "Zubrava" not in done.err


def test_a_reader_who_left_is_exit_7_and_no_bug(tmp_path: Path) -> None:
    text = b"they came early and said nothing at all. " * 20_000
    child = subprocess.Popen(
        [sys.executable, "-m", "intake", "redact"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    child.stdin.write(text)
    child.stdin.close()
    told = child.stderr.read().decode()
    child.stderr.close()
    assert child.wait(timeout=60) == 7
    assert told == "This cannot be done now (nobody reads the output). [A00]\n"


# --- output ---------------------------------------------------------------------------------------


def test_a_progress_bar_is_for_terminals_only() -> None:
    quiet = io.StringIO()
    with output.progress_bar("Working", quiet) as progress:
        progress(1, 2)
    assert quiet.getvalue() == ""
    raw = io.BytesIO()
    screen = Screen(raw, "utf-8")
    with output.progress_bar("Working", screen) as progress:
        for done, total in ((1, 2), (1, 2), (2, 2), (3, 2), (7, 0)):
            progress(done, total)
    screen.flush()
    drawn = raw.getvalue().decode().split("\r")[1:]
    assert drawn[0] == f"Working [{'#' * 15}{'.' * 15}]  50 %"
    assert drawn[1] == f"Working [{'#' * 30}] 100 %"
    assert drawn[2] == f"Working [{'.' * 30}]     7\n"
    assert len(drawn) == 3


def test_a_stream_that_knows_few_letters_gets_escapes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "intake", "redact"],
        input="дапытвалі 🙂".encode(),
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        timeout=120,
    )
    assert done.returncode == 0
    assert done.stdout.startswith(b"\\u0434")


def test_output_without_an_encoding_of_its_own_is_taken_as_it_is() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.StringIO())
        assert run(["--version"]) == 0


# --- the entry ------------------------------------------------------------------------------------


def test_the_entry_hardens_the_process_and_runs_the_command(tmp_path: Path) -> None:
    done = process("redact", cwd=tmp_path, stdin=SAID.encode())
    assert done.returncode == 0
    assert b"Zubrava" not in done.stdout
    assert process("nonsense", cwd=tmp_path).returncode == 2
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            START,
        ],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert told.stdout.splitlines()[1] == f"0 {0o077} False"


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_command_that_is_ended_from_outside_is_exit_130(tmp_path: Path, name: str) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "intake", "redact"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert child.stdin is not None
    assert child.stderr is not None
    # More than a pipe holds: the command is at work when the signal comes.
    child.stdin.write(b"they came early. " * 10_000)
    child.stdin.flush()
    child.send_signal(getattr(signal, name))
    _, told = child.communicate(timeout=60)
    assert child.returncode == 130
    assert told.decode() == "Stopped. Nothing was left half-written. [C01]\n"


def _with_child(code: str, *, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=cwd
    )


def test_ctrl_c_before_the_command_takes_over_is_exit_130_too(tmp_path: Path) -> None:
    code = """
import sys
import intake.cli.main
from intake.__main__ import main
def interrupted(words): raise KeyboardInterrupt
intake.cli.main.run = interrupted
sys.exit(main(["--version"]))
"""
    done = _with_child(code, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (130, "")


@pytest.mark.parametrize("words", [[], ["--demo"], ["--locked", "vault"], ["--thrown-away"]])
def test_words_of_the_window_go_to_the_window(tmp_path: Path, words: list[str]) -> None:
    code = f"""
import sys
import intake.gui.app
from intake.__main__ import main
intake.gui.app.run = lambda words: print(words) or 0
sys.exit(main({words!r}))
"""
    done = _with_child(code, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"{words!r}\n")


def test_without_qt_the_window_says_what_is_missing(tmp_path: Path) -> None:
    code = """
import sys
sys.modules["PySide6"] = None
from intake.__main__ import main
sys.exit(main(["--demo"]))
"""
    done = _with_child(code, cwd=tmp_path)
    assert done.returncode == 7
    assert done.stderr.startswith("This cannot be done now (the window needs Qt;")


def test_a_part_of_the_program_that_is_missing_is_no_lack_of_qt(tmp_path: Path) -> None:
    code = """
import sys
sys.modules["intake.gui.app"] = None
from intake.__main__ import main
main([])
"""
    done = _with_child(code, cwd=tmp_path)
    assert done.returncode == 1
    assert "intake.gui.app" in done.stderr
