"""The command ``intake redact``: redacts text without a vault; strict unless said otherwise."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from intake.cli.commands import Commands, Parser, add_command, add_json
from intake.cli.output import note, say_json, say_text
from intake.errors import UsageError
from intake.redaction.lists import LANGUAGES
from intake.services import redacting

_NOTHING = redacting.Profile.NONE  # a profile of bundles: no text leaves


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake redact``."""
    parser = add_command(commands, "redact", "redact a text; needs no vault", _run)
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="text in UTF-8; stdin when left out"
    )
    parser.add_argument(
        "--lang", default="", metavar="CODE", help="language of the text: be, en, pl, ru, uk ..."
    )
    parser.add_argument(
        "--profile",
        choices=[profile.value for profile in redacting.Profile if profile is not _NOTHING],
        default=redacting.Profile.STRICT.value,
        help="how much is masked; strict unless said otherwise",
    )
    parser.add_argument(
        "--identities", type=Path, metavar="FILE", help="JSON list of the people in the text"
    )
    parser.add_argument("--jsonl", action="store_true", help="one JSON document a line, in and out")
    add_json(parser)


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
    if options.lang and options.lang.split("-")[0].lower() not in LANGUAGES:
        note(
            f"No word lists for the language {options.lang}, only for {', '.join(LANGUAGES)}: "
            "more words may be masked, and names may be missed. Read the result with care."
        )
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
        say_text(result.text)
    return 0
