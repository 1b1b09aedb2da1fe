"""Commands on bundles: verify and open."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_group, add_json
from intake.cli.opening import opened
from intake.cli.output import note, say, say_json
from intake.cli.secrets import add_passphrase_options, passphrase
from intake.services import bundles
from intake.services.bundles import Means


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake bundle ...``."""
    inner = add_group(commands, "bundle", "verify and open bundles")
    verify = add_command(
        inner, "verify", "check digests, signature and schema; write nothing", _verify
    )
    verify.add_argument("file", type=Path, metavar="FILE", help="the bundle")
    opening = add_command(inner, "open", "verify, then write the files into a new folder", _open)
    opening.add_argument("file", type=Path, metavar="FILE", help="the bundle")
    opening.add_argument("directory", type=Path, metavar="DIR", help="a new or empty folder")
    for parser in (verify, opening):
        _add_opening(parser)


def _add_opening(parser: Parser) -> None:
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--vault",
        type=Path,
        metavar="VAULT",
        help="open with this vault's key; the keys it trusts are trusted",
    )
    way.add_argument("--key", type=Path, metavar="F", help="open with this analyst's key file")
    parser.add_argument(
        "--signer",
        metavar="KEYFILE",
        help="public key file of the signer to trust, or 'any' to trust nobody on purpose",
    )
    add_passphrase_options(parser)
    add_json(parser)


@contextmanager
def _means(options: argparse.Namespace) -> Iterator[Means]:
    """Yield what the options name to open the bundle with."""
    if options.vault is not None:
        with opened(options) as session:
            yield Means(session, signer=options.signer)
    elif options.key is not None or bundles.needs_passphrase(options.file):
        with passphrase(options, "Passphrase: ") as secret:
            yield Means(key_file=options.key, passphrase=secret, signer=options.signer)
    else:
        yield Means(signer=options.signer)


def _verify(options: argparse.Namespace) -> int:
    with _means(options) as means:
        report = bundles.verify(options.file, means)
    _tell(report, as_json=options.json)
    return 0


def _open(options: argparse.Namespace) -> int:
    with _means(options) as means:
        report = bundles.open_bundle(options.file, options.directory, means)
    _tell(report, as_json=options.json)
    note(f"Written to {options.directory}. These files are not encrypted.")
    return 0


def _reviewed(report: bundles.VerifyReport) -> str:
    if not report.statements:
        return "no statements inside"
    return "yes" if report.reviewed else "no"


def _tell(report: bundles.VerifyReport, *, as_json: bool) -> None:
    if as_json:
        say_json(report.as_document())
        return
    trust = "trusted" if report.trusted else "NOT trusted, accepted on purpose"
    say(
        f"Bundle {report.bundle_id}",
        f"Signed by {report.signer or 'an unnamed key'} ({trust}): {report.signer_words}",
        f"Policy {report.policy}, purpose {report.purpose}, for {report.group}, {report.month}",
        f"Statements reviewed by a person: {_reviewed(report)}",
    )
    for name, size in report.files:
        say(f"  {name}  {size}")
    for reason, count in sorted(report.withheld.items()):
        say(f"  left out, {reason}: {count}")
