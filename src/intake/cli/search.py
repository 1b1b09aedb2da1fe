"""The command ``intake search``."""

from __future__ import annotations

import argparse

from intake.cli.commands import Commands, Parser, add_command, add_json, add_vault
from intake.cli.opening import opened
from intake.cli.output import note, say, say_json
from intake.services import search

_DEFAULT_LIMIT = 20


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake search``."""
    parser = add_command(commands, "search", "search everything in a vault", _run)
    add_vault(parser)
    parser.add_argument("query", metavar="QUERY", help="words; the last one may be a beginning")
    parser.add_argument(
        "--limit",
        type=int,
        default=_DEFAULT_LIMIT,
        metavar="N",
        help=f"show at most so many hits; {_DEFAULT_LIMIT} unless said otherwise",
    )
    add_json(parser)


def _run(options: argparse.Namespace) -> int:
    with opened(options, reads=True) as session:
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
    if not hits:
        note("Nothing found. Only the last word may be a beginning: try fewer letters of it.")
    for hit in hits:
        say(f"{hit.code}  {hit.question or hit.place.value}  {' '.join(hit.snippet.split())}")
    return 0
