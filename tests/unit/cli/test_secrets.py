"""Secrets come from a prompt, a descriptor or a file; from nothing else, and leave no trace."""

from __future__ import annotations

import os
import termios
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.cli import secrets
from intake.cli.main import parser
from tests.unit.cli.conftest import PASSPHRASE, CommandLine, Done, Terminal, typing

AtTerminal = Callable[..., Done]
LONGEST = secrets.LONGEST


def test_no_option_takes_a_secret_itself() -> None:
    """Arguments are in the list of processes, and in the history of the shell."""
    for options in every_option(parser()):
        if "passphrase" in options:
            assert options.endswith(("-fd", "-file"))


def every_option(at: object) -> list[str]:
    found: list[str] = []
    for action in at._actions:  # type: ignore[attr-defined]  # argparse names no public way
        found += action.option_strings
        if isinstance(action.choices, dict):
            for below in action.choices.values():
                found += every_option(below)
    return found


def test_the_environment_is_not_asked(
    intake: CommandLine, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("INTAKE_PASSPHRASE", "PASSPHRASE"):
        monkeypatch.setenv(name, PASSPHRASE)
    done = intake.bare("case", "list", vault)
    assert done.code == 2
    assert "--passphrase-fd or --passphrase-file" in done.err


def test_stdin_is_no_prompt_unless_it_is_a_terminal(intake: CommandLine, vault: Path) -> None:
    assert intake.bare("case", "list", vault, stdin=PASSPHRASE.encode()).code == 2


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_one_line_end_behind_the_passphrase_does_not_count(
    intake: CommandLine, vault: Path, end: str
) -> None:
    intake.secret.write_bytes((PASSPHRASE + end).encode())
    assert intake("case", "list", vault).code == 0
    intake.secret.write_bytes((PASSPHRASE + "\n" + (end or "\n")).encode())
    assert intake("case", "list", vault).code == 5


def test_a_descriptor_is_read_and_left_open(intake: CommandLine, vault: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode())
    os.close(writing)
    assert intake.bare("case", "list", vault, "--passphrase-fd", str(reading)).code == 0
    os.fstat(reading)
    os.close(reading)


@pytest.mark.parametrize("number", ["-1", "9999", "99999999999999999999"])
def test_a_descriptor_that_is_not_open_is_usage(
    intake: CommandLine, vault: Path, number: str
) -> None:
    done = intake.bare("case", "list", vault, f"--passphrase-fd={number}")
    assert done.code == 2
    assert "cannot be read" in done.err


def test_a_file_that_is_not_there_is_usage(intake: CommandLine, vault: Path) -> None:
    for path in ("nowhere", "."):
        done = intake.bare("case", "list", vault, "--passphrase-file", path)
        assert done.code == 2
        assert "cannot be read" in done.err


def test_a_secret_has_a_longest_length(intake: CommandLine, vault: Path) -> None:
    intake.secret.write_bytes(b"x" * LONGEST)
    assert intake("case", "list", vault).code == 5
    intake.secret.write_bytes(b"x" * (LONGEST + 1))
    done = intake("case", "list", vault)
    assert done.code == 2
    assert str(LONGEST) in done.err


def test_a_missing_vault_is_told_before_a_passphrase_is_asked(
    intake: CommandLine, at_terminal: AtTerminal
) -> None:
    assert at_terminal(("case", "list", "nowhere")).code == 3


def test_a_passphrase_is_asked_for_without_echo(
    intake: CommandLine, vault: Path, at_terminal: AtTerminal
) -> None:
    done = at_terminal(("case", "list", vault), PASSPHRASE)
    assert done.code == 0
    assert done.err.startswith("Passphrase: \n")
    assert PASSPHRASE not in done.err
    assert at_terminal(("case", "list", vault), "not this one, whatever").code == 5


def test_the_terminal_echoes_again_afterwards_whatever_happened() -> None:
    terminal = Terminal([PASSPHRASE, "x" * 2000])
    master, slave = os.openpty()
    before = termios.tcgetattr(slave)
    typist = threading.Thread(target=lambda: _type_when_quiet(master, slave))
    typist.start()
    with secrets._without_echo(slave) as found:
        assert bytes(found.view()) == b"made up\n"
    typist.join()
    assert termios.tcgetattr(slave) == before
    os.close(master)
    os.close(slave)
    assert terminal.questions == 0


def _type_when_quiet(master: int, slave: int) -> None:
    while termios.tcgetattr(slave)[3] & termios.ECHO:
        pass
    os.write(master, b"made up\n")


def test_a_key_file_is_made_on_a_terminal_with_a_passphrase_typed_twice(
    intake: CommandLine, at_terminal: AtTerminal
) -> None:
    done = at_terminal(("key", "create", "analyst.txt"), PASSPHRASE, PASSPHRASE)
    assert done.code == 0, done.err
    assert len(done.out.split()) == 6


def test_where_a_terminal_cannot_be_quieted_the_system_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A system without terminals of this kind has a prompt of its own."""
    monkeypatch.setitem(__import__("sys").modules, "termios", None)
    monkeypatch.setattr("getpass.getpass", lambda prompt: PASSPHRASE + prompt)
    with secrets._without_echo(0) as found:
        assert bytes(found.view()) == PASSPHRASE.encode()


def test_a_line_ends_a_prompt_and_nothing_behind_it_counts() -> None:
    terminal = Terminal(["first line"])
    with typing(terminal, lambda: ""):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stderr", terminal)
            found = secrets.ask("Passphrase: ")
        with found:
            assert bytes(found.view()) == b"first line\n"
