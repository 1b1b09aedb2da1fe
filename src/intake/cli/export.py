"""The command ``intake export``."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake.cli.opening import add_vault, opened
from intake.cli.output import note, progress_bar, say, say_json
from intake.cli.secrets import from_file
from intake.cli.vault import Commands
from intake.domain.consent import RecipientGroup, Use
from intake.errors import UsageError
from intake.services import cases, exports
from intake.services.session import VaultSession

_SEED_BYTES = 32


def add_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``intake export``."""
    parser = commands.add_parser("export", help="write a redacted, verified bundle")
    add_vault(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="file that must not exist")
    parser.add_argument("--policy", required=True, choices=[x.value for x in exports.Policy])
    parser.add_argument("--purpose", required=True, choices=[x.value for x in Use])
    groups = [x.value for x in RecipientGroup if x is not RecipientGroup.ANY]
    parser.add_argument("--recipient-group", required=True, choices=groups)
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--recipient", action="append", metavar="KEYFILE", help="may be repeated")
    way.add_argument("--bundle-passphrase-file", type=Path, metavar="F")
    way.add_argument("--unencrypted", action="store_true", help="a plain archive, on purpose")
    parser.add_argument("--case", action="append", metavar="CODE", help="only these cases")
    parser.add_argument("--k", type=int, default=exports.DEFAULT_K, metavar="N")
    parser.add_argument(
        "--accept-suggestions", action="store_true", help="mask all suggestions, unreviewed"
    )
    parser.add_argument(
        "--unreviewed-statements",
        action="store_true",
        help="with --accept-suggestions: let statements leave although nobody reviewed them",
    )
    parser.add_argument("--seed-file", type=Path, metavar="F", help="32 bytes, for tests")
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    with opened(options, writes=True) as session:
        request = _request(session, options)
        with progress_bar("Planning") as progress:
            planned = exports.plan(session, request, progress)
        with progress_bar("Writing") as progress:
            receipt = exports.write(session, planned, options.out, progress)
    for notice in planned.notices:
        note(notice)
    document = {
        "bundle": str(receipt.path),
        "bundle_id": receipt.bundle_id,
        "sha256": receipt.sha256,
        "size": receipt.size,
        "cases": receipt.cases,
        "files": list(receipt.files),
        "excluded": {reason.value: count for reason, count in planned.excluded.items()},
        "scheme": planned.scheme,
        "counts_only": planned.counts_only,
    }
    if options.json:
        say_json(document)
    else:
        say(f"{receipt.path}\nSHA-256 {receipt.sha256}\n{receipt.cases} cases, verified.")
    return 0


def _request(session: VaultSession, options: argparse.Namespace) -> exports.ExportRequest:
    secret = options.bundle_passphrase_file and from_file(options.bundle_passphrase_file)
    codes = options.case
    return exports.ExportRequest(
        policy=exports.Policy(options.policy),
        purpose=Use(options.purpose),
        group=RecipientGroup(options.recipient_group),
        recipients=tuple(options.recipient or ()),
        passphrase=secret,
        unencrypted=options.unencrypted,
        case_ids=None if codes is None else tuple(cases.find(session, code) for code in codes),
        k=options.k,
        accept_suggestions=options.accept_suggestions,
        unreviewed_statements=options.unreviewed_statements,
        seed=None if options.seed_file is None else _seed(options.seed_file),
    )


def _seed(path: Path) -> bytes:
    try:
        seed = path.read_bytes()
    except OSError as error:
        raise UsageError(what=f"The seed file {path} cannot be read.") from error
    if len(seed) != _SEED_BYTES:
        raise UsageError(what=f"The seed file must hold exactly {_SEED_BYTES} bytes.")
    return seed
