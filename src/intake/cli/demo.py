"""The command ``intake demo``: the main job without a window, on made-up cases."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_json
from intake.cli.output import note, progress_bar, say, say_json
from intake.services import demo


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake demo``."""
    parser = add_command(commands, "demo", "do the main job on made-up cases in a new folder", _run)
    parser.add_argument("directory", type=Path, metavar="DIR", help="a new or empty folder")
    add_json(parser)


def _run(options: argparse.Namespace) -> int:
    with progress_bar("Demo") as progress:
        result = demo.run(options.directory, progress)
    if options.json:
        say_json(
            {
                "vault": str(result.vault),
                "passphrase_file": str(result.passphrase_file),
                "analyst_key": str(result.analyst_key),
                "bundle": str(result.bundle),
                "sha256": result.receipt.sha256,
                "cases": result.receipt.cases,
                "verification": result.verified.as_document(),
            }
        )
        return 0
    note("Made-up interviews were imported, reviewed, and shared in a bundle that was verified.")
    say(
        f"vault       {result.vault}",
        f"passphrase  {result.passphrase_file}",
        f"key         {result.analyst_key}",
        f"bundle      {result.bundle}",
    )
    return 0
