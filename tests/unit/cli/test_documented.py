"""docs/commands.md and ``--help`` say the same; what the page shows works."""

from __future__ import annotations

import argparse
import importlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake import errors
from intake.cli.main import parser
from intake.domain.consent import RecipientGroup, Use
from intake.export.extras import Extra, require
from tests.unit.cli.conftest import CommandLine

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "commands.md").read_text("utf-8")
OPTION = re.compile(r"--[a-z][a-z-]*")
EVERYWHERE = {"--help"}


def commands(
    at: argparse.ArgumentParser, words: tuple[str, ...] = ()
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield every command with its parser."""
    below = [a for a in at._actions if isinstance(a, argparse._SubParsersAction)]
    if not below:
        yield " ".join(words), at
    for action in below:
        for name, each in action.choices.items():
            yield from commands(each, (*words, name))


COMMANDS = dict(commands(parser()))


def section(command: str) -> str:
    """Return what the page says of a command, with what it says of its whole group."""
    parts = re.split(r"^(#{2,3}) (.*)$", PAGE, flags=re.MULTILINE)
    found = [
        body
        for title, body in zip(parts[2::3], parts[3::3], strict=True)
        if title == f"intake {command.split(maxsplit=1)[0]}"
        or re.fullmatch(rf"intake {command}( [A-Z\[].*)?", title)
    ]
    return "\n".join(found)


def described() -> set[str]:
    """Return the commands that have a heading of their own."""
    titles = re.findall(r"^#{2,3} intake ([a-z -]+?)(?: [A-Z\[].*)?$", PAGE, re.MULTILINE)
    groups = {command.split()[0] for command in COMMANDS if " " in command}
    return set(titles) - groups


def test_every_command_is_described_and_every_described_one_exists() -> None:
    assert described() == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_options_of_a_command_are_those_on_the_page(command: str) -> None:
    known = {
        option
        for action in COMMANDS[command]._actions
        for option in action.option_strings
        if option.startswith("--")
    }
    told = set(OPTION.findall(section(command)))
    others = {option for each in COMMANDS.values() for option in each._option_string_actions}
    assert known - EVERYWHERE <= told
    assert told & others <= known
    assert told <= others | EVERYWHERE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_choice_that_an_option_gives_is_on_the_page(command: str) -> None:
    told = section(command)
    choices = {
        str(each)
        for action in COMMANDS[command]._actions
        for each in action.choices or ()
        if each not in {*Use}  # these have a table of their own
    }
    assert [each for each in choices if not re.search(rf"\b{re.escape(each)}\b", told)] == []


def test_the_forms_that_are_said_to_need_a_package_are_those_that_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def absent(name: str) -> object:
        raise ImportError(name)

    def needs(extra: Extra) -> bool:
        try:
            require([extra])
        except errors.NoAnalysisError:
            return True
        return False

    monkeypatch.setattr(importlib, "import_module", absent)
    needing = [extra.value for extra in Extra if needs(extra)]
    said = f"{', '.join(needing[:-1])} and {needing[-1]} need"
    opening = COMMANDS["bundle open"]
    for text in (opening._option_string_actions["--also"].help, section("bundle open")):
        assert said in str(text).replace("`", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_arguments_of_a_command_stand_in_its_heading(command: str) -> None:
    wanted = []
    for action in COMMANDS[command]._actions:
        if not action.option_strings:
            word = str(action.metavar)
            wanted += {None: [word], "?": [f"[{word}]"], "*": [f"[{word} ...]"]}.get(
                str(action.nargs) if action.nargs else None, [word, f"[{word} ...]"]
            )
    assert f" intake {' '.join((command, *wanted))}\n" in PAGE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_and_argument_has_a_line_of_help(command: str) -> None:
    assert all(action.help for action in COMMANDS[command]._actions)


def test_the_exit_codes_are_those_of_the_errors() -> None:
    told = {int(number) for number in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)}
    raised = {
        kind.exit_code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.IntakeError)
    }
    assert told == raised | {0}


def test_uses_and_groups_are_all_named() -> None:
    for each in (*Use, *RecipientGroup):
        assert f"`{each.value}`" in PAGE


def test_every_output_has_a_schema_and_every_schema_an_output() -> None:
    schemas = ROOT / "src" / "intake" / "export" / "schemas"
    shipped = {path.stem.removeprefix("output-") for path in schemas.glob("output-*.json")}
    printing = {
        command.replace(" ", "-")
        for command, each in COMMANDS.items()
        if "--json" in each._option_string_actions
    }
    both = {"bundle-verify", "bundle-open"}  # they print the same
    assert shipped - {"bundle", "redact-line"} == printing - both
    assert both <= printing


def test_the_line_of_the_interchange_is_imported_as_it_is_shown(
    intake: CommandLine, empty_vault: Path
) -> None:
    block = PAGE.rpartition("```json\n")[2].partition("```")[0]
    intake.ok("case", "import", empty_vault, intake.write_cases(json.loads(block)))
    (shown,) = intake.json("case-show", "case", "show", empty_vault)["cases"]
    assert shown["answers"]["interview_city"] == "Batumi"
    assert shown["answers"]["residence_now"] == {"missing": "declined"}
    assert shown["consent"]["uses"]["analysis"]["withhold"] == ["region_of_origin"]
    assert shown["events"][0]["victims"] == ["P1"]
    assert shown["events"][0]["answers"]["act_date"] == "2020-08-11/2020-08-14"
    (person,) = shown["persons"]
    assert person["answers"]["names"] == ["Zubrava Lampavich"]
