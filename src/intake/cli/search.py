"""The command ``intake search``."""

from __future__ import annotations

import argparse

from intake.cli.opening import add_vault, opened
from intake.cli.output import say, say_json
from intake.cli.vault import Commands
from intake.services import search

_DEFAULT_LIMIT = 20


def add_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``intake search``."""
    parser = commands.add_parser("search", help="search everything in a vault")
    add_vault(parser)
    parser.add_argument("query", metavar="QUERY", help="words; the last one may be a beginning")
    parser.add_argument("--limit", type=int, default=_DEFAULT_LIMIT, metavar="N")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    with opened(options) as session:
        hits = search.search(session, options.query, options.limit)
    if options.json:
        say_json(
            {
                "hits": [
                    {
                        "code": hit.code,
                        "field": hit.question or hit.place.value,
                        "snippet": hit.snippet,
                        "ranges": [list(span) for span in hit.ranges],
                    }
                    for hit in hits
                ]
            }
        )
        return 0
    for hit in hits:
        say(f"{hit.code}  {hit.question or hit.place.value}  {' '.join(hit.snippet.split())}")
    return 0
