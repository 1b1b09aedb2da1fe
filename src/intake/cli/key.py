"""Commands on keys: create an analyst's key, show the vault's own, trust somebody's."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_group, add_json, add_vault
from intake.cli.opening import opened
from intake.cli.output import note, say, say_json
from intake.cli.secrets import add_passphrase_options, ask_twice, is_given, passphrase
from intake.services import team


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake key ...``."""
    inner = add_group(commands, "key", "create, show and trust keys")
    create = add_command(inner, "create", "create an analyst's key file and FILE.pub", _create)
    create.add_argument("file", type=Path, metavar="FILE", help="new file for the secret key")
    add_passphrase_options(create)
    show = add_command(inner, "show", "show a vault's own public key and its words", _show)
    add_vault(show)
    show.add_argument("--out", type=Path, metavar="KEYFILE", help="write the public key here")
    add_json(show)
    trust = add_command(inner, "trust", "pin somebody's public key under a name", _trust)
    add_vault(trust)
    trust.add_argument("name", metavar="NAME", help="what the owner is called here")
    trust.add_argument("key_file", type=Path, metavar="KEYFILE", help="public key file")


def _create(options: argparse.Namespace) -> int:
    prompt = "Passphrase for the key file: "
    interactive = sys.stdin.isatty() and not is_given(options)
    with ask_twice(prompt) if interactive else passphrase(options, prompt) as secret:
        key = team.create_key(options.file, secret)
    say(key.words)
    note(f"Give {options.file}.pub to those who send you bundles; compare the six words by voice.")
    return 0


def _show(options: argparse.Namespace) -> int:
    with opened(options) as session:
        key = team.own_key(session)
    if options.out is not None:
        team.save_public_key(key, options.out)
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
    note("Whoever pins this key (intake key trust) compares the six words above.")
    for group, words in team.bundle_words(key).items():
        note(f"Whoever reads a bundle for {group} compares: {words}")
    if options.out is None:
        say(*key.text.splitlines())
    return 0


def _trust(options: argparse.Namespace) -> int:
    with opened(options) as session:
        key, _changes = team.trust(session, options.name, options.key_file)
    say(key.words)
    note("Compare these six words with the owner of the key over another channel.")
    return 0
