"""``--split``: the recovery key as three sheets on the command line."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import CHEAP, CommandLine, Done

NEW_PASSPHRASE = "seven oblong canyons another invented ladder"
RESET = ("vault", "passphrase", "vault", "--with-recovery-key", *CHEAP)
AtTerminal = Callable[..., Done]


def sheet_shown(number: int) -> Callable[[str], str]:
    return lambda shown: shown.splitlines()[2 * number - 1]


def test_the_sheets_are_printed_with_number_and_words(intake: CommandLine) -> None:
    done = intake("vault", "create", "vault", *CHEAP, "--split")
    assert done.code == 0, done.err
    titles, groups = done.out.splitlines()[::2], done.out.splitlines()[1::2]
    words = {title.split(", ")[1] for title in titles}
    assert [title.split(",")[0] for title in titles] == [f"Sheet {n} of 3" for n in (1, 2, 3)]
    assert len(words) == 1
    assert all([len(group) for group in line.split()] == [4] * 10 for line in groups)
    assert not any(line.split()[1] in done.err for line in groups)


def test_any_two_sheets_set_a_new_passphrase_and_one_does_not(intake: CommandLine) -> None:
    sheets = intake.ok("vault", "create", "vault", *CHEAP, "--split").splitlines()[1::2]
    new = intake.write("new.txt", NEW_PASSPHRASE)
    more = ("--passphrase-file", "paper.txt", "--new-passphrase-file", new)
    for sheet in sheets:
        intake.write("paper.txt", sheet)
        done = intake.bare(*RESET, *more)
        assert done.code == 5
        assert "one sheet of three" in done.err
    for pair in itertools.permutations(sheets, 2):
        intake.write("paper.txt", "\n".join(pair) + "\n")
        assert intake.bare(*RESET, *more).code == 0
    assert intake.bare("case", "list", "vault", "--passphrase-file", new).code == 0


@pytest.mark.parametrize("command", ["recovery", "rekey"])
def test_a_new_key_can_be_split(intake: CommandLine, vault: Path, command: str) -> None:
    costs = CHEAP if command == "rekey" else ()
    sheets = intake.ok("vault", command, vault, *costs, "--split").splitlines()[1::2]
    intake.write("paper.txt", " ".join(sheets[1:]))
    new = intake.write("new.txt", NEW_PASSPHRASE)
    more = ("--passphrase-file", "paper.txt", "--new-passphrase-file", new)
    assert intake.bare(*RESET, *more).code == 0


def test_on_a_terminal_each_sheet_is_typed_back(
    intake: CommandLine, vault: Path, at_terminal: AtTerminal
) -> None:
    secret = intake.secret.read_text().strip()
    first, second, third = (sheet_shown(number) for number in (1, 2, 3))
    wrong = at_terminal(("vault", "recovery", vault, "--split"), secret, first, third)
    assert wrong.code == 2
    assert "not sheet 2" in wrong.err
    done = at_terminal(("vault", "recovery", vault, "--split"), secret, first, second, third)
    assert done.code == 0, done.err


def test_on_a_terminal_who_types_one_sheet_is_asked_for_another(
    intake: CommandLine, at_terminal: AtTerminal
) -> None:
    sheets = intake.ok("vault", "create", "vault", *CHEAP, "--split").splitlines()[1::2]
    answers = (sheets[2], sheets[0], NEW_PASSPHRASE, NEW_PASSPHRASE)
    done = at_terminal(RESET, *answers)
    assert done.code == 0, done.err
    again = at_terminal(RESET, "no key at all", NEW_PASSPHRASE, NEW_PASSPHRASE)
    assert again.code == 5


def test_on_a_terminal_a_whole_key_is_asked_for_once(
    intake: CommandLine, at_terminal: AtTerminal
) -> None:
    key = intake.ok("vault", "create", "vault", *CHEAP).strip()
    done = at_terminal(RESET, key, NEW_PASSPHRASE, NEW_PASSPHRASE)
    assert done.code == 0, done.err
