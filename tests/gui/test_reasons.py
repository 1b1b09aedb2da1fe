"""Reasons inside of errors are told in the language of the window."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import intake
from intake.errors import RefusedError, UsageError
from intake.gui.errors import explain
from intake.gui.i18n import Interpreter
from intake.gui.reasons import REASONS, TEMPLATES

SOURCES = Path(intake.__file__).parent
ROOMS = ("services", "export", "store", "vault")
# Only the command line calls these.
NO_WINDOW = {"redacting.py", "questionnaires.py", "search.py", "bundles.py"}
# Only the command line reads bundles and has the options that lead to these.
NO_BUTTON = {
    "A bundle was made from this seed before. Use another seed.",
    "--unreviewed-statements goes with --accept-suggestions.",
    "Name one recipient group.",
    "Name a recipient's key, a bundle passphrase, or --unencrypted.",
    (
        "The sender made this bundle for readers whom it names, and its encryption to them was "
        "taken off or put on again. Ask the sender for the file itself, and open it with the key "
        "that it was made for."
    ),
    "There is no text with this number in the request.",
    "pyreadstat does not write this table",
    "pyreadstat writes another form of file",
    "Choose 64 to 2048 MiB of memory and 3 to 16 passes for the key derivation.",
}
# Made with values, which no catalogue holds. A window checks these before it asks for the work, or
# offers nothing that leads there.
ASKED_BEFORE = {
    "The form has no question {} here.",
    "The smallest group is {}; below that somebody stands out.",
    "There is no case {}. List the cases to see their codes.",
    "There is no key file {}, and no trusted key has this name.",
    "statements that wait for a second look: {}",
    "{}: {}",
    "A label has at most {} characters.",
    "Name at least one trusted key that can open the parcel.",
    "Name the trusted keys that have the parcel.",
    "No case was sealed here under this number. List the parcels.",
    "No trusted key has the name {}. Trust it first.",
}
# What the machine reports, for whoever mends it; the sentence around it is translated.
OF_THE_MACHINE = {
    "key derivation, code {}",
    "os.strerror(number or errno.EIO)",
    "reason",
    "the database setting {} is not in force",
    "the disk reports error {}",
    "the old vault could not be destroyed at {}",
    "{} cannot be read",
}
ELSEWHERE = NO_BUTTON | ASKED_BEFORE | OF_THE_MACHINE


def raised() -> Iterator[str]:
    """Yield every sentence that the rooms below the window put into an error.

    Where it is made with values, ``{}`` stands for each of them.
    """
    for room in ROOMS:
        for file in sorted((SOURCES / room).rglob("*.py")):
            if room == "services" and file.name in NO_WINDOW:
                continue
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                    continue
                for word in node.keywords if node.func.id.endswith("Error") else ():
                    if word.arg in {"what", "reason"}:
                        yield _sentence(word.value)


def _sentence(value: ast.expr) -> str:
    """Return a text with ``{}`` for each value in it; what is no text at all, as it is written."""
    if isinstance(value, ast.JoinedStr):
        return "".join(_sentence(part) for part in value.values)
    if isinstance(value, ast.FormattedValue):
        return "{}"
    return str(value.value) if isinstance(value, ast.Constant) else ast.unparse(value)


def test_every_reason_that_the_window_can_show_is_in_the_catalogue() -> None:
    found = set(raised())
    with_values = {re.sub(r"\{\w+\}", "{}", each) for each in TEMPLATES}
    assert found - ELSEWHERE == REASONS | with_values
    assert found >= ELSEWHERE


@pytest.mark.parametrize("language", ["be", "ru"])
def test_no_reason_is_told_in_english(interpreter: Interpreter, language: str) -> None:
    interpreter.speak(language)
    for reason in REASONS:
        for error in (UsageError(what=reason), RefusedError(reason=reason)):
            assert reason not in explain(error).text


@pytest.mark.parametrize("language", ["be", "ru"])
def test_reasons_with_values_are_told_with_them(interpreter: Interpreter, language: str) -> None:
    interpreter.speak(language)
    for template in TEMPLATES:
        names = re.findall(r"\{(\w+)\}", template)
        values = {name: f"Z-{number} (x)" for number, name in enumerate(names)}
        told = explain(RefusedError(reason=template.format(**values))).text
        assert template.format(**values) not in told
        assert all(value in told for value in values.values())


def test_what_is_no_reason_of_ours_stays_as_it_is(interpreter: Interpreter) -> None:
    interpreter.speak("be")
    assert explain(UsageError(what="/media/stick")).text == "/media/stick"
