"""Commands on bundles: verify and open."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.cli.opening import opened
from intake.cli.output import note, say, say_json
from intake.cli.secrets import add_passphrase_options, passphrase
from intake.cli.vault import Commands
from intake.services import bundles
from intake.services.session import VaultSession
from intake.vault.secret import Secret


def add_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``intake bundle ...``."""
    group = commands.add_parser("bundle", help="verify and open bundles")
    inner = group.add_subparsers(dest="subcommand", required=True, metavar="COMMAND")
    verify = inner.add_parser("verify", help="check digests, signature and schema")
    verify.add_argument("file", type=Path, metavar="FILE")
    _add_opening(verify)
    verify.set_defaults(run=_verify)
    opening = inner.add_parser("open", help="verify, then write the files into a new folder")
    opening.add_argument("file", type=Path, metavar="FILE")
    opening.add_argument("directory", type=Path, metavar="DIR")
    _add_opening(opening)
    opening.set_defaults(run=_open)


def _add_opening(parser: argparse.ArgumentParser) -> None:
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--vault", type=Path, metavar="VAULT", help="open with this vault's key")
    way.add_argument("--key", type=Path, metavar="F", help="open with this analyst's key file")
    parser.add_argument("--signer", metavar="KEYFILE", help="trust this signer, or 'any'")
    add_passphrase_options(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


@contextmanager
def _means(options: argparse.Namespace) -> Iterator[tuple[VaultSession | None, Secret | None]]:
    """Yield the open vault or the passphrase that the options name."""
    if options.vault is not None:
        with opened(options) as session:
            yield session, None
        return
    needed = options.key is not None or bundles.needs_passphrase(options.file)
    if not needed:
        yield None, None
        return
    secret = passphrase(options, "Passphrase: ")
    try:
        yield None, secret
    finally:
        secret.wipe()


def _verify(options: argparse.Namespace) -> int:
    with _means(options) as (session, secret):
        means = bundles.Means(session, options.key, secret, options.signer)
        report = bundles.verify(options.file, means)
    _tell(report, as_json=options.json)
    return 0


def _open(options: argparse.Namespace) -> int:
    with _means(options) as (session, secret):
        means = bundles.Means(session, options.key, secret, options.signer)
        report = bundles.open_bundle(options.file, options.directory, means)
    _tell(report, as_json=options.json)
    note(f"Written to {options.directory}. These files are not encrypted.")
    return 0


def _tell(report: bundles.VerifyReport, *, as_json: bool) -> None:
    if as_json:
        say_json(report.as_document())
        return
    trust = "trusted" if report.trusted else "NOT trusted, accepted on purpose"
    say(
        f"Bundle {report.bundle_id}\n"
        f"Signed by {report.signer or 'an unnamed key'} ({trust}): {report.signer_words}\n"
        f"Policy {report.policy}, purpose {report.purpose}, for {report.group}, {report.month}\n"
        f"Statements reviewed by a person: {'yes' if report.reviewed else 'no'}"
    )
    for name, size in report.files:
        say(f"  {name}  {size}")
    for reason, count in sorted(report.withheld.items()):
        say(f"  left out, {reason}: {count}")
