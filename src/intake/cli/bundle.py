"""Commands on bundles: verify, open, and unite many of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_group, add_json, vault_folder
from intake.cli.opening import opened
from intake.cli.output import counted, note, progress_bar, say, say_json
from intake.cli.secrets import add_passphrase_options, passphrase
from intake.errors import IntakeError
from intake.services import bundles, collating
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
    opening.add_argument(
        "--also",
        action="append",
        choices=[extra.value for extra in bundles.Extra],
        help="the tables once more in another form, below DIR/extras; may be repeated; "
        "esf is CSV by entity of the Events Standard Formats; "
        "parquet, spss and stata need case-intake[analysis]",
    )
    uniting = add_command(
        inner, "collate", "verify bundles and unite them in one data set for analysis", _collate
    )
    uniting.add_argument("directory", type=Path, metavar="DIR", help="a new or empty folder")
    uniting.add_argument("files", type=Path, nargs="+", metavar="FILE", help="the bundles")
    for parser in (verify, opening, uniting):
        _add_opening(parser)


def _add_opening(parser: Parser) -> None:
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--vault",
        type=vault_folder,
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
    elif options.key is not None or any(map(bundles.needs_passphrase, _files(options))):
        with passphrase(options, "Passphrase: ") as secret:
            yield Means(key_file=options.key, passphrase=secret, signer=options.signer)
    else:
        yield Means(signer=options.signer)


def _files(options: argparse.Namespace) -> list[Path]:
    return getattr(options, "files", None) or [options.file]


def _verify(options: argparse.Namespace) -> int:
    with _means(options) as means:
        report = bundles.verify(options.file, means)
    _tell(report, as_json=options.json)
    return 0


def _open(options: argparse.Namespace) -> int:
    with _means(options) as means:
        extras = [bundles.Extra(each) for each in dict.fromkeys(options.also or ())]
        report = bundles.open_bundle(options.file, options.directory, means, extras)
    _tell(report, as_json=options.json)
    note(f"Written to {options.directory}. These files are not encrypted.")
    return 0


def _collate(options: argparse.Namespace) -> int:
    at: list[Path] = []
    try:
        with _means(options) as means, progress_bar("Uniting") as progress:
            found = collating.unite(
                options.directory, options.files, means, progress, began=at.append
            )
    except IntakeError:
        if at:
            note(f"In {at[-1]}:")
        raise
    if options.json:
        say_json(collating.as_document(found))
    else:
        _tell_united(found)
    for path in found.repeated:
        note(f"{path} holds a bundle that was there already; it counts once.")
    note(f"Written to {options.directory}. These files are not encrypted.")
    return 0


def _tell_united(found: collating.Collation) -> None:
    risk = found.risk
    say(counted(len(found.bundles), "bundle"))
    for name, rows in sorted(found.tables.items()):
        say(f"  {name}  {rows}")
    say(
        f"Groups of rows alike: {risk.classes}, the smallest of {risk.smallest}",
        f"Rows in groups of fewer than {risk.k}: {risk.rows_under_k}",
    )
    note("Bundles of one sender can hold the same people: their rows do not add up to people.")


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
