"""Commands on questionnaires: check one that somebody else wrote."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_group
from intake.cli.output import note, say
from intake.services import questionnaires


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake form ...``."""
    inner = add_group(commands, "form", "check questionnaires")
    check = add_command(inner, "check", "check a questionnaire, cell by cell", _check)
    check.add_argument(
        "form",
        type=Path,
        metavar="FORM.xlsx",
        help="an XLSForm, or a folder with its sheets as CSV",
    )


def _check(options: argparse.Namespace) -> int:
    found = questionnaires.check(options.form)
    say(f"{found.reference}: {found.questions} questions, {', '.join(found.languages)}")
    note(f"{found.internal} of them are internal or have no class: their answers never leave.")
    return 0
