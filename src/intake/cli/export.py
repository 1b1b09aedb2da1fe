"""The command ``intake export``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_json, add_vault
from intake.cli.opening import opened
from intake.cli.output import counted, note, progress_bar, say, say_json
from intake.cli.secrets import from_file
from intake.domain.consent import RecipientGroup, Use
from intake.errors import UsageError
from intake.services import cases, exports
from intake.services.session import VaultSession
from intake.vault.secret import Secret

_SEED_BYTES = 32


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake export``."""
    parser = add_command(commands, "export", "write a redacted bundle and verify it", _run)
    add_vault(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="file that must not exist")
    parser.add_argument(
        "--policy",
        required=True,
        choices=[policy.value for policy in exports.Policy],
        help="what leaves: tables of counts, rows, or rows and statements",
    )
    parser.add_argument(
        "--purpose",
        required=True,
        choices=[use.value for use in Use],
        help="the use that each person must have agreed to",
    )
    parser.add_argument(
        "--recipient-group",
        required=True,
        choices=[group.value for group in RecipientGroup if group is not RecipientGroup.ANY],
        help="who gets it; each person must have agreed to that",
    )
    _add_way(parser)
    _add_limits(parser)
    add_json(parser)


def _add_limits(parser: Parser) -> None:
    parser.add_argument(
        "--case", action="append", metavar="CODE", help="only this case; may be repeated"
    )
    parser.add_argument(
        "--k",
        type=int,
        metavar="N",
        help="least number of people alike; the vault's setting unless said otherwise",
    )
    parser.add_argument(
        "--accept-suggestions",
        action="store_true",
        help="mask every suggestion without a person's decision; statements stay out",
    )
    parser.add_argument(
        "--unreviewed-statements",
        action="store_true",
        help="with --accept-suggestions: let statements leave although nobody reviewed them",
    )
    parser.add_argument(
        "--report-language",
        choices=exports.REPORT_LANGUAGES,
        default=exports.REPORT_LANGUAGES[0],
        help="what report and codebook are written in",
    )
    parser.add_argument(
        "--seed-file", type=Path, metavar="F", help="32 bytes, so that a test can be repeated"
    )


def _add_way(parser: Parser) -> None:
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument(
        "--recipient",
        action="append",
        metavar="KEYFILE",
        help="public key file, or the name of a trusted key; may be repeated",
    )
    way.add_argument(
        "--bundle-passphrase-file",
        type=Path,
        metavar="F",
        help="encrypt with the passphrase in this file",
    )
    way.add_argument(
        "--unencrypted", action="store_true", help="write the plain archive, on purpose"
    )


def _run(options: argparse.Namespace) -> int:
    seed = None if options.seed_file is None else _seed(options.seed_file)
    with _bundle_passphrase(options) as secret, opened(options) as session:
        request = _request(session, options, secret, seed)
        exports.require_ready(session, request, options.out)
        with progress_bar("Planning") as progress:
            planned = exports.plan(session, request, progress)
        with progress_bar("Writing") as progress:
            receipt = exports.write(session, planned, options.out, progress)
    for notice in planned.notices:
        note(notice)
    if planned.kept_names:  # the words themselves stand in the window alone
        kept = counted(len(planned.kept_names), "word")
        note(f"{kept} in the statements may be a name and left by decision: see the export page.")
    if planned.leaving.standing:
        again = counted(len(planned.leaving.standing), "group")
        note(f"{again} of an earlier bundle in it, exactly as before.")
    if planned.leaving.over:
        over = counted(len(planned.leaving.over), "group")
        note(f"{over} of an earlier bundle will not leave again: somebody changed or is gone.")
    wishing = planned.excluded_cases.get(exports.Reason.OPEN_WISH, ())
    if wishing:
        note(f"Not in it, because the person wished something left out: {', '.join(wishing)}.")
        note("Record what each of them meant, then clear these words; the case can leave then.")
    if options.json:
        say_json(_document(planned, receipt))
    else:
        say(str(receipt.path), f"SHA-256 {receipt.sha256}", f"Bundle {receipt.bundle_id}")
        rows = "in tables of counts" if planned.counts_only else "as rows"
        note(f"{counted(len(planned.included), 'case')} {rows}, read back and verified.")
        note("A recall names the number of the bundle: tell it to the recipient.")
    return 0


def _document(planned: exports.ExportPlan, receipt: exports.Receipt) -> dict[str, object]:
    return {
        "bundle": str(receipt.path),
        "bundle_id": receipt.bundle_id,
        "sha256": receipt.sha256,
        "size": receipt.size,
        "cases": receipt.cases,
        "files": list(receipt.files),
        "excluded": {reason.value: count for reason, count in planned.excluded.items()},
        "scheme": planned.contents.facts.figures.scheme,
        "classes": {
            "standing": len(planned.leaving.standing),
            "new": len(planned.leaving.new),
            "ended": len(planned.leaving.over),
        },
        "counts_only": planned.counts_only,
    }


@contextmanager
def _bundle_passphrase(options: argparse.Namespace) -> Iterator[Secret | None]:
    if options.bundle_passphrase_file is None:
        yield None
        return
    with from_file(options.bundle_passphrase_file) as secret:
        yield secret


def _request(
    session: VaultSession, options: argparse.Namespace, secret: Secret | None, seed: bytes | None
) -> exports.ExportRequest:
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
        seed=seed,
        language=options.report_language,
    )


def _seed(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            seed = file.read(_SEED_BYTES + 1)
    except OSError as error:
        raise UsageError(what=f"The seed file {path} cannot be read.") from error
    if len(seed) != _SEED_BYTES:
        raise UsageError(what=f"The seed file must hold exactly {_SEED_BYTES} bytes.")
    return seed
