"""The command ``intake redact``: redacts text without a vault; strict unless said otherwise."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from intake.cli.output import say, say_json
from intake.cli.vault import Commands
from intake.errors import UsageError
from intake.services import redacting


def add_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``intake redact``."""
    parser = commands.add_parser("redact", help="redact a text; needs no vault")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="stdin when left out")
    parser.add_argument("--lang", default="", metavar="CODE", help="language of the text")
    profiles = [profile.value for profile in redacting.Profile]
    parser.add_argument("--profile", choices=profiles, default=redacting.Profile.STRICT.value)
    parser.add_argument("--identities", type=Path, metavar="FILE", help="JSON: who is known")
    parser.add_argument("--jsonl", action="store_true", help="one JSON document a line, in and out")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    parser.set_defaults(run=_run)


@contextmanager
def _source(path: Path | None) -> Iterator[BinaryIO]:
    if path is None:
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise UsageError(what=f"The file {path} cannot be read. Check its path.") from error
    with file:
        yield file


def _run(options: argparse.Namespace) -> int:
    profile = redacting.Profile(options.profile)
    known = redacting.read_identities(options.identities) if options.identities else ()
    with _source(options.file) as file:
        if options.jsonl:
            for line in redacting.redact_lines(file, options.lang, profile, known):
                print(line)
            return 0
        result = redacting.redact_bytes(file.read(), options.lang, profile, known)
    if options.json:
        say_json(result.as_document())
    else:
        say(result.text)
    return 0
