"""What all groups of commands share: how a command is added, and its usual options."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from intake.cli.secrets import add_passphrase_options

Commands = argparse._SubParsersAction  # noqa: SLF001 (argparse names no public type for it)
Parser = argparse.ArgumentParser
Run = Callable[[argparse.Namespace], int]


def add_group(commands: Commands[Parser], name: str, told: str) -> Commands[Parser]:
    """Add a group of commands, ``intake vault ...``, and return what takes them."""
    group = commands.add_parser(name, help=told, description=_sentence(told))
    return group.add_subparsers(dest="subcommand", required=True, metavar="COMMAND")


def add_command(commands: Commands[Parser], name: str, told: str, run: Run) -> Parser:
    """Add a command; ``told`` is its one line of help."""
    parser = commands.add_parser(name, help=told, description=_sentence(told))
    parser.set_defaults(run=run)
    return parser


def vault_folder(text: str) -> Path:
    """Return the folder that somebody has named, whole: its siblings have names made of its own.

    A link stays one.
    """
    path = Path(text)
    if path.name in {"", ".."}:
        return Path(os.path.realpath(path))
    return Path(os.path.realpath(path.parent), path.name)


def add_vault(parser: Parser) -> None:
    """Add the vault's path and the ways to give its passphrase."""
    parser.add_argument("vault", type=vault_folder, metavar="VAULT", help="folder of the vault")
    add_passphrase_options(parser)


def add_json(parser: Parser) -> None:
    """Add ``--json``."""
    parser.add_argument("--json", action="store_true", help="print one JSON document on stdout")


def _sentence(told: str) -> str:
    return f"{told[:1].upper()}{told[1:]}."
