"""Commands on keys: create an analyst's key, show the vault's own, trust somebody's."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from intake.cli.opening import add_vault, opened
from intake.cli.output import note, say, say_json
from intake.cli.secrets import add_passphrase_options, ask_twice, passphrase
from intake.cli.vault import Commands
from intake.errors import DestinationExistsError
from intake.services import team


def add_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``intake key ...``."""
    group = commands.add_parser("key", help="create, show and trust keys")
    inner = group.add_subparsers(dest="subcommand", required=True, metavar="COMMAND")
    create = inner.add_parser("create", help="create an analyst's key file and FILE.pub")
    create.add_argument("file", type=Path, metavar="FILE")
    add_passphrase_options(create)
    create.set_defaults(run=_create)
    show = inner.add_parser("show", help="show a vault's own public key")
    add_vault(show)
    show.add_argument("--out", type=Path, metavar="KEYFILE", help="write the public key here")
    show.add_argument("--json", action="store_true", help="one JSON document on stdout")
    show.set_defaults(run=_show)
    trust = inner.add_parser("trust", help="pin somebody's public key under a name")
    add_vault(trust)
    trust.add_argument("name", metavar="NAME")
    trust.add_argument("key_file", type=Path, metavar="KEYFILE")
    trust.set_defaults(run=_trust)


def _create(options: argparse.Namespace) -> int:
    named = options.passphrase_fd is not None or options.passphrase_file is not None
    interactive = sys.stdin.isatty() and not named
    prompt = "Passphrase for the key file: "
    secret = ask_twice(prompt) if interactive else passphrase(options, prompt)
    try:
        key = team.create_key(options.file, secret)
    finally:
        secret.wipe()
    say(key.words)
    note(f"Give {options.file}.pub to those who send you bundles; compare the six words by voice.")
    return 0


def _show(options: argparse.Namespace) -> int:
    with opened(options) as session:
        key = team.own_key(session)
    if options.out is not None:
        _write_new(options.out, key.text)
    if options.json:
        say_json(
            {
                "name": key.name,
                "words": key.words,
                "bundle_words": team.bundle_words(key),
                "public_key": key.text,
            }
        )
        return 0
    say(key.words)
    for group, words in team.bundle_words(key).items():
        note(f"Who gets a bundle for {group} sees: {words}")
    if options.out is None:
        say(key.text)
    return 0


def _write_new(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise DestinationExistsError(path=str(path)) from error


def _trust(options: argparse.Namespace) -> int:
    with opened(options, writes=True) as session:
        key, _changes = team.trust(session, options.name, options.key_file)
    say(key.words)
    note("Compare these six words with the owner of the key over another channel.")
    return 0
